import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply, type Command } from '../../src/document/commands';
import type { Diagnosis } from '../../src/document/diagnosis';
import { mergedActorIds } from '../../src/document/duplicates';
import { push, start, undo } from '../../src/document/history';
import { decodeProject, encodeProject } from '../../src/document/projectFile';
import { findDuplicates } from '../../src/import/linkage/duplicates';
import type { Inventory } from '../../src/model/inventory';
import { actor, diagnosisOf, scheme, site, tie } from '../analysis/fixture';

const on = '2026-11-22T10:00:00';

const other = { file: 'autre.csv', row: 7 };
const siret = '73282932000074';

/** x is kept; y, of another file, is the same actor; z is a partner of both. */
const sample = diagnosisOf({
  actors: [
    actor('a-x', { kind: 'autre', note: 'Vu en 2025' }),
    actor('a-y', { kind: 'ccas', siret, siren: siret.slice(0, 9), acronym: 'Y', note: 'Appeler', source: other }),
    actor('a-z'),
  ],
  sites: [
    site('x', -1.9, '44001'),
    // 30 m from x, then 3 km.
    site('y', -1.9004, '44001', { address: '1 rue A', source: other }),
    site('y2', -1.94, '44001', { actorId: 'a-y', source: other }),
  ],
  schemes: [scheme('x', ['sante']), scheme('y', ['emploi'], { siteIds: ['s-y', 's-y2'], source: other })],
  partnerships: [tie('a-x', 'a-z'), tie('a-y', 'a-z', { source: other }), tie('a-x', 'a-y'), tie('a-z', 'a-y', { year: 2020 })],
});
const merge: Command = { type: 'mergeActors', keepId: 'a-x', dropIds: ['a-y'] };
const merged = apply(sample, merge);

describe('merging actors', () => {
  test('the kept one takes what it lacked; a stated kind replaces « autre »; both notes stay', () => {
    expect(merged.inventory.actors.map((a) => a.id)).toEqual(['a-x', 'a-z']);
    expect(merged.inventory.actors[0]).toEqual({
      ...actor('a-x'),
      kind: 'ccas',
      siret,
      siren: siret.slice(0, 9),
      acronym: 'Y',
      note: 'Vu en 2025\nAppeler',
    });
  });
  test('sites at one place become one and keep the address; the others move', () => {
    expect(merged.inventory.sites.map((s) => [s.id, s.actorId, s.address])).toEqual([
      ['s-x', 'a-x', '1 rue A'],
      ['s-y2', 'a-x', undefined],
    ]);
    expect(merged.inventory.schemes.map((s) => [s.actorId, s.siteIds])).toEqual([
      ['a-x', ['s-x']],
      ['a-x', ['s-x', 's-y2']],
    ]);
  });
  test('a loop and an exact twin go, a tie that says something else stays', () => {
    expect(merged.inventory.partnerships.map((p) => [p.fromId, p.toId, p.year])).toEqual([
      ['a-x', 'a-z', undefined],
      ['a-z', 'a-x', 2020],
    ]);
    expect(merged.aliases).toMatchObject({
      actors: { 'a-y': 'a-x' },
      sites: { 's-y': 's-x' },
      partnerships: { 'p-a-y-a-z': 'p-a-x-a-z' },
    });
    expect(merged.absorbed?.partnerships.map((p) => p.id)).toEqual(['p-a-y-a-z', 'p-a-x-a-y']);
  });
  test('two SIREN never mix', () => {
    const d = diagnosisOf({
      actors: [actor('a-x', { siren: '443061841' }), actor('a-y', { siret, siren: siret.slice(0, 9), rna: 'W1' })],
    });
    expect(apply(d, merge).inventory.actors).toEqual([actor('a-x', { siren: '443061841', rna: 'W1' })]);
  });
  test('a chain of merges leads to the last kept one in one step', () => {
    const d = apply(merged, { type: 'mergeActors', keepId: 'a-z', dropIds: ['a-x'] });
    expect(d.aliases?.actors).toEqual({ 'a-y': 'a-z', 'a-x': 'a-z' });
    expect(d.inventory.partnerships).toEqual([]);
    expect(apply(d, { type: 'mergeActors', keepId: 'a-y', dropIds: ['a-x'] })).toBe(d);
  });
  test('an unknown id, or an actor with itself: nothing', () => {
    expect(apply(sample, { type: 'mergeActors', keepId: 'a-x', dropIds: ['a-x', 'inconnu', 'constructor'] })).toBe(sample);
    expect(apply(sample, { type: 'mergeActors', keepId: 'inconnu', dropIds: ['a-x'] })).toBe(sample);
  });
  test('one step to undo', () => {
    expect(undo(push(start(sample), merged)).present).toBe(sample);
  });
  test('importing either file again finds them merged', () => {
    const again = apply(merged, { type: 'addInventory', inventory: sample.inventory, census: [], files: [] });
    expect(again.inventory).toEqual(merged.inventory);
  });
  test('removing the file of the kept one leaves the actor to the other file, under the same id', () => {
    const d = apply(merged, { type: 'removeFile', name: 'essai.csv' });
    expect(d.inventory.actors).toEqual([{ ...sample.inventory.actors[1], id: 'a-x', note: 'Vu en 2025\nAppeler' }]);
    expect(d.inventory.sites.map((s) => [s.id, s.actorId, s.source.file])).toEqual([
      ['s-x', 'a-x', 'autre.csv'],
      ['s-y2', 'a-x', 'autre.csv'],
    ]);
    expect(d.inventory.schemes.map((s) => [s.id, s.siteIds])).toEqual([['d-y', ['s-x', 's-y2']]]);
    const none = apply(d, { type: 'removeFile', name: 'autre.csv' });
    expect([none.inventory.actors, none.aliases?.actors, none.absorbed?.actors, none.imported]).toEqual([[], {}, [], undefined]);
  });
});

describe('declared different', () => {
  const command: Command = { type: 'declareDistinct', pair: ['a-z', 'a-x'] };
  const said = apply(sample, command);
  test('kept in order, once; an actor is not different from itself', () => {
    expect(said.distinctPairs).toEqual([['a-x', 'a-z']]);
    expect(apply(said, { type: 'declareDistinct', pair: ['a-x', 'a-z'] })).toBe(said);
    expect(apply(said, { type: 'declareDistinct', pair: ['a-x', 'a-x'] })).toBe(said);
    expect(undo(push(start(sample), said)).present).toBe(sample);
  });
  test('follows a merge; merging the pair itself forgets it', () => {
    const pairs = (...dropIds: string[]) => apply(said, { type: 'mergeActors', keepId: 'a-y', dropIds }).distinctPairs;
    expect(pairs('a-x')).toEqual([['a-y', 'a-z']]);
    expect(pairs('a-x', 'a-z')).toEqual([]);
  });
});

const anyId = fc.constantFrom('0', '1', '2', '3', '4');
const inventory: fc.Arbitrary<Inventory> = fc
  .record({
    places: fc.array(fc.tuple(anyId, fc.integer({ min: 0, max: 3 }), fc.boolean()), { maxLength: 8 }),
    ties: fc.array(fc.tuple(anyId, anyId, fc.constantFrom(2020, 2021)), { maxLength: 8 }),
    names: fc.array(fc.constantFrom('Emmaüs', 'CCAS', 'Emmaus Nantes'), { minLength: 5, maxLength: 5 }),
    files: fc.array(fc.constantFrom('un.csv', 'deux.csv'), { minLength: 5, maxLength: 5 }),
  })
  .map(({ places, ties, names, files }) => {
    const source = (i: number) => ({ file: files[i % 5]!, row: i + 2 });
    return {
      actors: names.map((name, i) => actor(`a-${i}`, { name, source: source(i) })),
      sites: places.map(([a, step, exact], i) =>
        site(`${i}`, -1.9 + step / 2000, '44001', {
          actorId: `a-${a}`,
          precision: exact ? 'adresse' : 'commune',
          source: source(Number(a)),
        }),
      ),
      schemes: places.map(([a], i) =>
        scheme(`${i}`, [], { name: 'Accueil', actorId: `a-${a}`, siteIds: [`s-${i}`], source: source(Number(a)) }),
      ),
      partnerships: ties
        .filter(([a, b]) => a !== b)
        .map(([a, b, year], i) => tie(`a-${a}`, `a-${b}`, { id: `p-${i}`, year, source: source(i) })),
    };
  });
const merges = fc.array(fc.tuple(anyId, fc.uniqueArray(anyId, { maxLength: 3 })), { maxLength: 4 });
const mergeAll = (d: Diagnosis, steps: readonly (readonly [string, readonly string[]])[]) =>
  steps.reduce(
    (doc, [keep, drop]) => apply(doc, { type: 'mergeActors', keepId: `a-${keep}`, dropIds: drop.map((i) => `a-${i}`) }),
    d,
  );

/** References that lead nowhere. */
function dangling({ inventory: i }: Diagnosis): string[] {
  const actors = new Set(i.actors.map((a) => a.id));
  const sites = new Map(i.sites.map((s) => [s.id, s.actorId]));
  return [
    ...[...i.sites, ...i.schemes].flatMap((r) => (actors.has(r.actorId) ? [] : [r.id])),
    ...i.partnerships.flatMap((p) => (actors.has(p.fromId) && actors.has(p.toId) && p.fromId !== p.toId ? [] : [p.id])),
    ...i.schemes.flatMap((s) => s.siteIds.filter((id) => sites.get(id) !== s.actorId)),
  ];
}

describe('properties of merging', () => {
  test('nothing refers to what went; again changes nothing; the saved file holds it all; re-import changes nothing', () => {
    fc.assert(
      fc.property(inventory, merges, (records, steps) => {
        const d = mergeAll(diagnosisOf(records), steps);
        expect(dangling(d)).toEqual([]);
        for (const id of mergedActorIds(d)) expect(d.inventory.actors.some((a) => a.id === id)).toBe(false);
        for (const kind of ['actors', 'sites', 'schemes', 'partnerships'] as const) {
          const present = new Set(d.inventory[kind].map((r) => r.id));
          for (const [from, to] of Object.entries(d.aliases?.[kind] ?? {})) {
            expect([present.has(from), present.has(to)]).toEqual([false, true]);
          }
          expect(d.inventory[kind].length + (d.absorbed?.[kind].length ?? 0)).toBe(records[kind].length);
        }
        expect(mergeAll(d, steps.slice(-1))).toBe(d);
        expect(decodeProject(encodeProject(d))).toEqual({ ok: true, value: d });
        const again = apply(d, { type: 'addInventory', inventory: records, census: [], files: [] });
        expect(again.inventory).toEqual(d.inventory);
      }),
    );
  });
  test('whatever is merged, removing a file leaves no record of it and nothing that leads nowhere', () => {
    fc.assert(
      fc.property(inventory, merges, (records, steps) => {
        const d = apply(mergeAll(diagnosisOf(records), steps), { type: 'removeFile', name: 'un.csv' });
        const all = [d.inventory, d.absorbed].flatMap((i) =>
          i ? [...i.actors, ...i.sites, ...i.schemes, ...i.partnerships] : [],
        );
        expect(all.filter((r) => r.source.file === 'un.csv')).toEqual([]);
        expect(dangling(d)).toEqual([]);
        // An actor stated by the other file is still there, alone or merged.
        for (const a of records.actors.filter((x) => x.source.file === 'deux.csv')) {
          const now = d.aliases?.actors?.[a.id] ?? a.id;
          expect(d.inventory.actors.some((x) => x.id === now)).toBe(true);
        }
        expect(apply(d, { type: 'removeFile', name: 'deux.csv' }).inventory.actors).toEqual([]);
      }),
    );
  });
  test('pairs said different are not proposed again, nor is a merged pair', () => {
    const find = (d: Diagnosis) =>
      findDuplicates(d.inventory.actors, d.inventory.sites, { distinctPairs: d.distinctPairs ?? [], merged: mergedActorIds(d) });
    fc.assert(
      fc.property(inventory, fc.array(fc.tuple(fc.nat(), fc.boolean()), { maxLength: 6 }), (records, answers) => {
        const d = answers.reduce((doc, [n, isSame]) => {
          const pairs = find(doc);
          const pair = pairs[n % Math.max(1, pairs.length)];
          if (!pair) return doc;
          const next = isSame
            ? apply(doc, { type: 'mergeActors', keepId: pair.ids[0], dropIds: [pair.ids[1]] })
            : apply(doc, { type: 'declareDistinct', pair: pair.ids });
          expect(find(next).some((p) => p.ids.join() === pair.ids.join())).toBe(false);
          return next;
        }, diagnosisOf(records));
        for (const pair of d.distinctPairs ?? []) expect(find(d).some((p) => p.ids.join() === pair.join())).toBe(false);
      }),
    );
  });
});

describe('taking a merge back', () => {
  const imported = (name: string) => ({ name, format: 'csv', importedOn: '2026-11-22', read: 1, kept: 1, merged: 0, refused: 0 });
  const start: Diagnosis = { ...sample, files: [imported('essai.csv'), imported('autre.csv')] };
  const back: Command = { type: 'separateActors', keepId: 'a-x', dropIds: ['a-y'] };
  const sorted = (inventory: Inventory) =>
    Object.fromEntries(
      Object.entries(inventory).map(([kind, records]) => [
        kind,
        [...(records as readonly { id: string }[])].sort((a, b) => (a.id < b.id ? -1 : 1)),
      ]),
    );
  test('at once, or from a saved project: every record as it was; the two are said to be different', () => {
    const saved = decodeProject(encodeProject(apply(start, merge)));
    for (const d of [apply(start, merge), saved.ok ? saved.value : start]) {
      const apart = apply(d, back);
      expect(sorted(apart.inventory)).toEqual(sorted(start.inventory));
      expect(apart.distinctPairs).toEqual([['a-x', 'a-y']]);
      expect(apart.merges).toBeUndefined();
      expect(mergedActorIds(apart).size).toBe(0);
      expect(apart.imported).toBeUndefined();
    }
  });
  test('what was changed since stays', () => {
    const edited = apply(apply(start, merge), {
      type: 'editRecords',
      kind: 'actors',
      edits: [{ id: 'a-x', changes: { acronym: 'Z', network: 'R' } }],
      on,
    });
    const apart = apply(edited, back);
    expect(apart.inventory.actors.find((a) => a.id === 'a-x')).toEqual({
      ...actor('a-x', { kind: 'autre', note: 'Vu en 2025' }),
      acronym: 'Z',
      network: 'R',
    });
    expect(apart.inventory.actors.find((a) => a.id === 'a-y')?.acronym).toBe('Y');
  });
  test('a record whose file was removed since does not come back', () => {
    const removed = apply(apply(start, merge), { type: 'removeFile', name: 'autre.csv' });
    const apart = apply(removed, back);
    expect(apart.inventory.actors.map((a) => a.id).sort()).toEqual(['a-x', 'a-z']);
    expect(apart.inventory.actors.find((a) => a.id === 'a-x')?.acronym).toBeUndefined();
  });
  test('two merges into one are taken back in any order', () => {
    const twice = apply(apply(start, merge), { type: 'mergeActors', keepId: 'a-x', dropIds: ['a-z'] });
    const first = apply(apply(twice, { ...back, dropIds: ['a-z'] }), back);
    expect(sorted(first.inventory)).toEqual(sorted(start.inventory));
    const other = apply(apply(twice, back), { ...back, dropIds: ['a-z'] });
    expect(other.inventory.actors.map((a) => a.id).sort()).toEqual(['a-x', 'a-y', 'a-z']);
    const known = new Set(other.inventory.actors.map((a) => a.id));
    expect(other.inventory.partnerships.every((p) => known.has(p.fromId) && known.has(p.toId))).toBe(true);
  });
  test('a merge that was not: nothing changes', () => {
    expect(apply(start, back)).toBe(start);
  });
});
