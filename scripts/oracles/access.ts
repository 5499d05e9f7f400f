import { congestion } from '../../src/analysis/metrics/congestion';
import { binary, type Decay, dai, gaussian, gravity, linear, steps } from '../../src/analysis/metrics/decay';
import {
  balancedCatchment,
  type Catchment,
  type CatchmentInput,
  e2sfca,
  threeStepCatchment,
} from '../../src/analysis/metrics/floatingCatchment';
import { type Pairs, pairsOf } from '../../src/analysis/metrics/pairs';
import { catchmentRatio, placesPerThousand } from '../../src/analysis/metrics/ratio';
import { coverageShare, meanOfNearest, nearestCost, nearestIndex } from '../../src/analysis/metrics/reach';
import { type Check, checkAll, type Measure, relative } from './compare';

type Cost = readonly [string | number, string | number, number];

export interface AccessCase {
  readonly id: string;
  readonly demand?: Readonly<Record<string, number>>;
  readonly supply?: Readonly<Record<string, number>>;
  readonly costs?: readonly Cost[];
  readonly neighbour_costs_for_fca_ratio?: readonly Cost[];
  readonly max_cost?: number;
  readonly weight?: { readonly type: string; readonly scale: number; readonly alpha: number; readonly min: number };
  readonly weights_site_by_demand?: readonly (readonly number[])[];
  readonly expected: Readonly<Record<string, unknown>>;
}

const active = (c: AccessCase) => Object.keys(c.supply!).filter((s) => c.supply![s]! > 0);

/** Costs from a commune to every site that exists, `Infinity` where no pair is given. */
export const row = (c: AccessCase, commune: string) =>
  active(c).map(
    (site) => c.costs!.find(([i, j]) => String(i) === commune && String(j) === site)?.[2] ?? Number.POSITIVE_INFINITY,
  );

const byCommune = <T>(c: AccessCase, f: (costs: number[]) => T) =>
  Object.fromEntries(Object.keys(c.demand!).map((i) => [i, f(row(c, i))]));

/** Pairs of the lists of keys, by the costs given. */
function pairsBetween(rows: readonly string[], columns: readonly string[], costs: readonly Cost[]): Pairs {
  const known = new Map(costs.map(([i, j, cost]) => [`${i}|${j}`, cost]));
  return pairsOf(rows.length, columns.length, (i, j) => known.get(`${rows[i]}|${columns[j]}`) ?? Number.POSITIVE_INFINITY);
}

/** The grid of the cases without lists: 25 points, id 5x + y + 1, straight distances, one person and one place each. */
const gridCase: Pick<AccessCase, 'demand' | 'supply' | 'costs'> = (() => {
  const ids = Array.from({ length: 25 }, (_, k) => String(k + 1));
  const at = (id: string) => [Math.floor((Number(id) - 1) / 5), (Number(id) - 1) % 5] as const;
  const costs = ids.flatMap((a) => ids.map((b): Cost => [a, b, Math.hypot(at(a)[0] - at(b)[0], at(a)[1] - at(b)[1])]));
  const ones = Object.fromEntries(ids.map((id) => [id, 1]));
  return { demand: ones, supply: ones, costs };
})();

interface Ready extends CatchmentInput {
  readonly communes: readonly string[];
  readonly sites: readonly string[];
}

/** The problem of a case with a decay; `onlyActive`: sites without supply are not there at all. */
export function ready(given: AccessCase, decay: Decay, onlyActive = false): Ready {
  const c = given.demand ? given : { ...given, ...gridCase };
  const communes = Object.keys(c.demand!);
  const sites = onlyActive ? active(c) : Object.keys(c.supply!);
  return {
    communes,
    sites,
    decay,
    pairs: pairsBetween(communes, sites, c.costs!),
    demand: communes.map((i) => c.demand![i]!),
    supply: sites.map((j) => c.supply![j]!),
  };
}

const named = (names: readonly string[], values: ArrayLike<number>) =>
  Object.fromEntries(names.map((name, i) => [name, values[i]!]));

type Method = (input: CatchmentInput) => Catchment;
const accessBy =
  (method: Method, decay: Decay, onlyActive = false) =>
  (c: AccessCase) => {
    const input = ready(c, decay, onlyActive);
    return named(input.communes, method(input).access);
  };

const conserved = (decay: Decay) => (c: AccessCase) => {
  const input = ready(c, decay);
  const { access } = e2sfca(input);
  return access.reduce((sum, a, i) => sum + a * input.demand[i]!, 0);
};

const three = steps([10, 20, 30], [1, 0.68, 0.22]);
const tenth = gaussian(30 / Math.sqrt(-2 * Math.log(0.01)), 30);
const gravityOf = (c: AccessCase, limit: number) => gravity(c.weight!.scale, c.weight!.alpha, limit, c.weight!.min);

/** The R package gives the weights themselves, by site and demand. */
function weighted(c: AccessCase, method: Method, weightOf: (w: number) => number): number[] {
  const [sites, communes] = [Object.keys(c.supply!), Object.keys(c.demand!)];
  const pairs = pairsOf(communes.length, sites.length, (i, j) => c.weights_site_by_demand![j]![i]!);
  const demand = communes.map((i) => c.demand![i]!);
  const supply = sites.map((j) => c.supply![j]!);
  return Array.from(method({ pairs, decay: weightOf, demand, supply }).access);
}

const raamOf = (c: AccessCase, tau: number) => {
  const input = ready(c, () => 1);
  const found = congestion({ ...input, tau });
  const cost = named(input.communes, found.cost);
  return {
    cost: Object.fromEntries(Object.entries(cost).filter(([, v]) => !Number.isNaN(v))),
    load: Object.fromEntries(Object.entries(named(input.sites, found.load)).filter(([j]) => c.supply![j]! > 0)),
    rho: found.rho,
  };
};

/** Access at both bounds of the capacities and between; the property is computed too, and said as the file says it when it holds. */
function unknownCapacity(c: AccessCase): unknown {
  const { bounds, property } = c.expected['unknown_capacity_S2_S5'] as {
    bounds: Record<'low' | 'central' | 'high', Record<string, number>>;
    property: string;
  };
  const [low, central, high] = (['low', 'central', 'high'] as const).map((name) =>
    accessBy(e2sfca, dai(30))({ ...c, supply: bounds[name] }),
  );
  const isOrdered = Object.keys(low!).every((i) => low![i]! <= central![i]! && central![i]! <= high![i]!);
  return {
    bounds,
    e2sfca_dai30_low: low,
    e2sfca_dai30_high: high,
    e2sfca_dai30_central: central,
    property: isOrdered ? property : 'not ordered',
  };
}

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
  [
    /^pop_weighted_mean_nearest_reachable$/,
    (c) => {
      const reached = Object.entries(c.demand!)
        .map(([i, people]) => ({ people, cost: nearestCost(row(c, i)) }))
        .filter((r) => Number.isFinite(r.cost));
      return reached.reduce((s, r) => s + r.people * r.cost, 0) / reached.reduce((s, r) => s + r.people, 0);
    },
  ],
  [/^provider_to_population_per_1000$/, (c) => placesPerThousand(Object.values(c.supply!), Object.values(c.demand!))],
  [/^2sfca(_30)?$/, (c) => accessBy(e2sfca, binary(c.demand ? 30 : 1))(c)],
  [/^(2sfca_30_site_ratio_R|site_ratio)$/, (c) => named(Object.keys(c.supply!), e2sfca(ready(c, binary(30))).ratio)],
  [/^2sfca_30_site_demand$/, (c) => named(Object.keys(c.supply!), e2sfca(ready(c, binary(30))).reached)],
  [/^e2sfca_step_10_20_30$/, accessBy(e2sfca, three)],
  [/^e2sfca_step_lt10/, accessBy(e2sfca, steps([10, 15, 20], [1, 2 / 3, 1 / 3], true))],
  [/^e2sfca_gaussian_w30=0.01$/, accessBy(e2sfca, tenth)],
  [/^e2sfca_dai_gaussian_d0_30$/, accessBy(e2sfca, dai(30))],
  [/^e2sfca_dai_gaussian_d0_45$/, accessBy(e2sfca, dai(45))],
  [/^e2sfca_dai_gaussian_d0_30_site_ratio_R$/, (c) => named(Object.keys(c.supply!), e2sfca(ready(c, dai(30))).ratio)],
  [/^e2sfca_linear_d0_30$/, accessBy(e2sfca, linear(30))],
  [/^e2sfca$/, (c) => accessBy(e2sfca, c.weight ? gravityOf(c, c.max_cost!) : gaussian(1, 2))(c)],
  [
    /^3sfca_pysal_G_over_all_pairs$/,
    (c) => accessBy((i) => threeStepCatchment(i, gravityOf(c, Number.POSITIVE_INFINITY)), gravityOf(c, c.max_cost!))(c),
  ],
  [/^3sfca_G_within_max_cost$/, (c) => accessBy(threeStepCatchment, gravityOf(c, c.max_cost!))(c)],
  [/^3sfca_step_10_20_30$/, accessBy(threeStepCatchment, three)],
  [/^3sfca_step_positive_supply_sites_only$/, accessBy(threeStepCatchment, three, true)],
  [/^bfca_dai_gaussian_d0_30$/, accessBy(balancedCatchment, dai(30))],
  [/^conservation_sum_P_times_A_2sfca_30$/, conserved(binary(30))],
  [/^conservation_sum_P_times_A_e2sfca_step$/, conserved(three)],
  [
    /^conservation_dai_30$/,
    (c) => {
      const input = ready(c, dai(30));
      const { reached } = e2sfca(input);
      return {
        sum_P_A: conserved(dai(30))(c),
        sum_S_with_reached_demand: reached.reduce((s, d, j) => s + (d > 0 ? input.supply[j]! : 0), 0),
      };
    },
  ],
  [
    /^fca_ratio_30$/,
    (c) => {
      const { communes, pairs, demand, supply } = ready(c, () => 1);
      const between = pairsBetween(communes, communes, c.neighbour_costs_for_fca_ratio!);
      return named(communes, catchmentRatio(pairs, between, 30, { demand, supply }));
    },
  ],
  [/^raam_exact_tau(\d+)$/, (c, key) => raamOf(c, Number(/\d+$/.exec(key)![0])).cost],
  [/^raam_exact_tau\d+_site_load$/, (c, key) => raamOf(c, Number(/\d+/.exec(key)![0])).load],
  [/^raam_rho$/, (c) => raamOf(c, 60).rho],
  [/^unknown_capacity_S2_S5$/, unknownCapacity],
  [/^2sfca_all_weights_treated_as_1$/, (c) => weighted(c, e2sfca, () => 1)],
  [/^3sfca_recomputed$/, (c) => weighted(c, threeStepCatchment, (w) => w)],
  [/^3sfca_published_7_digits$/, (c) => weighted(c, threeStepCatchment, (w) => w).map((v) => Number(v.toFixed(7)))],
  [
    /^\d+$/,
    (c, key) => {
      const { pairs, supply, sites } = ready(c, () => 1);
      const i = sites.indexOf(key);
      let total = 0;
      for (let k = pairs.start[i]!; k < pairs.start[i + 1]!; k++)
        total += gravity(60, 1, Number.POSITIVE_INFINITY)(pairs.cost[k]!) * supply[pairs.column[k]!]!;
      return total;
    },
  ],
  [/^(note|source|asserted_upstream|cross_check)/, { skip: "ce n'est pas un résultat" }],
];

const find = (key: string) => measures.find(([pattern]) => pattern.test(key))?.[1];

/** access.json: nearest, counts, coverage shares, floating catchments, congestion. */
export function checkAccess(content: { readonly cases: readonly AccessCase[] }): Check[] {
  return content.cases.flatMap((c) => {
    const raam = Object.fromEntries(Object.entries(c.expected).filter(([key]) => key.startsWith('raam')));
    const others = Object.fromEntries(Object.entries(c.expected).filter(([key]) => !key.startsWith('raam')));
    return [...checkAll(c.id, c, others, find, relative(1e-9, 1e-12)), ...checkAll(c.id, c, raam, find, relative(1e-6, 1e-9))];
  });
}
