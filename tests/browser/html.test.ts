import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderHtml } from '../../src/export/html/renderHtml';
import { buildFiche } from '../../src/report/buildFiche';
import { buildReport } from '../../src/report/buildReport';
import type { ReportInput } from '../../src/report/input';
import { fr } from '../../src/text/fr';
import { openedDemonstration } from '../views/fixture';

const base64 = (name: string) => readFileSync(`data/fonts/${name}.woff2`).toString('base64');
const face = { regular: base64('regular'), semibold: base64('semibold') };
const folder = mkdtempSync(join(tmpdir(), 'maillage-html-'));

let browser: Browser;
let input: ReportInput;
beforeAll(async () => {
  const { diagnosis, analysis, territory } = await openedDemonstration();
  input = { diagnosis, analysis, territory, text: fr, date: '2026-11-22' };
  const documents = {
    rapport: buildReport(input),
    livret: buildReport({ ...input, options: { reading: 'public' } }),
    fiche: buildFiche(input),
  };
  for (const [name, report] of Object.entries(documents)) writeFileSync(join(folder, `${name}.html`), renderHtml(report, face));
  const executablePath = process.env['CHROME_PATH'] ?? '/usr/bin/chromium';
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] });
});
afterAll(() => browser?.close());

/** Opens a written file from the disk; anything asked for beyond it, and any fault of the page, fails the test. */
async function withFile(name: string, options: BrowserContextOptions, look: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ locale: 'fr-FR', ...options });
  const url = pathToFileURL(join(folder, `${name}.html`)).href;
  const faults: string[] = [];
  context.on('request', (r) => {
    if (r.url() !== url && !r.url().startsWith('data:font/woff2')) faults.push(`requête vers ${r.url().slice(0, 100)}`);
  });
  const page = await context.newPage();
  page.on('console', (m) => m.type() === 'error' && faults.push(m.text()));
  page.on('pageerror', (e) => faults.push(e.message));
  await page.goto(url);
  await look(page);
  await context.close();
  expect(faults).toEqual([]);
}

const wide = { viewport: { width: 1440, height: 900 } };
const narrow = { viewport: { width: 320, height: 640 } };

describe.each([
  ['rapport', wide],
  ['livret', narrow],
  ['fiche', narrow],
])('%s, opened from the disk', (name, options) => {
  test('axe finds nothing', async () => {
    await withFile(name, options, async (page) => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((v) => `${v.id} : ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)).toEqual([]);
    });
  });
  test('at 320 px nothing scrolls sideways but the frames of tables and figures', async () => {
    await withFile(name, narrow, async (page) => {
      const [seen, whole] = await page.evaluate(() => [
        document.documentElement.clientWidth,
        document.documentElement.scrollWidth,
      ]);
      expect([seen, whole]).toEqual([320, 320]);
      const beyond = await page.evaluate(() =>
        [...document.querySelectorAll('main *')]
          .filter((e) => !e.closest('.frame') && e.getBoundingClientRect().right > 320.5)
          .map((e) => `${e.tagName} ${e.textContent?.slice(0, 40)}`),
      );
      expect(beyond).toEqual([]);
    });
  });
});

/** Characters on each full line of running text. */
const lineLengths = (page: Page) =>
  page.evaluate(() => {
    const lengths: number[] = [];
    for (const e of document.querySelectorAll('.text p, .text li, .cover p')) {
      if (e.querySelector('p, dl, ol, ul')) continue;
      const lines = new Map<number, number>();
      const walker = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        for (let i = 0; i < node.textContent!.length; i += 1) {
          const range = document.createRange();
          range.setStart(node, i);
          range.setEnd(node, i + 1);
          const y = Math.round(range.getBoundingClientRect().top / 4);
          lines.set(y, (lines.get(y) ?? 0) + 1);
        }
      lengths.push(...[...lines.values()].slice(0, -1));
    }
    return lengths;
  });

describe('the report', () => {
  test('lines of text hold 75 characters or so, in the embedded typeface', async () => {
    await withFile('rapport', wide, async (page) => {
      expect(await page.evaluate(() => document.fonts.check("600 16px 'Maillage Sans'"))).toBe(true);
      const lengths = (await lineLengths(page)).sort((a, b) => a - b);
      expect(lengths.length).toBeGreaterThan(200);
      expect(lengths[Math.floor(lengths.length * 0.95)]).toBeLessThanOrEqual(75);
      expect(lengths.at(-1)).toBeLessThanOrEqual(85);
    });
  });
  test('it is read, and its contents followed, without JavaScript', async () => {
    await withFile('rapport', { ...wide, javaScriptEnabled: false }, async (page) => {
      const { sections, meta } = buildReport(input);
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(meta.title);
      expect(await page.getByRole('navigation', { name: 'Sommaire' }).getByRole('link').count()).toBe(sections.length);
      const { title, level } = sections.find((s) => s.id === 'sources')!;
      await page.getByRole('navigation').getByRole('link', { name: title, exact: true }).click();
      const heading = page.getByRole('heading', { name: title, exact: true, level: level + 1 });
      const top = async () => (await heading.boundingBox())?.y;
      await expect.poll(top).toBeGreaterThanOrEqual(0);
      expect(await top()).toBeLessThan(120);
    });
  });
  test('the keyboard skips the contents, then reaches the tables, each with its name', async () => {
    await withFile('rapport', wide, async (page) => {
      const focused = () =>
        page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);
      await page.keyboard.press('Tab');
      expect(await focused()).toBe('Aller au texte');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await focused()).toMatch(/^(Tableau|Figure) 1 – /);
    });
  });
});

const pagesOf = async (page: Page) => {
  const bytes = new Uint8Array(await page.pdf({ preferCSSPageSize: true }));
  const doc = await getDocument({ data: bytes, verbosity: 0 }).promise;
  return Promise.all(
    Array.from({ length: doc.numPages }, async (_, i) => {
      const sheet = await doc.getPage(i + 1);
      const { items } = await sheet.getTextContent();
      const [, , width, height] = sheet.view;
      return { size: [Math.round(width!), Math.round(height!)], text: items.map((t) => ('str' in t ? t.str : '')).join('') };
    }),
  );
};

describe('printed', () => {
  test('the report: A4 pages numbered but the cover, the notice on each, each long table with its header again', async () => {
    await withFile('rapport', wide, async (page) => {
      const pages = await pagesOf(page);
      expect(pages.length).toBeGreaterThan(20);
      const flat = (text: string) => text.replace(/\s/g, '');
      pages.forEach(({ size, text }, i) => {
        expect(size).toEqual([595, 842]);
        if (i === 0) return;
        expect(flat(text)).toContain(flat(`page ${i + 1}/${pages.length}`));
        expect(flat(text)).toContain(flat('Ce n’est pas un diagnostic.'));
      });
      expect(flat(pages[0]!.text)).not.toContain('page1/');
      const table = buildReport(input)
        .sections.flatMap((s) => s.blocks)
        .find((b) => b.kind === 'table' && b.id === 'communes');
      if (table?.kind !== 'table') throw new Error('no table of communes');
      const rowOf = (cells: (typeof table.rows)[number]) => flat(cells.map((c) => (typeof c === 'string' ? c : c.text)).join(''));
      const rows = table.rows.map(rowOf);
      const labels = flat(table.columns.map((c) => c.label).join(''));
      const holding = pages.map((p) => flat(p.text)).filter((text) => rows.some((row) => text.includes(row)));
      expect(holding.length).toBeGreaterThan(2);
      for (const text of holding) expect(text).toContain(labels);
      expect(rows.filter((row) => !holding.some((text) => text.includes(row)))).toEqual([]);
    });
  });
  test('the booklet in A5, the one-page sheet on one page', async () => {
    await withFile('livret', wide, async (page) => {
      const pages = await pagesOf(page);
      expect(pages.length).toBeGreaterThan(5);
      expect(new Set(pages.map((p) => p.size.join('×')))).toEqual(new Set(['420×595']));
    });
    await withFile('fiche', wide, async (page) => expect(await pagesOf(page)).toHaveLength(1));
  });
});
