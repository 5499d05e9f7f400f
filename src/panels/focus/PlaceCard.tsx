import type { Analysis } from '../../analysis/analysis';
import type { YoungCount } from '../../model/territory';
import { gapSentence } from '../../sentences/gaps';
import { shownDomain } from '../../state/selectors';
import { formatNumber, formatShare } from '../../text/format';
import type { Text } from '../../text/fr';
import { Button, LinkButton } from '../../ui/Button';
import { useApp, useDiagnosis, useServices, useText } from '../useApp';
import { accessText, choiceText, confidenceText, reachText, youngText } from '../words';
import { CardTitle } from './CardTitle';
import { DomainLevels } from './DomainLevels';
import { Facts } from './Facts';
import { PlacesHere } from './PlacesHere';

/** A commune: what its young people reach, domain by domain. */
export function CommuneCard({ code, analysis }: { readonly code: string; readonly analysis: Analysis }) {
  const text = useText();
  const { focus } = useServices();
  const view = useApp((s) => s.view);
  const commune = analysis.communes.find((c) => c.code === code);
  if (!commune) return <p>{text.ui.card.gone}</p>;
  const unit = analysis.units.find((u) => u.code === commune.unitCode);
  const domain = shownDomain(view, analysis);
  const reading = commune.domains[domain];
  const ofDomain = (label: string) => text.ui.card.ofDomain(label, text.model.domains[domain].short);
  return (
    <>
      <p className="muted">{text.ui.card.kinds.commune}</p>
      <CardTitle>{commune.name}</CardTitle>
      <DomainLevels domains={analysis.domains} readings={commune.domains} />
      <Facts
        facts={[
          [
            text.ui.card.unit,
            unit && <LinkButton onPress={() => focus({ kind: 'unit', id: unit.code })}>{unit.name}</LinkButton>,
          ],
          [text.ui.card.population, text.ui.values.inhabitants(formatNumber(commune.population, text.lang))],
          [text.ui.card.young, youngText(commune.young, analysis, text)],
          [ofDomain(text.ui.card.withinReach), reading && reachText(reading, text)],
          [ofDomain(text.ui.card.meanOfThree), reading && choiceText(reading.meanOfThree, text)],
          [ofDomain(text.ui.card.eligible), reading && text.ui.values.eligible(reading.eligible, reading.zoneStated)],
          [ofDomain(text.ui.card.confidence), reading && confidenceText(reading.confidence, text)],
          [ofDomain(text.analysis.capacity.card), reading?.access && accessText(reading.access, text)],
          [text.ui.card.undetermined, reading?.range && text.ui.values.levels(reading.range[0], reading.range[1])],
          [
            ofDomain(text.ui.card.robustness),
            reading &&
              (reading.robustness === null
                ? reading.access !== null && reading.level !== null && text.analysis.robustnessPending
                : text.ui.card.robustnessOf(
                    text.ui.values.ratio(
                      Math.round(reading.robustness * (analysis.access[domain]?.runs ?? 0)),
                      analysis.access[domain]?.runs ?? 0,
                    ),
                  )),
          ],
          [
            ofDomain(text.territory.border.card),
            reading?.border &&
              text.territory.border.cardValue(
                reading.border.departements.slice(0, 3).join(', '),
                formatNumber(Math.round(reading.border.minutes), text.lang),
              ),
          ],
          [text.ui.card.code, commune.code],
        ]}
      />
      <PlacesHere communeCodes={[commune.code]} analysis={analysis} />
      <ToTheMap />
    </>
  );
}

/** A group of communes: the need of the domain read in a sentence, then its levels and census. */
export function UnitCard({ code, analysis }: { readonly code: string; readonly analysis: Analysis }) {
  const text = useText();
  const view = useApp((s) => s.view);
  const { youngCounts } = useDiagnosis();
  const unit = analysis.units.find((u) => u.code === code) ?? (analysis.whole.code === code ? analysis.whole : undefined);
  if (!unit) return <p>{text.ui.card.gone}</p>;
  const domain = shownDomain(view, analysis);
  const reading = unit.domains[domain];
  const ofDomain = (label: string) => text.ui.card.ofDomain(label, text.model.domains[domain].short);
  const gap = analysis.gaps.find((g) => g.territory.code === code && g.domain === domain);
  return (
    <>
      <p className="muted">{text.ui.card.kinds.unit}</p>
      <CardTitle>{unit.name}</CardTitle>
      {unit.partial && <p className="small muted">{text.ui.card.partial}</p>}
      {gap && <p>{gapSentence(gap, analysis, text)}</p>}
      <DomainLevels domains={analysis.domains} readings={unit.domains} />
      <Facts
        facts={[
          [text.ui.card.population, text.ui.values.inhabitants(formatNumber(unit.population, text.lang))],
          [text.ui.card.young, youngText(unit.young, analysis, text)],
          ...countFacts(code, youngCounts, text),
          [ofDomain(text.ui.card.census), reading && text.model.census[reading.census]],
          [
            ofDomain(text.ui.card.coverage),
            reading?.coverage &&
              unit.young >= 20 &&
              text.ui.card.coverageOf(
                formatShare(reading.coverage.eligible, text.lang),
                formatShare(reading.coverage.accessible, text.lang),
                formatNumber(analysis.settings.thresholds[domain][1], text.lang),
              ),
          ],
          [ofDomain(text.ui.card.meanOfThree), reading && choiceText(reading.meanOfThree, text)],
          [ofDomain(text.ui.card.records), reading && formatNumber(reading.records, text.lang)],
          [ofDomain(text.ui.card.confidence), reading && confidenceText(reading.confidence, text)],
          [text.ui.card.communes, formatNumber(unit.communeCodes.length, text.lang)],
        ]}
      />
      <ToTheMap />
    </>
  );
}

/** Numbers that the département entered for a unit. */
function countFacts(code: string, counts: readonly YoungCount[] | undefined, text: Text): [string, string][] {
  const t = text.territory.young;
  return (counts ?? [])
    .filter((c) => c.unitCode === code)
    .map((c) => [
      t.card(t.group[c.group]),
      t.cardValue(formatNumber(c.people, text.lang), c.ages ?? '', c.year === undefined ? '' : String(c.year)),
    ]);
}

/** The way from a card to the map; left out when one is there. */
export function ToTheMap({ also = null }: { readonly also?: React.ReactNode }) {
  const text = useText();
  const { look } = useServices();
  const screen = useApp((s) => s.view.screen);
  return (
    <div className="card-actions">
      {screen !== 'map' && (
        <Button variant="primary" onPress={() => look({ screen: 'map', asTable: false })}>
          {text.ui.card.toMap}
        </Button>
      )}
      {also}
    </div>
  );
}
