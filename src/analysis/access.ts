import type { Settings } from '../document/diagnosis';
import type { DomainId } from '../model/domains';
import type { Scheme } from '../model/inventory';
import type { DecayId } from '../model/lists';
import type { Commune } from '../model/territory';
import type { AccessMeasures, DomainAccess, PlacedScheme } from './analysis';
import { type Capacity, capacityOf } from './metrics/capacity';
import { decayOf } from './metrics/decay';
import { e2sfca, ratios } from './metrics/floatingCatchment';
import { inequality } from './metrics/inequality';
import { sufficientFrom } from './metrics/level';
import { mapPairs, type Pairs, sumColumns, sumRows } from './metrics/pairs';
import { fgt, shortfall } from './metrics/poverty';
import { placesPerThousand } from './metrics/ratio';
import { robustnessScales, robustnessSpeeds } from './robustness';

/** A site and the schemes of one domain received there. */
export interface DomainSite {
  readonly place: PlacedScheme;
  readonly schemes: readonly Scheme[];
}

interface Input {
  readonly domain: DomainId;
  readonly communes: readonly Commune[];
  readonly sites: readonly DomainSite[];
  /** Minutes from a commune (by rank) to every site, `Infinity` where closed to it. */
  readonly costsOf: (commune: number) => Float64Array;
  readonly settings: Settings;
}

/** At least so many sites must state their places for capacities to be read. */
const leastKnown = 0.5;

/** Places of a scheme at one of its sites, when it states any: shared equally among its sites. */
const placesAt = (s: Scheme): number | undefined =>
  s.places === undefined ? undefined : s.places / Math.max(1, s.siteIds.length);

/** Capacity of each site, exact or bounded; null where one can be neither. */
function capacitiesOf(sites: readonly DomainSite[]): readonly Capacity[] | null {
  const byType = new Map<string, number[]>();
  const all: number[] = [];
  for (const scheme of sites.flatMap((s) => s.schemes)) {
    const places = placesAt(scheme);
    if (places === undefined) continue;
    all.push(places);
    byType.set(scheme.type ?? '', [...(byType.get(scheme.type ?? '') ?? []), places]);
  }
  const capacities: Capacity[] = [];
  for (const { schemes } of sites) {
    const parts = schemes.map((s) => capacityOf(placesAt(s), byType.get(s.type ?? '') ?? []) ?? capacityOf(placesAt(s), all));
    if (parts.some((p) => p === null)) return null;
    const sum = (key: keyof Capacity) => parts.reduce((total, p) => total + p![key], 0);
    capacities.push({ low: sum('low'), central: sum('central'), high: sum('high') });
  }
  return capacities;
}

/** Pairs within some minutes. */
function pairsWithin({ communes, sites, costsOf }: Input, minutes: number): Pairs {
  const start = new Int32Array(communes.length + 1);
  const column: number[] = [];
  const cost: number[] = [];
  communes.forEach((_, i) => {
    const costs = costsOf(i);
    for (let j = 0; j < costs.length; j++) {
      if (costs[j]! > minutes) continue;
      column.push(j);
      cost.push(costs[j]!);
    }
    start[i + 1] = column.length;
  });
  return { rows: communes.length, columns: sites.length, start, column: Int32Array.from(column), cost: Float64Array.from(cost) };
}

/** The pairs at another speed: the time beyond the access changes. */
const atSpeed = (pairs: Pairs, factor: number, access: number): Pairs => ({
  ...pairs,
  cost: pairs.cost.map((c) => access + Math.max(0, c - access) / factor),
});

const decays: readonly DecayId[] = ['dai', 'lineaire', 'escalier'];
const bounds = ['low', 'central', 'high'] as const;

/** Runs of the grid at one speed and one bound of the capacities: thresholds with d0, decay. */
const variants = robustnessScales.flatMap((scale) => decays.map((decay) => ({ scale, decay })));

/** Runs of the robustness grid in capacity mode: 81. */
export const capacityRuns = robustnessSpeeds.length * variants.length * bounds.length;

/**
 * Share of the runs (speed, thresholds with d0, decay, capacities) in which each commune is at level 2 or 3; A* held. The
 * people that sites reach do not depend on their capacities, so that one pass serves the three bounds.
 */
function capacityShares(
  input: Input,
  capacities: readonly Capacity[],
  nearest: readonly number[],
  reference: number,
): Float64Array {
  const { communes, settings, domain } = input;
  const { accessMinutes, catchments, thresholds } = settings;
  const d0 = catchments[domain];
  const farthest = accessMinutes + Math.max(...robustnessScales) * d0 * Math.max(...robustnessSpeeds);
  const wide = pairsWithin(input, farthest);
  const demand = communes.map((c) => c.young);
  const supplies = bounds.map((bound) => capacities.map((c) => c[bound]));
  const counts = new Float64Array(communes.length);
  for (const speed of robustnessSpeeds) {
    const pairs = atSpeed(wide, speed, accessMinutes);
    const times = nearest.map((t) => accessMinutes + (t - accessMinutes) / speed);
    for (const { scale, decay } of variants) {
      const weights = mapPairs(pairs, decayOf(decay, scale * d0));
      const reached = sumColumns(pairs, weights, demand);
      for (const supply of supplies) {
        const access = sumRows(pairs, weights, ratios(supply, reached));
        const isShort = (i: number) => times[i]! > scale * thresholds[domain][1] || access[i]! < sufficientFrom * reference;
        for (let i = 0; i < counts.length; i++) counts[i]! += isShort(i) ? 1 : 0;
      }
    }
  }
  return counts.map((n) => n / capacityRuns);
}

/** Mean access weighed by people; null where nobody lives or nothing is reached. */
function meanOf(access: Float64Array, communes: readonly Commune[]): number | null {
  const people = communes.reduce((s, c) => s + c.young, 0);
  const places = access.reduce((s, a, i) => s + a * communes[i]!.young, 0);
  return people > 0 && places > 0 ? places / people : null;
}

interface MeasureInput {
  readonly communes: readonly Commune[];
  readonly central: Float64Array;
  readonly reference: number;
  /** Of the sites of the territory. */
  readonly places: readonly number[];
}

function measuresOf({ communes, central, reference, places }: MeasureInput): AccessMeasures {
  const people = communes.map((c) => c.young);
  const line = sufficientFrom * reference;
  const { gini, hoover } = inequality(central, people);
  return {
    placesPerThousand: placesPerThousand(places, people),
    gini,
    hoover,
    underLine: fgt(central, people, line, 0),
    depth: fgt(central, people, line, 1),
    shortfall: shortfall(central, people, line),
  };
}

/**
 * Places accessible per young person in every commune, by E2SFCA, where at least half of the sites in the territory state
 * their places and the others can be bounded; else presence mode (`guide/methods.md` 1.5, 1.6). `nearest`: minutes to the
 * nearest site of each commune.
 */
export function readAccess(input: Input, nearest: readonly number[]): DomainAccess {
  const { communes, sites, settings, domain } = input;
  const own = sites.filter((s) => !s.place.neighbour);
  const known = own.filter((s) => s.schemes.every((scheme) => scheme.places !== undefined)).length;
  const knownShare = own.length === 0 ? 0 : known / own.length;
  const capacities = knownShare >= leastKnown ? capacitiesOf(sites) : null;
  const presence: DomainAccess = {
    mode: 'presence',
    knownShare,
    reference: null,
    referenceFrom: null,
    measures: null,
    byCommune: null,
  };
  if (!capacities) return presence;
  const d0 = settings.catchments[domain];
  const pairs = pairsWithin(input, d0);
  const demand = communes.map((c) => c.young);
  const read = (bound: keyof Capacity) =>
    e2sfca({ pairs, decay: decayOf(settings.decay, d0), demand, supply: capacities.map((c) => c[bound]) }).access;
  const [low, central, high] = [read('low'), read('central'), read('high')];
  const stated = settings.references[domain];
  const reference = stated === null ? meanOf(central, communes) : stated / 1000;
  if (reference === null) return presence;
  const shares = capacityShares(input, capacities, nearest, reference);
  return {
    mode: 'capacite',
    knownShare,
    reference,
    referenceFrom: stated === null ? 'interne' : 'reglages',
    measures: measuresOf({
      communes,
      central,
      reference,
      places: capacities.flatMap((c, j) => (sites[j]!.place.neighbour ? [] : [c.central])),
    }),
    byCommune: communes.map((_, i) => ({ low: low[i]!, central: central[i]!, high: high[i]!, robustness: shares[i]! })),
  };
}
