import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build, preview } from 'vite';
import type { Diagnosis } from '../../src/document/diagnosis';
import { encodeProject } from '../../src/document/projectFile';
import { getBrowser } from '../browser.mjs';
import { actorCount, largeDiagnosis, schemeCount, tieCount } from './largeDiagnosis';

/** The same rows in a bare virtualised table: its cells, its keys, nothing else. */
const peerCode = `
import { createElement as h, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { DataGrid, renderTextEditor } from 'react-data-grid';
import 'react-data-grid/lib/styles.css';
const keys = ['name', 'actor', 'type', 'domains', 'publics', 'commune', 'places', 'verification', 'completeness', 'source'];
function Table({ first }) {
  const [rows, setRows] = useState(first);
  const columns = keys.map((key) => ({ key, name: key, width: 150, renderEditCell: renderTextEditor }));
  return h(DataGrid, { columns, rows, onRowsChange: setRows, rowKeyGetter: (r) => r.id, rowHeight: 32, style: { blockSize: '700px' }, 'aria-label': 'Dispositifs' });
}
fetch('./rows.json').then((r) => r.json()).then((rows) => createRoot(document.getElementById('root')).render(h(Table, { first: rows })));`;

async function buildPeer(d: Diagnosis): Promise<string> {
  const root = mkdtempSync(join(process.cwd(), 'node_modules/.bench-'));
  const outDir = mkdtempSync(join(tmpdir(), 'bench-edit-'));
  writeFileSync(
    join(root, 'index.html'),
    '<!doctype html><title>x</title><div id="root"></div><script type="module" src="./page.js"></script>',
  );
  writeFileSync(join(root, 'page.js'), peerCode);
  await build({ root, configFile: false, logLevel: 'error', build: { outDir, emptyOutDir: true, target: 'es2022' } });
  const names = new Map(d.inventory.actors.map((a) => [a.id, a.name]));
  const communes = new Map(d.inventory.sites.map((s) => [s.id, s.communeName]));
  const rows = d.inventory.schemes.map((s) => ({
    id: s.id,
    name: s.name,
    actor: names.get(s.actorId),
    domains: s.domains.join(' ; '),
    commune: communes.get(s.siteIds[0]!),
    places: s.places,
    source: `${s.source.file}, ligne ${s.source.row}`,
  }));
  writeFileSync(join(outDir, 'rows.json'), JSON.stringify(rows));
  rmSync(root, { recursive: true });
  return outDir;
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
const worst = (values: readonly number[]) => Math.max(...values);

/** Milliseconds from each key to the frame that shows it, written in the page as they come. */
const watchKeys = () => {
  const seen: number[] = [];
  Object.assign(window, { seen });
  window.addEventListener(
    'keydown',
    () => {
      const from = performance.now();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => seen.push(performance.now() - from);
        port2.postMessage(0);
      });
    },
    true,
  );
};

async function keystrokes(page: Page, cell: string): Promise<{ typing: number[]; committing: number[] }> {
  await page.evaluate(watchKeys);
  const seen = () => page.evaluate(() => (window as unknown as { seen: number[] }).seen);
  const typing: number[] = [];
  const committing: number[] = [];
  for (let round = 0; round < 5; round++) {
    await page.locator(cell).click();
    await page.keyboard.press('Enter');
    for (let i = 0; i < 6; i++) {
      const before = (await seen()).length;
      await page.keyboard.press('a');
      await page.waitForFunction((n) => (window as unknown as { seen: number[] }).seen.length > n, before);
      typing.push((await seen()).at(-1)!);
    }
    const before = (await seen()).length;
    await page.keyboard.press('Enter');
    await page.waitForFunction((n) => (window as unknown as { seen: number[] }).seen.length > n, before);
    committing.push((await seen()).at(-1)!);
    await page.waitForTimeout(600);
  }
  return { typing, committing };
}

/** Milliseconds between frames while the table scrolls 400 px a frame. */
const scrollFrames = (page: Page): Promise<number[]> =>
  page.evaluate(async () => {
    const grid = document.querySelector('[role=grid]')!;
    const frames: number[] = [];
    const next = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    let last = await next();
    for (let i = 0; i < 60; i++) {
      grid.scrollTop += 400;
      const now = await next();
      frames.push(now - last);
      last = now;
    }
    return frames;
  });

async function open(browser: Browser, url: string): Promise<Page> {
  const page = await (
    await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'fr-FR', acceptDownloads: true })
  ).newPage();
  // tsx names functions by a helper that the page has not.
  await page.addInitScript('globalThis.__name = (f) => f');
  await page.goto(url);
  return page;
}

/** 5 000 actors, 8 000 schemes, 10 000 ties in the built app: opening, keys, scroll, save; against a bare virtualised table of the same rows. */
export async function run(): Promise<void> {
  const diagnosis = largeDiagnosis();
  const file = { name: 'mesure.maillage', mimeType: 'application/gzip', buffer: gzipSync(encodeProject(diagnosis)) };
  const peerDir = await buildPeer(diagnosis);
  const [ours, peers] = await Promise.all([
    preview({ build: { outDir: 'dist' }, preview: { port: 0 }, logLevel: 'error' }),
    preview({ root: peerDir, configFile: false, build: { outDir: peerDir }, preview: { port: 0 }, logLevel: 'error' }),
  ]);
  const browser = await chromium.launch({ executablePath: await getBrowser(), args: ['--no-sandbox'] });
  const peer = await open(browser, peers.resolvedUrls!.local[0]!);
  await peer.locator('[aria-rowindex="5"] [aria-colindex="3"]').waitFor();
  const bare = { ...(await keystrokes(peer, '[aria-rowindex="5"] [aria-colindex="3"]')), frames: await scrollFrames(peer) };
  await peer.close();

  const page = await open(browser, `${ours.resolvedUrls!.local[0]!}?dep=44&ecran=inventaire`);
  await page.getByText('Ouvrir un projet', { exact: false }).first().waitFor();
  await page.waitForTimeout(2000);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page
      .getByRole('button', { name: /Ouvrir un projet/ })
      .first()
      .click(),
  ]);
  const from = performance.now();
  await chooser.setFiles(file);
  await page.getByText('Projet « Mesure » ouvert.').first().waitFor({ timeout: 60_000 });
  const opening = performance.now() - from;
  await page.getByRole('navigation', { name: 'Écrans' }).getByText('Inventaire').click();
  await page
    .getByText(/^Dispositifs/)
    .first()
    .click();
  const cell = '[aria-rowindex="5"] [aria-colindex="4"]';
  await page.locator(cell).waitFor();
  await page.waitForTimeout(3000);
  const app = { ...(await keystrokes(page, cell)), frames: await scrollFrames(page) };
  await page
    .getByRole('button', { name: /^Exporter/ })
    .first()
    .click();
  const saving = performance.now();
  await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: /Enregistrer le projet/ }).click()]);
  const saved = performance.now() - saving;
  await browser.close();
  await Promise.all([ours.close(), peers.close()]);
  rmSync(peerDir, { recursive: true });

  const ms = (value: number) => `${value.toFixed(1)} ms`;
  const line = (label: string, a: readonly number[], b: readonly number[]) =>
    console.log(
      `${label} : ${ms(median(a))} (pire ${ms(worst(a))}) ; table nue ${ms(median(b))} (pire ${ms(worst(b))}) ; × ${(median(a) / median(b)).toFixed(2)}`,
    );
  console.log(`${actorCount} acteurs, ${schemeCount} dispositifs, ${tieCount} liens ; charge ${loadavg()[0]!.toFixed(1)}`);
  line('Touche → image', app.typing, bare.typing);
  line('Validation → image', app.committing, bare.committing);
  line('Image de défilement', app.frames, bare.frames);
  console.log(`Ouverture du projet : ${ms(opening)} ; enregistrement : ${ms(saved)}`);
}
