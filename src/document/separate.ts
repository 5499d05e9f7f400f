import type { Inventory } from '../model/inventory';
import type { Diagnosis, Merge } from './diagnosis';
import { declareDistinct } from './duplicates';
import {
  type AnyRecord,
  type Base,
  type Bases,
  baseOf,
  byKind,
  fieldsOf,
  type InventoryKind,
  inventoryOf,
  isSame,
  recordsOf,
  withBases,
  withFields,
  withImported,
} from './sourceValues';

/** A merge that can be taken back: the actor it made is still there. */
export const mergesInto = (d: Diagnosis, keepId: string): readonly Merge[] =>
  (d.merges ?? []).filter((m) => m.keepId === keepId && d.inventory.actors.some((a) => a.id === keepId));

/** A record without what the merge did to it; what was changed since stays. */
function reverted(present: AnyRecord, before: AnyRecord, after: AnyRecord): AnyRecord {
  const undone = fieldsOf(before, after).filter((f) => !isSame(before[f], after[f]) && isSame(present[f], after[f]));
  return withFields(present, Object.fromEntries(undone.map((f) => [f, before[f] ?? null])));
}

/** One kind of record as it would be had the merge not been; records whose file has gone since do not come back. */
function restored(d: Diagnosis, kind: InventoryKind, merge: Merge, files: ReadonlySet<string>): AnyRecord[] {
  const before = new Map(recordsOf(merge.before, kind).map((r) => [r.id, r]));
  const after = new Map(recordsOf(merge.after, kind).map((r) => [r.id, r]));
  // A newer file may have brought the absorbed record up to date.
  const absorbed = new Map(recordsOf(d.absorbed, kind).map((r) => [r.id, r]));
  const present = recordsOf(d.inventory, kind).map((r) => {
    const [old, made] = [before.get(r.id), after.get(r.id)];
    return old && made ? reverted(r, old, made) : r;
  });
  const known = new Set(present.map((r) => r.id));
  const back = [...before.values()].filter((r) => !known.has(r.id) && !after.has(r.id) && files.has(r.source.file));
  return [...present, ...back.map((r) => absorbed.get(r.id) ?? r)];
}

/** What the source was remembered to say, without what the records say again of themselves. */
function basesAfter(d: Diagnosis, inventory: Inventory, merge: Merge): Diagnosis['imported'] {
  return withBases(
    d.imported,
    byKind(
      (kind): Bases =>
        new Map(
          recordsOf(inventory, kind).flatMap((r): [string, Base][] => {
            const base = baseOf(d, kind, r.id);
            if (!base || !recordsOf(merge.after, kind).some((m) => m.id === r.id)) return [];
            return [[r.id, Object.fromEntries(Object.entries(base).filter(([f, said]) => !isSame(said, r[f])))]];
          }),
        ),
    ),
  );
}

const without = <T>(values: Readonly<Record<string, T>> | undefined, ids: ReadonlySet<string>) =>
  Object.fromEntries(Object.entries(values ?? {}).filter(([id]) => !ids.has(id)));

/**
 * The diagnosis in which a merge is taken back: the actors are several again with what was theirs, changes made since
 * stay, and the actors are known to be different. Unchanged when there was no such merge.
 */
export function separateActors(d: Diagnosis, { keepId, dropIds }: { keepId: string; dropIds: readonly string[] }): Diagnosis {
  const merge = mergesInto(d, keepId).find((m) => isSame(m.dropIds, dropIds));
  if (!merge) return d;
  const files = new Set(d.files.map((f) => f.name));
  const inventory: Inventory = inventoryOf(byKind((kind) => restored(d, kind, merge, files)));
  const gone = byKind((kind) => new Set(recordsOf(merge.before, kind).map((r) => r.id)));
  const left = (d.merges ?? []).filter((m) => m !== merge);
  const { merges: _, ...rest } = d;
  const apart: Diagnosis = {
    ...rest,
    inventory,
    ...(left.length > 0 ? { merges: left } : {}),
    aliases: byKind((kind) => without(d.aliases?.[kind], gone[kind])),
    absorbed: inventoryOf(byKind((kind) => recordsOf(d.absorbed, kind).filter((r) => !gone[kind].has(r.id)))),
  };
  const remembered = withImported(apart, basesAfter(d, inventory, merge));
  return dropIds.reduce((all, id) => declareDistinct(all, [keepId, id]), remembered);
}
