import { describe, expect, test } from 'vitest';
import { apply } from '../../src/document/commands';
import { emptyDiagnosis } from '../../src/document/diagnosis';
import { commandFrom } from '../../src/import/accept';
import { cleanAddress, findAddresses, readFound, requestCsv } from '../../src/import/geocoding';
import { geocodeCsv } from '../../src/remote/geocoder';
import { buildLocator } from '../../src/territory/locate';
import { importOne, territory44 } from './fixture';

const locator = buildLocator(territory44);
const diagnosis = async (content: string) =>
  apply(emptyDiagnosis('44', 'Essai'), commandFrom((await importOne(content)).draft, '2026-11-22'));

const inventory =
  'nom;adresse;ville;type_acteur;lat;lon\n' +
  'Service Un;3 R DES LILAS BP 12;Nantes;association;;\n' +
  'Service Deux;Le Bourg;Nozay;association;;\n' +
  'Déjà placé;1 rue A;Nantes;association;47.21;-1.55\n' +
  'Sans adresse;;Nantes;association;;\n' +
  'Foyer protégé;9 rue B;Nantes;mecs;;\n';

describe('addresses to place', () => {
  test.each([
    ['12 BD DE LA PRAIRIE BP 90 CEDEX 2', '12 boulevard DE LA PRAIRIE'],
    ['3bis, av. Foch', '3bis avenue Foch'],
    ['CS 70512, 4 place X', '4 place X'],
    ['Le  Bourg', 'Le Bourg'],
  ])('%s', (raw, clean) => {
    expect(cleanAddress(raw)).toBe(clean);
  });
  test('those known at their commune only; protected places withheld; neither names nor identifiers are sent', async () => {
    const { addresses, withheld } = findAddresses(await diagnosis(inventory));
    expect(withheld).toBe(1);
    expect(addresses.map((a) => [a.actorName, a.address, a.communeCode])).toEqual([
      ['Service Un', '3 rue DES LILAS, Nantes', '44109'],
      ['Service Deux', 'Le Bourg, Nozay', '44113'],
    ]);
    expect(requestCsv(addresses)).toBe('id,adresse,citycode\n0,"3 rue DES LILAS, Nantes",44109\n1,"Le Bourg, Nozay",44113\n');
  });
});

const head = 'id,adresse,citycode,longitude,latitude,result_score,result_type,result_label,result_citycode\n';

describe('what the service found', () => {
  const ask = async () => findAddresses(await diagnosis(inventory)).addresses;
  test('sure above 0.75 in the commune stated; else to be reviewed; nothing better than the commune: left', async () => {
    const addresses = await ask();
    const read = (rows: string) => readFound(head + rows, addresses, locator);
    expect(read('0,x,44109,-1.5536,47.2173,0.91,housenumber,"3 Rue des Lilas 44000 Nantes",44109\n')).toEqual([
      {
        siteId: addresses[0]!.siteId,
        point: { lon: -1.5536, lat: 47.2173 },
        precision: 'adresse',
        label: '3 Rue des Lilas 44000 Nantes',
        score: 0.91,
        isSure: true,
      },
    ]);
    expect(read('0,x,44109,-1.5536,47.2173,0.75,street,Rue des Lilas,44109\n')[0]).toMatchObject({
      isSure: false,
      precision: 'rue',
    });
    expect(read('0,x,44109,-2.2137,47.2735,0.95,housenumber,3 Rue des Lilas Saint-Nazaire,44184\n')[0]?.isSure).toBe(false);
    expect(read('0,x,44109,-1.55,47.21,0.99,municipality,Nantes,44109\n')).toEqual([]);
    expect(read('0,x,44109,-1.55,47.21,0.2,street,x,44109\n')).toEqual([]);
    expect(read('0,x,44109,2.35,48.85,0.99,street,Paris,75056\n')).toEqual([]);
    expect(read('0,x,44109,,,,,,\n7,x,,-1.55,47.21,0.99,street,x,44109\n')).toEqual([]);
    expect(readFound('', addresses, locator)).toEqual([]);
    expect(readFound('<html>502</html>', addresses, locator)).toEqual([]);
  });
  test('accepted: the site is at its address, undoable, and its source’s words are remembered', async () => {
    const d = await diagnosis(inventory);
    const [first] = findAddresses(d).addresses;
    const placed = apply(d, {
      type: 'placeSites',
      places: [{ siteId: first!.siteId, point: { lon: -1.5536, lat: 47.2173 }, precision: 'adresse' }],
    });
    expect(placed.inventory.sites.find((s) => s.id === first!.siteId)).toMatchObject({
      precision: 'adresse',
      address: '3 R DES LILAS BP 12',
    });
    expect(placed.imported?.sites?.[first!.siteId]).toMatchObject({ precision: 'commune' });
    expect(findAddresses(placed).addresses).toHaveLength(1);
  });
  test('no request without the user’s word; one multipart request with it', async () => {
    const asked: { url: string; form: FormData }[] = [];
    const get = (async (url: string, init: RequestInit) => {
      asked.push({ url, form: init.body as FormData });
      return new Response('id\n');
    }) as typeof fetch;
    await expect(geocodeCsv('id\n', false, get)).rejects.toThrow('switched off');
    expect(asked).toEqual([]);
    expect(await geocodeCsv('id,adresse,citycode\n', true, get)).toBe('id\n');
    expect(asked[0]!.url).toBe('https://data.geopf.fr/geocodage/search/csv/');
    expect([...asked[0]!.form.keys()]).toEqual(['data', 'columns', 'citycode']);
    const failing = (async () => new Response('', { status: 503 })) as typeof fetch;
    await expect(geocodeCsv('', true, failing)).rejects.toThrow('503');
  });
});
