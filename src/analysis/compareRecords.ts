import type { Actor, Inventory, Partnership, Scheme, Site } from '../model/inventory';
import { isProtectedSite } from '../model/protection';

export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Schemes of two states of one inventory; those that kept everything are counted. */
export interface SchemeComparison {
  readonly opened: readonly Scheme[];
  readonly closed: readonly Scheme[];
  readonly changed: readonly { readonly scheme: Scheme; readonly fields: readonly FieldChange[] }[];
  readonly unchanged: number;
}

/** A site of both states that is elsewhere now. */
export interface SiteChange {
  readonly siteId: string;
  readonly actorId: string;
  /** Without those that are not to be told. */
  readonly fields: readonly FieldChange[];
  /** The address or the position of a protected place changed: that it did is all that is told. */
  readonly isHidden: boolean;
}

/** Actors and sites of two states of one inventory, whose name or place is another now. */
export interface RecordComparison {
  readonly actors: readonly { readonly actor: Actor; readonly fields: readonly FieldChange[] }[];
  readonly sites: readonly SiteChange[];
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What tells where a record comes from, not what the scheme is. */
const untold: ReadonlySet<string> = new Set([
  'id',
  'source',
  'verification',
  'toVerify',
  'origin',
  'originYear',
  'updatedOn',
  'closed',
]);

function changesIn<T extends object>(before: T, after: T, isTold: (field: string) => boolean): FieldChange[] {
  const [a, b] = [before as Record<string, unknown>, after as Record<string, unknown>];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((field) => isTold(field) && !same(a[field], b[field]))
    .map((field) => ({ field, before: a[field], after: b[field] }));
}

/** Schemes opened, closed and changed between two states: matched by id, which derives from their source. */
export function compareSchemes(before: Inventory, after: Inventory): SchemeComparison {
  const open = (schemes: readonly Scheme[]) => new Map(schemes.filter((s) => s.closed !== true).map((s) => [s.id, s]));
  const [was, is] = [open(before.schemes), open(after.schemes)];
  const kept = [...is.values()].flatMap((scheme) => {
    const earlier = was.get(scheme.id);
    return earlier ? [{ scheme, fields: changesIn(earlier, scheme, (field) => !untold.has(field)) }] : [];
  });
  const changed = kept.filter((k) => k.fields.length > 0);
  return {
    opened: [...is.values()].filter((s) => !was.has(s.id)),
    closed: [...was.values()].filter((s) => !is.has(s.id)),
    changed,
    unchanged: kept.length - changed.length,
  };
}

/** Ties of two states of one inventory; those that kept everything are counted. */
export interface TieComparison {
  readonly opened: readonly Partnership[];
  /** Ended, or gone: as they were. */
  readonly ended: readonly Partnership[];
  readonly changed: readonly { readonly tie: Partnership; readonly fields: readonly FieldChange[] }[];
  readonly unchanged: number;
}

/** Ties opened, ended and changed between two states, matched by id; a tie that is over in both is in neither. */
export function compareTies(before: Inventory, after: Inventory): TieComparison {
  const going = (ties: readonly Partnership[]) => new Map(ties.filter((p) => p.status !== 'termine').map((p) => [p.id, p]));
  const [was, is] = [going(before.partnerships), going(after.partnerships)];
  const kept = [...is.values()].flatMap((tie) => {
    const earlier = was.get(tie.id);
    return earlier ? [{ tie, fields: changesIn(earlier, tie, (field) => !untold.has(field)) }] : [];
  });
  const changed = kept.filter((k) => k.fields.length > 0);
  return {
    opened: [...is.values()].filter((p) => !was.has(p.id)),
    ended: [...was.values()].filter((p) => !is.has(p.id)),
    changed,
    unchanged: kept.length - changed.length,
  };
}

/** What became of the records of one kind: those there now by id, with the fields that changed; those that are gone. */
export interface RowComparison<T> {
  /** null: new; none: as it was. */
  readonly fields: ReadonlyMap<string, readonly string[] | null>;
  readonly gone: readonly T[];
}

/** What tells where a record comes from: a change of it changes nothing of what the record says. */
const originFields: ReadonlySet<string> = new Set(['id', 'source', 'toVerify', 'origin', 'originYear', 'updatedOn']);

/** Every record of a kind against an earlier state, for a table: each field that it states otherwise. */
export function compareRows<T extends { readonly id: string }>(before: readonly T[], after: readonly T[]): RowComparison<T> {
  const was = new Map(before.map((r) => [r.id, r]));
  const is = new Set(after.map((r) => r.id));
  const fieldsOf = (record: T) => {
    const earlier = was.get(record.id);
    return earlier ? changesIn(earlier, record, (f) => !originFields.has(f)).map((c) => c.field) : null;
  };
  return { fields: new Map(after.map((r) => [r.id, fieldsOf(r)])), gone: before.filter((r) => !is.has(r.id)) };
}

/** Actors, and pairs of actors tied by a record in force (`pairOf`), that an earlier state did not have. */
export interface NewInNetwork {
  readonly actors: ReadonlySet<string>;
  readonly pairs: ReadonlySet<string>;
}

/** Key of a pair of actors, whichever is told first. */
export const pairOf = (a: string, b: string): string => (a < b ? `${a}~~${b}` : `${b}~~${a}`);

/** What a network shows as new since an earlier state. */
export function newInNetwork(before: Inventory, after: Inventory): NewInNetwork {
  const pairs = ({ partnerships }: Inventory) =>
    new Set(partnerships.filter((p) => p.status === 'existant').map((p) => pairOf(p.fromId, p.toId)));
  const [known, tied] = [new Set(before.actors.map((a) => a.id)), pairs(before)];
  return {
    actors: new Set(after.actors.flatMap((a) => (known.has(a.id) ? [] : [a.id]))),
    pairs: new Set([...pairs(after)].filter((p) => !tied.has(p))),
  };
}

/** What an actor is called, and what it is. */
const actorFields: ReadonlySet<string> = new Set(['name', 'acronym', 'kind']);
/** Of a protected place these would say where it is. */
const hiddenFields: ReadonlySet<string> = new Set(['address', 'point']);

/** The sites of a state that are protected, by id. */
function protectedSites({ actors, sites, schemes }: Inventory): ReadonlySet<string> {
  const actorOf = new Map(actors.map((a) => [a.id, a]));
  const received = new Map<string, Scheme[]>();
  for (const scheme of schemes) for (const id of scheme.siteIds) received.set(id, [...(received.get(id) ?? []), scheme]);
  const isProtected = (site: Site) => {
    const actor = actorOf.get(site.actorId);
    return actor !== undefined && isProtectedSite(actor, site, received.get(site.id) ?? []);
  };
  return new Set(sites.filter(isProtected).map((s) => s.id));
}

/** What tells where a site is; its commune by the name that it states, one change for code and name. */
const whereabouts = ({ address, communeCode, communeName, point }: Site) => ({
  ...(address === undefined ? {} : { address }),
  ...(communeCode === undefined && communeName === undefined ? {} : { communeName: communeName ?? communeCode }),
  ...(point === undefined ? {} : { point: { lon: point.lon, lat: point.lat } }),
});

/** One commune is not two for being spelt, or known, in two ways. */
const isOneCommune = (a: Site, b: Site): boolean =>
  a.communeCode !== undefined && b.communeCode !== undefined
    ? a.communeCode === b.communeCode
    : a.communeCode === b.communeCode && a.communeName === b.communeName;

/** Actors renamed or of another kind, sites moved: of those of both states, matched by id. A protected place is not told. */
export function compareRecords(before: Inventory, after: Inventory): RecordComparison {
  const actorsThen = new Map(before.actors.map((a) => [a.id, a]));
  const sitesThen = new Map(before.sites.map((s) => [s.id, s]));
  // Protected in one of the two states is protected in what is told of both.
  const [hidden, hiddenThen] = [protectedSites(after), protectedSites(before)];
  const actors = after.actors.flatMap((actor) => {
    const earlier = actorsThen.get(actor.id);
    return earlier ? [{ actor, fields: changesIn(earlier, actor, (field) => actorFields.has(field)) }] : [];
  });
  const sites = after.sites.flatMap((site): SiteChange[] => {
    const earlier = sitesThen.get(site.id);
    if (!earlier) return [];
    const isElsewhere = !isOneCommune(earlier, site);
    const fields = changesIn<object>(whereabouts(earlier), whereabouts(site), (f) => f !== 'communeName' || isElsewhere);
    const isProtected = hidden.has(site.id) || hiddenThen.has(site.id);
    const told = isProtected ? fields.filter((f) => !hiddenFields.has(f.field)) : fields;
    return [{ siteId: site.id, actorId: site.actorId, fields: told, isHidden: told.length < fields.length }];
  });
  return {
    actors: actors.filter((a) => a.fields.length > 0),
    sites: sites.filter((s) => s.fields.length > 0 || s.isHidden),
  };
}
