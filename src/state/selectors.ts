import type { Analysis, Level, PlacedScheme } from '../analysis/analysis';
import type { Settings } from '../document/diagnosis';
import type { DomainId } from '../model/domains';
import type { Actor, Inventory, Partnership, Scheme, Site } from '../model/inventory';
import { baseOf } from '../model/lists';
import type { Territory } from '../model/territory';
import { type Filters, isFiltering, passes } from './facets';
import type { Focus, LevelKey, View } from './view';

/** Records of an inventory by the keys that screens look them up with. */
export interface InventoryIndex {
  readonly actors: ReadonlyMap<string, Actor>;
  readonly schemes: ReadonlyMap<string, Scheme>;
  readonly sites: ReadonlyMap<string, Site>;
  readonly schemesOf: ReadonlyMap<string, readonly Scheme[]>;
  readonly sitesOf: ReadonlyMap<string, readonly Site[]>;
  readonly tiesOf: ReadonlyMap<string, readonly Partnership[]>;
  readonly partnerships: ReadonlyMap<string, Partnership>;
}

function groupBy<T>(records: readonly T[], keysOf: (record: T) => readonly string[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const record of records) {
    for (const key of keysOf(record)) {
      const group = groups.get(key);
      if (group) group.push(record);
      else groups.set(key, [record]);
    }
  }
  return groups;
}

const byId = <T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> =>
  new Map(records.map((r) => [r.id, r]));

const indexes = new WeakMap<Inventory, InventoryIndex>();

/** The index of an inventory; kept as long as the inventory is. */
export function indexOf(inventory: Inventory): InventoryIndex {
  const known = indexes.get(inventory);
  if (known) return known;
  const index: InventoryIndex = {
    actors: byId(inventory.actors),
    schemes: byId(inventory.schemes),
    sites: byId(inventory.sites),
    partnerships: byId(inventory.partnerships),
    schemesOf: groupBy(inventory.schemes, (s) => [s.actorId]),
    sitesOf: groupBy(inventory.sites, (s) => [s.actorId]),
    tiesOf: groupBy(inventory.partnerships, (p) => [p.fromId, p.toId]),
  };
  indexes.set(inventory, index);
  return index;
}

/** Whether a scheme passes the filters and the chosen domain. What is unknown of it passes no filter. */
export function keepsScheme(scheme: Scheme, actor: Actor | undefined, filters: Filters, domain: DomainId | null): boolean {
  return (domain === null || scheme.domains.includes(domain)) && passes(scheme, actor, filters);
}

/** Schemes that pass. */
export function keptSchemes(inventory: Inventory, filters: Filters, domain: DomainId | null): readonly Scheme[] {
  const { actors } = indexOf(inventory);
  return inventory.schemes.filter((s) => keepsScheme(s, actors.get(s.actorId), filters, domain));
}

/** Actors that pass: of the kinds asked for and, when anything else is asked for, with a scheme that passes. */
export function keptActors(inventory: Inventory, filters: Filters, domain: DomainId | null): readonly Actor[] {
  const needsScheme = domain !== null || isFiltering({ ...filters, kinds: [] });
  const { schemesOf } = indexOf(inventory);
  return inventory.actors.filter(
    (a) =>
      (filters.kinds.length === 0 || filters.kinds.includes(baseOf(a.kind))) &&
      (!needsScheme || (schemesOf.get(a.id)?.some((s) => keepsScheme(s, a, filters, domain)) ?? false)),
  );
}

/** Places to draw: of schemes that pass, one per scheme and site. */
export function keptPlaces(
  placed: readonly PlacedScheme[],
  inventory: Inventory,
  filters: Filters,
  domain: DomainId | null,
): readonly PlacedScheme[] {
  const { schemes, actors } = indexOf(inventory);
  return placed.filter((p) => {
    const scheme = schemes.get(p.schemeId);
    return scheme !== undefined && keepsScheme(scheme, actors.get(p.actorId), filters, domain);
  });
}

/** How many schemes of the chosen domain have each value, whatever the other filters. */
export function countValues<T extends string>(
  inventory: Inventory,
  domain: DomainId | null,
  valuesOf: (scheme: Scheme, actor: Actor | undefined) => readonly T[],
): ReadonlyMap<T, number> {
  const counts = new Map<T, number>();
  const { actors } = indexOf(inventory);
  for (const scheme of inventory.schemes) {
    if (domain !== null && !scheme.domains.includes(domain)) continue;
    for (const value of valuesOf(scheme, actors.get(scheme.actorId))) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** The domain whose levels a drawing shows. */
export const shownDomain = (view: View, analysis: Analysis): DomainId =>
  view.domain !== null && analysis.domains.includes(view.domain) ? view.domain : (analysis.domains[0] ?? 'sante');

export const levelKeyOf = (level: Level | null): LevelKey => (level === null ? 'none' : (String(level) as LevelKey));

/** Number of communes and of young people at each level of a domain. */
export function countLevels(
  analysis: Analysis,
  domain: DomainId,
): Readonly<Record<LevelKey, { communes: number; young: number }>> {
  const counts = {
    '0': { communes: 0, young: 0 },
    '1': { communes: 0, young: 0 },
    '2': { communes: 0, young: 0 },
    '3': { communes: 0, young: 0 },
    none: { communes: 0, young: 0 },
  };
  for (const commune of analysis.communes) {
    const reading = commune.domains[domain];
    // What unknown places leave between two levels is counted apart.
    if (reading?.range) continue;
    const count = counts[levelKeyOf(reading?.level ?? null)];
    count.communes += 1;
    count.young += commune.young;
  }
  return counts;
}

/** Communes that a focus covers, as INSEE codes; a focus without a place covers none. */
export function communesOfFocus(focus: Focus | null, analysis: Analysis | null, territory: Territory | null): readonly string[] {
  if (!focus) return [];
  switch (focus.kind) {
    case 'commune':
      return [focus.id];
    case 'unit':
      return findUnitCommunes(focus.id, analysis, territory);
    case 'gap':
      return findUnitCommunes(focus.id.slice(focus.id.indexOf(':') + 1), analysis, territory);
    default:
      return [];
  }
}

function findUnitCommunes(code: string, analysis: Analysis | null, territory: Territory | null): readonly string[] {
  const unit =
    analysis?.units.find((u) => u.code === code) ??
    territory?.epci.find((u) => u.code === code) ??
    territory?.ept.find((u) => u.code === code);
  if (unit) return unit.communeCodes;
  return analysis?.whole.code === code ? analysis.whole.communeCodes : [];
}

export interface SearchHit {
  readonly focus: Focus;
  readonly label: string;
  readonly detail: 'commune' | 'unit' | 'actor' | 'scheme';
}

/** Lower case, without accents or signs, for comparing what is typed with names. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** At most `limit` records whose name has every typed word; names that begin with the first word come first. */
export function searchRecords(
  query: string,
  territory: Territory | null,
  inventory: Inventory,
  limit = 12,
): readonly SearchHit[] {
  const words = plain(query).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const groups: readonly { readonly detail: SearchHit['detail']; readonly records: readonly { id: string; name: string }[] }[] = [
    { detail: 'commune', records: territory?.communes.map((c) => ({ id: c.code, name: c.name })) ?? [] },
    { detail: 'unit', records: territory?.epci.map((u) => ({ id: u.code, name: u.name })) ?? [] },
    { detail: 'actor', records: inventory.actors },
    { detail: 'scheme', records: inventory.schemes },
  ];
  return groups
    .flatMap(({ detail, records }) =>
      records.flatMap((r) => ({ detail, record: r, rank: rankOf(plain(r.name), words) }) as const),
    )
    .filter((h) => h.rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .slice(0, limit)
    .map(({ detail, record }) => ({ focus: { kind: detail, id: record.id }, label: record.name, detail }));
}

/** 0: begins with the first word; 1: another of its words does; 2: holds it; null: lacks a word. */
function rankOf(name: string, words: readonly string[]): number | null {
  const [first = ''] = words;
  if (!words.every((w) => name.includes(w))) return null;
  return name.startsWith(first) ? 0 : name.includes(` ${first}`) ? 1 : 2;
}

/** Straight-line kilometres that the time model reaches within some minutes; 0 when the access alone takes longer. */
export const kmWithin = (minutes: number, s: Pick<Settings, 'detour' | 'speedKmh' | 'accessMinutes'>): number =>
  (Math.max(0, minutes - s.accessMinutes) * s.speedKmh) / (60 * s.detour);

/** First and last year told by the sources of the records; null when none tells one. */
export function dataYears(inventory: Inventory): readonly [number, number] | null {
  let range: [number, number] | null = null;
  for (const { originYear: year } of [...inventory.actors, ...inventory.schemes]) {
    if (year !== undefined) range = range ? [Math.min(range[0], year), Math.max(range[1], year)] : [year, year];
  }
  return range;
}
