// npm test: types, lint, dead code, build, size, then unit, property and browser tests on the built app.
// Ends with a line "N passed, N failed": each step before the tests counts as one.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getBrowser, versionOf } from './browser.mjs';

const counts = { passed: 0, failed: 0, skipped: 0 };
const npx = (...args) =>
  spawnSync('npx', ['--no-install', ...args], { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;

function step(name, isDone) {
  console.log(`\n— ${name}`);
  const ok = isDone();
  counts[ok ? 'passed' : 'failed']++;
  if (!ok) console.error(`✗ ${name}`);
  return ok;
}

function runVitest() {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-'));
  const file = join(folder, 'vitest.json');
  npx('vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`);
  try {
    const result = JSON.parse(readFileSync(file, 'utf8'));
    counts.passed += result.numPassedTests;
    // A file that cannot be loaded has no test to fail: it counts as one.
    const broken = result.testResults.filter(
      (f) => f.status === 'failed' && f.assertionResults.every((a) => a.status !== 'failed'),
    ).length;
    counts.failed += result.numFailedTests + broken;
    counts.skipped += result.numPendingTests + result.numTodoTests;
  } catch {
    counts.failed++;
    console.error('✗ les tests ne se sont pas terminés');
  }
  rmSync(folder, { recursive: true, force: true });
}

try {
  process.env.CHROME_PATH = await getBrowser();
  console.log(versionOf(process.env.CHROME_PATH));
  step(
    'types',
    () =>
      npx('tsc', '-p', 'tsconfig.app.json') && npx('tsc', '-p', 'tsconfig.pure.json') && npx('tsc', '-p', 'tsconfig.node.json'),
  );
  step('lint', () => npx('biome', 'ci'));
  step('code mort', () => npx('knip', '--no-progress'));
  const isBuilt = step('construction', () => npx('vite', 'build', '--logLevel', 'warn'));
  if (isBuilt) step('taille', () => npx('size-limit'));
  runVitest();
} catch (error) {
  counts.failed++;
  console.error(error instanceof Error ? error.message : error);
}
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
console.log(`\n${counts.passed} passed, ${counts.failed} failed${skipped}`);
process.exitCode = counts.failed > 0 ? 1 : 0;
