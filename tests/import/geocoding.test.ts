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

describe('places that are protected, whatever kind was stated', () => {
  test.each([
    'SOS femmes violences',
    'MECS Saint-Jean',
    'M.E.C.S. Saint-Jean',
    'Lieu de vie Z',
    "Lieux de vie et d'accueil du Bocage",
    'Foyer CHRS les Lilas',
    'C.H.R.S. les Lilas',
    'Centre Hébergement & Réinsertion Sociale',
    'Service PJJ',
    'UEMO Angers',
    'UEHC de Nantes',
    'STEMO 44',
    'Centre éducatif renforcé X',
    'Service AEMO',
    'SAEMO du Sud',
    "Foyer départemental de l'enfance",
    'CDEF 49',
    'Dispositif MNA',
    'Accueil des mineurs isolés étrangers',
    'Maison des femmes',
    'Service de réparation pénale',
  ])('%s', async (name) => {
    const asActor = findAddresses(await diagnosis(`nom;adresse;ville;type_acteur\n"${name}";1 rue A;Nantes;association\n`));
    expect(asActor).toMatchObject({ addresses: [], withheld: 1 });
    const asScheme = findAddresses(
      await diagnosis(`nom;acteur;adresse;ville;type_acteur\n"${name}";Association X;1 rue A;Nantes;association\n`),
    );
    expect(asScheme).toMatchObject({ addresses: [], withheld: 1 });
    const asType = findAddresses(
      await diagnosis(`nom;acteur;type;adresse;ville;type_acteur\nService;Association X;"${name}";1 rue A;Nantes;autre\n`),
    );
    expect(asType).toMatchObject({ addresses: [], withheld: 1 });
  });
  test.each([
    'Mission locale',
    'Foyer de jeunes travailleurs',
    'Maison des adolescents',
    'Centre de formation CER',
    'Lieu de vivre',
  ])('but not %s', async (name) => {
    const { addresses } = findAddresses(await diagnosis(`nom;adresse;ville;type_acteur\n${name};1 rue A;Nantes;association\n`));
    expect(addresses).toHaveLength(1);
  });
  test('a name known by its acronym, or by the name of its site', async () => {
    const { inventory: of, files } = await diagnosis('nom;adresse;ville;type_acteur\nLes Tilleuls;1 rue A;Nantes;association\n');
    const known = (actor: object, site: object) =>
      findAddresses({
        files,
        inventory: { ...of, actors: [{ ...of.actors[0]!, ...actor }], sites: [{ ...of.sites[0]!, ...site }] },
      }).withheld;
    expect([known({}, {}), known({ acronym: 'MECS' }, {}), known({}, { name: 'Foyer CHRS' })]).toEqual([0, 1, 1]);
  });
});

describe('the register of associations', () => {
  const register = (title: string) =>
    'id;titre;position;adrs_numvoie;adrs_typevoie;adrs_libvoie;adrs_codeinsee;adrs_codepostal;adrs_libcommune\n' +
    `W442000001;${title};A;3;RUE;DES LILAS;44109;44000;Nantes\n`;
  test('its addresses, often somebody’s home, are never sent, also once merged into another source', async () => {
    const d = await diagnosis(register('LES AMIS DU PORT'));
    expect(d.files.map((f) => f.format)).toEqual(['rna']);
    expect(d.inventory.sites.map((s) => s.address)).toEqual(['3 RUE DES LILAS']);
    expect(findAddresses(d)).toEqual({ addresses: [], withheld: 0, homes: 1 });
    const other = await importOne('nom;ville;type_acteur\nLes Amis du port;Nantes;association\n', {}, 'autre.csv');
    const both = apply(d, commandFrom(other.draft, '2026-11-22'));
    const [rna, kept] = both.inventory.actors;
    const merged = apply(both, { type: 'mergeActors', keepId: kept!.id, dropIds: [rna!.id] });
    expect(merged.inventory.sites.map((s) => [s.source.file, s.address])).toEqual([['autre.csv', '3 RUE DES LILAS']]);
    expect(findAddresses(merged)).toEqual({ addresses: [], withheld: 0, homes: 1 });
  });
  test.each([
    ['FOYER MECS SAINT JEAN', 'mecs'],
    ['LES AMIS DU PORT', 'association'],
    ['MISSION LOCALE DU PAYS', 'mission-locale'],
  ])('%s: %s', async (title, kind) => {
    expect((await diagnosis(register(title))).inventory.actors.map((a) => a.kind)).toEqual([kind]);
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
    expect(read('0,x,44109,-1.5536,47.2173,0.75,street,Rue des Lilas,44109\n')?.[0]).toMatchObject({
      isSure: false,
      precision: 'rue',
    });
    expect(read('0,x,44109,-2.2137,47.2735,0.95,housenumber,3 Rue des Lilas Saint-Nazaire,44184\n')?.[0]?.isSure).toBe(false);
    expect(read('0,x,44109,-1.55,47.21,0.99,municipality,Nantes,44109\n')).toEqual([]);
    expect(read('0,x,44109,-1.55,47.21,0.2,street,x,44109\n')).toEqual([]);
    expect(read('0,x,44109,2.35,48.85,0.99,street,Paris,75056\n')).toEqual([]);
    expect(read('0,x,44109,,,,,,\n7,x,,-1.55,47.21,0.99,street,x,44109\n')).toEqual([]);
  });
  test('an answer that is not the service’s table is none, not « nothing found »', async () => {
    const addresses = await ask();
    const page = '<!doctype html><html><body>Portail captif, id,adresse</body></html>\n<p>x</p>\n';
    for (const answer of ['', page, '{"error":"x"}', 'id,adresse,citycode\n0,x,44109\n'])
      expect(readFound(answer, addresses, locator)).toBeNull();
    expect(readFound(head, addresses, locator)).toEqual([]);
  });
  test('listed in the order asked, each once', async () => {
    const row = (id: number, label: string) => `${id},x,44109,-1.5536,47.2173,0.91,housenumber,${label},44109\n`;
    const found = readFound(head + row(1, 'Deux') + row(0, 'Un') + row(1, 'Encore'), await ask(), locator);
    expect(found?.map((f) => f.label)).toEqual(['Un', 'Deux']);
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
    const nowhere = { siteId: 's-none', point: { lon: -1.5, lat: 47 }, precision: 'adresse' } as const;
    expect(apply(d, { type: 'placeSites', places: [nowhere] })).toBe(d);
  });
  test('no request without the user’s word; one multipart request with it', async () => {
    const asked: { url: string; form: FormData }[] = [];
    const get = (async (url: string, init: RequestInit) => {
      asked.push({ url, form: init.body as FormData });
      return new Response('id\n');
    }) as typeof fetch;
    await expect(geocodeCsv('id\n', { isAllowed: false, get })).rejects.toThrow('switched off');
    expect(asked).toEqual([]);
    expect(await geocodeCsv('id,adresse,citycode\n', { isAllowed: true, get })).toBe('id\n');
    expect(asked[0]!.url).toBe('https://data.geopf.fr/geocodage/search/csv/');
    expect([...asked[0]!.form.keys()]).toEqual(['data', 'columns', 'citycode']);
    const failing = (async () => new Response('', { status: 503 })) as typeof fetch;
    await expect(geocodeCsv('', { isAllowed: true, get: failing })).rejects.toThrow('503');
  });
});
