import { describe, expect, test } from 'vitest';
import { repairCoordinates, unproject } from '../../src/territory/coordinates';

describe('projections', () => {
  // Control points of pyproj, five decimals (guide/field.md 6).
  test.each([
    ['EPSG:2154', 870262.2, 6571540.8, 5.20918, 46.22229],
    ['EPSG:5490', 657242.9, 1795384.4, -61.52874, 16.234],
    ['EPSG:2972', 353672.8, 544349.1, -52.31973, 4.92347],
    ['EPSG:2975', 323086.6, 7679599.8, 55.29821, -20.97571],
    ['EPSG:4471', 524819.9, 8587194.7, 45.22868, -12.77989],
    ['EPSG:32621', 563213.8, 5180306.8, -56.17201, 46.77332],
  ])('%s', (crs, x, y, lon, lat) => {
    const p = unproject(crs, x, y)!;
    expect(p.lon).toBeCloseTo(lon, 5);
    expect(p.lat).toBeCloseTo(lat, 5);
  });
  test('Web Mercator: 20 037 508.342789 m is 180°', () => {
    expect(unproject('EPSG:3857', 20037508.342789244 / 2, 0)!.lon).toBeCloseTo(90, 9);
  });
  test('an unknown projection, numbers out of this world', () => {
    expect(unproject('EPSG:9999', 1, 2)).toBeNull();
    expect(unproject('EPSG:2154', Number.NaN, 2)).toBeNull();
  });
});

describe('repairing coordinates', () => {
  const inWest = (p: { lon: number; lat: number }) => p.lon > -3 && p.lon < -0.5 && p.lat > 46.5 && p.lat < 48;
  const nantes = { lon: -1.5536, lat: 47.2173 };
  test('as given', () =>
    expect(repairCoordinates(nantes.lon, nantes.lat, '44', inWest)).toEqual({ point: nantes, repair: 'none' }));
  test('swapped', () =>
    expect(repairCoordinates(nantes.lat, nantes.lon, '44', inWest)).toEqual({ point: nantes, repair: 'swapped' }));
  test('Lambert-93, in order and swapped', () => {
    const one = repairCoordinates(355577.8, 6689723.1, '44', inWest)!;
    expect(one).toMatchObject({ repair: 'projected', crs: 'EPSG:2154' });
    expect(one.point.lon).toBeCloseTo(-1.55, 1);
    expect(repairCoordinates(6689723.1, 355577.8, '44', inWest)).toMatchObject({ repair: 'projected-swapped' });
  });
  test('a place elsewhere stays what was written', () => {
    expect(repairCoordinates(2.35, 48.85, '44', inWest)).toEqual({ point: { lon: 2.35, lat: 48.85 }, repair: 'none' });
  });
  test('numbers that can be no place', () => expect(repairCoordinates(1e9, 1e9, '974', () => false, 'EPSG:1')).toBeNull());
});
