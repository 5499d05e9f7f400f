import type { Inventory } from '../model/inventory';
import {
  type AnyRecord,
  type Base,
  type Bases,
  byKind,
  fieldsOf,
  type InventoryKind,
  inventoryOf,
  isSame,
  recordsOf,
  withFields,
} from './anyRecords';
import type { Diagnosis, Merge } from './diagnosis';
import { declareDistinct, type IdReading, isLoop, presentId, referencesOf, rewriteReferences } from './duplicates';
import { removedBy } from './mergeRecords';
import { baseOf, withBases, withImported } from './sourceValues';

/** A merge that can be taken back: the actor it made is still there. */
export const mergesInto = (d: Diagnosis, keepId: string): readonly Merge[] =>
  (d.merges ?? []).filter((m) => m.keepId === keepId && d.inventory.actors.some((a) => a.id === keepId));

/** What others say of a record: what its own source says otherwise, and the absorbed records, when merged and now. */
interface Said {
  readonly base: Base;
  readonly others: readonly { readonly once: AnyRecord; readonly now: AnyRecord }[];
}

/**
 * A record without what the merge did to it, nor what newer files of the absorbed records made of that; what was
 * changed otherwise stays.
 */
function reverted(present: AnyRecord, before: AnyRecord, after: AnyRecord, { base, others }: Said): AnyRecord {
  const isFollowed = (f: string) =>
    Object.hasOwn(base, f) &&
    others.some((s) => isSame(s.once[f], after[f]) && !isSame(s.once[f], s.now[f]) && isSame(s.now[f], present[f]));
  const undone = fieldsOf(before, after, present).filter(
    (f) => !isSame(before[f], present[f]) && (isSame(present[f], after[f]) || isFollowed(f)),
  );
  return withFields(present, Object.fromEntries(undone.map((f) => [f, before[f] ?? null])));
}

/** The records of one kind as the merge found them, what was changed since kept; absorbed ones as their source has them now. */
interface Parted {
  readonly present: readonly AnyRecord[];
  readonly back: readonly AnyRecord[];
}

function partedOf(d: Diagnosis, kind: InventoryKind, merge: Merge): Parted {
  const before = new Map(recordsOf(merge.before, kind).map((r) => [r.id, r]));
  const after = new Map(recordsOf(merge.after, kind).map((r) => [r.id, r]));
  const removed = removedBy(merge, kind);
  const absorbed = recordsOf(d.absorbed, kind).filter((r) => removed.has(r.id));
  const saidOf = new Map<string, AnyRecord[]>();
  for (const r of absorbed) saidOf.set(presentId(d, kind, r.id), [...(saidOf.get(presentId(d, kind, r.id)) ?? []), r]);
  const present = recordsOf(d.inventory, kind).map((r) => {
    const [old, made] = [before.get(r.id), after.get(r.id)];
    if (!old || !made) return r;
    const others = (saidOf.get(r.id) ?? []).map((now) => ({ once: before.get(now.id)!, now }));
    return reverted(r, old, made, { base: baseOf(d, kind, r.id) ?? {}, others });
  });
  const files = new Set(d.files.map((f) => f.name));
  const known = new Set(present.map((r) => r.id));
  return { present, back: absorbed.filter((r) => !known.has(r.id) && files.has(r.source.file)) };
}

/** The inventory in which a merge is taken back: what comes back without its actor does not, every reference leads somewhere. */
function inventoryApart(d: Diagnosis, merge: Merge): Inventory {
  const ids = byKind(() => new Set<string>());
  const leads = (kind: InventoryKind, id: string) => (ids[kind].has(id) ? id : presentId(d, kind, id));
  const reading: IdReading = { actor: (id) => leads('actors', id), site: (id) => leads('sites', id) };
  const isWhole = (r: AnyRecord) => {
    const { actorId, fromId, toId } = referencesOf(r);
    return [actorId, fromId, toId].every((id) => id === undefined || ids.actors.has(id)) && !isLoop(r);
  };
  const atKnownSites = (r: AnyRecord): AnyRecord => {
    const { siteIds } = referencesOf(r);
    return siteIds?.some((id) => !ids.sites.has(id)) ? { ...r, siteIds: siteIds.filter((id) => ids.sites.has(id)) } : r;
  };
  return inventoryOf(
    byKind((kind) => {
      const { present, back } = partedOf(d, kind, merge);
      if (kind === 'actors') for (const r of [...present, ...back]) ids.actors.add(r.id);
      const whole = back.filter((r) => isWhole(rewriteReferences(r, reading)));
      if (kind === 'sites') for (const r of [...present, ...whole]) ids.sites.add(r.id);
      return [...present, ...whole].map((r) => atKnownSites(rewriteReferences(r, reading)));
    }),
  );
}

/** What the source was remembered to say, without what the records say again of themselves. */
function basesAfter(d: Diagnosis, inventory: Inventory, merge: Merge): Diagnosis['imported'] {
  return withBases(
    d.imported,
    byKind((kind): Bases => {
      const made = new Set(recordsOf(merge.after, kind).map((r) => r.id));
      return new Map(
        recordsOf(inventory, kind).flatMap((r): [string, Base][] => {
          const base = made.has(r.id) ? baseOf(d, kind, r.id) : undefined;
          return base ? [[r.id, Object.fromEntries(Object.entries(base).filter(([f, said]) => !isSame(said, r[f])))]] : [];
        }),
      );
    }),
  );
}

/** Where ids lead once a merge is taken back: those of what it took away to themselves, the others where they led before it. */
function aliasesApart(d: Diagnosis, kind: InventoryKind, merge: Merge, apart: Inventory, left: ReadonlySet<string>) {
  const known = new Set(recordsOf(apart, kind).map((r) => r.id));
  const removed = removedBy(merge, kind);
  const led = new Map(Object.entries(merge.led?.[kind] ?? {}));
  return Object.fromEntries(
    Object.entries(d.aliases?.[kind] ?? {}).flatMap(([from, to]): [string, string][] => {
      if (known.has(from) || (removed.has(from) && !left.has(from))) return [];
      const earlier = led.get(from);
      if (earlier === undefined || left.has(from)) return [[from, earlier !== undefined && known.has(earlier) ? earlier : to]];
      return known.has(earlier) ? [[from, earlier]] : [];
    }),
  );
}

/**
 * The diagnosis in which a merge is taken back: the actors are several again with what was theirs, changes made since
 * stay, and the actors are known to be different. A record comes back as its source last stated it, if it still does.
 * Unchanged when there was no such merge.
 */
export function separateActors(d: Diagnosis, { keepId, dropIds }: { keepId: string; dropIds: readonly string[] }): Diagnosis {
  const merge = mergesInto(d, keepId).find((m) => isSame(m.dropIds, dropIds));
  if (!merge) return d;
  const inventory = inventoryApart(d, merge);
  const absorbed = byKind((kind) => {
    const known = new Set(recordsOf(inventory, kind).map((r) => r.id));
    return recordsOf(d.absorbed, kind).filter((r) => !known.has(r.id));
  });
  const merges = (d.merges ?? []).filter((m) => m !== merge);
  const { merges: _, ...rest } = d;
  const apart: Diagnosis = {
    ...rest,
    inventory,
    ...(merges.length > 0 ? { merges } : {}),
    aliases: byKind((kind) => aliasesApart(d, kind, merge, inventory, new Set(absorbed[kind].map((r) => r.id)))),
    absorbed: inventoryOf(absorbed),
  };
  return dropIds.reduce((all, id) => declareDistinct(all, [keepId, id]), withImported(apart, basesAfter(d, inventory, merge)));
}
