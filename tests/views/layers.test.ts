import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PlacedScheme } from '../../src/analysis/analysis';
import { gather } from '../../src/figures/gather';
import { firstView } from '../../src/state/view';
import { distanceKm } from '../../src/territory/distance';
import { circleAreas, ringAround } from '../../src/views/map/layers';
import { mapModel } from '../../src/views/map/mapModel';
import { groupSites, marksOf } from '../../src/views/map/sites';
import { openedDemonstration } from './fixture';

let demo: Awaited<ReturnType<typeof openedDemonstration>>;
beforeAll(async () => {
  demo = await openedDemonstration();
});

test('a ring is closed, every point at its distance', () => {
  const ring = ringAround(-1.5, 47, 10, 12);
  expect(ring).toHaveLength(13);
  expect(ring[12]).toEqual(ring[0]);
  for (const [lon, lat] of ring) expect(distanceKm({ lon: -1.5, lat: 47 }, { lon, lat })).toBeCloseTo(10, 1);
});

test('circles have areas in proportion to young people, but for the smallest', () => {
  const { communes } = demo.territory;
  const radii = circleAreas(demo.territory).map((shape, i) => {
    const [lon, lat] = shape[0]![0]![0]!;
    return distanceKm(communes[i]!, { lon, lat });
  });
  const byYoung = communes.map((_, i) => i).sort((a, b) => communes[b]!.young - communes[a]!.young);
  const [first, tenth] = [byYoung[0]!, byYoung[9]!];
  expect((radii[first]! / radii[tenth]!) ** 2).toBeCloseTo(communes[first]!.young / communes[tenth]!.young, 1);
  expect(Math.min(...radii)).toBeGreaterThan(0.3);
});

test('as circles the map keeps every commune, the smallest last, and its levels', () => {
  const view = { ...firstView, domain: 'logement' as const };
  const cells = mapModel({ ...demo, view });
  const circles = mapModel({ ...demo, view: { ...view, layers: ['cercles'] } });
  const levels = new Map(cells.areas.map((a) => [a.code, a.level]));
  expect(circles.areas.map((a) => [a.code, a.level]).sort()).toEqual([...levels].sort());
  const young = new Map(demo.territory.communes.map((c) => [c.code, c.young]));
  const order = circles.areas.map((a) => young.get(a.code)!);
  expect(order).toEqual([...order].sort((a, b) => b - a));
  expect(circles.ground).not.toBe(cells.ground);
});

test('ties join places of two actors of which one is on the map; with an actor looked at, its own only', () => {
  const { analysis } = demo;
  const view = { ...firstView, domain: 'emploi' as const, layers: ['liens' as const] };
  expect(mapModel({ ...demo, view: { ...view, layers: [] } }).ties).toEqual([]);
  const all = mapModel({ ...demo, view }).ties;
  expect(all.length).toBeGreaterThan(0);
  const shown = new Set(analysis.placed.filter((p) => p.domains.includes('emploi')).map((p) => p.actorId));
  const placed = new Set(analysis.placed.map((p) => p.actorId));
  const drawable = analysis.network.ties.filter((t) => placed.has(t.a) && placed.has(t.b) && (shown.has(t.a) || shown.has(t.b)));
  expect(all.length).toBeLessThanOrEqual(drawable.length);
  // Each end is marked once, be its place on the map of this domain or not.
  const ends = mapModel({ ...demo, view }).tieEnds;
  expect(new Set(ends.map(String)).size).toBe(ends.length);
  expect(new Set(ends.map(String))).toEqual(new Set(all.flatMap((t) => [String(t.from), String(t.to)])));
  const marked = new Set(mapModel({ ...demo, view }).sites.map((s) => String([s.lon, s.lat])));
  expect(ends.some((end) => !marked.has(String(end)))).toBe(true);
  const actor = drawable[0]!.a;
  const own = mapModel({ ...demo, view: { ...view, focus: { kind: 'actor', id: actor } } }).ties;
  expect(own.length).toBeLessThanOrEqual(analysis.network.ties.filter((t) => t.a === actor || t.b === actor).length);
});

test('the zone that a scheme states is outlined; nothing where it states none', () => {
  const place = demo.analysis.placed.find((p) => p.domains.includes('emploi'))!;
  const focus = { kind: 'scheme' as const, id: place.schemeId };
  const view = { ...firstView, domain: 'emploi' as const, focus };
  const withZone = (zone: readonly string[]) => ({
    ...demo,
    diagnosis: {
      ...demo.diagnosis,
      inventory: {
        ...demo.diagnosis.inventory,
        schemes: demo.diagnosis.inventory.schemes.map((s) => {
          const { zone: _, ...rest } = s;
          return s.id === place.schemeId ? (zone.length > 0 ? { ...rest, zone } : rest) : s;
        }),
      },
    },
  });
  expect(mapModel({ ...withZone([]), view }).zoneLines).toEqual([]);
  const one = mapModel({ ...withZone(['44109']), view }).zoneLines;
  const cell = demo.territory.cells[demo.territory.communes.findIndex((c) => c.code === '44109')]!;
  expect(one).toHaveLength(cell.flat().reduce((n, ring) => n + ring.length - 1, 0));
});

describe('marks', () => {
  const spot = fc.record({ x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 400 }) });
  test('none lost, none twice, no two nearer than the reach', () => {
    fc.assert(
      fc.property(fc.array(spot, { maxLength: 120 }), fc.integer({ min: 2, max: 60 }), (spots, reach) => {
        const groups = gather(spots, reach);
        expect(groups.flatMap((g) => g.members)).toHaveLength(spots.length);
        expect(new Set(groups.flatMap((g) => g.members)).size).toBe(new Set(spots).size);
        groups.forEach((g, i) => {
          for (const other of groups.slice(i + 1)) expect(Math.hypot(g.x - other.x, g.y - other.y)).toBeGreaterThanOrEqual(reach);
          expect(g.x).toBeCloseTo(g.members.reduce((s, m) => s + m.x, 0) / g.members.length, 6);
        });
      }),
    );
  });
  test('kinds are gathered apart', () => {
    const groups = gather(
      [
        { x: 0, y: 0, kind: 'a' },
        { x: 1, y: 0, kind: 'b' },
        { x: 2, y: 0, kind: 'a' },
      ],
      10,
      (s) => s.kind,
    );
    expect(groups.map((g) => g.members.length).sort()).toEqual([1, 2]);
  });
  test('near places are one mark that says how many; far or selected ones keep theirs', () => {
    const place = (lon: number, schemeId: string) =>
      ({ schemeId, point: { lon, lat: 47 }, domains: ['sante'] }) as unknown as PlacedScheme;
    const sites = groupSites(
      [place(0, 'a'), place(0.5, 'b'), place(4, 'c'), place(0.6, 'd')],
      'sante',
      (p) => p.schemeId === 'd',
    );
    const marks = marksOf(sites, (lon, lat) => [lon * 20, lat]);
    expect(marks.map((m) => m.sites.map((s) => s.schemes[0]!.schemeId))).toEqual([['a', 'b'], ['c'], ['d']]);
    const nearer = marksOf(sites, (lon, lat) => [lon * 40, lat]);
    expect(nearer.map((m) => m.sites.length)).toEqual([1, 1, 1, 1]);
  });
});
