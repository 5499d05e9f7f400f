import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply, type Command } from '../../src/document/commands';
import { type Diagnosis, emptyDiagnosis } from '../../src/document/diagnosis';
import { fittingVersions, isVersionDue, versionsToKeep } from '../../src/document/keptVersions';
import { fromTemplate, isBare } from '../../src/document/template';
import { countsOf, type DiagnosisEntry, entryToOpen } from '../../src/document/workspace';
import { findByName } from '../../src/state/workspace';
import { openedDemonstration } from '../views/fixture';

const now = '2026-11-22T12:00:00.000';
const minutesBefore = (minutes: number) => new Date(Date.parse(`${now}Z`) - minutes * 60_000).toISOString().slice(0, 23);
const day = 24 * 60;

describe('versions of the last days', () => {
  test.each([
    ['the newest of a quarter of an hour', [4, 8, 14], [4]],
    ['two quarters', [1, 16], [1, 16]],
    ['the newest of an hour, past a day', [day + 10, day + 50], [day + 10]],
    ['the newest of a day, past three', [4 * day + 60, 4 * day + 300], [4 * day + 60]],
    ['nothing past thirty days', [31 * day], []],
  ])('%s', (_, ages, kept) => {
    expect(versionsToKeep(ages.map(minutesBefore), now)).toEqual(kept.map(minutesBefore));
  });

  const dates = fc.uniqueArray(fc.integer({ min: 0, max: 40 * day }).map(minutesBefore), { maxLength: 400 });
  test('properties: a part of what was given, the newest among it, never more than the rules allow, stable', () => {
    fc.assert(
      fc.property(dates, (given) => {
        const kept = versionsToKeep(given, now);
        expect(given).toEqual(expect.arrayContaining([...kept]));
        const newest = [...given].sort().at(-1);
        if (newest !== undefined && newest >= minutesBefore(30 * day)) expect(kept).toContain(newest);
        const within = (from: number, to: number) =>
          kept.filter((on) => on <= minutesBefore(from) && on > minutesBefore(to)).length;
        expect(within(0, day)).toBeLessThanOrEqual(97);
        expect(within(day, 3 * day)).toBeLessThanOrEqual(50);
        expect(within(3 * day, 31 * day)).toBeLessThanOrEqual(29);
        expect(versionsToKeep(kept, now)).toEqual(kept);
      }),
    );
  });
  test('property: pruned early or only now, each day that had a version keeps its last', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 3 * day }), (given, earlier) => {
        const then = minutesBefore(earlier);
        const early = [
          ...versionsToKeep(
            given.filter((on) => on <= then),
            then,
          ),
          ...given.filter((on) => on > then),
        ];
        expect([...versionsToKeep(early, now)].sort()).toEqual([...versionsToKeep(given, now)].sort());
      }),
    );
  });
  test('due once in a quarter of an hour', () => {
    expect(isVersionDue(null, now)).toBe(true);
    expect(isVersionDue('2026-11-22T12:00:00.000', '2026-11-22T12:14:59.999')).toBe(false);
    expect(isVersionDue('2026-11-22T12:14:59.999', '2026-11-22T12:15:00.000')).toBe(true);
  });
  test('what fits in so many bytes: the newest first, and always the newest', () => {
    const of = (on: string, size: number) => ({ on, size });
    const versions = [of('2026-01-01', 4), of('2026-01-02', 4), of('2026-01-03', 4)];
    expect(fittingVersions(versions, 8).map((v) => v.on)).toEqual(['2026-01-03', '2026-01-02']);
    expect(fittingVersions(versions, 1).map((v) => v.on)).toEqual(['2026-01-03']);
  });
});

const actor = (id: string, name: string) => ({ id, name, kind: 'association', source: { file: 'a.csv', row: 1 } });
function diagnosisOf(...names: string[]): Diagnosis {
  const actors = names.map((name, i) => actor(`a${i}`, name)) as never;
  const inventory = { actors, sites: [], schemes: [], partnerships: [] };
  return apply(emptyDiagnosis('44', 'Loire-Atlantique'), { type: 'addInventory', inventory, census: [], files: [] });
}
const done = (d: Diagnosis, ...commands: Command[]) => commands.reduce(apply, d);
const signed = { on: now };

describe('restoring', () => {
  test('a named state brings records and census back, undoing edits, deletions and merges made since', () => {
    const before = done(
      diagnosisOf('Un', 'Deux', 'Trois'),
      { type: 'setCensus', entries: [{ unitCode: '200000001', domain: 'sante', state: 'complet' }] },
      { type: 'takeSnapshot', name: 'mai', takenOn: '2026-05-01' },
    );
    const after = done(
      before,
      { type: 'editRecords', kind: 'actors', edits: [{ id: 'a0', changes: { name: 'Autre' } }], ...signed },
      { type: 'mergeActors', keepId: 'a0', dropIds: ['a1'] },
      { type: 'deleteRecords', kind: 'actors', ids: ['a2'], ...signed },
      { type: 'setCensus', entries: [{ unitCode: '200000001', domain: 'sante', state: 'non-commence' }] },
    );
    expect(after.inventory.actors).toHaveLength(1);
    const restored = apply(after, { type: 'restoreSnapshot', id: before.snapshots[0]!.id });
    expect(restored.inventory).toEqual(before.inventory);
    expect(restored.census).toEqual(before.census);
    expect(restored.merges ?? []).toEqual([]);
    expect(Object.keys(restored.aliases?.actors ?? {})).toEqual([]);
    expect(restored.imported).toBeUndefined();
    // A newer import of the same file finds the records as they are, and changes none.
    const again = apply(restored, { type: 'addInventory', inventory: before.inventory, census: [], files: [] });
    expect(again.inventory).toEqual(before.inventory);
  });
  test('what restoring changes of each record is written down, with who did it and when', () => {
    const before = done(diagnosisOf('Un'), { type: 'takeSnapshot', name: 'mai', takenOn: '2026-05-01' });
    const id = before.inventory.actors[0]!.id;
    const added = { ...before.inventory.actors[0]!, id: 'a-nouveau', name: 'Nouveau' };
    const after = done(
      before,
      { type: 'editRecords', kind: 'actors', edits: [{ id, changes: { note: 'vue' } }], ...signed },
      { type: 'addRecords', inventory: { actors: [added] }, ...signed },
    );
    const on = '2026-06-02T10:00:00';
    const state = before.snapshots[0]!.id;
    const restored = apply(after, { type: 'restoreSnapshot', id: state, on, by: 'Léa' });
    expect(restored.changes!.slice(after.changes!.length)).toEqual([
      { kind: 'actors', id, name: before.inventory.actors[0]!.name, what: 'edited', field: 'note', before: 'vue', on, by: 'Léa' },
      { kind: 'actors', id: 'a-nouveau', name: 'Nouveau', what: 'removed', on, by: 'Léa' },
    ]);
    const again = apply(done(after, { type: 'deleteRecords', kind: 'actors', ids: [id], ...signed }), {
      type: 'restoreSnapshot',
      id: state,
      on,
    });
    expect(again.changes!.filter((c) => c.on === on && c.id === id).map((c) => c.what)).toEqual(['added']);
  });
  test('a state that is gone changes nothing', () => {
    const d = diagnosisOf('Un');
    expect(apply(d, { type: 'restoreSnapshot', id: 'x' })).toBe(d);
  });
  test('a version takes the place of the present, but for the title and the named states', () => {
    const version = done(diagnosisOf('Un'), { type: 'takeSnapshot', name: 'mai', takenOn: '2026-05-01' });
    const present = done(
      version,
      { type: 'takeSnapshot', name: 'juin', takenOn: '2026-06-01' },
      { type: 'rename', title: 'Autre' },
      { type: 'deleteRecords', kind: 'actors', ids: ['a0'], ...signed },
    );
    const restored = apply(present, { type: 'restoreVersion', diagnosis: version });
    expect(restored.inventory).toEqual(version.inventory);
    expect(restored.title).toBe('Autre');
    expect(restored.snapshots.map((s) => s.name)).toEqual(['mai', 'juin']);
  });
});

describe('several diagnoses', () => {
  const entry = (id: string, departement: string, changedOn: string): DiagnosisEntry => ({
    id,
    createdOn: changedOn,
    changedOn,
    summary: countsOf(emptyDiagnosis(departement, id)),
  });
  const entries = [entry('a', '44', '2026-01-01'), entry('b', '49', '2026-01-02'), entry('c', '44', '2026-01-03')];
  test.each([
    ['the last open', 'a', null, 'a'],
    ['the last changed', null, null, 'c'],
    ['of the département asked for, not the last open', 'a', '49', 'b'],
    ['of that département the last open', 'a', '44', 'a'],
    ['none of that département', 'a', '85', null],
  ])('opens %s', (_, last, departement, expected) => {
    expect(entryToOpen(entries, last, departement)?.id ?? null).toBe(expected);
  });

  test('a template gives settings, sectors and lists to check against; no record, nothing declared', () => {
    const model = done(
      diagnosisOf('Un'),
      { type: 'changeSettings', settings: { speedKmh: 70 } },
      { type: 'setSectors', sectors: [{ name: 'Nord', communeCodes: ['44109'] }], mesh: 'secteur' },
      {
        type: 'setCensus',
        entries: [
          { unitCode: 'u', domain: 'sante', state: 'complet', list: 'FINESS', by: 'Léa', on: '2026-05-01' },
          { unitCode: 'v', domain: 'sante', state: 'complet' },
        ],
      },
    );
    const place = { code: '44', name: 'Loire-Atlantique', mesh: 'epci' as const };
    const made = fromTemplate(model, place);
    expect(made.inventory.actors).toEqual([]);
    expect(made.settings.speedKmh).toBe(70);
    expect(made.sectors).toEqual(model.sectors);
    expect(made.census).toEqual([{ unitCode: 'u', domain: 'sante', list: 'FINESS', state: 'non-commence' }]);
    const begun = apply(made, { type: 'setCensus', entries: [{ unitCode: 'v', domain: 'sante', state: 'partiel' }] });
    expect(begun.census.map((e) => e.list)).toEqual(['FINESS', undefined]);
    const named = apply(model, {
      type: 'setTerm',
      list: 'types',
      id: 'aemo',
      term: { label: 'AEMO renforcée' },
      on: '2026-11-22',
    });
    expect(fromTemplate(named, place).lists).toEqual(named.lists);
    expect(fromTemplate(named, { code: '49', name: 'Maine-et-Loire', mesh: 'epci' }).lists).toEqual(named.lists);
    const elsewhere = fromTemplate(model, { code: '49', name: 'Maine-et-Loire', mesh: 'epci' });
    expect([elsewhere.settings.speedKmh, elsewhere.settings.mesh, elsewhere.sectors, elsewhere.census]).toEqual([
      70,
      'epci',
      undefined,
      [],
    ]);
  });

  test('bare is what nothing was done of, however it was read back', async () => {
    const place = { name: 'Loire-Atlantique', mesh: 'epci' as const, code: '44' };
    const bare = emptyDiagnosis('44', 'Loire-Atlantique');
    expect(isBare(bare, place)).toBe(true);
    const { thresholds } = bare.settings;
    const turned = {
      ...bare,
      settings: { ...bare.settings, thresholds: Object.fromEntries(Object.entries(thresholds).reverse()) },
    };
    expect(isBare(turned as Diagnosis, place)).toBe(true);
    expect(isBare(apply(bare, { type: 'rename', title: 'x' }), place)).toBe(false);
    expect(isBare(apply(bare, { type: 'changeSettings', settings: { speedKmh: 60 } }), place)).toBe(false);
    expect(isBare(diagnosisOf('Un'), place)).toBe(false);
  });

  test('search by name: every word, accents and case apart', async () => {
    const { diagnosis } = await openedDemonstration();
    const first = diagnosis.inventory.actors[0]!;
    expect(findByName(diagnosis.inventory, first.name.toUpperCase(), 500).map((f) => f.id)).toContain(first.id);
    expect(findByName(diagnosis.inventory, 'zzzz', 9)).toEqual([]);
    expect(findByName(diagnosis.inventory, '  ', 9)).toEqual([]);
    expect(findByName(diagnosis.inventory, 'a', 3)).toHaveLength(3);
  });
});
