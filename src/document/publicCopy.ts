import type { Actor, Inventory, KeyFigure, Partnership, Point, Scheme, Site } from '../model/inventory';
import { isProtectedActor, isProtectedSite } from '../model/protection';
import type { Territory } from '../model/territory';
import { normalise } from '../model/words';
import type { CensusEntry, Diagnosis } from './diagnosis';
import { hiddenCounts } from './maskedCounts';

/** A diagnosis that may be handed to anybody, and what it holds back. */
export interface PublicCopy {
  readonly copy: Diagnosis;
  /** Sites brought back to their commune. */
  readonly hiddenSites: number;
  /** Numbers of people that are not told. */
  readonly hiddenCounts: number;
}

/** Under this a number of people could point at somebody. */
const fewest = 5;
const isFew = (people: number | undefined): boolean => people !== undefined && people > 0 && people < fewest;

// Lists of what is told, not of what is held back: a field that is new to the model is not told until it stands here.
const actorFields = [
  ...(['id', 'name', 'acronym', 'kind', 'status', 'siren', 'siret', 'rna', 'finess', 'network', 'figures', 'links'] as const),
  ...(['verification', 'verifiedOn', 'origin', 'originYear', 'updatedOn', 'source'] as const),
] satisfies readonly (keyof Actor)[];
const schemeFields = [
  ...(['id', 'actorId', 'siteIds', 'name', 'type', 'domains', 'needs', 'fights', 'publics', 'dedication'] as const),
  ...(['ageMin', 'ageMax', 'places', 'placesForAse', 'occupancy', 'zone', 'mode', 'waiting', 'conditions', 'funders'] as const),
  ...(['fundingKinds', 'opensOn', 'closesOn', 'fundingEndsOn', 'closed', 'links', 'verification', 'verifiedOn'] as const),
  ...(['toVerify', 'origin', 'originYear', 'updatedOn', 'source'] as const),
] satisfies readonly (keyof Scheme)[];
const siteFields = [
  ...(['id', 'actorId', 'name', 'address', 'communeCode', 'communeName', 'point', 'precision', 'neighbour', 'source'] as const),
] satisfies readonly (keyof Site)[];
const tieFields = [
  ...(['id', 'fromId', 'toId', 'nature', 'intensity', 'status', 'stated', 'direction', 'confirmation', 'year'] as const),
  ...(['amountEuros', 'document', 'startsOn', 'endsOn', 'source'] as const),
] satisfies readonly (keyof Partnership)[];
const censusFields = ['unitCode', 'domain', 'state', 'on', 'list', 'file'] satisfies readonly (keyof CensusEntry)[];
const diagnosisFields = [
  ...(['departement', 'title', 'demonstration', 'sectors', 'perimeter', 'youngPopulation', 'travel'] as const),
  ...(['travelExceptions', 'files', 'lists'] as const),
] satisfies readonly (keyof Diagnosis)[];

/** A record with these fields alone. */
const told = <T extends object>(record: T, fields: readonly (keyof T)[]): T =>
  Object.fromEntries(fields.flatMap((f) => (record[f] === undefined ? [] : [[f, record[f]]]))) as T;

function without<T extends object, K extends keyof T>(record: T, ...fields: readonly K[]): T {
  const left = { ...record };
  for (const field of fields) delete left[field];
  return left;
}

/** Addresses of the web; anything else names a file of somebody's disk. */
const isWeb = (link: string): boolean => /^https?:\/\//i.test(link);

function withWebLinks<T extends { readonly links?: readonly string[] }>(record: T): T {
  const links = record.links?.filter(isWeb);
  return links?.length ? { ...record, links } : without(record, 'links');
}

const pointKey = ({ lon, lat }: Point): string => `${lon.toFixed(4)} ${lat.toFixed(4)}`;
const addressKey = (s: Site): string => `${s.communeCode ?? s.communeName ?? ''} ${normalise(s.address!)}`;

/**
 * Sites whose place is not told: those that are protected, and those of anybody else at the same address or the same
 * point, which would tell it in their stead.
 */
function hiddenSitesOf({ actors, sites, schemes }: Inventory): ReadonlySet<Site> {
  const holders = new Map(actors.map((a) => [a.id, a]));
  const received = new Map<string, Scheme[]>();
  for (const scheme of schemes) for (const id of scheme.siteIds) received.set(id, [...(received.get(id) ?? []), scheme]);
  const isHeld = (s: Site) => {
    const actor = holders.get(s.actorId);
    // Of whom nothing is known nothing is told.
    return actor === undefined || isProtectedSite(actor, s, received.get(s.id) ?? []);
  };
  const held = sites.filter(isHeld);
  const points = new Set(held.flatMap((s) => (s.point ? [pointKey(s.point)] : [])));
  const addresses = new Set(held.flatMap((s) => (s.address ? [addressKey(s)] : [])));
  const isBeside = (s: Site) =>
    (s.point !== undefined && points.has(pointKey(s.point))) || (s.address !== undefined && addresses.has(addressKey(s)));
  return new Set([...held, ...sites.filter(isBeside)]);
}

/** A site known by its commune alone; nowhere where it was, or where its commune is not of the territory. */
function atCommune(site: Site, communes: ReadonlyMap<string, Point>): Site {
  const point = site.point && site.communeCode !== undefined ? communes.get(site.communeCode) : undefined;
  const rest = without(site, 'name', 'address', 'point');
  return point ? { ...rest, point, precision: 'commune' } : { ...rest, precision: 'inconnue' };
}

const isFewFigure = (f: KeyFigure): boolean => (f.what === 'effectif' || f.what === 'personnes') && isFew(f.value);

/** An actor without the figures that count too few people. */
function publicActor(actor: Actor): Actor {
  const next = withWebLinks(told(actor, actorFields));
  return actor.figures?.some(isFewFigure) ? { ...next, figures: actor.figures.filter((f) => !isFewFigure(f)) } : next;
}

/** A scheme without counts of too few people; of a hidden place, without the free text that may tell where it is. */
function publicScheme(scheme: Scheme, isHidden: boolean): Scheme {
  const { waiting, occupancy, places } = scheme;
  const present = occupancy === undefined || places === undefined ? undefined : Math.round(occupancy * places);
  const hidden: readonly (keyof Scheme)[] = [
    ...(isFew(waiting) ? (['waiting'] as const) : []),
    ...(isFew(present) ? (['occupancy'] as const) : []),
    ...(isHidden ? (['conditions'] as const) : []),
  ];
  return withWebLinks(without(told(scheme, schemeFields), ...hidden));
}

/** How many counts of people are there, of which some may be hidden. */
const peopleCounts = ({ actors, schemes }: Inventory): number =>
  actors.reduce((n, a) => n + (a.figures?.length ?? 0), 0) +
  schemes.filter((s) => s.waiting !== undefined).length +
  schemes.filter((s) => s.occupancy !== undefined).length;

/**
 * The diagnosis without what is internal: notes, contacts, how far actors are brought in, proofs, names of authors,
 * changes, dated states and what merges and imports remember; protected places at their commune, counts under five left
 * out. It opens as any project does.
 */
export function publicCopy(d: Diagnosis, territory: Pick<Territory, 'communes' | 'border' | 'wholeCode'>): PublicCopy {
  const communes = new Map<string, Point>(
    [...territory.border, ...territory.communes].map((c) => [c.code, { lon: c.lon, lat: c.lat }]),
  );
  const hidden = hiddenSitesOf(d.inventory);
  const hiddenIds = new Set([...hidden].map((s) => s.id));
  const guarded = new Set(d.inventory.actors.filter(isProtectedActor).map((a) => a.id));
  const inventory: Inventory = {
    actors: d.inventory.actors.map(publicActor),
    sites: d.inventory.sites.map((s) => (hidden.has(s) ? atCommune(told(s, siteFields), communes) : told(s, siteFields))),
    schemes: d.inventory.schemes.map((s) => publicScheme(s, guarded.has(s.actorId) || s.siteIds.some((id) => hiddenIds.has(id)))),
    partnerships: d.inventory.partnerships.map((p) => told(p, tieFields)),
  };
  const masked = hiddenCounts(d.youngCounts ?? [], territory.wholeCode);
  const youngCounts = d.youngCounts?.filter((c) => !masked.has(c));
  const documents = d.documents?.map((doc) => (doc.link === undefined || isWeb(doc.link) ? doc : without(doc, 'link')));
  const copy: Diagnosis = {
    ...told(d, diagnosisFields),
    inventory,
    census: d.census.map((e) => told(e, censusFields)),
    ...(youngCounts?.length ? { youngCounts } : {}),
    ...(documents ? { documents } : {}),
    settings: { ...d.settings, showProtectedPlaces: false },
    snapshots: [],
  };
  const left = peopleCounts(d.inventory) - peopleCounts(inventory);
  return { copy, hiddenSites: hidden.size, hiddenCounts: masked.size + left };
}
