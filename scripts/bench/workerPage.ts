import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';

/** A page and its worker, built as the app is, in a folder to serve; `workerCode` gets the root of the project. */
export async function buildWorkerPage(pageCode: string, workerCode: (root: string) => string): Promise<string> {
  const root = mkdtempSync(join(process.cwd(), 'node_modules/.bench-'));
  const outDir = mkdtempSync(join(tmpdir(), 'bench-'));
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>x</title><script type="module" src="./page.js"></script>');
  writeFileSync(join(root, 'page.js'), pageCode);
  writeFileSync(join(root, 'worker.js'), workerCode(resolve('.')));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, target: 'es2022' },
  });
  rmSync(root, { recursive: true });
  return outDir;
}
