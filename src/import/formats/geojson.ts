import type { Format } from '../table';
import { fatalJson, isObject, type Json, tableFromObjects } from './json';

/** All [x, y] pairs of a geometry, however deep (GeometryCollection included). */
function positionsOf(value: unknown): [number, number][] {
  if (isObject(value)) return positionsOf(value['coordinates'] ?? value['geometries']);
  if (!Array.isArray(value)) return [];
  if (typeof value[0] === 'number' && typeof value[1] === 'number') return [[value[0], value[1]]];
  return value.flatMap(positionsOf);
}

/** A point for any geometry: itself, or the middle of its extent. */
function pointOf(geometry: unknown): { longitude: string; latitude: string } {
  const positions = positionsOf(geometry);
  if (positions.length === 0) return { longitude: '', latitude: '' };
  const middle = (k: 0 | 1) => {
    const values = positions.map((p) => p[k]);
    return (values.reduce((a, b) => Math.min(a, b)) + values.reduce((a, b) => Math.max(a, b))) / 2;
  };
  return { longitude: String(middle(0)), latitude: String(middle(1)) };
}

/** "EPSG:2154" from the crs member that older GeoJSON carries; '' for WGS84. */
function crsOf(root: Json): string {
  const crs = isObject(root['crs']) && isObject(root['crs']['properties']) ? String(root['crs']['properties']['name'] ?? '') : '';
  const code = /(?:EPSG)[^0-9]*(?:\d+\.\d+:|:)?:?(\d{4,5})$/i.exec(crs)?.[1];
  return code === undefined || code === '4326' ? '' : `EPSG:${code}`;
}

/** Features of a FeatureCollection, a Feature, a uMap file (layers of collections) or a bare collection of layers. */
function featuresOf(root: unknown): Json[] {
  if (!isObject(root)) return [];
  if (root['type'] === 'Feature') return [root];
  if (Array.isArray(root['features'])) return root['features'].filter(isObject);
  return Array.isArray(root['layers']) ? root['layers'].flatMap(featuresOf) : [];
}

/** GeoJSON (RFC 7946, or an older one with its crs) and uMap files: a row per feature, its position, its properties. */
export const geojson = {
  id: 'geojson',
  extensions: ['geojson', 'json', 'umap'],
  detect: ({ text, json }) =>
    json === undefined ? /^\s*\{\s*"type"\s*:\s*"Feature/.test(text) : featuresOf(json).length > 0 || isEmptyCollection(json),
  read({ json }) {
    if (json === undefined) return fatalJson('json-illisible');
    const features = featuresOf(json);
    if (features.length === 0) return fatalJson('json-sans-objets');
    const crs = isObject(json) ? crsOf(json) : '';
    const table = tableFromObjects(
      features.map((f) => ({
        ...pointOf(f['geometry']),
        ...(crs === '' ? {} : { crs }),
        ...idOf(f),
        ...(isObject(f['properties']) ? withoutPosition(f['properties']) : {}),
      })),
    );
    return { ...table, fields: { longitude: 'lon', latitude: 'lat', ...(crs === '' ? {} : { crs: 'crs' }) } };
  },
} as const satisfies Format;

/** The id of the feature itself, where its properties give none of their own. */
const idOf = (feature: Json) => (feature['id'] === undefined || feature['id'] === '' ? {} : { id: String(feature['id']) });

const isEmptyCollection = (json: unknown) => isObject(json) && json['type'] === 'FeatureCollection';

/** The geometry wins over properties of the same name, which are kept under another. */
function withoutPosition(properties: Json): Json {
  return Object.fromEntries(
    Object.entries(properties).map(([k, v]) => [['longitude', 'latitude', 'crs'].includes(k) ? `${k} (propriété)` : k, v]),
  );
}
