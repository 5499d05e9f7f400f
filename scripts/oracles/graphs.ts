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

const find = (key: string): Measure<GraphCase> =>
  measures[key] ??
  (isInput(key)
    ? { skip: 'donnée du cas' }
    : key === 'louvain_best_number_of_communities_seed1'
      ? { skip: "tirages d'un autre programme" }
      : { later: 'mesure de réseau : demande sur le réseau de partenariats' });

/** graphs.json: size, density, degree, components, isolates; two-mode graphs and the rest wait for the network issue. */
export function checkGraphs(content: { readonly graphs: Readonly<Record<string, GraphCase>> }): Check[] {
  return Object.entries(content.graphs).flatMap(([name, g]) =>
    'nodes' in g
      ? checkAll(name, g, g, find, absolute(1e-9))
      : checkAll(
          name,
          g,
          g,
          (key) => (isInput(key) ? { skip: 'donnée du cas' } : { later: 'graphe à deux modes' }),
          absolute(1e-9),
        ),
  );
}
