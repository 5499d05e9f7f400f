import type { Actor, Inventory, Point, Scheme, Site } from '../model/inventory';
import { isProtectedActor } from '../model/protection';
import type { Territory } from '../model/territory';
import type { PlacedScheme } from './analysis';

/** Where a place may be shown: protected ones at their commune, or blurred to about 1 km where it is not known. */
export function shownPoint(point: Point, communeCode: string | undefined, communes: ReadonlyMap<string, Point>): Point {
  const known = communeCode === undefined ? undefined : communes.get(communeCode);
  if (known) return { lon: known.lon, lat: known.lat };
  return { lon: Math.round(point.lon * 100) / 100, lat: Math.round(point.lat * 100) / 100 };
}

/** Points of the territory's communes and of its border zone, by code. */
export const communePoints = (territory: Territory): ReadonlyMap<string, Point> =>
  new Map([...territory.border, ...territory.communes].map((c) => [c.code, c]));

/** Whether a site is outside the territory: told by its commune, for a perimeter may be set after the import. */
export const isOutside = (site: Pick<Site, 'communeCode' | 'neighbour'>, own: ReadonlySet<string>): boolean =>
  site.communeCode === undefined ? site.neighbour === true : !own.has(site.communeCode);

function place(
  scheme: Scheme,
  site: Site,
  actor: Actor,
  point: Point,
  isProtected: boolean,
  own: ReadonlySet<string>,
): PlacedScheme {
  return {
    schemeId: scheme.id,
    siteId: site.id,
    actorId: actor.id,
    name: scheme.name,
    actorName: actor.name,
    domains: scheme.domains,
    point,
    ...(site.communeCode === undefined ? {} : { communeCode: site.communeCode }),
    precision: isProtected ? 'commune' : site.precision,
    protectedPlace: isProtected,
    neighbour: isOutside(site, own),
    ...(scheme.places === undefined ? {} : { places: scheme.places }),
  };
}

/**
 * Every scheme at every place where it receives people and that has a position. Left out: schemes known closed,
 * remote-only ones, and sites without position (they count nowhere and lower confidence).
 */
export function placeSchemes(inventory: Inventory, territory: Territory, showProtectedPlaces: boolean): PlacedScheme[] {
  const sites = new Map(inventory.sites.map((s) => [s.id, s]));
  const actors = new Map(inventory.actors.map((a) => [a.id, a]));
  const communes = communePoints(territory);
  const own = new Set(territory.communes.map((c) => c.code));
  const placed: PlacedScheme[] = [];
  for (const scheme of inventory.schemes) {
    if (scheme.closed === true || scheme.mode === 'distance') continue;
    for (const id of scheme.siteIds) {
      const site = sites.get(id);
      const actor = actors.get(scheme.actorId);
      if (!site?.point || !actor) continue;
      const isProtected = !showProtectedPlaces && isProtectedActor(actor);
      const point = isProtected ? shownPoint(site.point, site.communeCode, communes) : site.point;
      placed.push(place(scheme, site, actor, point, isProtected, own));
    }
  }
  return placed;
}
