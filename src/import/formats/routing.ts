import type { Issue } from '../issues';
import type { Format, Table, TableRow } from '../table';
import { isObject, type Json } from './json';

/** One end of a trip: the code given to it, or where it is ("lat, lon"); null: neither. */
type End = string | null;

const columns = { depart: 'départ', arrivee: 'arrivée', minutes: 'minutes' } as const;

const isMatrix = (value: unknown): value is readonly (readonly unknown[])[] =>
  Array.isArray(value) && value.length > 0 && value.every(Array.isArray);

/** Codes that the user put in the file, in the order of the points; only where there is one for each row and column. */
function codesIn({ codes }: Json, rows: number, width: number): readonly string[] | null {
  const isFit = Array.isArray(codes) && codes.length === rows && rows === width;
  return isFit && codes.every((c) => typeof c === 'string') ? codes : null;
}

const fatal: Issue = { code: 'matrice-sans-points', severity: 'fatal', row: null, column: null, details: {} };

interface Matrix {
  readonly engine: 'OSRM' | 'Valhalla';
  readonly from: readonly End[];
  readonly to: readonly End[];
  /** Seconds; null: no route. */
  readonly seconds: readonly (readonly (number | null)[])[];
  readonly isByCode: boolean;
}

/** Pairs as rows of a table of travel times, in minutes; a pair without a route keeps its row, without a time. */
function tableOf({ engine, from, to, seconds, isByCode }: Matrix): Table | Issue {
  if (from.length !== seconds.length || seconds.some((row) => row.length !== to.length)) return fatal;
  if ([...from, ...to].some((end) => end === null)) return fatal;
  const rows = seconds.flatMap((row, i): TableRow[] =>
    row.map((time, j) => ({
      row: i * to.length + j + 1,
      cells: [from[i]!, to[j]!, time === null ? '' : String(time / 60)],
    })),
  );
  const details = { moteur: engine, par: isByCode ? 'codes' : 'positions' };
  return {
    header: Object.values(columns),
    rows,
    delimiter: null,
    fields: { [columns.depart]: 'fromCommune', [columns.arrivee]: 'toCommune', [columns.minutes]: 'travelMinutes' },
    records: 'trajets',
    notes: [{ code: 'trajets-de-moteur', severity: 'note', row: null, column: null, details }],
  };
}

const number = (value: unknown): number | null => (typeof value === 'number' && value >= 0 ? value : null);
const isPlace = (lat: unknown, lon: unknown) => typeof lat === 'number' && typeof lon === 'number';

/** A waypoint of OSRM: where the point asked for was snapped to the network, longitude first. */
function waypoint(value: unknown): End {
  const location = isObject(value) ? value['location'] : undefined;
  return Array.isArray(location) && isPlace(location[1], location[0]) ? `${location[1]}, ${location[0]}` : null;
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Answer of OSRM's table service: `durations` in seconds, `sources` and `destinations` (project-osrm.org, API v1). */
export const osrmTable = {
  id: 'osrm-table',
  extensions: ['json'],
  detect: ({ json }) => isObject(json) && isMatrix(json['durations']),
  read({ json }) {
    const answer = json as Json;
    const durations = answer['durations'] as readonly (readonly unknown[])[];
    const codes = codesIn(answer, durations.length, durations[0]!.length);
    return tableOf({
      engine: 'OSRM',
      from: codes ?? list(answer['sources']).map(waypoint),
      to: codes ?? list(answer['destinations']).map(waypoint),
      seconds: durations.map((row) => row.map(number)),
      isByCode: codes !== null,
    });
  },
} as const satisfies Format;

/** A location of Valhalla; its older answers wrap the list in another one. */
const location = (value: unknown): End =>
  isObject(value) && isPlace(value['lat'], value['lon']) ? `${value['lat']}, ${value['lon']}` : null;
const locations = (value: unknown): readonly End[] => list(value).flat().map(location);

/** Times by the indexes that each trip states, else in its place. */
function timesOf(trips: readonly (readonly unknown[])[]): (number | null)[][] {
  const times = trips.map((row) => row.map((): number | null => null));
  trips.forEach((row, i) => {
    row.forEach((trip, j) => {
      if (!isObject(trip)) return;
      const [from, to] = [number(trip['from_index']) ?? i, number(trip['to_index']) ?? j];
      if (times[from]?.[to] !== undefined) times[from][to] = number(trip['time']);
    });
  });
  return times;
}

/** Answer of Valhalla's matrix service: `sources_to_targets` with `time` in seconds, or its concise form. */
export const valhallaMatrix = {
  id: 'valhalla-matrice',
  extensions: ['json'],
  detect({ json }) {
    const trips = isObject(json) ? json['sources_to_targets'] : undefined;
    return isMatrix(trips) || (isObject(trips) && isMatrix(trips['durations']));
  },
  read({ json }) {
    const answer = json as Json;
    const trips = answer['sources_to_targets'];
    const seconds = isMatrix(trips)
      ? timesOf(trips)
      : ((trips as Json)['durations'] as readonly (readonly unknown[])[]).map((row) => row.map(number));
    const codes = codesIn(answer, seconds.length, seconds[0]!.length);
    return tableOf({
      engine: 'Valhalla',
      from: codes ?? locations(answer['sources']),
      to: codes ?? locations(answer['targets']),
      seconds,
      isByCode: codes !== null,
    });
  },
} as const satisfies Format;
