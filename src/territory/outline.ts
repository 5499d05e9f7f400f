import type { Point } from '../model/inventory';
import type { MultiPolygon } from '../model/territory';

type Ring = readonly (readonly [number, number])[];

/** Whether the half-line that goes east from a point meets the edge from j to i. */
const meets = (xi: number, yi: number, xj: number, yj: number, x: number, y: number): boolean =>
  yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi;

function isInRing(ring: Ring, x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i]!;
    const [xj, yj] = ring[j]!;
    if (meets(xi, yi, xj, yj, x, y)) inside = !inside;
  }
  return inside;
}

/** Whether a point lies in a MultiPolygon (half-open even-odd rule: a shared border belongs to one side only). */
export function isInside(outline: MultiPolygon, { lon, lat }: Point): boolean {
  return outline.some((rings) => rings.reduce((inside, ring) => (isInRing(ring, lon, lat) ? !inside : inside), false));
}

/** Number of bands of latitude in which the edges of an outline are sorted. */
const bandCount = 256;

/** The edges of a polygon (all its rings) as xi, yi, xj, yj in a row, by band of latitude. */
function bandedEdges(rings: readonly Ring[], bandOf: (lat: number) => number): number[][] {
  const bands = Array.from({ length: bandCount }, (): number[] => []);
  for (const ring of rings)
    ring.forEach(([xi, yi], i) => {
      const [xj, yj] = ring.at(i - 1)!;
      for (let b = bandOf(Math.min(yi, yj)); b <= bandOf(Math.max(yi, yj)); b++) bands[b]!.push(xi, yi, xj, yj);
    });
  return bands;
}

/** `isInside` made ready for many points: only the edges at the latitude of a point are looked at. The answers are the same. */
export function buildInside(outline: MultiPolygon): (point: Point) => boolean {
  const [south, north] = coordinatesOf(outline).reduce(
    ([low, high], [, lat]) => [Math.min(low, lat), Math.max(high, lat)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  const bandOf = (lat: number) => Math.floor(((lat - south) / (north - south)) * (bandCount - 1));
  const polygons = outline.map((rings) => bandedEdges(rings, bandOf));
  return ({ lon: x, lat: y }) => {
    const band = bandOf(y);
    for (const bands of polygons) {
      const edges = bands[band] ?? [];
      let inside = false;
      for (let i = 0; i < edges.length; i += 4)
        if (meets(edges[i]!, edges[i + 1]!, edges[i + 2]!, edges[i + 3]!, x, y)) inside = !inside;
      if (inside) return true;
    }
    return false;
  };
}

/** Every coordinate of a MultiPolygon, in order. */
export function coordinatesOf(outline: MultiPolygon): [number, number][] {
  return outline.flatMap((rings) => rings.flatMap((ring) => ring.map(([x, y]): [number, number] => [x, y])));
}
