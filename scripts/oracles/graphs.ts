import { type NamedGraph, nameGraph } from '../cli/namedGraph';
import { findMeasure } from '../cli/networkMeasures';
import { type NamedTwoMode, twoModeMeasures } from '../cli/twoModeMeasures';
import { absolute, type Check, checkAll, type Measure } from './compare';

type Edge = readonly [string, string, number?];

interface OneModeCase {
  readonly nodes: readonly string[];
  readonly edges: readonly Edge[];
  readonly partition?: Readonly<Record<string, string | number>>;
  readonly [measure: string]: unknown;
}

interface TwoModeCase {
  readonly women: readonly string[];
  readonly events: readonly string[];
  readonly edges: readonly Edge[];
  readonly [measure: string]: unknown;
}

const tiesOf = (edges: readonly Edge[]) => edges.map(([a, b, weight]) => ({ a, b, weight }));

const namedFrom = ({ nodes, edges, partition }: OneModeCase): NamedGraph =>
  nameGraph(nodes, tiesOf(edges), partition ? new Map(Object.entries(partition)) : null);

function twoModeFrom({ women, events, edges }: TwoModeCase): NamedTwoMode {
  const first = new Set(women);
  return { ...nameGraph([...women, ...events], tiesOf(edges), null, (name) => first.has(name)), first: first.size };
}

const isInput = (key: string) =>
  ['nodes', 'edges', 'partition', 'women', 'events', 'note'].includes(key) || key.endsWith('_columns');

/** Inputs and another program's random numbers: not results to reproduce. */
function skipped<C>(key: string): Measure<C> | undefined {
  if (isInput(key)) return { skip: 'donnée du cas' };
  return key === 'louvain_best_number_of_communities_seed1' ? { skip: "tirages d'un autre programme" } : undefined;
}

function findOneMode(g: NamedGraph, key: string): Measure<NamedGraph> | undefined {
  const measure = findMeasure(g, key);
  if (measure && key === 'louvain_best_of_20_seeds_modularity') return { atLeast: (graph) => measure(graph) };
  return measure ?? skipped(key);
}

/** Another tolerance where the published iteration stops earlier (oracles/README.md). */
const toleranceFor = (key: string) => absolute(key === 'eigenvector' ? 1e-6 : 1e-9);

function checkCase<C>(name: string, graph: C, expected: object, find: (key: string) => Measure<C> | undefined): Check[] {
  return Object.entries(expected).flatMap(([key, value]) => checkAll(name, graph, { [key]: value }, find, toleranceFor(key)));
}

/** graphs.json: every measure of a graph, or of a two-mode graph, under its key. */
export function checkGraphs(content: { readonly graphs: Readonly<Record<string, OneModeCase | TwoModeCase>> }): Check[] {
  return Object.entries(content.graphs).flatMap(([name, g]) => {
    if ('nodes' in g) {
      const graph = namedFrom(g as OneModeCase);
      return checkCase(name, graph, g, (key) => findOneMode(graph, key));
    }
    return checkCase(name, twoModeFrom(g as TwoModeCase), g, (key) => twoModeMeasures[key] ?? skipped(key));
  });
}
