import type { Point } from '../model/inventory';
import type { MultiPolygon } from '../model/territory';

type Ring = readonly (readonly [number, number])[];

function isInRing(ring: Ring, x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i]!;
    const [xj, yj] = ring[j]!;
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

/** Whether a point lies in a MultiPolygon (half-open even-odd rule: a shared border belongs to one side only). */
export function isInside(outline: MultiPolygon, { lon, lat }: Point): boolean {
  return outline.some((rings) => rings.reduce((inside, ring) => (isInRing(ring, lon, lat) ? !inside : inside), false));
}

/** Every coordinate of a MultiPolygon, in order. */
export function coordinatesOf(outline: MultiPolygon): [number, number][] {
  return outline.flatMap((rings) => rings.flatMap((ring) => ring.map(([x, y]): [number, number] => [x, y])));
}
