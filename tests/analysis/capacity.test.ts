import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse';
import { capacityRuns } from '../../src/analysis/capacityRobustness';
import { findPossibleNeeds } from '../../src/analysis/gaps';
import { dai } from '../../src/analysis/metrics/decay';
import { minutesFromKm } from '../../src/analysis/travel';
import { possibleNeedSentence } from '../../src/sentences/gaps';
import { distanceKm } from '../../src/territory/distance';
import { buildTerritory } from '../../src/territory/territory';
import { fr } from '../../src/text/fr';
import { smallFile } from '../territory/fixture';
import { actor, diagnosisOf, scheme, site } from './fixture';

const land = buildTerritory(smallFile);
/** Housing sites by name, longitude, commune and places (null: not stated). */
const housing = (sites: readonly (readonly [string, number, string, number | null])[]) => ({
  actors: sites.map(([id]) => actor(`a-${id}`)),
  sites: sites.map(([id, lon, commune]) => site(id, lon, commune)),
  schemes: sites.map(([id, , , places]) => scheme(id, ['logement'], places === null ? {} : { places })),
});
const read = (sites: Parameters<typeof housing>[0], settings = {}) => analyse(diagnosisOf(housing(sites), settings), land);
const cells = (a: ReturnType<typeof read>) => a.communes.map((c) => c.domains.logement!);

describe('capacity mode', () => {
  test('presence mode while fewer than half of the sites state their places', () => {
    const a = read([
      ['x', -1.9, '44001', 10],
      ['y', -1.8, '44002', null],
      ['z', -1.7, '44003', null],
    ]);
    expect(a.access.logement).toEqual({
      mode: 'presence',
      measures: null,
      knownShare: 1 / 3,
      reference: null,
      referenceFrom: null,
      runs: 9,
    });
    expect(cells(a).every((d) => d.access === null && d.range === null)).toBe(true);
  });
  test('one site: places over the people it reaches, weighed by distance; the reference is the mean', () => {
    const a = read([['x', -1.9, '44001', 10]]);
    const s = a.settings;
    const minutes = land.communes.map((c) => {
      const km = distanceKm({ lon: -1.9, lat: 47 }, c);
      return minutesFromKm(c.code === '44001' ? 2 : km, s);
    });
    const weights = minutes.map(dai(60));
    const reached = weights.reduce((sum, w, i) => sum + w * land.communes[i]!.young, 0);
    expect(a.access.logement).toMatchObject({ mode: 'capacite', knownShare: 1, referenceFrom: 'interne', runs: capacityRuns });
    // Conservation: the mean is the ten places over the thousand young people.
    expect(a.access.logement!.reference).toBeCloseTo(10 / 1000, 12);
    cells(a).forEach((d, i) => {
      expect(d.access!.central).toBeCloseTo((weights[i]! * 10) / reached, 12);
      expect(d.access!.ratio).toBeCloseTo(d.access!.central / 0.01, 9);
    });
  });
  test('what it sums up to, by hand: ten places for a thousand young people, two thirds of them far', () => {
    const a = read([['x', -1.9, '44001', 10]], { catchments: { ...diagnosisOf({}).settings.catchments, logement: 20 } });
    const { measures } = a.access.logement!;
    expect(measures!.placesPerThousand).toBeCloseTo(10, 9);
    // Charlie and Delta are beyond twenty minutes: nothing for 700 of the thousand.
    const central = cells(a).map((d) => d.access!.central);
    expect([central[2], central[3]]).toEqual([0, 0]);
    const under = central.reduce((s, c, i) => s + (c < 2 / 300 ? land.communes[i]!.young : 0), 0);
    expect(measures!.underLine).toBeCloseTo(under / 1000, 12);
    const lacking = central.reduce((s, c, i) => s + Math.max(0, 2 / 300 - c) * land.communes[i]!.young, 0);
    expect(measures!.shortfall).toBeCloseTo(lacking, 9);
  });
  test('a stated reference, in places per thousand, decides sufficiency', () => {
    const sites = [
      ['x', -1.9, '44001', 10],
      ['y', -1.6, '44004', 10],
    ] as const;
    const references = { ...diagnosisOf({}).settings.references, logement: 500 };
    const a = read(sites, { references });
    expect(a.access.logement).toMatchObject({ reference: 0.5, referenceFrom: 'reglages' });
    expect(cells(a).map((d) => [d.level, d.component])).toEqual(Array(4).fill([3, 'suffisance']));
  });
  test('an unknown capacity between one place and the ninth decile: the level is a range, never imputed', () => {
    const known = [40, 42, 44, 46, 48].map((places, i) => [`k${i}`, -1.9, '44001', places] as const);
    const a = read([...known, ['u', -1.6, '44004', null]], {
      catchments: { ...diagnosisOf({}).settings.catchments, logement: 12 },
    });
    const delta = cells(a)[3]!;
    // Alone near Delta: from 1 place for its 400 young people to 47.2.
    expect(delta.access!.low).toBeLessThan(delta.access!.central);
    expect(delta.access!.central).toBeLessThan(delta.access!.high);
    expect(delta.range).not.toBeNull();
    expect(delta.level).toBe(delta.range![0]);
    expect(delta.range![0]).toBeLessThan(delta.range![1]);
  });
  test('an unknown capacity that cannot be bounded: presence mode', () => {
    const a = read([
      ['x', -1.9, '44001', 10],
      ['y', -1.8, '44002', null],
    ]);
    expect(a.access.logement!.mode).toBe('presence');
  });
  test('with the reference held, more places never make a level worse', () => {
    const references = { ...diagnosisOf({}).settings.references, logement: 20 };
    const places = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(places, fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 40 }), (start, at, more) => {
        const of = (list: readonly number[]) =>
          cells(
            read(
              list.map((p, i) => [`s${i}`, -1.9 + 0.1 * i, `4400${i + 1}`, p] as const),
              { references },
            ),
          ).map((d) => d.level!);
        const [before, after] = [of(start), of(start.map((p, i) => (i === at ? p + more : p)))];
        return after.every((level, i) => level <= before[i]!);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a need that may be, where places are not stated', () => {
  // Five known sites of ten places in the west; Delta's unstated one alone reaches the east, with 1 to 10 places for 700.
  const base = diagnosisOf({}).settings;
  const known = ['a', 'b', 'c', 'd', 'e'].map((id) => [id, -1.9, '44001', 10] as const);
  const a = read([...known, ['y', -1.6, '44004', null]], {
    domains: ['logement'],
    catchments: { ...base.catchments, logement: 20 },
    references: { ...base.references, logement: 8 },
    thresholds: { ...base.thresholds, logement: [20, 30, 60] as const },
  });
  test('is told apart: nobody surely, everybody at most', () => {
    const east = a.units.find((u) => u.name === 'CC Est')!;
    expect(east.domains.logement).toMatchObject({ people: 0 });
    expect(east.domains.logement!.peopleAtMost).toBeCloseTo(700, 9);
    expect(a.gaps.filter((g) => g.territory.code === east.code)).toEqual([]);
    const [need, ...others] = findPossibleNeeds(a);
    expect([need!.unit.name, need!.domain, others]).toEqual(['CC Est', 'logement', []]);
  });
  test('and said so, without being affirmed', () => {
    const said = possibleNeedSentence(findPossibleNeeds(a)[0]!, a, fr);
    expect(said).toContain(
      'Dans la CC Est, partie située dans le département, tous les jeunes de 18 à 24 ans (environ 700, population générale, estimation) vivent peut-être',
    );
    expect(said).toContain('places ne sont pas renseignées');
  });
});
