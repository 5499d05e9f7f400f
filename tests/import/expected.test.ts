import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { importFiles } from '../../src/import/import';
import { loadTerritory } from '../territory/fixture';

interface Expected {
  readonly departement: string;
  readonly files: readonly { readonly name: string; readonly format: string; readonly rows: object }[];
}
const shared = '../shared/data';
const expected: Readonly<Record<string, Expected>> = JSON.parse(readFileSync('tests/import/expected.json', 'utf8'));
const territories = new Map<string, ReturnType<typeof loadTerritory>>();
const territoryOf = (code: string) => {
  const known = territories.get(code) ?? loadTerritory(code);
  territories.set(code, known);
  return known;
};

describe.skipIf(!existsSync(shared))('every real file: format and rows read, kept, merged, refused (needs ../shared)', () => {
  test('none is left out', () => {
    const present = ['inventories', 'partnerships'].flatMap((f) => readdirSync(`${shared}/${f}`).map((n) => `${f}/${n}`));
    expect(Object.keys(expected).sort()).toEqual(present.sort());
  });
  test.each(Object.entries(expected))('%s', async (path, { departement, files }) => {
    const name = path.split('/')[1]!;
    const draft = await importFiles([{ name, bytes: new Uint8Array(readFileSync(`${shared}/${path}`)) }], {
      territory: territoryOf(departement),
      today: '2026-11-22',
      existing: { actors: [], sites: [], schemes: [], partnerships: [] },
    });
    expect(draft.files.map((f) => ({ name: f.name, format: f.format, rows: f.rows }))).toEqual(files);
    for (const { rows, refusedRows } of draft.files) {
      expect(rows.kept + rows.merged + rows.refused).toBe(rows.read);
      expect(refusedRows).toHaveLength(rows.refused);
    }
  });
});
