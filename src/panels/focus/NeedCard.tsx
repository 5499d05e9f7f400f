import type { Analysis } from '../../analysis/analysis';
import type { Diagnosis } from '../../document/diagnosis';
import { objectivesOf } from '../../document/register';
import { gapProof, gapSentence, placeName, sturdinessWord } from '../../sentences/gaps';
import { objectiveSentence } from '../../sentences/objectives';
import { indexOf } from '../../state/selectors';
import { formatNumber } from '../../text/format';
import { LinkButton } from '../../ui/Button';
import { DomainMark } from '../DomainMark';
import { LevelBadge } from '../LevelBadge';
import { useServices, useText } from '../useApp';
import { confidenceText, minutesText, shareText, youngText } from '../words';
import { CardTitle } from './CardTitle';
import { Facts, Origin } from './Facts';
import { ToTheMap } from './PlaceCard';

interface Props {
  readonly id: string;
  readonly analysis: Analysis;
  readonly diagnosis: Diagnosis;
}

/** An uncovered need: its sentence first, its proof under it, actions last. */
export function NeedCard({ id, analysis, diagnosis }: Props) {
  const text = useText();
  const { focus } = useServices();
  const gap = analysis.gaps.find((g) => g.id === id);
  if (!gap) return <p>{text.ui.card.noLongerGap}</p>;
  const { nearest } = gap;
  const index = indexOf(diagnosis.inventory);
  const rows = nearest ? [index.schemes.get(nearest.schemeId)?.source, index.sites.get(nearest.siteId)?.source] : [];
  return (
    <>
      <p className="muted line">
        <DomainMark domain={gap.domain} />
        {text.ui.card.kinds.gap} · {text.model.domains[gap.domain].name}
      </p>
      <CardTitle className="need-sentence">{gapSentence(gap, analysis, text)}</CardTitle>
      <LevelBadge level={gap.level} component={gap.component} withWords />
      <Facts
        facts={[
          [
            text.ui.card.nearest,
            nearest && (
              <LinkButton onPress={() => focus({ kind: 'scheme', id: nearest.schemeId })}>{placeName(nearest)}</LinkButton>
            ),
          ],
          [text.ui.card.saturation, nearest && text.analysis.saturation[nearest.saturation]],
          [text.ui.card.minutes, minutesText(gap.minutes, text)],
          [text.ui.card.withinReach, formatNumber(gap.withinReach, text.lang)],
          [text.ui.card.people, youngText(gap.people, analysis, text)],
          [text.ui.card.rate, shareText(gap, gap.young, text)],
          [text.ui.card.component, text.model.components[gap.component]],
          [text.ui.card.confidence, confidenceText(gap.confidence, text)],
          [text.ui.card.robustness, sturdinessWord(gap, text)],
          [text.ui.card.census, text.model.census[gap.census]],
        ]}
      />
      <Objectives id={id} analysis={analysis} diagnosis={diagnosis} />
      <section className="card-part small muted">
        {gapProof(gap, analysis, text).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </section>
      {gap.candidates.length > 0 && (
        <section className="card-part">
          <h3>{gap.robustness?.verdict === 'robuste' ? text.ui.card.candidates : text.ui.card.candidatesLater}</h3>
          <ul className="records">
            {gap.candidates.map((c) => (
              <li key={c.actorId}>
                <span>
                  <LinkButton onPress={() => focus({ kind: 'actor', id: c.actorId })}>{c.name}</LinkButton>
                  <span className="small muted"> {minutesText(c.minutes, text)}</span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Origin sources={[...new Map(rows.flatMap((r) => (r ? [[`${r.file}:${r.row}`, r] as const] : []))).values()]} />
      <ToTheMap />
    </>
  );
}

/** What the documents of the register want for this need. */
function Objectives({ id, analysis, diagnosis }: Props) {
  const text = useText();
  const stated = objectivesOf(diagnosis.documents, id, analysis.whole.code);
  if (stated.length === 0) return null;
  return (
    <section className="card-part">
      {stated.map((o) => (
        <p key={`${o.document.id} ${o.text}`}>{objectiveSentence(o, text)}</p>
      ))}
    </section>
  );
}
