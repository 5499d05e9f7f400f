import { CFB, utils, write } from '@e965/xlsx';
import { gzipSync, strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { finessAddress, overseasCommune } from '../../src/import/formats/finessParts';
import { issueSentence } from '../../src/sentences/imports';
import { fr } from '../../src/text/fr';
import { loadTerritory } from '../territory/fixture';
import { importAll, importOne } from './fixture';

// Traps of the formats met in France, each in a small sample made from public documentation; all records are fictional.
const bytesOf = (...parts: (string | Uint8Array)[]) =>
  new Uint8Array(Buffer.concat(parts.map((p) => (typeof p === 'string' ? strToU8(p) : p))));
const cp1252 = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));
const in2A = { territory: loadTerritory('2A') };

describe('FINESS, old extraction', () => {
  const line = (finess: string, dep: string, commune: string, name = 'FJT EXEMPLE') =>
    [
      'structureet',
      finess,
      '',
      name,
      '',
      '',
      '',
      '1',
      'R',
      'X',
      '',
      '',
      commune,
      dep,
      ...Array(4).fill(''),
      '257',
      ...Array(13).fill(''),
    ].join(';');
  const place = (finess: string, x: string, y: string, source: string) =>
    `geolocalisation;${finess};${x};${y};${source};2026-01-01`;

  test.each([
    ['9A', '101', '97101'],
    ['9B', '209', '97209'],
    ['9C', '302', '97302'],
    ['9D', '411', '97411'],
    ['9F', '608', '97608'],
    ['2A', '004', '2A004'],
    ['2b', '33', '2B033'],
    ['01', '4', '01004'],
    ['1', '53', '01053'],
    ['44', '', ''],
  ])('département %s and commune %s make %s', (departement, commune, code) => {
    expect(overseasCommune(departement, commune)).toBe(code);
  });
  test.each([
    ['AV', 'avenue'],
    ['BD', 'boulevard'],
    ['PL', 'place'],
    ['RTE', 'route'],
    ['CHEM', 'chemin'],
    ['ALL', 'allée'],
    ['IMP', 'impasse'],
    ['FG', 'faubourg'],
    ['ZA', 'ZA'],
  ])('street type %s is written out: %s', (short, long) => {
    expect(finessAddress('3', short, 'DES LILAS', '')).toBe(`3 ${long} DES LILAS`);
  });
  test('several projections in one file, each named on its line', async () => {
    const text = [
      'finess;etalab;98;2026-05-12',
      line('970600011', '9F', '608'),
      line('970600012', '9F', '608'),
      place('970600011', '524819.9', '8587194.7', '1,ATLASANTE,96,BAN,EPSG:4471 RGM04 / UTM zone 38S'),
      place('970600012', '524819.9', '8587194.7', '2,ATLASANTE,80,BAN,EPSG:32738 WGS 84 / UTM zone 38S'),
    ].join('\n');
    const { draft, report } = await importOne(text, { territory: loadTerritory('976') }, 'cs1100507.csv');
    expect(draft.inventory.sites.map((s) => s.precision)).toEqual(['adresse', 'adresse']);
    expect(report.issues.filter((i) => i.code === 'coordonnees-projetees').map((i) => i.details['crs'])).toEqual([
      'EPSG:4471',
      'EPSG:32738',
    ]);
  });
  test('lines of Windows-1252 among lines of UTF-8', async () => {
    const bytes = bytesOf(
      'finess;etalab;98;2026-05-12\n',
      `${line('440000011', '44', '109', 'FOYER ÉTÉ')}\n`,
      cp1252(`${line('440000012', '44', '109', 'MAISON DES FORÊTS')}\n`),
    );
    const { draft, report } = await importOne(bytes, {}, 'cs1100502.csv');
    expect(report).toMatchObject({ format: 'finess-etalab', encoding: 'utf-8+windows-1252', rows: { read: 2, kept: 2 } });
    expect(draft.inventory.actors.map((a) => a.name)).toEqual(['FOYER ÉTÉ', 'MAISON DES FORÊTS']);
  });
});

describe('data·inclusion', () => {
  const structure = {
    id: 'dora--1',
    siret: null,
    nom: 'Structure A',
    commune: 'Nantes',
    code_insee: '44109',
    longitude: -1.55,
    latitude: 47.21,
    source: 'dora',
    date_maj: '2026-01-01',
    reseaux_porteurs: ['ccas-cias'],
    accessibilite_lieu: null,
  };
  const service = {
    id: 'dora--s',
    structure_id: 'dora--1',
    nom: 'Écoute',
    thematiques: ['sante--sante-mentale'],
    publics: ['jeunes'],
    modes_accueil: ['en-presentiel'],
    zone_eligibilite: ['44'],
    type: 'accompagnement',
    code_insee: '44109',
    commune: 'Nantes',
    date_maj: '2026-01-01',
    source: 'dora',
  };
  const geojson = (o: { longitude?: number; latitude?: number }) => ({
    type: 'FeatureCollection',
    features: [{ type: 'Feature', geometry: { type: 'Point', coordinates: [-1.55, 47.21] }, properties: o }],
  });
  test.each([
    ['JSON', (o: object) => JSON.stringify([o])],
    ['GeoJSON', (o: object) => JSON.stringify(geojson(o))],
  ])('structures and services in %s', async (_, encode) => {
    const draft = await importAll({ 'structures.json': encode(structure), 'services.json': encode(service) });
    expect(draft.files.map((f) => [f.format, f.rows.kept])).toEqual([
      ['data-inclusion-structures', 1],
      ['data-inclusion-services', 1],
    ]);
    expect(draft.inventory.actors[0]).toMatchObject({ id: 'dora--1', name: 'Structure A', network: 'ccas-cias' });
    expect(draft.inventory.schemes[0]).toMatchObject({
      actorId: 'dora--1',
      domains: ['sante'],
      publics: ['tous-jeunes'],
      zone: ['44'],
    });
  });
  test.each([
    ["['jeunes', 'familles']"],
    ['["jeunes","familles"]'],
    ['{jeunes,familles}'],
    ['jeunes|familles'],
    ['jeunes;familles'],
    ['jeunes, familles'],
  ])('a list of a CSV written %s', async (list) => {
    const text = `id,structure_id,nom,thematiques,publics\ns,x,Bilan,nan,"${list.replaceAll('"', '""')}"\n`;
    const { draft } = await importOne(text, {}, 's.csv');
    expect(draft.inventory.schemes[0]).toMatchObject({ publics: expect.arrayContaining(['tous-jeunes']), domains: [] });
  });
  test('the XLSX template: examples marked to be ignored are refused, link sheets left aside', async () => {
    const book = utils.book_new();
    const sheet = (name: string, rows: unknown[][]) => utils.book_append_sheet(book, utils.aoa_to_sheet(rows), name);
    sheet('Structures', [
      ['__ignore__', 'id', 'nom', 'commune', 'code_postal', 'reseaux_porteurs'],
      [1, 'aide', 'Chaîne de caractères', '', '', ''],
      ['', 'a', 'Alpha', 'Nantes', 44000, 'caf'],
    ]);
    sheet('Services', [
      ['__ignore__', 'structure_id', 'id', 'nom', 'thematiques', 'zone_eligibilite'],
      ['', 'a', 's', 'Écoute', 'sante--sante-mentale', 44109],
    ]);
    sheet('Thématiques', [
      ['value', 'label'],
      ['sante--sante-mentale', 'Santé mentale'],
    ]);
    const draft = await importAll({ 'gabarit.xlsx': new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' })) });
    expect(draft.files.map((f) => [f.format, f.rows.read, f.rows.kept, f.rows.refused])).toEqual([
      ['data-inclusion-structures', 2, 1, 1],
      ['data-inclusion-services', 1, 1, 0],
    ]);
  });
});

describe('DILA directory', () => {
  const record = (more: object = {}) => ({
    id: 'ml-1',
    nom: 'Mission locale Exemple',
    pivot: [{ type_service_local: 'mission_locale', code_insee_commune: ['44109'] }],
    adresse: [
      {
        type_adresse: 'Adresse postale',
        complement1: 'BP 12',
        code_postal: '44000',
        nom_commune: 'Nantes',
        longitude: '',
        latitude: '',
      },
      {
        type_adresse: 'Adresse',
        numero_voie: '1 rue X',
        code_postal: '44000',
        nom_commune: 'Nantes',
        longitude: '-1.55',
        latitude: '47.21',
      },
    ],
    ...more,
  });
  test('JSON with a list of services; of two addresses, the one that has a point', async () => {
    const { draft, report } = await importOne(JSON.stringify({ service: [record()] }), {}, 'x.gouv_local.json');
    expect(report).toMatchObject({ format: 'dila-annuaire', rows: { read: 1, kept: 1 } });
    expect(draft.inventory.sites[0]).toMatchObject({ precision: 'adresse', address: '1 rue X' });
    expect(draft.inventory.schemes[0]!.zone).toEqual(['44109']);
  });
});

describe('RNA (Waldec)', () => {
  const header =
    'id;id_ex;siret;date_creat;date_disso;titre;titre_court;objet;objet_social1;adrs_numvoie;adrs_typevoie;adrs_libvoie;adrs_codeinsee;adrs_codepostal;adrs_libcommune;adrg_declarant;adrg_libvoie;dir_civilite;siteweb;position;maj_time';
  const line = (id: string, position: string, insee = '44109', disso = '0001-01-01') =>
    `${id};;;2010-01-01;${disso};ASSOCIATION ${id};SIGLE;aide aux jeunes;019004;5;RUE;DE LA PAIX;${insee};44000;NANTES;DUPONT JEANNE;RUE PRIVEE;Mme;;${position};2026-01-01 00:00:00`;
  test('active ones are actors under their number, dissolved and suppressed ones are refused, no personal column is read', async () => {
    const { draft, report } = await importOne(
      [
        header,
        line('W442000001', 'A'),
        line('W2A0000001', 'A'),
        line('W9R1000001', 'A'),
        line('W442000002', 'D'),
        line('W442000003', 'S'),
      ].join('\n'),
    );
    expect(report).toMatchObject({ format: 'rna', records: 'acteurs', rows: { read: 5, kept: 3, merged: 0, refused: 2 } });
    expect(report.refusedRows.map((r) => r.issue.code)).toEqual(['fiche-retiree', 'fiche-retiree']);
    expect(draft.inventory.actors.map((a) => a.rna)).toEqual(['W442000001', 'W2A0000001', 'W9R1000001']);
    expect(draft.inventory.actors[0]).toMatchObject({ name: 'ASSOCIATION W442000001', kind: 'association' });
    expect(draft.inventory.sites[0]).toMatchObject({ address: '5 RUE DE LA PAIX', communeCode: '44109' });
    expect(JSON.stringify([draft.inventory, report.sample, report.columns, report.refusedRows])).not.toMatch(
      /DUPONT|PRIVEE|Mme|dir_|adrg_/,
    );
  });
});

describe('INSEE codes', () => {
  test('a lost zero is put back in a column of commune codes, and nowhere else', async () => {
    const { draft } = await importOne('nom;code_insee;places\n1004;1004;1004\n', { territory: loadTerritory('01') });
    expect(draft.inventory.actors[0]!.name).toBe('1004');
    expect(draft.inventory.sites[0]!.communeCode).toBe('01004');
    expect(draft.inventory.schemes[0]!.places).toBe(1004);
  });
  test('a code made a number by a spreadsheet is said to be damaged', async () => {
    const { draft, report } = await importOne('nom;code_insee\nA;2,00E+04\n', in2A);
    const issue = report.issues.find((i) => i.code === 'commune-inconnue')!;
    expect(issueSentence(issue, report.name, fr)).toContain('abîmé par un tableur');
    expect(draft.inventory.sites[0]?.communeCode).toBeUndefined();
  });
  test.each([
    ['75', '75101', '75056'],
    ['75', '75120', '75056'],
    ['69', '69381', '69123'],
    ['69', '69389', '69123'],
    ['13', '13201', '13055'],
    ['13', '13216', '13055'],
  ])('in %s, the arrondissement %s is %s', async (departement, code, commune) => {
    const { draft } = await importOne(`nom;code_insee\nA;${code}\n`, { territory: loadTerritory(departement) });
    expect(draft.inventory.sites[0]!.communeCode).toBe(commune);
  });
  test('a postal code is no commune code, even where a commune bears that number', async () => {
    const { draft } = await importOne('nom;cp\nA;44109\n');
    expect(draft.inventory.sites.map((s) => s.communeCode)).toEqual([]);
  });
  test('in Corsica a postal code tells the commune beside its name, not the département', async () => {
    const { draft, report } = await importOne(
      'nom;cp;ville\nA;20000;Ajaccio\nB;20167;Sarrola-Carcopino\nC;20137;Porto-Vecchio\n',
      in2A,
    );
    expect(report.rows.kept).toBe(3);
    expect(draft.inventory.sites.map((s) => s.communeCode)).toEqual(['2A004', '2A271', '2A247']);
  });
});

describe('positions', () => {
  const nantes = { communeCode: '44109', precision: 'adresse' };
  const radius = 6_378_137;
  const mercator = [(radius * -1.5536 * Math.PI) / 180, radius * Math.log(Math.tan(Math.PI / 4 + (47.2173 * Math.PI) / 360))].map(
    (v) => v.toFixed(1),
  );
  test.each([
    ['degrees as text with decimal commas', 'nom;longitude;latitude\nA;-1,5536;47,2173\n'],
    ['"lat, lon" in one cell', 'nom;coordonnees\nA;47.2173, -1.5536\n'],
    ['EWKT', 'nom|geom\nA|SRID=4326;POINT (-1.5536 47.2173)\n'],
    ['EWKT in Lambert-93', 'nom|geom\nA|SRID=2154;POINT(355577.8 6689723.1)\n'],
    ['EPSG:3857 named', `nom;x;y;epsg\nA;${mercator.join(';')};3857\n`],
    ['EPSG:3857 not named', `nom;x;y\nA;${mercator.join(';')}\n`],
    ['Lambert-93 in columns of degrees', 'nom;longitude;latitude\nA;355577,8;6689723,1\n'],
    ['x, y, epsg of SIRENE', 'nom;x;y;epsg\nA;355577.8;6689723.1;2154\n'],
  ])('%s', async (_, text) => {
    const { draft } = await importOne(text);
    expect(draft.inventory.sites[0]).toMatchObject(nantes);
  });
  test('each repair is said, with the projection', async () => {
    const { report } = await importOne('nom;longitude;latitude\nA;355577,8;6689723,1\nB;47,2173;-1,5536\n');
    const sentences = report.issues.map((i) => issueSentence(i, report.name, fr));
    expect(sentences).toContainEqual(expect.stringContaining('EPSG:2154'));
    expect(sentences).toContainEqual(expect.stringContaining('longitude et latitude étaient inversées sur 1 ligne'));
  });
  test.each(['32738', 'EPSG:32738', 'epsg 32738'])('the projection written on the row (%s) is the one used', async (written) => {
    const { draft, report } = await importOne(`nom;x;y;epsg\nA;524819.9;8587194.7;${written}\n`, {
      territory: loadTerritory('976'),
    });
    expect(draft.inventory.sites[0]!.point!.lon).toBeCloseTo(45.22868, 4);
    expect(report.issues.find((i) => i.code === 'coordonnees-projetees')?.details).toMatchObject({ crs: 'EPSG:32738' });
  });
});

describe('spreadsheets', () => {
  test('headings with line breaks, empty or repeated ones, title rows, the header again in the middle', async () => {
    const { draft, report } = await importOne(
      'Liste des lieux;;;\n"Nom de\nla structure";;Ville;Ville\nAlpha;x;Nantes;y\n"Nom de\nla structure";;Ville;Ville\nBravo;x;Rezé;y\n',
    );
    expect(report.columns.map((c) => [c.header, c.field])).toEqual([
      ['Nom de la structure', 'name'],
      ['colonne 2', null],
      ['Ville', 'communeName'],
      ['Ville (2)', null],
    ]);
    expect(report.rows).toEqual({ read: 3, kept: 2, merged: 0, refused: 1 });
    expect(report.refusedRows[0]!.issue).toMatchObject({ code: 'entete-repetee', row: 4 });
    expect(draft.inventory.actors.map((a) => a.name)).toEqual(['Alpha', 'Bravo']);
  });
  test.each([
    ['45658', '2025-01-01'],
    ['01/03/2026', '2026-03-01'],
    ['1-3-2026', '2026-03-01'],
    ['2026-03-01 00:00:00', '2026-03-01'],
  ])('date %s', async (written, iso) => {
    const { draft } = await importOne(`nom;ville;date_maj\nA;Nantes;${written}\n`);
    expect(draft.inventory.schemes[0]!.updatedOn).toBe(iso);
  });
  test.each([
    ['oui', true],
    ['non', false],
    ['x', true],
    ['1', true],
    ['0', false],
    ['VRAI', true],
    ['', undefined],
  ])('yes or no: %j', async (written, value) => {
    const { draft } = await importOne(`nom;ville;ferme\nA;Nantes;${written}\n`);
    expect(draft.inventory.schemes[0]!.closed).toBe(value);
  });
  test('cells that say "no value" are empty: NA, #N/D, nan, null', async () => {
    const { draft, codes } = await importOne('nom;ville;siret;adresse;type\nA;Nantes;NA;#N/D;nan\nB;Nantes;null;None;N/A\n');
    expect(codes).not.toContain('identifiant-invalide');
    expect(draft.inventory.sites.map((s) => s.address)).toEqual([undefined, undefined]);
    expect(draft.inventory.schemes.map((s) => s.type)).toEqual([undefined, undefined]);
  });
  test('La Poste and a damaged SIRET', async () => {
    const { draft, codes } = await importOne('nom;ville;siret\nLa Poste;Nantes;35600000049837\nB;Nantes;2,43E+13\n');
    expect(draft.inventory.actors.map((a) => a.siret)).toEqual(['35600000049837', undefined]);
    expect(codes).toContain('identifiant-invalide');
  });
});

describe('files that cannot be used', () => {
  test('a spreadsheet under a password', async () => {
    const container = CFB.utils.cfb_new();
    for (const stream of ['/EncryptionInfo', '/EncryptedPackage']) CFB.utils.cfb_add(container, stream, new Uint8Array(64));
    const bytes = new Uint8Array(CFB.write(container, { type: 'buffer' }) as Uint8Array);
    const { report, codes } = await importOne(bytes, {}, 'secret.xlsx');
    expect(codes).toEqual(['classeur-chiffre']);
    expect(issueSentence(report.issues[0]!, report.name, fr)).toContain('mot de passe');
  });
  test('a file of 300 MB is not opened', async () => {
    const { report, codes } = await importOne(new Uint8Array(300_000_000).fill(0x61));
    expect(codes).toEqual(['fichier-trop-grand']);
    expect(issueSentence(report.issues[0]!, report.name, fr)).toContain('300 Mo');
  });
  test('an archive inside an archive inside an archive is not followed', async () => {
    let bytes: Uint8Array = strToU8('nom\nA\n');
    for (let i = 0; i < 5; i++) bytes = gzipSync(bytes);
    expect((await importOne(bytes, {}, 'x.gz')).codes).toEqual(['archive-abimee']);
  });
});
