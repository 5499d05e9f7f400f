import { betweenness, normalisedBetweenness } from '../../src/analysis/graph/betweenness';
import { articulationPoints, blockSizes, bridges } from '../../src/analysis/graph/breaks';
import { brokerage } from '../../src/analysis/graph/brokerage';
import {
  betweennessCentralization,
  closenessCentralization,
  degreeCentralization,
} from '../../src/analysis/graph/centralization';
import { closeness, closenessWithin, distancesIn, extentOfLargest, globalEfficiency } from '../../src/analysis/graph/closeness';
import { averageClustering, clustering, transitivity } from '../../src/analysis/graph/clustering';
import { communitiesIn } from '../../src/analysis/graph/communities';
import { componentsIn, fragmentation, fragmentationWithout } from '../../src/analysis/graph/components';
import { constraint, effectiveSize, efficiency } from '../../src/analysis/graph/constraint';
import { coreCorrelation, coreNumbers, lipCore } from '../../src/analysis/graph/cores';
import { degrees, strengths } from '../../src/analysis/graph/graph';
import { assortativity, expectedExternalInternal, externalInternal } from '../../src/analysis/graph/mixing';
import { modularity } from '../../src/analysis/graph/partitions';
import { similarPairs } from '../../src/analysis/graph/similarity';
import { eigenvectorCentrality, pageRank } from '../../src/analysis/graph/spectral';
import { averageDegree, density } from '../../src/analysis/metrics/density';
import type { NamedGraph } from './namedGraph';

type Measure = (g: NamedGraph) => unknown;

/** A result kept per graph: several measures begin with the same long one. */
function once<T>(compute: (g: NamedGraph) => T): (g: NamedGraph) => T {
  const known = new WeakMap<NamedGraph, { readonly value: T }>();
  return (g) => {
    const found = known.get(g) ?? { value: compute(g) };
    known.set(g, found);
    return found.value;
  };
}

/** Values by node as an object, names as keys. */
export const byName = (g: NamedGraph, values: ArrayLike<unknown> | null): Record<string, unknown> | null =>
  values && Object.fromEntries(g.names.map((name, v) => [name, values[v]]));

const distances = once((g) => distancesIn(g.graph));
const between = once((g) => betweenness(g.graph));
const cuts = once((g) => articulationPoints(g.graph));
const components = once((g) => componentsIn(g.graph));

const sortedPair = (g: NamedGraph, tie: number) => [...g.pairs[tie]!].sort((a, b) => (a < b ? -1 : 1));
const cutTies = once((g) =>
  bridges(g.graph)
    .map((b) => ({ ...b, pair: sortedPair(g, b.tie) }))
    .sort((x, y) => (JSON.stringify(x.pair) < JSON.stringify(y.pair) ? -1 : 1)),
);

/** Measures of the graph alone, under the keys of the published results. */
export const plainMeasures: Readonly<Record<string, Measure>> = {
  n: (g) => g.graph.size,
  m: (g) => g.graph.ties,
  density: (g) => density(g.graph.size, g.graph.ties),
  average_degree: (g) => averageDegree(g.graph.size, g.graph.ties),
  transitivity: (g) => transitivity(g.graph),
  average_clustering: (g) => averageClustering(g.graph),
  clustering: (g) => byName(g, clustering(g.graph)),
  components_count: (g) => components(g).sizes.length,
  component_sizes: (g) => components(g).sizes,
  isolates: (g) => g.names.filter((_, v) => components(g).sizes[components(g).of[v]!] === 1),
  fragmentation: (g) => fragmentation(components(g).sizes, g.graph.size),
  fragmentation_after_removal: (g) => byName(g, fragmentationWithout(g.graph)),
  diameter_largest_component: (g) => extentOfLargest(g.graph, distances(g)).diameter,
  average_shortest_path_largest_component: (g) => extentOfLargest(g.graph, distances(g)).averagePath,
  global_efficiency: (g) => globalEfficiency(distances(g)),
  degree: (g) => byName(g, degrees(g.graph)),
  degree_centrality: (g) =>
    byName(
      g,
      Array.from(degrees(g.graph), (d) => (g.graph.size < 2 ? null : d / (g.graph.size - 1))),
    ),
  betweenness_raw: (g) => byName(g, between(g).node),
  betweenness_normalised: (g) => byName(g, normalisedBetweenness(between(g).node)),
  edge_betweenness_raw: (g) => g.pairs.map(([a, b], t) => [a, b, between(g).tie[t]]),
  closeness_wf_improved: (g) => byName(g, closeness(distances(g))),
  closeness_not_wf: (g) => byName(g, closenessWithin(distances(g))),
  harmonic_raw: (g) => byName(g, distances(g).inverse),
  eigenvector: (g) => {
    const values = eigenvectorCentrality(g.graph);
    return values && Object.fromEntries(g.names.flatMap((name, v) => (values[v] === null ? [] : [[name, values[v]]])));
  },
  'pagerank_0.85': (g) => byName(g, pageRank(g.graph)),
  constraint: (g) => byName(g, constraint(g.graph)),
  effective_size: (g) => byName(g, effectiveSize(g.graph)),
  efficiency: (g) => byName(g, efficiency(g.graph)),
  articulation_points: (g) => cuts(g).map((c) => g.names[c.node]),
  articulation_impact: (g) =>
    Object.fromEntries(
      cuts(g).map((c) => [g.names[c.node], { component_sizes_after_removal: c.pieces, pairs_disconnected: c.pairsDisconnected }]),
    ),
  bridges: (g) => cutTies(g).map((b) => b.pair),
  bridge_impact: (g) => cutTies(g).map((b) => [...b.pair, b.smallerSide, b.pairsDisconnected]),
  biconnected_component_sizes: (g) => blockSizes(g.graph),
  core_number: (g) => byName(g, coreNumbers(g.graph)),
  lip_core: (g) => {
    const found = lipCore(g.graph);
    return found && { min_Z: found.misfits, optimal_sizes: found.sizes };
  },
  core_periphery: (g) => {
    const found = coreCorrelation(g.graph);
    return (
      found && {
        correlation_best_degree_prefix: found.correlation,
        core_size: found.core.length,
        core: found.core.map((v) => g.names[v]),
      }
    );
  },
  degree_centralization: (g) => degreeCentralization(g.graph),
  betweenness_centralization: (g) => betweennessCentralization(g.graph, between(g).node),
  closeness_centralization: (g) => closenessCentralization(distances(g)),
  adamic_adar_top20: (g) =>
    similarPairs(g.graph, 20).map((p) => [
      g.names[p.a],
      g.names[p.b],
      p.adamicAdar,
      p.resourceAllocation,
      p.jaccard,
      p.commonNeighbours,
    ]),
  louvain_best_of_20_seeds_modularity: (g) => communitiesIn(g.graph, { runs: 50 }).modularity,
};

/** Measures that need a strength by tie. */
export const weightedMeasures: Readonly<Record<string, (g: NamedGraph, weights: Float64Array) => unknown>> = {
  strength: (g, weights) => byName(g, strengths(g.graph, weights)),
  constraint_weighted: (g, weights) => byName(g, constraint(g.graph, weights)),
  betweenness_weighted_length_is_1_over_w_normalised: (g, weights) =>
    byName(
      g,
      normalisedBetweenness(
        betweenness(
          g.graph,
          weights.map((w) => 1 / w),
          // The published figures compare lengths to the last bit.
          0,
        ).node,
      ),
    ),
};

/** Measures that need a group by node. */
export const groupMeasures: Readonly<Record<string, (g: NamedGraph, groups: readonly (string | number)[]) => unknown>> = {
  modularity_unweighted: (g, groups) => modularity(g.graph, groups),
  gould_fernandez_ordered_pairs: (g, groups) => byName(g, brokerage(g.graph, groups)),
  ei_index: (g, groups) => {
    const { external, internal, ei, node } = externalInternal(g.graph, groups);
    return { external, internal, ei, node: byName(g, node) };
  },
  ei_expected_given_group_sizes_random_density: (_, groups) => expectedExternalInternal(groups),
  assortativity_coefficient: (g, groups) => assortativity(g.graph, groups),
};

/** Modularity of the given groups on strengths: the one measure that needs both. */
export const weightedGroupMeasures = {
  modularity_weighted: (g: NamedGraph, weights: Float64Array, groups: readonly (string | number)[]) =>
    modularity(g.graph, groups, weights),
};

/** One measure by its key; undefined when the key is unknown or the graph lacks what it needs. */
export function findMeasure({ weights, groups }: NamedGraph, key: string): Measure | undefined {
  if (key in plainMeasures) return plainMeasures[key];
  if (weights && key in weightedMeasures) return (g) => weightedMeasures[key]!(g, weights);
  if (groups && key in groupMeasures) return (g) => groupMeasures[key]!(g, groups);
  if (weights && groups && key === 'modularity_weighted')
    return (g) => weightedGroupMeasures.modularity_weighted(g, weights, groups);
  return undefined;
}

const keys = [plainMeasures, weightedMeasures, groupMeasures, weightedGroupMeasures].flatMap((table) => Object.keys(table));

/** Every measure the graph allows. */
export const measureAll = (g: NamedGraph): Record<string, unknown> =>
  Object.fromEntries(keys.flatMap((key) => (findMeasure(g, key) ? [[key, findMeasure(g, key)!(g)]] : [])));
