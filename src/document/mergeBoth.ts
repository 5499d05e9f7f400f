import { type AnyRecord, type Base, type InventoryKind, isSame, recordsOf, withFields } from './anyRecords';
import type { Change, Diagnosis } from './diagnosis';
import { byJson, type Merging, type Side } from './merging';

/** The changes of one side that the other has not, by record and field; '' is the record itself. */
export class Since {
  private readonly byRecord = new Map<string, Change[]>();
  constructor(own: readonly Change[], others: readonly Change[]) {
    const known = new Set(others.map((c) => JSON.stringify(c)));
    for (const c of own) {
      if (known.has(JSON.stringify(c))) continue;
      const key = `${c.kind}|${c.id}`;
      this.byRecord.set(key, [...(this.byRecord.get(key) ?? []), c]);
    }
  }

  of(kind: InventoryKind, id: string): readonly Change[] {
    return this.byRecord.get(`${kind}|${id}`) ?? [];
  }

  /** The last one of a field. */
  last(kind: InventoryKind, id: string, field: string): Change | undefined {
    return this.of(kind, id).findLast((c) => c.field === field);
  }

  removed(kind: InventoryKind, id: string): Change | undefined {
    const last = this.of(kind, id).findLast((c) => c.what !== 'edited');
    return last?.what === 'removed' ? last : undefined;
  }
}

export interface Sides {
  readonly a: Diagnosis;
  readonly b: Diagnosis;
  readonly sinceA: Since;
  readonly sinceB: Since;
  readonly merging: Merging;
}

const nameOf = (record: AnyRecord): string => String(record['name'] ?? record['address'] ?? record['communeName'] ?? record.id);

/** What the source is remembered to say of a field that a side changed. */
const baseIn = (d: Diagnosis, kind: InventoryKind, id: string): Base => d.imported?.[kind]?.[id] ?? {};

/** Whether one side alone changed a field: by what it wrote down, or because the other still says what the source said. */
function isOnly(
  field: string,
  at: { readonly own: Change | undefined; readonly other: Change | undefined; readonly base: Base; readonly otherValue: unknown },
): boolean {
  if (at.own && !at.other) return true;
  return !at.own && !at.other && Object.hasOwn(at.base, field) && isSame(at.base[field], at.otherValue ?? null);
}

/** The value of a field that the two sides have otherwise; undefined or null: none. */
function mergeField(field: string, kind: InventoryKind, mine: AnyRecord, theirs: AnyRecord, sides: Sides): unknown {
  const { a, b, sinceA, sinceB, merging } = sides;
  const { id } = mine;
  const [x, y] = [mine[field], theirs[field]];
  if (field === 'source') return byJson(x, y) < 0 ? x : y;
  const [lastA, lastB] = [sinceA.last(kind, id, field), sinceB.last(kind, id, field)];
  const isMine = isOnly(field, { own: lastA, other: lastB, base: baseIn(a, kind, id), otherValue: y });
  const isTheirs = isOnly(field, { own: lastB, other: lastA, base: baseIn(b, kind, id), otherValue: x });
  if (isMine !== isTheirs) return isMine ? x : y;
  // Neither wrote anything down: one source says what the other does not.
  if (!lastA && !lastB && (x === undefined || y === undefined)) return x ?? y;
  const suggested: Side = (lastB?.on ?? '') > (lastA?.on ?? '') ? 'theirs' : 'mine';
  return merging.settle({ part: kind, id, name: nameOf(mine), field, mine: x, theirs: y, suggested });
}

/** One record that both have, field by field: what only one side changed is taken from it. */
function mergeRecord(kind: InventoryKind, mine: AnyRecord, theirs: AnyRecord, sides: Sides): AnyRecord {
  if (isSame(mine, theirs)) return mine;
  const other = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].filter((f) => !isSame(mine[f], theirs[f]));
  return withFields(mine, Object.fromEntries(other.map((f) => [f, mergeField(f, kind, mine, theirs, sides) ?? null])));
}

/** A record that one side alone has: whether it stays. Deleted by the other and changed since, the user decides. */
function staysAlone(kind: InventoryKind, record: AnyRecord, isMine: boolean, { sinceA, sinceB, merging }: Sides): boolean {
  const [own, other] = isMine ? [sinceA, sinceB] : [sinceB, sinceA];
  const away = other.removed(kind, record.id);
  if (!away) return true;
  const last = own.of(kind, record.id).findLast((c) => c.what !== 'removed');
  if (!last) return false;
  const isKept = last.on > away.on;
  const [mine, theirs] = isMine ? [record, null] : [null, record];
  const suggested: Side = isKept === isMine ? 'mine' : 'theirs';
  return merging.settle({ part: kind, id: record.id, name: nameOf(record), field: null, mine, theirs, suggested }) !== null;
}

/** Records of a kind of both sides, their ids and references read as they are once merged; and how many only theirs had. */
export function mergeKind(
  kind: InventoryKind,
  sides: Sides,
  read: (records: readonly AnyRecord[]) => readonly AnyRecord[],
): { readonly records: readonly AnyRecord[]; readonly brought: number } {
  const [mine, theirs] = [read(recordsOf(sides.a.inventory, kind)), read(recordsOf(sides.b.inventory, kind))];
  const others = new Map(theirs.map((r) => [r.id, r]));
  const own = new Set(mine.map((r) => r.id));
  const kept = mine.flatMap((record) => {
    const other = others.get(record.id);
    if (other) return [mergeRecord(kind, record, other, sides)];
    return staysAlone(kind, record, true, sides) ? [record] : [];
  });
  const added = theirs.filter((r) => !own.has(r.id) && staysAlone(kind, r, false, sides));
  return { records: [...kept, ...added], brought: added.length };
}
