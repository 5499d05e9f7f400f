/** A simple undirected graph as compressed sparse rows: nodes are 0..size-1, ties 0..ties-1 in order of first appearance. */
export interface TieGraph {
  readonly size: number;
  readonly ties: number;
  /** Neighbours of node v are `neighbours[offsets[v]]` to `neighbours[offsets[v + 1] - 1]`. */
  readonly offsets: Uint32Array;
  readonly neighbours: Uint32Array;
  /** The tie of each slot of `neighbours`. */
  readonly tieOf: Uint32Array;
  /** Two ends per tie. */
  readonly ends: Uint32Array;
}

/** The pairs kept: loops dropped, each unordered pair once. */
function simplePairs(size: number, ends: readonly (readonly [number, number])[]): Uint32Array {
  const seen = new Set<number>();
  const kept: number[] = [];
  for (const [a, b] of ends) {
    if (!(a >= 0 && b >= 0 && a < size && b < size)) throw new RangeError(`tie ${a}–${b} outside 0..${size - 1}`);
    const key = a < b ? a * size + b : b * size + a;
    if (a === b || seen.has(key)) continue;
    seen.add(key);
    kept.push(a, b);
  }
  return Uint32Array.from(kept);
}

/** Builds the graph; loops are dropped and a pair given twice is one tie, whatever its direction. */
export function tieGraph(size: number, ends: readonly (readonly [number, number])[]): TieGraph {
  const pairs = simplePairs(size, ends);
  const offsets = new Uint32Array(size + 1);
  for (const v of pairs) offsets[v + 1]!++;
  for (let v = 0; v < size; v++) offsets[v + 1]! += offsets[v]!;
  const next = offsets.slice();
  const neighbours = new Uint32Array(pairs.length);
  const tieOf = new Uint32Array(pairs.length);
  pairs.forEach((v, i) => {
    const slot = next[v]!++;
    neighbours[slot] = pairs[i ^ 1]!;
    tieOf[slot] = i >> 1;
  });
  return { size, ties: pairs.length / 2, offsets, neighbours, tieOf, ends: pairs };
}

/** Number of ties of a node. */
export const degreeOf = (g: TieGraph, node: number): number => g.offsets[node + 1]! - g.offsets[node]!;

/** Neighbours of a node: a view, not a copy. */
export const neighboursOf = (g: TieGraph, node: number): Uint32Array =>
  g.neighbours.subarray(g.offsets[node]!, g.offsets[node + 1]!);

/** Degree of every node. */
export const degrees = (g: TieGraph): Uint32Array => Uint32Array.from({ length: g.size }, (_, v) => degreeOf(g, v));

/** Sum of the weights of the ties of every node: its strength. */
export function strengths(g: TieGraph, weights: ArrayLike<number>): Float64Array {
  const out = new Float64Array(g.size);
  g.ends.forEach((v, i) => {
    out[v]! += weights[i >> 1]!;
  });
  return out;
}
