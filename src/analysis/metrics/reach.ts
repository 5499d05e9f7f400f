/**
 * Measures over the travel costs of one place of demand to every site, in minutes (`guide/methods.md` 1.2).
 * A missing pair is `Infinity`, never 0; a pair counts within a threshold when cost <= threshold.
 */

/** Cost to the nearest site; `Infinity` when none is reachable. */
export function nearestCost(costs: ArrayLike<number>): number {
  let best = Number.POSITIVE_INFINITY;
  for (let j = 0; j < costs.length; j++) if (costs[j]! < best) best = costs[j]!;
  return best;
}

/** Index of the nearest site, the first of equals; -1 when none is reachable. */
export function nearestIndex(costs: ArrayLike<number>): number {
  let index = -1;
  for (let j = 0; j < costs.length; j++) if (costs[j]! < (index < 0 ? Number.POSITIVE_INFINITY : costs[index]!)) index = j;
  return index;
}

/** Number of sites within a threshold, inclusive. */
export function countWithin(costs: ArrayLike<number>, threshold: number): number {
  let n = 0;
  for (let j = 0; j < costs.length; j++) if (costs[j]! <= threshold) n++;
  return n;
}

/** Mean of the k smallest costs; null when fewer than k sites are reachable. */
export function meanOfNearest(costs: ArrayLike<number>, k: number): number | null {
  const reachable = Array.from(costs)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  return reachable.length < k ? null : reachable.slice(0, k).reduce((s, c) => s + c, 0) / k;
}

/** Share of the population whose nearest cost is within a threshold; null when there is no population. */
export function coverageShare(population: readonly number[], nearest: readonly number[], threshold: number): number | null {
  const total = population.reduce((s, p) => s + p, 0);
  if (total === 0) return null;
  return population.reduce((s, p, i) => s + (nearest[i]! <= threshold ? p : 0), 0) / total;
}
