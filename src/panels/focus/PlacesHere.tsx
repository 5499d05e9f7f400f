import type { Analysis } from '../../analysis/analysis';
import { LinkButton } from '../../ui/Button';
import { DomainMark } from '../DomainMark';
import { useServices, useText } from '../useApp';

interface Props {
  readonly communeCodes: readonly string[];
  readonly analysis: Analysis;
}

/** Schemes received in these communes. */
export function PlacesHere({ communeCodes, analysis }: Props) {
  const text = useText();
  const { focus } = useServices();
  const wanted = new Set(communeCodes);
  const places = analysis.placed.filter((p) => p.communeCode !== undefined && wanted.has(p.communeCode));
  if (places.length === 0) return null;
  return (
    <section className="card-part">
      <h3>{text.ui.card.placesHere(places.length)}</h3>
      <ul className="records">
        {places.slice(0, 20).map((p) => (
          <li key={`${p.schemeId}@${p.siteId}`}>
            {p.domains[0] && <DomainMark domain={p.domains[0]} />}
            <span>
              <LinkButton onPress={() => focus({ kind: 'scheme', id: p.schemeId })}>{p.name}</LinkButton>
              <span className="small muted"> {p.actorName}</span>
            </span>
          </li>
        ))}
      </ul>
      {places.length > 20 && <p className="small muted">{text.ui.card.more(places.length - 20)}</p>}
    </section>
  );
}
