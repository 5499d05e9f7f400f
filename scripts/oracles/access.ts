import { levelFrom } from '../../src/analysis/metrics/level';
import { countWithin, coverageShare, meanOfNearest, nearestCost, nearestIndex } from '../../src/analysis/metrics/reach';
import { type Check, checkAll, exact, type Measure, relative } from './compare';

interface AccessCase {
  readonly id: string;
  readonly demand?: Readonly<Record<string, number>>;
  readonly supply?: Readonly<Record<string, number>>;
  readonly costs?: readonly (readonly [string, string, number])[];
  readonly expected: Readonly<Record<string, unknown>>;
}

const active = (c: AccessCase) => Object.keys(c.supply!).filter((s) => c.supply![s]! > 0);

/** Costs from a commune to every site that exists, `Infinity` where no pair is given. */
const row = (c: AccessCase, commune: string) =>
  active(c).map(
    (site) => c.costs!.find(([i, j]) => String(i) === commune && String(j) === site)?.[2] ?? Number.POSITIVE_INFINITY,
  );

const byCommune = <T>(c: AccessCase, f: (costs: number[]) => T) =>
  Object.fromEntries(Object.keys(c.demand!).map((i) => [i, f(row(c, i))]));

const later = { later: 'mesure de capacité : demande suivante (couverture)' } as const;

const measures: readonly (readonly [RegExp, Measure<AccessCase>])[] = [
  [/^nearest_minutes$/, (c) => byCommune(c, nearestCost)],
  [/^nearest_site$/, (c) => byCommune(c, (costs) => active(c)[nearestIndex(costs)])],
  [/^mean_of_2_nearest_minutes$/, (c) => byCommune(c, (costs) => meanOfNearest(costs, 2))],
  [
    /^coverage_share_pop$/,
    (c) => {
      const population = Object.values(c.demand!);
      const nearest = Object.keys(c.demand!).map((i) => nearestCost(row(c, i)));
      return Object.fromEntries(
        Object.keys(c.expected['coverage_share_pop'] as object).map((t) => [t, coverageShare(population, nearest, Number(t))]),
      );
    },
  ],
  [/^(note|source|asserted_upstream|cross_check)/, { skip: "ce n'est pas un résultat" }],
  [/^(e?2sfca|3sfca|bfca|fca_ratio|raam|conservation|provider|pop_weighted_mean|site_ratio|unknown_capacity|\d+$)/, later],
];

const find = (key: string) => measures.find(([pattern]) => pattern.test(key))?.[1];

/** access.json: nearest, counts, coverage shares; the rest waits for capacities. */
export function checkAccess(content: { readonly cases: readonly AccessCase[] }): Check[] {
  return content.cases.flatMap((c) => checkAll(c.id, c, c.expected, find, relative(1e-9, 1e-12)));
}

interface GapRow {
  readonly commune: string;
  readonly nearest_min: number | null;
  readonly structures_within_30: number;
  readonly level_presence_mode: number;
}

/** gaps.json: levels in presence mode (distance and redundancy) and, with access.json beside, the counts within 30 minutes. */
export function checkGaps(
  content: { readonly rows: readonly GapRow[] },
  access: { readonly cases: readonly AccessCase[] } | null,
): Check[] {
  const mini = access?.cases.find((c) => c.id === 'mini-departement');
  const rows = content.rows.flatMap((r) => {
    const level = {
      level_presence_mode: () => levelFrom(r.nearest_min ?? Number.POSITIVE_INFINITY, r.structures_within_30, [20, 30, 45]).level,
    };
    const counted = mini ? { structures_within_30: () => countWithin(row(mini, r.commune), 30) } : {};
    const known: Readonly<Record<string, Measure<GapRow>>> = { ...level, ...counted };
    const inputs: Measure<GapRow> = { skip: 'donnée du cas' };
    const find = (key: string): Measure<GapRow> | undefined =>
      known[key] ??
      (/^(access_ratio|parts|level_capacity)/.test(key)
        ? later
        : /^(commune|population|nearest_min|structures)/.test(key)
          ? inputs
          : undefined);
    return checkAll(r.commune, r, r as unknown as Record<string, unknown>, find, exact);
  });
  return [
    ...rows,
    ...['aggregate', 'interval_levels', 'place_allocation_lp'].map(
      (key): Check => ({
        case: 'mini-departement',
        measure: key,
        error: null,
        tolerance: 'exact',
        verdict: 'à venir',
        reason: later.later,
      }),
    ),
  ];
}
