import { strengths, type TieGraph } from './graph';

type Labels = ArrayLike<string | number>;

const add = <K>(sums: Map<K, number>, key: K, value: number) => sums.set(key, (sums.get(key) ?? 0) + value);

/**
 * Modularity of a partition (Newman & Girvan 2004, doi:10.1103/PhysRevE.69.026113): Σ_c (m_c/m - (d_c/2m)²), on weights
 * where given; null without ties or when all weights are 0.
 */
export function modularity(g: TieGraph, of: Labels, weights: ArrayLike<number> | null = null): number | null {
  const weight = weights ?? new Float64Array(g.ties).fill(1);
  const strength = strengths(g, weight);
  const twice = strength.reduce((sum, s) => sum + s, 0);
  if (!(twice > 0)) return null;
  const ends = new Map<string | number, number>();
  strength.forEach((s, v) => {
    add(ends, of[v]!, s);
  });
  let inside = 0;
  for (let t = 0; t < g.ties; t++) if (of[g.ends[2 * t]!] === of[g.ends[2 * t + 1]!]) inside += weight[t]!;
  return (2 * inside) / twice - [...ends.values()].reduce((sum, s) => sum + (s / twice) ** 2, 0);
}

const pairs = (counts: Iterable<number>) => [...counts].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);

/** Agreement of two partitions (Hubert & Arabie 1985, doi:10.1007/BF01908075): 1 = the same, 0 = what chance would give. */
export function adjustedRandIndex(x: Labels, y: Labels): number {
  const [rows, columns, cells] = [new Map<unknown, number>(), new Map<unknown, number>(), new Map<string, number>()];
  for (let i = 0; i < x.length; i++) {
    add(rows, x[i], 1);
    add(columns, y[i], 1);
    add(cells, `${x[i]}\n${y[i]}`, 1);
  }
  const [inRows, inColumns, inBoth] = [pairs(rows.values()), pairs(columns.values()), pairs(cells.values())];
  const expected = (inRows * inColumns) / ((x.length * (x.length - 1)) / 2);
  const most = (inRows + inColumns) / 2;
  // Both all alone, or both all together (or fewer than two nodes): the same partition.
  return most === expected || x.length < 2 ? 1 : (inBoth - expected) / (most - expected);
}
