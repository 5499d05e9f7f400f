import { describe, expect, test } from 'vitest';
import { gexfText } from '../../src/export/gexf';
import { graphmlText } from '../../src/export/graphml';
import { exchangeFromInventory } from '../../src/export/networkExchange';
import { readGexf } from '../../src/import/formats/gexf';
import { readGraphml } from '../../src/import/formats/graphml';
import type { Inventory } from '../../src/model/inventory';
import { issueSentence } from '../../src/sentences/imports';
import { fr } from '../../src/text/fr';
import { demonstration, importAll, importOne } from './fixture';

const gephi = `<?xml version='1.0' encoding='UTF-8'?>
<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2" xmlns:viz="http://www.gexf.net/1.2draft/viz">
  <graph defaultedgetype="directed">
    <attributes class="node"><attribute id="0" title="domaine" type="string"><default>autre</default></attribute>
      <attribute id="1" title="places" type="integer"/></attributes>
    <nodes>
      <node id="a" label="Alpha"><viz:size value="3"/><attvalues><attvalue for="0" value="santé"/><attvalue for="1" value="douze"/></attvalues></node>
      <node id="b"><nodes><node id="c"/></nodes></node>
      <node label="sans id"/>
      <node id="a"/>
    </nodes>
    <edges>
      <edge id="0" source="a" target="b"/>
      <edge id="1" source="a" target="c" type="undirected" weight="2.0"/>
      <edge id="2" source="a" target="zzz"/>
      <edge id="3" source="a"/>
    </edges>
  </graph>
</gexf>`;

describe('GEXF of other programs', () => {
  test('types, defaults, nested nodes; what cannot stand is refused with its line', () => {
    const read = readGexf(gephi, 'gephi.gexf');
    if (!read.ok) throw new Error(read.fault);
    const { told, graph, refused } = read.value;
    expect(graph.nodes).toEqual([
      { id: 'a', label: 'Alpha', attributes: { domaine: 'santé', places: 'douze' } },
      { id: 'b', attributes: { domaine: 'autre' } },
      { id: 'c', attributes: { domaine: 'autre' } },
    ]);
    expect(graph.edges.map((e) => [e.source, e.target, e.directed, e.weight])).toEqual([
      ['a', 'b', true, undefined],
      ['a', 'c', false, 2],
    ]);
    expect(refused.map((r) => [r.what, r.place, r.reason])).toEqual([
      ['node', '« gephi.gexf », ligne 9', 'nœud sans identifiant'],
      ['node', '« gephi.gexf », ligne 10', 'nœud « a » déjà donné'],
      ['edge', '« gephi.gexf », ligne 15', "lien vers « zzz », qui n'est pas un nœud"],
      ['edge', '« gephi.gexf », ligne 16', 'lien sans ses deux extrémités'],
    ]);
    expect([told.nodes.length, told.edges.length]).toEqual([5, 4]);
  });
});

describe('edges that tell their label and kind', () => {
  test('are not left without them', () => {
    const text = `<gexf><graph><attributes class="edge"><attribute id="k" title="kind" type="string"/></attributes>
<nodes><node id="a"/><node id="b"/></nodes><edges><edge source="a" target="b" label="cadre" kind="convention">
<attvalues><attvalue for="k" value="autre"/></attvalues></edge><edge source="b" target="a" label=""/></edges></graph></gexf>`;
    const read = readGexf(text, 'x');
    expect(read.ok && read.value.graph.edges.map((e) => e.attributes)).toEqual([
      { label: 'cadre', kind: 'convention', 'kind (k)': 'autre' },
      {},
    ]);
  });
});

describe('GraphML of other programs', () => {
  test('networkx: keys by number, weight by name; a hyperedge is refused', () => {
    const text = `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="d1" for="edge" attr.name="weight" attr.type="long"/>
<key id="d0" for="node" attr.name="club" attr.type="string"/>
<key id="d2" for="node" attr.name="ouvert" attr.type="boolean"><default>false</default></key>
<graph edgedefault="directed"><node id="0"><data key="d0">Mr. Hi</data></node><node id="1"><data key="d2">true</data></node>
<edge source="0" target="1"><data key="d1">4</data></edge><edge source="1" target="0" directed="false"/>
<hyperedge><endpoint node="0"/></hyperedge></graph></graphml>`;
    const read = readGraphml(text, 'k.graphml');
    if (!read.ok) throw new Error(read.fault);
    expect(read.value.graph).toEqual({
      nodes: [
        { id: '0', attributes: { club: 'Mr. Hi', ouvert: false } },
        { id: '1', attributes: { ouvert: true } },
      ],
      edges: [
        { source: '0', target: '1', directed: true, weight: 4, attributes: {} },
        { source: '1', target: '0', directed: false, attributes: {} },
      ],
    });
    expect(read.value.refused.map((r) => r.place)).toEqual(['« k.graphml », ligne 7']);
  });
});

describe('hostile files get a clear message', () => {
  const bomb = `<!DOCTYPE gexf [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><gexf><graph><nodes><node id="&b;"/></nodes></graph></gexf>`;
  const outside = `<!DOCTYPE gexf [<!ENTITY x SYSTEM "file:///etc/passwd">]><gexf><graph><nodes><node id="n">&x;</node></nodes></graph></gexf>`;
  test.each([
    ['an entity of its own', bomb, 'ligne 1, colonne'],
    ['an entity from outside', outside, 'une entité inconnue'],
    ['a cut file', gephi.slice(0, 700), 'mal formé ou coupé'],
    ['another root', '<html><body/></html>', "ce n'est pas un fichier"],
    ['nothing', '', 'mal formé'],
    ['a table', 'a;b\n1;2', 'mal formé'],
    ['elements a hundred thousand deep', '<gexf>'.repeat(100_000), '« x »'],
  ])('%s', (_, text, words) => {
    for (const read of [readGexf, readGraphml]) {
      const found = read(text, 'x');
      expect(found.ok).toBe(false);
      if (!found.ok) expect(found.fault).toContain(words);
    }
  });
});

describe('dropped in the application', () => {
  test.each([
    ['reseau.gexf', gexfText],
    ['reseau.graphml', graphmlText],
  ])('%s written by us: the same actors, the same ties', async (name, write) => {
    const { inventory } = await importAll(demonstration());
    const draft = await importAll({ [name]: write(exchangeFromInventory(inventory)) });
    expect(draft.files.map((f) => [f.name, f.format, f.rows.read, f.rows.refused])).toEqual([
      [`${name} › acteurs`, 'maillage-acteurs', inventory.actors.length, 0],
      [`${name} › partenariats`, 'maillage-partenariats', inventory.partnerships.length, 0],
    ]);
    const actors = (i: Inventory) => i.actors.map(({ id, name, kind, siren }) => ({ id, name, kind, siren }));
    const ties = (i: Inventory) =>
      i.partnerships.map(({ fromId, toId, nature, status, stated, year }) => ({ fromId, toId, nature, status, stated, year }));
    expect(actors(draft.inventory)).toEqual(actors(inventory));
    expect(ties(draft.inventory)).toEqual(ties(inventory));
  });
  test('of Gephi: nodes and edges read are kept, merged or refused', async () => {
    const draft = await importAll({ 'gephi.gexf': gephi });
    expect(draft.files.map((f) => f.rows)).toEqual([
      { read: 5, kept: 3, merged: 1, refused: 1 },
      { read: 4, kept: 2, merged: 0, refused: 2 },
    ]);
  });
  test('a damaged one says where', async () => {
    const { report } = await importOne(gephi.slice(0, 700), {}, 'coupe.gexf');
    expect(issueSentence(report.issues[0]!, 'coupe.gexf', fr)).toMatch(
      /«.coupe\.gexf.», ligne \d+, colonne \d+.: le XML est mal formé/,
    );
  });
});
