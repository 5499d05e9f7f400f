import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { decode } from '../../src/import/decode';
import { findGraphReader } from '../../src/import/exchangeTables';
import { groupColumns, readEdgeCsv } from '../../src/import/formats/edgeCsv';
import { readGexf } from '../../src/import/formats/gexf';
import { readGraphml } from '../../src/import/formats/graphml';
import type { ExchangeGraph, ExchangeReading } from '../../src/model/exchange';
import type { Result } from '../../src/model/result';
import { normalise } from '../../src/model/words';
import { InputError } from './inputError';
import { type NamedGraph, nameGraph } from './namedGraph';
import { measureAll } from './networkMeasures';
import { networkSentences, twoModeSentences } from './networkSentences';
import { type NamedTwoMode, twoModeMeasures } from './twoModeMeasures';

export const networkHelp = `maillage network FICHIER : mesures d'un réseau
  FICHIER : GEXF, GraphML, ou liste de liens en CSV (« ; », « , » ou tabulation). Extrémités : colonnes source/target, source_id/cible_id,
  from/to, de/vers…, à défaut les deux premières. Une ligne avec une seule extrémité est un acteur isolé.
  Une colonne weight, strength, poids, intensite ou force, en nombres au-dessus de 0 sur tous les liens, donne les mesures
  pondérées ; dans un GEXF ou un GraphML, un poids omis vaut 1.
  --nodes FICHIER  liste des nœuds en CSV (id, puis leurs attributs) ; ceux sans lien comptent comme isolés.
  --group COLONNE  groupe de chaque nœud : attribut des nœuds, ou colonne de leur liste ; à défaut, deux colonnes de la liste de liens,
                   COLONNE_source et COLONNE_target (ou source_COLONNE, COLONNE_cible, COLONNE_from, COLONNE_to, COLONNE_de, COLONNE_vers).
  --two-mode       deux sortes de nœuds : les premières extrémités (clés « women »), les secondes (clés « events »).
  --json           toutes les mesures ; un lien donné deux fois compte une fois, ses poids s'ajoutent.
                   louvain_best_of_20_seeds_modularity : le meilleur de 50 tirages fixés.`;

interface NetworkOptions {
  readonly file: string;
  readonly nodes: string | undefined;
  readonly group: string | undefined;
  readonly isTwoMode: boolean;
  readonly isJson: boolean;
}

function readNetworkOptions(args: readonly string[]): NetworkOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      group: { type: 'string' },
      nodes: { type: 'string' },
      'two-mode': { type: 'boolean' },
      json: { type: 'boolean' },
    },
  });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0)
    throw new InputError("Indiquez un fichier et un seul : maillage network FICHIER (les nœuds d'un CSV viennent par --nodes).");
  return { file, nodes: values.nodes, group: values.group, isTwoMode: !!values['two-mode'], isJson: !!values.json };
}

function readText(path: string): { text: string; name: string } {
  try {
    return { text: decode(new Uint8Array(readFileSync(path))).text, name: basename(path) };
  } catch {
    throw new InputError(`Le fichier « ${path} » n'existe pas ou ne peut pas être lu.`);
  }
}

function readGraph(o: NetworkOptions): Result<ExchangeReading> {
  const file = readText(o.file);
  // A damaged file whose name says GEXF or GraphML is told as such, not as a table.
  const read =
    findGraphReader(file.text) ?? (/\.gexf$/i.test(file.name) ? readGexf : /\.graphml$/i.test(file.name) ? readGraphml : null);
  if (read && o.nodes !== undefined)
    throw new InputError('--nodes accompagne une liste de liens en CSV : un GEXF ou un GraphML tient ses nœuds.');
  if (read) {
    const found = read(file.text, file.name);
    return found.ok ? { ok: true, value: { ...found.value, graph: withImpliedWeights(found.value.graph) } } : found;
  }
  return readEdgeCsv(file, o.nodes === undefined ? undefined : readText(o.nodes));
}

/** Names of the attributes that some of these carry. */
const namesOf = (all: ExchangeGraph['nodes'] | ExchangeGraph['edges']): string[] => [
  ...new Set(all.flatMap((x) => Object.keys(x.attributes))),
];

/** The first value an attribute has on each node. */
function valuesOf(told: Iterable<readonly [string, string | number | boolean | undefined]>): Map<string, string> {
  const values = new Map<string, string>();
  for (const [id, value] of told) if (value !== undefined && !values.has(id)) values.set(id, String(value));
  return values;
}

/** Group of each node by the attribute of that name, of the nodes or of the ends of the edges. */
function groupsOf({ nodes, edges }: ExchangeGraph, column: string): Map<string, string> {
  const ofNodes = namesOf(nodes);
  const known = [...new Set([...ofNodes, ...namesOf(edges)])];
  const onNodes = ofNodes.find((a) => a === column) ?? ofNodes.find((a) => normalise(a) === normalise(column));
  if (onNodes !== undefined) return valuesOf(nodes.map((n) => [n.id, n.attributes[onNodes]]));
  const onEdges = groupColumns(known, column);
  if (onEdges)
    return valuesOf([
      ...edges.map((e) => [e.source, e.attributes[onEdges.source]] as const),
      ...edges.map((e) => [e.target, e.attributes[onEdges.target]] as const),
      // The row of an isolate tells its group too.
      ...nodes.map((n) => [n.id, n.attributes[onEdges.source] ?? n.attributes[onEdges.target]] as const),
    ]);
  const list = known.length === 0 ? "Le fichier n'en donne aucune" : `Colonnes connues : ${known.slice(0, 20).join(', ')}`;
  throw new InputError(`Colonne « ${column} » introuvable, ni sur les nœuds ni aux deux bouts des liens. ${list}.`);
}

function warn(reading: ExchangeReading, groups: ReadonlyMap<string, string> | null): void {
  const { refused, graph } = reading;
  for (const { place, reason } of refused.slice(0, 20)) console.error(`${place} : ${reason}, non repris.`);
  if (refused.length > 20) console.error(`… et ${refused.length - 20} autres.`);
  const without = groups ? graph.nodes.filter((n) => !groups.has(n.id)).length : 0;
  if (without > 0) console.error(`${without} nœuds sans groupe : comptés ensemble comme un groupe de plus.`);
}

const tiesOf = ({ edges }: ExchangeGraph) => edges.map((e) => ({ a: e.source, b: e.target, weight: e.weight }));

/** Weights that a GEXF or a GraphML leaves out are 1, as Gephi writes them, as soon as one edge has one. */
function withImpliedWeights(graph: ExchangeGraph): ExchangeGraph {
  if (!graph.edges.some((e) => e.weight !== undefined)) return graph;
  return { ...graph, edges: graph.edges.map((e) => ({ weight: 1, ...e })) };
}

/** Says why a network that has weights is read without them. */
function warnOfWeights({ edges }: ExchangeGraph): void {
  const sound = edges.filter((e) => e.weight !== undefined && e.weight > 0).length;
  if (edges.some((e) => e.weight !== undefined) && sound < edges.length)
    console.error(`Liens sans poids au-dessus de 0 : ${edges.length - sound}. Mesures pondérées non calculées.`);
}

function twoModeGraph(graph: ExchangeGraph): NamedTwoMode {
  const first = new Set(graph.edges.map((e) => e.source));
  const both = graph.edges.find((e) => first.has(e.target));
  if (both)
    throw new InputError(`« ${both.target} » est des deux côtés : un réseau à deux modes sépare ses deux sortes de nœuds.`);
  const second = new Set(graph.edges.map((e) => e.target));
  // A node without a tie is of the first kind: what is counted are those who meet.
  const isFirst = (name: string) => !second.has(name);
  const ids = graph.nodes.map((n) => n.id);
  return { ...nameGraph(ids, tiesOf(graph), null, isFirst), first: ids.filter(isFirst).length };
}

/** maillage network: measures of a graph read from a file, as JSON or as a short reading in French. */
export async function runNetwork(args: readonly string[]): Promise<void> {
  if (args.includes('--help')) return void console.log(networkHelp);
  const o = readNetworkOptions(args);
  const reading = readGraph(o);
  if (!reading.ok) throw new InputError(reading.fault);
  const { graph } = reading.value;
  if (graph.nodes.length === 0) throw new InputError(`« ${basename(o.file)} » ne donne aucun lien ni aucun nœud.`);
  const groups = o.group === undefined ? null : groupsOf(graph, o.group);
  warn(reading.value, groups);
  warnOfWeights(graph);
  const print = (json: object, sentences: () => readonly string[]) =>
    console.log(o.isJson ? JSON.stringify(json, null, 1) : sentences().join('\n'));
  if (o.isTwoMode) {
    const named = twoModeGraph(graph);
    const all = Object.fromEntries(Object.entries(twoModeMeasures).map(([key, measure]) => [key, measure(named)]));
    return print(all, () => twoModeSentences(named));
  }
  const named: NamedGraph = nameGraph(
    graph.nodes.map((n) => n.id),
    tiesOf(graph),
    groups,
  );
  const labels = new Map(graph.nodes.flatMap((n) => (n.label === undefined ? [] : [[n.id, n.label] as const])));
  print(o.isJson ? measureAll(named) : {}, () => networkSentences(named, labels));
}
