import { type ExchangeAttributes, ExchangeBuilder, type ExchangeReading } from '../../model/exchange';
import { failure, type Result, success } from '../../model/result';
import { numberFrom, parseXmlText, partsNamed, typedValue, type XmlPart } from './xml';

interface Column {
  readonly title: string;
  readonly type: string;
  readonly byDefault: string | undefined;
}

type Columns = ReadonlyMap<string, Column>;

function columnsOf(graph: XmlPart, kind: 'node' | 'edge'): Columns {
  const declared = partsNamed(graph, 'attributes').filter((a) => (a.attributes['class'] ?? 'node') === kind);
  return new Map(
    declared
      .flatMap((a) => partsNamed(a, 'attribute'))
      .map((a) => {
        const id = a.attributes['id'] ?? '';
        const byDefault = partsNamed(a, 'default')[0]?.text;
        return [id, { title: a.attributes['title'] ?? id, type: a.attributes['type'] ?? 'string', byDefault }];
      }),
  );
}

/** What an edge tells of itself beside its columns. */
const ownTraits = ['label', 'kind'] as const;

/**
 * Values of a node or an edge under the titles of their columns, after those it tells itself; of two of one title the second
 * keeps its id too.
 */
function attributesOf(part: XmlPart, columns: Columns, traits: readonly string[] = []): ExchangeAttributes {
  const own = traits.flatMap((t): [string, string][] => (part.attributes[t] ? [[t, part.attributes[t]]] : []));
  const out = new Map<string, string | number | boolean>(own);
  const given = new Set<string>();
  const put = (id: string, title: string, value: string | number | boolean) =>
    out.set(out.has(title) ? `${title} (${id})` : title, value);
  for (const { attributes } of partsNamed(part, 'attvalues').flatMap((a) => partsNamed(a, 'attvalue'))) {
    const id = attributes['for'] ?? attributes['id'] ?? '';
    const column = columns.get(id);
    given.add(id);
    put(id, column?.title ?? id, typedValue(attributes['value'] ?? '', column?.type ?? 'string'));
  }
  for (const [id, { title, type, byDefault }] of columns)
    if (byDefault !== undefined && !given.has(id)) put(id, title, typedValue(byDefault, type));
  return Object.fromEntries(out);
}

/** Nodes, and those that older files put inside one another. */
const nodesUnder = (part: XmlPart): XmlPart[] =>
  partsNamed(part, 'nodes').flatMap((nodes) => partsNamed(nodes, 'node').flatMap((node) => [node, ...nodesUnder(node)]));

const edgesUnder = (part: XmlPart): XmlPart[] => [
  ...partsNamed(part, 'edges').flatMap((edges) => partsNamed(edges, 'edge')),
  ...partsNamed(part, 'nodes').flatMap((nodes) => partsNamed(nodes, 'node').flatMap(edgesUnder)),
];

/**
 * A GEXF file (1.1 to 1.3) as a graph: nodes, edges, attributes by their titles. The label and the kind of an edge are
 * attributes like others; an edge « mutual » is taken as going both ways; positions, colours and dates of life are left aside.
 */
export function readGexf(text: string, name: string): Result<ExchangeReading> {
  const root = parseXmlText(text, name);
  if (!root.ok) return root;
  const [graph] = partsNamed(root.value, 'graph');
  if (root.value.name !== 'gexf' || !graph)
    return failure(`« ${name} », ligne ${root.value.line} : ce n'est pas un fichier GEXF (élément « graph » introuvable).`);
  const builder = new ExchangeBuilder();
  const place = (part: XmlPart) => `« ${name} », ligne ${part.line}`;
  const ofNodes = columnsOf(graph, 'node');
  for (const part of nodesUnder(graph)) {
    const { id = '', label } = part.attributes;
    builder.addNode({ id, ...(label === undefined ? {} : { label }), attributes: attributesOf(part, ofNodes) }, place(part));
  }
  const ofEdges = columnsOf(graph, 'edge');
  for (const part of edgesUnder(graph)) {
    const { id, source = '', target = '', type = graph.attributes['defaultedgetype'] } = part.attributes;
    const weight = numberFrom(part.attributes['weight']);
    const edge = {
      ...(id === undefined ? {} : { id }),
      source,
      target,
      directed: type === 'directed',
      ...(weight === null ? {} : { weight }),
      attributes: attributesOf(part, ofEdges, ownTraits),
    };
    builder.addEdge(edge, place(part));
  }
  return success(builder.build());
}
