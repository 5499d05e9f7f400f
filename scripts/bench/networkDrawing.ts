import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build, preview } from 'vite';
import { layoutNetwork } from '../../src/analysis/layout';
import { readNetwork } from '../../src/analysis/network';
import { seededRandom } from '../../src/analysis/random';
import { type Diagnosis, emptyDiagnosis } from '../../src/document/diagnosis';
import { encodeProject } from '../../src/document/projectFile';
import type { Actor, Partnership } from '../../src/model/inventory';
import { getBrowser } from '../browser.mjs';

/** A diagnosis whose actors are tied in communities of about fifty, three ties an actor; the same each time. */
function tiedDiagnosis(size: number): Diagnosis {
  const random = seededRandom(11);
  const source = { file: 'reseau.csv', row: 2 };
  const actors = Array.from(
    { length: size },
    (_, i): Actor => ({ id: `a-${i}`, name: `Acteur ${i}`, kind: 'association', source }),
  );
  const below = (n: number) => Math.floor(random() * n);
  const partnerships = Array.from({ length: 3 * size }, (_, i): Partnership => {
    const from = below(size);
    const block = from - (from % 50);
    const near = block + below(Math.min(50, size - block));
    const to = random() < 0.9 && near !== from ? near : (from + 1 + below(size - 1)) % size;
    const ends = { fromId: `a-${from}`, toId: `a-${to}` };
    return { id: `p-${i}`, ...ends, nature: 'convention', status: 'existant', stated: true, source };
  });
  return { ...emptyDiagnosis('44', 'Mesure'), inventory: { actors, sites: [], schemes: [], partnerships } };
}

/** The same graph in a bare sigma page: its discs and lines, nothing else. */
const peerCode = `
import Graph from 'graphology';
import Sigma from 'sigma';
fetch('./graph.json').then((r) => r.json()).then(({ nodes, edges }) => {
  const graph = new Graph();
  for (const [id, x, y] of nodes) graph.addNode(id, { x, y, size: 5, color: '#0b7fab' });
  for (const [a, b] of edges) graph.mergeEdge(a, b, { size: 1, color: '#777d85' });
  new Sigma(graph, document.getElementById('root'), { renderLabels: false });
  document.title = 'ready';
});`;

async function buildPeer(d: Diagnosis): Promise<string> {
  const root = mkdtempSync(join(process.cwd(), 'node_modules/.bench-'));
  const outDir = mkdtempSync(join(tmpdir(), 'bench-network-'));
  const style = 'html,body{margin:0}#root{position:absolute;left:104px;top:250px;width:1320px;height:400px}';
  writeFileSync(
    join(root, 'index.html'),
    `<!doctype html><title>x</title><style>${style}</style><div id="root"></div><script type="module" src="./page.js"></script>`,
  );
  writeFileSync(join(root, 'page.js'), peerCode);
  await build({ root, configFile: false, logLevel: 'error', build: { outDir, emptyOutDir: true, target: 'es2022' } });
  const network = readNetwork(d.inventory, false);
  const nodes = [...layoutNetwork(network)].map(([id, { x, y }]) => [id, x, y]);
  writeFileSync(join(outDir, 'graph.json'), JSON.stringify({ nodes, edges: network.ties.map((t) => [t.a, t.b]) }));
  rmSync(root, { recursive: true });
  return outDir;
}

async function openPage(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'fr-FR' });
  const page = await context.newPage();
  await page.addInitScript('globalThis.__name = (f) => f');
  await page.goto(url);
  return page;
}

/** Frames per second while the drawing is dragged to and fro for three seconds. */
async function framesWhileDragging(page: Page, selector: string): Promise<number> {
  const box = (await page.locator(selector).first().boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height - 12];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.evaluate(() => {
    const state = { frames: 0, from: performance.now() };
    Object.assign(window, { dragged: state });
    const count = () => {
      state.frames += 1;
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  });
  const until = performance.now() + 3000;
  for (let i = 0; performance.now() < until; i++)
    await page.mouse.move(x + 120 * Math.sin(i / 12), y - 20 * Math.abs(Math.sin(i / 9)));
  const rate = await page.evaluate(() => {
    const { frames, from } = (window as unknown as { dragged: { frames: number; from: number } }).dragged;
    return (1000 * frames) / (performance.now() - from);
  });
  await page.mouse.up();
  return rate;
}

async function openNetwork(browser: Browser, url: string, d: Diagnosis, renderer: 'webgl' | 'canvas'): Promise<Page> {
  const page = await openPage(browser, `${url}?dep=44&ecran=inventaire&rendu=${renderer}`);
  await page.waitForTimeout(1500);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page
      .getByRole('button', { name: /Ouvrir un projet/ })
      .first()
      .click(),
  ]);
  await chooser.setFiles({ name: 'mesure.maillage', mimeType: 'application/gzip', buffer: gzipSync(encodeProject(d)) });
  await page.getByText('Projet « Mesure » ouvert.').first().waitFor({ timeout: 60_000 });
  await page.getByRole('navigation', { name: 'Écrans' }).getByText('Réseau').click();
  await page.locator('.network-box canvas').first().waitFor({ timeout: 120_000 });
  await page.waitForTimeout(8000);
  return page;
}

/** Frames per second while dragging: our screen by WebGL and by Canvas 2D, over a bare sigma page of the same graph. */
export async function measureDrawing(sizes: readonly number[]): Promise<void> {
  const ours = await preview({ build: { outDir: 'dist' }, preview: { port: 0 }, logLevel: 'error' });
  const url = ours.resolvedUrls!.local[0]!;
  for (const size of sizes) {
    const diagnosis = tiedDiagnosis(size);
    const peerDir = await buildPeer(diagnosis);
    const peers = await preview({
      root: peerDir,
      configFile: false,
      build: { outDir: peerDir },
      preview: { port: 0 },
      logLevel: 'error',
    });
    const browser = await chromium.launch({ executablePath: await getBrowser(), args: ['--no-sandbox'] });
    const rates = { peer: [] as number[], webgl: [] as number[], canvas: [] as number[] };
    // In turns, so that what else runs on the machine weighs on all.
    const peer = await openPage(browser, peers.resolvedUrls!.local[0]!);
    await peer.waitForFunction(() => document.title === 'ready', null, { timeout: 120_000 });
    const webgl = await openNetwork(browser, url, diagnosis, 'webgl');
    const canvas = await openNetwork(browser, url, diagnosis, 'canvas');
    for (let round = 0; round < 3; round++) {
      await peer.bringToFront();
      rates.peer.push(await framesWhileDragging(peer, '#root'));
      await webgl.bringToFront();
      rates.webgl.push(await framesWhileDragging(webgl, '.network-box'));
      await canvas.bringToFront();
      rates.canvas.push(await framesWhileDragging(canvas, '.network-box'));
    }
    await browser.close();
    await peers.close();
    rmSync(peerDir, { recursive: true });
    const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[1]!;
    const line = (label: string, values: readonly number[]) =>
      `${label} ${median(values).toFixed(1)} images/s (× ${(median(values) / median(rates.peer)).toFixed(2)})`;
    console.log(
      `${size} acteurs, glisser : sigma nu ${median(rates.peer).toFixed(1)} images/s ; ${line('WebGL', rates.webgl)} ; ${line('Canvas 2D', rates.canvas)}`,
    );
  }
  await ours.close();
}
