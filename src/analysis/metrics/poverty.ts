/**
 * Foster, Greer & Thorbecke (1984) over people whose access is under a line z: (1/P) Σ P_i ((z - a_i)/z)^α over a_i < z.
 * α = 0 their share, 1 the depth, 2 the severity. Null where nobody lives. Sums of groups' parts give the whole.
 */
export function fgt(values: ArrayLike<number>, people: ArrayLike<number>, line: number, alpha: 0 | 1 | 2): number | null {
  let [total, poor] = [0, 0];
  for (let i = 0; i < people.length; i++) {
    total += people[i]!;
    if (values[i]! < line) poor += people[i]! * ((line - values[i]!) / line) ** alpha;
  }
  return total === 0 ? null : poor / total;
}

/**
 * Σ P_i max(0, z - a_i): places that are lacking under a line of places per person. A lower bound of what to open: new
 * places also serve people above the line.
 */
export function shortfall(values: ArrayLike<number>, people: ArrayLike<number>, line: number): number {
  let sum = 0;
  for (let i = 0; i < people.length; i++) sum += people[i]! * Math.max(0, line - values[i]!);
  return sum;
}
