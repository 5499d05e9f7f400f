import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { absolute, compare } from '../../scripts/oracles/compare';
import { gexfText } from '../../src/export/gexf';
import { graphmlText } from '../../src/export/graphml';
import { readEdgeCsv } from '../../src/import/formats/edgeCsv';

const run = (...args: string[]) => {
  const r = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/maillage.ts', 'network', ...args], { encoding: 'utf8' });
  return { code: r.status, out: r.stdout, err: r.stderr };
};
const folder = mkdtempSync(join(tmpdir(), 'maillage-network-'));
const write = (name: string, content: string) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

/** Two triangles joined by c–d, and two isolates: g in the list of ties, h in the list of nodes. */
const ties = write('liens.csv', 'de;vers;intensité\na;b;1\nb;c;2\na;c;1,5\nc;d;1\nd;e;1\nd;f;2\nf;e;1\ng;;\nb;a;3\n');
const nodes = write('noeuds.csv', 'id,rôle,label\na,x,Alpha\nb,x,\nc,x,Charlie\nd,y,\ne,y,\nf,y,\ng,z,\nh,z,\n');

describe('maillage network', () => {
  test('measures of a small network, isolates of both lists counted, a tie told twice counted once', () => {
    const { code, out, err } = run(ties, '--nodes', nodes, '--group', 'role', '--json');
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({
      n: 8,
      m: 7,
      component_sizes: [6, 1, 1],
      isolates: ['g', 'h'],
      articulation_points: ['c', 'd'],
      articulation_impact: { c: { component_sizes_after_removal: [3, 2], pairs_disconnected: 6 } },
      bridges: [['c', 'd']],
      bridge_impact: [['c', 'd', 3, 9]],
      strength: { a: 5.5, g: 0 },
      ei_index: { external: 1, internal: 6, node: { c: -1 / 3, g: null } },
      modularity_unweighted: expect.closeTo(5 / 14, 12),
      constraint: { h: null },
    });
  });
  test('a short reading in French', () => {
    const { code, out } = run(ties, '--nodes', nodes, '--group', 'rôle');
    expect(code).toBe(0);
    expect(out).toContain('8 acteurs, 7 liens : 25,0 % des liens possibles');
    expect(out).toContain("Si Charlie se retire, il reste 2 morceaux (3, 2) : 6 paires d'acteurs ne sont plus reliées.");
    expect(out).toContain('2 acteurs sans lien');
    expect(out).toMatch(/indice E-I −0,71/);
  });
  test('groups told at both ends of the ties, tab and other headings', () => {
    const path = write('t.tsv', 'from\tto\tdomaine_from\tdomaine_to\n1\t2\tx\tx\n2\t3\tx\ty\n4\t\tz\t\n');
    const found = JSON.parse(run(path, '--group', 'domaine', '--json').out);
    expect(found.ei_index).toEqual({ external: 1, internal: 1, ei: 0, node: { 1: -1, 2: 0, 3: 1, 4: null } });
    expect([found.isolates, found.strength]).toEqual([['4'], undefined]);
  });
  test.each([
    ['gexf', gexfText],
    ['graphml', graphmlText],
  ])('the same figures from %s', (extension, write_) => {
    const edges = { text: readFileSync(ties, 'utf8'), name: 'liens' };
    const read = readEdgeCsv(edges, { text: readFileSync(nodes, 'utf8'), name: 'noeuds' });
    const path = write(`reseau.${extension}`, write_(read.ok ? read.value.graph : { nodes: [], edges: [] }));
    const args = ['--group', 'role', '--json'];
    expect(run(path, ...args).out).toBe(run(ties, '--nodes', nodes, ...args).out);
  });
  test('weights: those that Gephi leaves out are 1; a table that lacks some is read without, and it is said', () => {
    const nodes = '<nodes><node id="a"/><node id="b"/><node id="c"/></nodes>';
    const edges = '<edges><edge source="a" target="b" weight="3.0"/><edge source="b" target="c"/></edges>';
    const path = write('gephi.gexf', `<gexf><graph>${nodes}${edges}</graph></gexf>`);
    expect(JSON.parse(run(path, '--json').out).strength).toEqual({ a: 3, b: 4, c: 1 });
    const table = run(write('trous.csv', 'source,target,poids\na,b,3\nb,c,\n'), '--json');
    expect(JSON.parse(table.out).strength).toBeUndefined();
    expect(table.err).toContain('Liens sans poids au-dessus de 0 : 1');
  });
  test('no heading at all: the first row is a tie', () => {
    expect(JSON.parse(run(write('nu.csv', 'a,b\nb,c\n'), '--json').out)).toMatchObject({ n: 3, m: 2 });
  });
  test('two kinds of nodes', () => {
    const path = write('deux.csv', 'acteur;instance\nA;E1\nB;E1\nB;E2\n');
    expect(JSON.parse(run(path, '--two-mode', '--json').out)).toMatchObject({
      n_women: 2,
      n_events: 2,
      bipartite_density: 0.75,
      projection_women_newman: [['A', 'B', 1]],
    });
    expect(run(path, '--two-mode').out).toContain("2 nœuds d'un côté, 2 de l'autre");
  });
  test.each([
    ['no file', [], 'Indiquez un fichier'],
    ['a file that is not there', ['absent.csv'], "« absent.csv » n'existe pas"],
    ['a column that is not there', [ties, '--group', 'couleur'], '« couleur » introuvable'],
    ['one column only', [write('un.csv', 'nom\na\nb\n')], 'une seule colonne'],
    ['an empty file', [write('vide.csv', '')], 'est vide'],
    ['a cut GEXF', [write('coupe.gexf', '<gexf><graph><nodes>')], '« coupe.gexf », ligne 1'],
    ['a node of both kinds', [ties, '--two-mode'], 'des deux côtés'],
    ['a wrong option', [ties, '--rapide'], 'Option non reconnue'],
  ])('%s: exit 2 with a French sentence', (_, args, sentence) => {
    const { code, err } = run(...args);
    expect([code, err.includes(sentence)]).toEqual([2, true]);
  });
  test('a row without its ends is told, not counted', () => {
    const { err, out } = run(write('trou.csv', 'source,target,note\na,b,\n,,perdu\n'), '--json');
    expect(err).toContain('« trou.csv », ligne 3');
    expect(JSON.parse(out).m).toBe(1);
  });
});

type Edge = readonly [string, string, number?];
interface Case {
  readonly nodes?: readonly string[];
  readonly edges: readonly Edge[];
  readonly partition?: Readonly<Record<string, number>>;
  readonly [key: string]: unknown;
}
const published = '../shared/oracles/graphs.json';
const isInput = (key: string) => /^(nodes|edges|partition|women|events|note|louvain_.*)$|_columns$/.test(key);

const cell = (text: unknown) => JSON.stringify(String(text ?? ''));

/** The case as files, and how to read them. */
function filesOf(name: string, { nodes: all, edges, partition }: Case): string[] {
  const isWeighted = edges.every((e) => e[2] !== undefined);
  const rows = [['source', 'target', ...(isWeighted ? ['weight'] : [])], ...edges];
  const path = write(`${name}.csv`, rows.map((row) => row.map(cell).join(',')).join('\n'));
  if (!all) return [path, '--two-mode'];
  const told = ['id,groupe', ...all.map((n) => `${cell(n)},${partition?.[n] ?? ''}`)].join('\n');
  return [path, '--nodes', write(`${name}-noeuds.csv`, told), ...(partition ? ['--group', 'groupe'] : [])];
}

describe.skipIf(!existsSync(published))('published results through files (needs ../shared)', () => {
  const cases: Record<string, Case> = existsSync(published) ? JSON.parse(readFileSync(published, 'utf8')).graphs : {};
  test.each(Object.entries(cases))('%s', (name, g) => {
    const found = JSON.parse(run(...filesOf(name, g), '--json').out);
    const wrong = Object.entries(g).filter(
      ([key, value]) => !isInput(key) && !compare(found[key], value, absolute(key === 'eigenvector' ? 1e-6 : 1e-9)).isNear,
    );
    expect(wrong).toEqual([]);
    const louvain = g['louvain_best_of_20_seeds_modularity'];
    if (typeof louvain === 'number') expect(found.louvain_best_of_20_seeds_modularity).toBeGreaterThan(louvain - 1e-9);
  });
});
