import { readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { preview } from 'vite';
import { getBrowser } from '../browser.mjs';
import { buildWorkerPage } from './workerPage';

interface Round {
  readonly json: number;
  readonly papa: number;
  readonly ours: number;
  readonly longest: number;
}

const workerCode = (root: string) => `
import Papa from 'papaparse';
import { importFiles } from '${root}/src/import/import.ts';
import { buildTerritory } from '${root}/src/territory/territory.ts';
import { seededRandom } from '${root}/src/analysis/random.ts';
const rows = 100000, columns = 30;
onmessage = async ({ data: file }) => {
  const territory = buildTerritory(file), random = seededRandom(1), { communes } = territory;
  const head = ['nom', 'adresse', 'code_insee', 'commune', 'lon', 'lat', 'domaine', 'places', 'date_maj', 'source'];
  while (head.length < columns) head.push('autre ' + head.length);
  const table = [head];
  for (let i = 0; i < rows; i++) {
    const c = communes[Math.floor(random() * communes.length)];
    const row = ['Association d’entraide n° ' + i, i % 8 ? i + ' rue de l’Église' : '"' + i + '; bâtiment B"', c.code, c.name, String((c.lon + random() * 0.02).toFixed(5)).replace('.', ','), String((c.lat + random() * 0.02).toFixed(5)).replace('.', ','), ['sante', 'logement', 'emploi', 'mentorat'][i % 4], String(i % 40), '2026-01-15', 'Essai'];
    while (row.length < columns) row.push('valeur ' + Math.floor(random() * 1000));
    table.push(row);
  }
  const text = table.map((r) => r.join(';')).join('\\r\\n');
  const json = JSON.stringify(Papa.parse(text, { delimiter: ';' }).data);
  const bytes = new TextEncoder().encode(text);
  const time = async (f) => { const t = performance.now(); const kept = await f(); const ms = performance.now() - t; if (!kept) throw new Error('nothing'); return ms; };
  const context = { territory, today: '2026-11-22', existing: { actors: [], sites: [], schemes: [], partnerships: [] } };
  const ours = async () => { const d = await importFiles([{ name: 'x.csv', bytes }], context, { onProgress: (p) => postMessage({ progress: p.done }) }); if (d.files[0].rows.kept !== rows) throw new Error(JSON.stringify(d.files[0].rows)); return d.inventory.schemes.length; };
  const rounds = [];
  for (let i = 0; i < 4; i++) rounds.push({ json: await time(() => JSON.parse(json).length), papa: await time(() => Papa.parse(text, { delimiter: ';' }).data.length), ours: await time(ours) });
  postMessage({ rounds: rounds.slice(1), megabytes: bytes.length / 1e6 });
};`;

const pageCode = `
let longest = 0;
new PerformanceObserver((list) => { for (const e of list.getEntries()) longest = Math.max(longest, e.duration); }).observe({ entryTypes: ['longtask'] });
let last = performance.now(), stall = 0;
const tick = () => { const now = performance.now(); stall = Math.max(stall, now - last); last = now; setTimeout(tick, 4); };
const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
worker.onmessage = ({ data }) => { if (data.rounds) window.result = { ...data, longest, stall }; else document.title = String(data.progress); };
worker.onerror = (e) => { window.result = { error: e.message }; };
fetch('./44.json').then((r) => r.json()).then((file) => { last = performance.now(); tick(); worker.postMessage(file); });`;

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** 100 000 rows × 30 columns in Chromium's worker, from bytes to accepted records, against JSON.parse and papaparse alone. */
export async function run(): Promise<void> {
  const outDir = await buildWorkerPage(pageCode, workerCode);
  writeFileSync(join(outDir, '44.json'), readFileSync('data/territoires/44.json'));
  const server = await preview({ root: outDir, configFile: false, build: { outDir }, preview: { port: 0 }, logLevel: 'error' });
  const browser = await chromium.launch({ executablePath: await getBrowser(), args: ['--no-sandbox'] });
  const page = await browser.newPage();
  await page.goto(server.resolvedUrls!.local[0]!);
  const result = (await page.waitForFunction('window.result', undefined, { timeout: 300_000 }).then((h) => h.jsonValue())) as {
    rounds: Round[];
    megabytes: number;
    longest: number;
    stall: number;
    error?: string;
  };
  await browser.close();
  if (result.error) throw new Error(result.error);
  const of = (key: 'json' | 'papa' | 'ours') => median(result.rounds.map((r) => r[key]));
  const line = (what: string, ms: number) =>
    console.log(`${what.padEnd(46)} ${String(Math.round(ms)).padStart(6)} ms   × ${(ms / of('json')).toFixed(2)}`);
  console.log(
    `100 000 lignes × 30 colonnes, ${result.megabytes.toFixed(0)} Mo, médianes de ${result.rounds.length} tours, charge ${loadavg()[0]!.toFixed(1)}`,
  );
  line('JSON.parse des mêmes cellules', of('json'));
  line('papaparse seul', of('papa'));
  line('import : octets → fiches acceptées', of('ours'));
  console.log(
    `plus longue tâche vue sur la page : ${Math.round(result.longest)} ms (plus longue attente ${Math.round(result.stall)} ms)`,
  );
}
