import type { Issue } from '../issues';
import type { Format, Table } from '../table';

type Json = Record<string, unknown>;
const isObject = (v: unknown): v is Json => typeof v === 'object' && v !== null && !Array.isArray(v);

const textOf = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);

/** All [x, y] pairs of a geometry, however deep. */
function positionsOf(coordinates: unknown): [number, number][] {
  if (!Array.isArray(coordinates)) return [];
  if (typeof coordinates[0] === 'number' && typeof coordinates[1] === 'number') return [[coordinates[0], coordinates[1]]];
  return coordinates.flatMap(positionsOf);
}

/** A point for any geometry: itself, or the middle of its extent. */
function pointOf(geometry: unknown): { lon: string; lat: string } {
  const positions = isObject(geometry) ? positionsOf(geometry['coordinates']) : [];
  if (positions.length === 0) return { lon: '', lat: '' };
  const middle = (k: 0 | 1) => {
    const values = positions.map((p) => p[k]);
    return (values.reduce((a, b) => Math.min(a, b)) + values.reduce((a, b) => Math.max(a, b))) / 2;
  };
  return { lon: String(middle(0)), lat: String(middle(1)) };
}

const fatal = (code: 'json-illisible' | 'json-sans-objets', detail = ''): Issue => ({
  code,
  severity: 'fatal',
  row: null,
  column: null,
  details: { detail },
});

/** GeoJSON (RFC 7946): a row per feature, its properties as columns, its position in two more. */
export const geojson = {
  id: 'geojson',
  extensions: ['geojson', 'json'],
  detect: (text) => /^\s*\{/.test(text) && /"type"\s*:\s*"Feature(Collection)?"/.test(text),
  read(text): Table | Issue {
    let root: unknown;
    try {
      root = JSON.parse(text);
    } catch (error) {
      return fatal('json-illisible', error instanceof Error ? error.message : '');
    }
    const found = isObject(root) && root['type'] === 'Feature' ? [root] : isObject(root) ? root['features'] : null;
    const features = Array.isArray(found) ? found.filter(isObject) : [];
    if (features.length === 0) return fatal('json-sans-objets');
    const keys = [...new Set(features.flatMap((f) => (isObject(f['properties']) ? Object.keys(f['properties']) : [])))];
    return {
      header: ['longitude', 'latitude', ...keys],
      rows: features.map((f, i) => {
        const { lon, lat } = pointOf(f['geometry']);
        const properties = isObject(f['properties']) ? f['properties'] : {};
        return { row: i + 1, cells: [lon, lat, ...keys.map((k) => textOf(properties[k]))] };
      }),
      delimiter: null,
    };
  },
} as const satisfies Format;
