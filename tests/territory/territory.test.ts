import { readFileSync } from 'node:fs';
import { geoPath } from 'd3-geo';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Point } from '../../src/model/inventory';
import { departementOf, departements } from '../../src/territory/departements';
import { distanceKm, kmFromChord2, unitVectors } from '../../src/territory/distance';
import { buildLocator } from '../../src/territory/locate';
import { buildInside, isInside } from '../../src/territory/outline';
import { projectionFor } from '../../src/territory/projection';
import { buildTerritory, censusUnits, youngPeople } from '../../src/territory/territory';
import { loadTerritory, readTerritoryFile, smallFile } from './fixture';

describe('the 101 départements', () => {
  test('are listed once and each has its file', () => {
    expect(departements).toHaveLength(101);
    expect(new Set(departements.map((d) => d.code)).size).toBe(101);
    for (const d of departements) expect(readTerritoryFile(d.code).name).toBe(d.name);
  });
  test('hold the 34 875 communes and 68 350 798 inhabitants of the fact tables', () => {
    const files = departements.map((d) => readTerritoryFile(d.code));
    expect(files.reduce((s, f) => s + f.communes.code.length, 0)).toBe(34_875);
    expect(files.reduce((s, f) => s + f.communes.population.reduce((a, b) => a + b, 0), 0)).toBe(68_350_798);
    expect(new Set(files.flatMap((f) => f.epci.map((e) => e[0]))).size).toBe(1255);
    expect(new Set(files.flatMap((f) => f.ept.map((e) => e[0]))).size).toBe(11);
  });
  test('give the département of a commune code', () => {
    expect(['44109', '2A004', '97411', '01004'].map(departementOf)).toEqual(['44', '2A', '974', '01']);
  });
});

describe('a territory', () => {
  const territory = buildTerritory(smallFile);
  test('estimates young people: (2/5 of 15–19 + 20–24) / total', () => {
    expect(youngPeople(1000, smallFile.ages)).toBe(100);
    expect(territory.communes.map((c) => c.young)).toEqual([100, 200, 300, 400]);
  });
  test('groups every commune once', () => {
    expect(territory.epci.map((u) => [u.name, u.communeCodes])).toEqual([
      ['CC Est', ['44003', '44004']],
      ['CC Ouest', ['44001', '44002']],
    ]);
    expect(territory.ept).toEqual([]);
    expect(censusUnits(territory)).toBe(territory.epci);
  });
  test('keeps communes without EPCI as units of their own', () => {
    const island = loadTerritory('85').epci.find((u) => u.code === '85113');
    expect(island).toMatchObject({ kind: 'commune', name: "L'Île-d'Yeu" });
  });
  test('reads Greater Paris by EPT', () => {
    const t = loadTerritory('93');
    expect(t.ept.map((u) => u.name)).toContain('Plaine Commune');
    expect(t.ept.flatMap((u) => u.communeCodes)).toHaveLength(t.communes.length);
  });
});

describe('schematic cells', () => {
  test.each(['44', '56', '26', '974'])('of %s hold each its own point and fill the outline', (code) => {
    const t = loadTerritory(code);
    for (const [i, cell] of t.cells.entries()) expect(isInside(cell, t.communes[i]!), t.communes[i]!.name).toBe(true);
    // Planar areas add up to the outline's, so that cells neither overlap nor leave holes.
    const ring = (r: readonly (readonly [number, number])[]) =>
      Math.abs(r.reduce((s, p, i) => (i === 0 ? 0 : s + (r[i - 1]![0] * p[1] - p[0] * r[i - 1]![1])), 0) / 2);
    const area = (m: typeof t.outline) =>
      m.reduce((s, [outer, ...holes]) => s + ring(outer!) - holes.reduce((h, r) => h + ring(r), 0), 0);
    const cells = t.cells.reduce((s, c) => s + area(c), 0);
    expect(cells / area(t.outline)).toBeCloseTo(1, 6);
  });
});

describe('distances', () => {
  test('one degree of latitude is 111.195 km on the mean sphere', () => {
    expect(distanceKm({ lon: 2, lat: 46 }, { lon: 2, lat: 47 })).toBeCloseTo((6371.0088 * Math.PI) / 180, 9);
  });
  test('chords give the same distance', () => {
    const point = fc.record({
      lon: fc.double({ min: -5, max: 10, noNaN: true }),
      lat: fc.double({ min: 41, max: 51, noNaN: true }),
    });
    fc.assert(
      fc.property(point, point, (a, b) => {
        const v = unitVectors([a, b]);
        const chord2 = (v[0]! - v[3]!) ** 2 + (v[1]! - v[4]!) ** 2 + (v[2]! - v[5]!) ** 2;
        expect(kmFromChord2(chord2)).toBeCloseTo(distanceKm(a, b), 5);
      }),
    );
  });
});

describe('projections', () => {
  test('fit the outline in its frame, in metropolitan France and overseas', () => {
    for (const code of ['44', '2A', '973', '976']) {
      const t = loadTerritory(code);
      const projection = projectionFor(t, { width: 400, height: 300, padding: 10 });
      const [[x0, y0], [x1, y1]] = geoPath(projection).bounds({
        type: 'MultiPoint',
        coordinates: t.outline.flat(2) as [number, number][],
      });
      expect(Math.min(x0, y0)).toBeGreaterThanOrEqual(9.99);
      expect(x1).toBeLessThanOrEqual(390.01);
      expect(y1).toBeLessThanOrEqual(290.01);
      expect(Math.max((x1 - x0) / 380, (y1 - y0) / 280)).toBeCloseTo(1, 3);
    }
  });
  test('Lambert-93 puts a known point where the legal projection does (EPSG:2154 870262.2 6571540.8 = 5.20918, 46.22229)', () => {
    // Scale of the fitted projection is free: compare a ratio of lengths with the legal coordinates' own.
    const t = loadTerritory('01');
    const p = projectionFor(t, { width: 1000, height: 1000, padding: 0 });
    const [a, b, c] = [p([5.20918, 46.22229])!, p([3, 46.5])!, p([3, 49])!];
    const perMetre = Math.hypot(a[0] - b[0], a[1] - b[1]) / Math.hypot(870262.2 - 700000, 6571540.8 - 6600000);
    // The central meridian is north: 49° N lies on it, above 46.5° N (y = 6 600 000).
    expect(c[0]).toBeCloseTo(b[0], 6);
    // d3 draws on the sphere, the legal projection on the ellipsoid: one part in a thousand.
    expect(Math.abs((a[0] - b[0]) / perMetre / 170262.2 - 1)).toBeLessThan(1e-3);
  });
});

describe('locating rows', () => {
  const t = loadTerritory('44');
  const locator = buildLocator(t);
  test.each([
    ['44109', 'Nantes'],
    ['44036', 'Châteaubriant'],
  ])('code %s', (code, name) => {
    expect(locator.byCode(code)).toMatchObject({ communeName: name, neighbour: false });
  });
  test('a code that lost its first zero, an arrondissement, a far département', () => {
    expect(buildLocator(loadTerritory('01')).byCode('1004')).toMatchObject({ communeCode: '01004' });
    expect(buildLocator(loadTerritory('69')).byCode('69381')).toMatchObject({ communeCode: '69123' });
    expect(locator.byCode('75101')).toBe('elsewhere');
    expect(locator.byCode('44999')).toBe('unknown');
  });
  test('names however written, neighbours, homonyms by postcode', () => {
    for (const name of ['NANTES', 'nantes', 'Nantes Cedex 3', 'ST NAZAIRE', 'Saint-Nazaire'])
      expect(locator.byName(name, '')).toMatchObject({ neighbour: false });
    expect(locator.byName('Cholet', '49300')).toMatchObject({ communeCode: '49099', neighbour: true });
    expect(locator.byName('Marseille', '13001')).toBe('elsewhere');
    expect(locator.byName('Nulle-Part', '')).toBe('unknown');
  });
  test('former, delegated and associated communes, by code and by name', () => {
    const small = buildLocator(buildTerritory(smallFile));
    expect(small.byCode('44005')).toMatchObject({ communeCode: '44001', communeName: 'Alpha' });
    expect(small.byName('ECHO', '')).toMatchObject({ communeCode: '44001' });
    // Fresnay-en-Retz became part of Villeneuve-en-Retz in 2016.
    expect(locator.byName('Fresnay-en-Retz', '44580')).toMatchObject({ communeName: 'Villeneuve-en-Retz' });
  });
  test('a postal code alone, where it is one commune’s', () => {
    const small = buildLocator(buildTerritory(smallFile));
    expect(small.byName('', '44100')).toMatchObject({ communeName: 'Alpha' });
    expect(small.byName('', '44300')).toBe('unknown');
  });
  test('points: in, in the border zone, far, at sea', () => {
    expect(locator.byPoint({ lon: -1.5536, lat: 47.2173 })).toMatchObject({ communeCode: '44109', neighbour: false });
    expect(locator.byPoint({ lon: -0.879, lat: 47.06 })).toMatchObject({ communeCode: '49099', neighbour: true });
    expect(locator.byPoint({ lon: 2.35, lat: 48.85 })).toBe('elsewhere');
    expect(locator.byPoint({ lon: -12, lat: 47 })).toBe('elsewhere');
  });
});

describe('places found fast are those found by looking at all', () => {
  const t = loadTerritory('44');
  const anywhere = fc.record({
    lon: fc.double({ min: -4, max: 1, noNaN: true }),
    lat: fc.double({ min: 46, max: 48.5, noNaN: true }),
  });
  const corners = t.outline.flat(2).map(([lon, lat]) => ({ lon, lat }));
  test('inside an outline', () => {
    const isHere = buildInside(t.outline);
    fc.assert(fc.property(anywhere, (p) => isHere(p) === isInside(t.outline, p)));
    // The height of a corner is where bands and edges begin and end.
    for (const { lat } of corners)
      for (const { lon } of corners) expect(isHere({ lon, lat })).toBe(isInside(t.outline, { lon, lat }));
  });
  test('the nearest commune, or none within reach', () => {
    const locator = buildLocator(t);
    const nearest = (places: readonly Point[], p: Point) => Math.min(...places.map((c) => distanceKm(c, p)));
    fc.assert(
      fc.property(anywhere, (p) => {
        const found = locator.byPoint(p);
        const here = nearest(t.communes, p);
        if (typeof found === 'string') return !isInside(t.outline, p) && here > 60;
        const home = [...t.communes, ...t.border].find((c) => c.code === found.communeCode);
        if (!home) return found.neighbour && here <= 60;
        return distanceKm(home, p) <= nearest(found.neighbour ? t.border : t.communes, p) + 1e-6;
      }),
    );
  });
});

test('territory files state no path and no personal data', () => {
  expect(readFileSync('data/territoires/44.json', 'utf8')).not.toMatch(/@|\/work\//);
});
