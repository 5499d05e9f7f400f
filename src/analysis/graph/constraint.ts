import { degreeOf, neighboursOf, strengths, type TieGraph } from './graph';

/** For each node in turn, calls with its neighbours marked: mark[w] is the slot of w + 1, 0 where not tied. */
function withMarks<T>(g: TieGraph, measure: (node: number, mark: Uint32Array) => T): T[] {
  const mark = new Uint32Array(g.size);
  return Array.from({ length: g.size }, (_, v) => {
    for (let i = g.offsets[v]!; i < g.offsets[v + 1]!; i++) mark[g.neighbours[i]!] = i + 1;
    const value = measure(v, mark);
    for (const w of neighboursOf(g, v)) mark[w] = 0;
    return value;
  });
}

/**
 * Constraint (Burt 1992): Σ_j (p_ij + Σ_q p_iq p_qj)², p_ij = share of i's ties, or of their weight, that goes to j.
 * High: captive of one group; can exceed 1; null for isolates and where all weights are 0.
 */
export function constraint(g: TieGraph, weights: ArrayLike<number> | null = null): (number | null)[] {
  const of = weights ?? new Float64Array(g.ties).fill(1);
  const strength = strengths(g, of);
  const share = (from: number, slot: number) => of[g.tieOf[slot]!]! / strength[from]!;
  return withMarks(g, (v, mark) => {
    if (strength[v] === 0) return null;
    let sum = 0;
    for (let i = g.offsets[v]!; i < g.offsets[v + 1]!; i++) {
      let invested = share(v, i);
      const j = g.neighbours[i]!;
      for (let k = g.offsets[j]!; k < g.offsets[j + 1]!; k++) {
        const q = g.neighbours[k]!;
        const shared = mark[q]!;
        if (shared > 0 && strength[q]! > 0) invested += share(v, shared - 1) * share(q, k);
      }
      sum += invested ** 2;
    }
    return sum;
  });
}

/** Effective size (Borgatti 1997): d - 2t/d, t = ties among the neighbours; null for isolates. */
export const effectiveSize = (g: TieGraph): (number | null)[] =>
  withMarks(g, (v, mark) => {
    const degree = degreeOf(g, v);
    if (degree === 0) return null;
    let twice = 0;
    for (const w of neighboursOf(g, v)) for (const q of neighboursOf(g, w)) if (mark[q]! > 0) twice++;
    return degree - twice / degree;
  });

/** Efficiency (Burt 1992): effective size / degree; null for isolates. */
export const efficiency = (g: TieGraph): (number | null)[] =>
  effectiveSize(g).map((size, v) => (size === null ? null : size / degreeOf(g, v)));
