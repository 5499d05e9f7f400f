import { componentsIn } from './components';
import type { TieGraph } from './graph';

/** Distances from every node, in ties, summed over those it reaches. */
export interface Distances {
  /** Nodes reached, itself included. */
  readonly reached: Uint32Array;
  readonly total: Float64Array;
  /** Sum of 1 / distance. */
  readonly inverse: Float64Array;
  readonly farthest: Uint32Array;
}

/** One breadth-first search per node. */
export function distancesIn(g: TieGraph): Distances {
  const { size, offsets, neighbours } = g;
  const out = {
    reached: new Uint32Array(size),
    total: new Float64Array(size),
    inverse: new Float64Array(size),
    farthest: new Uint32Array(size),
  };
  const distance = new Int32Array(size).fill(-1);
  const queue = new Uint32Array(size);
  for (let source = 0; source < size; source++) {
    queue[0] = source;
    distance[source] = 0;
    let end = 1;
    for (let head = 0; head < end; head++) {
      const v = queue[head]!;
      const d = distance[v]!;
      out.total[source]! += d;
      if (d > 0) out.inverse[source]! += 1 / d;
      for (let i = offsets[v]!; i < offsets[v + 1]!; i++) {
        const w = neighbours[i]!;
        if (distance[w] !== -1) continue;
        distance[w] = d + 1;
        queue[end++] = w;
      }
    }
    out.reached[source] = end;
    out.farthest[source] = distance[queue[end - 1]!]!;
    for (let i = 0; i < end; i++) distance[queue[i]!] = -1;
  }
  return out;
}

const byNode = (d: Distances, measure: (reached: number, total: number) => number) =>
  Float64Array.from(d.total, (total, v) => (total === 0 ? 0 : measure(d.reached[v]!, total)));

/** Closeness of Wasserman & Faust (1994, 5.2.2): ((r-1)/(n-1)) × ((r-1)/Σd), r nodes reached; isolates 0. */
export const closeness = (d: Distances): Float64Array =>
  byNode(d, (reached, total) => (reached - 1) ** 2 / ((d.total.length - 1) * total));

/** Closeness within its own component (Freeman 1978): (r-1)/Σd; flatters small components; isolates 0. */
export const closenessWithin = (d: Distances): Float64Array => byNode(d, (reached, total) => (reached - 1) / total);

/** Harmonic centrality (Marchiori & Latora 2000): Σ 1/distance, divided by n-1; isolates 0. */
export const harmonicCentrality = (d: Distances): Float64Array =>
  d.inverse.map((x) => (x === 0 ? 0 : x / (d.inverse.length - 1)));

/** Mean of 1/distance over ordered pairs, 0 for pairs that no path joins (Latora & Marchiori 2001); null when n < 2. */
export function globalEfficiency(d: Distances): number | null {
  const n = d.inverse.length;
  return n < 2 ? null : d.inverse.reduce((sum, x) => sum + x, 0) / (n * (n - 1));
}

/** Longest and mean distance inside the largest component; nulls when it has fewer than 2 nodes. */
export function extentOfLargest(g: TieGraph, d: Distances): { diameter: number | null; averagePath: number | null } {
  const { of, sizes } = componentsIn(g);
  const size = sizes[0] ?? 0;
  if (size < 2) return { diameter: null, averagePath: null };
  let diameter = 0;
  let total = 0;
  of.forEach((label, v) => {
    if (label !== 0) return;
    diameter = Math.max(diameter, d.farthest[v]!);
    total += d.total[v]!;
  });
  return { diameter, averagePath: total / (size * (size - 1)) };
}
