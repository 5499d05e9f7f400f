import { utils, write } from '@e965/xlsx';
import { gzipSync, strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { loadTerritory } from '../territory/fixture';
import { importAll, importOne } from './fixture';

const workbook = (sheets: Readonly<Record<string, unknown[][]>>, bookType: 'xlsx' | 'ods' | 'biff8' = 'xlsx') => {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows, { cellDates: true }), name);
  return new Uint8Array(write(book, { type: 'array', bookType, compression: true }));
};
const names = (draft: { inventory: { actors: readonly { name: string }[] } }) => draft.inventory.actors.map((a) => a.name);

describe('workbooks', () => {
  test.each(['xlsx', 'ods', 'biff8'] as const)('%s: title rows, dates, whole identifiers, the fullest sheet', async (type) => {
    const bytes = workbook(
      {
        Lisez_moi: [['Ce classeur contient la liste des lieux']],
        Lieux: [
          ['Annuaire 2026'],
          [],
          ['Nom', 'Ville', 'SIRET', 'Date MAJ', 'Places'],
          ['Alpha', 'Nantes', 73282932000074, new Date(Date.UTC(2026, 2, 1)), 12],
          ['Bravo', 'Rezé', '', '', ''],
        ],
      },
      type,
    );
    const { draft, report } = await importOne(bytes, {}, `lieux.${type === 'biff8' ? 'xls' : type}`);
    expect(report).toMatchObject({
      format: 'classeur',
      sheet: 'Lieux',
      sheets: ['Lisez_moi', 'Lieux'],
      rows: { read: 2, kept: 2 },
    });
    expect(draft.inventory.actors[0]).toMatchObject({ name: 'Alpha', siret: '73282932000074', source: { row: 4 } });
    expect(draft.inventory.schemes[0]).toMatchObject({ places: 12 });
  });
  test('a sheet can be chosen', async () => {
    const bytes = workbook({ A: [['nom'], ['Alpha'], ['Bravo']], B: [['nom'], ['Charlie']] });
    expect(names((await importOne(bytes, {}, 'x.xlsx')).draft)).toEqual(['Alpha', 'Bravo']);
    const chosen = await importOne(bytes, { overrides: { 'x.xlsx': { sheet: 'B' } } }, 'x.xlsx');
    expect(names(chosen.draft)).toEqual(['Charlie']);
  });
  test('an empty one, a damaged one', async () => {
    expect((await importOne(workbook({ A: [[]] }), {}, 'x.xlsx')).codes).toEqual(['fichier-vide']);
    const cut = workbook({ A: [['nom'], ['x']] }).slice(0, 900);
    expect((await importOne(cut, {}, 'x.xlsx')).codes).toEqual(['classeur-abime']);
  });
});

/** A workbook with one of its XML parts changed. */
function rewritten(bytes: Uint8Array, part: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  return zipSync({ ...parts, [part]: strToU8(change(strFromU8(parts[part]!))) }, { level: 0 });
}

// SheetJS's own readers never return from these, or only after filling the memory.
describe('workbooks that would be read for ever', () => {
  const lieux = [['nom'], ['Alpha'], ['Bravo']];
  test('cut within the first file of the archive, as an interrupted download is', async () => {
    const found = '504b030414000000080000000000a40184b85a010000b50200001a000000786c2f5f72656c732f776f';
    expect((await importOne(new Uint8Array(Buffer.from(found, 'hex')), {}, 'essai.xlsx')).codes).toEqual(['classeur-abime']);
    for (const type of ['xlsx', 'ods', 'biff8'] as const) {
      const whole = workbook({ A: lieux }, type);
      for (let share = 0.05; share < 1; share += 0.05) {
        const cut = whole.slice(0, Math.floor(whole.length * share));
        const { draft, codes } = await importOne(cut, {}, `x.${type}`);
        // The end of an old workbook may be filling: then nothing is missing.
        if (type === 'biff8' && codes[0] !== 'classeur-abime') expect(names(draft), `${share}`).toEqual(['Alpha', 'Bravo']);
        else expect(codes, `${type} ${share}`).toEqual(['classeur-abime']);
      }
    }
  }, 5000);
  test('an old workbook whose chain of sectors comes back on itself', async () => {
    const whole = workbook({ A: Array.from({ length: 200 }, (_, i) => [`Lieu ${i}`, 'Nantes']) }, 'biff8');
    const view = new DataView(whole.buffer);
    const fatAt = (view.getUint32(76, true) + 1) * 512;
    const [first] = [...Array(100).keys()].filter((i) => view.getUint32(fatAt + 4 * i, true) === i + 1);
    view.setUint32(fatAt + 4 * first!, first!, true);
    expect((await importOne(whole, {}, 'x.xls')).codes).toEqual(['classeur-abime']);
  }, 5000);
  test('a byte of the compressed cells changed: its check sum tells', async () => {
    const stored = zipSync(unzipSync(workbook({ A: lieux })), { level: 0 });
    const at = Buffer.from(stored).indexOf('Bravo');
    stored[at] = 'G'.charCodeAt(0);
    expect((await importOne(stored, {}, 'x.xlsx')).codes).toEqual(['classeur-abime']);
  });
  test('a sheet that declares a million empty rows is read by its cells', async () => {
    const wide = rewritten(workbook({ A: lieux }), 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace(/<dimension ref="[^"]*"/, '<dimension ref="A1:XFD1048576"'),
    );
    expect(names((await importOne(wide, {}, 'x.xlsx')).draft)).toEqual(['Alpha', 'Bravo']);
  }, 5000);
  test('cells without end, or far apart: refused with a sentence', async () => {
    const repeated = rewritten(workbook({ A: lieux }, 'ods'), 'content.xml', (xml) =>
      xml.replace(/<table:table-row>\s*<table:table-cell/, (row) =>
        row
          .replace('<table:table-row', '<table:table-row table:number-rows-repeated="1048576"')
          .replace('<table:table-cell', '<table:table-cell table:number-columns-repeated="16384"'),
      ),
    );
    expect((await importOne(repeated, {}, 'x.ods')).codes).toEqual(['classeur-trop-grand']);
    const far = rewritten(workbook({ A: lieux }), 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace('<row r="3"', '<row r="900000000"').replace('r="A3"', 'r="A900000000"'),
    );
    expect((await importOne(far, {}, 'x.xlsx')).codes).toEqual(['classeur-trop-grand']);
  }, 5000);
  test('a workbook that unpacks to too much', async () => {
    const zeros = new Uint8Array(260_000_000);
    const bomb = zipSync({ '[Content_Types].xml': strToU8('<x/>'), 'xl/worksheets/sheet1.xml': [zeros, { level: 1 }] });
    expect((await importOne(bomb, {}, 'x.xlsx')).codes).toEqual(['classeur-trop-grand']);
  }, 60_000);
  test('a protected one says so', async () => {
    const whole = workbook({ A: lieux }, 'biff8');
    const name = (text: string) => Buffer.from(text, 'utf16le');
    const at = Buffer.from(whole).indexOf(name('Workbook'));
    whole.set(name('EncryptedPackage'), at);
    whole[at + 64] = 34;
    expect((await importOne(whole, {}, 'x.xlsx')).codes).toEqual(['classeur-chiffre']);
    const ods = rewritten(workbook({ A: lieux }, 'ods'), 'META-INF/manifest.xml', (xml) =>
      xml.replace('</manifest:manifest>', '<manifest:encryption-data/></manifest:manifest>'),
    );
    ods[Buffer.from(ods).indexOf('>nom<') + 1] = 1;
    expect((await importOne(ods, {}, 'x.ods')).codes).toEqual(['classeur-chiffre']);
  });
});

describe('archives', () => {
  test('a .gz of a CSV', async () => {
    const { draft, report } = await importOne(gzipSync(strToU8('nom;commune\nA;Nantes\n')), {}, 'x.csv.gz');
    expect(report).toMatchObject({ name: 'x.csv.gz', format: 'csv', rows: { read: 1, kept: 1 } });
    expect(names(draft)).toEqual(['A']);
  });
  test('a ZIP of several files: each is named after the archive', async () => {
    const zip = zipSync({
      'a.csv': strToU8('nom\nA\n'),
      'sous/b.csv': strToU8('nom\nB\n'),
      'notes.pdf': strToU8('%PDF'),
      '__MACOSX/a.csv': strToU8('x'),
    });
    const draft = await importAll({ 'tout.zip': zip });
    expect(draft.files.map((f) => f.name)).toEqual(['tout.zip › a.csv', 'tout.zip › sous/b.csv']);
    expect(names(draft)).toEqual(['A', 'B']);
  });
  test('a truncated .gz, a ZIP of nothing readable', async () => {
    const whole = gzipSync(strToU8(`nom\n${'x\n'.repeat(5000)}`));
    expect((await importOne(whole.slice(0, whole.length - 12))).codes).toEqual(['archive-abimee']);
    expect((await importOne(zipSync({ 'a.pdf': strToU8('%PDF') }))).codes).toEqual(['archive-vide']);
  });
  test('bombs are stopped: a .gz and a ZIP of zeros', async () => {
    const zeros = new Uint8Array(260_000_000);
    expect((await importOne(gzipSync(zeros, { level: 1 }))).codes).toEqual(['archive-trop-grande']);
    expect((await importOne(zipSync({ 'a.csv': [zeros, { level: 1 }] }))).codes).toEqual(['archive-trop-grande']);
  }, 60_000);
});

describe('JSON', () => {
  test('a list, a list under a key, one object per line; paths are columns', async () => {
    const records = [
      { fields: { name: 'A', city: 'Nantes', coords: 'SRID=4326;POINT (-1.55 47.21)' } },
      { fields: { name: 'B', city: 'Rezé' } },
    ];
    for (const text of [
      JSON.stringify(records),
      JSON.stringify({ total: 2, items: records }),
      records.map((r) => JSON.stringify(r)).join('\n'),
    ]) {
      const { draft, report } = await importOne(text, {}, 'x.json');
      expect(report).toMatchObject({ format: 'json', rows: { read: 2, kept: 2 } });
      expect(draft.inventory.sites.map((s) => s.precision)).toEqual(['adresse', 'commune']);
    }
  });
  test('a JSON bomb and a cut file give a sentence', async () => {
    expect((await importOne('['.repeat(200_000), {}, 'x.json')).codes).toEqual(['json-illisible']);
    expect((await importOne('[{"nom":"A"},{"no', {}, 'x.json')).codes).toEqual(['json-illisible']);
    const deep = `{"nom":"A","x":${'{"x":'.repeat(500)}1${'}'.repeat(500)}}`;
    expect((await importOne(`[${deep}]`, {}, 'x.json')).report.rows).toMatchObject({ read: 1, kept: 1 });
  });
  test('uMap layers and GeoJSON in Lambert-93', async () => {
    const feature = (nom: string, coordinates: number[]) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates },
      properties: { nom },
    });
    const umap = {
      type: 'umap',
      layers: [
        { type: 'FeatureCollection', features: [feature('A', [-1.55, 47.21])] },
        { type: 'FeatureCollection', features: [feature('B', [-1.6, 47.2])] },
      ],
    };
    expect(names((await importOne(JSON.stringify(umap), {}, 'x.umap')).draft)).toEqual(['A', 'B']);
    const projected = {
      type: 'FeatureCollection',
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::2154' } },
      features: [feature('C', [355577.8, 6689723.1])],
    };
    const { draft, codes } = await importOne(JSON.stringify(projected), {}, 'x.geojson');
    expect(codes).toContain('coordonnees-projetees');
    expect(draft.inventory.sites[0]!.communeCode).toBe('44109');
  });
});

describe('positions in the wild', () => {
  test.each([
    ['"lat, lon" in one cell', 'nom;coordonnees\nA;47.2173, -1.5536\n', 'adresse'],
    ['EWKT', 'nom;geom\nA;SRID=4326;POINT (-1.5536 47.2173)\n'.replace('SRID=4326;', ''), 'adresse'],
    ['Lambert-93 text with decimal commas', 'nom;x;y\nA;355577,8;6689723,1\n', 'adresse'],
  ])('%s', async (_, text, precision) => {
    const { draft } = await importOne(text);
    expect(draft.inventory.sites[0]).toMatchObject({ communeCode: '44109', precision });
  });
  test('swapped degrees are put back in order, visibly', async () => {
    const { draft, report } = await importOne('nom;longitude;latitude\nA;47,2173;-1,5536\nB;-1,5536;47,2173\n');
    expect(report.issues).toContainEqual(expect.objectContaining({ code: 'coordonnees-inversees', details: { nombre: '1' } }));
    expect(draft.inventory.sites.map((s) => s.communeCode)).toEqual(['44109', '44109']);
  });
  test('a point far from the commune stated beside it is flagged', async () => {
    const { report } = await importOne('nom;lon;lat;commune\nA;-1,5536;47,2173;Châteaubriant\n');
    expect(report.issues).toContainEqual(
      expect.objectContaining({ code: 'position-loin-de-la-commune', row: 2, column: 'commune' }),
    );
  });
  test('overseas UTM', async () => {
    const { draft } = await importOne('nom;x;y\nA;338600;7690300\n', { territory: loadTerritory('974') });
    expect(draft.inventory.sites[0]!.communeCode).toMatch(/^974/);
  });
});

describe('FINESS', () => {
  const line = (finess: string, dep: string, commune: string, category: string, siret = '') =>
    [
      'structureet',
      finess,
      '440000001',
      'FJT EXEMPLE',
      '',
      '',
      '',
      '1',
      'R',
      'DE LA PAIX',
      '',
      '',
      commune,
      dep,
      'X',
      '44000 NANTES CEDEX 1',
      '',
      '',
      category,
      'Libellé',
      '',
      '',
      siret,
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '01/03/2026',
      '',
    ].join(';');
  test('the old extraction: two kinds of lines joined, three-figure communes, projections', async () => {
    const text = [
      'finess;etalab;98;2026-05-12',
      line('440000011', '44', '109', '257'),
      line('440000012', '44', '36', '177'),
      'geolocalisation;440000011;355577.8;6689723.1;1,ATLASANTE,96,BAN,EPSG:2154 RGF93 / Lambert-93;2026-01-01',
    ].join('\n');
    const { draft, report } = await importOne(text, {}, 'etalab-cs1100507.csv');
    expect(report).toMatchObject({ format: 'finess-etalab', rows: { read: 3, kept: 2, merged: 1, refused: 0 } });
    expect(draft.inventory.actors).toMatchObject([
      { finess: '440000011', kind: 'habitat-jeunes' },
      { finess: '440000012', kind: 'mecs' },
    ]);
    expect(draft.inventory.schemes.map((s) => s.domains)).toEqual([['logement'], ['logement']]);
    expect(draft.inventory.sites).toMatchObject([
      { communeCode: '44109', precision: 'adresse', address: '1 rue DE LA PAIX 44000 NANTES CEDEX 1' },
      { communeCode: '44036', precision: 'commune' },
    ]);
  });
  test('overseas letters: 9D + 411 is 97411', async () => {
    const { draft } = await importOne(
      `finess;etalab;98;2026-05-12\n${line('970400011', '9D', '411', '257')}`,
      { territory: loadTerritory('974') },
      'x.csv',
    );
    expect(draft.inventory.sites[0]!.communeCode).toBe('97411');
  });
  test('the 2026 flux: an establishment per row, its legal entity an actor and a tie, closed ones kept as closed, keys in either case', async () => {
    const ege = (n: string, state: string) => ({
      [`informationsGenerales${n === '1' ? 'EGE' : 'Ege'}`]: { numFinessEge: `44000001${n}`, nomEgeCourt: `FJT ${n}` },
      categorieEntiteGeographiqueExercice: { code: '257' },
      etatObjet: state,
      adresse: [
        {
          cogCommune: '44109',
          codePostal: '44000',
          ligneQuatre: '1 RUE X',
          coordonneesGeographique: { coordonneeX: '47.2173', coordonneeY: '-1.5536' },
        },
      ],
    });
    const text = JSON.stringify({
      schemaVersion: 'v1',
      pmej: [
        {
          informationsGeneralesPmej: { numFinessPm: '440000001', denominationPm: 'ASSOCIATION EXEMPLE' },
          ege: [ege('1', 'A'), ege('2', 'I')],
        },
      ],
    });
    const { draft, report } = await importOne(gzipSync(strToU8(text)), {}, 'finess.json.gz');
    expect(report).toMatchObject({ format: 'finess-2026', rows: { read: 2, kept: 2 } });
    expect(draft.inventory.actors.map((a) => a.name)).toEqual(['FJT 1', 'ASSOCIATION EXEMPLE', 'FJT 2']);
    expect(draft.inventory.partnerships.map((p) => p.nature)).toEqual(['portage', 'portage']);
    expect(draft.inventory.schemes.map((s) => s.closed)).toEqual([undefined, true]);
    expect(report.issues).toContainEqual(expect.objectContaining({ code: 'coordonnees-inversees', details: { nombre: '2' } }));
  });
});

describe('data·inclusion', () => {
  const structures =
    "id,siret,nom,commune,code_insee,longitude,latitude,source,date_maj,reseaux_porteurs\ndora--1,,Structure A,Nantes,44109,-1.55,47.21,dora,2026-01-01,\"['ccas-cias', 'caf']\"\n";
  const services =
    'id,structure_id,nom,thematiques,publics,modes_accueil,zone_eligibilite,commune,code_insee,type,date_maj,source\n' +
    "dora--1--s,dora--1,Écoute,\"['sante--sante-mentale', 'mobilite--preparer-un-permis']\",\"['jeunes']\",\"['en-presentiel', 'a-distance']\",\"['44', '244400404']\",Nantes,44109,accompagnement,2026-01-01,dora\n" +
    'dora--1--t,dora--1,Ligne,"[""logement-hebergement--louer-un-logement""]",,["a-distance"],,Nantes,44109,information,2026-01-01,dora\n';
  test('structures and services v1 dropped together', async () => {
    const draft = await importAll({ 'structures.csv': structures, 'services.csv': services });
    expect(draft.files.map((f) => [f.format, f.rows.kept])).toEqual([
      ['data-inclusion-structures', 1],
      ['data-inclusion-services', 2],
    ]);
    expect(draft.inventory.schemes).toMatchObject([
      {
        actorId: 'dora--1',
        domains: ['sante', 'emploi'],
        publics: ['tous-jeunes'],
        mode: 'presentiel',
        zone: ['44', '244400404'],
        type: 'accompagnement',
      },
      { domains: ['logement'], mode: 'distance' },
    ]);
  });
  test('services alone lose nothing', async () => {
    const { draft, report, codes } = await importOne(services, {}, 'services.csv');
    expect(report.rows).toMatchObject({ read: 2, kept: 2, refused: 0 });
    expect(codes).toContain('structure-absente');
    expect(draft.inventory.actors.map((a) => a.id)).toEqual(['dora--1']);
  });
  test('v0: types, profils, zone_diffusion_code', async () => {
    const v0 =
      'id,structure_id,source,nom,types,thematiques,profils,modes_accueil,zone_diffusion_type,zone_diffusion_code,code_insee,date_maj\n' +
      's1,x,dora,Bilan,"[\'accompagnement\']","[\'sante--bien-etre-psychologique\']","[\'jeunes-16-26\']","[\'en-presentiel\']",departement,44,44109,2024-01-01\n';
    const { draft } = await importOne(v0, {}, 's.csv');
    expect(draft.inventory.schemes[0]).toMatchObject({
      domains: ['sante'],
      publics: ['tous-jeunes'],
      zone: ['44'],
      type: 'accompagnement',
      mode: 'presentiel',
    });
  });
  test('rows that the template marks to be ignored are refused, not read as places', async () => {
    const text =
      '__ignore__,id,nom,reseaux_porteurs,date_maj\nTRUE,explication,Chaîne de caractères,,\nFALSE,a,Vraie,,2026-01-01\n';
    expect((await importOne(text)).report.rows).toEqual({ read: 2, kept: 1, merged: 0, refused: 1 });
  });
});

describe('DILA, subsidies, registers', () => {
  test('a directory per line: communes served are the zone, the parent a tie', async () => {
    const record = (id: string, more = {}) =>
      JSON.stringify({
        id,
        nom: `Mission locale ${id}`,
        pivot: [{ type_service_local: 'mission_locale', code_insee_commune: ['44109', '44143'] }],
        adresse: [{ nom_commune: 'Nantes', code_postal: '44000', longitude: '-1.55', latitude: '47.21' }],
        ...more,
      });
    const { draft, report } = await importOne(
      [record('a'), record('b', { parent_id: 'a', parent_name: 'Mission locale a' })].join('\n'),
      {},
      'annuaire.sjson',
    );
    expect(report).toMatchObject({ format: 'dila-annuaire', rows: { read: 2, kept: 2 } });
    expect(draft.inventory.schemes[0]).toMatchObject({ zone: ['44109', '44143'], domains: ['emploi'] });
    expect(draft.inventory.actors).toHaveLength(2);
    expect(draft.inventory.partnerships).toMatchObject([
      { nature: 'portage', fromId: draft.inventory.actors[0]!.id, toId: draft.inventory.actors[1]!.id },
    ]);
  });
  test('SCDL: the "nature" of the money is not that of the tie', async () => {
    const { draft, report } = await importOne(
      'nomAttribuant;idAttribuant;dateConvention;nomBeneficiaire;idBeneficiaire;objet;montant;nature\nDépartement;;2018-03-22;ALPHA;73282932000074;fonctionnement;28 000,00;aide en numéraire\n',
    );
    expect(report.format).toBe('scdl-subventions');
    expect(draft.inventory.partnerships[0]).toMatchObject({
      nature: 'cofinancement',
      amountEuros: 28000,
      year: 2018,
      proof: 'fonctionnement',
    });
    expect(draft.inventory.actors[1]).toMatchObject({ siren: '732829320' });
  });
  test('jaune: a tie per programme, the line of the total is merged', async () => {
    const { draft, report } = await importOne(
      'SIREN;ASSOCIATION;IMPUTATION;Total des subventions;Détail des subventions\n732829320;ALPHA - 44 NANTES;;3 000;\n732829320;ALPHA - 44 NANTES;Justice: 182 - PJJ;;3 000\n',
    );
    expect(report).toMatchObject({ format: 'jaune-budgetaire', rows: { read: 2, kept: 1, merged: 1 } });
    expect(draft.inventory.actors.map((a) => [a.name, a.kind])).toEqual([
      ['État – programme Justice: 182 - PJJ', 'programme-etat'],
      ['ALPHA', expect.any(String)],
    ]);
    expect(draft.inventory.partnerships[0]!.amountEuros).toBe(3000);
  });
  test('missions locales: the département tells which rows are here', async () => {
    const rows = [
      { id: '1', nom_officiel: '44-ML', nom_usuel: 'Mission locale X', code_departement: '44' },
      { id: '2', nom_officiel: '13-ML', nom_usuel: null, code_departement: '13' },
    ];
    const { draft, report } = await importOne(JSON.stringify(rows), {}, 'milo.json');
    expect(report).toMatchObject({ format: 'missions-locales-imilo', rows: { read: 2, kept: 1, refused: 1 } });
    expect(draft.inventory.actors[0]).toMatchObject({ name: 'Mission locale X', kind: 'mission-locale' });
  });
});
