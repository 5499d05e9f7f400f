import { degrees } from '../../src/analysis/graph/graph';
import {
  latapyClustering,
  projection,
  robinsAlexander,
  type SharedPair,
  type TwoModeGraph,
  twoModeBetweenness,
  twoModeCloseness,
  twoModeDegree,
  twoModeDensity,
} from '../../src/analysis/graph/twoMode';
import { density } from '../../src/analysis/metrics/density';
import type { NamedGraph } from './namedGraph';
import { byName } from './networkMeasures';

/** A two-mode graph with names: those of the first kind come first. */
export interface NamedTwoMode extends NamedGraph {
  readonly first: number;
}

const of = (g: NamedTwoMode): TwoModeGraph => ({ graph: g.graph, first: g.first });

const listed = (g: NamedTwoMode, kind: 'first' | 'second', measure: (pair: SharedPair) => number) =>
  projection(of(g), kind).map((p) => [g.names[p.a], g.names[p.b], measure(p)]);

/** Measures under the keys of the published case, whose first kind is women, the second events. */
export const twoModeMeasures: Readonly<Record<string, (g: NamedTwoMode) => unknown>> = {
  n_women: (g) => g.first,
  n_events: (g) => g.graph.size - g.first,
  m: (g) => g.graph.ties,
  bipartite_density: (g) => twoModeDensity(of(g)),
  degree: (g) => byName(g, degrees(g.graph)),
  bipartite_degree_centrality: (g) => byName(g, twoModeDegree(of(g))),
  bipartite_betweenness: (g) => byName(g, twoModeBetweenness(of(g))),
  bipartite_closeness: (g) => byName(g, twoModeCloseness(of(g))),
  projection_women_shared_events: (g) => listed(g, 'first', (p) => p.shared),
  projection_events_shared_women: (g) => listed(g, 'second', (p) => p.shared),
  projection_women_newman: (g) => listed(g, 'first', (p) => p.newman),
  projection_women_jaccard: (g) => listed(g, 'first', (p) => p.jaccard),
  projection_women_density: (g) => density(g.first, projection(of(g), 'first').length),
  robins_alexander_clustering: (g) => robinsAlexander(of(g)),
  latapy_clustering: (g) => byName(g, latapyClustering(of(g))),
};
