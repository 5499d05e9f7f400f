import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { analyse, analyseAtOnce, analyseInSteps } from '../../src/analysis/analyse';
import { accessOverLand, buildGrid, pairsNear } from '../../src/analysis/metrics/grid';
import { seededRandom } from '../../src/analysis/random';
import { keptApart, rememberLast } from '../../src/analysis/remember';
import { minutesFromKm } from '../../src/analysis/travel';
import { emptyDiagnosis } from '../../src/document/diagnosis';
import type { Point } from '../../src/model/inventory';
import { gapProof, gapSentence } from '../../src/sentences/gaps';
import { chord2FromKm, distanceKm, kmFromChord2 } from '../../src/territory/distance';
import { fr } from '../../src/text/fr';
import { compareStates } from '../../src/worker/comparing';
import { territory44 } from '../import/fixture';
import { actor, scheme, site } from './fixture';
import { readPlainly } from './plainReading';

const settings = emptyDiagnosis('44', 'Essai').settings;

/** Housing at seeded places of Loire-Atlantique; some zoned, places stated. */
function seededOffers(seed: number, count: number) {
  const random = seededRandom(seed);
  const { communes } = territory44;
  return Array.from({ length: count }, (_, n) => {
    const home = communes[Math.floor(random() * communes.length)]!;
    const point = { lon: home.lon + 0.05 * (random() - 0.5), lat: home.lat + 0.05 * (random() - 0.5) };
    const near = communes.filter((c) => distanceKm(c, home) < 25).map((c) => c.code);
    return {
      site: site(`x${n}`, 0, home.code, { point }),
      scheme: scheme(`x${n}`, ['logement'], { places: 1 + Math.floor(30 * random()), ...(random() < 0.3 ? { zone: near } : {}) }),
    };
  });
}

const diagnosisOf = (offers: ReturnType<typeof seededOffers>, more: Partial<typeof settings> = {}) => ({
  ...emptyDiagnosis('44', 'Essai'),
  settings: { ...settings, ...more },
  inventory: {
    actors: offers.map((o) => actor(o.site.actorId)),
    sites: offers.map((o) => o.site),
    schemes: offers.map((o) => o.scheme),
    partnerships: [],
  },
});

test('the same readings as plain loops over every pair, at any speed and catchment, one case after another', () => {
  const cases = fc.record({
    seed: fc.integer({ min: 1, max: 1e6 }),
    count: fc.integer({ min: 1, max: 25 }),
    speedKmh: fc.integer({ min: 20, max: 90 }),
    d0: fc.integer({ min: 5, max: 60 }),
    t2: fc.integer({ min: 4, max: 60 }),
  });
  fc.assert(
    fc.property(cases, ({ seed, count, speedKmh, d0, t2 }) => {
      const offers = seededOffers(seed, count);
      const d = diagnosisOf(offers, {
        speedKmh,
        catchments: { ...settings.catchments, logement: d0 },
        thresholds: { ...settings.thresholds, logement: [t2 / 2, t2, 2 * t2] },
      });
      const plain = readPlainly(territory44.communes, offers, d.settings);
      const { communes, access } = analyse(d, territory44);
      expect(access.logement!.mode).toBe(plain.some((p) => p.access > 0) ? 'capacite' : 'presence');
      communes.forEach((c, i) => {
        const [found, wanted] = [c.domains.logement!, plain[i]!];
        expect(found.minutes ?? Number.POSITIVE_INFINITY).toBeCloseTo(wanted.minutes, 6);
        expect(found.withinReach).toBe(wanted.withinReach);
        if (!found.access) return;
        expect(found.access.central).toBeCloseTo(wanted.access, 10);
        // A commune without data has no robustness; elsewhere it is the share of the same runs.
        if (found.level !== null) expect(found.robustness).toBeCloseTo(wanted.robustness, 9);
      });
    }),
    { numRuns: 25 },
  );
});

describe('a grid of points', () => {
  const plainPairs = (places: readonly Point[], points: readonly Point[], km: number) =>
    places.map((p) => points.flatMap((q, i) => (distanceKm(p, q) <= km ? [i] : [])));
  const found = (places: readonly Point[], points: readonly Point[], km: number) => {
    const { start, column } = pairsNear(places, buildGrid(points), km);
    return places.map((_, i) => [...column.subarray(start[i], start[i + 1])].sort((a, b) => a - b));
  };
  const point = fc.record({
    lon: fc.double({ min: -6, max: 9, noNaN: true }),
    lat: fc.double({ min: 41, max: 51, noNaN: true }),
  });
  const anywhere = fc.record({
    lon: fc.double({ min: -180, max: 180, noNaN: true }),
    lat: fc.double({ min: -90, max: 90, noNaN: true }),
  });
  test('gives the pairs within some km: all of them, and no other', () => {
    const some = fc.array(fc.oneof(point, anywhere), { maxLength: 40 });
    fc.assert(
      fc.property(some, some, fc.double({ min: 0.5, max: 800, noNaN: true }), (places, points, km) => {
        expect(found(places, points, km)).toEqual(plainPairs(places, points, km));
      }),
      { numRuns: 200 },
    );
  });
  test('across the 180th meridian and over a pole; every pair at any distance; nothing from nothing', () => {
    const far = [
      { lon: 179.9, lat: -17 },
      { lon: -179.9, lat: -17 },
      { lon: 10, lat: 89.9 },
      { lon: -170, lat: 89.9 },
    ];
    expect(found(far, far, 60)).toEqual([
      [0, 1],
      [0, 1],
      [2, 3],
      [2, 3],
    ]);
    expect(found(far, far, Number.POSITIVE_INFINITY)).toEqual(far.map(() => [0, 1, 2, 3]));
    expect(found(far, [], 60)).toEqual([[], [], [], []]);
  });
  test('km from a chord: the series under some 100 km and the arc sine beyond meet', () => {
    for (const km of [0, 1e-3, 1, 50, 127, 128, 1000, 20000]) expect(kmFromChord2(chord2FromKm(km))).toBeCloseTo(km, 6);
  });
  test('E2SFCA slice by slice over a wide land is E2SFCA over all its pairs', () => {
    const random = seededRandom(3);
    const points = (n: number) => Array.from({ length: n }, () => ({ lon: 4 * random(), lat: 45 + 3 * random() }));
    const [communes, sites] = [points(60), points(4500)];
    const [demand, supply] = [
      Float64Array.from(communes, () => 1 + 99 * random()),
      Float64Array.from(sites, () => 20 * random()),
    ];
    const minutesFromKmHere = (km: number) => minutesFromKm(km, settings);
    const input = { sites, supply, communes: buildGrid(communes), demand, km: 40, minutesFromKm: minutesFromKmHere };
    const access = accessOverLand({ ...input, decay: 'lineaire', d0: 60 });
    const weight = (p: Point, q: Point) => Math.max(0, 1 - minutesFromKmHere(distanceKm(p, q)) / 60);
    const plain = communes.map(() => 0);
    sites.forEach((s, j) => {
      const reached = communes.reduce((sum, c, i) => sum + weight(s, c) * demand[i]!, 0);
      for (const [i, c] of communes.entries()) plain[i]! += reached > 0 ? (weight(s, c) * supply[j]!) / reached : 0;
    });
    for (const [i, a] of access.entries()) expect(a).toBeCloseTo(plain[i]!, 9);
    // What is reached is shared out whole.
    const given = sites.reduce((sum, s, j) => sum + (communes.some((c) => weight(s, c) > 0) ? supply[j]! : 0), 0);
    expect(access.reduce((sum, a, i) => sum + a * demand[i]!, 0)).toBeCloseTo(given, 6);
  });
});

test('a memory answers again for the same things only, slot by slot', () => {
  const compute = vi.fn((slot: string, of: object, n: number) => ({ slot, of, n }));
  const [remembered, a, b] = [rememberLast(compute), {}, {}];
  const first = remembered('x', a, 1);
  expect(remembered('x', a, 1)).toBe(first);
  remembered('y', a, 1);
  expect(remembered('x', a, 1)).toBe(first);
  expect(remembered('x', b, 1)).not.toBe(first);
  expect(remembered('x', b, 2)).toEqual({ slot: 'x', of: b, n: 2 });
  expect(compute).toHaveBeenCalledTimes(4);
});

test('what is computed apart leaves the answers of the others, and takes them where they serve', () => {
  const compute = vi.fn((slot: string, n: number) => ({ slot, n }));
  const remembered = rememberLast(compute);
  const main = remembered('x', 1);
  const beside = keptApart('beside', () => remembered('x', 2));
  expect(remembered('x', 1)).toBe(main);
  expect(keptApart('beside', () => remembered('x', 2))).toBe(beside);
  expect(keptApart('elsewhere', () => remembered('x', 1))).toBe(main);
  expect(compute).toHaveBeenCalledTimes(2);
  // One answer is kept in each: what is asked next takes its place.
  keptApart('beside', () => remembered('x', 3));
  keptApart('beside', () => remembered('x', 2));
  expect(compute).toHaveBeenCalledTimes(4);
  expect(() => keptApart('beside', () => JSON.parse('{'))).toThrow();
  remembered('x', 4);
  expect(keptApart('beside', () => remembered('x', 2))).toEqual({ slot: 'x', n: 2 });
  expect(compute).toHaveBeenCalledTimes(5);
});

test('a comparison leaves the analysis what it keeps, and keeps its own', () => {
  const offers = seededOffers(7, 12);
  const d = diagnosisOf(offers);
  const earlier = diagnosisOf(seededOffers(8, 12));
  const first = analyse(d, territory44);
  const compared = compareStates(earlier, d, territory44);
  const again = analyse(d, territory44);
  expect([again.placed, again.network]).toEqual([first.placed, first.network]);
  expect(again.placed).toBe(first.placed);
  expect(again.network).toBe(first.network);
  // The states that are compared again are not placed again.
  const next = compareStates(earlier, d, territory44);
  expect(next.before.placed).toBe(compared.before.placed);
  expect(next).toEqual(compared);
});

describe('robustness later', () => {
  const offers = seededOffers(7, 12);
  test('all but the robustness is there at once, and said to be in progress; the whole analysis is the same with it', () => {
    const d = diagnosisOf(offers);
    const first = analyseAtOnce(d, territory44);
    expect(first.robustness).toBe('en-cours');
    const gap = first.gaps.find((g) => g.domain === 'logement')!;
    expect(gap.robustness).toBeNull();
    expect(gapSentence(gap, first, fr)).toMatch(/Robustesse en cours de calcul\.$/);
    expect(gapProof(gap, first, fr).join(' ')).not.toMatch(/Partenaires à examiner/);
    const whole = analyse(d, territory44);
    expect(whole.robustness).toBe('faite');
    const without = (a: typeof whole) => ({
      ...a,
      robustness: null,
      gaps: a.gaps.map((g) => ({ ...g, robustness: null })),
      communes: a.communes.map((c) => ({ ...c, domains: { logement: { ...c.domains.logement!, robustness: null } } })),
    });
    expect(without(whole)).toEqual(without(first));
    expect(whole.gaps.every((g) => g.robustness !== null)).toBe(true);
  });
  test('once computed it is there at once, until what it rests on changes', () => {
    const d = diagnosisOf(offers);
    analyse(d, territory44);
    expect(analyseAtOnce(d, territory44).robustness).toBe('faite');
    expect(analyseAtOnce({ ...d, settings: { ...d.settings, mesh: 'departement' } }, territory44).robustness).toBe('faite');
    const other = { ...d.settings.thresholds, logement: [10, 21, 40] as const };
    expect(analyseAtOnce({ ...d, settings: { ...d.settings, thresholds: other } }, territory44).robustness).toBe('en-cours');
  });
  test('in steps: the same analysis, or none when it is stopped', async () => {
    const d = diagnosisOf(seededOffers(8, 12));
    let steps = 0;
    expect(await analyseInSteps(d, territory44, async () => ++steps < 3)).toBeNull();
    expect([steps, analyseAtOnce(d, territory44).robustness]).toEqual([3, 'en-cours']);
    const done = await analyseInSteps(d, territory44, async () => true);
    expect(done).toEqual(analyse(d, territory44));
    expect(done!.robustness).toBe('faite');
  });
  test('presence mode needs no run: its robustness is there at once', () => {
    const bare = offers.map((o) => ({ ...o, scheme: scheme(o.scheme.id.slice(2), ['logement']) }));
    expect(analyseAtOnce(diagnosisOf(bare), territory44).robustness).toBe('faite');
  });
});
