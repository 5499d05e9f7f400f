import type { Issue } from '../issues';
import type { Format, Table } from '../table';

export type Json = Readonly<Record<string, unknown>>;
export const isObject = (v: unknown): v is Json => typeof v === 'object' && v !== null && !Array.isArray(v);

/** Deeper nesting than any inventory has: what lies below is kept as JSON text. */
const deepest = 6;

const scalarText = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value).slice(0, 2000) : String(value);

/** An object as paths ("adresse.codePostal") → text; lists of values joined by |, lists of objects by their first one. */
export function flatten(value: Json, prefix = '', out = new Map<string, string>(), depth = 0): Map<string, string> {
  for (const [key, v] of Object.entries(value)) {
    const path = prefix === '' ? key : `${prefix}.${key}`;
    const item = Array.isArray(v) && isObject(v[0]) ? v[0] : v;
    if (isObject(item) && depth < deepest) flatten(item, path, out, depth + 1);
    else out.set(path, Array.isArray(item) ? item.map(scalarText).join('|') : scalarText(item));
  }
  return out;
}

/** Objects as a table whose columns are their paths, in order of appearance. */
export function tableFromObjects(objects: readonly Json[], delimiter: string | null = null): Table {
  const flat = objects.map((o) => flatten(o));
  const header = [...new Set(flat.flatMap((f) => [...f.keys()]))];
  return { header, rows: flat.map((f, i) => ({ row: i + 1, cells: header.map((h) => f.get(h) ?? '') })), delimiter };
}

/** The longest list of objects at the top of a JSON value: itself, or under one of its keys. */
export function findObjects(json: unknown): readonly Json[] {
  if (Array.isArray(json)) return json.filter(isObject);
  if (!isObject(json)) return [];
  const lists = Object.values(json)
    .filter(Array.isArray)
    .map((list: unknown[]) => list.filter(isObject))
    .sort((a, b) => b.length - a.length);
  // A record may itself hold lists (services of a place): a list of one object's parts is not a list of records.
  const isRecord = ['name', 'nom', 'id'].some((key) => key in json);
  return !isRecord && lists[0] && lists[0].length > 0 ? lists[0] : [json];
}

/** Parses one JSON value, or one per line (NDJSON); `undefined` when it is neither. */
export function parseJson(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return parseLines(text);
  }
}

function parseLines(text: string): unknown {
  const lines = text.split(/\r?\n/).filter((l) => l.trim() !== '');
  if (lines.length < 2 || !/^\s*\{.*\}\s*,?\s*$/.test(lines[0]!)) return undefined;
  try {
    return lines.map((l) => JSON.parse(l.trim().replace(/,$/, '')) as unknown);
  } catch {
    return undefined;
  }
}

export const fatalJson = (code: 'json-illisible' | 'json-sans-objets'): Issue => ({
  code,
  severity: 'fatal',
  row: null,
  column: null,
  details: {},
});

/** What JSON may begin with; a title between brackets above a table (« [Annuaire] 2026 ») is none. */
const beginsLikeJson = /^\s*[[{]\s*(?:["[\]{}]|$)/;

/** Any JSON list of objects, nested or not, and NDJSON. */
export const json = {
  id: 'json',
  extensions: ['json', 'ndjson', 'jsonl', 'sjson'],
  detect: ({ text, json: value }) => value !== undefined || beginsLikeJson.test(text),
  read({ json: value }) {
    if (value === undefined) return fatalJson('json-illisible');
    const objects = findObjects(value);
    return objects.length === 0 ? fatalJson('json-sans-objets') : tableFromObjects(objects);
  },
} as const satisfies Format;
