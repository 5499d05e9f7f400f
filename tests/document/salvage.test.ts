import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply } from '../../src/document/commands';
import { decodeProject, encodeProject } from '../../src/document/projectFile';
import { actor, diagnosisOf, scheme, site, tie } from '../analysis/fixture';

const sample = apply(
  diagnosisOf({
    actors: [actor('a-x'), actor('a-y'), actor('a-z')],
    sites: [site('x', -1.9, '44001'), site('y', -1.8, '44002')],
    schemes: [scheme('x', ['sante']), scheme('y', ['logement'])],
    partnerships: [tie('a-x', 'a-y'), tie('a-x', 'a-z')],
  }),
  { type: 'takeSnapshot', name: 'Avant', takenOn: '2026-11-22' },
);

/** The project file with one change made to its JSON. */
// biome-ignore lint/suspicious/noExplicitAny: a file is damaged in any way
function damaged(damage: (diagnosis: any) => void) {
  const file = JSON.parse(encodeProject(sample));
  damage(file.diagnosis);
  const read = decodeProject(JSON.stringify(file));
  if (read.ok) throw new Error('not damaged');
  return read.fault;
}

describe('a damaged project file', () => {
  test('a record that cannot be read is left out, with what refers to it, and each is named', () => {
    const { code, detail, whole } = damaged((d) => {
      d.inventory.actors[1].kind = 'dragon';
      d.inventory.schemes[0].places = 'douze';
    });
    expect([code, detail]).toEqual(['damaged', 'diagnosis › inventory › actors › 1 › kind']);
    expect(whole!.lost).toEqual([
      'inventory › actors › 1',
      'inventory › schemes › 0',
      'inventory › sites › s-y',
      'inventory › schemes › d-y',
      'inventory › partnerships › p-a-x-a-y',
    ]);
    expect(whole!.diagnosis.inventory.actors.map((a) => a.id)).toEqual(['a-x', 'a-z']);
    expect(whole!.diagnosis.inventory.partnerships.map((p) => p.toId)).toEqual(['a-z']);
    // A dated state is whole: it is kept.
    expect(whole!.diagnosis.snapshots).toEqual(sample.snapshots);
  });
  test('a part that cannot be read is as it comes, the others are kept', () => {
    const { whole } = damaged((d) => {
      d.settings.detour = 'long';
      d.census = 12;
      d.youngCounts = [{ unitCode: 3 }];
    });
    expect(whole!.lost).toEqual(expect.arrayContaining(['settings', 'census', 'youngCounts › 0']));
    expect(whole!.diagnosis.settings.detour).toBe(1.3);
    expect(whole!.diagnosis.inventory).toEqual(sample.inventory);
  });
  test('without its département nothing can be opened', () => {
    expect(damaged((d) => delete d.departement).whole).toBeUndefined();
  });
  test('whatever is damaged, what opens is saved and read back', () => {
    const lists = fc.constantFrom('actors', 'sites', 'schemes', 'partnerships');
    const value = fc.oneof(fc.constant(null), fc.integer(), fc.constant([]), fc.constant({}));
    fc.assert(
      fc.property(
        lists,
        fc.nat(1),
        fc.constantFrom('id', 'source', 'name', 'kind', 'actorId', 'precision', 'domains'),
        value,
        (list, at, field, bad) => {
          const file = JSON.parse(encodeProject(sample));
          file.diagnosis.inventory[list][at][field] = bad;
          const read = decodeProject(JSON.stringify(file));
          const { diagnosis } = read.ok ? { diagnosis: read.value } : read.fault.whole!;
          expect(decodeProject(encodeProject(diagnosis))).toEqual({ ok: true, value: diagnosis });
        },
      ),
    );
  });
});
