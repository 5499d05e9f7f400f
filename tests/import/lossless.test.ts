import { describe, expect, test } from 'vitest';
import { importAll, importOne } from './fixture';

const header = 'nomAttribuant;idAttribuant;dateConvention;nomBeneficiaire;idBeneficiaire;objet;montant;datesPeriodeVersement\n';
const line = (name: string, siren: string, amount: string, paid = '') =>
  `Département;;2014;${name};${siren};;${amount};${paid}\n`;

/** Faults that an independent count of the real files has shown: rows merged, refused or read as places that should not be. */
describe('ties', () => {
  test('two associations of one name and two SIREN are two: their subsidies are not one', async () => {
    const { draft, report } = await importOne(
      header + line('OGEC SAINT JOSEPH', '785948282', '389.0') + line('OGEC SAINT JOSEPH', '786026179', '389.0'),
    );
    expect(report.rows).toEqual({ read: 2, kept: 2, merged: 0, refused: 0 });
    expect(draft.inventory.actors.map((a) => a.siren)).toEqual([undefined, '785948282', '786026179']);
  });
  test('an actor known by its name alone is that of the first SIREN given under that name, not of the next', async () => {
    const { draft } = await importOne(
      header +
        line('ALPHA', '', '1') +
        line('ALPHA', '785948282', '2') +
        line('ALPHA', '786026179', '3') +
        line('ALPHA', '785948282', '4'),
    );
    const to = draft.inventory.partnerships.map((p) => draft.inventory.actors.findIndex((a) => a.id === p.toId));
    expect(to).toEqual([1, 1, 2, 1]);
  });
  test('two payments of one amount on two days are two; the same row twice is one', async () => {
    const a = line('ALPHA', '732829320', '3000.0', '24/10/2023');
    const b = line('ALPHA', '732829320', '3000.0', '08/12/2023');
    const { draft, report } = await importOne(header + a + b + a);
    expect(report.rows).toEqual({ read: 3, kept: 2, merged: 1, refused: 0 });
    expect(new Set(draft.inventory.partnerships.map((p) => p.id)).size).toBe(2);
  });
  test('the same payments in a second file, written otherwise, are those of the first', async () => {
    const one = header + line('ALPHA', '732829320', '3000.0', 'a') + line('ALPHA', '732829320', '3000.0', 'b');
    const draft = await importAll({ 'a.csv': one, 'b.csv': one.replaceAll(';a\n', ';NA\n').replaceAll('3000.0', '3000,00') });
    expect(draft.files.map((f) => f.rows.kept)).toEqual([2, 0]);
    expect(draft.inventory.partnerships).toHaveLength(2);
  });
  test('an end given by a wrong SIREN alone is refused with that SIREN', async () => {
    const { report } = await importOne('groupement_siren;adhesion_siren\n732829320;430671711\n');
    expect(report.issues).toContainEqual(
      expect.objectContaining({ code: 'lien-incomplet', column: 'adhesion_siren', details: { identifiant: '430671711' } }),
    );
  });
});

describe('places', () => {
  test('one name at one place twice: one where nothing differs, two where the offer does', async () => {
    const text = 'nom;lon;lat;places;remarque\nA;-1,55;47,21;10;x\nA;-1,55;47,21;10;x\nA;-1,55;47,21;4;x\n';
    const { draft, report } = await importOne(text);
    expect(report.rows).toEqual({ read: 3, kept: 2, merged: 1, refused: 0 });
    expect(draft.inventory.actors).toHaveLength(1);
    expect(draft.inventory.schemes.map((s) => s.places)).toEqual([10, 4]);
  });
  test('two bodies of one name at one place, under two parents: the id of a GeoJSON feature tells them apart', async () => {
    const feature = (id: string, parent_id: string, parent_name: string) => ({
      type: 'Feature',
      id,
      geometry: { type: 'Point', coordinates: [-1.55, 47.21] },
      properties: { name: 'Bureau Finances', parent_id, parent_name },
    });
    const features = [feature('1', '10', 'Direction A'), feature('2', '20', 'Direction B')];
    const { draft, report } = await importOne(JSON.stringify({ type: 'FeatureCollection', features }), {}, 'x.geojson');
    expect(report.rows).toMatchObject({ read: 2, kept: 2, merged: 0 });
    expect(draft.inventory.partnerships).toHaveLength(2);
  });
  test('a row merged for want of an id still gives its parent', async () => {
    const text = 'nom;lon;lat;parent_name\nBureau;-1,55;47,21;Direction A\nBureau;-1,55;47,21;Direction B\n';
    const { draft, report } = await importOne(text);
    expect(report.rows).toMatchObject({ kept: 1, merged: 1 });
    expect(draft.inventory.partnerships).toHaveLength(2);
  });
  test('an address of the web is no name', async () => {
    const { report } = await importOne('nom;ville\nhttp://www.exemple.fr;Nantes\nA;Nantes\n');
    expect(report.rows).toMatchObject({ kept: 1, refused: 1 });
    expect(report.refusedRows[0]!.issue).toMatchObject({ code: 'sans-nom', row: 2 });
  });
  test('a far point beside a commune of the département stated by its code: kept, placed at the commune, and said', async () => {
    const { draft, report } = await importOne('nom;code_insee;longitude;latitude\nA;44036;2.352222;48.856614\n');
    expect(report.rows).toMatchObject({ kept: 1, refused: 0 });
    expect(draft.inventory.sites[0]).toMatchObject({ communeCode: '44036', precision: 'commune' });
    expect(report.issues).toContainEqual(
      expect.objectContaining({ code: 'position-ecartee', row: 2, details: { commune: 'Châteaubriant' } }),
    );
  });
  test('a far point beside the mere name of a commune is far', async () => {
    const { report } = await importOne('nom;ville;longitude;latitude\nA;Nantes;2.352222;48.856614\n');
    expect(report.rows).toMatchObject({ kept: 0, refused: 1 });
  });
  test('a territory of France that is no département is elsewhere', async () => {
    const { report } = await importOne('nom;departement\nA;978\nB;44\nC;988\n');
    expect(report.rows).toMatchObject({ kept: 1, refused: 2 });
  });
});

describe('lines cut in two', () => {
  const row = (i: number) => `${i}\tNom ${i}\t02 40 00 00 0${i}\true X\tNantes`;
  const text = (cut: string) => `id\tnom\ttelephone\tadresse\tville\n${[...Array(29).keys()].map(row).join('\n')}\n${cut}\n`;
  test('a line break inside a cell without quotes: the two halves are one row again, and it is said', async () => {
    const { draft, report } = await importOne(text('30\tDix\t02 40\n00 00 30\true Y\tRezé'));
    expect(report.rows).toEqual({ read: 30, kept: 30, merged: 0, refused: 0 });
    expect(draft.inventory.actors.at(-1)).toMatchObject({ name: 'Dix', source: { row: 31 } });
    expect(draft.inventory.sites.at(-1)).toMatchObject({ communeName: 'Rezé', address: 'rue Y' });
    expect(report.issues).toContainEqual(expect.objectContaining({ code: 'lignes-recollees', details: { nombre: '1' } }));
  });
  test('short rows of a file that does not fill its rows are left as they are', async () => {
    const { report } = await importOne('id;nom;a;b;c\n1;A;x\n2;B;y\n3;C;z;;\n4;D;t;;\n');
    expect(report.rows.read).toBe(4);
  });
});

/** What the property tests have found, kept as examples. */
describe('found by properties', () => {
  test('a title between brackets does not make a table a JSON', async () => {
    const { report } = await importOne('[Annuaire] des lieux\nnom;ville;zone\nA;Nantes;x\n');
    expect(report).toMatchObject({ format: 'csv', rows: { read: 1, kept: 1 } });
  });
  test('a header without a row says that the file holds none', async () => {
    const { report } = await importOne('nom;ville\n');
    expect(report.issues).toMatchObject([{ code: 'fichier-vide', severity: 'fatal' }]);
  });
  test('the apostrophe that guards a formula in our exports is taken off, once', async () => {
    const { draft } = await importOne("nom;ville;remarque\n'=A+1;Nantes;''-x\n");
    expect(draft.inventory.actors[0]).toMatchObject({ name: '=A+1', note: "'-x" });
  });
});
