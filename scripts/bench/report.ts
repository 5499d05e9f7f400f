import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Browser, chromium } from 'playwright-core';
import { preview } from 'vite';
import { analyse } from '../../src/analysis/analyse';
import { apply } from '../../src/document/commands';
import { emptyDiagnosis } from '../../src/document/diagnosis';
import { renderHtml } from '../../src/export/html/renderHtml';
import { renderPdf } from '../../src/export/pdf/renderPdf';
import { commandFrom } from '../../src/import/accept';
import { importFiles } from '../../src/import/import';
import { buildReport } from '../../src/report/buildReport';
import type { ReportInput } from '../../src/report/input';
import type { Report } from '../../src/report/report';
import { fr } from '../../src/text/fr';
import { getBrowser } from '../browser.mjs';
import { loadDemonstration, loadTerritory } from '../cli/data';
import { buildWorkerPage } from './workerPage';

const today = '2026-11-22';
const rounds = 5;
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** The demonstration, in two readings: about 20 and about 60 pages. */
async function reports(): Promise<readonly Report[]> {
  const territory = loadTerritory('44');
  const context = { territory, today, existing: { actors: [], sites: [], schemes: [], partnerships: [] }, overrides: {} };
  const draft = await importFiles(loadDemonstration('44')!, context);
  const start = { ...emptyDiagnosis('44', 'Loire-Atlantique'), demonstration: true };
  const diagnosis = apply(start, commandFrom(draft, today));
  const input: ReportInput = { diagnosis, analysis: analyse(diagnosis, territory), territory, text: fr, date: today };
  return (['fondation', 'collectivite'] as const).map((reading) => buildReport({ ...input, options: { reading } }));
}

const pageCode = `
const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
worker.onmessage = ({ data }) => { window.result = data; };
worker.onerror = (e) => { window.result = { error: e.message }; };
window.start = (rounds) => { window.result = undefined; worker.postMessage(rounds); };`;

const workerCode = (root: string) => `
import { renderPdf } from '${root}/src/export/pdf/renderPdf.ts';
const bytes = async (name) => new Uint8Array(await (await fetch(new URL('/' + name + '.ttf', location.origin))).arrayBuffer());
onmessage = async ({ data: rounds }) => {
  try {
    const report = await (await fetch(new URL('/report.json', location.origin))).json();
    const fonts = { regular: await bytes('regular'), semibold: await bytes('semibold'), italic: await bytes('italic') };
    const times = [];
    let size = 0;
    for (let i = 0; i < rounds; i++) {
      const start = performance.now();
      size = (await renderPdf(report, fonts)).length;
      times.push(performance.now() - start);
    }
    postMessage({ times, size });
  } catch (error) { postMessage({ error: String(error) }); }
};`;

/** Processes of a browser, by its user data folder. */
const processesOf = (folder: string): string[] =>
  readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder);
    } catch {
      return false;
    }
  });

/** Highest resident memory so far, all processes of the browser together, megabytes; null where the system does not tell. */
function peakMb(folder: string): number | null {
  try {
    const sizes = processesOf(folder).map((pid) =>
      Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0),
    );
    return sizes.reduce((sum, kb) => sum + kb, 0) / 1024;
  } catch {
    return null;
  }
}

/** A browser of its own, so that its memory is that of one piece of work; what the work adds to a blank page. */
async function inOwnBrowser<T>(work: (browser: Browser) => Promise<T>, prepare: (browser: Browser) => Promise<unknown>) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-report-profile-'));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: await getBrowser(),
    args: ['--no-sandbox'],
  });
  const browser = { newPage: () => context.newPage() } as unknown as Browser;
  await prepare(browser);
  const before = peakMb(folder);
  const result = await work(browser);
  const after = peakMb(folder);
  await context.close();
  rmSync(folder, { recursive: true, force: true });
  return { result, addedMb: before === null || after === null ? null : after - before };
}

async function buildPage(): Promise<string> {
  const outDir = await buildWorkerPage(pageCode, workerCode);
  for (const name of ['regular', 'semibold', 'italic'])
    writeFileSync(join(outDir, `${name}.ttf`), readFileSync(`data/fonts/${name}.ttf`));
  return outDir;
}

async function countPages(pdf: Uint8Array): Promise<number> {
  return (await getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise).numPages;
}

/** Our PDF, drawn in the worker. */
async function measureOurs(report: Report, url: string, outDir: string) {
  writeFileSync(join(outDir, 'report.json'), JSON.stringify(report));
  const { result, addedMb } = await inOwnBrowser(
    async (browser) => {
      const page = await browser.newPage();
      await page.goto(url);
      await page.waitForFunction('window.start');
      // Text, for the runner's compiler adds to functions what a page does not have.
      await page.evaluate(`window.start(${rounds})`);
      const handle = await page.waitForFunction('window.result', undefined, { timeout: 300_000 });
      return (await handle.jsonValue()) as { times: number[]; size: number; error?: string };
    },
    async (browser) => (await browser.newPage()).goto(url),
  );
  if (result.error) throw new Error(result.error);
  // The same report gives the same bytes: its pages are counted here.
  const pdf = await renderPdf(report, fonts);
  return { times: result.times, addedMb, kb: result.size / 1000, pages: await countPages(pdf) };
}

/** Chromium printing our HTML of the same report: opened, then printed to PDF with its tags and outline. */
async function measurePeer(report: Report) {
  const face = { regular: readFace('regular'), semibold: readFace('semibold') };
  const html = renderHtml(report, face);
  const { result, addedMb } = await inOwnBrowser(
    async (browser) => {
      const times: number[] = [];
      let pdf: Uint8Array = new Uint8Array();
      // One page for all rounds: the memory of a process that has gone cannot be read.
      const page = await browser.newPage();
      for (let i = 0; i < rounds; i += 1) {
        const start = performance.now();
        await page.setContent(html, { waitUntil: 'load' });
        pdf = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
        times.push(performance.now() - start);
      }
      return { times, pdf };
    },
    async (browser) => (await browser.newPage()).setContent('<p>x</p>'),
  );
  return { times: result.times, addedMb, kb: result.pdf.length / 1000, pages: await countPages(result.pdf) };
}

const readFont = (name: string) => new Uint8Array(readFileSync(`data/fonts/${name}.ttf`));
const fonts = { regular: readFont('regular'), semibold: readFont('semibold'), italic: readFont('italic') };
const readFace = (name: string): string => readFileSync(`data/fonts/${name}.woff2`).toString('base64');

const mb = (value: number | null) => (value === null ? '–' : `${value.toFixed(0)} Mo`);

/** A report of about 20 pages and one of about 60: our PDF in Chromium's worker against Chromium printing the same HTML. */
export async function run(): Promise<void> {
  const outDir = await buildPage();
  const server = await preview({ root: outDir, configFile: false, build: { outDir }, preview: { port: 0 }, logLevel: 'error' });
  console.log(
    `Médianes de ${rounds} tours, charge ${loadavg()[0]!.toFixed(1)} ; mémoire : ce que le travail ajoute au plus haut de tous les processus`,
  );
  for (const report of await reports()) {
    const ours = await measureOurs(report, server.resolvedUrls!.local[0]!, outDir);
    const peer = await measurePeer(report);
    const [a, b] = [median(ours.times), median(peer.times)];
    console.log(`\n« ${report.meta.title} »`);
    console.log(
      `notre PDF        ${ours.pages} pages, ${ours.kb.toFixed(0)} ko : ${a.toFixed(0)} ms (premier ${ours.times[0]!.toFixed(0)}), ${mb(ours.addedMb)}`,
    );
    console.log(
      `HTML imprimé     ${peer.pages} pages, ${peer.kb.toFixed(0)} ko : ${b.toFixed(0)} ms (premier ${peer.times[0]!.toFixed(0)}), ${mb(peer.addedMb)}`,
    );
    console.log(
      `rapport          × ${(a / b).toPrecision(2)} en temps${ours.addedMb && peer.addedMb ? `, × ${(ours.addedMb / peer.addedMb).toPrecision(2)} en mémoire` : ''}`,
    );
  }
  await server.close();
  rmSync(outDir, { recursive: true, force: true });
}
