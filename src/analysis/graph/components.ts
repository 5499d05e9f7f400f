import { articulationPoints } from './breaks';
import { neighboursOf, type TieGraph } from './graph';

export interface Components {
  /** Component of each node, numbered largest first, then by smallest node. */
  readonly of: Int32Array;
  readonly sizes: readonly number[];
}

/** Numbers labels 0..k-1 given in order of smallest node again: largest first; `-1` stays. Changes `of`. */
export function renumberBySizeInPlace(of: Int32Array, sizes: readonly number[]): number[] {
  const order = sizes.map((_, i) => i).sort((x, y) => sizes[y]! - sizes[x]! || x - y);
  const rank = new Int32Array(sizes.length);
  order.forEach((label, i) => {
    rank[label] = i;
  });
  for (let v = 0; v < of.length; v++) if (of[v]! >= 0) of[v] = rank[of[v]!]!;
  return order.map((label) => sizes[label]!);
}

/** Labels all that is reached from `start` through unlabelled nodes; returns how many. Changes `of`. */
function spreadInPlace(g: TieGraph, of: Int32Array, start: number, label: number): number {
  const queue = [start];
  of[start] = label;
  for (let head = 0; head < queue.length; head++)
    for (const w of neighboursOf(g, queue[head]!))
      if (of[w] === -1) {
        of[w] = label;
        queue.push(w);
      }
  return queue.length;
}

/** Connected components; an isolate is a component of one. */
export function componentsIn(g: TieGraph): Components {
  const of = new Int32Array(g.size).fill(-1);
  const sizes: number[] = [];
  for (let v = 0; v < g.size; v++) if (of[v] === -1) sizes.push(spreadInPlace(g, of, v, sizes.length));
  return { sizes: renumberBySizeInPlace(of, sizes), of };
}

/**
 * The piece each other node of a node's component falls in once the node is gone, largest first, then smallest node;
 * -1 for the node itself and for other components.
 */
export function piecesWithout(g: TieGraph, node: number): Int32Array {
  const of = new Int32Array(g.size).fill(-1);
  const gone = -2;
  of[node] = gone;
  const sizes: number[] = [];
  for (const start of neighboursOf(g, node).slice().sort())
    if (of[start] === -1) sizes.push(spreadInPlace(g, of, start, sizes.length));
  of[node] = -1;
  const smallest = new Int32Array(sizes.length).fill(g.size);
  of.forEach((label, v) => {
    if (label >= 0) smallest[label] = Math.min(smallest[label]!, v);
  });
  const order = sizes.map((_, i) => i).sort((x, y) => sizes[y]! - sizes[x]! || smallest[x]! - smallest[y]!);
  return of.map((label) => (label < 0 ? -1 : order.indexOf(label)));
}

const connectedPairs = (sizes: readonly number[]) => sizes.reduce((sum, s) => sum + s * (s - 1), 0);

/** Share of pairs that no path joins, from the sizes of the components (Borgatti 2006); null when n < 2. */
export const fragmentation = (sizes: readonly number[], n: number): number | null =>
  n < 2 ? null : 1 - connectedPairs(sizes) / (n * (n - 1));

/** Fragmentation of what is left once each node is gone (Borgatti 2006, key players); null when fewer than 2 are left. */
export function fragmentationWithout(g: TieGraph): (number | null)[] {
  const { of, sizes } = componentsIn(g);
  const pairs = connectedPairs(sizes);
  const cuts = new Map(articulationPoints(g).map((c) => [c.node, c.pieces]));
  return Array.from({ length: g.size }, (_, v) => {
    if (g.size < 3) return null;
    const size = sizes[of[v]!]!;
    const left = cuts.get(v) ?? [size - 1];
    return 1 - (pairs - size * (size - 1) + connectedPairs(left)) / ((g.size - 1) * (g.size - 2));
  });
}
