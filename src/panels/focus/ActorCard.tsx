import { lazy, Suspense } from 'react';
import type { Analysis } from '../../analysis/analysis';
import type { Diagnosis } from '../../document/diagnosis';
import { mergesInto } from '../../document/separate';
import type { Actor, Partnership } from '../../model/inventory';
import { indexOf } from '../../state/selectors';
import { termLabel } from '../../text/terms';
import { Button, LinkButton } from '../../ui/Button';
import { DomainMark } from '../DomainMark';
import { useApp, useServices, useText } from '../useApp';
import { sourceText } from '../words';
import { CardTitle } from './CardTitle';
import { Origin } from './Facts';
import { ToTheMap } from './PlaceCard';

// What edits is fetched with the first card: most visits only read the map.
const RecordSheet = lazy(() => import('./RecordSheet'));
const KeyFigures = lazy(() => import('./KeyFigures'));
const RecordSites = lazy(() => import('./RecordSites'));
const AddToActor = lazy(() => import('./AddToActor'));

interface Props {
  readonly id: string;
  readonly analysis: Analysis;
  readonly diagnosis: Diagnosis;
}

/** An actor: what it is, what it offers, whom it works with, where that was read. */
export function ActorCard({ id, analysis, diagnosis }: Props) {
  const text = useText();
  const { look } = useServices();
  const screen = useApp((s) => s.view.screen);
  const index = indexOf(diagnosis.inventory);
  const actor = index.actors.get(id);
  if (!actor) return <p>{text.ui.card.gone}</p>;
  const node = analysis.network.nodes.find((n) => n.id === id);
  return (
    <>
      <p className="muted">{termLabel(text.model.kinds, actor.kind)}</p>
      <CardTitle>{actor.name}</CardTitle>
      <Suspense>
        <RecordSheet
          kind="actors"
          record={actor}
          diagnosis={diagnosis}
          before={[[text.ui.card.degree, node && text.ui.counts.ties(node.degree)]]}
          without={['origin', 'originYear']}
        />
        <KeyFigures actor={actor} />
        <RecordSites sites={index.sitesOf.get(id) ?? []} diagnosis={diagnosis} none={text.ui.card.noSite} />
      </Suspense>
      <ActorSchemes actor={actor} diagnosis={diagnosis} />
      <ActorTies actor={actor} diagnosis={diagnosis} />
      <Suspense>
        <AddToActor key={id} actor={actor} />
      </Suspense>
      <Origin sources={[actor.source]} origin={actor.origin} year={actor.originYear} />
      <ActorMerges actor={actor} diagnosis={diagnosis} />
      <ToTheMap
        also={
          screen !== 'network' && (
            <Button onPress={() => look({ screen: 'network', asTable: false })}>{text.ui.card.toNetwork}</Button>
          )
        }
      />
    </>
  );
}

interface PartProps {
  readonly actor: Actor;
  readonly diagnosis: Diagnosis;
}

/** The records that were put together into this one, each to be taken apart again. */
function ActorMerges({ actor, diagnosis }: PartProps) {
  const text = useText();
  const { dispatch } = useServices();
  const merges = mergesInto(diagnosis, actor.id);
  const t = text.import.duplicates;
  if (merges.length === 0) return null;
  return (
    <section className="card-part">
      <h3>{t.mergedTitle}</h3>
      <ul>
        {merges.map((merge) => {
          const back = diagnosis.absorbed?.actors.filter((a) => merge.dropIds.includes(a.id)) ?? [];
          const dropped = merge.dropIds.flatMap((id) => [...back, ...merge.before.actors].find((a) => a.id === id) ?? []);
          const names = dropped.map((a) => `${a.name} (${sourceText(a.source, text)})`).join(' ; ');
          return (
            <li key={merge.dropIds.join()}>
              {names}{' '}
              <LinkButton
                onPress={() =>
                  dispatch(
                    { type: 'separateActors', keepId: merge.keepId, dropIds: merge.dropIds },
                    { said: back.length > 0 ? t.separated(actor.name) : t.separatedAlone(actor.name) },
                  )
                }
              >
                {t.separate}
              </LinkButton>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function ActorSchemes({ actor, diagnosis }: PartProps) {
  const text = useText();
  const { focus } = useServices();
  const schemes = indexOf(diagnosis.inventory).schemesOf.get(actor.id) ?? [];
  if (schemes.length === 0) return null;
  return (
    <section className="card-part">
      <h3>{text.ui.counts.schemes(schemes.length)}</h3>
      <ul className="records">
        {schemes.map((s) => (
          <li key={s.id}>
            {s.domains.map((d) => (
              <DomainMark key={d} domain={d} />
            ))}
            <LinkButton onPress={() => focus({ kind: 'scheme', id: s.id })}>{s.name}</LinkButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ActorTies({ actor, diagnosis }: PartProps) {
  const text = useText();
  const { focus } = useServices();
  const index = indexOf(diagnosis.inventory);
  const ties = index.tiesOf.get(actor.id) ?? [];
  if (ties.length === 0) return null;
  const other = (p: Partnership) => index.actors.get(p.fromId === actor.id ? p.toId : p.fromId);
  return (
    <section className="card-part">
      <h3>{text.ui.counts.ties(ties.length)}</h3>
      <ul className="records">
        {ties.slice(0, 30).map((p) => (
          <li key={p.id}>
            <span>
              <LinkButton onPress={() => focus({ kind: 'tie', id: [p.fromId, p.toId].sort().join('~~') })}>
                {other(p)?.name ?? text.ui.values.unknown}
              </LinkButton>
              <span className="small muted">
                {' '}
                {termLabel(text.model.natures, p.nature)}
                {p.year !== undefined && `, ${p.year}`}
                {p.status !== 'existant' && `, ${text.model.tieStatuses[p.status]}`}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {ties.length > 30 && <p className="small muted">{text.ui.card.more(ties.length - 30)}</p>}
    </section>
  );
}
