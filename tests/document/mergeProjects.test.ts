import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kinds } from '../../src/document/anyRecords';
import { apply, type Command } from '../../src/document/commands';
import type { Diagnosis } from '../../src/document/diagnosis';
import { mergeProjects } from '../../src/document/mergeProjects';
import { decodeProject, encodeProject } from '../../src/document/projectFile';
import { actor, diagnosisOf, scheme, site, tie } from '../analysis/fixture';

const sample = diagnosisOf({
  actors: [actor('a-x'), actor('a-y'), actor('a-z')],
  sites: [site('x', -1.9, '44001'), site('y', -1.8, '44002')],
  schemes: [scheme('x', ['sante'], { places: 5 }), scheme('y', ['logement'], { siteIds: ['s-x', 's-y'] })],
  partnerships: [tie('a-x', 'a-y')],
});
const at = (minute: number) => `2026-11-22T10:${String(minute).padStart(2, '0')}:00`;
const edit = (kind: 'actors' | 'schemes', id: string, changes: Record<string, unknown>, minute: number, by = 'Ada'): Command => ({
  type: 'editRecords',
  kind,
  edits: [{ id, changes }],
  on: at(minute),
  by,
});
const done = (d: Diagnosis, ...commands: readonly Command[]) => commands.reduce(apply, d);
const schemeOf = (d: Diagnosis, id: string) => d.inventory.schemes.find((s) => s.id === id);

describe('two diagnoses that parted', () => {
  test('what only one changed is taken from it, without a question', () => {
    const a = done(sample, edit('schemes', 'd-x', { places: 8 }, 1));
    const b = done(sample, edit('schemes', 'd-x', { note: 'vu' }, 2, 'Bea'), edit('actors', 'a-y', { acronym: 'Y' }, 3, 'Bea'));
    const { merged, conflicts } = mergeProjects(a, b);
    expect(conflicts).toEqual([]);
    expect(schemeOf(merged, 'd-x')).toMatchObject({ places: 8, note: 'vu' });
    expect(merged.inventory.actors[1]!.acronym).toBe('Y');
    expect(merged.changes!.map((c) => c.by)).toEqual(['Ada', 'Bea', 'Bea']);
  });
  test('a value taken away is taken away', () => {
    const a = done(sample, edit('schemes', 'd-x', { places: null }, 1));
    expect(schemeOf(mergeProjects(a, sample).merged, 'd-x')!.places).toBeUndefined();
    expect(schemeOf(mergeProjects(sample, a).merged, 'd-x')!.places).toBeUndefined();
  });
  test('what both changed is a conflict: the later one is suggested, the choice decides', () => {
    const a = done(sample, edit('schemes', 'd-x', { places: 8 }, 1));
    const b = done(sample, edit('schemes', 'd-x', { places: 9 }, 2, 'Bea'));
    const { merged, conflicts } = mergeProjects(a, b);
    expect(conflicts).toMatchObject([{ part: 'schemes', id: 'd-x', field: 'places', mine: 8, theirs: 9, suggested: 'theirs' }]);
    expect(schemeOf(merged, 'd-x')!.places).toBe(9);
    expect(schemeOf(mergeProjects(b, a).merged, 'd-x')!.places).toBe(9);
    const chosen = mergeProjects(a, b, { [conflicts[0]!.key]: 'mine' });
    expect(schemeOf(chosen.merged, 'd-x')!.places).toBe(8);
  });
  test('a record deleted on one side goes; deleted and changed since, it is asked', () => {
    const gone = done(sample, { type: 'deleteRecords', kind: 'actors', ids: ['a-y'], on: at(1) });
    const { merged, conflicts } = mergeProjects(sample, gone);
    expect(conflicts).toEqual([]);
    expect(kinds.map((k) => merged.inventory[k].length)).toEqual(kinds.map((k) => gone.inventory[k].length));
    const edited = done(sample, edit('schemes', 'd-y', { places: 3 }, 2));
    const asked = mergeProjects(gone, edited);
    expect(asked.conflicts.map((c) => [c.part, c.id, c.field, c.suggested])).toEqual([['schemes', 'd-y', null, 'theirs']]);
    // Its actor is gone all the same: a scheme cannot be without one.
    expect(schemeOf(asked.merged, 'd-y')).toBeUndefined();
  });
  test('records that each added are all there, and the same one meets itself', () => {
    const add = (id: string): Command => ({ type: 'addRecords', inventory: { actors: [actor(id)] }, on: at(4) });
    const { merged, brought, conflicts } = mergeProjects(
      done(sample, add('a-p'), add('a-q')),
      done(sample, add('a-q'), add('a-r')),
    );
    expect(merged.inventory.actors.map((a) => a.id)).toEqual(['a-x', 'a-y', 'a-z', 'a-p', 'a-q', 'a-r']);
    expect([brought.actors, conflicts]).toEqual([1, []]);
  });
  test('actors merged on one side are merged, with what the other side gave to either', () => {
    const a = done(sample, { type: 'mergeActors', keepId: 'a-x', dropIds: ['a-y'] });
    const b = done(sample, {
      type: 'addRecords',
      inventory: { schemes: [scheme('new', ['emploi'], { actorId: 'a-y', siteIds: [] })] },
      on: at(1),
    });
    const { merged } = mergeProjects(a, b);
    expect(merged.inventory.actors.map((x) => x.id)).toEqual(['a-x', 'a-z']);
    expect(schemeOf(merged, 'd-new')!.actorId).toBe('a-x');
    expect(merged.inventory.partnerships).toEqual([]);
  });
  test('settings, census, title that differ are asked; snapshots are all kept', () => {
    const a = done(
      sample,
      { type: 'changeSettings', settings: { detour: 1.4 } },
      { type: 'takeSnapshot', name: 'A', takenOn: '2026-11-01' },
    );
    const b = done(
      sample,
      { type: 'changeSettings', settings: { detour: 1.5 } },
      { type: 'rename', title: 'Autre' },
      { type: 'setCensus', entries: [{ unitCode: '200000001', domain: 'sante', state: 'complet' }] },
      { type: 'takeSnapshot', name: 'B', takenOn: '2026-10-01' },
    );
    const { merged, conflicts } = mergeProjects(a, b);
    expect(conflicts.map((c) => [c.part, c.field])).toEqual(
      [
        ['census', 'census'],
        ['rest', 'title'],
        ['settings', 'detour'],
      ].sort((x, y) => conflicts.findIndex((c) => c.part === x[0]) - conflicts.findIndex((c) => c.part === y[0])),
    );
    expect(merged.snapshots.map((s) => s.name)).toEqual(['B', 'A']);
    expect(merged.settings.detour).toBe(1.4);
    const theirs = mergeProjects(a, b, Object.fromEntries(conflicts.map((c) => [c.key, 'theirs' as const])));
    expect([theirs.merged.settings.detour, theirs.merged.title]).toEqual([1.5, 'Autre']);
  });
});

const anyCommand = (by: string): fc.Arbitrary<Command> =>
  fc.nat(50).chain((minute) =>
    fc.oneof(
      fc
        .record({ id: fc.constantFrom('a-x', 'a-y', 'a-z'), note: fc.option(fc.constantFrom('vu', 'revu')) })
        .map(({ id, note }) => edit('actors', id, { note }, minute, by)),
      fc
        .record({ id: fc.constantFrom('d-x', 'd-y'), places: fc.option(fc.nat(9)) })
        .map(({ id, places }) => edit('schemes', id, { places }, minute, by)),
      fc
        .constantFrom('a-x', 'a-z')
        .map((id): Command => ({ type: 'deleteRecords', kind: 'actors', ids: [id], on: at(minute), by })),
      fc
        .constantFrom('a-p', 'a-q')
        .map((id): Command => ({ type: 'addRecords', inventory: { actors: [actor(id)] }, on: at(minute), by })),
      fc.constant<Command>({ type: 'mergeActors', keepId: 'a-x', dropIds: ['a-y'] }),
      fc.constant<Command>({ type: 'mergeActors', keepId: 'a-y', dropIds: ['a-z'] }),
      fc.constantFrom(1.2, 1.4).map((detour): Command => ({ type: 'changeSettings', settings: { detour } })),
      fc.constant<Command>({ type: 'takeSnapshot', name: 'Avant', takenOn: '2026-11-22' }),
      fc.constant<Command>({ type: 'declareDistinct', pair: ['a-x', 'a-z'] }),
    ),
  );
const anyDiagnosis = (by: string) => fc.array(anyCommand(by), { maxLength: 8 }).map((commands) => done(sample, ...commands));

/** A diagnosis whatever the order of its records. */
const sorted = (d: Diagnosis) => {
  const sort = (list: readonly { readonly id: string }[]) => [...list].sort((x, y) => (x.id < y.id ? -1 : 1));
  const all = (i: Diagnosis['inventory']) => Object.fromEntries(kinds.map((k) => [k, sort(i[k])]));
  const { snapshots, inventory, absorbed, merges, ...rest } = d;
  return {
    ...rest,
    inventory: all(inventory),
    ...(absorbed ? { absorbed: all(absorbed) } : {}),
    merges: merges?.length,
    snapshots: snapshots.length,
  };
};

describe('properties', () => {
  test('merged with itself, a diagnosis is the same', () => {
    fc.assert(
      fc.property(anyDiagnosis('Ada'), (d) => {
        const { merged, conflicts } = mergeProjects(d, d);
        expect(conflicts).toEqual([]);
        expect(merged).toEqual(d);
      }),
    );
  });
  test('who is merged into whom changes nothing but the listed conflicts', () => {
    fc.assert(
      fc.property(anyDiagnosis('Ada'), anyDiagnosis('Bea'), (a, b) => {
        const one = mergeProjects(a, b);
        const other = mergeProjects(b, a);
        expect(one.conflicts.map((c) => c.key).sort()).toEqual(other.conflicts.map((c) => c.key).sort());
        // Settled alike, the two are alike.
        const mine = Object.fromEntries(one.conflicts.map((c) => [c.key, 'mine' as const]));
        const theirs = Object.fromEntries(one.conflicts.map((c) => [c.key, 'theirs' as const]));
        expect(sorted(mergeProjects(a, b, mine).merged)).toEqual(sorted(mergeProjects(b, a, theirs).merged));
      }),
      { numRuns: 300 },
    );
  });
  test('what is merged is whole: no record refers to one that is gone, and it is saved and read back', () => {
    fc.assert(
      fc.property(anyDiagnosis('Ada'), anyDiagnosis('Bea'), (a, b) => {
        const { merged } = mergeProjects(a, b);
        const ids = new Set(merged.inventory.actors.map((x) => x.id));
        for (const s of [...merged.inventory.schemes, ...merged.inventory.sites]) expect(ids.has(s.actorId)).toBe(true);
        for (const p of merged.inventory.partnerships) expect(ids.has(p.fromId) && ids.has(p.toId)).toBe(true);
        expect(decodeProject(encodeProject(merged))).toEqual({ ok: true, value: merged });
      }),
    );
  });
});
