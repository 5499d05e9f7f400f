import type { Diagnosis } from '../../document/diagnosis';
import type { Site } from '../../model/inventory';
import { isProtectedSite } from '../../model/protection';
import { indexOf } from '../../state/selectors';
import { schemesAt } from '../fieldWords';
import { PlacesMap } from '../PlacesMap';
import { useText } from '../useApp';

interface Props {
  readonly sites: readonly Site[];
  readonly diagnosis: Diagnosis;
  /** Said where there is none. */
  readonly none: string;
}

/** The sites of an actor or of a scheme, in words and on a small map; a protected one is told by its commune alone. */
export default function RecordSites({ sites, diagnosis, none }: Props) {
  const text = useText();
  const index = indexOf(diagnosis.inventory);
  const hides = (s: Site) => {
    const actor = index.actors.get(s.actorId);
    return !diagnosis.settings.showProtectedPlaces && actor !== undefined && isProtectedSite(actor, s, schemesAt(index, s.id));
  };
  if (sites.length === 0) return <p className="small muted">{none}</p>;
  const told = sites.map((site) => ({ site, isHidden: hides(site) }));
  const placed = told.flatMap(({ site: { point, precision }, isHidden }) =>
    point && !isHidden ? [point.lon, point.lat, precision === 'commune' ? 0 : 1] : [],
  );
  return (
    <section className="card-part">
      <h3>{text.ui.card.sites}</h3>
      <ul>
        {told.map(({ site: s, isHidden }) => (
          <li key={s.id}>
            {!isHidden && s.address ? `${s.address}, ` : ''}
            {s.communeName ?? s.communeCode ?? text.ui.values.unknown}
            <span className="small muted"> {text.ui.card.known(text.model.precisions[isHidden ? 'commune' : s.precision])}</span>
          </li>
        ))}
      </ul>
      {told.some((s) => s.isHidden) && <p className="small muted">{text.ui.card.protectedPlace}</p>}
      {placed.length > 0 && <PlacesMap places={Float32Array.from(placed)} />}
    </section>
  );
}
