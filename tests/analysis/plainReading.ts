import type { Settings } from '../../src/document/diagnosis';
import type { Scheme, Site } from '../../src/model/inventory';
import type { Commune } from '../../src/model/territory';
import { distanceKm } from '../../src/territory/distance';

/** A site and its only scheme. */
export interface Offer {
  readonly site: Site;
  readonly scheme: Scheme;
}

interface Plain {
  readonly minutes: number;
  readonly withinReach: number;
  /** Places per young person. */
  readonly access: number;
  /** Share of the 81 runs at level 2 or 3, places being known. */
  readonly robustness: number;
}

const weights = {
  dai: (c: number, d0: number) => (Math.exp(-((c / d0) ** 2) / 2) - Math.exp(-0.5)) / (1 - Math.exp(-0.5)),
  lineaire: (c: number, d0: number) => 1 - c / d0,
  escalier: (c: number, d0: number) => (c <= d0 / 3 ? 1 : c <= (2 * d0) / 3 ? 0.68 : 0.22),
};

function plainMinutes(commune: Commune, { site, scheme }: Offer, s: Settings): number {
  if (scheme.zone && !scheme.zone.includes(commune.code)) return Number.POSITIVE_INFINITY;
  const km = distanceKm(commune, site.point!);
  const long = site.communeCode === commune.code ? Math.max(km, 0.5 * Math.sqrt(commune.areaKm2 ?? 0)) : km;
  return (60 * s.detour * long) / s.speedKmh + s.accessMinutes;
}

function plainAccess(
  costs: readonly (readonly number[])[],
  communes: readonly Commune[],
  places: readonly number[],
  weigh: (c: number) => number,
) {
  const ratio = places.map((p, j) => {
    const reached = communes.reduce((sum, c, i) => sum + weigh(costs[i]![j]!) * c.young, 0);
    return reached > 0 ? p / reached : 0;
  });
  return communes.map((_, i) => ratio.reduce((sum, r, j) => sum + weigh(costs[i]![j]!) * r, 0));
}

/**
 * Housing with known places read by plain loops over every pair, from the formulas of the method alone: what the engine,
 * with its grid, slices and memories, must find too.
 */
export function readPlainly(communes: readonly Commune[], offers: readonly Offer[], s: Settings): readonly Plain[] {
  const [d0, t2, a] = [s.catchments.logement, s.thresholds.logement[1], s.accessMinutes];
  const costs = communes.map((c) => offers.map((o) => plainMinutes(c, o, s)));
  const places = offers.map((o) => o.scheme.places!);
  const within = (limit: number, id: keyof typeof weights) => (c: number) => (c > limit ? 0 : weights[id](c, limit));
  const access = plainAccess(costs, communes, places, within(d0, 'dai'));
  const people = communes.reduce((sum, c) => sum + c.young, 0);
  const reference = communes.reduce((sum, c, i) => sum + access[i]! * c.young, 0) / people;
  const short = communes.map(() => 0);
  for (const speed of [0.8, 1, 1.2])
    for (const scale of [0.75, 1, 1.25])
      for (const id of ['dai', 'lineaire', 'escalier'] as const) {
        const other = costs.map((row) => row.map((c) => a + Math.max(0, c - a) / speed));
        const run = plainAccess(other, communes, places, within(scale * d0, id));
        communes.forEach((_, i) => {
          if (Math.min(...other[i]!) > scale * t2 || run[i]! < (2 / 3) * reference) short[i]! += 1;
        });
      }
  return communes.map((_, i) => ({
    minutes: Math.min(...costs[i]!),
    withinReach: costs[i]!.filter((c) => c <= t2).length,
    access: access[i]!,
    robustness: short[i]! / 27,
  }));
}
