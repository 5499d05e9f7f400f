import { loadavg } from 'node:os';
import Graph from 'graphology';
import louvain from 'graphology-communities-louvain';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import stockBetweenness from 'graphology-metrics/centrality/betweenness.js';
import type { NetworkReading } from '../../src/analysis/analysis';
import { betweenness } from '../../src/analysis/graph/betweenness';
import { communitiesIn } from '../../src/analysis/graph/communities';
import { type TieGraph, tieGraph } from '../../src/analysis/graph/graph';
import { modularity } from '../../src/analysis/graph/partitions';
import { layoutNetwork } from '../../src/analysis/layout';
import { seededRandom } from '../../src/analysis/random';
import { measureDrawing } from './networkDrawing';

const sizes = [500, 5_000, 20_000] as const;
const communitySize = 50;
const louvainRuns = 20;
/** Steps of a stock layout at which its picture is looked at again; the last is where we give up. */
const stockSteps = [1, 2, 4, 8, 16] as const;

/** Communities of about fifty, three times as many ties as nodes, nine in ten of them inside a community. */
function plantedGraph(size: number): TieGraph {
  const random = seededRandom(size);
  const pairs = new Map<number, readonly [number, number]>();
  while (pairs.size < 3 * size) {
    const a = Math.floor(random() * size);
    const first = a - (a % communitySize);
    const b = random() < 0.9 ? first + Math.floor(random() * communitySize) : Math.floor(random() * size);
    if (a !== b && b < size) pairs.set(Math.min(a, b) * size + Math.max(a, b), [a, b]);
  }
  return tieGraph(size, [...pairs.values()]);
}

function stockGraph(g: TieGraph): Graph {
  const graph = new Graph({ type: 'undirected', multi: false });
  for (let v = 0; v < g.size; v++) graph.addNode(v);
  for (let t = 0; t < g.ties; t++) graph.addEdge(g.ends[2 * t], g.ends[2 * t + 1]);
  return graph;
}

function readingOf(g: TieGraph): NetworkReading {
  const id = (v: number) => `a${String(v).padStart(6, '0')}`;
  const nodes = Array.from({ length: g.size }, (_, v) => ({
    id: id(v),
    name: id(v),
    degree: g.offsets[v + 1]! - g.offsets[v]!,
    component: 0,
    domains: [],
  }));
  const tie = (t: number) => ({
    a: id(g.ends[2 * t]!),
    b: id(g.ends[2 * t + 1]!),
    stated: true,
    natures: [],
    intensity: null,
    weight: null,
    partnershipIds: [],
  });
  const ties = Array.from({ length: g.ties }, (_, t) => tie(t));
  const none = { pending: [], circles: [], isolates: [], density: null, averageDegree: null };
  return { nodes, ties, statedEdges: g.ties, deducedEdges: 0, components: 1, largestComponent: g.size, ...none };
}

function timed<T>(work: () => T): { ms: number; value: T } {
  const began = performance.now();
  const value = work();
  return { ms: performance.now() - began, value };
}

/** The median of three runs, of one where a run takes long. */
function measured<T>(work: () => T): { ms: number; value: T } {
  const first = timed(work);
  if (first.ms > 5_000) return first;
  const all = [first, timed(work), timed(work)].sort((a, b) => a.ms - b.ms);
  return all[1]!;
}

const shown = (ms: number) => (ms < 1_000 ? `${ms.toFixed(0)} ms` : `${(ms / 1_000).toFixed(1)} s`);
const line = (what: string, ours: number, stock: number, more = '') =>
  console.log(`  ${what} : ${shown(ours)} contre ${shown(stock)} pour graphology, rapport ${(stock / ours).toFixed(2)}${more}`);

type Places = (v: number) => { readonly x: number; readonly y: number };

/** Mean length of a tie over the mean distance of two nodes drawn at random: the lower, the more the picture tells. */
function spreadOf(g: TieGraph, place: Places): number {
  const random = seededRandom(7);
  const distance = (a: number, b: number) => Math.hypot(place(a).x - place(b).x, place(a).y - place(b).y);
  let [ties, pairs] = [0, 0];
  for (let t = 0; t < g.ties; t++) {
    ties += distance(g.ends[2 * t]!, g.ends[2 * t + 1]!);
    pairs += distance(Math.floor(random() * g.size), Math.floor(random() * g.size));
  }
  return ties / pairs;
}

/** Our layout, then stock ForceAtlas2 from random places with as many steps, and with more until its picture is as good. */
function compareLayouts(g: TieGraph): void {
  const reading = readingOf(g);
  const ours = measured(() => layoutNetwork(reading));
  const graph = stockGraph(g);
  const random = seededRandom(1);
  graph.forEachNode((v) => graph.mergeNodeAttributes(v, { x: random(), y: random() }));
  const settings = { ...forceAtlas2.inferSettings(graph), barnesHutOptimize: g.size > 2_000 };
  // As many steps as analysis/layout.ts takes.
  const steps = g.size <= 500 ? 300 : g.size <= 5_000 ? 40 : 10;
  const ourSpread = spreadOf(g, (v) => ours.value.get(`a${String(v).padStart(6, '0')}`) ?? { x: 0, y: 0 });
  for (const times of stockSteps) {
    const stock = timed(() => forceAtlas2(graph, { iterations: steps * times, settings, getEdgeWeight: null }));
    const spread = spreadOf(g, (v) => stock.value[v]!);
    line(
      `placement, ${steps} pas contre ${steps * times}`,
      ours.ms,
      stock.ms,
      ` ; longueur moyenne d'un lien sur celle d'une paire : ${ourSpread.toFixed(3)} contre ${spread.toFixed(3)}`,
    );
    if (spread <= ourSpread) return;
  }
  console.log("  … le placement de départ au hasard n'atteint pas la même image.");
}

/** Exact betweenness, ours and graphology's, run in full at every size: nodes × ties, from a smaller one, tells too little. */
function compareBetweenness(g: TieGraph): void {
  const ours = measured(() => betweenness(g).node);
  const graph = stockGraph(g);
  const stock = measured(() => stockBetweenness(graph, { getEdgeWeight: null, normalized: false }));
  const apart = ours.value.reduce((most, b, v) => Math.max(most, Math.abs(b - stock.value[v]!)), 0);
  line('intermédiarité', ours.ms, stock.ms, ` ; plus grand écart ${apart.toExponential(1)}`);
}

/** Communities: the best of twenty seeded runs with its stability, against as many plain calls of Louvain. */
function compareCommunities(g: TieGraph): void {
  const ours = measured(() => communitiesIn(g, { runs: louvainRuns }));
  const graph = stockGraph(g);
  const stock = measured(() =>
    Array.from({ length: louvainRuns }, (_, seed) => louvain(graph, { rng: seededRandom(seed + 1), getEdgeWeight: null })),
  );
  const best = Math.max(
    ...stock.value.map(
      (labels) =>
        modularity(
          g,
          Array.from({ length: g.size }, (_, v) => labels[v]!),
        ) ?? 0,
    ),
  );
  const q = `modularité ${ours.value.modularity!.toFixed(4)} contre ${best.toFixed(4)}, stabilité ${ours.value.stability!.toFixed(2)}`;
  line(`communautés, ${louvainRuns} tirages`, ours.ms, stock.ms, ` ; ${q}`);
}

/** npm run bench -- network: layout, betweenness and communities as ratios to graphology's stock calls, in one process. */
export async function run(): Promise<void> {
  console.log(
    `charge ${loadavg()[0]!.toFixed(1)} ; rapport : temps de graphology / le nôtre (au-dessus de 1, nous sommes plus rapides)`,
  );
  for (const size of sizes) {
    const g = plantedGraph(size);
    console.log(`${size} nœuds, ${g.ties} liens`);
    compareLayouts(g);
    compareBetweenness(g);
    compareCommunities(g);
  }
  await measureDrawing(sizes);
  console.log(`charge ${loadavg()[0]!.toFixed(1)}`);
}
