import { featureCollection, multiPolygon, polygon } from '@turf/helpers';
import { intersect } from '@turf/intersect';
import { Delaunay } from 'd3-delaunay';
import type { Point } from '../model/inventory';
import type { MultiPolygon } from '../model/territory';
import { coordinatesOf, isInside } from './outline';

type XY = readonly [number, number];

/** Whether segments ab and cd cross. */
function isCrossing(a: XY, b: XY, c: XY, d: XY): boolean {
  const side = (p: XY, q: XY, r: XY) => Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
}

/** Successive pairs of a closed ring. */
const edgesOf = (ring: readonly XY[]): [XY, XY][] => ring.slice(1).map((end, i) => [ring[i]!, end]);

/** Whether two segments' extents meet: a cheap test before the exact one. */
const mayMeet = (a: XY, b: XY, c: XY, d: XY) =>
  Math.max(a[0], b[0]) >= Math.min(c[0], d[0]) &&
  Math.min(a[0], b[0]) <= Math.max(c[0], d[0]) &&
  Math.max(a[1], b[1]) >= Math.min(c[1], d[1]) &&
  Math.min(a[1], b[1]) <= Math.max(c[1], d[1]);

/** Whether a convex cell lies wholly inside the outline, so that clipping would change nothing. */
function isWithin(cell: readonly XY[], outline: readonly [XY, XY][], shape: MultiPolygon): boolean {
  if (!cell.every(([lon, lat]) => isInside(shape, { lon, lat }))) return false;
  const sides = edgesOf(cell);
  return !outline.some(([a, b]) => sides.some(([c, d]) => mayMeet(a, b, c, d) && isCrossing(a, b, c, d)));
}

/**
 * Schematic cells: Voronoi polygons of the points (in a local equirectangular plane), clipped by the outline, in
 * the order of the points; an empty MultiPolygon where nothing of a cell is left.
 */
export function schematicCells(points: readonly Point[], outline: MultiPolygon): MultiPolygon[] {
  const all = [...coordinatesOf(outline), ...points.map((p): [number, number] => [p.lon, p.lat])];
  const lons = all.map(([x]) => x);
  const lats = all.map(([, y]) => y);
  const squeeze = Math.cos((((Math.min(...lats) + Math.max(...lats)) / 2) * Math.PI) / 180);
  const bounds: [number, number, number, number] = [
    Math.min(...lons) * squeeze - 0.1,
    Math.min(...lats) - 0.1,
    Math.max(...lons) * squeeze + 0.1,
    Math.max(...lats) + 0.1,
  ];
  const voronoi = Delaunay.from(
    points,
    (p) => p.lon * squeeze,
    (p) => p.lat,
  ).voronoi(bounds);
  const edges = outline.flatMap((rings) => rings.flatMap((ring) => edgesOf(ring)));
  const clip = multiPolygon(outline as unknown as [number, number][][][]);
  return points.map((_, i) => {
    const raw = voronoi.cellPolygon(i);
    if (!raw) return [];
    const cell = raw.map(([x, y]): [number, number] => [x / squeeze, y]);
    if (isWithin(cell, edges, outline)) return [[cell]];
    const cut = intersect(featureCollection<GeoJSON.Polygon | GeoJSON.MultiPolygon>([polygon([cell]), clip]));
    if (!cut) return [];
    const shape = cut.geometry;
    return (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates) as [number, number][][][];
  });
}
