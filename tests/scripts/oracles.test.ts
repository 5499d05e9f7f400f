import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compare, exact, relative } from '../../scripts/oracles/compare';

const run = (folder: string) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'scripts/oracles.ts', folder], { encoding: 'utf8' });
const shared = '../shared/oracles';

test.skipIf(!existsSync(shared))('published results are reproduced (needs ../shared)', () => {
  const { status, stdout } = run(shared);
  expect(stdout).not.toMatch(/ÉCHEC|INCONNU/);
  expect(stdout).toContain('ok mini-departement · nearest_minutes');
  expect(stdout).toContain('ok karate · component_sizes');
  expect(status).toBe(0);
});

const graph = (expected: object) => {
  const folder = mkdtempSync(join(tmpdir(), 'oracles-'));
  writeFileSync(
    join(folder, 'graphs.json'),
    JSON.stringify({ graphs: { essai: { nodes: ['a', 'b', 'c'], edges: [['a', 'b']], ...expected } } }),
  );
  return run(folder);
};
test('a case of our own passes; a wrong value and an unknown key fail', () => {
  expect(
    graph({ density: 1 / 3, components_count: 2, isolates: ['c'], component_sizes: [2, 1], degree: { a: 1, b: 1, c: 0 } }).status,
  ).toBe(0);
  expect(graph({ density: 0.5 }).status).toBe(1);
  expect(graph({ mesure_inconnue: 1 }).status).toBe(1);
});

test('comparing: shapes, nulls, tolerance', () => {
  expect(compare({ a: [1, null] }, { a: [1, null] }, exact)).toEqual({ error: 0, isNear: true });
  expect(compare({ a: 1 }, { a: 1, b: 2 }, exact).isNear).toBe(false);
  expect(compare(1 + 1e-10, 1, relative(1e-9, 0)).isNear).toBe(true);
  expect(compare(null, 1, relative(1, 1)).isNear).toBe(false);
});
