import type { Settings } from '../document/diagnosis';
import type { Commune } from '../model/territory';
import { distanceKm, kmFromChord2, unitVectors } from '../territory/distance';
import type { PlacedScheme } from './analysis';

type TravelSettings = Pick<Settings, 'detour' | 'speedKmh' | 'accessMinutes'>;

/** Estimated minutes by car for a straight line of km: 60 × detour × km / speed + access time (`guide/methods.md` 5.2). */
export const minutesFromKm = (km: number, s: TravelSettings): number => (60 * s.detour * km) / s.speedKmh + s.accessMinutes;

/**
 * Estimated minutes by car from a commune's point to a place. Inside its own commune a place is never nearer than
 * 0.5 × √area (INRETS/DEED convention), since not everybody lives at the point.
 */
export function travelMinutes(commune: Commune, place: Pick<PlacedScheme, 'point' | 'communeCode'>, s: TravelSettings): number {
  const km = distanceKm(commune, place.point);
  const floorKm = place.communeCode === commune.code ? 0.5 * Math.sqrt(commune.areaKm2 ?? 0) : 0;
  return minutesFromKm(Math.max(km, floorKm), s);
}

/** Places as unit vectors, made once for all the communes that look at them. */
export interface PlaceTable {
  readonly vectors: Float64Array;
  readonly communeCodes: readonly (string | undefined)[];
}

export const placeTable = (places: readonly Pick<PlacedScheme, 'point' | 'communeCode'>[]): PlaceTable => ({
  vectors: unitVectors(places.map((p) => p.point)),
  communeCodes: places.map((p) => p.communeCode),
});

/** `travelMinutes` from one commune to every place of a table, in its order. */
export function travelRow(commune: Commune, table: PlaceTable, s: TravelSettings): Float64Array {
  const { vectors, communeCodes } = table;
  const [x, y, z] = unitVectors([commune]) as unknown as [number, number, number];
  const floorKm = 0.5 * Math.sqrt(commune.areaKm2 ?? 0);
  const row = new Float64Array(communeCodes.length);
  for (let j = 0; j < row.length; j++) {
    const chord2 = (vectors[3 * j]! - x) ** 2 + (vectors[3 * j + 1]! - y) ** 2 + (vectors[3 * j + 2]! - z) ** 2;
    const km = kmFromChord2(chord2);
    row[j] = minutesFromKm(communeCodes[j] === commune.code && km < floorKm ? floorKm : km, s);
  }
  return row;
}
