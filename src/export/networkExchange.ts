import type { ExchangeAttributes, ExchangeEdge, ExchangeGraph, ExchangeNode } from '../model/exchange';
import { actorFields, type ExchangeField, sourceFields, statedWords, tieFields } from '../model/exchangeFields';
import type { Actor, Inventory, Partnership, Scheme, Site, Source } from '../model/inventory';
import { isProtectedSite } from '../model/protection';

/** The properties that a record has, as attributes. */
function told<K extends string>(
  record: { readonly [key in K]?: unknown },
  fields: readonly ExchangeField<K>[],
): [string, string | number | boolean][] {
  return fields.flatMap(({ key, name, isList }): [string, string | number | boolean][] => {
    const value = record[key];
    if (value === undefined) return [];
    return [[name, isList ? JSON.stringify(value) : (value as string | number | boolean)]];
  });
}

const sourceOf = ({ file, row }: Source): [string, string | number][] => [
  [sourceFields.file, file],
  [sourceFields.row, row],
];

function grouped<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items)
    for (const key of keysOf(item)) {
      const known = groups.get(key);
      if (known) known.push(item);
      else groups.set(key, [item]);
    }
  return groups;
}

/** The first place of an actor that may be shown. */
function placeOf(sites: readonly Site[], isShown: (site: Site) => boolean): ExchangeAttributes {
  const site = sites.find((s) => (s.point ?? s.communeCode) !== undefined && isShown(s));
  if (!site) return {};
  return {
    ...(site.communeCode === undefined ? {} : { code_insee: site.communeCode }),
    ...(site.communeName === undefined ? {} : { commune: site.communeName }),
    ...(site.point ? { lon: site.point.lon, lat: site.point.lat, precision: site.precision } : {}),
  };
}

function edgeOf(p: Partnership): ExchangeEdge {
  return {
    id: p.id,
    source: p.fromId,
    target: p.toId,
    directed: p.direction === 'sens-unique',
    ...(p.intensity === undefined ? {} : { weight: p.intensity }),
    attributes: Object.fromEntries([
      ...told(p, tieFields),
      [sourceFields.stated, p.stated ? statedWords.yes : statedWords.no],
      ...sourceOf(p.source),
    ]),
  };
}

export interface ExchangeOptions {
  /** Places told: all but the protected ones (as is), none, or all, when it is asked for. */
  readonly places?: 'shown' | 'none' | 'all';
}

/**
 * Actors and partnerships as a graph for other programs: every field, the domains of an actor's schemes, the place of its
 * first site (none where every place of it is protected). Ties to an actor that is not there are left out.
 */
export function exchangeFromInventory(inventory: Inventory, { places = 'shown' }: ExchangeOptions = {}): ExchangeGraph {
  const { actors, sites, schemes, partnerships } = inventory;
  const sitesBy = grouped(sites, (s) => [s.actorId]);
  const schemesBy = grouped(schemes, (s) => [s.actorId]);
  const schemesAt: ReadonlyMap<string, readonly Scheme[]> = grouped(schemes, (s) => s.siteIds);
  const isShown = (actor: Actor, site: Site) =>
    places === 'all' || (places === 'shown' && !isProtectedSite(actor, site, schemesAt.get(site.id) ?? []));
  const nodeOf = (actor: Actor): ExchangeNode => {
    const domains = [...new Set(schemesBy.get(actor.id)?.flatMap((s) => s.domains) ?? [])];
    return {
      id: actor.id,
      label: actor.name,
      attributes: {
        ...Object.fromEntries([...told(actor, actorFields), ...sourceOf(actor.source)]),
        ...(domains.length > 0 ? { domaines: domains.join('|') } : {}),
        ...placeOf(sitesBy.get(actor.id) ?? [], (site) => isShown(actor, site)),
      },
    };
  };
  const ids = new Set(actors.map((a) => a.id));
  return {
    nodes: actors.map(nodeOf),
    edges: partnerships.filter((p) => ids.has(p.fromId) && ids.has(p.toId)).map(edgeOf),
  };
}
