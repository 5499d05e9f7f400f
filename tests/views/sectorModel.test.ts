import { describe, expect, test } from 'vitest';
import { sectorsFromEpci } from '../../src/territory/sectors';
import { sectorModel, sectorTints } from '../../src/views/map/sectorModel';
import { loadTerritory } from '../territory/fixture';

const land = loadTerritory('44');
const sectors = sectorsFromEpci(land);
const model = sectorModel({ territory: land, sectors, pen: 'Nantes Métropole' });

describe('the map of sectors', () => {
  test('sectors side by side have different tints', () => {
    const tints = sectorTints({ territory: land, sectors });
    const ownerOf = new Map<string, string>();
    const nameOf = new Map(sectors.flatMap((s) => s.communeCodes.map((code) => [code, s.name] as const)));
    let borders = 0;
    land.cells.forEach((cell, i) => {
      const name = nameOf.get(land.communes[i]!.code)!;
      for (const [lon, lat] of cell.flat(2) as unknown as [number, number][]) {
        const key = `${lon.toFixed(5)},${lat.toFixed(5)}`;
        const other = ownerOf.get(key);
        ownerOf.set(key, name);
        if (other === undefined || other === name) continue;
        borders += 1;
        expect(tints.get(other)).not.toBe(tints.get(name));
      }
    });
    expect(borders).toBeGreaterThan(100);
  });
  test('the sector drawn is outlined; names come by people; a commune in none is white', () => {
    expect(model.selection.length).toBeGreaterThan(20);
    expect(model.names[0]!.name).toBe('Nantes Métropole');
    const bare = sectorModel({ territory: land, sectors: [], pen: '' });
    expect(bare.areas.every((a) => a.tint === '#ffffff')).toBe(true);
    expect(bare.selection).toEqual([]);
  });
});
