import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvText } from '../../src/model/csv';
import type { Sector } from '../../src/model/territory';
import { assignCommunes, sectorNames, sectorRows, sectorsFromEpci } from '../../src/territory/sectors';
import { buildTerritory } from '../../src/territory/territory';
import { importOne } from '../import/fixture';
import { loadTerritory, smallFile } from './fixture';

const small = buildTerritory(smallFile);
const cut = [
  { name: 'Nord', communeCodes: ['44001'] },
  { name: 'Sud', communeCodes: ['44002', '44003'] },
];

describe('sectors drawn commune by commune', () => {
  test('a commune goes to the sector, out of the other; once more takes it out', () => {
    const moved = assignCommunes(cut, 'Nord', ['44002']);
    expect(moved.map((s) => s.communeCodes)).toEqual([['44001', '44002'], ['44003']]);
    expect(assignCommunes(moved, 'Nord', ['44002']).map((s) => s.communeCodes)).toEqual([['44001'], ['44003']]);
  });
  test('several at once: taken out only when all are already there', () => {
    expect(assignCommunes(cut, 'Nord', ['44001', '44004'])[0]!.communeCodes).toEqual(['44001', '44004']);
    expect(assignCommunes(cut, 'Sud', ['44002', '44003'])[1]!.communeCodes).toEqual([]);
  });
  test('a name that no sector bears changes nothing', () => {
    expect(assignCommunes(cut, 'Est', ['44001'])).toBe(cut);
  });
  test('whatever is clicked, a commune is in one sector at most', () => {
    const step = fc.tuple(fc.constantFrom('Nord', 'Sud'), fc.subarray(['44001', '44002', '44003', '44004'], { minLength: 1 }));
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const end = steps.reduce((sectors, [name, codes]) => assignCommunes(sectors, name, codes), cut as readonly Sector[]);
        const all = end.flatMap((s) => s.communeCodes);
        return new Set(all).size === all.length;
      }),
    );
  });
  test('the exported table is read back as the same cut', async () => {
    const land = loadTerritory('44');
    const sectors = sectorsFromEpci(land);
    expect(sectorNames(sectors).size).toBe(land.communes.length);
    const { draft, report } = await importOne(csvText(sectorRows(land, sectors)));
    expect(report.rows).toEqual({ read: 207, kept: 207, merged: 0, refused: 0 });
    const sorted = (list: typeof sectors) => [...list].sort((a, b) => (a.name < b.name ? -1 : 1));
    expect(sorted(draft.sectors)).toEqual(sorted(sectors));
    expect(sectorRows(small, cut)).toHaveLength(4);
  });
});
