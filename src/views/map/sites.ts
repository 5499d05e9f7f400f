import type { PlacedScheme } from '../../analysis/analysis';
import { gather } from '../../figures/gather';
import { markRadius } from '../../figures/siteMarks';
import type { DomainId } from '../../model/domains';
import type { MapSite } from './mapModel';

/** Diameter in which the letter of a domain can be read. */
export const leastMark = 13;

/** Diameter of a mark by its places, growing with their number; unknown is as small as the smallest. */
export const markSize = (places: number | null): number => Math.min(18, leastMark + 0.45 * Math.sqrt(Math.max(0, places ?? 0)));

/** Schemes received at the same place, to about ten metres, as one mark. */
export function groupSites(
  placed: readonly PlacedScheme[],
  domain: DomainId,
  isSelected: (p: PlacedScheme) => boolean,
): MapSite[] {
  const groups = new Map<string, PlacedScheme[]>();
  for (const p of placed) {
    const key = `${p.point.lon.toFixed(4)},${p.point.lat.toFixed(4)}`;
    const group = groups.get(key);
    if (group) group.push(p);
    else groups.set(key, [p]);
  }
  return [...groups].map(([key, schemes]): MapSite => {
    const known = schemes.filter((s) => s.places !== undefined);
    return {
      id: `${domain}@${key}`,
      lon: schemes[0]!.point.lon,
      lat: schemes[0]!.point.lat,
      domain,
      size: markSize(known.length > 0 ? known.reduce((sum, s) => sum + (s.places ?? 0), 0) : null),
      isHollow: known.length === 0,
      schemes,
      selected: schemes.some(isSelected),
    };
  });
}

/** One mark on the screen: of a place, or of several that would cover one another. */
export interface Mark {
  readonly x: number;
  readonly y: number;
  /** Pixels. */
  readonly size: number;
  readonly sites: readonly MapSite[];
}

/** Nearer than this, in pixels, marks cover one another. */
const reach = 19;

/** Marks of some sites where they are on the screen; what is selected keeps its own mark, over the others. */
export function marksOf(
  sites: readonly MapSite[],
  place: (lon: number, lat: number) => readonly [number, number],
): readonly Mark[] {
  const spots = sites.map((site) => {
    const [x, y] = place(site.lon, site.lat);
    return { x, y, site };
  });
  const gathered = gather(
    spots.filter((s) => !s.site.selected),
    reach,
  );
  return [
    ...gathered.map(({ x, y, members }) => ({
      x,
      y,
      size: members.length === 1 ? members[0]!.site.size : 2.4 * markRadius(members.length),
      sites: members.map((m) => m.site),
    })),
    ...spots.filter((s) => s.site.selected).map(({ x, y, site }) => ({ x, y, size: site.size, sites: [site] })),
  ];
}
