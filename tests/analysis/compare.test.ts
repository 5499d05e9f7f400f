import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse, holdOf } from '../../src/analysis/analyse';
import { compare, refusalOf } from '../../src/analysis/compare';
import { compareRecords, compareSchemes } from '../../src/analysis/compareRecords';
import { apply } from '../../src/document/commands';
import { type Diagnosis, defaultSettings, type Settings } from '../../src/document/diagnosis';
import type { Actor, Scheme, Site } from '../../src/model/inventory';
import { buildTerritory } from '../../src/territory/territory';
import { smallFile } from '../territory/fixture';
import { actor, diagnosisOf, scheme, site } from './fixture';

const territory = buildTerritory(smallFile);
/** Health schemes: id, longitude, commune, places. */
const health = (
  entries: readonly (readonly [string, number, string, (number | undefined)?])[],
  settings: Partial<Settings> = {},
  more: (id: string) => Partial<Scheme> = () => ({}),
) =>
  diagnosisOf(
    {
      actors: entries.map(([id]) => actor(`a-${id}`)),
      sites: entries.map(([id, lon, commune]) => site(id, lon, commune)),
      schemes: entries.map(([id, , , places]) =>
        scheme(id, ['sante'], { ...(places === undefined ? {} : { places }), ...more(id) }),
      ),
    },
    settings,
  );
const read = (d: Diagnosis) => ({ analysis: analyse(d, territory), inventory: d.inventory });
const x = ['x', -1.9, '44001'] as const;
const y = ['y', -1.6, '44004'] as const;

describe('schemes of two states', () => {
  test('opened, closed, changed field by field, unchanged: each once', () => {
    const before = health([x, y, ['gone', -1.7, '44003'], ['shut', -1.7, '44003']]).inventory;
    const after = health([x, y, ['shut', -1.7, '44003'], ['new', -1.7, '44003']], {}, (id) =>
      id === 'shut' ? { closed: true } : id === 'y' ? { places: 12, name: 'Autre nom', verification: 'verifie' } : {},
    ).inventory;
    const { opened, closed, changed, unchanged } = compareSchemes(before, after);
    expect(opened.map((s) => s.id)).toEqual(['d-new']);
    expect(closed.map((s) => s.id).sort()).toEqual(['d-gone', 'd-shut']);
    expect(changed.map((c) => [c.scheme.id, c.fields])).toEqual([
      [
        'd-y',
        [
          { field: 'name', before: 'Dispositif y', after: 'Autre nom' },
          { field: 'places', before: undefined, after: 12 },
        ],
      ],
    ]);
    expect(unchanged).toBe(1);
  });
});

describe('actors and sites of two states', () => {
  const inventoryOf = (actorMore: Partial<Actor>, siteMore: Partial<Site>, schemeMore: Partial<Scheme> = {}) =>
    diagnosisOf({
      actors: [actor('a-x', actorMore)],
      sites: [site('x', -1.9, '44001', { address: '1 rue Haute', communeName: 'Alpha', ...siteMore })],
      schemes: [scheme('x', ['sante'], schemeMore)],
    }).inventory;
  const before = inventoryOf({}, {});
  test('an actor renamed, of another kind: field by field; what tells of its source is not told', () => {
    const after = inventoryOf({ name: 'Autre nom', acronym: 'AN', kind: 'ccas', verification: 'verifie', note: 'vu' }, {});
    expect(compareRecords(before, after)).toMatchObject({ actors: [{ actor: { id: 'a-x' } }], sites: [] });
    expect(compareRecords(before, after).actors[0]!.fields).toEqual([
      { field: 'name', before: 'Acteur a-x', after: 'Autre nom' },
      { field: 'kind', before: 'association', after: 'ccas' },
      { field: 'acronym', before: undefined, after: 'AN' },
    ]);
  });
  test('a site moved: address, commune, position; one commune spelt otherwise is not a move', () => {
    const moved = inventoryOf(
      {},
      { address: '2 rue Basse', communeCode: '44002', communeName: 'Bravo', point: { lon: -1.8, lat: 47 } },
    );
    expect(compareRecords(before, moved)).toEqual({
      actors: [],
      sites: [
        {
          siteId: 's-x',
          actorId: 'a-x',
          isHidden: false,
          fields: [
            { field: 'address', before: '1 rue Haute', after: '2 rue Basse' },
            { field: 'communeName', before: 'Alpha', after: 'Bravo' },
            { field: 'point', before: { lon: -1.9, lat: 47 }, after: { lon: -1.8, lat: 47 } },
          ],
        },
      ],
    });
    expect(compareRecords(before, inventoryOf({}, { communeName: 'ALPHA', precision: 'commune' })).sites).toEqual([]);
  });
  test.each([
    ['a kind', { kind: 'chrs' }, {}],
    ['a name', { name: 'Foyer de l’enfance' }, {}],
    ['a scheme', {}, { name: 'Lieu de vie des Tilleuls' }],
  ] as const)('a place protected by %s, in one state or both, never gives its address or its position', (_, by, offer) => {
    const where = { address: '9 rue Cachée', point: { lon: -1.8123, lat: 47.0456 } };
    const elsewhere = { ...where, communeCode: '44002', communeName: 'Bravo' };
    for (const [then, now] of [
      [inventoryOf(by, {}, offer), inventoryOf(by, elsewhere, offer)],
      [before, inventoryOf(by, elsewhere, offer)],
      [inventoryOf(by, elsewhere, offer), before],
    ] as const) {
      const { sites } = compareRecords(then, now);
      expect(sites).toMatchObject([{ siteId: 's-x', isHidden: true, fields: [{ field: 'communeName' }] }]);
      expect(JSON.stringify(sites)).not.toMatch(/rue (Haute|Cachée)|1\.8|47\.0/);
    }
    const onlyAddress = compareRecords(inventoryOf(by, {}, offer), inventoryOf(by, where, offer)).sites;
    expect(onlyAddress).toEqual([{ siteId: 's-x', actorId: 'a-x', isHidden: true, fields: [] }]);
  });
  test('told of two states of one département only', () => {
    const side = (inventory: typeof before) => ({ analysis: analyse(diagnosisOf(inventory), territory), inventory });
    const after = side(inventoryOf({ name: 'Autre nom' }, {}));
    expect(compare({ before: side(before), after }).records!.actors).toHaveLength(1);
    const far = { ...after, analysis: { ...after.analysis, departement: '85' } };
    expect(compare({ before: side(before), after: far }).records).toBeNull();
  });
});

describe('needs of two states', () => {
  test('a scheme opened beside those without supply: their need is solved, nothing else changes', () => {
    const [before, after] = [read(health([x])), read(health([x, y]))];
    const solved = compare({ before, after });
    // Seen back to front, the same need is new.
    const lost = compare({ before: after, after: before });
    expect(solved.gaps!.solved.map((g) => g.id)).toEqual(['sante:200000002']);
    expect(solved.gaps!.opened).toEqual([]);
    expect(lost.gaps!.opened.map((g) => g.id)).toEqual(['sante:200000002']);
    expect(lost.gaps!.solved).toEqual([]);
    const all = (side: ReturnType<typeof read>) => side.analysis.gaps.length;
    expect(solved.gaps!.unchanged + solved.gaps!.changed.length + solved.gaps!.solved.length).toBe(all(before));
    expect(solved.gaps!.unchanged + solved.gaps!.changed.length + solved.gaps!.opened.length).toBe(all(after));
  });
  test('a need is solved where the later state says so, not where it says nothing', () => {
    const before = read(health([x]));
    const bare = read({ ...diagnosisOf({}, {}, []) });
    const gone = compare({ before, after: bare }).gaps!;
    expect(bare.analysis.units.every((u) => u.domains.sante!.level === null)).toBe(true);
    expect(gone.solved).toEqual([]);
    expect(gone.unsure).toHaveLength(before.analysis.gaps.length);
    const back = compare({ before: bare, after: before }).gaps!;
    expect(back.opened).toEqual([]);
    expect(back.unsure).toHaveLength(before.analysis.gaps.length);
  });
  describe('where some communes have data in one state only', () => {
    // Read as one unit, so that a part of it may lack data.
    const [west, east] = ['200000001', '200000002'];
    const state = (entries: Parameters<typeof health>[0], units: readonly string[]) =>
      read({
        ...health(entries, { mesh: 'departement', domains: ['sante'], speedKmh: 15 }),
        census: units.map((unitCode) => ({ unitCode, domain: 'sante', state: 'partiel' })),
      });
    const far = ['far', -1.3, '44004'] as const;
    const lacking = (side: ReturnType<typeof read>) => side.analysis.whole.domains.sante!.youngWithoutData;
    test('what changed is to be verified, whichever state lacks them', () => {
      const [all, part] = [state([far], [west, east]), state([far], [east])];
      expect([lacking(all), lacking(part)]).toEqual([0, 300]);
      const [id] = all.analysis.gaps.map((g) => g.id);
      expect([all, part].map((s) => s.analysis.gaps.map((g) => g.id))).toEqual([[id], [id]]);
      for (const [before, after] of [
        [all, part],
        [part, all],
      ] as const) {
        const { changed, unsure, unchanged } = compare({ before, after }).gaps!;
        expect([changed, unsure.map((g) => g.id), unchanged]).toEqual([[], [id], 0]);
      }
    });
    test('a need no more told is not solved either', () => {
      // All is covered in the east, the only part of which something is known later.
      const near = [
        ['e1', -1.65, '44003'],
        ['e2', -1.65, '44003'],
      ] as const;
      const [before, after] = [state([far], [west, east]), state(near, [east])];
      expect(after.analysis.gaps).toEqual([]);
      const { solved, unsure } = compare({ before, after }).gaps!;
      expect([solved, unsure]).toEqual([[], before.analysis.gaps]);
    });
    test('data lacking in both alike: what changed is told', () => {
      const [before, after] = [state([far], [east]), state([far, ['e', -1.7, '44003']], [east])];
      expect([lacking(before), lacking(after)]).toEqual([300, 300]);
      expect(compare({ before, after }).gaps).toMatchObject({ changed: [{}], unsure: [], solved: [] });
    });
  });
  test('a state against itself: nothing', () => {
    const side = read(health([x]));
    const { gaps, schemes } = compare({ before: side, after: side });
    expect(gaps).toMatchObject({ solved: [], opened: [], changed: [], unchanged: side.analysis.gaps.length });
    expect(schemes).toMatchObject({ opened: [], closed: [], changed: [], unchanged: 1 });
  });
});

describe('what cannot be compared', () => {
  const presence = analyse(health([x, y]), territory);
  test.each([
    ['presence on both sides', health([x]), null],
    ['other thresholds', health([x], { thresholds: { ...defaultSettings.thresholds, sante: [10, 20, 30] } }), 'seuils'],
    ['another speed', health([x], { speedKmh: 60 }), 'temps'],
    ['places on one side only', health([['x', -1.9, '44001', 10]]), 'lecture'],
    ['a domain that is not read', health([x], { domains: ['logement'] }), 'domaine'],
  ] as const)('%s', (_, other, refusal) => {
    expect(refusalOf('sante', presence, analyse(other, territory))).toBe(refusal);
  });
  test('places under the mean of each are not one reference; under one that is set they are', () => {
    const few = health([['x', -1.9, '44001', 10]]);
    const many = health([['x', -1.9, '44001', 40]]);
    const at = (d: Diagnosis, sante: number | null) =>
      analyse(
        apply(d, { type: 'changeSettings', settings: { references: { ...defaultSettings.references, sante } } }),
        territory,
      );
    expect(refusalOf('sante', at(few, null), at(many, null))).toBe('reference');
    expect(refusalOf('sante', at(few, 5), at(many, 5))).toBeNull();
    expect(refusalOf('sante', at(few, 5), at(many, 6))).toBe('reference');
  });
  test('read as an earlier state is, two states compare', () => {
    const before = health([['x', -1.9, '44001', 10]]);
    const after = health([
      ['x', -1.9, '44001', 10],
      ['y', -1.6, '44004', 10],
    ]);
    const held = holdOf(before, territory);
    const under = (d: Diagnosis) => analyse(d, territory, held);
    expect(under(after).access.sante).toMatchObject({ referenceFrom: 'tenue', reference: held.sante!.reference });
    expect(refusalOf('sante', under(before), under(after))).toBeNull();
    expect(refusalOf('sante', analyse(before, territory), analyse(after, territory))).toBe('reference');
  });
  test('with mode, A* and bounds of unknown places held, adding a scheme never raises a level', () => {
    const spots = [
      [-1.9, '44001'],
      [-1.8, '44002'],
      [-1.7, '44003'],
      [-1.6, '44004'],
    ] as const;
    const offer = fc.record({ at: fc.nat({ max: 3 }), places: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }) });
    fc.assert(
      fc.property(fc.array(offer, { minLength: 1, maxLength: 14 }), offer, (offers, added) => {
        const of = (list: readonly (typeof added)[]) => health(list.map((o, i) => [`${i}`, ...spots[o.at]!, o.places] as const));
        const before = of(offers);
        const held = holdOf(before, territory);
        const [was, is] = [analyse(before, territory, held), analyse(of([...offers, added]), territory, held)];
        was.communes.forEach((c, i) => {
          const [a, b] = [c.domains.sante!, is.communes[i]!.domains.sante!];
          if (a.level === null) return;
          expect(b.level!).toBeLessThanOrEqual(a.level);
          expect(b.range?.[1] ?? b.level!).toBeLessThanOrEqual(a.range?.[1] ?? a.level);
        });
      }),
    );
  });
  test('refused domains are left out of the needs compared', () => {
    const { gaps, domains } = compare({ before: read(health([x])), after: read(health([['x', -1.9, '44001', 10]])) });
    expect(domains.find((d) => d.domain === 'sante')!.refusal).toBe('lecture');
    expect([...gaps!.solved, ...gaps!.opened].filter((g) => g.domain === 'sante')).toEqual([]);
  });
});

test('a snapshot keeps the records and the census as they are, under a name and a date', () => {
  const d = health([x]);
  const taken = apply(apply(d, { type: 'takeSnapshot', name: 'Commission', takenOn: '2026-11-22' }), {
    type: 'takeSnapshot',
    name: 'Commission',
    takenOn: '2026-11-22',
  });
  expect(taken.snapshots.map((s) => [s.name, s.takenOn])).toEqual([
    ['Commission', '2026-11-22'],
    ['Commission', '2026-11-22'],
  ]);
  expect(new Set(taken.snapshots.map((s) => s.id)).size).toBe(2);
  expect(taken.snapshots[0]!.inventory).toBe(d.inventory);
  const left = apply(taken, { type: 'dropSnapshot', id: taken.snapshots[0]!.id });
  expect(left.snapshots).toEqual([taken.snapshots[1]]);
  // Taken again after a drop, it is told apart from the one that stays.
  const again = apply(left, { type: 'takeSnapshot', name: 'Commission', takenOn: '2026-11-22' });
  expect(new Set(again.snapshots.map((s) => s.id)).size).toBe(2);
});

test('needs weighed by other young people are not set side by side', () => {
  const a = analyse(health([x, y]), territory);
  const counted = { ...a, youngFrom: { group: 'ase' as const, ages: '', years: '' } };
  expect(refusalOf('sante', a, a)).toBeNull();
  expect(refusalOf('sante', a, counted)).toBe('jeunes');
  expect(refusalOf('sante', counted, counted)).toBeNull();
});
