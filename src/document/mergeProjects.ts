import { type AnyRecord, type Base, byKind, type InventoryKind, inventoryOf, isSame, kinds, recordsOf } from './anyRecords';
import type { Change, Diagnosis } from './diagnosis';
import { isLoop, rewriteReferences } from './duplicates';
import { mergeKind, type Sides, Since } from './mergeBoth';
import { byJson, type MergeChoices, type MergeConflict, Merging } from './merging';
import { withoutOrphans } from './orphans';

export interface MergedProjects {
  readonly merged: Diagnosis;
  readonly conflicts: readonly MergeConflict[];
  /** Records that only the other diagnosis had, by kind. */
  readonly brought: Readonly<Record<InventoryKind, number>>;
}

/** Where ids lead once what either side merged is merged; of a circle, to its first id. */
function jointAliases(a: Diagnosis, b: Diagnosis, kind: InventoryKind): ReadonlyMap<string, string> {
  const steps = new Map<string, string>();
  for (const [from, to] of [...Object.entries(a.aliases?.[kind] ?? {}), ...Object.entries(b.aliases?.[kind] ?? {})]) {
    const known = steps.get(from);
    steps.set(from, known === undefined || to < known ? to : known);
  }
  const end = (id: string): string => {
    const seen = [id];
    for (let next = steps.get(id); next !== undefined; next = steps.get(next)) {
      if (seen.includes(next)) return [...seen].sort()[0]!;
      seen.push(next);
    }
    return seen.at(-1)!;
  };
  return new Map([...steps.keys()].map((id): [string, string] => [id, end(id)]).filter(([from, to]) => from !== to));
}

interface Keyed<T> {
  readonly part: 'census' | 'rest';
  readonly keyOf: (item: T) => string;
  readonly nameOf: (item: T) => string;
}

/** Items of both by their key; those that differ are settled whole. */
function mergeKeyed<T>(
  mine: readonly T[],
  theirs: readonly T[],
  { part, keyOf, nameOf: called }: Keyed<T>,
  merging: Merging,
): readonly T[] {
  const others = new Map(theirs.map((t) => [keyOf(t), t]));
  const own = new Set(mine.map(keyOf));
  return [
    ...mine.map((m) => {
      const t = others.get(keyOf(m));
      if (t === undefined || isSame(m, t)) return m;
      return merging.settle({ part, id: keyOf(m), name: called(m), field: part, mine: m, theirs: t, suggested: 'mine' }) as T;
    }),
    ...theirs.filter((t) => !own.has(keyOf(t))),
  ];
}

/** Parts that are one value: that of the side which has one, settled where both have another. */
function mergeValues(
  a: object,
  b: object,
  fields: readonly string[],
  part: 'settings' | 'rest',
  merging: Merging,
): Record<string, unknown> {
  const [x, y] = [a as Base, b as Base];
  return Object.fromEntries(
    fields.flatMap((field): [string, unknown][] => {
      const [mine, theirs] = [x[field], y[field]];
      if (mine === undefined && theirs === undefined) return [];
      if (mine === undefined || theirs === undefined || isSame(mine, theirs)) return [[field, mine ?? theirs]];
      return [[field, merging.settle({ part, id: field, name: field, field, mine, theirs, suggested: 'mine' })]];
    }),
  );
}

/** What either list holds: the one that holds all where there is one, else each once in the order given. */
function union<T>(mine: readonly T[] = [], theirs: readonly T[] = [], order: (a: T, b: T) => number = byJson): readonly T[] {
  const [own, other] = [mine, theirs].map((list) => new Set(list.map((item) => JSON.stringify(item)))) as [
    Set<string>,
    Set<string>,
  ];
  if ([...other].every((item) => own.has(item))) return mine;
  if ([...own].every((item) => other.has(item))) return theirs;
  return [...new Map([...mine, ...theirs].map((item) => [JSON.stringify(item), item])).values()].sort(order);
}

const unlessEmpty = <T extends readonly unknown[]>(key: string, list: T, was: unknown): Record<string, T> =>
  list.length === 0 && was === undefined ? {} : { [key]: list };

/** Snapshots of both; two of one id that differ keep their contents under ids of their own. */
function mergeSnapshots(a: Diagnosis['snapshots'], b: Diagnosis['snapshots']): Diagnosis['snapshots'] {
  const known = new Map(a.map((s) => [s.id, s]));
  const others = b.filter((s) => !isSame(known.get(s.id), s));
  if (others.length === 0) return a;
  const all = [...a, ...others.map((s) => (known.has(s.id) ? { ...s, id: `${s.id}-bis` } : s))];
  return all.sort((x, y) => (x.takenOn < y.takenOn ? -1 : x.takenOn > y.takenOn ? 1 : byJson(x.name, y.name)));
}

/** Values by kind and id of both; of two that differ, the first in order. */
function mergeByKind<T>(
  a: { readonly [K in InventoryKind]?: Readonly<Record<string, T>> } = {},
  b: typeof a = {},
): Record<string, unknown> {
  const joined = kinds.flatMap((kind) => {
    const [x, y] = [a[kind], b[kind]];
    if (!x && !y) return [];
    const ids = [...new Set([...Object.keys(x ?? {}), ...Object.keys(y ?? {})])];
    const pick = (id: string) =>
      x?.[id] === undefined ? y![id] : y?.[id] === undefined || byJson(x[id], y[id]) <= 0 ? x[id] : y[id];
    return [[kind, Object.fromEntries(ids.map((id) => [id, pick(id)]))] as const];
  });
  return Object.fromEntries(joined);
}

/** What the merge keeps of how records came to be: merges, pairs told apart, what sources said, who changed what. */
function mergeMemory(
  a: Diagnosis,
  b: Diagnosis,
  aliases: Readonly<Record<InventoryKind, ReadonlyMap<string, string>>>,
): Partial<Diagnosis> {
  const joint = kinds.flatMap((kind) =>
    a.aliases?.[kind] || b.aliases?.[kind] ? [[kind, Object.fromEntries(aliases[kind])] as const] : [],
  );
  const absorbed = byKind((kind) => {
    const found = new Map<string, AnyRecord>();
    for (const record of [...recordsOf(a.absorbed, kind), ...recordsOf(b.absorbed, kind)]) {
      const known = found.get(record.id);
      if (!known || byJson(record, known) > 0) found.set(record.id, record);
    }
    return [...found.values()];
  });
  const oldestFirst = (x: Change, y: Change) => (x.on < y.on ? -1 : x.on > y.on ? 1 : byJson(x, y));
  const imported = mergeByKind<Readonly<Record<string, unknown>>>(a.imported, b.imported);
  return {
    ...(a.aliases || b.aliases ? { aliases: Object.fromEntries(joint) } : {}),
    ...(a.absorbed || b.absorbed ? { absorbed: inventoryOf(absorbed) } : {}),
    ...unlessEmpty(
      'merges',
      union(a.merges, b.merges, () => 0),
      a.merges ?? b.merges,
    ),
    ...unlessEmpty('distinctPairs', union(a.distinctPairs, b.distinctPairs), a.distinctPairs ?? b.distinctPairs),
    ...(a.imported || b.imported ? { imported } : {}),
    ...unlessEmpty('changes', union(a.changes, b.changes, oldestFirst), a.changes ?? b.changes),
  };
}

/** Parts that are lists of keyed items; those that neither side has are left out. */
function mergeLists(a: Diagnosis, b: Diagnosis, merging: Merging): Partial<Diagnosis> {
  const rest = <T>(key: keyof Diagnosis, keyOf: (item: T) => string, called: (item: T) => string = keyOf) => {
    const [x, y] = [a[key] as readonly T[] | undefined, b[key] as readonly T[] | undefined];
    if (!x && !y) return {};
    const of = { part: 'rest' as const, keyOf: (item: T) => `${key} ${keyOf(item)}`, nameOf: called };
    return { [key]: mergeKeyed(x ?? [], y ?? [], of, merging) };
  };
  return {
    ...rest<NonNullable<Diagnosis['sectors']>[number]>('sectors', (s) => s.name),
    ...rest<NonNullable<Diagnosis['youngCounts']>[number]>(
      'youngCounts',
      (c) => `${c.unitCode} ${c.group}`,
      (c) => `${c.unitName} (${c.group})`,
    ),
    ...rest<NonNullable<Diagnosis['travel']>[number]>('travel', (t) => t.file),
    ...rest<NonNullable<Diagnosis['travelExceptions']>[number]>('travelExceptions', (t) => `${t.file} ${t.between.join(' ')}`),
    ...rest<NonNullable<Diagnosis['documents']>[number]>(
      'documents',
      (d) => d.id,
      (d) => d.title,
    ),
    ...rest<NonNullable<Diagnosis['pins']>[number]>(
      'pins',
      (p) => p.id,
      (p) => [...a.inventory.actors, ...b.inventory.actors].find((actor) => actor.id === p.id)?.name ?? p.id,
    ),
    ...rest<NonNullable<Diagnosis['setAside']>[number]>('setAside', (s) => s.key),
    ...rest<NonNullable<Diagnosis['reportTexts']>[number]>('reportTexts', (t) => `${t.reading} ${t.key}`),
    ...rest<NonNullable<Diagnosis['readings']>[number]>('readings', (r) => r.reading),
    ...rest<Diagnosis['files'][number]>('files', (f) => f.name),
  };
}

const settingsFields = (a: Diagnosis, b: Diagnosis) => [...new Set([...Object.keys(a.settings), ...Object.keys(b.settings)])];

/**
 * Two diagnoses of one département as one. Ids derive from sources, so the same record meets itself; what only one side
 * changed since they parted is taken from it; what both say otherwise is a conflict, settled by the choices given, else as
 * suggested. Merged with itself a diagnosis is the same, and who is merged into whom changes nothing but the conflicts.
 */
export function mergeProjects(a: Diagnosis, b: Diagnosis, choices: MergeChoices = {}): MergedProjects {
  const merging = new Merging(choices);
  const [ca, cb] = [a.changes ?? [], b.changes ?? []];
  const sides: Sides = { a, b, sinceA: new Since(ca, cb), sinceB: new Since(cb, ca), merging };
  const aliases = byKind((kind) => jointAliases(a, b, kind));
  const ids = {
    actor: (id: string) => aliases.actors.get(id) ?? id,
    site: (id: string) => aliases.sites.get(id) ?? id,
  };
  const brought = byKind(() => 0);
  const records = byKind((kind): readonly AnyRecord[] => {
    const read = (all: readonly AnyRecord[]) => all.filter((r) => !aliases[kind].has(r.id)).map((r) => rewriteReferences(r, ids));
    const merged = mergeKind(kind, sides, read);
    brought[kind] = merged.brought;
    return merged.records.filter((r) => !isLoop(r));
  });
  const census = mergeKeyed(
    a.census,
    b.census,
    { part: 'census', keyOf: (e) => `${e.unitCode}:${e.domain}`, nameOf: (e) => `${e.unitCode} ${e.domain}` },
    merging,
  );
  const merged = {
    ...mergeValues(a, b, ['departement', 'title', 'demonstration', 'perimeter', 'youngPopulation', 'lists'], 'rest', merging),
    inventory: inventoryOf(withoutOrphans(records)),
    census,
    ...mergeLists(a, b, merging),
    settings: mergeValues(a.settings, b.settings, settingsFields(a, b), 'settings', merging),
    snapshots: mergeSnapshots(a.snapshots, b.snapshots),
    ...mergeMemory(a, b, aliases),
  } as unknown as Diagnosis;
  return { merged, conflicts: merging.conflicts, brought };
}
