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

const pairs = (counts: Iterable<number>) => {
  let sum = 0;
  for (const n of counts) sum += (n * (n - 1)) / 2;
  return sum;
};

/** Labels of any kind as 0..k-1, in order of first appearance. */
function ranked(labels: Labels): { of: Uint32Array; groups: number } {
  const ranks = new Map<string | number, number>();
  const of = Uint32Array.from(labels as ArrayLike<never>, (label) => {
    const rank = ranks.get(label) ?? ranks.size;
    ranks.set(label, rank);
    return rank;
  });
  return { of, groups: ranks.size };
}

/** Agreement of two partitions (Hubert & Arabie 1985, doi:10.1007/BF01908075): 1 = the same, 0 = what chance would give. */
export function adjustedRandIndex(x: Labels, y: Labels): number {
  const [row, column] = [ranked(x), ranked(y)];
  const [rows, columns] = [new Uint32Array(row.groups), new Uint32Array(column.groups)];
  const cells = new Map<number, number>();
  row.of.forEach((r, i) => {
    const c = column.of[i]!;
    rows[r]!++;
    columns[c]!++;
    add(cells, r * column.groups + c, 1);
  });
  const [inRows, inColumns, inBoth] = [pairs(rows), pairs(columns), pairs(cells.values())];
  const expected = (inRows * inColumns) / ((x.length * (x.length - 1)) / 2);
  const most = (inRows + inColumns) / 2;
  // Both all alone, or both all together (or fewer than two nodes): the same partition.
  return most === expected || x.length < 2 ? 1 : (inBoth - expected) / (most - expected);
}
