import Graph from 'graphology';
import louvain from 'graphology-communities-louvain';
import { seededRandom } from '../random';
import { renumberBySizeInPlace } from './components';
import type { TieGraph } from './graph';
import { adjustedRandIndex, modularity } from './partitions';
import { steadyOrder } from './steadyOrder';

export interface Communities {
  /** Community of each node, numbered largest first, then by smallest node. */
  readonly of: Int32Array;
  readonly sizes: readonly number[];
  /** Null without ties. */
  readonly modularity: number | null;
  /** Mean adjusted Rand index of the other runs with the best: 1 = all runs agree; null without ties or with one run. */
  readonly stability: number | null;
}

/** Labels of any kind as 0..k-1, largest group first, then smallest node. */
function relabelled(labels: ArrayLike<number>): { of: Int32Array; sizes: number[] } {
  const known = new Map<number, number>();
  const sizes: number[] = [];
  const of = Int32Array.from(labels, (label) => {
    if (!known.has(label)) known.set(label, sizes.push(0) - 1);
    const i = known.get(label)!;
    sizes[i]!++;
    return i;
  });
  return { sizes: renumberBySizeInPlace(of, sizes), of };
}

/** Numbers from 0 in an order drawn by `random` (Fisher & Yates). */
function shuffled(size: number, random: () => number): Uint32Array {
  const order = Uint32Array.from({ length: size }, (_, v) => v);
  for (let i = size - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** A graph whose nodes and ties come in an order that the names of nodes do not change. */
interface Steady {
  readonly order: Uint32Array;
  /** Places in `order` of the ends of each tie, with its weight; by first end, then second. */
  readonly ties: readonly { readonly a: number; readonly b: number; readonly weight: number }[];
}

function steadyFrom(g: TieGraph, weights: ArrayLike<number> | null): Steady {
  const order = steadyOrder(g, weights);
  const place = new Uint32Array(g.size);
  order.forEach((v, i) => {
    place[v] = i;
  });
  const ties = Array.from({ length: g.ties }, (_, t) => {
    const [p, q] = [place[g.ends[2 * t]!]!, place[g.ends[2 * t + 1]!]!];
    return { a: Math.min(p, q), b: Math.max(p, q), weight: weights ? weights[t]! : 1 };
  });
  return { order, ties: ties.sort((x, y) => x.a - y.a || x.b - y.b) };
}

/**
 * One run of Louvain. The library goes through the nodes in the order in which they were added, from a random start:
 * adding them in a drawn order makes runs differ enough for the best of them to be good.
 */
function runLouvain({ order, ties }: Steady, isWeighted: boolean, random: () => number): Int32Array {
  const graph = new Graph({ type: 'undirected', multi: false });
  for (const i of shuffled(order.length, random)) graph.addNode(i);
  ties.forEach(({ a, b, weight }, t) => {
    graph.addEdgeWithKey(t, a, b, isWeighted ? { affinity: weight } : {});
  });
  const labels = louvain(graph, { rng: random, getEdgeWeight: isWeighted ? 'affinity' : null });
  const of = new Int32Array(order.length);
  order.forEach((v, i) => {
    of[v] = labels[i]!;
  });
  return of;
}

/**
 * Communities by Louvain (Blondel et al. 2008, doi:10.1088/1742-5468/2008/10/P10008): the best of seeded runs by modularity,
 * the first where several are as good. Same graph, same answer, however its nodes are numbered. Weights are affinities and must not be below 0.
 */
export function communitiesIn(g: TieGraph, options: { runs?: number; weights?: ArrayLike<number> | null } = {}): Communities {
  const { runs = 20, weights = null } = options;
  const alone = Int32Array.from({ length: g.size }, (_, v) => v);
  if (modularity(g, alone, weights) === null)
    return { of: alone, sizes: Array.from(alone, () => 1), modularity: null, stability: null };
  const steady = steadyFrom(g, weights);
  const found = Array.from({ length: runs }, (_, seed) => {
    const of = runLouvain(steady, weights !== null, seededRandom(seed + 1));
    return { of, modularity: modularity(g, of, weights)! };
  });
  const best = found.reduce((a, b) => (b.modularity > a.modularity + 1e-12 ? b : a));
  const others = found.filter((run) => run !== best).map((run) => adjustedRandIndex(run.of, best.of));
  const stability = others.length === 0 ? null : others.reduce((sum, x) => sum + x, 0) / others.length;
  return { ...relabelled(best.of), modularity: best.modularity, stability };
}
