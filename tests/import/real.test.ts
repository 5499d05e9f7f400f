import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { importOne } from './fixture';

const shared = '../shared/data';
const read = (path: string) => new Uint8Array(readFileSync(`${shared}/${path}`));

describe.skipIf(!existsSync(shared))('real files (needs ../shared)', () => {
  test('Soliguide 2021, Loire-Atlantique: 921 places, three of them twice', async () => {
    const { draft, report } = await importOne(read('inventories/soliguide-2021-44-loire-atlantique.csv'));
    expect(report).toMatchObject({
      format: 'csv',
      encoding: 'utf-8',
      delimiter: ',',
      rows: { read: 921, kept: 918, merged: 3, refused: 0 },
    });
    expect(draft.inventory.sites.every((s) => s.point !== undefined)).toBe(true);
  });
  test('funding network 2010: 598 ties between 294 actors', async () => {
    const { draft, report } = await importOne(read('partnerships/DERIVE-reseau-financement-44-2010.csv'));
    expect(report).toMatchObject({ records: 'partenariats', rows: { read: 598, kept: 598, merged: 0, refused: 0 } });
    expect(draft.inventory.actors).toHaveLength(294);
  });
  test('a list of Maine-et-Loire, Windows-1252, semicolons, Lambert-93 with decimal commas: neighbouring supply, repaired and said so', async () => {
    const { draft, report } = await importOne(read('inventories/DERIVE-mednum-49-lambert93-pointvirgule-cp1252.csv'));
    expect(report).toMatchObject({ encoding: 'windows-1252', delimiter: ';', rows: { read: 243 } });
    expect(report.issues.find((i) => i.code === 'coordonnees-projetees')?.details).toMatchObject({ crs: 'EPSG:2154' });
    expect(draft.inventory.sites.filter((s) => s.neighbour && s.precision === 'adresse').length).toBeGreaterThan(150);
  });
  test('mixed encodings leave no « Ã »', async () => {
    const { draft } = await importOne(read('partnerships/subventions-agregees-pays-de-la-loire-encodage-mixte.csv'));
    expect(draft.inventory.actors.filter((a) => /Ã[^\w]|Ã©|Ã¨/.test(a.name))).toEqual([]);
  });
});
