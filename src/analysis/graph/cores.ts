import { degreeOf, degrees, neighboursOf, type TieGraph } from './graph';

/** Core number of each node (Seidman 1983; Batagelj & Zaversnik 2003): the largest k whose k-core it is in. */
export function coreNumbers(g: TieGraph): Uint32Array {
  const core = degrees(g);
  const start = new Uint32Array(core.reduce((a, b) => Math.max(a, b), 0) + 2);
  for (const d of core) start[d + 1]!++;
  for (let d = 1; d < start.length; d++) start[d]! += start[d - 1]!;
  const next = start.slice();
  const place = new Uint32Array(g.size);
  const order = new Uint32Array(g.size);
  core.forEach((d, v) => {
    place[v] = next[d]!++;
    order[place[v]!] = v;
  });
  for (const v of order)
    for (const w of neighboursOf(g, v)) {
      if (core[w]! <= core[v]!) continue;
      // w moves to the front of its bucket, then the bucket begins after it: w is one degree lower.
      const front = start[core[w]!]!;
      const other = order[front]!;
      order[place[w]!] = other;
      place[other] = place[w]!;
      order[front] = w;
      place[w] = front;
      start[core[w]!]!++;
      core[w]!--;
    }
  return core;
}

/** Nodes by degree, largest first, then smallest node. */
export function byDegree(g: TieGraph): number[] {
  const degree = degrees(g);
  return Array.from(degree, (_, v) => v).sort((a, b) => degree[b]! - degree[a]! || a - b);
}

export interface LipCore {
  /** Ties missing in the core and present in the periphery. */
  readonly misfits: number;
  /** Every size that is as good; the smallest is taken. */
  readonly sizes: readonly number[];
  /** Nodes that are in it for sure. */
  readonly core: readonly number[];
  /** Nodes of one same degree, any of which complete it to its size; none where nothing is left to choose. */
  readonly alike: readonly number[];
}

/** Core and periphery (Lip 2011, arXiv:1102.5511): the k largest degrees that minimise k(k-1)/2 + m - Σ degrees; null when empty. */
export function lipCore(g: TieGraph): LipCore | null {
  if (g.size === 0) return null;
  const order = byDegree(g);
  const degree = degrees(g);
  let inCore = 0;
  const misfits = order.map((v, i) => {
    inCore += degree[v]!;
    return ((i + 1) * i) / 2 + g.ties - inCore;
  });
  const least = misfits.reduce((a, b) => Math.min(a, b));
  const sizes = misfits.flatMap((z, i) => (z === least ? [i + 1] : []));
  const size = sizes[0]!;
  const last = degree[order[size - 1]!]!;
  const isCut = size < g.size && degree[order[size]!] === last;
  return {
    misfits: least,
    sizes,
    core: order.slice(0, size).filter((v) => !isCut || degree[v]! > last),
    alike: isCut ? order.filter((v) => degree[v] === last) : [],
  };
}

/**
 * Borgatti & Everett (1999): correlation of the ties with a full core and an empty periphery, ties between the two left out,
 * for the best core made of the largest degrees (the smallest where several are as good); null where none is defined.
 * `prefixes`, as published: of nodes of one degree the smallest come first, so that naming others may change the answer;
 * `whole degrees`: all nodes of a degree or none, the same answer however nodes are numbered.
 */
export function coreCorrelation(
  g: TieGraph,
  cores: 'prefixes' | 'whole degrees' = 'prefixes',
): { readonly correlation: number; readonly core: readonly number[] } | null {
  const order = byDegree(g);
  const isCut = (size: number) => size < g.size && degreeOf(g, order[size - 1]!) === degreeOf(g, order[size]!);
  const inCore = new Uint8Array(g.size);
  let coreTies = 0;
  let outerTies = g.ties;
  let best: { correlation: number; size: number } | null = null;
  order.forEach((v, i) => {
    const toCore = neighboursOf(g, v).reduce((sum, w) => sum + inCore[w]!, 0);
    coreTies += toCore;
    outerTies -= neighboursOf(g, v).length - toCore;
    inCore[v] = 1;
    if (cores === 'whole degrees' && isCut(i + 1)) return;
    const outside = g.size - i - 1;
    const corePairs = ((i + 1) * i) / 2;
    const outerPairs = (outside * (outside - 1)) / 2;
    const pairs = corePairs + outerPairs;
    const ties = coreTies + outerTies;
    const spread = Math.sqrt(corePairs * outerPairs) * Math.sqrt(ties * (pairs - ties));
    if (spread === 0) return;
    const correlation = (pairs * coreTies - corePairs * ties) / spread;
    if (best === null || correlation > best.correlation + 1e-12) best = { correlation, size: i + 1 };
  });
  const found = best as { correlation: number; size: number } | null;
  return found && { correlation: found.correlation, core: order.slice(0, found.size) };
}
