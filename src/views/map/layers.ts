import type { Analysis, NetworkTie, PlacedScheme } from '../../analysis/analysis';
import { zoneContains } from '../../analysis/supply';
import type { Diagnosis } from '../../document/diagnosis';
import type { MultiPolygon, Territory } from '../../model/territory';
import { indexOf } from '../../state/selectors';
import type { Focus } from '../../state/view';
import { distanceKm } from '../../territory/distance';
import { outlineOf } from './ground';
import type { Line } from './mapModel';

const kmPerDegree = 111.195;

/** Ring of points at so many kilometres, closed. */
export function ringAround(lon: number, lat: number, km: number, steps = 64): readonly (readonly [number, number])[] {
  const up = km / kmPerDegree;
  const across = up / Math.cos((lat * Math.PI) / 180);
  return Array.from({ length: steps + 1 }, (_, i) => {
    const angle = ((i % steps) / steps) * 2 * Math.PI;
    return [lon + across * Math.cos(angle), lat + up * Math.sin(angle)] as const;
  });
}

/** Circles take at most this share of the side of the territory's frame, together this share of its square. */
const largestShare = 0.085;
const inkShare = 0.2;
const leastShare = 0.006;

const circles = new WeakMap<Territory, readonly MultiPolygon[]>();

/** A circle on each commune whose area grows with its young people, in the order of the communes. */
export function circleAreas(territory: Territory): readonly MultiPolygon[] {
  const known = circles.get(territory) ?? makeCircles(territory);
  circles.set(territory, known);
  return known;
}

function makeCircles({ communes, outline }: Territory): readonly MultiPolygon[] {
  const points = outline.flat(2) as unknown as readonly (readonly [number, number])[];
  const [lons, lats] = [points.map((p) => p[0]), points.map((p) => p[1])];
  const [west, east] = [Math.min(...lons), Math.max(...lons)];
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const corner = { lon: west, lat: south };
  const side = Math.min(distanceKm(corner, { lon: east, lat: south }), distanceKm(corner, { lon: west, lat: north }));
  const total = communes.reduce((sum, c) => sum + c.young, 0);
  const largest = Math.max(1, ...communes.map((c) => c.young));
  const factor = Math.min(
    Math.sqrt((side * side * inkShare) / (Math.PI * Math.max(1, total))),
    (side * largestShare) / Math.sqrt(largest),
  );
  return communes.map(({ lon, lat, young }) => [
    [ringAround(lon, lat, Math.max(side * leastShare, factor * Math.sqrt(young)), 48)],
  ]) as unknown as MultiPolygon[];
}

/** Outline of the communes that one of these schemes states it serves; nothing where none states a zone. */
export function zoneLines(focused: readonly PlacedScheme[], { inventory }: Diagnosis, territory: Territory): readonly Line[] {
  const { schemes } = indexOf(inventory);
  const zones = [...new Set(focused.map((p) => p.schemeId))].flatMap((id) => schemes.get(id)?.zone ?? []);
  if (zones.length === 0) return [];
  return outlineOf(territory.cells.filter((_, i) => zoneContains(zones, territory.communes[i]!)));
}

/** A tie between two actors, in force or awaited (planned, wished), from one place to the other. */
export interface MapTie {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly style: 'stated' | 'deduced' | 'pending';
  /** Pixels. */
  readonly width: number;
}

interface TieInput {
  readonly analysis: Analysis;
  /** Places on the map. */
  readonly kept: readonly PlacedScheme[];
  readonly focus: Focus | null;
}

/**
 * Ties of the actors on the map, or of the one looked at, drawn between the first places of each; those of an actor
 * without a place, or between two at one place, cannot be drawn.
 */
export function tiesOf({ analysis, kept, focus }: TieInput): readonly MapTie[] {
  const places = new Map<string, readonly [number, number]>();
  for (const { actorId, point } of analysis.placed) if (!places.has(actorId)) places.set(actorId, [point.lon, point.lat]);
  const actor =
    focus?.kind === 'actor'
      ? focus.id
      : focus?.kind === 'scheme'
        ? kept.find((p) => p.schemeId === focus.id)?.actorId
        : undefined;
  const shown = new Set(actor === undefined ? kept.map((p) => p.actorId) : [actor]);
  const { ties, pending } = analysis.network;
  const awaited = pending.filter((t) => t.status !== 'termine' && !ties.some((tie) => tie.a === t.a && tie.b === t.b));
  const draw = (tie: NetworkTie, style: MapTie['style']): MapTie[] => {
    const [from, to] = [places.get(tie.a), places.get(tie.b)];
    if (!from || !to || (from[0] === to[0] && from[1] === to[1]) || !(shown.has(tie.a) || shown.has(tie.b))) return [];
    return [{ from, to, style, width: 0.75 + 0.5 * (tie.intensity ?? 1) }];
  };
  return [...ties.flatMap((t) => draw(t, t.stated ? 'stated' : 'deduced')), ...awaited.flatMap((t) => draw(t, 'pending'))];
}

/** Each place where a tie ends, once. */
export const endsOf = (ties: readonly MapTie[]): readonly (readonly [number, number])[] => [
  ...new Map(ties.flatMap(({ from, to }) => [from, to]).map((end) => [end.join(), end])).values(),
];
