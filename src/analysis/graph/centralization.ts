import { betweenness, normalisedBetweenness } from './betweenness';
import { closeness, type Distances } from './closeness';
import { degrees, type TieGraph } from './graph';

/** Σ (largest - x). */
function spread(values: ArrayLike<number>): number {
  let max = 0;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    max = Math.max(max, values[i]!);
    sum += values[i]!;
  }
  return max * values.length - sum;
}

/** Degree centralisation (Freeman 1978): Σ(max - d)/((n-1)(n-2)), 1 for a star; null when n < 3. */
export const degreeCentralization = (g: TieGraph): number | null =>
  g.size < 3 ? null : spread(degrees(g)) / ((g.size - 1) * (g.size - 2));

/** Betweenness centralisation (Freeman 1977): Σ(max - b)/(n-1), b normalised; null when n < 3. */
export function betweennessCentralization(g: TieGraph, raw: Float64Array = betweenness(g).node): number | null {
  const b = normalisedBetweenness(raw);
  return b === null ? null : spread(b) / (g.size - 1);
}

/** Closeness centralisation (Freeman 1978): Σ(max - c)(2n-3)/((n-1)(n-2)); null when n < 3 or not connected. */
export function closenessCentralization(d: Distances): number | null {
  const n = d.reached.length;
  if (n < 3 || d.reached[0] !== n) return null;
  return (spread(closeness(d)) * (2 * n - 3)) / ((n - 1) * (n - 2));
}
