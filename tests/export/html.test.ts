import { readFileSync } from 'node:fs';
import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml';
import { describe, expect, test } from 'vitest';
import { readingIds } from '../../src/document/reportNotes';
import { renderHtml } from '../../src/export/html/renderHtml';
import { buildFiche } from '../../src/report/buildFiche';
import { buildReport } from '../../src/report/buildReport';
import type { Block, Report } from '../../src/report/report';
import { en } from '../../src/text/en';
import { actor } from '../analysis/fixture';
import { allTexts, blocksOf, inputOf, smallDiagnosis } from '../report/fixture';

const base64 = (name: string) => readFileSync(`data/fonts/${name}.woff2`).toString('base64');
const face = { regular: base64('regular'), semibold: base64('semibold') };
const demonstration = inputOf({ ...smallDiagnosis, demonstration: true });
const withBlocks = (...blocks: Block[]): Report => ({
  ...buildReport(inputOf()),
  cover: [],
  sections: [{ id: 's', level: 1, title: 'Essai', blocks }],
});

/** The file read as XML, which it also is: a markup that is not closed or not escaped fails here. */
const read = (html: string): XmlElement => parseXml(html).root!;
function elements(root: XmlElement, isAsked: (e: XmlElement) => boolean = () => true): XmlElement[] {
  const below = root.children.flatMap((c) => (c instanceof XmlElement ? elements(c, isAsked) : []));
  return isAsked(root) ? [root, ...below] : below;
}
const named = (root: XmlElement, ...names: string[]) => elements(root, (e) => names.includes(e.name));
const ofClass = (root: XmlElement, name: string) =>
  elements(root, (e) => (e.attributes['class'] ?? '').split(' ').includes(name));
const body = (root: XmlElement) => named(root, 'body')[0]!;
/** Words between the tags and in the names of drawings. */
const wordsOf = (root: XmlElement): string[] => [
  ...elements(root).flatMap((e) => (e.attributes['aria-label'] === undefined ? [] : [e.attributes['aria-label']])),
  ...elements(root).flatMap((e) => e.children.flatMap((c) => (c instanceof XmlText ? [c.text] : []))),
];

describe('the report in HTML', () => {
  const reports = [
    ...readingIds.map((reading) => [reading, buildReport({ ...demonstration, options: { reading } })] as const),
    ['fiche', buildFiche(demonstration)] as const,
  ];
  test.each(reports)('%s: the words of the model, all of them', (_, report) => {
    const page = body(read(renderHtml(report, face)));
    const said = `${page.text}\n${wordsOf(page).join('\n')}`;
    expect(allTexts(report).filter((t) => !said.includes(t))).toEqual([]);
  });
  test.each(reports)('%s: each heading once, in order, one level under the title of the document', (_, report) => {
    const headings = named(body(read(renderHtml(report, face))), 'h1', 'h2', 'h3', 'h4', 'h5', 'h6');
    expect(headings.map((h) => [h.name, h.text])).toEqual([
      ['h1', report.meta.title],
      ...report.sections.map((s) => [`h${s.level + 1}`, s.title]),
    ]);
  });
  test.each(reports)('%s: every table, row by row, with its caption and the scope of its headers', (_, report) => {
    const tables = named(body(read(renderHtml(report, face))), 'table');
    const expected = blocksOf(report, 'table');
    expect(tables.map((t) => named(t, 'caption')[0]!.text)).toEqual(
      expected.map((t) => (t.number > 0 ? `Tableau ${t.number} – ${t.title}` : t.title)),
    );
    tables.forEach((table, i) => {
      const model = expected[i]!;
      const rows = named(named(table, 'tbody')[0]!, 'tr').map((row) => named(row, 'th', 'td').map((cell) => cell.text));
      expect(rows).toEqual(model.rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : cell.text))));
      expect(named(named(table, 'thead')[0]!, 'th').map((th) => [th.attributes['scope'], th.text])).toEqual(
        model.columns.map((c) => ['col', c.label]),
      );
      const headers = named(named(table, 'tbody')[0]!, 'th');
      expect(headers.length).toBe(model.rows.length * model.columns.filter((c) => c.rowHeader).length);
      expect(headers.every((th) => th.attributes['scope'] === 'row')).toBe(true);
    });
  });
  test.each(reports)('%s: nothing is asked of the network, nothing runs, every id is there once', (_, report) => {
    const html = renderHtml(report, face);
    const root = read(html);
    const outside = html.replace(/base64,[\w+/=]+/g, '').match(/https?:|\/\/[a-z]|@import|url\((?!#|data:)/gi);
    expect(outside).toBeNull();
    expect(named(root, 'script', 'link', 'iframe', 'object', 'img')).toEqual([]);
    expect(elements(root).flatMap((e) => Object.keys(e.attributes).filter((a) => /^(on|src)/i.test(a)))).toEqual([]);
    const ids = elements(root).flatMap((e) => e.attributes['id'] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const links = named(root, 'a').map((a) => a.attributes['href']!);
    expect(links.filter((href) => !ids.includes(href.slice(1)))).toEqual([]);
    const patterns = [...html.matchAll(/url\(#([^)]+)\)/g)].map((m) => m[1]!);
    expect(patterns.filter((id) => !ids.includes(id))).toEqual([]);
  });
  test('the policy forbids all that is not inside', () => {
    const policy = named(read(renderHtml(demonstrationReport, face)), 'meta').find(
      (m) => m.attributes['http-equiv'] === 'Content-Security-Policy',
    );
    expect(policy!.attributes['content']!.split('; ')).toEqual(
      expect.arrayContaining(["default-src 'none'", "style-src 'unsafe-inline'", 'img-src data:', 'font-src data:']),
    );
  });
  const demonstrationReport = buildReport(demonstration);
  test('the same report gives the same text', () => {
    expect(renderHtml(buildReport(demonstration), face)).toBe(renderHtml(demonstrationReport, face));
  });
  test('each typeface is inside once, under the alias of the drawings', () => {
    const html = renderHtml(demonstrationReport, face);
    for (const font of [face.regular, face.semibold]) expect(html.split(font)).toHaveLength(2);
    expect(html.match(/@font-face\{font-family:'Maillage Sans'/g)).toHaveLength(2);
  });
  test('a drawing is an image with the words of its figure; its hatching, its own', () => {
    const page = body(read(renderHtml(demonstrationReport, face)));
    const figures = blocksOf(demonstrationReport, 'figure').map((b) => b.figure);
    expect(figures.length).toBeGreaterThan(3);
    expect(named(page, 'svg').map((s) => [s.attributes['role'], s.attributes['aria-label']])).toEqual(
      figures.map((f) => ['img', f.alt]),
    );
    const captions = named(page, 'figcaption').map((c) => c.text);
    figures.forEach((f, i) => {
      expect(captions[i]).toContain(f.title);
      expect(captions[i]).toContain(f.source);
    });
  });
  test('the notice of a demonstration stands in a banner; without one there is no banner', () => {
    const banners = (report: Report) => named(read(renderHtml(report, face)), 'header').map((h) => h.text);
    expect(banners(demonstrationReport)).toEqual([demonstrationReport.meta.notice]);
    expect(demonstrationReport.meta.notice).toContain('Ce n’est pas un diagnostic');
    expect(banners(buildReport(inputOf()))).toEqual([]);
  });
  test('the contents lead to every section, under the one it belongs to', () => {
    const [nav] = named(read(renderHtml(demonstrationReport, face)), 'nav');
    expect(nav!.attributes['aria-label']).toBe('Sommaire');
    expect(named(nav!, 'a').map((a) => a.text)).toEqual(demonstrationReport.sections.map((s) => s.title));
    const depth = (e: XmlElement | null): number =>
      !e || e === nav ? 0 : (e.name === 'ol' ? 1 : 0) + depth(e.parent as XmlElement);
    expect(named(nav!, 'a').map(depth)).toEqual(demonstrationReport.sections.map((s) => s.level));
  });
  test('in English: language and words around the model', () => {
    const root = read(renderHtml(buildReport(inputOf(smallDiagnosis, { text: en })), face));
    expect(root.attributes['lang']).toBe('en-GB');
    expect(named(root, 'nav')[0]!.attributes['aria-label']).toBe('Contents');
    expect(ofClass(root, 'skip')[0]!.text).toBe('Skip to the text');
  });
  test.each([
    [undefined, 'size:A4;'],
    ['a4-paysage', 'size:A4 landscape;'],
    ['a5', 'size:A5;'],
  ] as const)('paper %s', (sheet, rule) => {
    const { meta, ...rest } = withBlocks();
    expect(renderHtml({ ...rest, meta: { ...meta, ...(sheet ? { sheet } : {}) } }, face)).toContain(`@page{${rule}`);
  });
});

describe('one block at a time', () => {
  const page = (...blocks: Block[]) => body(read(renderHtml(withBlocks(...blocks), face)));
  const cell = (level: 0 | 1 | 2 | 3 | null, text: string) => ({ level, text });
  const table: Block = {
    kind: 'table',
    id: 't',
    number: 1,
    title: 'T',
    source: 'S',
    columns: [
      { key: 'a', label: 'A', width: 1, kind: 'text', rowHeader: true },
      { key: 'b', label: 'B', width: 1, kind: 'level' },
      { key: 'c', label: 'C', width: 2, kind: 'number' },
    ],
    rows: [
      ['x', cell(2, '2 · 14 min'), '1'],
      ['y', cell(3, 'loin'), '2'],
      ['z', cell(null, '–'), ''],
    ],
  };
  test('a level has its colour and its digit, even where its words lack it; numbers align right', () => {
    const cells = named(page(table), 'td');
    expect(cells.map((c) => [c.attributes['class'], c.text])).toEqual([
      ['level level-2', '2 · 14 min'],
      ['number', '1'],
      ['level level-3', '3\u00a0·\u00a0loin'],
      ['number', '2'],
      ['level level-none', '–'],
      ['number', ''],
    ]);
    const css = renderHtml(withBlocks(table), face);
    for (const rule of [
      '.level-2{background:#d9793a;',
      '.level-3{background:#86192b;color:#ffffff}',
      '.number{text-align:right}',
    ])
      expect(css).toContain(rule);
  });
  test('a table scrolls in a frame that the keyboard reaches and that has a name', () => {
    const [frame] = ofClass(page(table), 'frame');
    expect(frame!.attributes).toMatchObject({ tabindex: '0', role: 'group', 'aria-label': 'Tableau 1 – T' });
  });
  test('a figure leads to the table of its values, where the report prints it', () => {
    const figure = { id: 'f', title: 'F', alt: 'A', source: 'S', tableId: 't', scene: { width: 9, height: 9, items: [] } };
    const block: Block = { kind: 'figure', number: 1, figure, size: 'half' };
    expect(named(named(page(block, table), 'figcaption')[0]!, 'a').map((a) => [a.attributes['href'], a.text])).toEqual([
      ['#tableau-1', 'tableau 1'],
    ]);
    expect(named(named(page(block), 'figcaption')[0]!, 'a')).toEqual([]);
  });
  test('lists, emphasis, cards and key figures', () => {
    const root = page(
      { kind: 'list', ordered: true, items: [['un ', { text: 'fort', strong: true }], [{ text: 'penché', em: true }]] },
      { kind: 'list', items: [['deux']] },
      { kind: 'figures', items: [{ label: 'acteurs', value: '12', source: 'inventaire' }] },
      { kind: 'cards', items: [{ title: 'Foyer', tag: 'MECS', lines: [{ label: 'Où : ', text: 'Blain' }] }] },
    );
    expect(named(root, 'ol').map((l) => named(l, 'li').map((i) => i.text))).toEqual([['un fort', 'penché']]);
    expect([named(root, 'strong')[0]!.text, named(root, 'em')[0]!.text]).toEqual(['fort', 'penché']);
    expect(named(root, 'dl').map((d) => named(d, 'dt', 'dd').map((e) => [e.name, e.text]))).toEqual([
      [
        ['dt', 'acteurs'],
        ['dd', '12'],
        ['dd', 'inventaire'],
      ],
      [
        ['dt', 'Où : '],
        ['dd', 'Blain'],
      ],
    ]);
  });
  test('two sections of one id have two anchors', () => {
    const report = withBlocks();
    const [section] = report.sections;
    const root = read(renderHtml({ ...report, sections: [section!, { ...section!, id: 's' }] }, face));
    expect(named(root, 'section').map((s) => s.attributes['id'])).toEqual(['section-s', 'section-s-2']);
  });
});

describe('what comes from data is text, never markup', () => {
  /** A name, and what of it no typography changes. */
  const hostile = [
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['" onload="alert(1)', '" onload="'],
    ["l'« & » &amp;", '&amp;'],
    [']]> --> </style>', ']]> --> </style>'],
    ['a\u0000b\u0007', 'a\u0000b'],
  ] as const;
  test.each(hostile)('the name %j in the inventory', (name, kept) => {
    const { inventory } = smallDiagnosis;
    const actors = [...inventory.actors, actor('a-9', { name, kind: 'association' })];
    const report = buildReport(inputOf({ ...smallDiagnosis, inventory: { ...inventory, actors } }));
    const shown = allTexts(report).filter((t) => t.includes(kept));
    expect(shown.length).toBeGreaterThan(0);
    const page = body(read(renderHtml(report, face)));
    const said = wordsOf(page).join('\n');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML cannot hold becomes U+FFFD.
    for (const text of shown) expect(said).toContain(text.replace(/[\u0000\u0007]/g, '\ufffd'));
    expect(named(page, 'script', 'style')).toEqual([]);
    expect(elements(page).filter((e) => Object.keys(e.attributes).some((a) => a.startsWith('on')))).toEqual([]);
  });
  test.each(hostile)('%j everywhere in the model, style sheet included', (name) => {
    const figure = { id: name, title: name, alt: name, source: name, tableId: name, scene: { width: 9, height: 9, items: [] } };
    const { meta } = buildReport(inputOf());
    const report: Report = {
      meta: { ...meta, title: name, subtitle: name, author: name, notice: name },
      cover: [{ kind: 'paragraph', text: [name, { text: name, strong: true }] }],
      sections: [
        {
          id: name,
          level: 1,
          title: name,
          blocks: [
            { kind: 'figure', number: 1, figure, size: 'full' },
            {
              kind: 'table',
              id: name,
              number: 1,
              title: name,
              source: name,
              columns: [{ key: name, label: name, width: 1, kind: 'text', rowHeader: true }],
              rows: [[name]],
            },
            { kind: 'cards', items: [{ title: name, tag: name, lines: [{ label: name, text: name }] }] },
            { kind: 'figures', items: [{ label: name, value: name, source: name }] },
            { kind: 'list', items: [[name]] },
            { kind: 'notice', text: [name] },
          ],
        },
      ],
    };
    const html = renderHtml(report, face);
    const root = read(html);
    expect(named(root, 'script')).toEqual([]);
    expect(elements(root).filter((e) => Object.keys(e.attributes).some((a) => a.startsWith('on')))).toEqual([]);
    expect(html.match(/<\/style/g)).toHaveLength(1);
    const [style] = named(root, 'style');
    // The margin boxes hold the words as numbers: no quote ends their string, no brace ends their rule.
    for (const string of style!.text.match(/content:"[^"]*"/g)!) expect(string).not.toMatch(/[<>&{}\n]/);
    expect((style!.text.match(/\{/g) ?? []).length).toBe((style!.text.match(/\}/g) ?? []).length);
  });
});

test('a report that must not be printed is refused', () => {
  const figure = { id: 'f', title: 'F', alt: ' ', source: 'S', scene: { width: 9, height: 9, items: [] } };
  expect(() => renderHtml(withBlocks({ kind: 'figure', number: 1, figure, size: 'full' }), face)).toThrow('empty-alt (s/f)');
});
