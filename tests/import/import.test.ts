import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse';
import { apply } from '../../src/document/commands';
import { emptyDiagnosis } from '../../src/document/diagnosis';
import { decodeProject, encodeProject } from '../../src/document/projectFile';
import { commandFrom } from '../../src/import/accept';
import { fieldIds } from '../../src/import/columns';
import { importFiles } from '../../src/import/import';
import { issueCodes } from '../../src/import/issues';
import { issueSentence } from '../../src/sentences/imports';
import { en } from '../../src/text/en';
import { fr } from '../../src/text/fr';
import { loadTerritory } from '../territory/fixture';
import { context, demonstration, importAll, importOne } from './fixture';

const utf16 = (text: string, isBig = false) => {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, !isBig);
  for (let i = 0; i < text.length; i++) view.setUint16(2 + 2 * i, text.charCodeAt(i), !isBig);
  return bytes;
};
const cp1252 = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));

describe('encodings and delimiters', () => {
  const table = 'nom;commune;places\nFoyer Éèô;Nantes;3\n';
  test.each([
    ['utf-8', new TextEncoder().encode(table)],
    ['utf-8-bom', new TextEncoder().encode(`\uFEFF${table}`)],
    ['windows-1252', cp1252(table)],
    ['utf-16le', utf16(table)],
    ['utf-16be', utf16(table, true)],
  ])('%s', async (encoding, bytes) => {
    const { draft, report } = await importOne(bytes);
    expect(report).toMatchObject({ encoding, delimiter: ';', format: 'csv', rows: { read: 1, kept: 1, merged: 0, refused: 0 } });
    expect(draft.inventory.actors[0]).toMatchObject({ name: 'Foyer Éèô' });
    expect(draft.inventory.schemes[0]).toMatchObject({ places: 3, domains: [] });
  });
  test('UTF-8 and Windows-1252 lines in one file: no « Ã »', async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode('nom;commune\nÉcole;Nantes\n'), ...cp1252('Forêt;Nantes\n')]);
    const { draft, report } = await importOne(bytes);
    expect(report.encoding).toBe('utf-8+windows-1252');
    expect(draft.inventory.actors.map((a) => a.name)).toEqual(['École', 'Forêt']);
  });
  test.each([[';'], [','], ['\t'], ['|']])('delimiter %j, quoted cells, line breaks in cells', async (d) => {
    const { draft, report } = await importOne(
      `nom${d}adresse${d}commune\r\n"a${d}b ""c"""${d}"1 rue\nX"${d}Nantes\r\nZ${d}${d}Rezé\r\n`,
    );
    expect(report.delimiter).toBe(d);
    expect(draft.inventory.actors.map((a) => a.name)).toEqual([`a${d}b "c"`, 'Z']);
  });
  test('title rows above the header, blank lines, empty and repeated headings', async () => {
    const { draft, report } = await importOne('Annuaire 2026;;\n;;\nNom;Ville;Ville\nAlpha;Nantes;x\n;;\nBravo;Rezé;y\n');
    expect(report.rows).toEqual({ read: 2, kept: 2, merged: 0, refused: 0 });
    expect(report.columns.map((c) => [c.header, c.field])).toEqual([
      ['Nom', 'name'],
      ['Ville', 'communeName'],
      ['Ville (2)', null],
    ]);
    expect(draft.inventory.actors.map((a) => a.source.row)).toEqual([4, 6]);
  });
});

describe('columns', () => {
  test('are told by heading, then by content; the reason is given', async () => {
    const { report } = await importOne('Raison sociale;zz;yy;codes\nA;-1,5536;47,2173;44109\nB;-2,2137;47,2734;44184\n');
    expect(report.columns.map((c) => [c.field, c.reason])).toEqual([
      ['name', 'name'],
      ['lon', 'content'],
      ['lat', 'content'],
      ['communeCode', 'content'],
    ]);
  });
  test('can be chosen, or left aside', async () => {
    const overrides = { 'essai.csv': { fields: { 0: null, 1: 'name' as const } } };
    const { draft, report } = await importOne('nom;autre;commune\nA;B;Nantes\n', { overrides });
    expect(report.columns.map((c) => [c.field, c.reason])).toEqual([
      [null, 'chosen'],
      ['name', 'chosen'],
      ['communeName', 'name'],
    ]);
    expect(draft.inventory.actors[0]!.name).toBe('B');
  });
  test('codes that begin with 0 stay text', async () => {
    const { draft } = await importOne('nom;code_insee;siret\nA;01053;05580007200013\n', { territory: loadTerritory('01') });
    expect(draft.inventory.actors[0]!.siret).toBe('05580007200013');
    expect(draft.inventory.sites[0]).toMatchObject({ communeCode: '01053', communeName: 'Bourg-en-Bresse' });
  });
});

describe('a row of any list of places', () => {
  test('is one actor with one site and one scheme without domain', async () => {
    const { draft, report } = await importOne('name,longitude,latitude\nCSAPA,-1.5563553,47.2255751\n');
    const { actors, sites, schemes } = draft.inventory;
    expect([actors.length, sites.length, schemes.length]).toEqual([1, 1, 1]);
    expect(sites[0]).toMatchObject({
      actorId: actors[0]!.id,
      communeCode: '44109',
      precision: 'adresse',
      point: { lon: -1.5563553, lat: 47.2255751 },
    });
    expect(schemes[0]).toMatchObject({
      actorId: actors[0]!.id,
      siteIds: [sites[0]!.id],
      domains: [],
      needs: [],
      source: { file: 'essai.csv', row: 2 },
    });
    expect(schemes[0]).not.toHaveProperty('places');
    expect(report.withoutDomain).toBe(1);
  });
  test('takes the domain given to the file', async () => {
    const { draft } = await importOne('nom;commune\nA;Nantes\n', { overrides: { 'essai.csv': { domains: ['sante'] } } });
    expect(draft.inventory.schemes[0]!.domains).toEqual(['sante']);
  });
  test('takes its position from the commune, marked as such', async () => {
    const { draft, codes } = await importOne('nom;code_insee\nA;44036\n');
    expect(draft.inventory.sites[0]).toMatchObject({ precision: 'commune', communeName: 'Châteaubriant' });
    expect(codes).toContain('places-par-commune');
  });
  test('outside the département: refused beyond 60 km, neighbouring supply within', async () => {
    const { draft, report } = await importOne(
      'nom;commune;code_postal\nParis;Paris;75010\nCholet;Cholet;49300\nNantes;Nantes;44000\n',
    );
    expect(report.rows).toEqual({ read: 3, kept: 2, merged: 0, refused: 1 });
    expect(report.refusedRows).toMatchObject([
      { row: 2, cells: ['Paris', 'Paris', '75010'], issue: { code: 'hors-territoire' } },
    ]);
    expect(draft.inventory.sites.map((s) => s.neighbour)).toEqual([true, undefined]);
  });
  test('word for word the same row is merged; the same name elsewhere is another', async () => {
    const { draft, report } = await importOne('nom;lon;lat\nA;-1,55;47,21\nA;-1,55;47,21\nA;-1,60;47,25\n');
    expect(report.rows).toEqual({ read: 3, kept: 2, merged: 1, refused: 0 });
    expect(draft.inventory.schemes).toHaveLength(2);
  });
  test('protected kinds are told from names', async () => {
    const { draft, codes } = await importOne(
      "nom;commune\nCHRS Exemple;Nantes\nFoyer de l'enfance;Nantes\nSolidarité FemmeS;Nantes\nMission locale;Nantes\n",
    );
    expect(draft.inventory.actors.map((a) => a.kind)).toEqual(['chrs', 'protection-enfance', 'violences', 'mission-locale']);
    expect(codes).toContain('lieux-proteges');
  });
});

describe('our own tables', () => {
  test('the demonstration is read whole', async () => {
    const draft = await importAll(demonstration());
    expect(draft.files.map((f) => [f.format, f.rows.read, f.rows.kept])).toEqual([
      ['maillage-acteurs', 160, 160],
      ['maillage-dispositifs', 136, 136],
      ['maillage-partenariats', 173, 173],
      ['maillage-territoires', 6, 6],
    ]);
    expect(draft.files.flatMap((f) => f.issues.filter((i) => i.severity !== 'note'))).toEqual([]);
    expect(draft.census).toHaveLength(17 * 6);
  });
  test('dropped in any order, the same records come out', async () => {
    const files = demonstration();
    const reversed = Object.fromEntries(Object.entries(files).reverse());
    const [a, b] = [await importAll(files), await importAll(reversed)];
    expect(b.inventory).toEqual(a.inventory);
  });
  test('every field of a scheme', async () => {
    const draft = await importAll({
      'acteurs.csv': 'id,nom,sigle,categorie\nx,Alpha,AL,habitat-jeunes\n',
      'dispositifs.csv':
        'id,acteur_id,nom,domaines,besoins,dedie,publics,age_min,age_max,places,occupation,zone,mode,date_fermeture,a_verifier,code_insee\n' +
        'd,x,Résidence,"logement|mentorat","logement;socio-educatif",ase,ex-mna,18,21,12,"85 %",44|49,presentiel,01/01/2020,ages,44184\n',
    });
    expect(draft.inventory.schemes[0]).toMatchObject({
      domains: ['logement', 'mentorat'],
      needs: ['logement', 'socio-educatif'],
      dedication: 'ase',
      publics: ['ex-mna'],
      ageMin: 18,
      ageMax: 21,
      places: 12,
      occupancy: 0.85,
      zone: ['44', '49'],
      mode: 'presentiel',
      closed: true,
      toVerify: ['ages'],
    });
    expect(draft.inventory.sites[0]).toMatchObject({ communeName: 'Saint-Nazaire' });
  });
  test('a scheme or tie of an unknown actor is refused with its column', async () => {
    const draft = await importAll({
      'dispositifs.csv': 'id,acteur_id,nom\nd,absent,X\n',
      'partenariats.csv': 'source_id,cible_id,nature\nabsent,autre,convention\n',
    });
    expect(draft.files.map((f) => [f.rows.refused, f.issues[0]?.code, f.issues[0]?.column])).toEqual([
      [1, 'acteur-inconnu', 'acteur_id'],
      [1, 'acteur-inconnu', 'source_id'],
    ]);
  });
  test('census by unit, by département, for some domains or all', async () => {
    const { draft, report } = await importOne(
      'code;domaine;recensement;recense_le\n244400404;logement;complet;01/03/2026\n44;sante|emploi;partiel;\n999;sante;partiel;\n',
      {},
      'territoires.csv',
    );
    expect(report.rows).toEqual({ read: 3, kept: 2, merged: 0, refused: 1 });
    const declared = { unitCode: '244400404', domain: 'logement', state: 'complet', on: '2026-03-01', file: 'territoires.csv' };
    expect(draft.census).toContainEqual(declared);
    expect(draft.census).toHaveLength(1 + 17 * 2);
  });
});

describe('ties', () => {
  test('a funding list: funder, beneficiary by SIREN, amount, year', async () => {
    const { draft, report } = await importOne(
      'financeur,financeur_type,beneficiaire_siren,beneficiaire,montant_eur,annee\nDépartement X,departement,732829320,ALPHA,"3 000,5",2010\nDépartement X,departement,732829320,ALPHA,10,2011\n',
    );
    expect(report.records).toBe('partenariats');
    expect(draft.inventory.actors).toMatchObject([
      { name: 'Département X', kind: 'conseil-departemental' },
      { name: 'ALPHA', siren: '732829320' },
    ]);
    expect(draft.inventory.partnerships.map((p) => [p.nature, p.amountEuros, p.year])).toEqual([
      ['cofinancement', 3000.5, 2010],
      ['cofinancement', 10, 2011],
    ]);
  });
  test('meet the actors already in the diagnosis', async () => {
    const first = await importOne('id,nom,sigle,categorie,siren\nalpha,Alpha,A,association,732829320\n', {}, 'acteurs.csv');
    const { draft } = await importOne('financeur,beneficiaire,beneficiaire_siren\nF,AUTRE NOM,732829320\n', {
      existing: first.draft.inventory,
    });
    expect(draft.inventory.partnerships[0]!.toId).toBe('alpha');
    expect(draft.inventory.actors.map((a) => a.name)).toEqual(['F']);
  });
});

describe('GeoJSON', () => {
  const collection = (features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });
  test('points and polygons, properties as columns', async () => {
    const square = [
      [
        [-1.6, 47.2],
        [-1.5, 47.2],
        [-1.5, 47.3],
        [-1.6, 47.3],
        [-1.6, 47.2],
      ],
    ];
    const { draft, report } = await importOne(
      collection([
        { type: 'Feature', geometry: { type: 'Point', coordinates: [-1.55, 47.21] }, properties: { nom: 'A', places: 4 } },
        { type: 'Feature', geometry: { type: 'Polygon', coordinates: square }, properties: { nom: 'B' } },
        { type: 'Feature', geometry: null, properties: { nom: 'C' } },
      ]),
      {},
      'lieux.geojson',
    );
    expect(report).toMatchObject({ format: 'geojson', delimiter: null, rows: { read: 3, kept: 3 } });
    expect(draft.inventory.sites.map((s) => s.point)).toEqual([
      { lon: -1.55, lat: 47.21 },
      { lon: -1.55, lat: 47.25 },
    ]);
    expect(draft.inventory.schemes[0]!.places).toBe(4);
  });
  test('damaged or empty', async () => {
    expect((await importOne('{"type":"FeatureCollection","features":[{', {}, 'x.geojson')).codes).toEqual(['json-illisible']);
    expect((await importOne(collection([]), {}, 'x.geojson')).codes).toEqual(['json-sans-objets']);
  });
});

describe('wrong inputs give a sentence and lose nothing', () => {
  test.each([
    ['nothing', new Uint8Array(), 'fichier-vide'],
    ['blanks', '  \n\n ', 'fichier-vide'],
    ['a damaged ZIP', new Uint8Array([0x50, 0x4b, 3, 4, 0]), 'archive-abimee'],
    ['a PDF', '%PDF-1.7', 'fichier-pdf'],
    ['a picture named .csv', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]), 'fichier-image'],
    ['a damaged .gz', new Uint8Array([0x1f, 0x8b, 8]), 'archive-abimee'],
    ['bytes', new Uint8Array([1, 0, 2, 0, 0, 0, 7, 9, 9]), 'fichier-binaire'],
    ['unknown headings', 'aa;bb\n1;2\n', 'sans-colonne-connue'],
    ['no name', 'commune;places\nNantes;2\n', 'sans-colonne-nom'],
  ])('%s', async (_, content, code) => {
    const { report, draft } = await importOne(content);
    expect(report.issues.map((i) => [i.code, i.severity])).toEqual([[code, 'fatal']]);
    expect(draft.inventory.actors).toEqual([]);
  });
  test('a misaligned row, an unreadable number, a wrong date, a wrong SIRET: file, row and column are named', async () => {
    const { report } = await importOne('nom;places;date_maj;siret\nA;douze;32/01/2026;123\nB;1;;;décalée\n');
    expect(report.rows).toEqual({ read: 2, kept: 1, merged: 0, refused: 1 });
    const sentences = report.issues.map((i) => issueSentence(i, report.name, fr));
    expect(sentences).toContainEqual(expect.stringContaining('«\u00a0essai.csv\u00a0», ligne 2, colonne «\u00a0siret\u00a0»'));
    expect(report.issues.map((i) => [i.code, i.row, i.column])).toEqual(
      expect.arrayContaining([
        ['nombre-illisible', 2, 'places'],
        ['date-illisible', 2, 'date_maj'],
        ['identifiant-invalide', 2, 'siret'],
        ['colonnes-en-trop', 3, null],
      ]),
    );
  });
  test('a quote never closed does not swallow the file: quotes are then plain characters, and it is said', async () => {
    const rows = Array.from({ length: 80 }, (_, i) => `C${i};Nantes\n`).join('');
    const { report, draft, codes } = await importOne(`nom;commune\n"B;Nantes\n${rows}`);
    expect(report.rows).toEqual({ read: 81, kept: 81, merged: 0, refused: 0 });
    expect(codes).toContain('guillemets-ignores');
    expect(draft.inventory.actors[0]!.name).toBe('"B');
  });
  test('an amount cut in two by its decimal comma is put together again, and it is said', async () => {
    const { draft, report } = await importOne('financeur,beneficiaire,montant,objet\nX,Y,100 000,00,aide\nX,Z,28 000,00,aide\n');
    expect(draft.inventory.partnerships.map((p) => p.amountEuros)).toEqual([100000, 28000]);
    expect(report.issues).toContainEqual(expect.objectContaining({ code: 'montants-recolles', details: { nombre: '2' } }));
  });
  test('two files of one name keep each their counts', async () => {
    const [a, b] = ['nom\nA\n', 'nom\nB\nC\n'].map((text) => ({ name: 'lieux.csv', bytes: new TextEncoder().encode(text) }));
    const draft = await importFiles([a!, b!], context);
    expect(draft.files.map((f) => [f.name, f.rows.read])).toEqual([
      ['lieux.csv', 1],
      ['lieux.csv (2)', 2],
    ]);
  });
  test('a cancelled import brings nothing', async () => {
    const draft = await importAll({ 'a.csv': 'nom\nA\n' }, {}, { isCancelled: () => true });
    expect(draft).toMatchObject({ cancelled: true, files: [], inventory: { actors: [] } });
  });
  test('progress reaches the total', async () => {
    const seen: number[] = [];
    await importAll({ 'a.csv': `nom\n${'x\n'.repeat(4500)}` }, {}, { onProgress: (p) => seen.push(p.done) });
    expect(seen).toEqual([0, 2000, 4000, 4500]);
  });
});

describe('words', () => {
  test.each([
    ['fr', fr],
    ['en', en],
  ] as const)('every issue and field has its words (%s)', (_, text) => {
    expect(Object.keys(text.import.issues).sort()).toEqual([...issueCodes].sort());
    expect(Object.keys(text.import.fields).sort()).toEqual([...fieldIds].sort());
  });
});

describe('properties', () => {
  const cell = fc.string({ maxLength: 12 });
  test('rows read = kept + merged + refused, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 8 }),
        fc.constantFrom(';', ',', '\t'),
        async (rows, d) => {
          const text = [['nom', 'commune', 'lon', 'lat'], ...rows].map((r) => r.join(d)).join('\n');
          const { report } = await importOne(text);
          const { read, kept, merged, refused } = report.rows;
          expect(kept + merged + refused).toBe(read);
          expect(report.refusedRows).toHaveLength(refused);
        },
      ),
      { numRuns: 150 },
    );
  });
  test('no bytes crash the import', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const { report } = await importOne(bytes);
        expect(report.name).toBe('essai.csv');
      }),
      { numRuns: 200 },
    );
  });
  test('the order of the rows does not change the records', async () => {
    const row = fc.tuple(fc.constantFrom('A', 'B', 'C', 'D'), fc.constantFrom('Nantes', 'Rezé', 'Blain'));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
        const of = async (list: typeof rows) =>
          (await importOne(['nom;commune', ...list.map((r) => r.join(';'))].join('\n'))).draft.inventory.schemes
            .map((s) => s.id)
            .sort();
        expect(await of([...rows].reverse())).toEqual(await of(rows));
      }),
      { numRuns: 60 },
    );
  });
});

test('nothing of the context is changed by an import', () => {
  expect(context.existing).toEqual({ actors: [], sites: [], schemes: [], partnerships: [] });
});

describe('personal data', () => {
  test('columns of persons are left aside by heading or content, and not even sampled', async () => {
    const { draft, report } = await importOne(
      'nom;Contact;zz;commune;note\nA;Mme Dupont;a.dupont@exemple.fr;Nantes;appeler le 02 40 00 00 00 ou a@b.fr\n',
    );
    expect(report.columns.map((c) => [c.reason, c.samples.length])).toEqual([
      ['name', 1],
      ['personal', 0],
      ['personal', 0],
      ['name', 1],
      ['name', 1],
    ]);
    expect(JSON.stringify(draft.inventory)).not.toMatch(/dupont|@|02 40/i);
    expect(draft.inventory.actors[0]!.note).toBe('appeler le […] ou […]');
  });
});

describe('values decided by the user', () => {
  test('a value is read as another; a constant fills rows that state none', async () => {
    const overrides = {
      'essai.csv': {
        values: { domains: { H1: 'logement', S1: 'sante' }, kind: { '4': 'association' } },
        constants: { dedication: 'jeunes', publics: 'ase' },
      },
    };
    const { draft, codes } = await importOne('nom;domaine;categorie;dedie\nA;H1;4;\nB;S1;4;ase\n', { overrides });
    expect(draft.inventory.schemes.map((s) => [s.domains, s.dedication])).toEqual([
      [['logement'], 'jeunes'],
      [['sante'], 'ase'],
    ]);
    expect(draft.inventory.actors.map((a) => a.kind)).toEqual(['association', 'association']);
    expect(codes).not.toContain('valeur-inconnue');
  });
  test('files of the same headings have the same shape', async () => {
    const shapes = await Promise.all(
      ['Nom;Ville\nA;Nantes\n', 'NOM,ville\nB,Rezé\n', 'nom;commune\nA;Nantes\n'].map(
        async (t) => (await importOne(t)).report.shape,
      ),
    );
    expect(shapes[0]).toBe(shapes[1]);
    expect(shapes[2]).not.toBe(shapes[0]);
  });
});

describe('cells that hold several values', () => {
  test('are parted as the user says', async () => {
    const content = 'nom;domaines;financeurs\nA;Santé / Logement;"Ville, État"\n';
    const { draft, codes } = await importOne(content);
    expect(codes).toContain('valeur-inconnue');
    expect(draft.inventory.schemes[0]).toMatchObject({ domains: [], funders: ['Ville', 'État'] });
    const chosen = await importOne(content, {
      overrides: { 'essai.csv': { separators: { domains: 'oblique', funders: 'aucun' } } },
    });
    expect(chosen.codes).not.toContain('valeur-inconnue');
    expect(chosen.draft.inventory.schemes[0]).toMatchObject({ domains: ['sante', 'logement'], funders: ['Ville, État'] });
  });
});

describe('sectors of work', () => {
  const csv = 'Code Insee;UTAS\n44109;Nantes\n44143;Nantes\n44184;Estuaire\n44109;Nantes\n44184;Nantes\n75056;Paris\n44999;X\n';
  test('a commune → sector file is a cut of the territory; each row has its fate', async () => {
    const { draft, report } = await importOne(csv);
    expect(report).toMatchObject({ records: 'secteurs', rows: { read: 7, kept: 3, merged: 1, refused: 3 } });
    expect(report.refusedRows.map((r) => r.issue.code)).toEqual(['commune-deja-placee', 'hors-territoire', 'commune-inconnue']);
    expect(draft.sectors).toEqual([
      { name: 'Estuaire', communeCodes: ['44184'] },
      { name: 'Nantes', communeCodes: ['44109', '44143'] },
    ]);
  });
  test('becomes the mesh of reading; communes in no sector stand alone', async () => {
    const d = apply(emptyDiagnosis('44', 'Essai'), commandFrom((await importOne(csv)).draft, '2026-11-22'));
    const analysis = analyse(d, context.territory);
    expect(d.settings.mesh).toBe('secteur');
    expect(analysis.units.filter((u) => u.communeCodes.length > 1).map((u) => u.name)).toEqual(['Nantes']);
    expect(analysis.units.flatMap((u) => u.communeCodes)).toHaveLength(207);
    expect(decodeProject(encodeProject(d))).toEqual({ ok: true, value: d });
  });
});
