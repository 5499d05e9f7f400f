import type { Settings } from '../document/diagnosis';
import type { Commune } from '../model/territory';
import { distanceKm } from '../territory/distance';
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
