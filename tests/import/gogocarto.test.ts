import { describe, expect, test } from 'vitest';
import { importOne } from './fixture';

// Fictional elements, in the shapes that GoGoCarto's ElementJsonGenerator and APIController write.
const element = (id: string, more: object = {}) => ({
  id,
  name: `Lieu ${id}`,
  geo: { latitude: 47.2173, longitude: -1.5536 },
  sourceKey: `origine-${id}`,
  address: {
    streetAddress: 'Rue de la Paix',
    addressLocality: 'Nantes',
    postalCode: '44000',
    addressCountry: 'FR',
    streetNumber: '5',
  },
  createdAt: '2024-03-01T10:00:00+01:00',
  updatedAt: '2025-06-30T09:30:00+02:00',
  status: 3,
  categories: ['Hébergement', 'Accueil de jour'],
  categoriesFull: [
    { id: 12, name: 'Hébergement', description: '', index: 0 },
    { id: 15, name: 'Accueil de jour', description: 'le matin', index: 1 },
  ],
  ...more,
});
const full = (...data: object[]) =>
  JSON.stringify({ licence: 'https://opendatacommons.org/licenses/odbl/summary/', ontology: 'gogofull', data });

describe('GoGoCarto', () => {
  test('full JSON: point, address by parts, categories as type and domains, date; fields of the map are columns', async () => {
    const { draft, report } = await importOne(
      full(element('a1', { age_min: '16', telephone: '02 40 00 00 00', openHours: { Mo: '09:00-12:00' } })),
      {},
      'elements.json',
    );
    expect(report).toMatchObject({ format: 'gogocarto', records: 'lieux', rows: { read: 1, kept: 1, merged: 0, refused: 0 } });
    expect(draft.inventory.sites[0]).toMatchObject({
      address: '5 Rue de la Paix',
      communeCode: '44109',
      precision: 'adresse',
      point: { lon: -1.5536, lat: 47.2173 },
    });
    expect(draft.inventory.schemes[0]).toMatchObject({
      name: 'Lieu a1',
      type: 'Hébergement, Accueil de jour',
      domains: ['logement'],
      ageMin: 16,
      updatedOn: '2025-06-30',
    });
    expect(report.columns.find((c) => c.header === 'telephone')).toMatchObject({ field: null, reason: 'personal' });
    expect(report.issues).toContainEqual(
      expect.objectContaining({ code: 'valeur-inconnue', column: 'catégories', details: { value: 'Accueil de jour' } }),
    );
  });
  test.each([
    [-6, 'refused'],
    [-5, 'refused'],
    [-4, 'refused'],
    [-3, 'refused'],
    [-2, 'refused'],
    [-1, 'a-verifier'],
    [0, 'a-verifier'],
    [1, undefined],
    [6, undefined],
  ])('status %i', async (status, fate) => {
    const { draft, report } = await importOne(full(element('a', { status }), element('b')), {}, 'x.json');
    if (fate === 'refused') {
      expect(report.rows).toEqual({ read: 2, kept: 1, merged: 0, refused: 1 });
      expect(report.refusedRows[0]).toMatchObject({ row: 1, issue: { code: 'fiche-retiree' } });
    } else expect(draft.inventory.actors[0]?.verification).toBe(fate);
  });
  test('a failed geocoding is no point; a report pending is to be checked', async () => {
    const { draft } = await importOne(
      full(element('a', { moderationState: -2, geo: { latitude: 46, longitude: 2 } }), element('b', { moderationState: 1 })),
      {},
      'x.json',
    );
    expect(draft.inventory.sites[0]).toMatchObject({ communeCode: '44109', precision: 'commune' });
    expect(draft.inventory.actors.map((a) => a.verification)).toEqual(['a-verifier', 'a-verifier']);
  });
  test('compact JSON: fields named by the mapping, with or without the list of categories', async () => {
    const { draft, report } = await importOne(
      JSON.stringify({
        licence: '',
        ontology: 'gogocompact',
        mapping: ['id', ['name', 'code_insee'], 'latitude', 'longitude', 'status', 'moderationState'],
        data: [
          ['a1', ['Alpha', '44109'], 47.2173, -1.5536, [12, 15]],
          ['a2', ['Bravo', '44109'], 47.21, -1.55, [12], -4],
          ['a3', ['Charlie', '44109'], 47.2, -1.56, 0],
        ],
      }),
      {},
      'x.json',
    );
    expect(report).toMatchObject({ format: 'gogocarto', rows: { read: 3, kept: 2, merged: 0, refused: 1 } });
    expect(draft.inventory.actors.map((a) => [a.name, a.verification])).toEqual([
      ['Alpha', undefined],
      ['Charlie', 'a-verifier'],
    ]);
    expect(draft.inventory.sites[0]).toMatchObject({ communeCode: '44109', precision: 'adresse' });
  });
  test('GeoJSON and JSON-LD give the same records as the full JSON', async () => {
    const { geo, ...properties } = element('a1');
    const geojson = {
      type: 'FeatureCollection',
      features: [{ type: 'Feature', geometry: { type: 'Point', coordinates: [geo.longitude, geo.latitude] }, properties }],
    };
    const jsonld = { '@context': 'https://exemple.fr/context-gogo.jsonld', '@graph': [element('a1')] };
    const expected = (await importOne(full(element('a1')), {}, 'x.json')).draft.inventory;
    for (const other of [geojson, jsonld]) {
      const { draft, report } = await importOne(JSON.stringify(other), {}, 'x.json');
      expect(report.format).toBe('gogocarto');
      expect(draft.inventory).toEqual(expected);
    }
  });
  test('a GeoJSON of anyone else stays a GeoJSON', async () => {
    const feature = {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [-1.55, 47.21] },
      properties: { nom: 'A', categories: ['x'] },
    };
    const { report } = await importOne(JSON.stringify({ type: 'FeatureCollection', features: [feature] }), {}, 'x.geojson');
    expect(report.format).toBe('geojson');
  });
  test('CSV under the names of the core fields', async () => {
    const { draft, report } = await importOne(
      'id,name,categories,streetNumber,streetAddress,addressLocality,postalCode,addressCountry,latitude,longitude,sourceKey\n' +
        'a1,Alpha,"Hébergement,Santé",5,Rue de la Paix,Nantes,44000,FR,47.2173,-1.5536,\n',
    );
    expect(report).toMatchObject({ format: 'gogocarto', rows: { read: 1, kept: 1 } });
    expect(draft.inventory.sites[0]).toMatchObject({ address: '5 Rue de la Paix', communeCode: '44109' });
    expect(draft.inventory.schemes[0]).toMatchObject({ type: 'Hébergement,Santé', domains: ['logement', 'sante'] });
  });
  test('elements of two maps that bear the same short id are two actors', async () => {
    const { draft } = await importOne(full(element('a1'), { ...element('a1'), name: 'Autre' }), {}, 'x.json');
    expect(draft.inventory.actors).toHaveLength(2);
  });
  test('no element', async () => {
    expect((await importOne(full(), {}, 'x.json')).codes).toEqual(['json-sans-objets']);
  });
});
