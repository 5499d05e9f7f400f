import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse';
import { buildGrid, pairsNear } from '../../src/analysis/metrics/grid';
import { levelFrom } from '../../src/analysis/metrics/level';
import { coverageShare, meanOfNearest, nearestCost, nearestIndex } from '../../src/analysis/metrics/reach';
import { majorityLevel, weightedMedianIndex } from '../../src/analysis/metrics/weighted';
import { buildTravel } from '../../src/analysis/travel';
import { defaultSettings } from '../../src/document/diagnosis';
import type { DomainId } from '../../src/model/domains';
import type { Scheme } from '../../src/model/inventory';
import { distanceKm } from '../../src/territory/distance';
import { buildTerritory } from '../../src/territory/territory';
import { smallFile } from '../territory/fixture';
import { actor, diagnosisOf, scheme, site } from './fixture';

const territory = buildTerritory(smallFile);
/** One site per entry: id, longitude, commune; all of the same domain. */
const place = (entries: readonly (readonly [string, number, string])[], domain: DomainId = 'sante', more = {}) => ({
  actors: entries.map(([id]) => actor(`a-${id}`)),
  sites: entries.map(([id, lon, commune]) => site(id, lon, commune)),
  schemes: entries.map(([id]) => scheme(id, [domain], more)),
});
const health = (analysis: ReturnType<typeof analyse>) => analysis.communes.map((c) => c.domains.sante!);

describe('levels of communes', () => {
  test('time is 60 × detour × km / speed + access, at least half the root of the area inside the commune', () => {
    const analysis = analyse(diagnosisOf(place([['x', -1.9, '44001']])), territory);
    const km = distanceKm({ lon: -1.9, lat: 47 }, { lon: -1.8, lat: 47 });
    expect(km).toBeCloseTo(7.583, 3);
    const [a, b] = health(analysis);
    // 0.5 × √16 km² = 2 km; 60 × 1.3 × 2 / 50 + 2 = 5.12 min.
    expect(a!.minutes).toBeCloseTo(5.12, 9);
    expect(b!.minutes).toBeCloseTo((60 * 1.3 * km) / 50 + 2, 9);
  });
  test('distance and redundancy: one site only is fragile however near; two are covered', () => {
    const one = health(analyse(diagnosisOf(place([['x', -1.9, '44001']])), territory));
    expect(one.map((d) => [d.level, d.component])).toEqual([
      [1, 'redondance'],
      [1, 'redondance'],
      // 15.2 km → 25.7 min: fragile by distance too; distance decides when both say the same.
      [1, 'distance'],
      // 22.7 km → 37.5 min.
      [2, 'distance'],
    ]);
    const two = health(
      analyse(
        diagnosisOf(
          place([
            ['x', -1.9, '44001'],
            ['y', -1.9, '44001'],
          ]),
        ),
        territory,
      ),
    );
    expect(two.map((d) => d.level)).toEqual([0, 0, 1, 2]);
    expect(two.map((d) => d.withinReach)).toEqual([2, 2, 2, 0]);
  });
  test('no place at all is no offer; unknown is not zero', () => {
    const at = (more: Partial<Scheme>) => {
      const [first] = health(analyse(diagnosisOf(place([['x', -1.9, '44001']], 'sante', more)), territory));
      return [first!.minutes === null, first!.withinReach];
    };
    expect(at({ places: 0 })).toEqual([true, 0]);
    expect(at({})).toEqual([false, 1]);
  });
  test('of several schemes at the nearest site, one that is open to the commune is told, with the most room', () => {
    const inventory = {
      actors: [actor('a-x')],
      sites: [site('x', -1.9, '44001')],
      schemes: [
        scheme('x', ['sante'], { name: 'Fermé à Alpha', zone: ['44004'] }),
        scheme('full', ['sante'], { name: 'Plein', actorId: 'a-x', siteIds: ['s-x'], occupancy: 0.99 }),
        scheme('room', ['sante'], { name: 'Avec de la place', actorId: 'a-x', siteIds: ['s-x'], occupancy: 0.2 }),
      ],
    };
    const [alpha] = health(analyse(diagnosisOf(inventory), territory));
    expect(alpha!.nearest).toMatchObject({ schemeId: 'd-room', name: 'Avec de la place', saturation: 'disponible' });
  });
  test('two schemes at one site are one site', () => {
    const inventory = place([['x', -1.9, '44001']]);
    const twice = { ...inventory, schemes: [...inventory.schemes, { ...inventory.schemes[0]!, id: 'd-x2' }] };
    expect(health(analyse(diagnosisOf(twice), territory))[0]!.withinReach).toBe(1);
  });
  test('a closed scheme, a remote one, a site without position do not count; the last two are told apart', () => {
    const inventory = {
      actors: ['c', 'r', 'n'].map((id) => actor(`a-${id}`)),
      sites: [site('c', -1.9, '44001'), site('r', -1.9, '44001'), { ...site('n', 0, '44001'), point: undefined as never }].map(
        (s) => Object.fromEntries(Object.entries(s).filter(([, v]) => v !== undefined)) as never,
      ),
      schemes: [scheme('c', ['sante'], { closed: true }), scheme('r', ['sante'], { mode: 'distance' }), scheme('n', ['sante'])],
    };
    const analysis = analyse(diagnosisOf(inventory), territory);
    expect(health(analysis).map((d) => [d.level, d.minutes])).toEqual(Array(4).fill([3, null]));
    expect(analysis.totals).toMatchObject({ closed: 1, withoutPosition: 1, placed: 0 });
    expect(analysis.totals.remoteOnly.map((s) => s.schemeId)).toEqual(['d-r']);
  });
  test('a scheme without domain never counts', () => {
    const inventory = place([['x', -1.9, '44001']]);
    const bare = { ...inventory, schemes: inventory.schemes.map((s) => ({ ...s, domains: [] })) };
    const analysis = analyse(diagnosisOf(bare), territory);
    expect(analysis.totals).toMatchObject({ withoutDomain: 1, placed: 1 });
    expect(health(analysis).every((d) => d.level === 3)).toBe(true);
  });
});

describe('eligibility', () => {
  test.each([
    [['44001'], [true, false, false, false]],
    [['200000002'], [false, false, true, true]],
    [['44'], [true, true, true, true]],
    [['france'], [true, true, true, true]],
    [['49'], [false, false, false, false]],
  ])('zone %j', (zone, expected) => {
    const d = health(analyse(diagnosisOf(place([['x', -1.9, '44001']], 'sante', { zone })), territory));
    expect(d.map((x) => x.eligible)).toEqual(expected);
    expect(d.map((x) => x.zoneStated)).toEqual(expected);
    // A site reserved to others is no supply.
    expect(d.map((x) => x.minutes !== null)).toEqual(expected);
  });
  test('an unknown zone does not exclude, and is not said to be stated', () => {
    const d = health(analyse(diagnosisOf(place([['x', -1.9, '44001']])), territory));
    expect(d.map((x) => [x.eligible, x.zoneStated])).toEqual(Array(4).fill([true, false]));
  });
});

describe('unknown is not zero', () => {
  test('nothing censused: no level, no confidence', () => {
    const analysis = analyse(diagnosisOf(place([['x', -1.9, '44001']]), {}, []), territory);
    const d = health(analysis);
    // The site makes the census of its own unit partial; the other unit has no data.
    expect(d.map((x) => [x.level, x.component, x.confidence])).toEqual([
      [1, 'redondance', 'faible'],
      [1, 'redondance', 'faible'],
      [null, 'donnees-absentes', null],
      [null, 'donnees-absentes', null],
    ]);
    expect(analysis.units.find((u) => u.name === 'CC Est')!.domains.sante).toMatchObject({
      level: null,
      people: 0,
      youngWithoutData: 700,
    });
    expect(analysis.gaps).toEqual([]);
  });
  test('confidence is null without records, « faible » until the census is declared complete', () => {
    const known = { verification: 'verifie', ageMin: 16, places: 5 } as const;
    const of = (state: 'partiel' | 'complet') =>
      health(
        analyse(
          diagnosisOf(place([['x', -1.9, '44001']], 'sante', known), {}, [{ unitCode: '200000001', domain: 'sante', state }]),
          territory,
        ),
      )[0]!.confidence;
    expect(of('partiel')).toBe('faible');
    expect(of('complet')).toBe('haute');
    const bare = analyse(
      diagnosisOf(place([['x', -1.9, '44001']]), {}, [{ unitCode: '200000001', domain: 'sante', state: 'complet' }]),
      territory,
    );
    expect(health(bare)[0]!.confidence).toBe('faible');
    expect(bare.communes[0]!.domains.logement).toMatchObject({ level: null, confidence: null });
  });
});

describe('units', () => {
  test('the level is the highest that at least half of the young people reach', () => {
    expect(majorityLevel([45, 15, 25, 15])).toBe(1);
    expect(majorityLevel([50, 0, 50, 0])).toBe(2);
    expect(majorityLevel([51, 0, 49, 0])).toBe(0);
    expect(majorityLevel([0, 0, 0, 0])).toBe(0);
  });
  test('the median is weighted by young people', () => {
    expect(weightedMedianIndex([10, 20, 30], [1, 1, 5])).toBe(2);
    expect(weightedMedianIndex([10, 20], [1, 1])).toBe(0);
    expect(weightedMedianIndex([], [])).toBe(-1);
  });
  test('people in need add up over units, and levels over people', () => {
    const analysis = analyse(diagnosisOf(place([['x', -1.9, '44001']])), territory);
    const [east, west] = analysis.units;
    expect(west!.domains.sante).toMatchObject({ level: 1, people: 0, youngByLevel: [0, 300, 0, 0] });
    expect(east!.domains.sante).toMatchObject({ level: 2, people: 400, youngByLevel: [0, 300, 400, 0] });
    expect(east!.domains.sante!.rate).toBeCloseTo(4 / 7, 12);
    expect(analysis.whole.domains.sante!.people).toBe(400);
    expect(analysis.gaps[0]).toMatchObject({ id: 'emploi:200000002', people: 700, level: 3, nearest: null });
    expect(analysis.gaps.find((g) => g.id === 'sante:200000002')).toMatchObject({
      people: 400,
      level: 2,
      communeCodes: ['44004'],
      candidates: [{ actorId: 'a-x' }],
      nearest: { schemeId: 'd-x' },
    });
  });
  test('gaps are ranked by people', () => {
    const people = analyse(diagnosisOf({}), territory).gaps.map((g) => g.people);
    expect(people).toEqual([...people].sort((a, b) => b - a));
    expect(people).toHaveLength(8);
  });
});

describe('the three nearest', () => {
  test('mean of their minutes, whatever the catchment; null with fewer; a unit has the median of its communes', () => {
    const three = place([
      ['x', -1.9, '44001'],
      ['y', -1.8, '44002'],
      ['z', -1.7, '44003'],
    ]);
    const analysis = analyse(diagnosisOf(three, { thresholds: { ...defaultSettings.thresholds, sante: [2, 4, 6] } }), territory);
    const at = (a: number, b: number) => (60 * 1.3 * distanceKm({ lon: a, lat: 47 }, { lon: b, lat: 47 })) / 50 + 2;
    // Own commune: 0.5 × √16 km² = 2 km → 5.12 min.
    expect(health(analysis)[0]!.meanOfThree).toBeCloseTo((5.12 + at(-1.9, -1.8) + at(-1.9, -1.7)) / 3, 9);
    // 22.7, 15.2 and 7.6 km away.
    expect(health(analysis)[3]!.meanOfThree).toBeCloseTo((at(-1.6, -1.9) + at(-1.6, -1.8) + at(-1.6, -1.7)) / 3, 9);
    const two = { ...three, schemes: three.schemes.slice(1) };
    expect(health(analyse(diagnosisOf(two), territory)).map((d) => d.meanOfThree)).toEqual([null, null, null, null]);
  });
  test('the same as sorting all the costs', () => {
    const lon = fc.double({ min: -1.99, max: -1.51, noNaN: true });
    fc.assert(
      fc.property(fc.array(lon, { minLength: 3, maxLength: 30 }), (lons) => {
        const inventory = place(lons.map((x, i) => [`${i}`, x, '44001'] as const));
        const analysis = analyse(diagnosisOf(inventory), territory);
        const travel = buildTravel(defaultSettings, territory);
        territory.communes.forEach((commune, i) => {
          const costs = inventory.sites.map((s) => travel.to(commune, { point: s.point!, communeCode: s.communeCode! }));
          expect(health(analysis)[i]!.meanOfThree).toBeCloseTo(meanOfNearest(costs, 3)!, 9);
        });
      }),
    );
  });
});

describe('protected places', () => {
  const inventory = { ...place([['x', -1.83, '44002']]), actors: [actor('a-x', { kind: 'chrs' })] };
  test('count and show at their commune', () => {
    const analysis = analyse(diagnosisOf(inventory), territory);
    expect(analysis.placed[0]).toMatchObject({ point: { lon: -1.8, lat: 47 }, precision: 'commune', protectedPlace: true });
  });
  test('told by the name too, whatever kind was stated', () => {
    const named = { ...inventory, actors: [actor('a-x', { kind: 'association', name: 'MECS du Bocage' })] };
    expect(analyse(diagnosisOf(named), territory).placed[0]).toMatchObject({ point: { lon: -1.8 }, protectedPlace: true });
  });
  test('show where they are once unlocked', () => {
    const analysis = analyse(diagnosisOf(inventory, { showProtectedPlaces: true }), territory);
    expect(analysis.placed[0]).toMatchObject({ point: { lon: -1.83, lat: 47 }, protectedPlace: false });
  });
});

describe('properties', () => {
  const lon = fc.double({ min: -1.99, max: -1.51, noNaN: true });
  const inventoryOf = (lons: readonly number[]) => place(lons.map((x, i) => [`${i}`, x, '44001'] as const));
  test('adding a site never raises a level nor the minutes', () => {
    fc.assert(
      fc.property(fc.array(lon, { maxLength: 6 }), lon, (lons, added) => {
        const before = health(analyse(diagnosisOf(inventoryOf(lons)), territory));
        const after = health(analyse(diagnosisOf(inventoryOf([...lons, added])), territory));
        before.forEach((d, i) => {
          expect(after[i]!.level!).toBeLessThanOrEqual(d.level!);
          expect(after[i]!.minutes ?? Infinity).toBeLessThanOrEqual(d.minutes ?? Infinity);
        });
      }),
      { numRuns: 60 },
    );
  });
  test('the order of the records changes nothing', () => {
    fc.assert(
      fc.property(fc.uniqueArray(lon, { minLength: 2, maxLength: 6 }), (lons) => {
        const inventory = inventoryOf(lons);
        const reversed = {
          actors: [...inventory.actors].reverse(),
          sites: [...inventory.sites].reverse(),
          schemes: [...inventory.schemes].reverse(),
        };
        const [a, b] = [inventory, reversed].map((x) => analyse(diagnosisOf(x), territory));
        expect(b!.units).toEqual(a!.units);
      }),
      { numRuns: 30 },
    );
  });
  test('a slower speed never lowers a level', () => {
    fc.assert(
      fc.property(fc.array(lon, { minLength: 1, maxLength: 5 }), fc.integer({ min: 10, max: 50 }), (lons, speedKmh) => {
        const usual = health(analyse(diagnosisOf(inventoryOf(lons)), territory));
        const slow = health(analyse(diagnosisOf(inventoryOf(lons), { speedKmh }), territory));
        for (const [i, d] of usual.entries()) expect(slow[i]!.level!).toBeGreaterThanOrEqual(d.level!);
      }),
      { numRuns: 40 },
    );
  });
  test('level is monotone in minutes and in the count', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 50, noNaN: true }),
        fc.nat(5),
        (minutes, more, n) => {
          expect(levelFrom(minutes + more, n, [20, 30, 45]).level).toBeGreaterThanOrEqual(
            levelFrom(minutes, n, [20, 30, 45]).level,
          );
          expect(levelFrom(minutes, n + 1, [20, 30, 45]).level).toBeLessThanOrEqual(levelFrom(minutes, n, [20, 30, 45]).level);
        },
      ),
    );
  });
});

test('reach measures on a hand-made row', () => {
  const costs = [30, Number.POSITIVE_INFINITY, 12, 12];
  expect([nearestCost(costs), nearestIndex(costs), nearestCost([]), nearestIndex([])]).toEqual([12, 2, Infinity, -1]);
  expect([meanOfNearest(costs, 3), meanOfNearest(costs, 4)]).toEqual([18, null]);
  expect([coverageShare([1, 3], [10, 20], 10), coverageShare([0], [1], 10)]).toEqual([0.25, null]);
});

test('the travel times of pairs are those from each commune to each place', () => {
  const places = [
    { point: { lon: -1.9, lat: 47 }, communeCode: '44001' },
    { point: { lon: -1.62, lat: 47.03 } },
    { point: { lon: 2.35, lat: 48.85 }, communeCode: '75056' },
  ];
  const settings = { detour: 1.3, speedKmh: 50, accessMinutes: 2 };
  const travel = buildTravel(settings, territory);
  const km = pairsNear(
    places.map((p) => p.point),
    buildGrid(territory.communes),
    Number.POSITIVE_INFINITY,
  );
  const minutes = travel.minutes(
    km,
    places.map((p) => p.communeCode),
    territory.communes,
  );
  expect(minutes).toHaveLength(places.length * territory.communes.length);
  for (const [j, place] of places.entries())
    for (let k = km.start[j]!; k < km.start[j + 1]!; k++)
      expect(minutes[k]).toBeCloseTo(travel.to(territory.communes[km.column[k]!]!, place), 7);
});
