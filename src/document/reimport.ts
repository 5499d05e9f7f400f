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
import type { Diagnosis, ImportedFile } from './diagnosis';
import { presentId, referencesOf, withAliases } from './duplicates';
import { absorbedWith, mergesWithNames, mergesWithRecords, recordsNotIn } from './mergeRecords';
import { baseOf, forgetGone, rememberedBase, withBases, withImported } from './sourceValues';
import { type KindPlan, type Pair, planOf } from './versions';

/** One field in which the newer file differs from what the source said last. */
export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
  /** What the diagnosis holds. */
  readonly mine: unknown;
  /** Conflict: the user changed it too; the user's stays unless asked otherwise. */
  readonly outcome: 'taken' | 'conflict';
}

export interface RecordChange {
  readonly kind: InventoryKind;
  /** Of the record in the diagnosis. */
  readonly id: string;
  readonly fields: readonly FieldChange[];
}

export interface RecordRef {
  readonly kind: InventoryKind;
  readonly id: string;
}

/** What a newer file of a source would change. */
export interface ReimportDiff {
  /** Records the diagnosis does not hold, as they would enter it. */
  readonly added: Inventory;
  /** Records of the older files that the newer one no longer states, and that go. */
  readonly gone: Inventory;
  /** Those that stay all the same, with the reason. */
  readonly keptThoughGone: readonly (RecordRef & { readonly reason: KeepReason })[];
  readonly changed: readonly RecordChange[];
  readonly unchanged: number;
}
export type KeepReason = 'asked' | 'verified-or-noted' | 'merged' | 'referred-to';

/** What the user decides on a diff: conflicts in which the source wins, gone records to keep. */
export interface ReimportChoices {
  readonly takeSource?: readonly (RecordRef & { readonly field: string })[];
  readonly keep?: readonly RecordRef[];
}

export interface ReimportCommand extends ReimportChoices {
  readonly type: 'reimport';
  /** Names of the older files, in the diagnosis. */
  readonly replaces: readonly string[];
  /** What the newer files hold, read without the records of the older ones (`inventoryWithout`). */
  readonly inventory: Inventory;
  readonly files: readonly ImportedFile[];
}

/** The inventory to read a newer file against: all but the records of the older files it replaces. */
export function inventoryWithout(inventory: Inventory, files: readonly string[]): Inventory {
  const names = new Set(files);
  return inventoryOf(byKind((kind) => recordsOf(inventory, kind).filter((r) => !names.has(r.source.file))));
}

/** The inventory after a plan, with what is needed to tell of it. */
interface Settled {
  readonly records: Record<InventoryKind, Map<string, AnyRecord>>;
  readonly bases: Record<InventoryKind, Bases>;
  readonly changed: RecordChange[];
  readonly gone: Record<InventoryKind, AnyRecord[]>;
  readonly keptThoughGone: (RecordRef & { readonly reason: KeepReason })[];
}

function changesOf(mine: AnyRecord, base: AnyRecord, next: AnyRecord, takes: (field: string) => boolean): FieldChange[] {
  return fieldsOf(base, next)
    .filter((f) => !isSame(base[f], next[f]) && !isSame(mine[f], next[f]))
    .map((f) => {
      const isMine = !isSame(mine[f], base[f]) && !takes(f);
      return { field: f, before: base[f], after: next[f], mine: mine[f], outcome: isMine ? 'conflict' : 'taken' };
    });
}

function takePairInPlace(
  d: Diagnosis,
  settled: Settled,
  kind: InventoryKind,
  pair: Pair,
  takes: (field: string) => boolean,
): void {
  const { earlier, next } = pair;
  const mine = earlier.targetId === null ? undefined : settled.records[kind].get(earlier.targetId);
  if (!mine) return;
  const changes = changesOf(mine, earlier.base, next, takes);
  if (changes.length > 0) settled.changed.push({ kind, id: mine.id, fields: changes });
  const taken = Object.fromEntries(changes.filter((c) => c.outcome === 'taken').map((c) => [c.field, c.after ?? null]));
  const after = withFields(mine, earlier.isAbsorbed ? taken : { ...taken, source: next.source });
  const base = settled.bases[kind].get(mine.id) ?? baseOf(d, kind, mine.id);
  settled.records[kind].set(mine.id, after);
  // The record of another source keeps what that source said; one of this source now has what the newer file says.
  settled.bases[kind].set(mine.id, earlier.isAbsorbed ? rememberedBase(mine, after, base) : rememberedBase(next, after));
}

const userFields = ['verification', 'note'];

/** Ids of the records that some record still stated was merged into; `gone`: those no longer stated. */
function statedElsewhere(d: Diagnosis, kind: InventoryKind, gone: KindPlan['gone']): ReadonlySet<string> {
  const ids = new Set(gone.map((e) => e.id));
  return new Set(recordsOf(d.absorbed, kind).flatMap((r) => (ids.has(r.id) ? [] : [presentId(d, kind, r.id)])));
}

/** Why a record that its source no longer states stays; null: it goes. Ids: kept by the user, merged into, referred to. */
function keepReason(
  record: AnyRecord,
  base: Base | undefined,
  { asked, stated, referred }: Readonly<Record<'asked' | 'stated' | 'referred', ReadonlySet<string>>>,
) {
  if (asked.has(record.id)) return 'asked';
  if (base && userFields.some((f) => Object.hasOwn(base, f) && record[f] !== undefined)) return 'verified-or-noted';
  if (stated.has(record.id)) return 'merged';
  return referred.has(record.id) ? 'referred-to' : null;
}

/** Ids that the records still there refer to, among those of one kind. */
function referredIn(records: Settled['records'], kind: InventoryKind): Set<string> {
  const out = new Set<string>();
  const inventory = byKind((k) => [...records[k].values()]);
  const note = (...ids: readonly unknown[]) => {
    for (const id of ids) if (typeof id === 'string') out.add(id);
  };
  if (kind === 'sites') for (const r of inventory.schemes) note(...(r['siteIds'] as readonly string[]));
  if (kind === 'actors')
    for (const r of [...inventory.sites, ...inventory.schemes, ...inventory.partnerships])
      note(r['actorId'], r['fromId'], r['toId']);
  return out;
}

function dropGoneInPlace(d: Diagnosis, settled: Settled, plan: Record<InventoryKind, KindPlan>, choices: ReimportChoices): void {
  for (const kind of ['partnerships', 'schemes', 'sites', 'actors'] as const) {
    const going = plan[kind].gone.flatMap((e) => (e.isAbsorbed ? [] : [settled.records[kind].get(e.id)!]));
    if (going.length === 0) continue;
    const asked = new Set((choices.keep ?? []).filter((k) => k.kind === kind).map((k) => k.id));
    const ids = { asked, stated: statedElsewhere(d, kind, plan[kind].gone), referred: referredIn(settled.records, kind) };
    for (const record of going) {
      const reason = keepReason(record, baseOf(d, kind, record.id), ids);
      if (reason) settled.keptThoughGone.push({ kind, id: record.id, reason });
      else {
        settled.gone[kind].push(record);
        settled.records[kind].delete(record.id);
      }
    }
  }
}

function settle(d: Diagnosis, plan: Record<InventoryKind, KindPlan>, choices: ReimportChoices): Settled {
  const settled: Settled = {
    records: byKind((kind) => new Map(recordsOf(d.inventory, kind).map((r) => [r.id, r]))),
    bases: byKind(() => new Map()),
    changed: [],
    gone: byKind(() => []),
    keptThoughGone: [],
  };
  const forced = new Set((choices.takeSource ?? []).map((c) => JSON.stringify([c.kind, c.id, c.field])));
  for (const kind of kinds) {
    for (const pair of plan[kind].pairs) {
      const takes = (f: string) => forced.has(JSON.stringify([kind, pair.earlier.targetId, f]));
      takePairInPlace(d, settled, kind, pair, takes);
    }
    for (const record of plan[kind].added) settled.records[kind].set(record.id, record);
  }
  dropGoneInPlace(d, settled, plan, choices);
  return settled;
}

/**
 * What newer files of a source would change: records matched by id, else by SIRET, FINESS, RNA, else by name and place
 * when one stands alone on each side. `files`: the older files. A field the user changed is not touched by a source that
 * still says the same; changed on both sides, it is a conflict.
 */
export function diffInventory(
  d: Diagnosis,
  next: Inventory,
  files: readonly string[],
  choices: ReimportChoices = {},
): ReimportDiff {
  const plan = planOf(d, next, files);
  const settled = settle(d, plan, choices);
  const matched = kinds.reduce((n, kind) => n + plan[kind].pairs.length, 0);
  return {
    added: inventoryOf(byKind((kind) => plan[kind].added)),
    gone: inventoryOf(settled.gone),
    keptThoughGone: settled.keptThoughGone,
    changed: settled.changed,
    unchanged: matched - settled.changed.length,
  };
}

/** Aliases by which the next version of a file meets the records that this one calls by another id. */
function aliasesAfter(d: Diagnosis, plan: Record<InventoryKind, KindPlan>): Diagnosis['aliases'] {
  const added = byKind(
    (kind) =>
      new Map(
        plan[kind].pairs.flatMap(({ earlier, next }): [string, string][] =>
          earlier.targetId === null || earlier.targetId === next.id ? [] : [[next.id, earlier.targetId]],
        ),
      ),
  );
  if (!d.aliases && kinds.every((kind) => added[kind].size === 0)) return undefined;
  return byKind((kind) => withAliases(d.aliases?.[kind], added[kind]));
}

/** Source records of what was merged, as the newer file states them; those it no longer states go. */
function absorbedAfter(d: Diagnosis, plan: Record<InventoryKind, KindPlan>): Inventory | undefined {
  if (!d.absorbed) return undefined;
  return inventoryOf(
    byKind((kind) => {
      const byId = new Map(plan[kind].pairs.flatMap((p) => (p.earlier.isAbsorbed ? [[p.earlier.id, p] as const] : [])));
      // References stay those of the source, unless the newer file changed them.
      const newer = (r: AnyRecord, { earlier, next }: Pair): AnyRecord => {
        const isSameRef = isSame(referencesOf(earlier.base), referencesOf(next));
        return { ...next, ...(isSameRef ? referencesOf(r) : {}), id: r.id };
      };
      const gone = new Set(plan[kind].gone.filter((e) => e.isAbsorbed).map((e) => e.id));
      return recordsOf(d.absorbed, kind)
        .filter((r) => !gone.has(r.id))
        .map((r) => (byId.has(r.id) ? newer(r, byId.get(r.id)!) : r));
    }),
  );
}

/**
 * The diagnosis after newer files took the place of older ones: new records in, gone ones out, changed fields taken but
 * for what the user changed. Records keep their ids, so merges, pairs said different and ties stay.
 */
export function applyReimport(d: Diagnosis, command: ReimportCommand): Diagnosis {
  const plan = planOf(d, command.inventory, command.replaces);
  const settled = settle(d, plan, command);
  const inventory = inventoryOf(byKind((kind) => [...settled.records[kind].values()]));
  const used = new Set(kinds.flatMap((kind) => recordsOf(inventory, kind).map((r) => r.source.file)));
  const newer = new Set(command.files.map((f) => f.name));
  const older = new Set(command.replaces);
  const [aliases, still] = [aliasesAfter(d, plan), absorbedAfter(d, plan)];
  const renamed =
    d.merges &&
    mergesWithNames(
      d.merges,
      byKind((kind) => plan[kind].pairs),
    );
  const added = byKind((kind) => {
    const ids = new Set(plan[kind].added.map((r) => r.id));
    return recordsOf(command.inventory, kind).filter((r) => ids.has(r.id));
  });
  // Met again after a version without them.
  const again = recordsNotIn(still ?? inventory, inventoryOf(recordsNotIn(inventory, command.inventory)));
  const absorbed = renamed ? absorbedWith({ absorbed: still, merges: renamed }, again) : still;
  const merges = renamed && mergesWithRecords({ ...d, ...(aliases ? { aliases } : {}), merges: renamed }, added);
  const after = {
    ...d,
    inventory,
    ...(merges ? { merges } : {}),
    files: [...d.files.filter((f) => !newer.has(f.name) && (!older.has(f.name) || used.has(f.name))), ...command.files],
    ...(aliases ? { aliases } : {}),
    ...(absorbed ? { absorbed } : {}),
  };
  return forgetGone(withImported(after, withBases(d.imported, settled.bases)));
}

/** The file of the diagnosis of which another is a newer version: the same name, else the one that shares most records. */
export function findOlderFile(d: Diagnosis, name: string, next: Inventory): string | null {
  if (d.files.some((f) => f.name === name)) return name;
  const ids = byKind((kind) => new Set(recordsOf(next, kind).map((r) => presentId(d, kind, r.id))));
  const tally = new Map<string, { shared: number; all: number }>();
  for (const kind of kinds)
    for (const r of recordsOf(d.inventory, kind)) {
      const { shared, all } = tally.get(r.source.file) ?? { shared: 0, all: 0 };
      tally.set(r.source.file, { shared: shared + (ids[kind].has(r.id) ? 1 : 0), all: all + 1 });
    }
  const [best] = [...tally].filter(([, t]) => t.shared * 2 >= t.all).sort(([, a], [, b]) => b.shared - a.shared);
  return best?.[0] ?? null;
}
