import type { Actor, Inventory, Partnership, Scheme, Site } from '../model/inventory';
import { precisions } from '../model/lists';
import { normalise } from '../model/words';
import type { Diagnosis, Merge } from './diagnosis';

/** Two actors the user said are different: ids in order. */
export type DistinctPair = readonly [string, string];

/** The pair of two ids, whichever comes first. */
export const distinctPair = (a: string, b: string): DistinctPair => (a < b ? [a, b] : [b, a]);

const pairText = (a: string, b: string): string => JSON.stringify(distinctPair(a, b));

/** A test of whether two actors were declared different. */
export function distinctnessOf(pairs: readonly DistinctPair[]): (a: string, b: string) => boolean {
  const known = new Set(pairs.map(([a, b]) => pairText(a, b)));
  return (a, b) => known.has(pairText(a, b));
}

/** The diagnosis in which two actors are known to be different; unchanged when it knew, or for one actor with itself. */
export function declareDistinct(d: Diagnosis, [a, b]: DistinctPair): Diagnosis {
  const pairs = d.distinctPairs ?? [];
  if (a === b || distinctnessOf(pairs)(a, b)) return d;
  return { ...d, distinctPairs: [...pairs, distinctPair(a, b)] };
}

/** The id under which a record is now: that of the record it was merged into, else its own. */
export function presentId(d: Diagnosis, kind: keyof Inventory, id: string): string {
  const aliases = d.aliases?.[kind];
  return aliases && Object.hasOwn(aliases, id) ? aliases[id]! : id;
}

/** Ids of the actors merged into others. */
export const mergedActorIds = (d: Diagnosis): ReadonlySet<string> => new Set(Object.keys(d.aliases?.actors ?? {}));

/** How ids are read when the references of a record are rewritten. */
export interface IdReading {
  actor(id: string): string;
  site(id: string): string;
}

type Referring = Partial<Pick<Scheme & Partnership, 'actorId' | 'siteIds' | 'fromId' | 'toId'>>;

/** The references of a record, alone. */
export function referencesOf(record: object): Referring {
  const { actorId, siteIds, fromId, toId } = record as Referring;
  return {
    ...(actorId === undefined ? {} : { actorId }),
    ...(siteIds === undefined ? {} : { siteIds }),
    ...(fromId === undefined ? {} : { fromId }),
    ...(toId === undefined ? {} : { toId }),
  };
}

/** A record whose references are rewritten; the same one when nothing changes. */
export function rewriteReferences<T extends object>(record: T, ids: IdReading): T {
  const { actorId, siteIds, fromId, toId } = record as Referring;
  const next: Referring = {
    ...(actorId === undefined ? {} : { actorId: ids.actor(actorId) }),
    ...(siteIds === undefined ? {} : { siteIds: [...new Set(siteIds.map((id) => ids.site(id)))] }),
    ...(fromId === undefined ? {} : { fromId: ids.actor(fromId) }),
    ...(toId === undefined ? {} : { toId: ids.actor(toId) }),
  };
  const isSame = actorId === next.actorId && fromId === next.fromId && toId === next.toId;
  return isSame && siteIds?.join('\n') === next.siteIds?.join('\n') ? record : { ...record, ...next };
}

/** Whether a tie joins an actor to itself. */
export const isLoop = (record: object): boolean => {
  const { fromId, toId } = record as Referring;
  return fromId !== undefined && fromId === toId;
};

const metresPerDegree = 111_195;
const samePlaceMetres = 50;
const isExact = (s: Site): boolean => s.point !== undefined && precisions.indexOf(s.precision) < precisions.indexOf('commune');

function metresBetween(a: Site, b: Site): number {
  const [p, q] = [a.point!, b.point!];
  const dx = (p.lon - q.lon) * Math.cos((p.lat * Math.PI) / 180);
  return metresPerDegree * Math.hypot(dx, p.lat - q.lat);
}

/** Two sites of one actor are one place within 50 m, at one address, or when one is known by the same commune only. */
function isSamePlace(a: Site, b: Site): boolean {
  if (isExact(a) && isExact(b)) return metresBetween(a, b) <= samePlaceMetres;
  const commune = a.communeCode ?? a.communeName;
  if (commune === undefined || commune !== (b.communeCode ?? b.communeName)) return false;
  if (a.address !== undefined && b.address !== undefined) return normalise(a.address) === normalise(b.address);
  return (a.address === undefined && !isExact(a)) || (b.address === undefined && !isExact(b));
}

/** `first` with the fields it lacks taken from `second`. */
const filled = <T extends object>(first: T, second: T): T => ({ ...second, ...first });

function filledSite(first: Site, second: Site): Site {
  const isBetter = precisions.indexOf(second.precision) < precisions.indexOf(first.precision);
  const { point = first.point, precision } = isBetter ? second : first;
  return { ...filled(first, second), precision, ...(point === undefined ? {} : { point }) };
}

const sirenOf = (a: Actor): string | undefined => a.siren ?? a.siret?.slice(0, 9);

/** An actor with what another knows of it: missing fields, a kind when it had none, both notes; never a second SIREN. */
function filledActor(kept: Actor, dropped: Actor): Actor {
  const { siren, siret, ...rest } = dropped;
  const isSameFirm = sirenOf(kept) === undefined || sirenOf(kept) === sirenOf(dropped);
  const identity = { ...(siren === undefined ? {} : { siren }), ...(siret === undefined ? {} : { siret }) };
  const notes = [...new Set([kept.note, dropped.note].filter((n) => n !== undefined))].join('\n');
  return {
    ...filled(kept, isSameFirm ? { ...rest, ...identity } : rest),
    kind: kept.kind === 'autre' ? dropped.kind : kept.kind,
    ...(notes === '' ? {} : { note: notes }),
  };
}

/** What became of the records of one kind: those that stay, those that went into another. */
interface Moved<T> {
  readonly records: readonly T[];
  readonly absorbed: readonly T[];
  readonly aliases: ReadonlyMap<string, string>;
}

/** Sites of the dropped actors go to the kept one; one at a place it has is joined to that place. */
function moveSites(sites: readonly Site[], keepId: string, actor: IdReading['actor']): Moved<Site> {
  const own = new Map(sites.filter((s) => s.actorId === keepId).map((s) => [s.id, s]));
  const aliases = new Map<string, string>();
  const absorbed: Site[] = [];
  for (const site of sites) {
    if (site.actorId === keepId || actor(site.actorId) !== keepId) continue;
    const place = [...own.values()].find((o) => isSamePlace(o, site));
    own.set(place?.id ?? site.id, place ? filledSite(place, site) : { ...site, actorId: keepId });
    if (!place) continue;
    aliases.set(site.id, place.id);
    absorbed.push(site);
  }
  return { records: sites.filter((s) => !aliases.has(s.id)).map((s) => own.get(s.id) ?? s), absorbed, aliases };
}

/** Everything a record says but its id and origin, as text. */
const contentOf = (record: object): string =>
  JSON.stringify(
    Object.entries(record)
      .filter(([field]) => field !== 'id' && field !== 'source')
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** Rewrites references; a record that becomes the exact twin of another, or a loop, is absorbed. */
function moveRecords<T extends Scheme | Partnership>(records: readonly T[], ids: IdReading): Moved<T> {
  const rewritten = records.map((r) => rewriteReferences(r, ids));
  const isMoved = (i: number) => rewritten[i] !== records[i];
  if (!records.some((_, i) => isMoved(i))) return { records, absorbed: [], aliases: new Map() };
  const seen = new Map<string, string>();
  rewritten.forEach((r, i) => {
    if (!isMoved(i)) seen.set(contentOf(r), r.id);
  });
  const aliases = new Map<string, string>();
  const absorbed: T[] = [];
  const stay = rewritten.filter((r, i) => {
    if (!isMoved(i)) return true;
    const twin = seen.get(contentOf(r));
    if (twin === undefined && !isLoop(r)) {
      seen.set(contentOf(r), r.id);
      return true;
    }
    if (twin !== undefined && !isLoop(r)) aliases.set(r.id, twin);
    absorbed.push(records[i]!);
    return false;
  });
  return { records: stay, absorbed, aliases };
}

/** Aliases with new ones, those that led to a record that moved led on: one step always. `lost`: ids that lead nowhere now. */
export function withAliases(
  present: Readonly<Record<string, string>> | undefined,
  added: ReadonlyMap<string, string>,
  lost: ReadonlySet<string> = new Set(),
): Readonly<Record<string, string>> {
  const led = Object.entries(present ?? {}).map(([from, to]) => [from, added.get(to) ?? to] as const);
  return Object.fromEntries([...led, ...added].filter(([, to]) => !lost.has(to)));
}

/** Aliases that lead to ids about to go elsewhere. */
const aliasesTo = (present: Readonly<Record<string, string>> | undefined, going: ReadonlyMap<string, string>) =>
  Object.fromEntries(Object.entries(present ?? {}).filter(([, to]) => going.has(to)));

const movedPairs = (pairs: readonly DistinctPair[], actor: IdReading['actor']): readonly DistinctPair[] => {
  const byText = new Map(pairs.map(([a, b]) => [pairText(actor(a), actor(b)), distinctPair(actor(a), actor(b))]));
  return [...byText.values()].filter(([a, b]) => a !== b);
};

/** Records of one inventory that another has not, or has otherwise. */
function changedFrom(from: Inventory, to: Inventory): Inventory {
  const changed = <T extends { readonly id: string }>(records: readonly T[], others: readonly T[]): T[] => {
    const byId = new Map(others.map((r) => [r.id, r]));
    return records.filter((r) => byId.get(r.id) !== r);
  };
  return {
    actors: changed(from.actors, to.actors),
    sites: changed(from.sites, to.sites),
    schemes: changed(from.schemes, to.schemes),
    partnerships: changed(from.partnerships, to.partnerships),
  };
}

/**
 * The diagnosis in which some actors are one: what referred to them refers to the kept one, which takes the fields it
 * lacked; sites at one place become one; ties that become loops or exact twins go. Ids and source records of what went
 * are kept (`aliases`, `absorbed`), so a newer file of their source meets the kept actor. Unknown ids change nothing.
 */
export function mergeActors(d: Diagnosis, { keepId: asked, dropIds }: { keepId: string; dropIds: readonly string[] }): Diagnosis {
  const keepId = presentId(d, 'actors', asked);
  const kept = d.inventory.actors.find((a) => a.id === keepId);
  const asGone = new Set(dropIds);
  const dropped = d.inventory.actors.filter((a) => a.id !== keepId && asGone.has(a.id));
  if (!kept || dropped.length === 0) return d;
  const gone = new Map(dropped.map((a) => [a.id, keepId]));
  const actor = (id: string) => gone.get(id) ?? id;
  const sites = moveSites(d.inventory.sites, keepId, actor);
  const ids: IdReading = { actor, site: (id) => sites.aliases.get(id) ?? id };
  const schemes = moveRecords(d.inventory.schemes, ids);
  const partnerships = moveRecords(d.inventory.partnerships, ids);
  const loops = new Set(partnerships.absorbed.flatMap((p) => (partnerships.aliases.has(p.id) ? [] : [p.id])));
  const whole = dropped.reduce(filledActor, kept);
  const before = d.absorbed ?? { actors: [], sites: [], schemes: [], partnerships: [] };
  const inventory: Inventory = {
    actors: d.inventory.actors.filter((a) => !gone.has(a.id)).map((a) => (a === kept ? whole : a)),
    sites: sites.records,
    schemes: schemes.records,
    partnerships: partnerships.records,
  };
  const merge: Merge = {
    keepId,
    dropIds: [...gone.keys()],
    before: changedFrom(d.inventory, inventory),
    after: changedFrom(inventory, d.inventory),
    ...(d.aliases
      ? {
          led: {
            actors: aliasesTo(d.aliases.actors, gone),
            sites: aliasesTo(d.aliases.sites, sites.aliases),
            schemes: aliasesTo(d.aliases.schemes, schemes.aliases),
            partnerships: aliasesTo(d.aliases.partnerships, partnerships.aliases),
          },
        }
      : {}),
  };
  return {
    ...d,
    inventory,
    merges: [...(d.merges ?? []), merge],
    aliases: {
      actors: withAliases(d.aliases?.actors, gone),
      sites: withAliases(d.aliases?.sites, sites.aliases),
      schemes: withAliases(d.aliases?.schemes, schemes.aliases),
      partnerships: withAliases(d.aliases?.partnerships, partnerships.aliases, loops),
    },
    absorbed: {
      actors: [...before.actors, ...dropped],
      sites: [...before.sites, ...sites.absorbed],
      schemes: [...before.schemes, ...schemes.absorbed],
      partnerships: [...before.partnerships, ...partnerships.absorbed],
    },
    ...(d.distinctPairs ? { distinctPairs: movedPairs(d.distinctPairs, actor) } : {}),
  };
}
