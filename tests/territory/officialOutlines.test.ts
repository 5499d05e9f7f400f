import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { fetchOutlines } from '../../src/remote/geoApi';
import { readOutlines, withOutlines } from '../../src/territory/officialOutlines';
import { isInside } from '../../src/territory/outline';
import { buildTerritory } from '../../src/territory/territory';
import { loadTerritory, smallFile } from './fixture';

const territory = buildTerritory(smallFile);
const square = (x: number, y: number) => [
  [
    [x, y],
    [x + 0.1, y],
    [x + 0.1, y + 0.1],
    [x, y + 0.1],
    [x, y],
  ],
];
const feature = (code: string, x: number) => ({
  type: 'Feature',
  properties: { code, nom: code },
  geometry: { type: 'Polygon', coordinates: square(x, 47) },
});
const collection = (...features: object[]) => ({ type: 'FeatureCollection', features });

describe('official outlines', () => {
  test('each commune has its shape, a former commune joins the one it is in, the union is the département', () => {
    const read = readOutlines(
      collection(feature('44001', -2), feature('44005', -1.9), feature('44002', -1.8), feature('75056', 2)),
      territory,
      'essai',
    );
    if (!read.ok) throw new Error(read.fault);
    expect(Object.keys(read.value.communes)).toEqual(['44001', '44002']);
    expect(isInside(read.value.communes['44001']!, { lon: -1.85, lat: 47.05 })).toBe(true);
    expect(isInside(read.value.outline, { lon: -1.75, lat: 47.05 })).toBe(true);
    const drawn = withOutlines(territory, read.value);
    expect(drawn.schematic).toBe(false);
    expect(drawn.cells).toHaveLength(4);
    // A commune without outline keeps a small mark at its point.
    expect(isInside(drawn.cells[2]!, territory.communes[2]!)).toBe(true);
    expect(drawn.sources.filter((s) => s.what === 'outline').map((s) => s.producer)).toEqual(['essai']);
  });
  test.each([
    [null, 'not-outlines'],
    [{ type: 'Feature' }, 'not-outlines'],
    [collection(feature('75056', 2)), 'no-commune-here'],
    [
      collection({ type: 'Feature', properties: { code: '44001' }, geometry: { type: 'Point', coordinates: [0, 0] } }),
      'no-commune-here',
    ],
  ])('%j is refused', (json, fault) => expect(readOutlines(json, territory, '')).toEqual({ ok: false, fault }));
});

describe('the official service', () => {
  test('is not asked unless the user has switched it on', async () => {
    let asked = 0;
    const get = (async () => {
      asked++;
      return new Response('{}');
    }) as typeof fetch;
    await expect(fetchOutlines('44', false, get)).rejects.toThrow();
    expect(asked).toBe(0);
    await expect(fetchOutlines('44', true, get)).resolves.toEqual({});
    await expect(fetchOutlines('44', true, (async () => new Response('', { status: 503 })) as typeof fetch)).rejects.toThrow(
      '503',
    );
  });
});

const archive = '../shared/data/geo/communes-par-departement-simp100m-topojson.tar.gz';
describe.skipIf(!existsSync(archive))('real outlines (needs ../shared)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'contours-'));
  // In a hook: a skipped suite's body is still run.
  beforeAll(() => {
    execFileSync('tar', ['xzf', archive, '-C', folder]);
  });
  test.each(['44', '2A', '974', '85'])('every commune of %s has one, and its point is inside', (code) => {
    const t = loadTerritory(code);
    const read = readOutlines(JSON.parse(readFileSync(join(folder, `${code}.topo`), 'utf8')), t, 'IGN');
    if (!read.ok) throw new Error(read.fault);
    const drawn = withOutlines(t, read.value);
    const outside = t.communes.filter((c, i) => !isInside(drawn.cells[i]!, c));
    // Simplified to 100 m: a point at the very edge of a small commune may fall just outside.
    expect(outside.length).toBeLessThanOrEqual(t.communes.length * 0.01);
  });
  test('npm run territory writes a file that reads back', () => {
    const out = mkdtempSync(join(tmpdir(), 'contours-out-'));
    execFileSync(process.execPath, ['--import', 'tsx', 'scripts/territory.ts', '2A', '--from', folder, '--out', out]);
    const read = readOutlines(JSON.parse(readFileSync(join(out, 'contours-2A.json'), 'utf8')), loadTerritory('2A'), 'IGN');
    expect(read.ok && Object.keys(read.value.communes)).toHaveLength(124);
  });
});
