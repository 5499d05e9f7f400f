import type { Mesh } from '../model/lists';
import { isSame } from './anyRecords';
import { type Diagnosis, defaultSettings, emptyDiagnosis } from './diagnosis';

interface Place {
  readonly code: string;
  readonly name: string;
  readonly mesh: Mesh;
}

/**
 * A new diagnosis that starts from another: its settings, its reference lists and, in the same département, its sectors, its perimeter and
 * the lists that its census was checked against. No record, and nothing declared censused.
 */
export function fromTemplate(model: Diagnosis, { code, name, mesh }: Place): Diagnosis {
  const { sectors, perimeter, settings, census, lists } = model;
  const bare = { ...emptyDiagnosis(code, name, mesh), ...(lists ? { lists } : {}) };
  if (code !== model.departement) return { ...bare, settings: { ...settings, mesh } };
  return {
    ...bare,
    settings,
    ...(sectors ? { sectors } : {}),
    ...(perimeter ? { perimeter } : {}),
    census: census.flatMap(({ unitCode, domain, list }) =>
      list === undefined ? [] : [{ unitCode, domain, list, state: 'non-commence' as const }],
    ),
  };
}

/** Nothing was done of it: losing it loses nothing. */
export function isBare(d: Diagnosis, { name, mesh }: Place): boolean {
  const { title, settings, ...rest } = d;
  const { title: _, settings: __, ...bare } = emptyDiagnosis(d.departement, name, mesh);
  const keys = Object.keys(bare) as (keyof typeof bare)[];
  const expected = { ...defaultSettings, mesh };
  return (
    title === name &&
    Object.keys(rest).length === keys.length &&
    keys.every((k) => (k === 'inventory' ? Object.values(d.inventory).every((r) => r.length === 0) : isSame(rest[k], bare[k]))) &&
    (Object.keys(expected) as (keyof typeof expected)[]).every((k) => sameSetting(settings[k], expected[k]))
  );
}

/** Two settings alike whatever the order of their keys, which a file read back may change. */
const sameSetting = (a: unknown, b: unknown): boolean => isSame(sorted(a), sorted(b));
const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
