import type { DomainId } from '../model/domains';
import type { Inventory, Point, Scheme } from '../model/inventory';
import type { Commune } from '../model/territory';
import { departementOf } from '../territory/departements';
import type { DomainAccess, PlacedScheme } from './analysis';
import { type Capacity, capacityOf } from './metrics/capacity';
import { buildGrid, type PointGrid, pairsNear } from './metrics/grid';
import type { Pairs } from './metrics/pairs';
import { rememberLast } from './remember';
import type { Travel } from './travel';

/** A site and the schemes of one domain received there. */
export interface DomainSite {
  readonly place: PlacedScheme;
  readonly schemes: readonly Scheme[];
}

/** Places that schemes of a domain state at one of their sites, by type and in all: what bounds those of the others. */
export interface KnownPlaces {
  readonly byType: ReadonlyMap<string, readonly number[]>;
  readonly all: readonly number[];
}

/** What a comparison holds of a domain as it was, so that only the offer changes: mode, reference A*, what bounds the unknown. */
export interface HeldDomain {
  readonly mode: DomainAccess['mode'];
  readonly reference: number | null;
  readonly known: KnownPlaces;
}
export type Held = Readonly<Partial<Record<DomainId, HeldDomain>>>;

/** The sites of one domain, ready to be looked at from every commune. */
export interface Supply {
  readonly sites: readonly DomainSite[];
  readonly points: readonly Point[];
  readonly communeCodes: readonly (string | undefined)[];
  /** Indexes of the sites that may be closed to a commune: all their schemes state a zone. */
  readonly zoned: readonly number[];
  /** Share of the sites in the territory that state their places. */
  readonly knownShare: number;
  readonly known: KnownPlaces;
  /** Capacity of each site, exact or bounded; null where too few state their places, or one cannot be bounded. */
  readonly capacities: readonly Capacity[] | null;
}

/** Whether a stated zone contains a commune; `undefined` zones are unknown and answered by the caller. */
export function zoneContains(zone: readonly string[], commune: Commune): boolean {
  const codes = [commune.code, commune.epciCode, commune.eptCode, departementOf(commune.code), 'france'];
  return zone.some((code) => codes.includes(code));
}

/** Whether a scheme takes people of a commune: its zone is unknown or contains it. */
export const isOpenTo = (scheme: Scheme, commune: Commune): boolean =>
  scheme.zone === undefined || zoneContains(scheme.zone, commune);

function sitesOf(domain: DomainId, placed: readonly PlacedScheme[], schemes: ReadonlyMap<string, Scheme>): DomainSite[] {
  const sites = new Map<string, { place: PlacedScheme; schemes: Scheme[] }>();
  for (const place of placed) {
    if (!place.domains.includes(domain)) continue;
    const scheme = schemes.get(place.schemeId)!;
    // No place at all is no offer (`guide/methods.md` 1.1); unknown is not zero.
    if (scheme.places === 0) continue;
    const known = sites.get(place.siteId);
    if (known) known.schemes.push(scheme);
    else sites.set(place.siteId, { place, schemes: [scheme] });
  }
  // In one order whatever that of the records: sums of the same terms are then the same to the last digit.
  return [...sites.values()].sort((a, b) => (a.place.siteId < b.place.siteId ? -1 : 1));
}

/** At least so many sites must state their places for capacities to be read. */
const leastKnown = 0.5;

/** Places of a scheme at one of its sites, when it states any: shared equally among its sites. */
const placesAt = (s: Scheme): number | undefined =>
  s.places === undefined ? undefined : s.places / Math.max(1, s.siteIds.length);

function knownPlaces(sites: readonly DomainSite[]): KnownPlaces {
  const byType = new Map<string, number[]>();
  const all: number[] = [];
  for (const scheme of sites.flatMap((s) => s.schemes)) {
    const places = placesAt(scheme);
    if (places === undefined) continue;
    all.push(places);
    const ofType = byType.get(scheme.type ?? '');
    if (ofType) ofType.push(places);
    else byType.set(scheme.type ?? '', [places]);
  }
  return { byType, all };
}

/** Capacity of each site, exact or bounded; null where one can be neither. */
function capacitiesOf(sites: readonly DomainSite[], { byType, all }: KnownPlaces): readonly Capacity[] | null {
  const capacities: Capacity[] = [];
  for (const { schemes } of sites) {
    const parts = schemes.map((s) => capacityOf(placesAt(s), byType.get(s.type ?? '') ?? []) ?? capacityOf(placesAt(s), all));
    if (parts.some((p) => p === null)) return null;
    const sum = (key: keyof Capacity) => parts.reduce((total, p) => total + p![key], 0);
    capacities.push({ low: sum('low'), central: sum('central'), high: sum('high') });
  }
  return capacities;
}

function buildSupply(
  domain: DomainId,
  placed: readonly PlacedScheme[],
  schemes: Inventory['schemes'],
  held?: HeldDomain,
): Supply {
  const sites = sitesOf(domain, placed, new Map(schemes.map((s) => [s.id, s])));
  const own = sites.filter((s) => !s.place.neighbour);
  const stating = own.filter((s) => s.schemes.every((scheme) => scheme.places !== undefined)).length;
  const knownShare = own.length === 0 ? 0 : stating / own.length;
  const known = held?.known ?? knownPlaces(sites);
  const isByPlaces = held ? held.mode === 'capacite' : knownShare >= leastKnown;
  return {
    sites,
    points: sites.map((s) => s.place.point),
    communeCodes: sites.map((s) => s.place.communeCode),
    zoned: sites.flatMap((s, j) => (s.schemes.every((scheme) => scheme.zone !== undefined) ? [j] : [])),
    knownShare,
    known,
    capacities: isByPlaces ? capacitiesOf(sites, known) : null,
  };
}

/** The supply of a domain; the same while the records and where they are stay the same. */
export const supplyOf = rememberLast(buildSupply);

const gridOf = rememberLast((_: 'communes', communes: readonly Commune[]): PointGrid => buildGrid(communes));
const kmPairsOf = rememberLast(
  (_: string, supply: Supply, communes: readonly Commune[], km: number): Pairs =>
    pairsNear(supply.points, gridOf('communes', communes), km),
);

/** Minutes between the sites of a supply and communes from their km; `Infinity` where no scheme of the site is open. */
function withMinutes(km: Pairs, supply: Supply, communes: readonly Commune[], travel: Travel): Pairs {
  const cost = travel.minutes(km, supply.communeCodes, communes);
  for (const j of supply.zoned) {
    const { schemes } = supply.sites[j]!;
    for (let k = km.start[j]!; k < km.start[j + 1]!; k++)
      if (!schemes.some((scheme) => isOpenTo(scheme, communes[km.column[k]!]!))) cost[k] = Number.POSITIVE_INFINITY;
  }
  return { ...km, cost };
}

/** The sites of a domain as the communes see them. */
export interface Reach {
  /** Sites (rows) and communes (columns): every pair within the minutes asked for, and some beyond. */
  readonly pairs: Pairs;
  /** Minutes to the nearest site of each commune; `Infinity`: none is open to it. */
  readonly minutes: Float64Array;
  /** That site, the first of equals; -1: none. */
  readonly nearest: Int32Array;
  /** Minutes up to which `pairs` miss none. */
  readonly sure: number;
}

type Nearest = Pick<Reach, 'minutes' | 'nearest'>;

/** Keeps the nearest site of each commune; `ranks`: of the communes that the columns are. */
function keepNearest({ minutes, nearest }: Nearest, { rows, start, column, cost }: Pairs, ranks?: readonly number[]): void {
  for (let j = 0; j < rows; j++)
    for (let k = start[j]!; k < start[j + 1]!; k++) {
      const i = ranks ? ranks[column[k]!]! : column[k]!;
      if (cost[k]! >= minutes[i]!) continue;
      minutes[i] = cost[k]!;
      nearest[i] = j;
    }
}

function lookAround(slot: string, supply: Supply, communes: readonly Commune[], travel: Travel, km: number): Reach {
  const pairs = withMinutes(kmPairsOf(slot, supply, communes, km), supply, communes, travel);
  const found = {
    minutes: new Float64Array(communes.length).fill(Number.POSITIVE_INFINITY),
    nearest: new Int32Array(communes.length).fill(-1),
  };
  keepNearest(found, pairs);
  // What is beyond the pairs is nearer than nothing, and than a place of a wide commune: looked for among all sites.
  const sure = Number.isFinite(km) ? travel.fromKm(km) : Number.POSITIVE_INFINITY;
  const ranks = communes.flatMap((_, i) => (found.minutes[i]! > sure ? [i] : []));
  if (ranks.length > 0) {
    const few = ranks.map((i) => communes[i]!);
    const all = pairsNear(supply.points, buildGrid(few), Number.POSITIVE_INFINITY);
    for (const i of ranks) found.minutes[i] = Number.POSITIVE_INFINITY;
    keepNearest(found, withMinutes(all, supply, few, travel), ranks);
  }
  return { pairs, ...found, sure };
}

const remembered = rememberLast(lookAround);

/** Km in which pairs are looked for: by fives, so that a threshold moves without a new search. */
const stepKm = 5;

/**
 * The sites of a domain seen from every commune, with at least the pairs within some minutes. The last answer of each slot
 * is kept.
 */
export function reachOf(slot: string, supply: Supply, communes: readonly Commune[], travel: Travel, minutes: number): Reach {
  const km = travel.kmWithin(minutes);
  return remembered(slot, supply, communes, travel, (Math.floor(km / stepKm) + 1) * stepKm);
}

/** How many of the nearest places tell what choice there is (`guide/methods.md` 1.2). */
const someNearest = 3;

/** Keeps the least costs of each commune, in order. */
function keepLeast(least: Float64Array, { rows, start, column, cost }: Pairs, ranks?: readonly number[]): void {
  for (let j = 0; j < rows; j++)
    for (let k = start[j]!; k < start[j + 1]!; k++) {
      const first = someNearest * (ranks ? ranks[column[k]!]! : column[k]!);
      let at = first + someNearest;
      while (at > first && least[at - 1]! > cost[k]!) at--;
      if (at === first + someNearest) continue;
      least.copyWithin(at + 1, at, first + someNearest - 1);
      least[at] = cost[k]!;
    }
}

/** Mean minutes to the three nearest sites of each commune; `Infinity` where fewer are reached. */
export const meanOfThree = rememberLast(
  (_: string, { pairs, sure }: Reach, supply: Supply, communes: readonly Commune[], travel: Travel): Float64Array => {
    const least = new Float64Array(someNearest * communes.length).fill(Number.POSITIVE_INFINITY);
    keepLeast(least, pairs);
    const ranks = communes.flatMap((_c, i) => (least[someNearest * (i + 1) - 1]! > sure ? [i] : []));
    if (ranks.length > 0) {
      const few = ranks.map((i) => communes[i]!);
      const all = pairsNear(supply.points, buildGrid(few), Number.POSITIVE_INFINITY);
      for (const i of ranks) least.fill(Number.POSITIVE_INFINITY, someNearest * i, someNearest * (i + 1));
      keepLeast(least, withMinutes(all, supply, few, travel), ranks);
    }
    return Float64Array.from(communes, (_c, i) => {
      const own = least.subarray(someNearest * i, someNearest * (i + 1));
      return own.reduce((sum, cost) => sum + cost, 0) / someNearest;
    });
  },
);

/** Sites within a threshold of each commune, inclusive. */
export const countWithin = rememberLast((_: DomainId, { pairs, minutes }: Reach, threshold: number): Int32Array => {
  const { column, cost } = pairs;
  const counts = new Int32Array(minutes.length);
  for (let k = 0; k < cost.length; k++) if (cost[k]! <= threshold) counts[column[k]!]! += 1;
  return counts;
});
