import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply, type Command } from '../../src/document/commands';
import type { Diagnosis } from '../../src/document/diagnosis';
import { push, start, undo } from '../../src/document/history';
import { decodeProject, encodeProject } from '../../src/document/projectFile';
import { diffInventory, findOlderFile, inventoryWithout, type ReimportChoices } from '../../src/document/reimport';
import { emptyInventory, type Inventory } from '../../src/model/inventory';
import { actor, diagnosisOf, scheme, site, tie } from '../analysis/fixture';
import { importAll } from '../import/fixture';

const on = '2026-11-22T10:00:00';

const old = 'essai.csv';
const other = { file: 'autre.csv', row: 7 };
const siret = '73282932000074';

const first: Inventory = {
  actors: [actor('a-x', { name: 'Emmaüs', siret }), actor('a-y', { name: 'Mission locale' }), actor('a-z', { name: 'Fermé' })],
  sites: [site('x', -1.9, '44001', { address: '1 rue A' }), site('y', -1.8, '44002')],
  schemes: [scheme('x', [], { places: 10 }), scheme('y', ['emploi'])],
  partnerships: [tie('a-x', 'a-y', { year: 2024, amountEuros: 1000 }), tie('a-x', 'a-z')],
};
const files = [{ name: old, format: 'csv', importedOn: '2025-01-01', read: 3, kept: 3, merged: 0, refused: 0 }];
const before = apply(diagnosisOf({}), { type: 'addInventory', inventory: first, census: [], files });

/** Records of a newer file: the same source, another name, one row lower. */
const newer = (inventory: Inventory): Inventory => {
  const moved = <T extends { readonly source: { readonly row: number } }>(records: readonly T[]) =>
    records.map((r) => ({ ...r, source: { file: 'essai-2026.csv', row: r.source.row + 1 } }));
  return {
    actors: moved(inventory.actors),
    sites: moved(inventory.sites),
    schemes: moved(inventory.schemes),
    partnerships: moved(inventory.partnerships),
  };
};
const command = (inventory: Inventory, choices: ReimportChoices = {}): Command => ({
  type: 'reimport',
  replaces: [old],
  inventory: newer(inventory),
  files: [{ ...files[0]!, name: 'essai-2026.csv', importedOn: '2026-01-01' }],
  census: [],
  ...choices,
});
const reimport = (d: Diagnosis, next: Inventory, choices: ReimportChoices = {}) => apply(d, command(next, choices));
const edit = <T extends { readonly id: string }>(records: readonly T[], id: string, changes: Partial<T>): T[] =>
  records.map((r) => (r.id === id ? { ...r, ...changes } : r));
const diff = (d: Diagnosis, next: Inventory) => diffInventory(d, newer(next), [old]);

describe('what a newer file changes', () => {
  test('the same content: nothing but the file and the rows', () => {
    expect(diff(before, first)).toEqual({
      added: emptyInventory,
      gone: emptyInventory,
      keptThoughGone: [],
      changed: [],
      unchanged: 9,
    });
    const d = reimport(before, first);
    expect(d.inventory).toEqual(newer(first));
    expect(d.files.map((f) => f.name)).toEqual(['essai-2026.csv']);
    expect([d.imported, d.aliases, d.absorbed]).toEqual([undefined, undefined, undefined]);
  });
  test('new, gone, changed field by field', () => {
    const next: Inventory = {
      actors: [...edit(first.actors.slice(0, 2), 'a-y', { name: 'Mission locale du Pays', network: 'UNML' }), actor('a-n')],
      sites: first.sites,
      schemes: edit(first.schemes, 'd-x', { places: 12 }),
      partnerships: [first.partnerships[0]!, tie('a-y', 'a-n')],
    };
    const found = diff(before, next);
    expect(found.added.actors.map((a) => a.id)).toEqual(['a-n']);
    expect(found.added.partnerships.map((p) => p.id)).toEqual(['p-a-y-a-n']);
    expect(found.gone.actors.map((a) => a.id)).toEqual(['a-z']);
    expect(found.gone.partnerships.map((p) => p.id)).toEqual(['p-a-x-a-z']);
    expect(found.changed).toEqual([
      {
        kind: 'actors',
        id: 'a-y',
        fields: [
          { field: 'name', before: 'Mission locale', after: 'Mission locale du Pays', mine: 'Mission locale', outcome: 'taken' },
          { field: 'network', before: undefined, after: 'UNML', mine: undefined, outcome: 'taken' },
        ],
      },
      { kind: 'schemes', id: 'd-x', fields: [{ field: 'places', before: 10, after: 12, mine: 10, outcome: 'taken' }] },
    ]);
    expect(found.unchanged).toBe(5);
    const d = reimport(before, next);
    const byId = (i: Inventory) =>
      Object.fromEntries([...i.actors, ...i.sites, ...i.schemes, ...i.partnerships].map((r) => [r.id, r]));
    expect(byId(d.inventory)).toEqual(byId(newer(next)));
    expect(undo(push(start(before), d)).present).toBe(before);
  });
  test('a field the source no longer fills is emptied', () => {
    const { places: _, ...bare } = first.schemes[0]!;
    expect(reimport(before, { ...first, schemes: [bare, first.schemes[1]!] }).inventory.schemes[0]).not.toHaveProperty('places');
  });
});

describe('what the user gave stays', () => {
  const mine = [
    { type: 'editRecords', kind: 'schemes', edits: [{ id: 'd-x', changes: { domains: ['sante'] } }], on },
    { type: 'editRecords', kind: 'schemes', edits: [{ id: 'd-x', changes: { places: 8 } }], on },
    {
      type: 'editRecords',
      kind: 'actors',
      edits: [{ id: 'a-y', changes: { verification: 'verifie', note: 'Vu', name: 'ML' } }],
      on,
    },
  ] as const satisfies readonly Command[];
  const edited = mine.reduce(apply, before);
  test('the source’s values are remembered, only where they differ', () => {
    expect(edited.imported).toEqual({
      schemes: { 'd-x': { domains: [], places: 10 } },
      actors: { 'a-y': { verification: null, note: null, name: 'Mission locale' } },
    });
    const back = apply(edited, {
      type: 'editRecords',
      kind: 'schemes',
      edits: [{ id: 'd-x', changes: { places: 10, domains: [] } }],
      on,
    });
    expect(back.imported).toEqual({ actors: edited.imported!.actors });
    expect(decodeProject(encodeProject(edited))).toEqual({ ok: true, value: edited });
  });
  test('an unchanged source touches none of it', () => {
    expect(diff(edited, first).changed).toEqual([]);
    const d = reimport(edited, first);
    expect(d.inventory.schemes[0]).toMatchObject({ domains: ['sante'], places: 8 });
    expect(d.inventory.actors[1]).toMatchObject({ verification: 'verifie', note: 'Vu', name: 'ML' });
    expect(d.imported).toEqual(edited.imported);
  });
  const next = { ...first, schemes: edit(first.schemes, 'd-x', { places: 12, ageMin: 18 }) };
  test('changed on both sides: a conflict, the user’s kept, told once', () => {
    expect(diff(edited, next).changed[0]!.fields).toEqual([
      { field: 'places', before: 10, after: 12, mine: 8, outcome: 'conflict' },
      { field: 'ageMin', before: undefined, after: 18, mine: undefined, outcome: 'taken' },
    ]);
    const d = reimport(edited, next);
    expect(d.inventory.schemes[0]).toMatchObject({ domains: ['sante'], places: 8, ageMin: 18 });
    expect(d.imported?.schemes).toEqual({ 'd-x': { domains: [], places: 12 } });
    expect(diffInventory(d, newer(next), ['essai-2026.csv']).changed).toEqual([]);
  });
  test('the user may give the conflict to the source', () => {
    const takeSource = [{ kind: 'schemes', id: 'd-x', field: 'places' }] as const;
    const d = reimport(edited, next, { takeSource });
    expect(d.inventory.schemes[0]).toMatchObject({ domains: ['sante'], places: 12 });
    expect(d.imported?.schemes).toEqual({ 'd-x': { domains: [] } });
  });
  test('a source that comes round to the user’s value is no conflict and nothing is remembered of it', () => {
    const agreed = { ...first, schemes: edit(first.schemes, 'd-x', { places: 8, domains: ['sante'] }) };
    expect(diff(edited, agreed).changed).toEqual([]);
    expect(reimport(edited, agreed).imported).toEqual({ actors: edited.imported!.actors });
  });
  test('dropping the file again by the ordinary way keeps it too', () => {
    const d = apply(edited, { type: 'addInventory', inventory: first, census: [], files });
    expect(d.inventory).toEqual(edited.inventory);
    expect(d.imported).toEqual(edited.imported);
  });
});

describe('gone', () => {
  const none: Inventory = emptyInventory;
  test('verified or noted by the user, or asked for: stays', () => {
    const d = apply(before, {
      type: 'editRecords',
      kind: 'actors',
      edits: [{ id: 'a-z', changes: { note: 'Rouvre en mars' } }],
      on,
    });
    const choices = { keep: [{ kind: 'schemes', id: 'd-y' }] } as const;
    expect(diffInventory(d, none, [old], choices).keptThoughGone).toEqual([
      { kind: 'schemes', id: 'd-y', reason: 'asked' },
      { kind: 'sites', id: 's-y', reason: 'referred-to' },
      { kind: 'actors', id: 'a-y', reason: 'referred-to' },
      { kind: 'actors', id: 'a-z', reason: 'verified-or-noted' },
    ]);
    const after = reimport(d, none, choices);
    expect(after.inventory.actors.map((a) => a.id)).toEqual(['a-y', 'a-z']);
    expect(after.inventory.partnerships).toEqual([]);
    expect(after.files.map((f) => f.name)).toEqual([old, 'essai-2026.csv']);
  });
  test('an actor that another file’s scheme needs stays; a domain alone does not keep a scheme', () => {
    const theirs = { ...emptyInventory, schemes: [scheme('autre', [], { actorId: 'a-z', siteIds: [], source: other })] };
    const d = [
      { type: 'addInventory', inventory: theirs, census: [], files: [] },
      { type: 'assignDomains', file: old, domains: ['sante'] },
    ].reduce((doc, c) => apply(doc, c as Command), before);
    const after = reimport(d, none);
    expect(after.inventory.actors.map((a) => a.id)).toEqual(['a-z']);
    expect(after.inventory.schemes.map((s) => s.id)).toEqual(['d-autre']);
    expect(after.imported).toBeUndefined();
  });
});

describe('records whose id changed', () => {
  test('met by SIRET, then by name; a site that moved; ties and schemes follow; the next file finds them at once', () => {
    const moved: Inventory = {
      actors: [actor('b-x', { name: 'Emmaüs Accueil', siret }), actor('b-y', { name: 'MISSION LOCALE' }), first.actors[2]!],
      sites: [
        { ...first.sites[0]!, id: 't-x', actorId: 'b-x', address: '9 rue B' },
        { ...first.sites[1]!, id: 't-y', actorId: 'b-y' },
      ],
      schemes: [
        { ...first.schemes[0]!, id: 'e-x', actorId: 'b-x', siteIds: ['t-x'] },
        { ...first.schemes[1]!, id: 'e-y', actorId: 'b-y', siteIds: ['t-y'], name: 'Nouveau nom' },
      ],
      partnerships: [tie('b-x', 'b-y', { year: 2024, amountEuros: 1500 }), { ...first.partnerships[1]!, fromId: 'b-x' }],
    };
    const edited = apply(before, {
      type: 'editRecords',
      kind: 'schemes',
      edits: [{ id: 'd-x', changes: { domains: ['sante'] } }],
      on,
    });
    const found = diff(edited, moved);
    expect(found.changed.map((c) => [c.id, ...c.fields.map((f) => f.field)])).toEqual([
      ['a-x', 'name'],
      ['a-y', 'name'],
      ['s-x', 'address'],
      ['d-y', 'name'],
      ['p-a-x-a-y', 'amountEuros'],
    ]);
    expect([found.added, found.gone]).toEqual([emptyInventory, emptyInventory]);
    const d = reimport(edited, moved);
    expect(d.inventory.schemes.map((s) => [s.id, s.actorId, s.siteIds, s.domains])).toEqual([
      ['d-x', 'a-x', ['s-x'], ['sante']],
      ['d-y', 'a-y', ['s-y'], ['emploi']],
    ]);
    expect(d.aliases?.actors).toEqual({ 'b-x': 'a-x', 'b-y': 'a-y' });
    const again = diffInventory(d, newer(moved), ['essai-2026.csv']);
    expect([again.changed, again.added, again.gone]).toEqual([[], emptyInventory, emptyInventory]);
    expect(apply(d, { type: 'addInventory', inventory: newer(moved), census: [], files: [] }).inventory).toEqual(d.inventory);
  });
  test('one name, two SIRET or two communes: two actors', () => {
    const contrary = {
      ...first,
      actors: [{ ...first.actors[0]!, id: 'b-x', siret: '44306184100047' }, ...first.actors.slice(1)],
    };
    expect(diff(before, contrary).added.actors.map((a) => a.id)).toEqual(['b-x']);
    const elsewhere = {
      ...first,
      actors: [...first.actors.filter((a) => a.id !== 'a-y'), { ...first.actors[1]!, id: 'b-y' }],
      sites: [first.sites[0]!, { ...first.sites[1]!, id: 't-y', actorId: 'b-y', communeCode: '44003' }],
    };
    expect(diff(before, elsewhere).added.actors.map((a) => a.id)).toEqual(['b-y']);
  });
});

describe('after a merge', () => {
  const theirs: Inventory = {
    actors: [actor('a-k', { name: 'Mission locale', rna: 'W441234567', source: other })],
    sites: [site('k', -1.8, '44002', { actorId: 'a-k', source: other })],
    schemes: [],
    partnerships: [],
  };
  const merged = [
    { type: 'addInventory', inventory: theirs, census: [], files: [{ ...files[0]!, name: 'autre.csv' }] },
    { type: 'mergeActors', keepId: 'a-k', dropIds: ['a-y'] },
  ].reduce((doc, c) => apply(doc, c as Command), before);
  test('the same file again changes nothing', () => {
    expect(diff(merged, first)).toMatchObject({ changed: [], added: emptyInventory, gone: emptyInventory, unchanged: 9 });
    const d = reimport(merged, first);
    expect(d.inventory.actors.map((a) => [a.id, a.source.file])).toEqual([
      ['a-x', 'essai-2026.csv'],
      ['a-z', 'essai-2026.csv'],
      ['a-k', 'autre.csv'],
    ]);
    expect(d.inventory.sites.map((s) => s.id)).toEqual(['s-x', 's-k']);
    expect(d.absorbed?.actors.map((a) => a.source.file)).toEqual(['essai-2026.csv']);
    expect(d.aliases).toEqual(merged.aliases);
  });
  test('what its source says anew goes to the kept actor; what the other source says stays', () => {
    const next = { ...first, actors: edit(first.actors, 'a-y', { network: 'UNML', name: 'ML' }) };
    expect(diff(merged, next).changed).toEqual([
      {
        kind: 'actors',
        id: 'a-k',
        fields: [
          { field: 'name', before: 'Mission locale', after: 'ML', mine: 'Mission locale', outcome: 'taken' },
          { field: 'network', before: undefined, after: 'UNML', mine: undefined, outcome: 'taken' },
        ],
      },
    ]);
    const d = reimport(merged, next);
    expect(d.inventory.actors.at(-1)).toMatchObject({ id: 'a-k', name: 'ML', network: 'UNML', rna: 'W441234567' });
    // The other file read again does not undo it.
    const again = diffInventory(d, theirs, ['autre.csv']);
    expect([again.changed, again.added, again.gone]).toEqual([[], emptyInventory, emptyInventory]);
  });
  test('gone from the kept one’s source: it stays, another source states it', () => {
    expect(diffInventory(merged, emptyInventory, ['autre.csv']).keptThoughGone).toEqual([
      { kind: 'sites', id: 's-k', reason: 'merged' },
      { kind: 'actors', id: 'a-k', reason: 'merged' },
    ]);
  });
});

test('the older version of a file: its name, else the one that shares most records', () => {
  expect(findOlderFile(before, old, emptyInventory)).toBe(old);
  expect(findOlderFile(before, 'autre.csv', newer(first))).toBe(old);
  expect(findOlderFile(before, 'autre.csv', { ...emptyInventory, actors: [actor('a-nouveau')] })).toBeNull();
});

test('through the importer: last year’s list, domains given, this year’s list', async () => {
  const csv = (rows: string) => `nom;siret;code_insee;adresse;capacite\n${rows}`;
  const read = async (d: Diagnosis, name: string, rows: string) =>
    (await importAll({ [name]: csv(rows) }, { existing: inventoryWithout(d.inventory, ['2025.csv']) })).inventory;
  const rows = ['Emmaüs;73282932000074;44109;1 rue A;10', 'Croix-Rouge;;44109;2 rue B;5'];
  const one = apply(diagnosisOf({}), {
    type: 'addInventory',
    inventory: await read(diagnosisOf({}), '2025.csv', rows.join('\n')),
    census: [],
    files: [{ ...files[0]!, name: '2025.csv' }],
  });
  const d = apply(one, { type: 'assignDomains', file: '2025.csv', domains: ['logement'] });
  const next = await read(d, '2026.csv', ['Emmaüs;73282932000074;44109;1 rue A;12', 'Nouveau;;44109;3 rue C;'].join('\n'));
  const found = diffInventory(d, next, ['2025.csv']);
  expect(found.changed.flatMap((c) => c.fields.map((f) => [f.field, f.before, f.after]))).toEqual([['places', 10, 12]]);
  expect([found.added.actors.map((a) => a.name), found.gone.actors.map((a) => a.name)]).toEqual([['Nouveau'], ['Croix-Rouge']]);
  const after = apply(d, { type: 'reimport', replaces: ['2025.csv'], inventory: next, census: [], files: [] });
  expect(after.inventory.schemes.map((s) => [s.name, s.places, s.domains, s.source.file])).toEqual([
    ['Emmaüs', 12, ['logement'], '2026.csv'],
    ['Nouveau', undefined, [], '2026.csv'],
  ]);
});

const value = fc.constantFrom('un', 'deux', null);
const fields = fc.record({ network: value, acronym: value, origin: value });
const version = fc.record({ x: fc.option(fields), y: fc.option(fields) });
type Version = typeof version extends fc.Arbitrary<infer T> ? T : never;
const built = (v: Version): Inventory => ({
  ...emptyInventory,
  actors: (['x', 'y'] as const).flatMap((id) => {
    const stated = v[id];
    return stated ? [actor(`a-${id}`, Object.fromEntries(Object.entries(stated).filter(([, text]) => text !== null)))] : [];
  }),
});
const change = fc.record({
  id: fc.constantFrom('a-x', 'a-y'),
  changes: fc.record({ network: value, acronym: value }, { requiredKeys: [] }),
});

describe('properties', () => {
  test('a field is the user’s where she changed it since, else what the source says now; nothing else', () => {
    fc.assert(
      fc.property(version, version, fc.array(change, { maxLength: 4 }), (one, two, changes) => {
        const base = apply(diagnosisOf({}), { type: 'addInventory', inventory: built(one), census: [], files });
        const d = changes.reduce((doc, c) => apply(doc, { type: 'editRecords', kind: 'actors', edits: [c], on }), base);
        const after = reimport(d, built(two));
        expect(after.inventory.actors.map((a) => a.id).sort()).toEqual(built(two).actors.map((a) => a.id));
        for (const now of after.inventory.actors) {
          const find = (from: readonly { readonly id: string }[]) =>
            from.find((a) => a.id === now.id) as Record<string, unknown> | undefined;
          const [said, mine, says] = [find(base.inventory.actors), find(d.inventory.actors), find(built(two).actors)!];
          for (const field of ['network', 'acronym', 'origin', 'name'])
            expect((now as unknown as Record<string, unknown>)[field]).toBe(
              mine && mine[field] !== said![field] ? mine[field] : says[field],
            );
        }
        expect(decodeProject(encodeProject(after))).toEqual({ ok: true, value: after });
      }),
    );
  });
  test('applying twice is applying once; the diff is then empty; an untouched diagnosis becomes the new file', () => {
    fc.assert(
      fc.property(version, version, fc.array(change, { maxLength: 3 }), (one, two, changes) => {
        const base = apply(diagnosisOf({}), { type: 'addInventory', inventory: built(one), census: [], files });
        const d = changes.reduce((doc, c) => apply(doc, { type: 'editRecords', kind: 'actors', edits: [c], on }), base);
        const once = reimport(d, built(two));
        const again = { ...command(built(two)), replaces: ['essai-2026.csv'] } as Command;
        expect(apply(once, again)).toEqual(once);
        expect(diffInventory(once, newer(built(two)), ['essai-2026.csv'])).toMatchObject({
          changed: [],
          added: emptyInventory,
          gone: emptyInventory,
        });
        const byId = (i: Inventory) => new Map(i.actors.map((a) => [a.id, a]));
        expect(byId(reimport(base, built(two)).inventory)).toEqual(byId(newer(built(two))));
      }),
    );
  });
});
