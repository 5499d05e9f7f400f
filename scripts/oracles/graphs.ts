import { averageDegree, density } from '../../src/analysis/metrics/density';
import { componentsOf } from '../../src/analysis/network';
import { absolute, type Check, checkAll, type Measure } from './compare';

interface GraphCase {
  readonly nodes: readonly string[];
  readonly edges: readonly (readonly [string, string, ...unknown[]])[];
  readonly [measure: string]: unknown;
}

const pairs = (g: GraphCase) => g.edges.map(([a, b]) => [a, b] as const);
const componentsIn = (g: GraphCase) => componentsOf(g.nodes, pairs(g));

function degrees(g: GraphCase): Record<string, number> {
  const out: Record<string, number> = Object.fromEntries(g.nodes.map((n) => [n, 0]));
  for (const [a, b] of pairs(g)) for (const n of [a, b]) out[n] = (out[n] ?? 0) + 1;
  return out;
}

const measures: Readonly<Record<string, Measure<GraphCase>>> = {
  n: (g) => g.nodes.length,
  m: (g) => g.edges.length,
  density: (g) => density(g.nodes.length, g.edges.length),
  average_degree: (g) => averageDegree(g.nodes.length, g.edges.length),
  degree: degrees,
  components_count: (g) => componentsIn(g).length,
  component_sizes: (g) => componentsIn(g).map((c) => c.length),
  isolates: (g) =>
    componentsIn(g)
      .filter((c) => c.length === 1)
      .map((c) => c[0]),
};

const isInput = (key: string) =>
  ['nodes', 'edges', 'partition', 'women', 'events', 'note'].includes(key) || key.endsWith('_columns');

/** Measures of the network issue: known, not computed yet. */
const laterKeys = new Set(
  [
    'transitivity average_clustering clustering diameter_largest_component average_shortest_path_largest_component degree_centrality',
    'betweenness_raw betweenness_normalised edge_betweenness_raw closeness_wf_improved closeness_not_wf harmonic_raw eigenvector pagerank_0.85',
    'constraint effective_size efficiency articulation_points bridges biconnected_component_sizes core_number degree_centralization',
    'betweenness_centralization closeness_centralization adamic_adar_top20 core_periphery modularity_unweighted modularity_weighted',
    'gould_fernandez_ordered_pairs ei_index ei_expected_given_group_sizes_random_density assortativity_coefficient strength constraint_weighted',
    'betweenness_weighted_length_is_1_over_w_normalised louvain_best_of_20_seeds_modularity fragmentation articulation_impact',
    'fragmentation_after_removal bridge_impact lip_core global_efficiency',
    'n_women n_events bipartite_density bipartite_degree_centrality bipartite_betweenness bipartite_closeness projection_women_shared_events',
    'projection_events_shared_women projection_women_newman projection_women_jaccard projection_women_density robins_alexander_clustering latapy_clustering',
  ].flatMap((line) => line.split(' ')),
);

function find(key: string): Measure<GraphCase> | undefined {
  if (measures[key]) return measures[key];
  if (isInput(key)) return { skip: 'donnée du cas' };
  if (key === 'louvain_best_number_of_communities_seed1') return { skip: "tirages d'un autre programme" };
  return laterKeys.has(key) ? { later: 'mesure de réseau : demande sur le réseau de partenariats' } : undefined;
}

/** Two-mode graphs name their nodes otherwise: nothing of theirs is computed yet. */
const findTwoMode = (key: string): Measure<GraphCase> | undefined =>
  key in measures ? { later: 'graphe à deux modes' } : find(key);

/** graphs.json: size, density, degree, components, isolates; two-mode graphs and the rest wait for the network issue. */
export function checkGraphs(content: { readonly graphs: Readonly<Record<string, GraphCase>> }): Check[] {
  return Object.entries(content.graphs).flatMap(([name, g]) =>
    'nodes' in g ? checkAll(name, g, g, find, absolute(1e-9)) : checkAll(name, g, g, findTwoMode, absolute(1e-9)),
  );
}
