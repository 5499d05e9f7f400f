import type { DomainId } from '../model/domains';
import { type Field, recordFields } from '../model/fields';
import type { Actor, Inventory, Partnership, Scheme, Site } from '../model/inventory';

/** What may be left to do of a record. */
export type Concern = 'position' | 'no-site' | 'to-verify' | 'old' | 'ended' | 'ending' | 'duplicate' | 'field';

/** Records of one kind that one concern is about: every one of them, and those with something left to do. */
export interface QualityLine {
  readonly id: string;
  readonly concern: Concern;
  readonly kind: keyof Inventory;
  /** Of « field »: which is not stated. */
  readonly field?: string;
  /** Done and left: always `done + left.length`. */
  readonly total: number;
  readonly done: number;
  readonly left: readonly string[];
}

/** Part of the inventory that is looked at; null: all of it. */
export interface QualityScope {
  readonly communeCodes: ReadonlySet<string> | null;
  readonly domain: DomainId | null;
}

export interface QualityFrame {
  /** ISO date that ages are counted to. */
  readonly today: string;
  /** A record older than these is to be seen again; a tie that ends within them is ending. */
  readonly months: number;
  /** Ids of actors that may be one, case by case; null: not looked for yet, and no line tells of them. */
  readonly duplicates: readonly (readonly string[])[] | null;
}

/** The ISO date some months before (after, where negative) another; the last day of a shorter month. */
export function monthsBefore(iso: string, months: number): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(day, last))).toISOString().slice(0, 10);
}

/** When a record was last seen to be right: updated or verified, else the end of its source's year; null: not known. */
function lastSeen(r: Pick<Actor | Scheme, 'updatedOn' | 'verifiedOn' | 'originYear'>): string | null {
  const days = [r.updatedOn, r.verifiedOn].filter((d) => d !== undefined).sort();
  return days.at(-1) ?? (r.originYear === undefined ? null : `${r.originYear}-12-31`);
}

const isStated = (value: unknown) => value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
const isImprecise = (s: Site) => s.point === undefined || s.precision === 'commune' || s.precision === 'inconnue';
const isToVerify = (r: Actor | Scheme) =>
  r.verification === 'a-verifier' || ('toVerify' in r && r.toVerify !== undefined && r.toVerify.length > 0);

/** Records in the scope. Schemes known to be closed and ties known to be over ask for nothing. */
function recordsIn(inventory: Inventory, { communeCodes, domain }: QualityScope): Inventory {
  const open = inventory.schemes.filter((s) => s.closed !== true && (domain === null || s.domains.includes(domain)));
  const current = inventory.partnerships.filter((p) => p.status !== 'termine');
  if (communeCodes === null && domain === null) return { ...inventory, schemes: open, partnerships: current };
  const isThere = (s: Site) => communeCodes === null || (s.communeCode !== undefined && communeCodes.has(s.communeCode));
  const there = inventory.sites.filter(isThere);
  const thereIds = new Set(there.map((s) => s.id));
  const schemes = communeCodes === null ? open : open.filter((s) => s.siteIds.some((id) => thereIds.has(id)));
  const received = new Set(schemes.flatMap((s) => s.siteIds));
  const sites = domain === null ? there : there.filter((s) => received.has(s.id));
  const holders = new Set([...schemes, ...sites].map((r) => r.actorId));
  return {
    actors: inventory.actors.filter((a) => holders.has(a.id)),
    sites,
    schemes,
    partnerships: current.filter((p) => holders.has(p.fromId) || holders.has(p.toId)),
  };
}

type Part = Pick<QualityLine, 'concern' | 'kind' | 'field'>;

function lineOf<T extends { readonly id: string }>(
  part: Part,
  records: readonly T[],
  isLeft: (record: T) => boolean,
): QualityLine {
  const left = records.filter(isLeft).map((r) => r.id);
  return {
    ...part,
    id: [part.kind, part.concern, part.field].filter(Boolean).join(':'),
    total: records.length,
    done: records.length - left.length,
    left,
  };
}

function fieldLines(kind: keyof Inventory, records: readonly { readonly id: string }[]): QualityLine[] {
  const fields: readonly Field[] = recordFields[kind].filter((f: Field) => f.expected);
  return fields.map(({ id: field }) =>
    lineOf(
      { concern: 'field', kind, field },
      records,
      (r) => !isStated((r as unknown as Readonly<Record<string, unknown>>)[field]),
    ),
  );
}

function datedLines(kind: 'actors' | 'schemes', records: readonly (Actor | Scheme)[], frame: QualityFrame): QualityLine[] {
  const limit = monthsBefore(frame.today, frame.months);
  const dated = records.filter((r) => lastSeen(r) !== null);
  // Where nothing is said of it, nobody has verified anything: the field is missing, and counted so.
  const stated = records.filter((r) => r.verification !== undefined || isToVerify(r));
  return [
    lineOf({ concern: 'to-verify', kind }, stated, isToVerify),
    lineOf({ concern: 'old', kind }, dated, (r) => lastSeen(r)! < limit),
  ];
}

function tieLines(ties: readonly Partnership[], { today, months }: QualityFrame): QualityLine[] {
  const soon = monthsBefore(today, -months);
  const ending = ties.filter((p) => p.endsOn !== undefined);
  return [
    lineOf({ concern: 'ended', kind: 'partnerships' }, ending, (p) => p.endsOn! < today),
    lineOf({ concern: 'ending', kind: 'partnerships' }, ending, (p) => p.endsOn! >= today && p.endsOn! <= soon),
  ];
}

/**
 * What is left to do of the records in a scope, line by line; a concern that is about no record has no line. A record
 * without any date is missing its field « updatedOn », and is not among the old ones.
 */
export function readQuality(inventory: Inventory, scope: QualityScope, frame: QualityFrame): readonly QualityLine[] {
  const { actors, sites, schemes, partnerships } = recordsIn(inventory, scope);
  const doubles = new Set(frame.duplicates?.flat());
  const lines = [
    lineOf({ concern: 'position', kind: 'sites' }, sites, isImprecise),
    lineOf(
      { concern: 'no-site', kind: 'schemes' },
      schemes.filter((s) => s.mode !== 'distance'),
      (s) => s.siteIds.length === 0,
    ),
    ...datedLines('schemes', schemes, frame),
    ...datedLines('actors', actors, frame),
    ...tieLines(partnerships, frame),
    ...(frame.duplicates
      ? [lineOf({ concern: 'duplicate' as const, kind: 'actors' as const }, actors, (a) => doubles.has(a.id))]
      : []),
    ...fieldLines('schemes', schemes),
    ...fieldLines('actors', actors),
    ...fieldLines('sites', sites),
    ...fieldLines('partnerships', partnerships),
  ];
  return lines.filter((l) => l.total > 0);
}

/** Everything that the lines tell of, in one sum. */
export function sumQuality(lines: readonly QualityLine[]): {
  readonly total: number;
  readonly done: number;
  readonly left: number;
} {
  const sum = { total: 0, done: 0, left: 0 };
  for (const line of lines) {
    sum.total += line.total;
    sum.done += line.done;
    sum.left += line.left.length;
  }
  return sum;
}
