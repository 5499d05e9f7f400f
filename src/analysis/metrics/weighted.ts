/** Index of the lower weighted median: the first value, ascending, at which half of the weight is reached; -1 when empty. */
export function weightedMedianIndex(values: readonly number[], weights: readonly number[]): number {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]! || a - b);
  const total = weights.reduce((s, w) => s + w, 0);
  let sum = 0;
  for (const i of order) {
    sum += weights[i]!;
    if (sum * 2 >= total) return i;
  }
  return order.at(-1) ?? -1;
}

/** Highest level L (0..3) such that at least half of the weight lies at level >= L. */
export function majorityLevel(byLevel: readonly [number, number, number, number]): 0 | 1 | 2 | 3 {
  const total = byLevel[0] + byLevel[1] + byLevel[2] + byLevel[3];
  let above = 0;
  for (const level of [3, 2, 1] as const) {
    above += byLevel[level];
    if (total > 0 && above * 2 >= total) return level;
  }
  return 0;
}
