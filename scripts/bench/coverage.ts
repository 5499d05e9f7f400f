import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build, preview } from 'vite';
import { seededRandom } from '../../src/analysis/random';
import type { TerritoryFile } from '../../src/territory/territory';
import { getBrowser } from '../browser.mjs';
import { type measureCoverage, sitesOfDepartement } from './coverageRounds';
import { buildWorkerPage } from './workerPage';

/** A département of 503 communes. */
const departement = '24';
const territoryFile = `data/territoires/${departement}.json`;
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

const pageCode = `
const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
worker.onmessage = ({ data }) => { window.result = data; };
worker.onerror = (e) => { window.result = { error: e.message }; };
fetch('./territory.json').then((r) => r.json()).then((file) => worker.postMessage(file));`;

const workerCode = (root: string) => `
import { measureCoverage } from '${root}/scripts/bench/coverageRounds.ts';
onmessage = ({ data }) => postMessage(measureCoverage(data));`;

/** The engine in a worker of the browser, built as the app is. */
async function measureInWorker(browser: Browser): Promise<ReturnType<typeof measureCoverage>> {
  const outDir = await buildWorkerPage(pageCode, workerCode);
  writeFileSync(join(outDir, 'territory.json'), readFileSync(territoryFile));
  const server = await preview({ root: outDir, configFile: false, build: { outDir }, preview: { port: 0 }, logLevel: 'error' });
  const page = await browser.newPage();
  await page.goto(server.resolvedUrls!.local[0]!);
  const handle = await page.waitForFunction('window.result', undefined, { timeout: 600_000 });
  const result = (await handle.jsonValue()) as ReturnType<typeof measureCoverage> & { error?: string };
  await page.close();
  await server.close();
  if (result.error) throw new Error(result.error);
  return result;
}

/** Seeded places of the département as a user's file. */
function seededCsv(): string {
  const { communes } = JSON.parse(readFileSync(territoryFile, 'utf8')) as TerritoryFile;
  const random = seededRandom(1);
  const rows = Array.from({ length: sitesOfDepartement }, (_, i) => {
    const at = Math.floor(random() * communes.code.length);
    const near = (value: number) => (value + 0.04 * (random() - 0.5)).toFixed(5);
    const domain = ['sante', 'logement', 'emploi', 'mentorat'][i % 4]!;
    const places = 1 + Math.floor(40 * random());
    return `Essai ${i};${communes.code[at]!};${near(communes.lon[at]!)};${near(communes.lat[at]!)};${domain};${places}`;
  });
  return `nom;code_insee;longitude;latitude;domaine;places\n${rows.join('\n')}\n`;
}

/** Text, for the runner's compiler adds to functions what a page does not have. */
const watchCode = `(() => {
  const canvas = document.querySelector('.map-box canvas');
  // The middle of the map only: reading all of it at each frame would weigh on what is measured.
  const pixels = () => new Uint32Array(canvas.getContext('2d').getImageData(canvas.width / 2 - 150, canvas.height / 2 - 150, 300, 300).data.buffer);
  const before = pixels();
  window.moved = null;
  addEventListener('keydown', () => {
    const began = performance.now();
    const look = () => {
      const now = pixels();
      if (now.some((value, i) => value !== before[i])) window.moved = performance.now() - began;
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, { capture: true, once: true });
})()`;

/** From a key that moves a threshold to the frame whose map has other pixels. */
async function timeOfMove(page: Page, key: 'ArrowUp' | 'ArrowDown'): Promise<number> {
  await page.evaluate(watchCode);
  await page.keyboard.press(key);
  for (;;) {
    await page.waitForTimeout(50);
    const moved = await page.evaluate<number | null>('window.moved');
    if (moved !== null) return moved;
  }
}

/** A threshold moved in the settings of the built app, five thousand places imported: milliseconds to the new map. */
async function measureMoves(browser: Browser): Promise<readonly number[]> {
  const outDir = mkdtempSync(join(tmpdir(), 'bench-app-'));
  await build({ logLevel: 'error', build: { outDir, emptyOutDir: true } });
  const server = await preview({ build: { outDir }, preview: { port: 0 }, logLevel: 'error' });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'fr-FR', serviceWorkers: 'block' });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await page.goto(`${server.resolvedUrls!.local[0]!}?dep=${departement}&ecran=inventaire&rendu=canvas`);
  await page.getByRole('heading', { name: 'Inventaire' }).waitFor();
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'essai.csv'));
    return data;
  }, seededCsv());
  for (const type of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent('main', type, { dataTransfer: transfer });
  await page.getByRole('button', { name: 'Ajouter au diagnostic' }).click();
  await page.getByRole('navigation', { name: 'Écrans' }).getByText('Carte', { exact: true }).click();
  await page.locator('.map-box canvas').waitFor();
  await page.getByRole('button', { name: 'Réglages' }).click();
  const field = page.getByRole('textbox', { name: /Santé/ }).first();
  await field.fill('5');
  await field.press('Enter');
  await page.waitForTimeout(4000);
  await field.focus();
  const times: number[] = [];
  for (let i = 0; i < 13; i++) {
    times.push(await timeOfMove(page, i % 2 === 0 ? 'ArrowUp' : 'ArrowDown'));
    // The robustness goes on behind: a move comes now after it is done, now while it runs.
    await page.waitForTimeout(i % 3 === 0 ? 3000 : 200);
  }
  await context.close();
  await server.close();
  rmSync(outDir, { recursive: true });
  return times.slice(1);
}

const line = (what: string, ms: number, base: number) =>
  console.log(`${what.padEnd(64)} ${ms.toFixed(ms < 10 ? 1 : 0).padStart(8)} ms   × ${(ms / base).toPrecision(3)}`);

/** Coverage of a département and of France in Chromium's worker, against plain loops and the reading of the pairs; a move to the map. */
export async function run(): Promise<void> {
  const browser = await chromium.launch({ executablePath: await getBrowser(), args: ['--no-sandbox'] });
  const { departement: d, france: f, pairs, difference } = await measureInWorker(browser);
  console.log(`Médianes, travailleur de Chromium, charge ${loadavg()[0]!.toFixed(1)}`);
  console.log(`\nDépartement ${departement} : 503 communes × 5 000 lieux, quatre domaines, ${pairs.departement} couples`);
  line('plancher : lire une fois les couples', d['floor']!, d['plain']!);
  line('pair : boucle simple sur tableaux typés (tous les couples)', d['plain']!, d['plain']!);
  line('accès de tous les domaines, vitesse changée', d['coverage']!, d['plain']!);
  line('analyse entière, un seuil de chaque domaine déplacé', d['threshold']!, d['plain']!);
  line('analyse entière, vitesse changée', d['speed']!, d['plain']!);
  line('analyse entière, fiches changées', d['cold']!, d['plain']!);
  line('analyse entière avec les 81 variantes de chaque domaine', d['robustness']!, d['plain']!);
  console.log(`écart relatif avec la boucle simple : ${difference.departement.toExponential(1)}`);
  console.log(`\nFrance : 35 000 communes × 150 000 lieux, quatre domaines, ${pairs.france} couples`);
  line('plancher : lire une fois les couples', f['floor']!, f['plain']!);
  line('pair : boucle simple, d’après 1 % des communes', f['plain']!, f['plain']!);
  line('recherche des couples seule', f['search']!, f['plain']!);
  line('accès de tous les domaines', f['coverage']!, f['plain']!);
  console.log(`écart relatif avec des boucles simples : ${difference.france.toExponential(1)}`);
  const moves = await measureMoves(browser);
  console.log(
    `\nseuil déplacé → carte repeinte (${departement}, application construite, Canvas 2D) : médiane ${median(moves).toFixed(0)} ms, de ${Math.min(...moves).toFixed(0)} à ${Math.max(...moves).toFixed(0)}`,
  );
  await browser.close();
}
