/** Two actors the user said are different: ids in order. */
export type DistinctPair = readonly [string, string];

/** The pair of two ids, whichever comes first. */
export const distinctPair = (a: string, b: string): DistinctPair => (a < b ? [a, b] : [b, a]);

/** A test of whether two actors were declared different. */
export function distinctnessOf(pairs: readonly DistinctPair[]): (a: string, b: string) => boolean {
  const known = new Set(pairs.map(([a, b]) => JSON.stringify(distinctPair(a, b))));
  return (a, b) => known.has(JSON.stringify(distinctPair(a, b)));
}
