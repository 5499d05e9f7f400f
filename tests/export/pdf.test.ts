import { type PDFArray, PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { drawable } from '../../src/export/pdf/composer';
import { lineStarts } from '../../src/export/pdf/lineBreaking';
import { renderPdf } from '../../src/export/pdf/renderPdf';
import { buildFiche } from '../../src/report/buildFiche';
import { buildReport } from '../../src/report/buildReport';
import type { Block, Report } from '../../src/report/report';
import { en } from '../../src/text/en';
import { blocksOf, fonts, inputOf, smallDiagnosis } from '../report/fixture';
import { codeOf } from './pdfContent';
import { checkPdf, countRoles, mappedCharacters, readPages } from './pdfReading';
import { type Element, elementsOf } from './pdfTree';

const demonstration = inputOf({ ...smallDiagnosis, demonstration: true });
const withBlocks = (...blocks: Block[]): Report => ({
  ...buildReport(inputOf()),
  cover: [],
  sections: [{ id: 's', level: 1, title: 'Essai', newPage: true, blocks }],
});
const paragraph = (text: string): Block => ({ kind: 'paragraph', text: [text] });
const textOf = async (report: Report) => (await readPages(await renderPdf(report, fonts))).map((p) => p.text).join('\n');

describe('the report in PDF', () => {
  const report = buildReport(demonstration);
  let bytes: Uint8Array;
  let pages: Awaited<ReturnType<typeof readPages>>;
  beforeAll(async () => {
    bytes = await renderPdf(report, fonts);
    pages = await readPages(bytes);
  });

  test('passes our own reading of PDF/UA: tags, language, fonts, links, XMP', async () => {
    expect(await checkPdf(bytes)).toEqual([]);
  });
  test('title, language and bookmarks', async () => {
    const doc = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
    const { info } = (await doc.getMetadata()) as unknown as { info: Record<string, unknown> };
    expect(info['Title']).toBe(`${report.meta.title} – ${report.meta.subtitle}`);
    expect(info['Language']).toBe('fr-FR');
    const outline = await doc.getOutline();
    expect(outline.map((o) => o.title)).toEqual(report.sections.filter((s) => s.level === 1).map((s) => s.title));
  });
  test('the same report gives the same bytes', async () => {
    expect(Buffer.compare(await renderPdf(buildReport(demonstration), fonts), bytes)).toBe(0);
  });
  test('the contents page gives the page where each title stands', () => {
    const contents = [...pages[1]!.lines, ...pages[2]!.lines];
    for (const section of report.sections.filter((s) => s.level === 1)) {
      const title = drawable(section.title);
      const line = contents.find((l) => l.startsWith(title))!;
      const page = Number(/(\d+)$/.exec(line)![1]);
      expect(pages[page - 1]!.headings).toContain(title);
    }
  });
  test('each page but the cover is numbered and carries the notice, outside the tags', () => {
    pages.slice(1).forEach((page, i) => {
      expect(page.artifacts).toContain(`page ${i + 2}/${pages.length}`);
      expect(page.artifacts).toContain('Ce n’est pas un diagnostic.');
    });
    expect(pages[0]!.artifacts).not.toContain('page 1');
  });
  test('hard strings come back as written', () => {
    const all = pages.map((p) => p.text).join('\n');
    for (const hard of [
      'L’Œuvre de Saint-Sébastien-sur-Loire',
      'Foyer & Cie',
      '3 500 places',
      '« Delta »',
      '× 1,3 à 50 km/h',
      'Établi le 22 novembre 2026',
    ])
      expect(all).toContain(hard);
  });
  test('the narrow no-break space of thousands keeps its own code (pdf.js reads every space alike)', async () => {
    expect(await mappedCharacters(bytes)).toEqual(expect.arrayContaining([0x202f, 0x152, 0x2d, 0x20]));
  });
  test('a short table is never split, nor cut off from its heading and its line of introduction', async () => {
    const legal = blocksOf(report, 'table').find((t) => t.id === 'besoins-legaux')!;
    const first = String(legal.rows[0]![0]);
    const last = String(legal.rows.at(-1)![0]);
    for (let filler = 24; filler < 44; filler++) {
      const built: Report = {
        ...withBlocks(...Array.from({ length: filler }, () => paragraph('Une ligne.'))),
        sections: [
          {
            id: 'a',
            level: 1,
            title: 'Essai',
            newPage: true,
            blocks: Array.from({ length: filler }, () => paragraph('Une ligne.')),
          },
          { id: 'b', level: 2, title: 'Besoins de la loi', blocks: [paragraph('Avant le tableau.'), legal] },
        ],
      };
      const read = await readPages(await renderPdf(built, fonts));
      const pageOf = (words: string) => read.findIndex((p, i) => i > 1 && p.text.includes(words));
      expect([filler, pageOf('Besoins de la loi'), pageOf(last)]).toEqual([filler, pageOf(first), pageOf(first)]);
    }
  });
  test('every figure and every row of every table is tagged once', async () => {
    const roles = await countRoles(bytes);
    expect(roles.get('Figure')).toBe(blocksOf(report, 'figure').length);
    expect(roles.get('Table')).toBe(blocksOf(report, 'table').length);
    expect(roles.get('TR')).toBe(blocksOf(report, 'table').reduce((sum, t) => sum + t.rows.length + 1, 0));
  });
});

describe('text in the PDF', () => {
  test('a soft hyphen in a name erases no hyphen of the rest', async () => {
    const text = await textOf(withBlocks(paragraph('inter\u00addépartemental'), paragraph('Dix-huit −61,3 Ille-et-Vilaine')));
    expect(text).toContain('interdépartemental');
    expect(text).toContain('Dix-huit −61,3 Ille-et-Vilaine');
  });
  test('a character that no font has is shown as a square, not lost', () => {
    expect(drawable('中')).toBe('□');
    expect(drawable('e\u0301')).toBe('é');
    expect(drawable('10\u00a0km\u2011test')).toBe('10 km-test');
  });
  test('a word wider than its line is cut, and nothing of it lost', async () => {
    const long = `https://exemple.fr/${'abcdefghij'.repeat(20)}`;
    expect((await textOf(withBlocks(paragraph(long)))).replace(/\s/g, '')).toContain(long);
  });
  test('English has its language and words', async () => {
    const bytes = await renderPdf(buildReport(inputOf(undefined, { text: en })), fonts);
    const doc = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
    expect(((await doc.getMetadata()) as unknown as { info: Record<string, unknown> }).info['Language']).toBe('en-GB');
    expect((await readPages(bytes))[1]!.headings).toContain('Contents');
  });
});

describe('pages', () => {
  const rows = (n: number): Block => ({
    ...blocksOf(buildReport(inputOf()), 'table').find((t) => t.id === 'matrice')!,
    rows: Array.from({ length: n }, (_, i) => [
      `Territoire ${i + 1}`,
      '10',
      ...[0, 1, 2, 3].map((level) => ({ level: level as 0, text: `${level}` })),
    ]),
  });
  test('a long table repeats its header as an artifact and splits no row', async () => {
    const pages = await readPages(await renderPdf(withBlocks(rows(90)), fonts));
    const after = pages.slice(3);
    expect(after.length).toBeGreaterThan(0);
    for (const page of after) expect(page.artifacts).toContain('Territoire');
    const names = pages.flatMap((p) => p.lines).flatMap((l) => /^Territoire (\d+)/.exec(l)?.[1] ?? []);
    expect(names.map(Number)).toEqual(Array.from({ length: 90 }, (_, i) => i + 1));
  });
  test('the last page of a split table has three rows at least', async () => {
    for (let count = 30; count < 75; count++) {
      const pages = await readPages(await renderPdf(withBlocks(rows(count)), fonts));
      const perPage = pages.map((p) => p.lines.filter((l) => /^Territoire \d+/.test(l)).length).filter((n) => n > 0);
      expect([count, perPage.reduce((sum, n) => sum + n, 0), perPage.at(-1)! >= 3]).toEqual([count, count, true]);
    }
  });
  test('a heading is never the last line of a page', async () => {
    const filler = (n: number) => Array.from({ length: n }, (_, i) => paragraph(`Ligne ${i}`));
    const base = buildReport(inputOf());
    for (const n of [28, 29, 30, 31, 32, 33]) {
      const sections: Report['sections'] = [
        { id: 'a', level: 1, title: 'Premier', newPage: true, blocks: filler(n) },
        { id: 'b', level: 2, title: 'Second titre', blocks: [paragraph('Suite du second titre.')] },
      ];
      const pages = await readPages(await renderPdf({ ...base, cover: [], sections }, fonts));
      const page = pages.slice(2).find((p) => p.headings.includes('Second titre'))!;
      expect(page.text).toContain('Suite du second titre.');
    }
  });
  test('a few lines are not left alone on a page, but before a figure', async () => {
    const base = buildReport(inputOf());
    const figure = blocksOf(buildReport(demonstration), 'figure')[0]!;
    const pageOfSecond = async (lines: number, blocks: Report['sections'][number]['blocks']) => {
      const filler = Array.from({ length: lines }, (_, i) => paragraph(`Ligne ${i}`));
      const sections: Report['sections'] = [
        { id: 'a', level: 1, title: 'Premier', newPage: true, blocks: filler },
        { id: 'b', level: 1, title: 'Second', newPage: true, blocks },
      ];
      const pages = await readPages(await renderPdf({ ...base, cover: [], sections }, fonts));
      return pages.findIndex((p) => p.headings.includes('Second')) - pages.findIndex((p) => p.headings.includes('Premier'));
    };
    expect(await pageOfSecond(2, [paragraph('Suite.')])).toBe(0);
    expect(await pageOfSecond(12, [paragraph('Suite.')])).toBe(1);
    expect(await pageOfSecond(2, [figure])).toBe(1);
  });
  test('a short list is whole, under what brings it in', async () => {
    const base = buildReport(inputOf());
    const items = ['Premier point.', 'Deuxième point.', 'Troisième point.', 'Dernier point.'];
    for (let n = 24; n < 36; n++) {
      const blocks = [
        ...Array.from({ length: n }, (_, i) => paragraph(`Ligne ${i}`)),
        paragraph('Ce qui suit tient ensemble :'),
        { kind: 'list' as const, items: items.map((item) => [item]) },
      ];
      const sections: Report['sections'] = [{ id: 'a', level: 1, title: 'Premier', newPage: true, blocks }];
      const pages = await readPages(await renderPdf({ ...base, cover: [], sections }, fonts));
      const holding = (text: string) => pages.findIndex((p) => p.lines.includes(text));
      const first = holding('Ce qui suit tient ensemble :');
      expect([n, first > 0, ...items.map(holding)]).toEqual([n, true, first, first, first, first]);
    }
  });
  test.each([
    ['the demonstration', demonstration],
    ['a bare territory', inputOf()],
  ])('the fiche of %s is one page', async (_, input) => {
    const bytes = await renderPdf(buildFiche(input), fonts);
    expect(await readPages(bytes)).toHaveLength(1);
    expect(await checkPdf(bytes)).toEqual([]);
  });
  test('a report that fails the lint is refused with its place', async () => {
    const table = { ...blocksOf(buildReport(inputOf()), 'table')[0]!, source: '' };
    await expect(renderPdf(withBlocks(table), fonts)).rejects.toThrow(`no-source (s/${table.id})`);
  });
});

describe('line breaking', () => {
  const words = (...widths: number[]) => widths.map((width) => ({ width, spaceBefore: true }));
  test('even lines rather than a full one and a short one', () => {
    // Greedy would put 40+40 on the first line and 15 | 90 after; the last line is free.
    expect(lineStarts(words(40, 40, 15, 90), 5, 100)).toEqual([0, 1, 3]);
  });
  test('no pieces, no line; a piece too wide stands alone', () => {
    expect(lineStarts([], 5, 100)).toEqual([]);
    expect(lineStarts(words(10, 300, 10), 5, 100)).toEqual([0, 1, 2]);
  });
  test('a compound word is broken only when that saves more than a little', () => {
    const boxes = (first: number, half: number) => [
      { width: first, spaceBefore: true },
      { width: half, spaceBefore: true },
      { width: half, spaceBefore: false },
      { width: 40, spaceBefore: true },
    ];
    expect(lineStarts(boxes(75, 20), 5, 100)).toEqual([0, 1]);
    expect(lineStarts(boxes(50, 40), 5, 100)).toEqual([0, 2]);
  });
});

describe('our reading of PDF/UA finds what is wrong', () => {
  let good: Uint8Array;
  beforeAll(async () => {
    good = await renderPdf(buildReport(inputOf()), fonts);
  });
  const names = (...keys: readonly string[]) => keys.map((k) => PDFName.of(k));
  /** A copy of the good file, broken in one way. */
  async function broken(spoil: (doc: PDFDocument, elements: readonly Element[]) => void): Promise<string[]> {
    const doc = await PDFDocument.load(good, { updateMetadata: false });
    spoil(doc, elementsOf(doc));
    return checkPdf(await doc.save({ useObjectStreams: false, updateFieldAppearances: false }));
  }
  const one = (elements: readonly Element[], type: string) => elements.find((e) => e.type === type)!;
  const [S, Alt, P, A, K, Parent] = names('S', 'Alt', 'P', 'A', 'K', 'ParentTree');
  /** The drawing code of a page in the place of its own. */
  function redraw(doc: PDFDocument, index: number, change: (code: string) => string): void {
    const page = doc.getPages()[index]!;
    page.node.set(PDFName.of('Contents'), doc.context.register(doc.context.stream(change(codeOf(doc)[index]!))));
  }
  const fontsOf = (doc: PDFDocument) =>
    doc.context
      .enumerateIndirectObjects()
      .map(([, o]) => o)
      .filter((o): o is PDFDict => o instanceof PDFDict && String(o.get(PDFName.of('Subtype'))) === '/CIDFontType2');

  test('and nothing in a good file saved again', async () => {
    expect(await broken(() => {})).toEqual([]);
  });
  test.each<[string, (doc: PDFDocument, elements: readonly Element[]) => void, RegExp]>([
    ['a figure without words', (_, e) => one(e, 'Figure').dict.delete(Alt!), /Figure without/],
    ['a figure whose words are blank', (_, e) => one(e, 'Figure').dict.set(Alt!, PDFString.of(' ')), /Figure without words/],
    ['a figure without its box', (_, e) => one(e, 'Figure').dict.delete(A!), /BBox/],
    ['a header cell without scope', (_, e) => one(e, 'TH').dict.delete(A!), /TH without scope/],
    ['a heading of a level too low', (_, e) => one(e, 'H2').dict.set(S!, PDFName.of('H4')), /heading/],
    ['a first heading of level 2', (_, e) => one(e, 'H1').dict.set(S!, PDFName.of('H2')), /first heading H2/],
    ['a cell outside a row', (_, e) => one(e, 'TR').dict.set(S!, PDFName.of('P')), /T[HD] in P|P under/],
    ['a paragraph among list items', (_, e) => one(e, 'LI').dict.set(S!, PDFName.of('P')), /P under L/],
    ['an unknown type', (_, e) => one(e, 'P').dict.set(S!, PDFName.of('Chose')), /type Chose/],
    ['a row that lacks a cell', (_, e) => (one(e, 'TR').dict.lookup(K!) as PDFArray).remove(0), /unequal width|claims/],
    ['an element without parent entry', (_, e) => one(e, 'P').dict.delete(P!), /without parent entry/],
    [
      'a parent tree that leads elsewhere',
      (doc) => {
        const root = doc.catalog.lookup(PDFName.of('StructTreeRoot')) as PDFDict;
        const numbers = (root.lookup(Parent!) as PDFDict).lookup(PDFName.of('Nums')) as PDFArray;
        const [first, second] = [numbers.lookup(1) as PDFArray, numbers.lookup(3) as PDFArray];
        first.set(0, second.get(0));
      },
      /ParentTree/,
    ],
    ['something painted outside any tag', (doc) => redraw(doc, 2, (code) => `${code}\n0 0 10 10 re\nf\n`), /painted outside/],
    [
      'an artifact inside a tag',
      (doc) => redraw(doc, 2, (code) => code.replace(/(MCID \d+\s*>> BDC)/, '$1 /Artifact BMC EMC')),
      /in one another/,
    ],
    ['content that no tag claims', (doc) => redraw(doc, 2, (code) => code.replace(/MCID \d+/, 'MCID 9999')), /no tag claims/],
    ['an image', (doc) => redraw(doc, 2, (code) => `${code}\n/Artifact BMC /I1 Do EMC`), /an image/],
    [
      'a glyph that the font has not',
      (doc) => redraw(doc, 2, (code) => code.replace(/<[\da-f]{4}/i, '<0000')),
      /glyph that it has not/,
    ],
    ['widths that are not the glyphs’', (doc) => fontsOf(doc)[0]!.delete(PDFName.of('W')), /states a width/],
    ['no map of glyphs', (doc) => fontsOf(doc)[0]!.delete(PDFName.of('CIDToGIDMap')), /CIDToGIDMap/],
    [
      'a set of glyphs, which pdfkit writes short',
      (doc) => (fontsOf(doc)[0]!.lookup(PDFName.of('FontDescriptor')) as PDFDict).set(PDFName.of('CIDSet'), doc.context.obj([])),
      /CIDSet/,
    ],
    ['no language', (doc) => doc.catalog.delete(PDFName.of('Lang')), /language/],
    ['no marks', (doc) => (doc.catalog.lookup(PDFName.of('MarkInfo')) as PDFDict).delete(PDFName.of('Marked')), /not marked/],
    ['a link without words', (doc) => linkOf(doc).delete(PDFName.of('Contents')), /link without words/],
    ['a link that no element holds', (_, e) => one(e, 'Link').dict.set(S!, PDFName.of('P')), /no Link element holds/],
    ['layers', (doc) => doc.catalog.set(PDFName.of('OCProperties'), doc.context.obj({})), /layers/],
  ])('%s', async (_, spoil, fault) => {
    expect((await broken(spoil)).join('\n')).toMatch(fault);
  });
  const linkOf = (doc: PDFDocument): PDFDict => {
    const page = doc.getPages().find((p) => p.node.Annots() !== undefined)!;
    return page.node.Annots()!.lookup(0) as PDFDict;
  };
});
