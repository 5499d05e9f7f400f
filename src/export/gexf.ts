import type { ExchangeAttributes, ExchangeGraph } from '../model/exchange';
import { type AttributeColumn, attributeColumns, columnValues, numberText } from './attributeColumns';
import { xmlAttributes } from './xmlText';

function declarations(columns: readonly AttributeColumn[], kind: 'node' | 'edge'): string[] {
  if (columns.length === 0) return [];
  const lines = columns.map(({ id, title, type }) => `      <attribute${xmlAttributes({ id, title, type })}/>`);
  return [`    <attributes class="${kind}" mode="static">`, ...lines, '    </attributes>'];
}

function values(attributes: ExchangeAttributes, columns: readonly AttributeColumn[]): string {
  const all = columnValues(attributes, columns).map(({ id, value }) => `<attvalue${xmlAttributes({ for: id, value })}/>`);
  return all.length === 0 ? '' : `<attvalues>${all.join('')}</attvalues>`;
}

/** A graph as GEXF 1.3, the format of Gephi: every attribute with its type; characters XML cannot hold become U+FFFD. */
export function gexfText({ nodes, edges }: ExchangeGraph): string {
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
    '<gexf xmlns="http://gexf.net/1.3" version="1.3">',
    '  <meta><creator>Maillage</creator></meta>',
    '  <graph defaultedgetype="undirected" mode="static">',
    ...declarations(ofNodes, 'node'),
    ...declarations(ofEdges, 'edge'),
    '    <nodes>',
    ...nodes.map(
      ({ id, label, attributes }) => `      <node${xmlAttributes({ id, label })}>${values(attributes, ofNodes)}</node>`,
    ),
    '    </nodes>',
    '    <edges>',
    ...edges.map(({ id, source, target, directed, weight, attributes }) => {
      const type = directed ? 'directed' : 'undirected';
      const told = xmlAttributes({ id, source, target, type, weight: weight === undefined ? undefined : numberText(weight) });
      return `      <edge${told}>${values(attributes, ofEdges)}</edge>`;
    }),
    '    </edges>',
    '  </graph>',
    '</gexf>',
    '',
  ].join('\n');
}
