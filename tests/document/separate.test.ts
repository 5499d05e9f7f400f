import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply, type Command } from '../../src/document/commands';
import type { Diagnosis } from '../../src/document/diagnosis';
import { presentId } from '../../src/document/duplicates';
import { decodeProject, encodeProject } from '../../src/document/projectFile';
import { mergesInto } from '../../src/document/separate';
import { emptyInventory, type Inventory } from '../../src/model/inventory';
import { actor, diagnosisOf, scheme, site, tie } from '../analysis/fixture';

const imported = (name: string) => ({ name, format: 'csv', importedOn: '2026-11-22', read: 1, kept: 1, merged: 0, refused: 0 });
const add = (name: string, inventory: Inventory): Command => ({
  type: 'addInventory',
  inventory,
  census: [],
  files: [imported(name)],
});
const newer = (replaces: string, name: string, inventory: Inventory): Command => ({
  type: 'reimport',
  replaces: [replaces],
  inventory,
  files: [imported(name)],
  census: [],
});
const merge = (keepId: string, ...dropIds: string[]): Command => ({ type: 'mergeActors', keepId, dropIds });
const separate = (keepId: string, ...dropIds: string[]): Command => ({ type: 'separateActors', keepId, dropIds });

/** One actor with its site and its scheme, as a file states them. */
function stated(id: string, file: string, more: { acronym?: string; name?: string; address?: string } = {}): Inventory {
  const source = { file, row: 2 };
  const { address, ...fields } = more;
  return {
    ...emptyInventory,
    actors: [actor(`a-${id}`, { source, ...fields })],
    sites: [site(id, -1.9, '44001', { source, ...(address ? { address } : {}) })],
    schemes: [scheme(id, ['sante'], { source })],
  };
}
const together = (...parts: readonly Inventory[]): Inventory => ({
  actors: parts.flatMap((p) => p.actors),
  sites: parts.flatMap((p) => p.sites),
  schemes: parts.flatMap((p) => p.schemes),
  partnerships: parts.flatMap((p) => p.partnerships),
});
const start = [
  add('A.csv', stated('a', 'A.csv')),
  add('B.csv', stated('b', 'B.csv', { acronym: 'B1', address: '1 rue B' })),
  add('C.csv', stated('c', 'C.csv')),
].reduce(apply, diagnosisOf({}));

const actorIds = (d: Diagnosis) => d.inventory.actors.map((a) => a.id).sort();
const actorOf = (d: Diagnosis, id: string) => d.inventory.actors.find((a) => a.id === id);
const schemeOf = (d: Diagnosis, id: string) => d.inventory.schemes.find((s) => s.id === id);

/** References that lead nowhere, ids met twice, records whose file is not there. */
function faultsOf(d: Diagnosis): string[] {
  const { actors, sites, schemes, partnerships } = d.inventory;
  const [owners, places, files] = [
    new Set(actors.map((a) => a.id)),
    new Set(sites.map((s) => s.id)),
    new Set(d.files.map((f) => f.name)),
  ];
  const twice = [actors, sites, schemes, partnerships].flatMap((records) => {
    const ids = records.map((r) => r.id);
    return ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `${id} twice`);
  });
  return [
    ...twice,
    ...sites.filter((s) => !owners.has(s.actorId)).map((s) => `${s.id} of ${s.actorId}`),
    ...schemes.filter((s) => !owners.has(s.actorId)).map((s) => `${s.id} of ${s.actorId}`),
    ...schemes.flatMap((s) => s.siteIds.filter((id) => !places.has(id)).map((id) => `${s.id} at ${id}`)),
    ...partnerships.flatMap((p) => [p.fromId, p.toId].filter((id) => !owners.has(id)).map((id) => `${p.id} to ${id}`)),
    ...actors.filter((a) => !files.has(a.source.file)).map((a) => `${a.id} of no file ${a.source.file}`),
  ];
}

describe('taking a merge back after newer files', () => {
  const merged = apply(start, merge('a-a', 'a-b'));
  test('the absorbed actor comes back as its newer file states it, with its scheme and site', () => {
    const d = apply(merged, newer('B.csv', 'B-2026.csv', stated('b', 'B-2026.csv', { acronym: 'B2', address: '1 rue B' })));
    const apart = apply(d, separate('a-a', 'a-b'));
    expect(faultsOf(apart)).toEqual([]);
    expect(actorOf(apart, 'a-b')).toMatchObject({ acronym: 'B2', source: { file: 'B-2026.csv', row: 2 } });
    expect(schemeOf(apart, 'd-b')).toMatchObject({ actorId: 'a-b', siteIds: ['s-b'] });
    expect(apart.inventory.sites.find((s) => s.id === 's-b')?.actorId).toBe('a-b');
    // What A had from B goes back, though B's newer file says it otherwise.
    expect(actorOf(apart, 'a-a')?.acronym).toBeUndefined();
    expect(apart.absorbed?.actors).toEqual([]);
  });
  test('a name both gave, changed by the newer file of the absorbed one, goes back', () => {
    const same = [
      add('A.csv', stated('a', 'A.csv', { name: 'Maison' })),
      add('B.csv', stated('b', 'B.csv', { name: 'Maison' })),
      merge('a-a', 'a-b'),
      newer('B.csv', 'B-2026.csv', stated('b', 'B-2026.csv', { name: 'Maison des jeunes' })),
    ].reduce(apply, diagnosisOf({}));
    expect(actorOf(same, 'a-a')?.name).toBe('Maison des jeunes');
    const apart = apply(same, separate('a-a', 'a-b'));
    expect([actorOf(apart, 'a-a')?.name, actorOf(apart, 'a-b')?.name]).toEqual(['Maison', 'Maison des jeunes']);
  });
  test('what the newer file added goes to the actor of that file', () => {
    const source = { file: 'B-2026.csv', row: 3 };
    const next = together(stated('b', 'B-2026.csv', { acronym: 'B1', address: '1 rue B' }), {
      ...emptyInventory,
      schemes: [scheme('new', ['emploi'], { actorId: 'a-b', siteIds: ['s-b'], source })],
    });
    const apart = [newer('B.csv', 'B-2026.csv', next), separate('a-a', 'a-b')].reduce(apply, merged);
    expect(schemeOf(apart, 'd-new')).toMatchObject({ actorId: 'a-b', siteIds: ['s-b'] });
  });
  test('a newer file that no longer holds the absorbed actor does not bring it back', () => {
    const other = stated('d', 'B.csv');
    const apart = [newer('B.csv', 'B.csv', other), separate('a-a', 'a-b')].reduce(apply, merged);
    expect(actorIds(apart)).toEqual(['a-a', 'a-c', 'a-d']);
    expect(faultsOf(apart)).toEqual([]);
    expect(apart.aliases?.actors).toEqual({});
  });
  test('of two of one file, the kept one goes from it: it stays while the other is stated there', () => {
    const source = { file: 'D.csv', row: 2 };
    const [k, l] = [actor('a-k', { source }), actor('a-l', { source })];
    const d = [
      add('D.csv', { ...emptyInventory, actors: [k, l] }),
      merge('a-k', 'a-l'),
      newer('D.csv', 'D.csv', { ...emptyInventory, actors: [l] }),
    ].reduce(apply, diagnosisOf({}));
    expect(actorIds(d)).toEqual(['a-k']);
    expect(actorIds(apply(d, separate('a-k', 'a-l')))).toEqual(['a-k', 'a-l']);
    const none = apply(d, newer('D.csv', 'D.csv', { ...emptyInventory, actors: [actor('a-m', { source })] }));
    expect(actorIds(none)).toEqual(['a-m']);
  });
  test('a file removed, then added again, states the absorbed actor again', () => {
    const addB = add('B.csv', stated('b', 'B.csv', { acronym: 'B1', address: '1 rue B' }));
    const again = [{ type: 'removeFile', name: 'B.csv' } as const, addB].reduce<Diagnosis>(apply, merged);
    expect(actorIds(again)).toEqual(['a-a', 'a-c']);
    const apart = apply(again, separate('a-a', 'a-b'));
    expect(actorIds(apart)).toEqual(['a-a', 'a-b', 'a-c']);
    expect(faultsOf(apart)).toEqual([]);
    expect(schemeOf(apart, 'd-b')?.actorId).toBe('a-b');
  });
});

describe('a merge whose kept actor is gone', () => {
  test('the other takes its place: there is nothing left to take apart', () => {
    const d = [merge('a-a', 'a-b'), { type: 'removeFile', name: 'A.csv' } as const].reduce<Diagnosis>(apply, start);
    expect(d.inventory.actors.find((a) => a.id === 'a-a')).toMatchObject({ acronym: 'B1', source: { file: 'B.csv' } });
    expect(mergesInto(d, 'a-a')).toEqual([]);
    expect(apply(d, separate('a-a', 'a-b'))).toBe(d);
  });
  test('of two merged into it, the one that took its place is not offered, the other still is', () => {
    const d = [merge('a-a', 'a-b'), merge('a-a', 'a-c'), { type: 'removeFile', name: 'A.csv' } as const].reduce<Diagnosis>(
      apply,
      start,
    );
    const file = actorOf(d, 'a-a')!.source.file;
    const left = file === 'B.csv' ? 'a-c' : 'a-b';
    expect(mergesInto(d, 'a-a').map((m) => m.dropIds)).toEqual([[left]]);
    const apart = apply(d, separate('a-a', left));
    expect(actorIds(apart)).toEqual(['a-a', left]);
    expect(actorOf(apart, 'a-a')!.source.file).toBe(file);
    expect(faultsOf(apart)).toEqual([]);
  });
});

describe('an actor that took the place of another, then merged in its turn', () => {
  test('is still stated by its file: taking the last merge back brings it back', () => {
    const d = [
      merge('a-a', 'a-c'),
      { type: 'removeFile', name: 'A.csv' } as const,
      merge('a-b', 'a-a'),
      newer('C.csv', 'C.csv', stated('c', 'C.csv', { acronym: 'C2' })),
      separate('a-b', 'a-a'),
    ].reduce<Diagnosis>(apply, start);
    expect(actorIds(d)).toEqual(['a-a', 'a-b']);
    expect(presentId(d, 'actors', 'a-c')).toBe('a-a');
    expect(actorOf(d, 'a-a')).toMatchObject({ acronym: 'C2', source: { file: 'C.csv' } });
    expect(faultsOf(d)).toEqual([]);
  });
});

describe('an actor that took the place of another, then merged into one of its own file', () => {
  test('is not taken for the one it was merged into', () => {
    const source = { file: 'C.csv', row: 3 };
    const both = together(stated('c', 'C.csv'), { ...emptyInventory, actors: [actor('a-e', { source })] });
    const d = [
      newer('C.csv', 'C.csv', both),
      merge('a-a', 'a-c'),
      { type: 'removeFile', name: 'A.csv' } as const,
      merge('a-e', 'a-a'),
      newer('C.csv', 'C.csv', stated('c', 'C.csv', { acronym: 'C2' })),
    ].reduce<Diagnosis>(apply, start);
    expect(actorIds(d)).toEqual(['a-b', 'a-e']);
    const apart = apply(d, separate('a-e', 'a-a'));
    expect(actorIds(apart)).toEqual(['a-a', 'a-b', 'a-e']);
    expect(actorOf(apart, 'a-a')).toMatchObject({ acronym: 'C2' });
    expect(presentId(apart, 'actors', 'a-c')).toBe('a-a');
  });
});

describe('a chain of merges', () => {
  const chain = [merge('a-a', 'a-b'), merge('a-c', 'a-a')].reduce(apply, start);
  const newerB = newer('B.csv', 'B-2026.csv', stated('b', 'B-2026.csv', { acronym: 'B2', address: '1 rue B' }));
  test('once the last link is taken back, what went into the other leads to it again', () => {
    const apart = apply(chain, separate('a-c', 'a-a'));
    expect(apart.aliases?.actors).toEqual({ 'a-b': 'a-a' });
    expect(faultsOf(apart)).toEqual([]);
    const next = apply(apart, newerB);
    expect(actorOf(next, 'a-a')?.acronym).toBe('B2');
    expect(actorOf(next, 'a-c')?.acronym).toBeUndefined();
  });
  test('also from a saved project, and after newer files; the first link is then taken back', () => {
    const renamed = together(stated('b2', 'B-2026.csv', { name: 'Acteur a-b', acronym: 'B2', address: '1 rue B' }));
    const d = apply(chain, newer('B.csv', 'B-2026.csv', renamed));
    expect(d.aliases?.actors?.['a-b2']).toBe('a-c');
    const saved = decodeProject(encodeProject(d));
    for (const from of [d, saved.ok ? saved.value : d]) {
      const one = apply(from, separate('a-c', 'a-a'));
      expect(one.aliases?.actors).toEqual({ 'a-b': 'a-a', 'a-b2': 'a-a' });
      const all = apply(one, separate('a-a', 'a-b'));
      expect(all.aliases?.actors).toEqual({ 'a-b2': 'a-b' });
      expect(actorIds(all)).toEqual(['a-a', 'a-b', 'a-c']);
      expect(faultsOf(all)).toEqual([]);
    }
  });
});

/** Files of which each version holds some of nine actors, with sites at shared places, schemes and ties. */
const names = ['A.csv', 'B.csv', 'C.csv'];
const ids = ['1', '2', '3'];
const versionOf = (file: string, name: string, held: readonly string[], version: number): Inventory => {
  const letter = file[0]!.toLowerCase();
  const source = { file: name, row: 2 };
  const of = (id: string) => `${letter}${id}`;
  return {
    actors: held.map((id) => actor(`a-${of(id)}`, { source, acronym: `${letter}${id}${version}` })),
    // The third one is known by its name only.
    sites: held
      .filter((id) => id !== '3')
      .map((id) =>
        site(of(id), -1.9 - Number(id) / 10, '44001', { source, ...(version > 1 ? { address: `${version} rue ${id}` } : {}) }),
      ),
    schemes: held
      .filter((id) => id !== '3')
      .map((id) => scheme(of(id), ['sante'], { source, name: `Service ${id}`, siteIds: [`s-${of(id)}`] })),
    partnerships: held.slice(1).map((id) => tie(`a-${of(held[0]!)}`, `a-${of(id)}`, { source })),
  };
};

interface Step {
  readonly what: 'merge' | 'separate' | 'remove' | 'newer' | 'add' | 'edit' | 'place';
  readonly a: number;
  readonly b: number;
  readonly held: readonly string[];
  readonly version: number;
  readonly renames: boolean;
}
const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom('merge', 'merge', 'separate', 'separate', 'remove', 'newer', 'newer', 'add', 'edit', 'place'),
  a: fc.nat(30),
  b: fc.nat(30),
  held: fc.subarray(ids, { minLength: 1 }),
  version: fc.integer({ min: 1, max: 3 }),
  renames: fc.boolean(),
});

/** A change of the user to what is there; null: it does not apply. */
function changeOf(d: Diagnosis, { what, a, b, version }: Step): Command | null {
  const { actors, sites } = d.inventory;
  const [one, two, at] = [actors[a % actors.length], actors[b % actors.length], sites[a % sites.length]];
  if (!one || !two || !at) return null;
  if (what === 'merge') return merge(one.id, two.id);
  if (what === 'edit')
    return {
      type: 'editRecords',
      kind: 'actors',
      edits: [{ id: one.id, changes: { acronym: `mien${version}`, note: 'vu' } }],
      on: '2026-11-22T10:00:00',
    };
  if (what === 'place')
    return { type: 'placeSites', places: [{ siteId: at.id, point: { lon: -1.95, lat: 47 }, precision: 'rue' }] };
  const merges = actors.flatMap((k) => mergesInto(d, k.id));
  const found = merges[a % merges.length];
  return found ? separate(found.keepId, ...found.dropIds) : null;
}

/** A step as a command: files that come and go, else a change of the user. */
function commandOf(d: Diagnosis, s: Step): Command | null {
  const { what, a, held, version, renames } = s;
  if (what === 'add') {
    const name = names[a % names.length]!;
    return d.files.some((f) => f.name[0] === name[0]) ? null : add(name, versionOf(name, name, held, version));
  }
  if (what !== 'remove' && what !== 'newer') return changeOf(d, s);
  const file = d.files[a % d.files.length]?.name;
  if (!file) return null;
  const name = renames ? `${file[0]}-${version}.csv` : file;
  return what === 'remove' ? { type: 'removeFile', name: file } : newer(file, name, versionOf(file, name, held, version));
}

/** The actors that the present version of each file states. */
type Stated = Map<string, readonly string[]>;

const isThere = (d: Diagnosis, id: string) => actorOf(d, presentId(d, 'actors', id)) !== undefined;

/**
 * What files state after a command. A record that two files state is the last one's, and goes with it (not a matter of
 * merges): what a removed file takes away is no longer expected, nor what shares its records with an older version.
 */
function readInPlace(stated: Stated, command: Command, after: Diagnosis): void {
  if (command.type === 'reimport') for (const name of command.replaces) stated.delete(name);
  if (command.type === 'reimport' || command.type === 'addInventory')
    stated.set(
      command.files[0]!.name,
      command.inventory.actors.map((a) => a.id),
    );
  const letters = after.files.map((f) => f.name[0]);
  for (const [name, held] of stated) {
    if (letters.filter((l) => l === name[0]).length > 1) stated.set(name, []);
    else if (command.type === 'removeFile')
      stated.set(
        name,
        held.filter((id) => isThere(after, id)),
      );
  }
}

/** Actors that a file states and that are nowhere, neither themselves nor merged into another. */
const lostFrom = (d: Diagnosis, stated: Stated): string[] =>
  d.files.flatMap((f) => (stated.get(f.name) ?? []).filter((id) => !isThere(d, id)));

describe('whatever was done', () => {
  test('references resolve, ids are single, every actor has its file, every actor that a file states is there', () => {
    const first = names.reduce((d, name) => apply(d, add(name, versionOf(name, name, ids, 1))), diagnosisOf({}));
    let separations = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 14 }), (steps) => {
        let d = first;
        const said: Stated = new Map(names.map((name) => [name, ids.map((id) => `a-${name[0]!.toLowerCase()}${id}`)]));
        for (const s of steps) {
          const command = commandOf(d, s);
          if (!command) continue;
          if (command.type === 'separateActors') separations += 1;
          const next = apply(d, command);
          expect(faultsOf(next), JSON.stringify(command)).toEqual([]);
          readInPlace(said, command, next);
          expect(lostFrom(next, said), JSON.stringify(command)).toEqual([]);
          d = next;
        }
      }),
      { numRuns: 1000 },
    );
    expect(separations).toBeGreaterThan(300);
  });
});
