import type { Actor, Inventory, Scheme, Site } from '../model/inventory';
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
