import { dai } from '../../src/analysis/metrics/decay';
import { e2sfca } from '../../src/analysis/metrics/floatingCatchment';
import { distanceLevel, levelFrom, redundancyLevel, sufficiencyLevel } from '../../src/analysis/metrics/level';
import { countWithin, nearestCost } from '../../src/analysis/metrics/reach';
import { type AccessCase, ready, row } from './access';
import { type Check, checkAll, exact, type Measure, relative } from './compare';

interface GapRow {
  readonly commune: string;
  readonly population: number;
  readonly nearest_min: number | null;
  readonly structures_within_30: number;
  readonly access_ratio_to_mean: number;
}

interface GapFile {
  readonly A_star: number;
  readonly rows: readonly GapRow[];
  readonly aggregate: Readonly<Record<string, number>>;
  readonly interval_levels_S2_S5_capacity_unknown_0_to_30: readonly object[];
}

const thresholds = [20, 30, 45] as const;
const minutesOf = (r: GapRow) => r.nearest_min ?? Number.POSITIVE_INFINITY;
const capacityLevel = (r: GapRow) => levelFrom(minutesOf(r), r.structures_within_30, thresholds, r.access_ratio_to_mean).level;

/** Access of the mini-département with some supplies changed, over A*. */
function ratios(mini: AccessCase, aStar: number, changes: Readonly<Record<string, number>> = {}): Map<string, number> {
  const input = ready({ ...mini, supply: { ...mini.supply, ...changes } }, dai(30));
  const { access } = e2sfca(input);
  return new Map(input.communes.map((code, i) => [code, access[i]! / aStar]));
}

function checkRow(r: GapRow, mini: AccessCase | undefined, ratio: number | undefined): Check[] {
  const known: Readonly<Record<string, Measure<GapRow>>> = {
    level_presence_mode: () => levelFrom(minutesOf(r), r.structures_within_30, thresholds).level,
    level_capacity_mode: () => capacityLevel(r),
    parts: () => ({
      distance: distanceLevel(minutesOf(r), thresholds),
      sufficiency: sufficiencyLevel(r.access_ratio_to_mean),
      redundancy: redundancyLevel(r.structures_within_30),
    }),
    ...(mini ? { structures_within_30: () => countWithin(row(mini, r.commune), 30) } : {}),
    ...(mini
      ? {
          nearest_min: () => {
            const minutes = nearestCost(row(mini, r.commune));
            return Number.isFinite(minutes) ? minutes : null;
          },
        }
      : {}),
  };
  const inputs: Measure<GapRow> = { skip: 'donnée du cas' };
  const find = (key: string): Measure<GapRow> | undefined =>
    known[key] ?? (/^(commune|population|nearest_min|structures|access_ratio)/.test(key) ? inputs : undefined);
  const checks = checkAll(r.commune, r, r as unknown as Record<string, unknown>, find, exact);
  const access = checkAll(
    r.commune,
    r,
    { access_ratio_to_mean: r.access_ratio_to_mean },
    () => () => ratio,
    relative(1e-9, 1e-12),
  );
  return ratio === undefined ? checks : [...checks.filter((c) => c.measure !== 'access_ratio_to_mean'), ...access];
}

const aggregates: Readonly<Record<string, Measure<readonly GapRow[]>>> = {
  'gap_population_level>=2': (rows) => rows.reduce((s, r) => s + (capacityLevel(r) >= 2 ? r.population : 0), 0),
  gap_rate: (rows) =>
    rows.reduce((s, r) => s + (capacityLevel(r) >= 2 ? r.population : 0), 0) / rows.reduce((s, r) => s + r.population, 0),
};
const populationAt: Measure<readonly GapRow[]> = (rows, key) =>
  rows.reduce((s, r) => s + (capacityLevel(r) === Number(key.at(-1)) ? r.population : 0), 0);

/** Levels with the capacities of S2 and S5 between 0 and 30: access grows with capacity, so the bounds are exact. */
function intervals(file: GapFile, mini: AccessCase): object[] {
  const worst = ratios(mini, file.A_star, { S2: 0, S5: 0 });
  const best = ratios(mini, file.A_star, { S2: 30, S5: 30 });
  return file.rows.map((r) => {
    const level = (of: Map<string, number>) =>
      levelFrom(minutesOf(r), r.structures_within_30, thresholds, of.get(r.commune)!).level;
    return { commune: r.commune, best: level(best), worst: level(worst), determined: level(best) === level(worst) };
  });
}

/** gaps.json: levels in both modes, people by level and, with access.json beside, access and intervals. */
export function checkGaps(file: GapFile, access: { readonly cases: readonly AccessCase[] } | null): Check[] {
  const mini = access?.cases.find((c) => c.id === 'mini-departement');
  const own = mini && ratios(mini, file.A_star);
  const later = (measure: string, reason: string): Check => ({
    case: 'mini-departement',
    measure,
    error: null,
    tolerance: 'exact',
    verdict: 'à venir',
    reason,
  });
  const interval = 'interval_levels_S2_S5_capacity_unknown_0_to_30';
  return [
    ...file.rows.flatMap((r) => checkRow(r, mini, own?.get(r.commune))),
    ...checkAll(
      'mini-departement',
      file.rows,
      file.aggregate,
      (key) => aggregates[key] ?? (/^population_level_\d$/.test(key) ? populationAt : undefined),
      relative(1e-12, 0),
    ),
    ...(mini
      ? checkAll('mini-departement', file, { [interval]: file[interval] }, () => () => intervals(file, mini), exact)
      : [later(interval, 'access.json absent')]),
    later('place_allocation_lp', 'implantation : demande ultérieure'),
  ];
}
