import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edgesCsv, nodesCsv } from '../../src/export/edgeCsv';
import { gexfText } from '../../src/export/gexf';
import { graphmlText } from '../../src/export/graphml';
import { readEdgeCsv } from '../../src/import/formats/edgeCsv';
import { readGexf } from '../../src/import/formats/gexf';
import { readGraphml } from '../../src/import/formats/graphml';
import type { ExchangeGraph } from '../../src/model/exchange';

/** Any text: quotes, separators, formulas, line breaks, other alphabets; with the control characters or without. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '=1+1',
    "'=x",
    '-5',
    'a;b,c\td',
    '"',
    'l\r\nm\n',
    '  é ',
    '<&>\'"',
    ']]>',
    'Id',
    '_Id',
    'Source',
    'label',
    'weight',
    '__proto__',
  ),
);
// biome-ignore lint/suspicious/noControlCharactersInRegex: what XML cannot hold.
const isXml = (text: string) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u.test(text);
const xmlText = anyText.filter(isXml);

function graphOf(text: fc.Arbitrary<string>, value: fc.Arbitrary<string | number | boolean>, weight: fc.Arbitrary<number>) {
  const filled = text.filter((t) => t !== '');
  const attributes = fc.dictionary(text, value, { maxKeys: 4, noNullPrototype: true });
  const node = fc.record({ id: filled, label: filled, attributes }, { requiredKeys: ['id', 'attributes'] });
  return fc.uniqueArray(node, { maxLength: 6, selector: (n) => n.id }).chain((nodes): fc.Arbitrary<ExchangeGraph> => {
    const end = nodes.length === 0 ? fc.constant('') : fc.constantFrom(...nodes.map((n) => n.id));
    const edge = fc.record(
      { id: filled, source: end, target: end, directed: fc.boolean(), weight, attributes },
      { requiredKeys: ['source', 'target', 'directed', 'attributes'] },
    );
    return fc.record({ nodes: fc.constant(nodes), edges: fc.array(edge, { maxLength: nodes.length === 0 ? 0 : 6 }) });
  });
}

const typed = fc.oneof(xmlText, fc.double(), fc.integer(), fc.boolean());
const rich = graphOf(xmlText, typed, fc.double());
const textual = graphOf(
  anyText,
  anyText.filter((t) => t !== ''),
  fc.double({ noNaN: true }),
);

describe('a round trip is the identity on what the format can hold', () => {
  const identity = (write: (g: ExchangeGraph) => string, read: typeof readGexf) =>
    fc.assert(
      fc.property(rich, (graph) => {
        expect(read(write(graph), 'x')).toEqual({ ok: true, value: { told: graph, graph, refused: [] } });
      }),
      { numRuns: 400 },
    );
  test('GEXF: everything but the control characters that XML forbids', () => identity(gexfText, readGexf));
  test('GraphML: the same', () => identity(graphmlText, readGraphml));
  test('nodes and edges as CSV: texts that are not empty', () => {
    fc.assert(
      fc.property(textual, (graph) => {
        const read = readEdgeCsv({ text: edgesCsv(graph), name: 'liens' }, { text: nodesCsv(graph), name: 'noeuds' });
        expect(read).toEqual({ ok: true, value: { told: graph, graph, refused: [] } });
      }),
      { numRuns: 400 },
    );
  });
  test('from one XML format to the other', () => {
    fc.assert(
      fc.property(rich, (graph) => {
        const first = readGexf(gexfText(graph), 'x');
        const second = first.ok && readGraphml(graphmlText(first.value.graph), 'y');
        expect(second ? second.ok && second.value.graph : null).toEqual(graph);
      }),
    );
  });
});

const small: ExchangeGraph = {
  nodes: [
    { id: 'a', label: 'Mission locale', attributes: { places: 12, dédié: true } },
    { id: 'b', attributes: { places: 'inconnu' } },
    { id: 'seul', attributes: {} },
  ],
  edges: [{ id: 'p1', source: 'a', target: 'b', directed: true, weight: 2.5, attributes: { nature: 'convention' } }],
};

describe('what other programs read', () => {
  test('GEXF: titles and types declared, isolates there', () => {
    const text = gexfText(small);
    expect(text).toContain('<attribute id="n0" title="places" type="long"/>');
    expect(text).toContain('<attribute id="n1" title="places" type="string"/>');
    expect(text).toContain('<node id="seul"></node>');
    expect(text).toContain('<edge id="p1" source="a" target="b" type="directed" weight="2.5">');
  });
  test('GraphML: label and weight under their keys', () => {
    const text = graphmlText(small);
    expect(text).toContain('<node id="a"><data key="label">Mission locale</data>');
    expect(text).toContain('<data key="weight">2.5</data>');
  });
  test('CSV: the headings of Gephi, formulas neutralised', () => {
    expect(edgesCsv(small)).toBe('\ufeffSource;Target;Type;Id;Weight;nature\r\na;b;Directed;p1;2.5;convention\r\n');
    expect(nodesCsv({ nodes: [{ id: '=1+1', attributes: { Label: 'x' } }], edges: [] })).toBe(
      "\ufeffId;Label;_Label\r\n'=1+1;;x\r\n",
    );
  });
  test('what XML cannot hold becomes a question mark in a lozenge', () => {
    const read = readGexf(gexfText({ nodes: [{ id: 'a', label: 'x\u0000y\ud800', attributes: {} }], edges: [] }), 'x');
    expect(read.ok && read.value.graph.nodes[0]?.label).toBe('x\ufffdy\ufffd');
  });
});
