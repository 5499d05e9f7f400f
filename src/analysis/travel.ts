import type { Settings } from '../document/diagnosis';
import type { Commune, Territory, TravelMatrix } from '../model/territory';
import { distanceKm, kmFromChord2, unitVectors } from '../territory/distance';
import type { PlacedScheme, TravelReading } from './analysis';
import { fitLine } from './metrics/line';

type TravelSettings = Pick<Settings, 'detour' | 'speedKmh' | 'accessMinutes'>;

/** Estimated minutes by car for a straight line of km: 60 × detour × km / speed + access time (`guide/methods.md` 5.2). */
export const minutesFromKm = (km: number, s: TravelSettings): number => (60 * s.detour * km) / s.speedKmh + s.accessMinutes;

/** Places as unit vectors, made once for all the communes that look at them. */
export interface PlaceTable {
  readonly vectors: Float64Array;
  readonly communeCodes: readonly (string | undefined)[];
}

export const placeTable = (places: readonly Pick<PlacedScheme, 'point' | 'communeCode'>[]): PlaceTable => ({
  vectors: unitVectors(places.map((p) => p.point)),
  communeCodes: places.map((p) => p.communeCode),
});

/** Travel times in force: those of the user's files, pair by pair, and an estimate for the other pairs. */
export interface Travel {
  /** Minutes for a straight line. */
  fromKm(km: number): number;
  /** Minutes from a commune to a place. */
  to(commune: Commune, place: Pick<PlacedScheme, 'point' | 'communeCode'>): number;
  /** `to` every place of a table, in its order. */
  row(commune: Commune, table: PlaceTable): Float64Array;
  /** What to print of it. */
  readonly reading: TravelReading;
}

type Times = Map<string, Map<string, number>>;

function putTime(times: Times, from: string, to: string, minutes: number): void {
  const row = times.get(from) ?? new Map<string, number>();
  times.set(from, row.set(to, minutes));
}

/** Stated minutes between communes, by origin then destination; a later file wins. */
function statedTimes(matrices: readonly TravelMatrix[]): Times {
  const times: Times = new Map();
  for (const { codes, minutes } of matrices)
    minutes.forEach((value, k) => {
      if (value !== null) putTime(times, codes[Math.floor(k / codes.length)]!, codes[k % codes.length]!, value);
    });
  return times;
}

/** With each pair that is stated one way serving the other way too. */
function bothWays(stated: Times): Times {
  const times: Times = new Map([...stated].map(([from, row]) => [from, new Map(row)]));
  for (const [from, row] of stated)
    for (const [to, value] of row) if (stated.get(to)?.get(from) === undefined) putTime(times, to, from, value);
  return times;
}

/** Pairs within this many kilometres, at least so many, make a line that holds for the others (`guide/methods.md` 5.2). */
const calibratedKm = 60;
const leastPairs = 30;

/** The line minutes = a + b × km through the stated pairs; null when they are too few. */
function calibrate(times: Times, territory: Territory): TravelReading['line'] {
  const points = new Map([...territory.border, ...territory.communes].map((c) => [c.code, c]));
  const [km, minutes]: [number[], number[]] = [[], []];
  for (const [from, row] of times)
    for (const [to, value] of row) {
      const [a, b] = [points.get(from), points.get(to)];
      const length = a && b && from !== to ? distanceKm(a, b) : Number.POSITIVE_INFINITY;
      if (length > calibratedKm) continue;
      km.push(length);
      minutes.push(value);
    }
  return km.length < leastPairs ? null : fitLine(km, minutes);
}

/**
 * The travel times of a diagnosis. Without a file: straight line × detour at a speed. Inside its own commune a place is
 * never nearer than 0.5 × √area (INRETS/DEED convention), since not everybody lives at the point.
 */
export function buildTravel(settings: TravelSettings, territory: Territory, matrices: readonly TravelMatrix[] = []): Travel {
  const stated = statedTimes(matrices);
  const times = bothWays(stated);
  const line = matrices.length === 0 ? null : calibrate(stated, territory);
  const fromKm = line ? (km: number) => line.intercept + line.slope * km : (km: number) => minutesFromKm(km, settings);
  const floorOf = (commune: Commune) => 0.5 * Math.sqrt(commune.areaKm2 ?? 0);
  const own = (commune: Commune, km: number) => fromKm(Math.max(km, floorOf(commune)));
  return {
    fromKm,
    to(commune, place) {
      const km = distanceKm(commune, place.point);
      if (place.communeCode === commune.code) return own(commune, km);
      return times.get(commune.code)?.get(place.communeCode ?? '') ?? fromKm(km);
    },
    row(commune, { vectors, communeCodes }) {
      const [x, y, z] = unitVectors([commune]) as unknown as [number, number, number];
      const known = times.get(commune.code);
      const row = new Float64Array(communeCodes.length);
      for (let j = 0; j < row.length; j++) {
        const code = communeCodes[j];
        const minutes = code === commune.code || code === undefined ? undefined : known?.get(code);
        const chord2 = (vectors[3 * j]! - x) ** 2 + (vectors[3 * j + 1]! - y) ** 2 + (vectors[3 * j + 2]! - z) ** 2;
        const km = kmFromChord2(chord2);
        row[j] = minutes ?? (code === commune.code ? own(commune, km) : fromKm(km));
      }
      return row;
    },
    reading: {
      files: matrices.map((m) => m.file),
      pairs: matrices.reduce((n, m) => n + m.minutes.filter((v) => v !== null).length, 0),
      line,
    },
  };
}
