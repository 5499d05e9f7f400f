import type { Inventory } from '../model/inventory';
import {
  type AnyRecord,
  type Base,
  byKind,
  fieldsOf,
  type InventoryKind,
  inventoryOf,
  isSame,
  recordsOf,
  withFields,
} from './anyRecords';
import type { Change, Diagnosis } from './diagnosis';
import { forgetGone } from './sourceValues';

/** Who does something, when: ISO date and time, the name that the user gave. */
export interface Signed {
  readonly on: string;
  readonly by?: string;
}

/** Fields to change of one record; null takes a field away. */
export interface RecordEdit {
  readonly id: string;
  readonly changes: Base;
}

/** What a user does to the records themselves. */
export type EditCommand = Signed &
  (
    | { readonly type: 'editRecords'; readonly kind: InventoryKind; readonly edits: readonly RecordEdit[] }
    | { readonly type: 'addRecords'; readonly inventory: Partial<Inventory> }
    /** With what cannot be without them: the sites, schemes and ties of an actor. */
    | { readonly type: 'deleteRecords'; readonly kind: InventoryKind; readonly ids: readonly string[] }
  );

/** What a record is called; a tie by its two actors. */
function nameOf(record: AnyRecord, kind: InventoryKind, actors: ReadonlyMap<string, AnyRecord>): string {
  const called = (id: unknown) => String(actors.get(String(id))?.['name'] ?? id);
  if (kind === 'partnerships') return `${called(record['fromId'])} – ${called(record['toId'])}`;
  const place = record['name'] ?? record['address'] ?? record['communeName'];
  return String(place ?? called(record['actorId']));
}

const actorsOf = (inventory: Inventory) => new Map(recordsOf(inventory, 'actors').map((r) => [r.id, r]));

const signed = ({ on, by }: Signed): Signed => (by === undefined ? { on } : { on, by });

/** The diagnosis with more in its log. */
export const withChanges = (d: Diagnosis, changes: readonly Change[]): Diagnosis =>
  changes.length === 0 ? d : { ...d, changes: [...(d.changes ?? []), ...changes] };

function fieldChanges(before: AnyRecord, after: AnyRecord): Pick<Change, 'field' | 'before' | 'after'>[] {
  return fieldsOf(before, after)
    .filter((field) => !isSame(before[field], after[field]))
    .map((field) => ({
      field,
      ...(before[field] === undefined ? {} : { before: before[field] }),
      ...(after[field] === undefined ? {} : { after: after[field] }),
    }));
}

/** What happened to records between two inventories, as the log says it: edited field by field, removed, added. */
export function changesBetween(before: Inventory, after: Inventory, who: Signed): Change[] {
  const actors = new Map([...actorsOf(before), ...actorsOf(after)]);
  const found = byKind((kind): Change[] => {
    if (before[kind] === after[kind]) return [];
    const next = new Map(recordsOf(after, kind).map((r) => [r.id, r]));
    const earlier = new Map(recordsOf(before, kind).map((r) => [r.id, r]));
    const base = (r: AnyRecord) => ({ kind, id: r.id, name: nameOf(r, kind, actors), ...signed(who) });
    const kept = [...earlier.values()].flatMap((old): Change[] => {
      const now = next.get(old.id);
      if (!now) return [{ ...base(old), what: 'removed' }];
      return now === old ? [] : fieldChanges(old, now).map((field) => ({ ...base(now), what: 'edited' as const, ...field }));
    });
    const added = [...next.values()].filter((r) => !earlier.has(r.id));
    return [...kept, ...added.map((r): Change => ({ ...base(r), what: 'added' }))];
  });
  return Object.values(found).flat();
}

function editRecords(d: Diagnosis, { kind, edits, ...who }: Extract<EditCommand, { type: 'editRecords' }>): Diagnosis {
  const asked = new Map(edits.map((e) => [e.id, e.changes]));
  const actors = actorsOf(d.inventory);
  const changes: Change[] = [];
  const records = recordsOf(d.inventory, kind).map((record) => {
    const wanted = asked.get(record.id);
    const next = wanted ? withFields(record, wanted) : record;
    const fields = wanted ? fieldChanges(record, next) : [];
    if (fields.length === 0) return record;
    const base = { kind, id: record.id, name: nameOf(next, kind, actors), what: 'edited' as const };
    changes.push(...fields.map((field) => ({ ...base, ...field, ...signed(who) })));
    return next;
  });
  if (changes.length === 0) return d;
  return withChanges({ ...d, inventory: { ...d.inventory, [kind]: records } }, changes);
}

/** Records of which none of the same id is there yet; those that refer to an actor that is not there are left out. */
function addRecords(d: Diagnosis, { inventory, ...who }: Extract<EditCommand, { type: 'addRecords' }>): Diagnosis {
  const added = byKind((kind) => {
    const present = new Set(recordsOf(d.inventory, kind).map((r) => r.id));
    return ((inventory[kind] ?? []) as readonly unknown[] as readonly AnyRecord[]).filter((r) => !present.has(r.id));
  });
  const actors = new Map([...actorsOf(d.inventory), ...added.actors.map((r): [string, AnyRecord] => [r.id, r])]);
  const isHeld = (r: AnyRecord) =>
    ['actorId', 'fromId', 'toId'].every((field) => r[field] === undefined || actors.has(String(r[field])));
  const kept = byKind((kind) => added[kind].filter(isHeld));
  const changes = (Object.keys(kept) as InventoryKind[]).flatMap((kind) =>
    kept[kind].map((r): Change => ({ kind, id: r.id, name: nameOf(r, kind, actors), what: 'added', ...signed(who) })),
  );
  if (changes.length === 0) return d;
  const all = byKind((kind) =>
    kept[kind].length === 0 ? recordsOf(d.inventory, kind) : [...recordsOf(d.inventory, kind), ...kept[kind]],
  );
  return withChanges({ ...d, inventory: inventoryOf(all) }, changes);
}

function deleteRecords(d: Diagnosis, { kind, ids, ...who }: Extract<EditCommand, { type: 'deleteRecords' }>): Diagnosis {
  const asked = new Set(ids);
  const actors = actorsOf(d.inventory);
  const holds = (r: AnyRecord) => ['actorId', 'fromId', 'toId'].some((field) => asked.has(String(r[field])));
  const isGone = (r: AnyRecord, of: InventoryKind) => (of === kind ? asked.has(r.id) : kind === 'actors' && holds(r));
  const gone = byKind((of) => recordsOf(d.inventory, of).filter((r) => isGone(r, of)));
  const changes = (Object.keys(gone) as InventoryKind[]).flatMap((of) =>
    gone[of].map((r): Change => ({ kind: of, id: r.id, name: nameOf(r, of, actors), what: 'removed', ...signed(who) })),
  );
  if (changes.length === 0) return d;
  const sites = new Set(gone.sites.map((s) => s.id));
  const without = (r: AnyRecord) => {
    const at = r['siteIds'] as readonly string[] | undefined;
    return at?.some((id) => sites.has(id)) ? { ...r, siteIds: at.filter((id) => !sites.has(id)) } : r;
  };
  const left = byKind((of) => {
    const records = gone[of].length === 0 ? recordsOf(d.inventory, of) : recordsOf(d.inventory, of).filter((r) => !isGone(r, of));
    return of === 'schemes' && sites.size > 0 ? records.map(without) : records;
  });
  return withChanges(forgetGone({ ...d, inventory: inventoryOf(left) }), changes);
}

/** The diagnosis after an edit, which is written down with who made it and when; the same where nothing changes. */
export function editDiagnosis(d: Diagnosis, command: EditCommand): Diagnosis {
  switch (command.type) {
    case 'editRecords':
      return editRecords(d, command);
    case 'addRecords':
      return addRecords(d, command);
    case 'deleteRecords':
      return deleteRecords(d, command);
  }
}
