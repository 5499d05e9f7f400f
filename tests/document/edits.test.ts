import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kinds } from '../../src/document/anyRecords';
import { apply, type Command } from '../../src/document/commands';
import type { Diagnosis } from '../../src/document/diagnosis';
import { canRedo, canUndo, push, redo, start, undo } from '../../src/document/history';
import { decodeProject, encodeProject } from '../../src/document/projectFile';
import { actor, diagnosisOf, scheme, site, tie } from '../analysis/fixture';

const who = { on: '2026-11-22T10:00:00', by: 'Ada' };
const sample = diagnosisOf({
  actors: [actor('a-x'), actor('a-y')],
  sites: [site('x', -1.9, '44001'), site('y', -1.8, '44002', { actorId: 'a-y' })],
  schemes: [scheme('x', ['sante'], { places: 5 }), scheme('y', ['logement'], { actorId: 'a-y', siteIds: ['s-x', 's-y'] })],
  partnerships: [tie('a-x', 'a-y')],
});
const idOfSite = sample.inventory.sites.map((s) => s.id);

describe('edits', () => {
  test('each field is written down with what it was, what it is, who, when', () => {
    const d = apply(sample, {
      type: 'editRecords',
      kind: 'schemes',
      edits: [{ id: sample.inventory.schemes[0]!.id, changes: { places: 8, note: 'vu', ageMin: null } }],
      ...who,
    });
    expect(d.inventory.schemes[0]).toMatchObject({ places: 8, note: 'vu' });
    expect(d.changes).toEqual([
      {
        kind: 'schemes',
        id: d.inventory.schemes[0]!.id,
        name: d.inventory.schemes[0]!.name,
        what: 'edited',
        field: 'places',
        before: 5,
        after: 8,
        ...who,
      },
      {
        kind: 'schemes',
        id: d.inventory.schemes[0]!.id,
        name: d.inventory.schemes[0]!.name,
        what: 'edited',
        field: 'note',
        after: 'vu',
        ...who,
      },
    ]);
  });
  test('an edit that changes nothing is no change', () => {
    const same: Command = {
      type: 'editRecords',
      kind: 'schemes',
      edits: [{ id: sample.inventory.schemes[0]!.id, changes: { places: 5, note: null } }],
      ...who,
    };
    expect(apply(sample, same)).toBe(sample);
    expect(apply(sample, { type: 'deleteRecords', kind: 'actors', ids: ['nobody'], ...who })).toBe(sample);
  });
  test("an actor goes with its sites, schemes and ties; another's scheme loses the place", () => {
    const d = apply(sample, { type: 'deleteRecords', kind: 'actors', ids: ['a-x'], ...who });
    expect(kinds.map((k) => d.inventory[k].length)).toEqual([1, 1, 1, 0]);
    expect(d.inventory.schemes[0]!.siteIds.every((id) => d.inventory.sites.some((s) => s.id === id))).toBe(true);
    expect(d.changes!.map((c) => [c.kind, c.what])).toEqual([
      ['actors', 'removed'],
      ['sites', 'removed'],
      ['schemes', 'removed'],
      ['partnerships', 'removed'],
    ]);
  });
  test('records are added once, and none that refers to nobody', () => {
    const entered = { file: '', row: 0 };
    const added = {
      actors: [{ id: 'a-z', name: 'Zed', kind: 'association' as const, source: entered }, actor('a-x')],
      schemes: [
        { id: 'd-z', actorId: 'a-z', siteIds: [], name: 'Offre', domains: [], needs: [], source: entered },
        { id: 'd-w', actorId: 'nobody', siteIds: [], name: 'Sans acteur', domains: [], needs: [], source: entered },
      ],
    };
    const d = apply(sample, { type: 'addRecords', inventory: added, ...who });
    expect(d.inventory.actors.map((a) => a.id)).toEqual(['a-x', 'a-y', 'a-z']);
    expect(d.inventory.schemes.map((s) => s.name)).toContain('Offre');
    expect(d.inventory.schemes.map((s) => s.name)).not.toContain('Sans acteur');
    expect(d.changes!.map((c) => [c.kind, c.what, c.name])).toEqual([
      ['actors', 'added', 'Zed'],
      ['schemes', 'added', 'Offre'],
    ]);
  });
});

/** Any sequence of what a user does to records of the sample. */
const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ id: fc.constantFrom('a-x', 'a-y', 'a-z'), note: fc.option(fc.string()), name: fc.string() }).map(
    ({ id, note, name }): Command => ({
      type: 'editRecords',
      kind: 'actors',
      edits: [{ id, changes: { note, name } }],
      ...who,
    }),
  ),
  fc.record({ at: fc.nat(1), places: fc.option(fc.nat(50)), closed: fc.boolean() }).map(
    ({ at, ...changes }): Command => ({
      type: 'editRecords',
      kind: 'schemes',
      edits: [{ id: sample.inventory.schemes[at]!.id, changes }],
      ...who,
    }),
  ),
  fc.constantFrom('a-x', 'a-y').map((id): Command => ({ type: 'deleteRecords', kind: 'actors', ids: [id], ...who })),
  fc.constantFrom(...idOfSite).map((id): Command => ({ type: 'deleteRecords', kind: 'sites', ids: [id], ...who })),
  fc.constantFrom('a-x', 'a-z').map((id): Command => ({ type: 'addRecords', inventory: { actors: [actor(id)] }, ...who })),
  fc.constant<Command>({ type: 'mergeActors', keepId: 'a-x', dropIds: ['a-y'] }),
  fc.constant<Command>({ type: 'takeSnapshot', name: 'Avant', takenOn: '2026-11-22' }),
);

describe('any sequence of commands', () => {
  const run = (commands: readonly Command[]) => commands.reduce((h, c) => push(h, apply(h.present, c)), start<Diagnosis>(sample));
  test('then undo of all is the start, and redo of all the end', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 25 }), (commands) => {
        const last = run(commands);
        let back = last;
        while (canUndo(back)) back = undo(back);
        expect(back.present).toBe(sample);
        while (canRedo(back)) back = redo(back);
        expect(back.present).toBe(last.present);
      }),
    );
  });
  test('saved and loaded is the same, and no record refers to one that is gone', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 25 }), (commands) => {
        const { present } = run(commands);
        const read = decodeProject(encodeProject(present));
        expect(read).toEqual({ ok: true, value: present });
        const actors = new Set(present.inventory.actors.map((a) => a.id));
        const sites = new Set(present.inventory.sites.map((s) => s.id));
        for (const s of present.inventory.schemes) {
          expect(actors.has(s.actorId)).toBe(true);
          expect(s.siteIds.every((id) => sites.has(id))).toBe(true);
        }
      }),
    );
  });
});
