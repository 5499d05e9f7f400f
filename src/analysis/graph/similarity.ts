import { degreeOf, neighboursOf, type TieGraph } from './graph';

/** Two nodes that are not tied and share neighbours. */
export interface SimilarPair {
  readonly a: number;
  readonly b: number;
  /** Σ 1/ln d over the shared neighbours (Adamic & Adar 2003). */
  readonly adamicAdar: number;
  /** Σ 1/d (Zhou, Lü & Zhang 2009). */
  readonly resourceAllocation: number;
  /** Shared / all neighbours (Jaccard 1901). */
  readonly jaccard: number;
  readonly commonNeighbours: number;
}

function pairsOf(g: TieGraph, a: number, shared: Map<number, number[]>): SimilarPair[] {
  return [...shared].map(([b, through]) => {
    // Smallest degrees first: equal sets of degrees give equal sums, to the last digit.
    const degrees = through.map((z) => degreeOf(g, z)).sort((x, y) => x - y);
    return {
      a,
      b,
      adamicAdar: degrees.reduce((sum, d) => sum + 1 / Math.log(d), 0),
      resourceAllocation: degrees.reduce((sum, d) => sum + 1 / d, 0),
      jaccard: through.length / (degreeOf(g, a) + degreeOf(g, b) - through.length),
      commonNeighbours: through.length,
    };
  });
}

/** Neighbours shared with each later node not tied to `a`; `tied` is scratch, by node. */
function sharedFrom(g: TieGraph, a: number, tied: Int32Array): Map<number, number[]> {
  for (const z of neighboursOf(g, a)) tied[z] = a;
  const shared = new Map<number, number[]>();
  for (const z of neighboursOf(g, a))
    for (const b of neighboursOf(g, z)) {
      if (b <= a || tied[b] === a) continue;
      const known = shared.get(b);
      if (known) known.push(z);
      else shared.set(b, [z]);
    }
  return shared;
}

/** Pairs a < b not tied that share a neighbour, highest Adamic–Adar first, then by a, b; all of them, or the first `limit`. */
export function similarPairs(g: TieGraph, limit = Number.POSITIVE_INFINITY): SimilarPair[] {
  const tied = new Int32Array(g.size).fill(-1);
  return Array.from({ length: g.size }, (_, a) => pairsOf(g, a, sharedFrom(g, a, tied)))
    .flat()
    .sort((x, y) => y.adamicAdar - x.adamicAdar || x.a - y.a || x.b - y.b)
    .slice(0, limit);
}
