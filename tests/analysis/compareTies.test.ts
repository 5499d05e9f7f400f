import { describe, expect, test } from 'vitest';
import { compare } from '../../src/analysis/compare';
import { compareRows, compareTies, newInNetwork } from '../../src/analysis/compareRecords';
import type { Inventory, Partnership } from '../../src/model/inventory';
import { actor, diagnosisOf, tie } from '../analysis/fixture';

const actors = ['a-1', 'a-2', 'a-3', 'a-4'].map((id) => actor(id));
const inventoryOf = (partnerships: readonly Partnership[], more: Partial<Inventory> = {}): Inventory => ({
  actors,
  sites: [],
  schemes: [],
  partnerships,
  ...more,
});

const before = inventoryOf([
  tie('a-1', 'a-2', { endsOn: '2026-12-31', intensity: 2 }),
  tie('a-1', 'a-3'),
  tie('a-2', 'a-3'),
  tie('a-3', 'a-4', { status: 'termine' }),
  tie('a-2', 'a-4', { status: 'en-projet' }),
]);
const after = inventoryOf([
  tie('a-1', 'a-2', { endsOn: '2028-12-31', intensity: 3, source: { file: 'autre.csv', row: 9 } }),
  tie('a-1', 'a-3', { status: 'termine' }),
  tie('a-3', 'a-4', { status: 'termine', note: 'relu' }),
  tie('a-2', 'a-4'),
  tie('a-1', 'a-4', { source: { file: 'autre.csv', row: 3 } }),
]);

describe('ties of two states', () => {
  test('opened, ended or gone, changed field by field, unchanged: each once; one over in both is told nowhere', () => {
    const { opened, ended, changed, unchanged } = compareTies(before, after);
    expect(opened.map((p) => p.id)).toEqual(['p-a-1-a-4']);
    expect(ended.map((p) => p.id)).toEqual(['p-a-1-a-3', 'p-a-2-a-3']);
    expect(changed.map((c) => [c.tie.id, c.fields])).toEqual([
      [
        'p-a-1-a-2',
        [
          { field: 'endsOn', before: '2026-12-31', after: '2028-12-31' },
          { field: 'intensity', before: 2, after: 3 },
        ],
      ],
      ['p-a-2-a-4', [{ field: 'status', before: 'en-projet', after: 'existant' }]],
    ]);
    expect(unchanged).toBe(0);
    expect(compareTies(before, before)).toEqual({ opened: [], ended: [], changed: [], unchanged: 4 });
  });

  test('are part of the comparison of one département, of another they are not', () => {
    const side = (inventory: Inventory, departement: string) => ({
      inventory,
      analysis: { ...blank, departement },
    });
    const of = (departement: string) => compare({ before: side(before, '44'), after: side(after, departement) }).ties;
    expect(of('44')?.opened).toHaveLength(1);
    expect(of('49')).toBeNull();
  });
});

const blank = {
  domains: [],
  access: {},
  whole: { code: '44' },
  mesh: 'epci',
  gaps: [],
  units: [],
  communes: [],
} as unknown as Parameters<typeof compare>[0]['before']['analysis'];

describe('rows of a table since a state', () => {
  test('new, changed in these fields, as they were, gone; where a record comes from is no change', () => {
    const was = [actor('a-1', { originYear: 2020 }), actor('a-2', { acronym: 'A2' }), actor('a-3')];
    const is = [actor('a-1', { originYear: 2026 }), actor('a-2', { contact: 'x' }), actor('a-9')];
    const { fields, gone } = compareRows(was, is);
    expect([...fields]).toEqual([
      ['a-1', []],
      ['a-2', ['acronym', 'contact']],
      ['a-9', null],
    ]);
    expect(gone.map((r) => r.id)).toEqual(['a-3']);
  });
});

describe('what is new in the network', () => {
  test('actors of no earlier state, and pairs that no tie in force joined, whichever way it went', () => {
    const d = diagnosisOf({}).inventory;
    const { actors: added, pairs } = newInNetwork(before, {
      ...after,
      actors: [...actors, actor('a-9')],
      partnerships: [...after.partnerships, tie('a-3', 'a-2', { id: 'x' })],
    });
    expect([...added]).toEqual(['a-9']);
    // A project that has come into force is new; a tie told the other way round is not.
    expect([...pairs].sort()).toEqual(['a-1~~a-4', 'a-2~~a-4']);
    expect(newInNetwork(d, d)).toEqual({ actors: new Set(), pairs: new Set() });
  });
});
