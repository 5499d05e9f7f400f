import type { Diagnosis, Settings } from '../document/diagnosis';
import type { Commune, Territory, TravelException, TravelMatrix } from '../model/territory';
import { distanceKm } from '../territory/distance';
import type { PlacedScheme, TravelReading } from './analysis';
import { fitLine } from './metrics/line';
import { mapPairs, type Pairs } from './metrics/pairs';
import { rememberLast } from './remember';

type TravelSettings = Pick<Settings, 'detour' | 'speedKmh' | 'accessMinutes'>;

/** Estimated minutes by car for a straight line of km: 60 × detour × km / speed + access time (`guide/methods.md` 5.2). */
export const minutesFromKm = (km: number, s: TravelSettings): number => (60 * s.detour * km) / s.speedKmh + s.accessMinutes;

/** Travel times in force: those of the user's files, pair by pair, and an estimate for the other pairs. */
export interface Travel {
  /** Minutes for a straight line. */
  fromKm(km: number): number;
  /** Minutes from a commune to a place. */
  to(commune: Commune, place: Pick<PlacedScheme, 'point' | 'communeCode'>): number;
  /** Minutes of pairs of places (rows, with their communes) and communes (columns) whose costs are km. */
  minutes(km: Pairs, placeCodes: readonly (string | undefined)[], communes: readonly Commune[]): Float64Array;
  /** Km beyond which no place is within some minutes. */
  kmWithin(minutes: number): number;
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

/** The pairs of one place, among all. */
interface Stretch {
  readonly begin: number;
  readonly end: number;
}

interface Filled {
  readonly km: Pairs;
  readonly minutes: Float64Array;
  readonly communes: readonly Commune[];
}

/** By code of EPCI: its communes of the territory, then those of the border zone. */
function membersOf({ epci, border }: Territory): ReadonlyMap<string, readonly string[]> {
  const members = new Map<string, string[]>(epci.map((unit) => [unit.code, [...unit.communeCodes]]));
  for (const commune of border) {
    if (!commune.epci) continue;
    const known = members.get(commune.epci.code);
    if (known) known.push(commune.code);
    else members.set(commune.epci.code, [commune.code]);
  }
  return members;
}

/**
 * Minutes that exceptions add from commune to commune, both ways; `Infinity`: nobody goes. Of several the longest.
 * `held`: how many hold for a trip from a commune of the territory.
 */
function extraTimes(
  exceptions: readonly TravelException[],
  territory: Territory,
): { readonly extra: Times; readonly held: number } {
  const extra: Times = new Map();
  if (exceptions.length === 0) return { extra, held: 0 };
  const members = membersOf(territory);
  const own = new Set(territory.communes.map((c) => c.code));
  const known = new Set([...own, ...territory.border.map((c) => c.code)]);
  const codesOf = (code: string) => (members.get(code) ?? [code]).filter((c) => known.has(c));
  const add = (a: string, b: string, minutes: number) => putTime(extra, a, b, Math.max(extra.get(a)?.get(b) ?? 0, minutes));
  const held = exceptions.filter(({ between: [from, to], minutes }) => {
    const added = minutes ?? Number.POSITIVE_INFINITY;
    const pairs = codesOf(from).flatMap((a) => codesOf(to).map((b) => [a, b] as const));
    const trips = pairs.filter(([a, b]) => a !== b && (own.has(a) || own.has(b)));
    for (const [a, b] of trips) {
      add(a, b, added);
      add(b, a, added);
    }
    return trips.length > 0;
  });
  return { extra, held: held.length };
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
export function buildTravel(
  settings: TravelSettings,
  territory: Territory,
  matrices: readonly TravelMatrix[] = [],
  exceptions: readonly TravelException[] = [],
): Travel {
  const stated = statedTimes(matrices);
  const times = bothWays(stated);
  const line = matrices.length === 0 ? null : calibrate(stated, territory);
  const fromKm = line ? (km: number) => line.intercept + line.slope * km : (km: number) => minutesFromKm(km, settings);
  const floorOf = (commune: Commune) => 0.5 * Math.sqrt(commune.areaKm2 ?? 0);
  const own = (commune: Commune, km: number) => fromKm(Math.max(km, floorOf(commune)));
  const { extra, held } = extraTimes(exceptions, territory);
  /** Minutes from a commune to another: those stated, else the estimate given with what exceptions add. */
  const between = (from: string, to: string, estimate: number) =>
    times.get(from)?.get(to) ?? estimate + (extra.get(from)?.get(to) ?? 0);
  const putKnown = ({ begin, end }: Stretch, code: string, { km, minutes, communes }: Filled) => {
    for (let k = begin; k < end; k++) minutes[k] = between(communes[km.column[k]!]!.code, code, minutes[k]!);
  };
  return {
    fromKm,
    to(commune, place) {
      const km = distanceKm(commune, place.point);
      if (place.communeCode === commune.code) return own(commune, km);
      return between(commune.code, place.communeCode ?? '', fromKm(km));
    },
    minutes(km, placeCodes, communes) {
      const minutes = mapPairs(km, fromKm);
      const rankOf = new Map(communes.map((c, i) => [c.code, i]));
      placeCodes.forEach((code, j) => {
        if (code === undefined) return;
        const row = { begin: km.start[j]!, end: km.start[j + 1]! };
        if (times.size + extra.size > 0) putKnown(row, code, { km, minutes, communes });
        const home = km.column.subarray(row.begin, row.end).indexOf(rankOf.get(code) ?? -1);
        if (home >= 0) minutes[row.begin + home] = own(communes[rankOf.get(code)!]!, km.cost[row.begin + home]!);
      });
      return minutes;
    },
    kmWithin(minutes) {
      const perKm = fromKm(1) - fromKm(0);
      // Stated times may be short over any distance.
      if (times.size > 0 || !(perKm > 0)) return Number.POSITIVE_INFINITY;
      return Math.max(0, (minutes - fromKm(0)) / perKm);
    },
    reading: {
      files: matrices.map((m) => m.file),
      pairs: matrices.reduce((n, m) => n + m.minutes.filter((v) => v !== null).length, 0),
      line,
      exceptions: held,
    },
  };
}

const remembered = rememberLast(
  (
    _: 'travel',
    detour: number,
    speedKmh: number,
    accessMinutes: number,
    territory: Territory,
    matrices: readonly TravelMatrix[] | undefined,
    exceptions: readonly TravelException[] | undefined,
  ) => buildTravel({ detour, speedKmh, accessMinutes }, territory, matrices, exceptions),
);

/** The travel times of a diagnosis; the same while its files and what the estimate rests on stay the same. */
export function travelOf({ settings, travel, travelExceptions }: Diagnosis, territory: Territory): Travel {
  const { detour, speedKmh, accessMinutes } = settings;
  return remembered('travel', detour, speedKmh, accessMinutes, territory, travel, travelExceptions);
}
