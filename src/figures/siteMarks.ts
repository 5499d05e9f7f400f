import type { GeoProjection } from 'd3-geo';
import type { PlacedScheme } from '../analysis/analysis';
import type { Domain } from '../model/domains';
import { gather, type Spot } from './gather';
import type { Rectangle } from './labels';
import { markPath, palette } from './levels';
import type { SceneItem } from './scene';

/** Sites of a domain that would overlap, drawn as one mark with their number. */
export interface SiteGroup {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly count: number;
  readonly neighbour: boolean;
  readonly siteIds: readonly string[];
}

/** Room for a letter that can be read on paper. */
const single = 5;
const grouped = 6.4;
/** More marks than these would hide the levels under them: then they gather over a longer reach. */
const mostMarks = 34;

/** Radius of a mark: room for one, two or three digits. */
export function markRadius(count: number): number {
  if (count < 2) return single;
  if (count < 10) return grouped;
  return count < 100 ? 7.4 : 9;
}

/** Sites (each once) of one domain in the frame, grouped where their marks would cover one another; largest group first. */
export function groupSites(
  placed: readonly PlacedScheme[],
  domain: Domain,
  projection: GeoProjection,
  frame: Rectangle,
): SiteGroup[] {
  const sites = new Map<string, Spot & { readonly siteId: string; readonly neighbour: boolean }>();
  for (const scheme of placed) {
    if (!scheme.domains.includes(domain.id) || sites.has(scheme.siteId)) continue;
    const [x = -1, y = -1] = projection([scheme.point.lon, scheme.point.lat]) ?? [];
    if (x < frame[0] || x > frame[2] || y < frame[1] || y > frame[3]) continue;
    sites.set(scheme.siteId, { x, y, siteId: scheme.siteId, neighbour: scheme.neighbour });
  }
  const spots = [...sites.values()];
  const at = (reach: number) => gather(spots, reach, (s) => String(s.neighbour));
  let reach = 2 * grouped + 2;
  let groups = at(reach);
  while (groups.length > mostMarks) {
    reach *= 1.2;
    groups = at(reach);
  }
  return groups
    .map(({ x, y, members }) => ({
      x,
      y,
      neighbour: members[0]!.neighbour,
      siteIds: members.map((m) => m.siteId),
      count: members.length,
      r: markRadius(members.length),
    }))
    .sort((a, b) => a.count - b.count);
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** A mark with its white ring and, in it, the domain's letter or the number of sites; hollow across the border. */
export function siteMark(
  domain: Domain,
  group: Pick<SiteGroup, 'x' | 'y' | 'r' | 'count' | 'neighbour'>,
  target?: string,
): SceneItem[] {
  const { x, y, r, count, neighbour } = group;
  const size = count > 1 ? 7 : 6.6;
  // The letter sits where the shape is widest: lower in a triangle.
  const drop = domain.mark === 'triangle' ? 0.6 : 0;
  return [
    { kind: 'path', d: markPath(domain.mark, x, y, r + 1.1), fill: palette.page },
    {
      kind: 'path',
      d: markPath(domain.mark, x, y, r),
      fill: neighbour ? palette.page : domain.color,
      stroke: domain.color,
      strokeWidth: 0.6,
      ...(target ? { target } : {}),
    },
    {
      kind: 'text',
      x: tenth(x),
      y: tenth(y + size * 0.34 + drop),
      text: count > 1 ? String(count) : domain.letter,
      size: domain.mark === 'triangle' || domain.mark === 'diamond' ? size - 0.6 : size,
      weight: 600,
      color: neighbour ? domain.color : palette.page,
      anchor: 'middle',
    },
  ];
}
