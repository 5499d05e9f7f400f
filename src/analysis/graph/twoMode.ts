import { betweenness } from './betweenness';
import { distancesIn } from './closeness';
import { degreeOf, degrees, neighboursOf, type TieGraph } from './graph';

/** Ties between two kinds of nodes only: 0..first-1 of the first kind, the rest of the second. */
export interface TwoModeGraph {
  readonly graph: TieGraph;
  readonly first: number;
}

/** How many nodes the other kind has, by node. */
const facing = ({ graph, first }: TwoModeGraph, node: number) => (node < first ? graph.size - first : first);

/** Ties / (n1 × n2) (Borgatti & Everett 1997, doi:10.1016/S0378-8733(96)00301-2); null where a kind is empty. */
export function twoModeDensity({ graph, first }: TwoModeGraph): number | null {
  const possible = first * (graph.size - first);
  return possible === 0 ? null : graph.ties / possible;
}

/** Degree / size of the other kind (Borgatti & Everett 1997); 0 where the other kind is empty. */
export const twoModeDegree = (g: TwoModeGraph): Float64Array =>
  Float64Array.from(degrees(g.graph), (d, v) => (d === 0 ? 0 : d / facing(g, v)));

/** Largest betweenness a node of a kind of `own` nodes can have when the other kind has `other` (Borgatti & Everett 1997). */
function largestBetweenness(own: number, other: number): number {
  const s = Math.floor((own - 1) / other);
  const t = (own - 1) % other;
  return (other ** 2 * (s + 1) ** 2 + other * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) / 2;
}

/** Betweenness over the largest that its kind allows (Borgatti & Everett 1997); 0 where that is 0. */
export function twoModeBetweenness(g: TwoModeGraph): Float64Array {
  const second = g.graph.size - g.first;
  if (g.first === 0 || second === 0) return new Float64Array(g.graph.size);
  const [ofFirst, ofSecond] = [largestBetweenness(g.first, second), largestBetweenness(second, g.first)];
  return betweenness(g.graph).node.map((b, v) => (b === 0 ? 0 : b / (v < g.first ? ofFirst : ofSecond)));
}

/** Smallest possible sum of distances over the actual one (Borgatti & Everett 1997), times the share of nodes reached; isolates 0. */
export function twoModeCloseness(g: TwoModeGraph): Float64Array {
  const { size } = g.graph;
  const { reached, total } = distancesIn(g.graph);
  return total.map((sum, v) => {
    const other = facing(g, v);
    return sum === 0 ? 0 : ((other + 2 * (size - other - 1)) / sum) * ((reached[v]! - 1) / (size - 1));
  });
}

/** Two nodes of one kind that share nodes of the other. */
export interface SharedPair {
  readonly a: number;
  readonly b: number;
  /** Nodes shared. */
  readonly shared: number;
  /** Σ 1/(size - 1) over them (Newman 2001, doi:10.1103/PhysRevE.64.016132): a small meeting ties more than a plenary. */
  readonly newman: number;
  /** Shared / all those of either (Jaccard 1901). */
  readonly jaccard: number;
}

/** Pairs a < b of one kind that share at least a node of the other, by a, then b. */
export function projection({ graph, first }: TwoModeGraph, kind: 'first' | 'second'): SharedPair[] {
  const [from, to] = kind === 'first' ? [0, first] : [first, graph.size];
  const out: SharedPair[] = [];
  for (let a = from; a < to; a++) {
    const found = new Map<number, { shared: number; newman: number }>();
    for (const z of neighboursOf(graph, a))
      for (const b of neighboursOf(graph, z)) {
        if (b <= a) continue;
        const known = found.get(b) ?? { shared: 0, newman: 0 };
        found.set(b, { shared: known.shared + 1, newman: known.newman + 1 / (degreeOf(graph, z) - 1) });
      }
    for (const [b, { shared, newman }] of [...found].sort(([x], [y]) => x - y))
      out.push({ a, b, shared, newman, jaccard: shared / (degreeOf(graph, a) + degreeOf(graph, b) - shared) });
  }
  return out;
}

/** 4 × four-cycles / three-paths (Robins & Alexander 2004, doi:10.1023/B:CMOT.0000032580.12184.c0); 0 where there is no three-path. */
export function robinsAlexander(g: TwoModeGraph): number {
  const { ends, ties } = g.graph;
  let paths = 0;
  for (let t = 0; t < ties; t++) paths += (degreeOf(g.graph, ends[2 * t]!) - 1) * (degreeOf(g.graph, ends[2 * t + 1]!) - 1);
  const cycles = projection(g, 'first').reduce((sum, p) => sum + (p.shared * (p.shared - 1)) / 2, 0);
  return paths === 0 ? 0 : (4 * cycles) / paths;
}

/** Mean Jaccard overlap with the nodes at distance two (Latapy, Magnien & Del Vecchio 2008); 0 where there is none. */
export function latapyClustering(g: TwoModeGraph): Float64Array {
  const sum = new Float64Array(g.graph.size);
  const near = new Uint32Array(g.graph.size);
  for (const kind of ['first', 'second'] as const)
    for (const { a, b, jaccard } of projection(g, kind))
      for (const v of [a, b]) {
        sum[v]! += jaccard;
        near[v]!++;
      }
  return sum.map((s, v) => (near[v] === 0 ? 0 : s / near[v]!));
}
