import Graph from 'graphology';
import louvain from 'graphology-communities-louvain';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import type { NetworkReading } from './analysis';
import { seededRandom } from './random';

const goldenAngle = Math.PI * (3 - Math.sqrt(5));

/** A fixed number of steps: the picture depends on nothing else (`guide/speed.md` 5). */
const stepsFor = (nodes: number) => (nodes <= 500 ? 300 : nodes <= 5000 ? 40 : 10);

function buildGraph(network: NetworkReading): Graph {
  const graph = new Graph({ type: 'undirected', multi: false });
  for (const node of [...network.nodes].sort((a, b) => (a.id < b.id ? -1 : 1))) if (node.degree > 0) graph.addNode(node.id);
  for (const tie of [...network.ties].sort((x, y) => (`${x.a}\n${x.b}` < `${y.a}\n${y.b}` ? -1 : 1)))
    graph.mergeEdge(tie.a, tie.b);
  return graph;
}

const spiral = (i: number): readonly [number, number] => {
  const radius = Math.sqrt(i + 0.5);
  return [radius * Math.cos(i * goldenAngle), radius * Math.sin(i * goldenAngle)];
};

/** Communities on a golden-angle spiral, largest in the middle, the members of each on a small spiral of its own. */
function placeCommunities(graph: Graph, communities: Readonly<Record<string, number>>): void {
  const members = new Map<number, string[]>();
  for (const node of graph.nodes()) {
    const known = members.get(communities[node]!);
    if (known) known.push(node);
    else members.set(communities[node]!, [node]);
  }
  const ordered = [...members.values()].sort((a, b) => b.length - a.length || (a[0]! < b[0]! ? -1 : 1));
  let taken = 0;
  ordered.forEach((list, k) => {
    // A disc of n marks has a radius of about √n: the next one begins where this one ends.
    const away = 2 * Math.sqrt(taken + list.length / 2);
    taken += list.length;
    const [cx, cy] = k === 0 ? [0, 0] : [away * Math.cos(k * goldenAngle), away * Math.sin(k * goldenAngle)];
    list.forEach((node, i) => {
      const [x, y] = spiral(i);
      graph.mergeNodeAttributes(node, { x: cx + x, y: cy + y });
    });
  });
}

/**
 * Positions in [0, 1]² of the actors that have a tie: seeded Louvain communities laid on a golden-angle spiral,
 * then a fixed number of ForceAtlas2 steps. Same network, same picture; isolates are absent.
 */
export function layoutNetwork(network: NetworkReading): ReadonlyMap<string, { x: number; y: number }> {
  const graph = buildGraph(network);
  if (graph.order === 0) return new Map();
  const communities = louvain(graph, { rng: seededRandom(1), getEdgeWeight: null });
  placeCommunities(graph, communities);
  forceAtlas2.assign(graph, {
    iterations: stepsFor(graph.order),
    getEdgeWeight: null,
    settings: {
      ...forceAtlas2.inferSettings(graph),
      gravity: 0.6,
      scalingRatio: 12,
      strongGravityMode: false,
      linLogMode: false,
      barnesHutOptimize: graph.order > 2000,
    },
  });
  const xs = graph.mapNodes((_, a) => a['x'] as number);
  const ys = graph.mapNodes((_, a) => a['y'] as number);
  const [minX, minY] = [Math.min(...xs), Math.min(...ys)];
  const span = Math.max(Math.max(...xs) - minX, Math.max(...ys) - minY) || 1;
  return new Map(
    graph.mapNodes((node, a) => [node, { x: ((a['x'] as number) - minX) / span, y: ((a['y'] as number) - minY) / span }]),
  );
}
