import { componentsIn } from './components';
import { degreeOf, neighboursOf, type TieGraph } from './graph';

const rounds = 20_000;

/** x ← (A + I)x, of length 1; the shift keeps two-mode graphs from swinging. Returns the largest change. */
function stepInPlace(g: TieGraph, nodes: readonly number[], x: Float64Array, next: Float64Array): number {
  let square = 0;
  for (const v of nodes) {
    let sum = x[v]!;
    for (const w of neighboursOf(g, v)) sum += x[w]!;
    next[v] = sum;
    square += sum * sum;
  }
  const length = Math.sqrt(square);
  let change = 0;
  for (const v of nodes) {
    const value = next[v]! / length;
    change = Math.max(change, Math.abs(value - x[v]!));
    x[v] = value;
  }
  return change;
}

/**
 * Eigenvector centrality (Bonacich 1972) on the largest component, of length 1, positive; null elsewhere.
 * Null when the component has fewer than 2 nodes or the iteration does not settle.
 */
export function eigenvectorCentrality(g: TieGraph): (number | null)[] | null {
  const { of, sizes } = componentsIn(g);
  if ((sizes[0] ?? 0) < 2) return null;
  const nodes = [...of.keys()].filter((v) => of[v] === 0);
  const x = new Float64Array(g.size);
  for (const v of nodes) x[v] = 1 / Math.sqrt(nodes.length);
  const next = new Float64Array(g.size);
  for (let round = 0; round < rounds; round++)
    if (stepInPlace(g, nodes, x, next) < 1e-14) return Array.from(x, (value, v) => (of[v] === 0 ? value : null));
  return null;
}

/** PageRank (Brin & Page 1998) on ties taken both ways; isolates give to all alike; sums to 1; empty when empty. */
export function pageRank(g: TieGraph, damping = 0.85): Float64Array {
  let rank = new Float64Array(g.size).fill(1 / g.size);
  for (let round = 0; round < 1000; round++) {
    let loose = 0;
    for (let v = 0; v < g.size; v++) if (degreeOf(g, v) === 0) loose += rank[v]!;
    const base = (1 - damping + damping * loose) / g.size;
    let change = 0;
    const next = rank.map((old, v) => {
      let sum = 0;
      for (const w of neighboursOf(g, v)) sum += rank[w]! / degreeOf(g, w);
      const value = base + damping * sum;
      change += Math.abs(value - old);
      return value;
    });
    rank = next;
    if (change < 1e-14) break;
  }
  return rank;
}
