import type { GeoProjection } from 'd3-geo';
import type { MultiPolygon } from '../model/territory';

const round = (value: number): number => Math.round(value * 10) / 10;

/** SVG path of a multipolygon in the projection, to a tenth of a point; points that fall together are dropped. */
export function multiPolygonPath(shape: MultiPolygon, projection: GeoProjection): string {
  let d = '';
  for (const ring of shape.flat()) {
    let previous = '';
    let first = true;
    for (const [lon, lat] of ring) {
      const [x = 0, y = 0] = projection([lon, lat]) ?? [];
      const point = `${round(x)} ${round(y)}`;
      if (point === previous) continue;
      d += `${first ? 'M' : 'L'}${point}`;
      previous = point;
      first = false;
    }
    if (!first) d += 'Z';
  }
  return d;
}

/** Segments shared by cells of two different units: the borders of the mesh, joined into long lines where they touch. */
export function meshBorderPath(
  cells: readonly MultiPolygon[],
  unitOf: (index: number) => string,
  projection: GeoProjection,
): string {
  const owners = new Map<string, string>();
  const border = new Map<string, string[]>();
  const join = (a: string, b: string) => {
    border.set(a, [...(border.get(a) ?? []), b]);
    border.set(b, [...(border.get(b) ?? []), a]);
  };
  cells.forEach((cell, index) => {
    const unit = unitOf(index);
    for (const [a, b] of cell.flat().flatMap((ring) => edges(ring, projection))) {
      const key = a < b ? `${a}|${b}` : `${b}|${a}`;
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, unit);
      else if (owner !== unit) join(a, b);
    }
  });
  return chain(border);
}

function edges(ring: MultiPolygon[number][number], projection: GeoProjection): [string, string][] {
  const points = ring.map((lonLat) => {
    const [x = 0, y = 0] = projection([lonLat[0], lonLat[1]]) ?? [];
    return `${round(x)} ${round(y)}`;
  });
  const out: [string, string][] = [];
  for (let i = 1; i < points.length; i += 1) {
    const [a, b] = [points[i - 1] as string, points[i] as string];
    if (a !== b) out.push([a, b]);
  }
  return out;
}

/** Every segment once, in as few strokes as a simple walk gives. */
function chain(graph: ReadonlyMap<string, readonly string[]>): string {
  const left = new Map([...graph].map(([point, next]) => [point, [...next]]));
  const take = (a: string, b: string) => {
    const list = left.get(a) ?? [];
    list.splice(list.indexOf(b), 1);
  };
  const starts = [...left.keys()].sort((a, b) => (left.get(b)?.length === 2 ? 0 : 1) - (left.get(a)?.length === 2 ? 0 : 1));
  let d = '';
  for (const start of starts) {
    while (left.get(start)?.length) {
      let at = start;
      d += `M${at}`;
      for (let next = left.get(at)?.[0]; next !== undefined; next = left.get(at)?.[0]) {
        take(at, next);
        take(next, at);
        d += `L${next}`;
        at = next;
      }
    }
  }
  return d;
}
