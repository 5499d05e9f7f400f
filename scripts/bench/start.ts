import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { loadavg, tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';
import { build } from 'vite';
import { getBrowser } from '../browser.mjs';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.csv': 'text/csv',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};
const runs = 5;

/** A static host that compresses, as real ones do; counts the bytes it sends. */
function serve(folder: string): Promise<{ url: string; bytes(): number; reset(): void; close(): void }> {
  let sent = 0;
  const packed = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const path = join(folder, new URL(request.url ?? '/', 'http://x').pathname.replace(/\/$/, '/index.html'));
    try {
      if (!packed.has(path)) packed.set(path, gzipSync(readFileSync(path)));
      const body = packed.get(path)!;
      sent += body.length;
      response
        .writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream', 'content-encoding': 'gzip' })
        .end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      resolve({ url: `http://127.0.0.1:${port}/`, bytes: () => sent, reset: () => (sent = 0), close: () => server.close() });
    }),
  );
}

/** The floor: the smallest page that shows one line with the same React. */
async function buildFloor(): Promise<string> {
  const root = mkdtempSync(join(process.cwd(), 'node_modules/.floor-'));
  writeFileSync(
    join(root, 'index.html'),
    '<!doctype html><title>x</title><div id="root"></div><script type="module" src="./main.js"></script>',
  );
  writeFileSync(
    join(root, 'main.js'),
    "import { createElement } from 'react'; import { createRoot } from 'react-dom/client'; createRoot(document.getElementById('root')).render(createElement('h1', { className: 'ready' }, 'Maillage'));",
  );
  const outDir = mkdtempSync(join(tmpdir(), 'floor-'));
  await build({ root, configFile: false, logLevel: 'error', build: { outDir, emptyOutDir: true } });
  rmSync(root, { recursive: true });
  return outDir;
}

/** Milliseconds from navigation to a condition in the page, fresh profile. */
async function timeTo(browser: Browser, url: string, isReady: () => boolean): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(isReady, undefined, { polling: 'raf', timeout: 60_000 });
  const ms = await page.evaluate(() => performance.now());
  await context.close();
  return ms;
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Colours of the four levels are on the map's canvas: the demonstration is drawn with its levels. */
const isMapDrawn = () => {
  const canvas = document.querySelector<HTMLCanvasElement>('.map-box canvas');
  const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
  if (!pixels) return false;
  const wanted = new Set([0xeaf2ef, 0xecc65b, 0xd9793a, 0x86192b]);
  for (let i = 0; i < pixels.length && wanted.size > 0; i += 16)
    wanted.delete((pixels[i]! << 16) | (pixels[i + 1]! << 8) | pixels[i + 2]!);
  return wanted.size === 0;
};
const isShellShown = () => document.querySelector('nav') !== null;
const isFloorShown = () => document.querySelector('.ready') !== null;

/** Start-up of the built app against a page with React only, same server, alternated; sizes of what is sent. */
export async function run(): Promise<void> {
  await build({ logLevel: 'error' });
  const [app, floor] = await Promise.all([serve('dist'), serve(await buildFloor())]);
  const browser = await chromium.launch({ executablePath: await getBrowser(), args: ['--no-sandbox'] });
  const times = { floor: [] as number[], shell: [] as number[], map: [] as number[] };
  let bytes = 0;
  for (let i = 0; i <= runs; i++) {
    const one = {
      floor: await timeTo(browser, floor.url, isFloorShown),
      shell: await timeTo(browser, `${app.url}?ecran=carte&rendu=canvas`, isShellShown),
    };
    app.reset();
    const map = await timeTo(browser, `${app.url}?ecran=carte&rendu=canvas`, isMapDrawn);
    bytes = app.bytes();
    // The first round warms the browser up.
    if (i === 0) continue;
    times.floor.push(one.floor);
    times.shell.push(one.shell);
    times.map.push(map);
  }
  await browser.close();
  app.close();
  floor.close();
  const base = median(times.floor);
  const line = (what: string, ms: number) =>
    console.log(`${what.padEnd(52)} ${String(Math.round(ms)).padStart(6)} ms   × ${(ms / base).toFixed(1)}`);
  console.log(`Médianes de ${runs} tours, profil neuf, charge ${loadavg()[0]!.toFixed(1)}`);
  line('plancher : page React seule', base);
  line('coquille affichée', median(times.shell));
  line('carte de la démonstration avec ses niveaux', median(times.map));
  console.log(`octets envoyés jusqu'à la carte (gzip) : ${Math.round(bytes / 1000)} ko`);
  for (const name of readdirSync('dist/assets').filter((f) => /\.(js|css)$/.test(f))) {
    const size = gzipSync(readFileSync(join('dist/assets', name))).length;
    if (size > 20_000)
      console.log(
        `  ${name.padEnd(44)} ${Math.round(size / 1000)} ko gzip (${Math.round(statSync(join('dist/assets', name)).size / 1000)} ko)`,
      );
  }
}
