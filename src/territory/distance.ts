import type { Point } from '../model/inventory';

/** Mean Earth radius, km (IUGG). */
export const earthRadiusKm = 6371.0088;
const radians = Math.PI / 180;

/** Great-circle distance in km (haversine). */
export function distanceKm(a: Point, b: Point): number {
  const dLat = (b.lat - a.lat) * radians;
  const dLon = (b.lon - a.lon) * radians;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * Math.sin(dLon / 2) ** 2;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Unit vectors (x, y, z interleaved) of points: squared chords between them order as distances do. */
export function unitVectors(points: readonly Point[]): Float64Array {
  const out = new Float64Array(points.length * 3);
  points.forEach((p, i) => {
    const cos = Math.cos(p.lat * radians);
    out[3 * i] = cos * Math.cos(p.lon * radians);
    out[3 * i + 1] = cos * Math.sin(p.lon * radians);
    out[3 * i + 2] = Math.sin(p.lat * radians);
  });
  return out;
}

/** Great-circle km for a squared chord between unit vectors. */
export function kmFromChord2(chord2: number): number {
  const square = 0.25 * chord2;
  const sine = Math.sqrt(square);
  // Under some 100 km the series of the arc sine is exact to the last digit, and several times faster.
  if (square < 1e-4) return 2 * earthRadiusKm * sine * (1 + square * (1 / 6 + square * (3 / 40 + square * (5 / 112))));
  return 2 * earthRadiusKm * Math.asin(Math.min(1, sine));
}

/** Squared chord between unit vectors for great-circle km; inverse of `kmFromChord2`. */
export const chord2FromKm = (km: number): number =>
  (2 * Math.sin(Math.min(km, Math.PI * earthRadiusKm) / (2 * earthRadiusKm))) ** 2;
