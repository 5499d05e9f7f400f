import { type ExchangeAttributes, ExchangeBuilder, type ExchangeReading } from '../../model/exchange';
import { failure, type Result, success } from '../../model/result';
import { numberFrom, parseXmlText, partsNamed, typedValue, type XmlPart } from './xml';

interface Key {
  readonly title: string;
  readonly type: string;
  readonly byDefault: string | undefined;
}

interface Keys {
  readonly keys: ReadonlyMap<string, Key>;
  /** Id of the key that holds the label of a node or the weight of an edge. */
  readonly special: string | undefined;
}

/** Keys declared for nodes or for edges; one of id `special`, or else of that name, is told apart. */
function keysFor(root: XmlPart, kind: 'node' | 'edge', special: string): Keys {
  const keys = new Map<string, Key>();
  for (const part of partsNamed(root, 'key')) {
    const { id = '', for: of = 'all', 'attr.name': title = id, 'attr.type': type = 'string' } = part.attributes;
    if (of === kind || of === 'all') keys.set(id, { title, type, byDefault: partsNamed(part, 'default')[0]?.text });
  }
  const named = [...keys].find(([, key]) => key.title.toLowerCase() === special)?.[0];
  return { keys, special: keys.has(special) ? special : named };
}

/** What a node or an edge holds: its label or weight, and its other values by name. */
function dataOf(part: XmlPart, { keys, special }: Keys): { told: string | undefined; attributes: ExchangeAttributes } {
  const values = new Map([...keys].flatMap(([id, k]) => (k.byDefault === undefined ? [] : [[id, k.byDefault] as const])));
  for (const data of partsNamed(part, 'data')) values.set(data.attributes['key'] ?? '', data.text);
  const out = new Map<string, string | number | boolean>();
  for (const [id, text] of values) {
    if (id === special) continue;
    const { title = id, type = 'string' } = keys.get(id) ?? {};
    out.set(out.has(title) ? `${title} (${id})` : title, typedValue(text, type));
  }
  return { told: special === undefined ? undefined : values.get(special), attributes: Object.fromEntries(out) };
}

/** Graphs within nodes, which GraphML allows, are read as one. */
const under = (graph: XmlPart, name: 'node' | 'edge' | 'hyperedge'): { part: XmlPart; graph: XmlPart }[] => [
  ...partsNamed(graph, name).map((part) => ({ part, graph })),
  ...partsNamed(graph, 'node').flatMap((node) => partsNamed(node, 'graph').flatMap((inner) => under(inner, name))),
];

function isDirected({ part, graph }: { part: XmlPart; graph: XmlPart }): boolean {
  const own = part.attributes['directed'];
  return own === undefined ? graph.attributes['edgedefault'] === 'directed' : own === 'true' || own === '1';
}

/**
 * A GraphML file as a graph: nodes, edges, values by the names of their keys; the key « label » of nodes and « weight » of
 * edges tell the label and the weight. A hyperedge is an edge without two ends: refused. Drawings of yEd are left aside.
 */
export function readGraphml(text: string, name: string): Result<ExchangeReading> {
  const root = parseXmlText(text, name);
  if (!root.ok) return root;
  const graphs = partsNamed(root.value, 'graph');
  if (root.value.name !== 'graphml' || graphs.length === 0)
    return failure(`« ${name} », ligne ${root.value.line} : ce n'est pas un fichier GraphML (élément « graph » introuvable).`);
  const builder = new ExchangeBuilder();
  const place = (part: XmlPart) => `« ${name} », ligne ${part.line}`;
  const ofNodes = keysFor(root.value, 'node', 'label');
  for (const { part } of graphs.flatMap((g) => under(g, 'node'))) {
    const { told, attributes } = dataOf(part, ofNodes);
    builder.addNode({ id: part.attributes['id'] ?? '', ...(told === undefined ? {} : { label: told }), attributes }, place(part));
  }
  const ofEdges = keysFor(root.value, 'edge', 'weight');
  for (const found of graphs.flatMap((g) => [...under(g, 'edge'), ...under(g, 'hyperedge')])) {
    const { told, attributes } = dataOf(found.part, ofEdges);
    const { id, source = '', target = '' } = found.part.attributes;
    const weight = numberFrom(told);
    const edge = {
      ...(id === undefined ? {} : { id }),
      source,
      target,
      directed: isDirected(found),
      ...(weight === null ? {} : { weight }),
      attributes,
    };
    builder.addEdge(edge, place(found.part));
  }
  return success(builder.build());
}
