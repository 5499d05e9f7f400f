import { lazy, Suspense } from 'react';
import type { Analysis } from '../../analysis/analysis';
import type { Diagnosis } from '../../document/diagnosis';
import type { Partnership } from '../../model/inventory';
import { indexOf } from '../../state/selectors';
import { termLabel } from '../../text/terms';
import { Button, LinkButton } from '../../ui/Button';
import { useApp, useServices, useText } from '../useApp';
import { CardTitle } from './CardTitle';
import { Origin } from './Facts';

const RecordSheet = lazy(() => import('./RecordSheet'));

interface Props {
  readonly id: string;
  readonly analysis: Analysis;
  readonly diagnosis: Diagnosis;
}

/** All that is known between two actors. */
export function TieCard({ id, analysis, diagnosis }: Props) {
  const text = useText();
  const { focus, look } = useServices();
  const screen = useApp((s) => s.view.screen);
  const [a = '', b = ''] = id.split('~~');
  const index = indexOf(diagnosis.inventory);
  const ends = [index.actors.get(a), index.actors.get(b)];
  const stated = diagnosis.inventory.partnerships.filter(
    (p) => (p.fromId === a && p.toId === b) || (p.fromId === b && p.toId === a),
  );
  const tie = analysis.network.ties.find((t) => (t.a === a && t.b === b) || (t.a === b && t.b === a));
  if (!ends[0] || !ends[1]) return <p>{text.ui.card.gone}</p>;
  return (
    <>
      <p className="muted">{text.ui.card.kinds.tie}</p>
      <CardTitle className="tie-ends">
        {ends.map(
          (end) =>
            end && (
              <LinkButton key={end.id} onPress={() => focus({ kind: 'actor', id: end.id })}>
                {end.name}
              </LinkButton>
            ),
        )}
      </CardTitle>
      {tie && !tie.stated && <p>{text.ui.card.deduced(tie.natures.map((n) => termLabel(text.model.natures, n)).join(', '))}</p>}
      {stated.map((p) => (
        <OneTie key={p.id} tie={p} diagnosis={diagnosis} />
      ))}
      <div className="card-actions">
        {screen !== 'network' && (
          <Button variant="primary" onPress={() => look({ screen: 'network', asTable: false })}>
            {text.ui.card.toNetwork}
          </Button>
        )}
      </div>
    </>
  );
}

function OneTie({ tie, diagnosis }: { readonly tie: Partnership; readonly diagnosis: Diagnosis }) {
  const text = useText();
  return (
    <section className="card-part">
      <h3>{termLabel(text.model.natures, tie.nature)}</h3>
      <Suspense>
        <RecordSheet kind="partnerships" record={tie} diagnosis={diagnosis} without={['fromId', 'toId', 'nature']} />
      </Suspense>
      <Origin sources={[tie.source]} />
    </section>
  );
}
