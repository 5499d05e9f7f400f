import type { Settings } from '../document/diagnosis';
import type { DomainId } from '../model/domains';
import type { DecayId } from '../model/lists';
import type { Commune } from '../model/territory';
import type { AccessMeasures, DomainAccess } from './analysis';
import type { Capacity } from './metrics/capacity';
import { addSiteCatchments } from './metrics/floatingCatchment';
import { inequality } from './metrics/inequality';
import { sufficientFrom } from './metrics/level';
import { fgt, shortfall } from './metrics/poverty';
import { placesPerThousand } from './metrics/ratio';
import { rememberLast } from './remember';
import type { HeldDomain, Reach, Supply } from './supply';

export const bounds = ['low', 'central', 'high'] as const satisfies readonly (keyof Capacity)[];

/** Places per young person of each commune, with capacities at their bounds and between. */
export type AccessBounds = Readonly<Record<keyof Capacity, Float64Array>>;

/** The bounds to compute: where every capacity is known the three are one. */
export const triedBounds = (capacities: readonly Capacity[]): readonly (keyof Capacity)[] =>
  capacities.every((c) => c.low === c.high) ? ['central'] : bounds;

/** E2SFCA with sites as rows: the people each reaches do not depend on capacities and serve the three bounds. */
function catchment(
  _: DomainId,
  { pairs }: Reach,
  capacities: readonly Capacity[],
  communes: readonly Commune[],
  d0: number,
  decay: DecayId,
): AccessBounds {
  const tried = triedBounds(capacities);
  const access = tried.map(() => new Float64Array(communes.length));
  addSiteCatchments({
    pairs,
    decay,
    d0,
    demand: Float64Array.from(communes, (c) => c.young),
    supplies: tried.map((bound) => Float64Array.from(capacities, (c) => c[bound])),
    access,
  });
  const [low, central = low, high = low] = access as [Float64Array, ...Float64Array[]];
  return { low, central, high };
}

const remembered = rememberLast(catchment);

/** Mean access weighed by people; null where nobody lives or nothing is reached. */
function meanOf(access: Float64Array, communes: readonly Commune[]): number | null {
  const people = communes.reduce((s, c) => s + c.young, 0);
  const places = access.reduce((s, a, i) => s + a * communes[i]!.young, 0);
  return people > 0 && places > 0 ? places / people : null;
}

/** How access is shared among communes: places per young person and young people of each, and the reference A*. */
export function sharingOf(
  central: ArrayLike<number>,
  people: readonly number[],
  reference: number,
): Omit<AccessMeasures, 'placesPerThousand'> {
  const line = sufficientFrom * reference;
  const { gini, hoover } = inequality(central, people);
  return {
    gini,
    hoover,
    underLine: fgt(central, people, line, 0),
    depth: fgt(central, people, line, 1),
    shortfall: shortfall(central, people, line),
  };
}

/** How a domain is read, and in capacity mode the places accessible in each commune, by rank. */
export interface AccessReading {
  readonly access: DomainAccess;
  readonly places: AccessBounds | null;
}

/**
 * Places accessible per young person in every commune, by E2SFCA, where at least half of the sites in the territory state
 * their places and the others can be bounded; else presence mode (`guide/methods.md` 1.5, 1.6).
 */
export function readAccess(
  domain: DomainId,
  communes: readonly Commune[],
  supply: Supply,
  reach: Reach,
  settings: Settings,
  held?: HeldDomain,
): AccessReading {
  const { capacities, knownShare, sites } = supply;
  const presence: DomainAccess = { mode: 'presence', knownShare, reference: null, referenceFrom: null, measures: null };
  if (!capacities) return { access: presence, places: null };
  const places = remembered(domain, reach, capacities, communes, settings.catchments[domain], settings.decay);
  const stated = settings.references[domain];
  const kept = held?.reference ?? null;
  const reference = stated === null ? (kept ?? meanOf(places.central, communes)) : stated / 1000;
  if (reference === null) return { access: presence, places: null };
  const people = communes.map((c) => c.young);
  const own = capacities.flatMap((c, j) => (sites[j]!.place.neighbour ? [] : [c.central]));
  const measures = { placesPerThousand: placesPerThousand(own, people), ...sharingOf(places.central, people, reference) };
  const referenceFrom = stated !== null ? 'reglages' : kept === null ? 'interne' : 'tenue';
  return { access: { mode: 'capacite', knownShare, reference, referenceFrom, measures }, places };
}
