import Graph from 'graphology';
import louvain from 'graphology-communities-louvain';
import type { NetworkReading } from './analysis';
import { seededRandom } from './random';

export interface NetworkFindings {
  readonly communities: ReadonlyMap<string, number>;
  readonly betweenness: ReadonlyMap<string, number>;
}

export function findInNetwork(network: NetworkReading): NetworkFindings {
  const graph = new Graph({ type: 'undirected', multi: false });
  for (const n of network.nodes) graph.addNode(n.id);
  for (const t of network.ties) graph.mergeEdge(t.a, t.b);
  const found = louvain(graph, { rng: seededRandom(1), getEdgeWeight: null });
  return { communities: new Map(Object.entries(found)), betweenness: new Map() };
}
