import type { Point } from '../../model/inventory';
import type { DecayId } from '../../model/lists';
import { chord2FromKm, earthRadiusKm, kmFromChord2, unitVectors } from '../../territory/distance';
import { addSiteCatchments } from './floatingCatchment';
import type { Pairs } from './pairs';

/** Points in cells of latitude and longitude: those near a place are found without looking at all. */
export interface PointGrid {
  readonly size: number;
  readonly south: number;
  readonly west: number;
  /** Radians. */
  readonly height: number;
  readonly width: number;
  readonly rows: number;
  readonly columns: number;
  /** Where the points of each cell begin, row of cells after row; one more for the end. */
  readonly start: Int32Array;
  /** Rank of each point, cell after cell; within a cell in the order given. */
  readonly order: Int32Array;
  /** Unit vectors in that order. */
  readonly vectors: Float64Array;
}

const radians = Math.PI / 180;
/** From 5 to 10 km cost the same (`guide/speed.md` 3). */
const cellKm = 5;
/** Cells stay few, however far apart the points are. */
const mostAcross = 1024;

/** Cells along one side, and their size in radians. */
function divide(span: number, size: number): { readonly count: number; readonly step: number } {
  const count = Math.min(mostAcross, Math.floor(span / size) + 1);
  return { count, step: Math.max(size, span / count) };
}

/** A grid of points, by counting sort. */
export function buildGrid(points: readonly Point[]): PointGrid {
  const bounds = { south: 90, north: -90, west: 180, east: -180 };
  for (const { lat, lon } of points) {
    bounds.south = Math.min(bounds.south, lat);
    bounds.north = Math.max(bounds.north, lat);
    bounds.west = Math.min(bounds.west, lon);
    bounds.east = Math.max(bounds.east, lon);
  }
  const [south, west] = [bounds.south * radians, bounds.west * radians];
  const side = cellKm / earthRadiusKm;
  const middle = Math.cos(((bounds.south + bounds.north) / 2) * radians);
  const { count: rows, step: height } = divide(Math.max(0, bounds.north * radians - south), side);
  const { count: columns, step: width } = divide(Math.max(0, bounds.east * radians - west), side / Math.max(middle, 0.01));
  const cellOf = ({ lat, lon }: Point) =>
    Math.min(rows - 1, Math.floor((lat * radians - south) / height)) * columns +
    Math.min(columns - 1, Math.floor((lon * radians - west) / width));
  const cells = Int32Array.from(points, cellOf);
  const start = new Int32Array(rows * columns + 1);
  for (const cell of cells) start[cell + 1]! += 1;
  for (let c = 0; c < rows * columns; c++) start[c + 1]! += start[c]!;
  const next = start.slice();
  const [order, vectors, from] = [new Int32Array(points.length), new Float64Array(3 * points.length), unitVectors(points)];
  cells.forEach((cell, i) => {
    const at = next[cell]!++;
    order[at] = i;
    for (let d = 0; d < 3; d++) vectors[3 * at + d] = from[3 * i + d]!;
  });
  return { size: points.length, south, west, height, width, rows, columns, start, order, vectors };
}

/** First and last of the `count` cells that hold some of a stretch, both clamped to the grid. */
const clamped = (low: number, high: number, origin: number, step: number, count: number): readonly [number, number] => [
  Math.max(0, Math.min(count - 1, Math.floor((low - origin) / step))),
  Math.max(0, Math.min(count - 1, Math.floor((high - origin) / step))),
];

/** Rows and columns of cells that may hold points within an angle of a place: the box around a spherical cap. */
function boxAround(grid: PointGrid, { lat, lon }: Point, angle: number) {
  const [phi, lambda] = [lat * radians, lon * radians];
  const [r0, r1] = clamped(phi - angle, phi + angle, grid.south, grid.height, grid.rows);
  // Around a pole, or across the 180th meridian, all longitudes.
  const half = Math.abs(phi) + angle < Math.PI / 2 ? Math.asin(Math.sin(angle) / Math.cos(phi)) : Math.PI;
  const isWhole = lambda - half < -Math.PI || lambda + half > Math.PI;
  const [c0, c1] = isWhole ? [0, grid.columns - 1] : clamped(lambda - half, lambda + half, grid.west, grid.width, grid.columns);
  return { r0, r1, c0, c1 };
}

/** A growing list of pairs. */
interface Found {
  column: Int32Array;
  km: Float64Array;
  count: number;
}

function makeRoom(found: Found, more: number): void {
  const size = Math.max(found.count + more, 2 * found.column.length);
  const { column, km } = found;
  found.column = new Int32Array(size);
  found.km = new Float64Array(size);
  found.column.set(column);
  found.km.set(km);
}

/** The points of a grid within a chord of a vector, added to what was found. */
function addNear(found: Found, grid: PointGrid, place: Point, [x, y, z]: readonly [number, number, number], km: number): void {
  const { vectors, order } = grid;
  const limit = chord2FromKm(km);
  // A hair more, for the box must never be narrower than the chord.
  const { r0, r1, c0, c1 } = boxAround(grid, place, Math.min(Math.PI, (km / earthRadiusKm) * (1 + 1e-9)));
  for (let r = r0; r <= r1; r++) {
    const end = grid.start[r * grid.columns + c1 + 1]!;
    const begin = grid.start[r * grid.columns + c0]!;
    if (found.count + end - begin > found.column.length) makeRoom(found, end - begin);
    const { column, km: lengths } = found;
    let n = found.count;
    for (let k = begin; k < end; k++) {
      const dx = vectors[3 * k]! - x;
      const dy = vectors[3 * k + 1]! - y;
      const dz = vectors[3 * k + 2]! - z;
      const chord2 = dx * dx + dy * dy + dz * dz;
      if (chord2 > limit) continue;
      column[n] = order[k]!;
      lengths[n] = kmFromChord2(chord2);
      n += 1;
    }
    found.count = n;
  }
}

/**
 * Pairs of places (rows, from one rank to another) and points of a grid (columns) within some km of each other, their cost
 * in km; `Infinity`: every pair. The columns of a row are in the order of the grid.
 */
export function pairsNear(places: readonly Point[], grid: PointGrid, km: number, from = 0, to = places.length): Pairs {
  const vectors = unitVectors(places.slice(from, to));
  const start = new Int32Array(to - from + 1);
  const found: Found = { column: new Int32Array(64 * (to - from)), km: new Float64Array(64 * (to - from)), count: 0 };
  for (let i = 0; i < to - from; i++) {
    if (grid.size > 0) addNear(found, grid, places[from + i]!, [vectors[3 * i]!, vectors[3 * i + 1]!, vectors[3 * i + 2]!], km);
    start[i + 1] = found.count;
  }
  return {
    rows: to - from,
    columns: grid.size,
    start,
    column: found.column.subarray(0, found.count),
    cost: found.km.subarray(0, found.count),
  };
}

interface WideInput {
  readonly sites: readonly Point[];
  /** Places, by site. */
  readonly supply: Float64Array;
  readonly communes: PointGrid;
  /** Persons, by commune. */
  readonly demand: Float64Array;
  /** Beyond it nothing weighs. */
  readonly km: number;
  readonly minutesFromKm: (km: number) => number;
  readonly decay: DecayId;
  readonly d0: number;
}

/** Sites whose pairs are held at once: with some hundreds each they stay in the caches of a processor. */
const sliceOfSites = 250;

/**
 * E2SFCA over a land too large for all its pairs to be held: a site's ratio needs its own pairs only, so that sites are
 * taken slice by slice and share out their places as they go. Places per person, by commune.
 */
export function accessOverLand({ sites, supply, communes, demand, km, minutesFromKm, decay, d0 }: WideInput): Float64Array {
  const access = new Float64Array(communes.size);
  // Neighbours one after another: what they look at is still in the caches.
  const { order } = buildGrid(sites);
  const ordered = Array.from(order, (j) => sites[j]!);
  const places = Float64Array.from(order, (j) => supply[j]!);
  for (let from = 0; from < sites.length; from += sliceOfSites) {
    const to = Math.min(sites.length, from + sliceOfSites);
    const pairs = pairsNear(ordered, communes, km, from, to);
    const { cost } = pairs;
    for (let k = 0; k < cost.length; k++) cost[k] = minutesFromKm(cost[k]!);
    addSiteCatchments({ pairs, decay, d0, demand, supplies: [places.subarray(from, to)], access: [access] });
  }
  return access;
}
