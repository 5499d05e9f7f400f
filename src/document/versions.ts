import type { Inventory } from '../model/inventory';
import { normalise } from '../model/words';
import { type AnyRecord, byKind, type InventoryKind, recordsOf, withFields } from './anyRecords';
import type { Diagnosis } from './diagnosis';
import { type IdReading, isLoop, presentId, rewriteReferences } from './duplicates';
import { ledOf } from './mergeRecords';
import { baseOf, presentIds } from './sourceValues';

/** A record of the older files: what the source said of it, the record in which it is now (none: a tie that became a loop). */
export interface Earlier {
  readonly id: string;
  readonly base: AnyRecord;
  readonly targetId: string | null;
  readonly isAbsorbed: boolean;
}

function earlierOf(d: Diagnosis, kind: InventoryKind, files: ReadonlySet<string>): Earlier[] {
  const ids = presentIds(d);
  const own = recordsOf(d.inventory, kind)
    .filter((r) => files.has(r.source.file))
    .map((r) => ({
      id: r.id,
      base: rewriteReferences(withFields(r, baseOf(d, kind, r.id) ?? {}), ids),
      targetId: r.id,
      isAbsorbed: false,
    }));
  const absorbed = recordsOf(d.absorbed, kind)
    .filter((r) => files.has(r.source.file))
    .map((r) => {
      const targetId = presentId(d, kind, r.id);
      return { id: r.id, base: rewriteReferences(r, ids), targetId: targetId === r.id ? null : targetId, isAbsorbed: true };
    });
  return [...own, ...absorbed];
}

type Key = (record: AnyRecord) => string | null;
const joined = (...parts: readonly unknown[]): string | null =>
  parts.some((p) => p === undefined || p === null || p === '') ? null : JSON.stringify(parts);
const named = (r: AnyRecord): string => normalise(String(r['name'] ?? ''));
const field =
  (name: string): Key =>
  (r) =>
    joined(r[name]);

const identifiers = ['siret', 'finess', 'rna'] as const;
/** One identifier known on both sides and different: two actors, whatever their names. */
const areContrary = (a: AnyRecord, b: AnyRecord): boolean =>
  identifiers.some((f) => a[f] !== undefined && b[f] !== undefined && a[f] !== b[f]);

/** By what two versions of a record are known to be one, surest first, once ids have been tried. */
const keys: Readonly<Record<InventoryKind, readonly Key[]>> = {
  actors: identifiers.map(field),
  sites: [
    (r) => joined(r['actorId'], r['communeCode'] ?? r['communeName'], normalise(String(r['address'] ?? '')) || '-'),
    field('actorId'),
  ],
  schemes: [
    (r) => joined(r['actorId'], named(r), r['type'] ?? '-', r['siteIds']),
    (r) => joined(r['actorId'], named(r)),
    (r) => joined(r['actorId'], r['type'] ?? '-'),
  ],
  partnerships: [
    (r) => joined(r['fromId'], r['toId'], r['nature'], r['year'] ?? '-'),
    (r) => joined(r['fromId'], r['toId'], r['nature']),
  ],
};

/** Removes from both lists, and returns, the pairs that a key brings together one to one. */
function pairInPlace(earlier: Map<string, Earlier>, next: Map<string, AnyRecord>, left: Key, right: Key): Pair[] {
  const groups = new Map<string, { old: Earlier[]; new: AnyRecord[] }>();
  const groupOf = (key: string) => {
    const group = groups.get(key) ?? { old: [], new: [] };
    groups.set(key, group);
    return group;
  };
  for (const e of earlier.values()) {
    const key = left(e.base);
    if (key !== null) groupOf(key).old.push(e);
  }
  for (const record of next.values()) {
    const key = right(record);
    if (key !== null) groupOf(key).new.push(record);
  }
  const pairs = [...groups.values()].flatMap((g): Pair[] =>
    g.old.length === 1 && g.new.length === 1 ? [{ earlier: g.old[0]!, next: g.new[0]! }] : [],
  );
  for (const pair of pairs) {
    earlier.delete(pair.earlier.id);
    next.delete(pair.next.id);
  }
  return pairs;
}

export interface Pair {
  readonly earlier: Earlier;
  /** References as in the diagnosis; own id. */
  readonly next: AnyRecord;
}
export interface KindPlan {
  readonly pairs: readonly Pair[];
  readonly added: readonly AnyRecord[];
  readonly gone: readonly Earlier[];
}

const communesIn = (sites: Inventory['sites']): ReadonlyMap<string, string | undefined> =>
  new Map(sites.map((s) => [s.actorId, s.communeCode ?? s.communeName]));

/** Actors of one name and commune, or of one name where a side states no commune; never against an identifier. */
function pairByName(d: Diagnosis, newer: Inventory, earlier: Map<string, Earlier>, next: Map<string, AnyRecord>): Pair[] {
  const [before, after] = [communesIn(d.inventory.sites), communesIn(newer.sites)];
  const found = [
    ...pairInPlace(
      earlier,
      next,
      (r) => joined(named(r), before.get(r.id)),
      (r) => joined(named(r), after.get(r.id)),
    ),
    ...pairInPlace(earlier, next, named, named),
  ];
  return found.filter((pair) => {
    const [from, to] = [before.get(pair.earlier.id), after.get(pair.next.id)];
    const isElsewhere = from !== undefined && to !== undefined && from !== to;
    if (!isElsewhere && !areContrary(pair.earlier.base, pair.next)) return true;
    earlier.set(pair.earlier.id, pair.earlier);
    next.set(pair.next.id, pair.next);
    return false;
  });
}

const byId: Key = (r) => r.id;

/** What bore another id, and was then merged, is where its id led before the merge: not where it leads now. */
function pairByLed(d: Diagnosis, kind: InventoryKind, earlier: Map<string, Earlier>, next: Map<string, AnyRecord>): Pair[] {
  return (d.merges ?? []).flatMap((merge) => pairInPlace(earlier, next, byId, (r) => ledOf(merge, kind, r.id) ?? null));
}

/** Matches the records of newer files with those of the older ones, kind by kind; `files`: the older ones. */
export function planOf(d: Diagnosis, newer: Inventory, files: readonly string[]): Record<InventoryKind, KindPlan> {
  const names = new Set(files);
  const found = byKind(() => new Map<string, string>());
  const idOf = (kind: InventoryKind, id: string) => found[kind].get(id) ?? presentId(d, kind, id);
  const ids: IdReading = { actor: (id) => idOf('actors', id), site: (id) => idOf('sites', id) };
  return byKind((kind): KindPlan => {
    const earlier = new Map(earlierOf(d, kind, names).map((e) => [e.id, e]));
    const next = new Map(recordsOf(newer, kind).map((r) => [r.id, rewriteReferences(r, ids)]));
    const present = new Set(recordsOf(d.inventory, kind).map((r) => r.id));
    const pairs = [
      ...pairInPlace(earlier, next, byId, byId),
      ...pairByLed(d, kind, earlier, next),
      ...pairInPlace(earlier, next, byId, (r) => presentId(d, kind, r.id)),
    ];
    // What another file states already stays as it is there.
    for (const r of next.values()) if (present.has(presentId(d, kind, r.id)) || isLoop(r)) next.delete(r.id);
    for (const key of keys[kind]) pairs.push(...pairInPlace(earlier, next, key, key));
    if (kind === 'actors') pairs.push(...pairByName(d, newer, earlier, next));
    for (const pair of pairs) if (pair.earlier.targetId !== null) found[kind].set(pair.next.id, pair.earlier.targetId);
    return { pairs, added: [...next.values()], gone: [...earlier.values()] };
  });
}
