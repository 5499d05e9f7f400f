import type { Inventory } from '../model/inventory';
import { type AnyRecord, byKind, type InventoryKind, inventoryOf, isSame, recordsOf } from './anyRecords';
import type { Diagnosis, Merge } from './diagnosis';
import { type IdReading, presentId, referencesOf, rewriteReferences } from './duplicates';
import type { Pair } from './versions';

/** Ids of the records that a merge took away. */
export function removedBy(merge: Merge, kind: InventoryKind): ReadonlySet<string> {
  const after = new Set(recordsOf(merge.after, kind).map((r) => r.id));
  return new Set(recordsOf(merge.before, kind).flatMap((r) => (after.has(r.id) ? [] : [r.id])));
}

/** Records of one inventory whose ids another has not. */
export const recordsNotIn = (present: Inventory, records: Inventory): Record<InventoryKind, readonly AnyRecord[]> =>
  byKind((kind) => {
    const known = new Set(recordsOf(present, kind).map((r) => r.id));
    return recordsOf(records, kind).filter((r) => !known.has(r.id));
  });

/** What was absorbed, with the records that a file states and that a merge took away: they can come back. */
export function absorbedWith(
  d: { readonly absorbed: Inventory | undefined; readonly merges: readonly Merge[] },
  stated: Readonly<Record<InventoryKind, readonly AnyRecord[]>>,
): Inventory {
  return inventoryOf(
    byKind((kind) => {
      const away = new Set(d.merges.flatMap((m) => [...removedBy(m, kind)]));
      const met = stated[kind].filter((r) => away.has(r.id));
      return [...new Map([...recordsOf(d.absorbed, kind), ...met].map((r) => [r.id, r])).values()];
    }),
  );
}

/** Where an id led before a merge, when it led elsewhere than to itself. */
export const ledOf = (merge: Merge, kind: InventoryKind, id: string): string | undefined => {
  const led = merge.led?.[kind];
  return led && Object.hasOwn(led, id) ? led[id] : undefined;
};

/** Merges that know the ids by which a newer file calls what they took away. */
export const mergesWithNames = (
  merges: readonly Merge[],
  pairs: Readonly<Record<InventoryKind, readonly Pair[]>>,
): readonly Merge[] =>
  merges.map((merge) => {
    const removed = byKind((kind) => removedBy(merge, kind));
    const named = byKind((kind) =>
      pairs[kind].flatMap(({ earlier, next }): [string, string][] => {
        if (!earlier.isAbsorbed || earlier.id === next.id) return [];
        const to = removed[kind].has(earlier.id) ? earlier.id : ledOf(merge, kind, earlier.id);
        return to === undefined ? [] : [[next.id, to]];
      }),
    );
    if (Object.values(named).every((list) => list.length === 0)) return merge;
    return { ...merge, led: byKind((kind) => ({ ...merge.led?.[kind], ...Object.fromEntries(named[kind]) })) };
  });

const readingOf = (read: (kind: InventoryKind, id: string) => string): IdReading => ({
  actor: (id) => read('actors', id),
  site: (id) => read('sites', id),
});

/** Merges that know of records come since, which refer to what they took away; `raw`: as their file states them. */
export function mergesWithRecords(
  d: Diagnosis & { readonly merges: readonly Merge[] },
  raw: Readonly<Record<InventoryKind, readonly AnyRecord[]>>,
): readonly Merge[] {
  const present = readingOf((kind, id) => presentId(d, kind, id));
  const moved = byKind((kind) => raw[kind].filter((r) => rewriteReferences(r, present) !== r));
  if (Object.values(moved).every((list) => list.length === 0)) return d.merges;
  // From the last merge to the first: an id leads after one where it led before the next.
  const later = byKind(() => new Map<string, string>());
  const told = [...d.merges].reverse().map((merge): Merge => {
    const removed = byKind((kind) => removedBy(merge, kind));
    const leadsAfter = (kind: InventoryKind, id: string) => later[kind].get(id) ?? presentId(d, kind, id);
    const leadsBefore = (kind: InventoryKind, id: string) =>
      ledOf(merge, kind, id) ?? (removed[kind].has(id) ? id : leadsAfter(kind, id));
    const [before, after] = [readingOf(leadsBefore), readingOf(leadsAfter)];
    const both = byKind((kind) =>
      moved[kind]
        .map((r) => [rewriteReferences(r, before), rewriteReferences(r, after)] as const)
        .filter(([a, b]) => !isSame(referencesOf(a), referencesOf(b))),
    );
    for (const kind of ['actors', 'sites'] as const)
      for (const id of new Set([...removed[kind], ...Object.keys(merge.led?.[kind] ?? {})]))
        later[kind].set(id, leadsBefore(kind, id));
    const join = (there: Inventory, kind: InventoryKind, at: 0 | 1) => {
      const known = new Set(recordsOf(merge.before, kind).map((r) => r.id));
      return [...recordsOf(there, kind), ...both[kind].map((pair) => pair[at]).filter((r) => !known.has(r.id))];
    };
    return {
      ...merge,
      before: inventoryOf(byKind((kind) => join(merge.before, kind, 0))),
      after: inventoryOf(byKind((kind) => join(merge.after, kind, 1))),
    };
  });
  return told.reverse();
}

/** A record that passed to another file: what it is now, and the absorbed record that it has become. */
export interface Handed {
  readonly heir: AnyRecord;
  readonly record: AnyRecord;
}

/** The records of a merge, those handed over as they are now: they only differ by what they refer to. */
function withHanded(merge: Merge, kind: InventoryKind, handed: readonly Handed[]): { before: AnyRecord[]; after: AnyRecord[] } {
  const removed = removedBy(merge, kind);
  const [before, after] = [merge.before, merge.after].map((i) => new Map(recordsOf(i, kind).map((r) => [r.id, r])));
  for (const { heir, record } of handed) {
    const [old, made] = [removed.has(heir.id) ? heir : before!.get(record.id), after!.get(record.id) ?? record];
    before!.delete(heir.id);
    if (!old) continue;
    before!.set(record.id, { ...record, ...referencesOf(old) });
    after!.set(record.id, { ...record, ...referencesOf(made) });
  }
  return { before: [...before!.values()], after: [...after!.values()] };
}

/** Merges once some records passed to another file: the actor that took the place of the kept one is no longer apart from it. */
export function mergesHandedOver(
  merges: readonly Merge[],
  handed: Readonly<Record<InventoryKind, readonly Handed[]>>,
): readonly Merge[] {
  const passed = byKind((kind) => new Set(handed[kind].map((h) => h.heir.id)));
  return merges.flatMap((merge): Merge[] => {
    const dropIds = merge.dropIds.filter((id) => !passed.actors.has(id));
    if (dropIds.length === 0) return [];
    const records = byKind((kind) => withHanded(merge, kind, handed[kind]));
    const led = byKind((kind) =>
      Object.fromEntries(Object.entries(merge.led?.[kind] ?? {}).filter(([id]) => !passed[kind].has(id))),
    );
    return [
      {
        ...merge,
        dropIds,
        before: inventoryOf(byKind((kind) => records[kind].before)),
        after: inventoryOf(byKind((kind) => records[kind].after)),
        ...(merge.led ? { led } : {}),
      },
    ];
  });
}
