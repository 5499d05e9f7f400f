import { beforeAll, describe, expect, test } from 'vitest';
import type { PlacedScheme } from '../../src/analysis/analysis';
import { firstView } from '../../src/state/view';
import { distanceKm } from '../../src/territory/distance';
import { meshLines, outlineOf } from '../../src/views/map/ground';
import { mapModel } from '../../src/views/map/mapModel';
import { groupSites, leastMark, markSize } from '../../src/views/map/sites';
import { openedDemonstration } from './fixture';

let demo: Awaited<ReturnType<typeof openedDemonstration>>;
beforeAll(async () => {
  demo = await openedDemonstration();
});

const square = (x: number): readonly (readonly (readonly [number, number])[])[] => [
  [
    [x, 0],
    [x + 1, 0],
    [x + 1, 1],
    [x, 1],
    [x, 0],
  ],
];

describe('mesh lines', () => {
  test('only the edge between two units is a border', () => {
    const cells = [[square(0)[0]!], [square(1)[0]!], [square(2)[0]!]].map((rings) => [rings]);
    const lines = meshLines(cells, (i) => (i < 2 ? 'a' : 'b'));
    expect(lines).toHaveLength(1);
    expect(lines[0]!.map(([x]) => x)).toEqual([2, 2]);
  });
});

describe('map model', () => {
  test('one area per commune, levels of the chosen domain', () => {
    const model = mapModel({ ...demo, view: { ...firstView, domain: 'logement' } });
    expect(model.areas).toHaveLength(demo.territory.communes.length);
    for (const [i, area] of model.areas.entries()) {
      expect(area.level).toBe(demo.analysis.communes[i]!.domains.logement!.level);
      expect(area.shape.length).toBeGreaterThan(0);
    }
  });

  test('sites are those of the domain, grouped by place, none lost', () => {
    const model = mapModel({ ...demo, view: { ...firstView, domain: 'emploi' } });
    const drawn = model.sites.flatMap((s) => s.schemes);
    expect(drawn).toHaveLength(demo.analysis.placed.filter((p) => p.domains.includes('emploi')).length);
    expect(model.sites.every((s) => s.size >= 8 && s.size <= 18)).toBe(true);
  });

  test('the legend fades levels, never removes a commune', () => {
    const model = mapModel({ ...demo, view: { ...firstView, domain: 'sante', hiddenLevels: ['3'] } });
    expect(model.areas.filter((a) => a.faded)).toEqual(model.areas.filter((a) => a.level === 3));
  });

  test('a focused scheme is drawn whatever the domain, with what it reaches', () => {
    const place = demo.analysis.placed.find((p) => p.domains.includes('emploi'))!;
    const view = { ...firstView, domain: 'emploi' as const, focus: { kind: 'scheme' as const, id: place.schemeId } };
    const model = mapModel({ ...demo, view });
    const [ring] = model.reach[0]!.shape[0]!;
    const [lon, lat] = ring![0]!;
    expect(distanceKm(place.point, { lon, lat })).toBeCloseTo(((30 - 2) * 50) / (60 * 1.3), 1);
    expect(model.sites.filter((s) => s.selected)).not.toHaveLength(0);
  });

  test('with travel times of the user, what a scheme reaches is the communes that they say, not a disc', () => {
    const place = demo.analysis.placed.find((p) => p.domains.includes('emploi') && p.communeCode === '44109')!;
    const view = { ...firstView, domain: 'emploi' as const, focus: { kind: 'scheme' as const, id: place.schemeId } };
    // Saint-Nazaire, 50 km away, ten minutes from Nantes by this file; Rezé, across the river, two hours.
    const [nantes, reze, saintNazaire] = ['44109', '44143', '44184'] as const;
    const minutes = [0, 120, 10, 120, 0, null, 10, null, 0];
    const diagnosis = { ...demo.diagnosis, travel: [{ file: 'temps.csv', codes: [nantes, reze, saintNazaire], minutes }] };
    const { reach } = mapModel({ ...demo, diagnosis, view });
    const km = ((30 - 2) * 50) / (60 * 1.3);
    const within = demo.territory.communes.map((c) =>
      c.code === reze ? false : c.code === saintNazaire || distanceKm(c, place.point) <= km,
    );
    const cells = demo.territory.cells.filter((_, i) => within[i]);
    expect(cells.length).toBeGreaterThan(20);
    expect(reach).toHaveLength(1);
    expect(reach[0]!.shape).toEqual(cells.flat());
    expect(reach[0]!.edge).toEqual(outlineOf(cells));
  });

  test('a focused unit has one closed outline', () => {
    const unit = demo.analysis.units.find((u) => u.communeCodes.length > 5)!;
    const model = mapModel({ ...demo, view: { ...firstView, focus: { kind: 'unit', id: unit.code } } });
    const ends = new Map<string, number>();
    for (const line of model.selection)
      for (const p of line) {
        const key = p.map((v) => v.toFixed(5)).join();
        ends.set(key, (ends.get(key) ?? 0) + 1);
      }
    expect([...ends.values()].every((n) => n % 2 === 0)).toBe(true);
  });

  test('marks grow with the places known, from the size that holds a letter; unknown is never the larger', () => {
    expect(markSize(0)).toBe(leastMark);
    expect(markSize(null)).toBeLessThanOrEqual(markSize(1));
    expect(markSize(null)).toBe(leastMark);
    expect(markSize(40)).toBeGreaterThan(markSize(10));
    expect(markSize(10_000)).toBe(18);
  });

  test('a place of which no capacity is known is hollow; one known among several fills it', () => {
    const at = (schemeId: string, lon: number, places?: number) =>
      ({
        schemeId,
        point: { lon, lat: 47 },
        domains: ['sante'],
        ...(places === undefined ? {} : { places }),
      }) as unknown as PlacedScheme;
    const sites = groupSites([at('a', 0), at('b', 1, 0), at('c', 2), at('d', 2, 4)], 'sante', () => false);
    expect(sites.map((s) => s.isHollow)).toEqual([true, false, false]);
  });
});
