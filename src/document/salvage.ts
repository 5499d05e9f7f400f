import type { z } from 'zod';
import { emptyInventory } from '../model/inventory';
import { byKind, inventoryOf, recordsOf } from './anyRecords';
import { type Diagnosis, defaultSettings } from './diagnosis';
import { withoutOrphans } from './orphans';

export interface Salvaged {
  readonly diagnosis: Diagnosis;
  /** Paths of what could not be read, as « inventory › actors › 3 ». */
  readonly lost: readonly string[];
}

type Path = readonly PropertyKey[];
type Parse = (diagnosis: unknown) => z.ZodSafeParseResult<unknown>;

/** What stands in the place of a part that cannot be read and that no diagnosis is without. */
const firstParts: Readonly<Record<string, unknown>> = {
  title: '',
  demonstration: false,
  inventory: emptyInventory,
  census: [],
  files: [],
  settings: defaultSettings,
  snapshots: [],
};

const recordLists: ReadonlySet<PropertyKey> = new Set(['actors', 'sites', 'schemes', 'partnerships']);

/** The least to take away for a fault to go: a record, an item of a list, or a whole part. */
function partOf(path: Path): Path {
  const record = path.findLastIndex((key, i) => typeof key === 'number' && recordLists.has(path[i - 1] ?? ''));
  if (record >= 0) return path.slice(0, record + 1);
  const item = path[0] === 'settings' ? -1 : path.findIndex((key) => typeof key === 'number');
  return path.slice(0, item >= 0 ? item + 1 : 1);
}

function takeAwayInPlace(diagnosis: Record<string, unknown>, path: Path): void {
  const [first, ...rest] = path as string[];
  if (rest.length === 0) {
    if (Object.hasOwn(firstParts, first!)) diagnosis[first!] = structuredClone(firstParts[first!]);
    else delete diagnosis[first!];
    return;
  }
  let holder = diagnosis[first!] as Record<PropertyKey, unknown>;
  for (const key of rest.slice(0, -1)) holder = holder[key] as Record<PropertyKey, unknown>;
  if (Array.isArray(holder)) holder.splice(Number(rest.at(-1)), 1);
  else delete holder[rest.at(-1)!];
}

/** Faults of a list from its end, so that taking one away moves no other. */
const fromTheEnd = (a: Path, b: Path): number => Number(b.at(-1)) - Number(a.at(-1)) || 0;

/**
 * What is whole of a damaged diagnosis, with the paths of what is not; null where even its département is lost. Records
 * that refer to one that is lost go with it.
 */
export function salvage(raw: Readonly<Record<string, unknown>>, parse: Parse): Salvaged | null {
  const diagnosis = structuredClone(raw) as Record<string, unknown>;
  const lost: string[] = [];
  // Each round takes away at least one part; a part that comes back damaged cannot be mended.
  for (let round = 0; round < 20; round++) {
    const read = parse(diagnosis);
    if (read.success) return whole(read.data as Diagnosis, lost);
    const parts = new Map(read.error.issues.map((i) => [partOf(i.path).join(' › '), partOf(i.path)]));
    if (parts.has('') || parts.has('departement')) return null;
    lost.push(...parts.keys());
    for (const path of [...parts.values()].sort(fromTheEnd)) takeAwayInPlace(diagnosis, path);
  }
  return null;
}

function whole(diagnosis: Diagnosis, lost: readonly string[]): Salvaged {
  const records = byKind((kind) => recordsOf(diagnosis.inventory, kind));
  const held = withoutOrphans(records);
  const orphans = Object.entries(records).flatMap(([kind, all]) => {
    const ids = new Set(held[kind as keyof typeof held].map((r) => r.id));
    return all.filter((r) => !ids.has(r.id)).map((r) => `inventory › ${kind} › ${r.id}`);
  });
  return { diagnosis: { ...diagnosis, inventory: inventoryOf(held) }, lost: [...lost, ...orphans] };
}
