import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completenessOf, type Field, recordFields } from '../../src/model/fields';
import { cellText, type FieldContext, type RecordKind, readCell } from '../../src/panels/fieldText';
import { changesFrom, duplicatesOf, enteredRecord, fieldsOfKind, pasteCells, takenIds } from '../../src/panels/recordEdits';
import { nearActors } from '../../src/state/nearActors';
import { buildTerritory } from '../../src/territory/territory';
import { fr } from '../../src/text/fr';
import { cellsOf, clipText } from '../../src/ui/EditGrid';
import { actor, diagnosisOf, scheme } from '../analysis/fixture';
import { smallFile } from '../territory/fixture';

const land = buildTerritory(smallFile);
const { inventory } = diagnosisOf({
  actors: [actor('a-x', { name: 'Foyer des Alizés' }), actor('a-y', { name: 'Mission locale', acronym: 'ML' })],
  schemes: [scheme('x', ['sante'], { places: 5, siteIds: [] }), scheme('y', [], { actorId: 'a-y', siteIds: [] })],
});
const contextOf = (kind: RecordKind): FieldContext => ({
  kind,
  text: fr,
  actors: new Map(inventory.actors.map((a) => [a.id, a])),
  communes: new Map(land.communes.map((c) => [c.code, c])),
  lists: undefined,
});
const schemes = contextOf('schemes');
const fieldOf = (kind: RecordKind, id: string): Field => fieldsOfKind(kind).find((f) => f.id === id)!;
const reads = (id: string, cell: string, kind: RecordKind = 'schemes') => readCell(fieldOf(kind, id), cell, contextOf(kind));
const today = '2026-11-22';

describe('what a cell says', () => {
  test.each([
    ['places', '12', 12],
    ['places', '1 200', 1200],
    ['places', '', null],
    ['occupancy', '85 %', 0.85],
    ['closesOn', '31/12/2026', '2026-12-31'],
    ['closed', 'Oui', true],
    ['dedication', "dédié à l'ASE", 'ase'],
    ['domains', 'Logement, hébergement', ['logement']],
    ['domains', 'emploi ; Santé, soins', ['sante', 'emploi']],
    ['domains', '', []],
    ['funders', 'Département ; Caf', ['Département', 'Caf']],
    ['actorId', 'mission LOCALE', 'a-y'],
    ['actorId', 'ml', 'a-y'],
  ])('%s « %s »', (id, cell, value) => {
    expect(reads(id, cell)).toEqual({ ok: true, value });
  });
  test.each([
    ['name', ''],
    ['places', 'douze'],
    ['places', '-3'],
    ['closesOn', '31/02/2026'],
    ['dedication', 'tous'],
    ['actorId', 'Personne'],
    ['domains', 'logement ; danse'],
  ])('%s « %s » is refused', (id, cell) => {
    expect(reads(id, cell)).toEqual({ ok: false });
  });
  test('an intensity is a number, and a commune is found by its name or code', () => {
    expect(reads('intensity', 'coopération', 'partnerships')).toEqual({ ok: true, value: 2 });
    expect(reads('communeCode', 'bravo', 'sites')).toEqual({ ok: true, value: '44002' });
    expect(reads('communeCode', '44003', 'sites')).toEqual({ ok: true, value: '44003' });
  });
  test('what is shown of any value is read back as that value', () => {
    const values: Readonly<Record<Field['type'], (f: Field) => fc.Arbitrary<unknown>>> = {
      text: () => fc.constantFrom('Foyer', 'É à « b »', '12 rue'),
      long: () => fc.constantFrom('Vu le 3', 'deux mots'),
      count: () => fc.nat(100_000),
      year: () => fc.integer({ min: 1950, max: 2050 }),
      share: () => fc.integer({ min: 0, max: 150 }).map((n) => n / 100),
      date: () => fc.constantFrom('2026-02-28', '1999-12-31'),
      'yes-no': () => fc.boolean(),
      term: (f) => fc.constantFrom(...f.terms!).map((id) => (f.id === 'intensity' ? Number(id) : id)),
      terms: (f) => fc.subarray([...f.terms!], { minLength: 1 }),
      texts: () => fc.constantFrom(['a'], ['a', 'b c']),
      actor: () => fc.constantFrom('a-x', 'a-y'),
      commune: () => fc.constantFrom('44001', '44004'),
    };
    for (const kind of Object.keys(recordFields) as RecordKind[])
      for (const field of fieldsOfKind(kind))
        fc.assert(
          fc.property(values[field.type](field), (value) => {
            const context = contextOf(kind);
            expect(readCell(field, cellText(field, value, context), context)).toEqual({ ok: true, value });
          }),
          { numRuns: 20 },
        );
  });
});

describe('what goes with a field', () => {
  test('a commune gives its name and its point, known to be of the commune only', () => {
    expect(changesFrom(fieldOf('sites', 'communeCode'), 'Bravo', contextOf('sites'), today)).toEqual({
      communeCode: '44002',
      communeName: 'Bravo',
      precision: 'commune',
      point: { lon: -1.8, lat: 47 },
    });
  });
  test('a verification gives its day, and takes it back', () => {
    expect(changesFrom(fieldOf('actors', 'verification'), 'vérifié', contextOf('actors'), today)).toEqual({
      verification: 'verifie',
      verifiedOn: today,
    });
    expect(changesFrom(fieldOf('actors', 'verification'), 'obsolète', contextOf('actors'), today)).toEqual({
      verification: 'obsolete',
      verifiedOn: null,
    });
  });
});

describe('cells of a clipboard', () => {
  test('tabs, line ends, quotes that hold either', () => {
    expect(cellsOf('a\tb\r\nc\t\r\n')).toEqual([
      ['a', 'b'],
      ['c', ''],
    ]);
    expect(cellsOf('"x\ty ""z"""\t1\n"deux\nlignes"')).toEqual([['x\ty "z"', '1'], ['deux\nlignes']]);
    expect(cellsOf('')).toEqual([]);
  });
  test('copied is pasted as it was', () => {
    const cell = fc.string({ maxLength: 8 }).map((s) => s.replaceAll('\r', ''));
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((n) => fc.array(fc.array(cell, { minLength: n, maxLength: n }), { minLength: 1, maxLength: 4 }));
    fc.assert(
      fc.property(table, (rows) => {
        fc.pre(rows.at(-1)!.join('') !== '');
        expect(cellsOf(clipText(rows))).toEqual(rows);
      }),
    );
  });
});

describe('pasting', () => {
  const fields = ['name', 'actorId', 'places'].map((id) => fieldOf('schemes', id));
  const paste = (cells: readonly (readonly string[])[], from = 0) =>
    pasteCells({
      cells,
      rows: inventory.schemes.slice(from),
      fields,
      context: schemes,
      taken: takenIds(inventory, 'schemes'),
      today,
    });
  test('rows that are there are edited where a cell says otherwise; the others are added', () => {
    const { edits, added, refused } = paste([
      ['Dispositif x', 'Foyer des Alizés', '5'],
      ['Autre nom', 'Mission locale', '7'],
      ['Nouveau', 'ML', '3'],
    ]);
    expect(refused).toEqual([]);
    expect(edits).toEqual([{ id: 'd-y', changes: { name: 'Autre nom', places: 7 } }]);
    expect(added).toMatchObject([{ name: 'Nouveau', actorId: 'a-y', places: 3, source: { file: '', row: 0 } }]);
  });
  test('a cell that cannot be read is told and left; a row without what it needs is told whole', () => {
    const { edits, added, refused } = paste([
      ['Dispositif x', 'Foyer des Alizés', 'cinq'],
      ['Dispositif y', 'Mission locale', '7'],
      ['Sans acteur', 'Personne', '3'],
    ]);
    expect(edits).toEqual([{ id: 'd-y', changes: { places: 7 } }]);
    expect(added).toEqual([]);
    expect(refused).toEqual([
      { row: 1, field: 'places', text: 'cinq' },
      { row: 3, field: 'name', text: 'Sans acteur ; Personne ; 3' },
    ]);
  });
  test('every cell pasted in a column that is edited is written, already so, refused or in a refused row', () => {
    const cell = fc.constantFrom('Dispositif x', 'Mission locale', 'ML', '5', 'cinq', '', 'Zed');
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 6 }), (cells) => {
        const { edits, added, refused } = paste(cells);
        expect(edits.length + added.length).toBeLessThanOrEqual(cells.length);
        const beyond = Math.max(0, cells.length - inventory.schemes.length);
        const refusedRows = new Set(
          refused.filter((r) => r.row > inventory.schemes.length && r.field === 'name').map((r) => r.row),
        );
        expect(added.length + refusedRows.size).toBe(beyond);
        expect(new Set(added.map((a) => a.id)).size).toBe(added.length);
      }),
    );
  });
});

describe('records that the user enters', () => {
  test('the same entered by two people has one id; a second one beside it has another', () => {
    const one = enteredRecord('actors', { name: 'Zed' }, new Set())!;
    expect(enteredRecord('actors', { name: ' ZED ' }, new Set())!.id).toBe(one.id);
    expect(enteredRecord('actors', { name: 'Zed' }, new Set([one.id]))!.id).not.toBe(one.id);
    expect(enteredRecord('actors', {}, new Set())).toBeNull();
    expect(enteredRecord('schemes', { name: 'Sans acteur' }, new Set())).toBeNull();
  });
  test('copies bear a name that says so, and come from no file', () => {
    const [copy] = duplicatesOf('schemes', inventory.schemes.slice(0, 1), (n) => `${n} (copie)`, takenIds(inventory, 'schemes'));
    expect(copy).toMatchObject({ name: 'Dispositif x (copie)', places: 5, source: { file: '', row: 0 } });
    expect(copy!.id).not.toBe('d-x');
  });
});

test('an actor like the one entered is found by its number, its name, its acronym, a name much like it', () => {
  const at = (entered: Partial<{ name: string; siret: string }>) =>
    nearActors({ name: '', siret: '', ...entered }, inventory).map((a) => a.id);
  expect(at({ name: 'foyer des alizes' })).toEqual(['a-x']);
  expect(at({ name: 'ML' })).toEqual([]);
  expect(at({ name: 'Foyers des Alizés' })).toEqual(['a-x']);
  expect(at({ name: 'Mission locales' })).toEqual(['a-y']);
  expect(at({ name: 'Ressourcerie' })).toEqual([]);
});

test('completeness is the share of the expected fields that are stated', () => {
  const expected = fieldsOfKind('actors').filter((f) => f.expected).length;
  expect(completenessOf('actors', { name: 'x' })).toBe(0);
  expect(completenessOf('actors', { name: 'x', status: 'association', siren: '1' })).toBeCloseTo(2 / expected);
});
