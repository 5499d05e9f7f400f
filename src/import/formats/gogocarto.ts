import type { FieldId } from '../columns';
import { type Format, type Shape, type Table, type TableRow, withColumns } from '../table';
import { flatten, isObject, type Json } from './json';

/**
 * Exports of GoGoCarto (MIT): `/api/elements.json` in full ("gogofull") or compact ("gogocompact"), the same elements as
 * GeoJSON or JSON-LD. Shapes read in its ElementJsonGenerator and APIController; statuses in its Document\Element.
 */
const lowestVisible = -1;
/** The geocoder failed: the point that the element carries is none. */
const geolocationError = -2;

const text = (value: unknown): string =>
  value === null || value === undefined || typeof value === 'object' ? '' : String(value);
const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(text).filter(Boolean) : []);

/** Members that are read apart, or say nothing of the place: history, moderation, pictures, subscribers. */
const core = new Set(
  'id name geo latitude longitude address sourceKey status moderationState categories categoriesFull createdAt updatedAt fullAddress streetNumber streetAddress addressLocality postalCode addressCountry customFormatedAddress openHours images files stamps reports contributions votes pendingContribution modifiedElement subscriberEmails searchScore email'.split(
    ' ',
  ),
);

const header = [
  'id',
  'clé',
  'nom',
  'type',
  'catégories',
  'adresse',
  'code postal',
  'commune',
  'longitude',
  'latitude',
  'vérification',
  'date de mise à jour',
  'clé d’origine',
] as const;
const fields: Readonly<Record<string, FieldId | null>> = {
  id: null,
  clé: 'sourceKey',
  nom: 'name',
  type: 'type',
  catégories: 'domains',
  adresse: 'address',
  'code postal': 'postcode',
  commune: 'communeName',
  longitude: 'lon',
  latitude: 'lat',
  vérification: 'verification',
  'date de mise à jour': 'updatedOn',
  'clé d’origine': null,
};

/** Categories by name; those of a compact export are numbers, which mean nothing outside their map. */
const categoriesOf = (element: Json): string[] => {
  const names = textsOf(element['categories']);
  if (names.length > 0) return names;
  return Array.isArray(element['categoriesFull']) ? element['categoriesFull'].filter(isObject).map((c) => text(c['name'])) : [];
};

/** By parts (schema.org names), by one free text, or by a bare string. */
function addressOf(element: Json): { street: string; postcode: string; town: string } {
  const given = element['address'];
  const parts = isObject(given) ? given : element;
  const street = [text(parts['streetNumber']), text(parts['streetAddress'])].filter(Boolean).join(' ');
  return {
    street: street || text(parts['customFormatedAddress']) || text(given) || text(element['fullAddress']),
    postcode: text(parts['postalCode']),
    town: text(parts['addressLocality']),
  };
}

const hasStatus = (element: Json, key: string, test: (n: number) => boolean) =>
  text(element[key]) !== '' && test(Number(element[key]));

function readElement(element: Json): { cells: string[]; isWithdrawn: boolean } {
  const geo = isObject(element['geo']) ? element['geo'] : element;
  const isLost = hasStatus(element, 'moderationState', (n) => n === geolocationError);
  const isPending = hasStatus(element, 'status', (n) => n <= 0) || hasStatus(element, 'moderationState', (n) => n !== 0);
  const categories = categoriesOf(element);
  const { street, postcode, town } = addressOf(element);
  const [id, name] = [text(element['id']), text(element['name'])];
  return {
    cells: [
      id,
      // Ids are short counters, the same on every map: the name tells the elements of two maps apart.
      id === '' ? '' : `${id} ${name}`,
      name,
      categories.join(', '),
      categories.join('|'),
      street,
      postcode,
      town,
      isLost ? '' : text(geo['longitude']),
      isLost ? '' : text(geo['latitude']),
      isPending ? 'a-verifier' : '',
      text(element['updatedAt'] ?? element['createdAt']),
      text(element['sourceKey']),
    ],
    isWithdrawn: hasStatus(element, 'status', (n) => n < lowestVisible),
  };
}

/** Elements as a table: what every map has, then the fields of this map under their own names. */
function tableOf(elements: readonly Json[]): Table {
  const own = elements.map((e) => flatten(Object.fromEntries(Object.entries(e).filter(([key]) => !core.has(key)))));
  const ownHeadings = [...new Set(own.flatMap((o) => [...o.keys()]))];
  const heading = (h: string) => ((header as readonly string[]).includes(h) ? `${h} (champ de la carte)` : h);
  const rows = elements.map((element, i): TableRow => {
    const { cells, isWithdrawn } = readElement(element);
    const row = { row: i + 1, cells: [...cells, ...ownHeadings.map((h) => own[i]!.get(h) ?? '')] };
    return isWithdrawn ? { ...row, outcome: 'withdrawn' } : row;
  });
  return { header: [...header, ...ownHeadings.map(heading)], rows, delimiter: null, records: 'lieux', fields };
}

/** A compact row: [id, [values of the fields named in the mapping], lat, lon, [categories], status?, moderation?]. */
function fromCompact(row: unknown, mapping: readonly unknown[]): Json {
  if (!Array.isArray(row)) return {};
  const names = textsOf(mapping.find(Array.isArray));
  const values: unknown[] = Array.isArray(row[1]) ? row[1] : [row[1]];
  // The mapping that is published leaves the list of categories out.
  const [status, moderationState] = Array.isArray(row[4]) ? row.slice(5) : row.slice(4);
  return {
    ...Object.fromEntries(names.map((name, i) => [name, values[i]])),
    id: row[0],
    latitude: row[2],
    longitude: row[3],
    status,
    moderationState,
  };
}

const fromFeature = (feature: Json): Json => {
  const at = isObject(feature['geometry']) ? feature['geometry']['coordinates'] : undefined;
  const position = Array.isArray(at) ? { geo: { longitude: at[0], latitude: at[1] } } : {};
  return { id: feature['id'], ...(isObject(feature['properties']) ? feature['properties'] : {}), ...position };
};

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : isObject(value) ? [value] : []);

/** Features that carry what only GoGoCarto writes beside a list of categories. */
const isOfGogocarto = (feature: unknown): boolean => {
  const p = isObject(feature) && isObject(feature['properties']) ? feature['properties'] : {};
  return Array.isArray(p['categories']) && ('categoriesFull' in p || ('status' in p && 'createdAt' in p));
};

/** Elements of any of the exports; null when the JSON is none of them. */
function elementsOf(json: unknown): readonly Json[] | null {
  if (!isObject(json)) return null;
  const ontology = text(json['ontology']).toLowerCase();
  if (ontology === 'gogocompact') return listOf(json['data']).map((row) => fromCompact(row, listOf(json['mapping'])));
  if (ontology === 'gogofull') return listOf(json['data']).filter(isObject);
  if (/gogo/i.test(text(json['@context'])) && Array.isArray(json['@graph'])) return json['@graph'].filter(isObject);
  const features = Array.isArray(json['features']) ? json['features'] : [];
  return features.slice(0, 20).some(isOfGogocarto) ? features.filter(isObject).map(fromFeature) : null;
}

/** Maps of GoGoCarto: a row per element; those its moderators have deleted, refused or found double are refused. */
export const gogocarto = {
  id: 'gogocarto',
  extensions: ['json', 'geojson', 'jsonld'],
  detect: ({ json }) => elementsOf(json) !== null,
  read({ json }) {
    const elements = elementsOf(json) ?? [];
    return elements.length === 0
      ? { code: 'json-sans-objets', severity: 'fatal', row: null, column: null, details: {} }
      : tableOf(elements);
  },
} as const satisfies Format;

/** The same elements as a spreadsheet, under the names of GoGoCarto's core fields. */
export const gogocartoTable = {
  id: 'gogocarto',
  detect: (h) => h.has('categories') && h.has('latitude') && (h.has('streetaddress') || h.has('customformatedaddress')),
  apply: (table) => ({
    ...withColumns(table, {
      adresse: (cell) => [cell('streetNumber'), cell('streetAddress')].filter(Boolean).join(' ') || cell('customFormatedAddress'),
      type: (cell) => cell('categories'),
    }),
    records: 'lieux',
    fields: {
      id: null,
      sourceKey: null,
      categories: 'domains',
      type: 'type',
      adresse: 'address',
      streetAddress: null,
      postalCode: 'postcode',
      addressLocality: 'communeName',
      latitude: 'lat',
      longitude: 'lon',
      updatedAt: 'updatedOn',
    },
  }),
} as const satisfies Shape;
