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
  kinds,
  recordsOf,
  withFields,
} from './anyRecords';
import type { Diagnosis } from './diagnosis';
import { type IdReading, isLoop, presentId, rewriteReferences } from './duplicates';
import { absorbedWith, type Handed, mergesHandedOver, mergesWithRecords, recordsNotIn } from './mergeRecords';

export const presentIds = (d: Diagnosis): IdReading => ({
  actor: (id) => presentId(d, 'actors', id),
  site: (id) => presentId(d, 'sites', id),
});

export const baseOf = (d: Diagnosis, kind: InventoryKind, id: string): Base | undefined => {
  const bases = d.imported?.[kind];
  return bases && Object.hasOwn(bases, id) ? bases[id] : undefined;
};

/** What the source must be remembered to say, once a record has changed; nothing where the two agree again. */
export function rememberedBase(before: AnyRecord, after: AnyRecord, base: Base = {}): Base {
  const said = (field: string) => (Object.hasOwn(base, field) ? base[field] : before[field]) ?? null;
  const changed = fieldsOf(base, before, after).filter((field) => !isSame(said(field), after[field]));
  return Object.fromEntries(changed.map((field) => [field, said(field)]));
}

/** `imported` with the bases of some records replaced; an empty one is left out. */
export function withBases(
  imported: Diagnosis['imported'],
  changes: Readonly<Record<InventoryKind, Bases>>,
): Diagnosis['imported'] {
  const all = byKind((kind) =>
    Object.fromEntries(
      [...new Map([...Object.entries(imported?.[kind] ?? {}), ...changes[kind]])].filter(([, b]) => Object.keys(b).length > 0),
    ),
  );
  const filled = kinds.filter((kind) => Object.keys(all[kind]).length > 0);
  return filled.length === 0 ? undefined : Object.fromEntries(filled.map((kind) => [kind, all[kind]]));
}

export const withImported = (d: Diagnosis, imported: Diagnosis['imported']): Diagnosis => {
  const { imported: _, ...rest } = d;
  return imported === undefined ? rest : { ...rest, imported };
};

/**
 * After a change made by the user: remembers what the source said of each field that changed. References that only
 * followed a merge are no change.
 */
export function rememberSource(before: Diagnosis, after: Diagnosis): Diagnosis {
  if (before.inventory === after.inventory) return after;
  const ids = presentIds(after);
  const changes = byKind((kind): Bases => {
    if (before.inventory[kind] === after.inventory[kind]) return new Map();
    const earlier = new Map(recordsOf(before.inventory, kind).map((r) => [r.id, r]));
    return new Map(
      recordsOf(after.inventory, kind).flatMap((record): [string, Base][] => {
        const old = earlier.get(record.id);
        if (!old || old === record) return [];
        return [[record.id, rememberedBase(rewriteReferences(old, ids), record, baseOf(before, kind, record.id))]];
      }),
    );
  });
  return kinds.every((kind) => changes[kind].size === 0) ? after : withImported(after, withBases(after.imported, changes));
}

/** A newer version of a record with what the user changed in the present one, and what is then to be remembered. */
export function keepEdits(mine: AnyRecord, next: AnyRecord, base: Base | undefined): { record: AnyRecord; base: Base } {
  const edits = Object.fromEntries(Object.keys(base ?? {}).map((field) => [field, mine[field] ?? null]));
  const record = withFields(next, edits);
  return { record, base: rememberedBase(next, record) };
}

/**
 * The diagnosis with the records of an import: those of an id already there are replaced in their place, but for what
 * the user changed; those merged into others stay merged.
 */
export function takeInventory(d: Diagnosis, added: Inventory): Diagnosis {
  const ids = presentIds(d);
  const bases = byKind((): Bases => new Map());
  const records = byKind((kind) => {
    if (added[kind].length === 0) return recordsOf(d.inventory, kind);
    const present = new Map(recordsOf(d.inventory, kind).map((r) => [r.id, r]));
    for (const raw of recordsOf(added, kind)) {
      const next = rewriteReferences(raw, ids);
      if (presentId(d, kind, next.id) !== next.id || isLoop(next)) continue;
      const base = baseOf(d, kind, next.id);
      const mine = present.get(next.id);
      const kept = base && mine ? keepEdits(mine, next, base) : { record: next, base: {} };
      present.set(next.id, kept.record);
      if (base) bases[kind].set(next.id, kept.base);
    }
    return [...present.values()];
  });
  const inventory = inventoryOf(records);
  const { merges } = d;
  const told = merges && {
    merges: mergesWithRecords({ ...d, merges }, recordsNotIn(d.inventory, added)),
    absorbed: absorbedWith({ absorbed: d.absorbed, merges }, recordsNotIn(inventory, added)),
  };
  return withImported({ ...d, ...told, inventory }, withBases(d.imported, bases));
}

/** Before a file goes: records that another file states too (merged into one of this file) pass to that other file. */
export function handOver(d: Diagnosis, file: string): Diagnosis {
  const { absorbed } = d;
  if (!absorbed) return d;
  const ids = presentIds(d);
  const bases = byKind((): Bases => new Map());
  const handed = byKind((): Handed[] => []);
  const records = byKind((kind) => {
    const heirs = new Map(
      recordsOf(absorbed, kind)
        .filter((r) => r.source.file !== file)
        .map((r) => [presentId(d, kind, r.id), r]),
    );
    return recordsOf(d.inventory, kind).map((mine) => {
      const heir = mine.source.file === file ? heirs.get(mine.id) : undefined;
      if (!heir) return mine;
      const kept = keepEdits(mine, { ...rewriteReferences(heir, ids), id: mine.id }, baseOf(d, kind, mine.id));
      bases[kind].set(mine.id, kept.base);
      handed[kind].push({ heir, record: kept.record });
      return kept.record;
    });
  });
  const left = byKind((kind) => {
    const passed = new Set(handed[kind].map((h) => h.heir.id));
    return recordsOf(absorbed, kind).filter((r) => r.source.file !== file && !passed.has(r.id));
  });
  const merges = d.merges && mergesHandedOver(d.merges, handed);
  const after = { ...d, inventory: inventoryOf(records), absorbed: inventoryOf(left), ...(merges ? { merges } : {}) };
  return withImported(after, withBases(d.imported, bases));
}

/** Forgets what was remembered of records that are no longer there; pairs said different stay said. */
export function forgetGone(d: Diagnosis): Diagnosis {
  if (!d.aliases && !d.imported) return d;
  const present = byKind((kind) => new Set(recordsOf(d.inventory, kind).map((r) => r.id)));
  const aliases = byKind((kind) =>
    Object.fromEntries(Object.entries(d.aliases?.[kind] ?? {}).filter(([, to]) => present[kind].has(to))),
  );
  const gone = byKind(
    (kind): Bases =>
      new Map(
        Object.keys(d.imported?.[kind] ?? {})
          .filter((id) => !present[kind].has(id))
          .map((id) => [id, {}]),
      ),
  );
  const merges = d.merges?.filter((m) => present.actors.has(presentId(d, 'actors', m.keepId)));
  const left = { ...d, ...(d.aliases ? { aliases } : {}), ...(merges ? { merges } : {}) };
  return withImported(left, withBases(d.imported, gone));
}
