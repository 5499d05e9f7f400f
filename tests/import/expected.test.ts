import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/import/decode';
import { importFiles } from '../../src/import/import';
import { loadTerritory } from '../territory/fixture';

interface Expected {
  readonly departement: string;
  readonly files: readonly { readonly name: string; readonly format: string; readonly rows: { readonly read: number } }[];
}
const shared = '../shared/data';
const expected: Readonly<Record<string, Expected>> = JSON.parse(readFileSync('tests/import/expected.json', 'utf8'));
const territories = new Map<string, ReturnType<typeof loadTerritory>>();
const territoryOf = (code: string) => {
  const known = territories.get(code) ?? loadTerritory(code);
  territories.set(code, known);
  return known;
};
const bytesOf = (path: string) => new Uint8Array(readFileSync(`${shared}/${path}`));
const importPath = (path: string) =>
  importFiles([{ name: path.split('/')[1]!, bytes: bytesOf(path) }], {
    territory: territoryOf(expected[path]!.departement),
    today: '2026-11-22',
    existing: { actors: [], sites: [], schemes: [], partnerships: [] },
  });

// The numbers of expected.json were counted a second time in Python (csv, json, zipfile; own projection, outlines from
// the shared archive) before this code was read. Rows outside: 60 km from the nearest commune point of the département.
describe.skipIf(!existsSync(shared))('every real file: format and rows read, kept, merged, refused (needs ../shared)', () => {
  test('none is left out', () => {
    const present = ['inventories', 'partnerships'].flatMap((f) => readdirSync(`${shared}/${f}`).map((n) => `${f}/${n}`));
    expect(Object.keys(expected).sort()).toEqual(present.sort());
  });
  test.each(Object.entries(expected))('%s', async (path, { files }) => {
    const draft = await importPath(path);
    expect(draft.files.map((f) => ({ name: f.name, format: f.format, rows: f.rows }))).toEqual(files);
    for (const { rows, refusedRows } of draft.files) {
      expect(rows.kept + rows.merged + rows.refused).toBe(rows.read);
      expect(refusedRows).toHaveLength(rows.refused);
    }
  });
});

/** Records of a delimited file as another reader (SheetJS) counts them, its header apart. */
function countWithSheetJs(path: string, FS: string): number {
  const { text } = decode(bytesOf(path));
  const book = read(text, { type: 'string', raw: true, FS, dense: true });
  const rows = utils.sheet_to_json<unknown[]>(book.Sheets[book.SheetNames[0]!]!, { header: 1, blankrows: false });
  return rows.filter((r) => r.some((c) => String(c ?? '').trim() !== '')).length - 1;
}

describe.skipIf(!existsSync(shared))('a second count of the same files (needs ../shared)', () => {
  test.each([
    ['inventories/DERIVE-mednum-49-lambert93-pointvirgule-cp1252.csv', ';'],
    ['inventories/finess-geocode-plat-2026-france.csv', ','],
    ['inventories/soliguide-2021-33-gironde.csv', ','],
    ['inventories/soliguide-2021-44-loire-atlantique.csv', ','],
    ['partnerships/DERIVE-reseau-financement-44-2010.csv', ','],
    ['partnerships/conventions-cd49-maine-et-loire-scdl.csv', ';'],
    ['partnerships/groupement-adhesions.csv', ','],
    ['partnerships/jaune-budgetaire-plf2012-subventions-etat-associations-2010-cp1252.csv', ';'],
    ['partnerships/subventions-agregees-pays-de-la-loire-encodage-mixte.csv', ';'],
    ['partnerships/subventions-cd44-loire-atlantique-2008-2018.csv', ';'],
    ['partnerships/subventions-toulouse-metropole-2023-bom.csv', ';'],
  ])('rows read of %s', (path, delimiter) => {
    expect(countWithSheetJs(path, delimiter)).toBe(expected[path]!.files[0]!.rows.read);
  });
  // Sums made in Python of the amounts of all rows but exact repeats and those without beneficiary; that of the jaune is
  // also the total its own last line states.
  test.each([
    ['partnerships/jaune-budgetaire-plf2012-subventions-etat-associations-2010-cp1252.csv', 1_483_995_024],
    ['partnerships/subventions-cd44-loire-atlantique-2008-2018.csv', 472_221_540.88],
    ['partnerships/subventions-agregees-pays-de-la-loire-encodage-mixte.csv', 549_671_808.64],
    ['partnerships/subventions-toulouse-metropole-2023-bom.csv', 117_719_667.87],
  ])('no euro of %s is lost or counted twice', async (path, euros) => {
    const { inventory } = await importPath(path);
    expect(inventory.partnerships.reduce((sum, p) => sum + (p.amountEuros ?? 0), 0)).toBeCloseTo(euros, 1);
  });
});
