import type { ExchangeAttributes, ExchangeGraph } from '../model/exchange';
import { type AttributeColumn, attributeColumns, columnValues, numberText } from './attributeColumns';
import { xmlAttributes, xmlText } from './xmlText';

const declarations = (columns: readonly AttributeColumn[], kind: 'node' | 'edge'): string[] =>
  columns.map(({ id, title, type }) => `  <key${xmlAttributes({ id, for: kind, 'attr.name': title, 'attr.type': type })}/>`);

const data = (key: string, value: string) => `<data${xmlAttributes({ key })}>${xmlText(value)}</data>`;

const values = (attributes: ExchangeAttributes, columns: readonly AttributeColumn[]): string =>
  columnValues(attributes, columns)
    .map(({ id, value }) => data(id, value))
    .join('');

/**
 * A graph as GraphML, labels under the key « label » and weights under « weight » as Gephi and networkx have them, every
 * attribute with its type; characters XML cannot hold become U+FFFD.
 */
export function graphmlText({ nodes, edges }: ExchangeGraph): string {
  const ofNodes = attributeColumns(
    nodes.map((n) => n.attributes),
    'n',
  );
  const ofEdges = attributeColumns(
    edges.map((e) => e.attributes),
    'e',
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    '  <key id="label" for="node" attr.name="label" attr.type="string"/>',
    '  <key id="weight" for="edge" attr.name="weight" attr.type="double"/>',
    ...declarations(ofNodes, 'node'),
    ...declarations(ofEdges, 'edge'),
    '  <graph edgedefault="undirected">',
    ...nodes.map(
      ({ id, label, attributes }) =>
        `    <node${xmlAttributes({ id })}>${label === undefined ? '' : data('label', label)}${values(attributes, ofNodes)}</node>`,
    ),
    ...edges.map(({ id, source, target, directed, weight, attributes }) => {
      const told = xmlAttributes({ id, source, target, directed: String(directed) });
      const weighed = weight === undefined ? '' : data('weight', numberText(weight));
      return `    <edge${told}>${weighed}${values(attributes, ofEdges)}</edge>`;
    }),
    '  </graph>',
    '</graphml>',
    '',
  ].join('\n');
}
