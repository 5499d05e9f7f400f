import type { Analysis } from '../../analysis/analysis';
import { hashOf } from '../../model/identity';
import type { MultiPolygon, Territory } from '../../model/territory';
import type { Line } from './mapModel';

const keyOf = (p: readonly [number, number]): string => `${p[0].toFixed(5)},${p[1].toFixed(5)}`;

const edgesOf = (cell: MultiPolygon): Line[] =>
  cell.flat().flatMap((ring) => ring.slice(1).map((point, i): Line => [ring[i]!, point]));

/** Edges shared by cells of two different units. */
export function meshLines(cells: readonly MultiPolygon[], unitOf: (index: number) => string): Line[] {
  const owners = new Map<string, string>();
  const lines: Line[] = [];
  cells.forEach((cell, index) => {
    const unit = unitOf(index);
    for (const edge of edgesOf(cell)) {
      const key = edge.map(keyOf).sort().join('|');
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, unit);
      else if (owner !== unit) lines.push(edge);
    }
  });
  return lines;
}

/** Edges of some cells that no two of them share: the outline of the group. */
export function outlineOf(cells: readonly MultiPolygon[]): Line[] {
  const edges = new Map<string, Line | null>();
  for (const edge of cells.flatMap(edgesOf)) {
    const key = edge.map(keyOf).sort().join('|');
    edges.set(key, edges.has(key) ? null : edge);
  }
  return [...edges.values()].filter((e) => e !== null);
}

/** Which commune is in which unit: two cuts of the user's own bear the same mesh name. */
export const meshKey = (analysis: Analysis): string => hashOf(analysis.communes.map((c) => c.unitCode).join());

const grounds = new WeakMap<Territory, Map<string, readonly Line[]>>();

/** Borders between the units of the mesh, made once for a territory and a mesh. */
export function groundOf(territory: Territory, analysis: Analysis): readonly Line[] {
  const byMesh = grounds.get(territory) ?? new Map<string, readonly Line[]>();
  grounds.set(territory, byMesh);
  const mesh = meshKey(analysis);
  const known = byMesh.get(mesh);
  if (known) return known;
  const lines = meshLines(territory.cells, (i) => analysis.communes[i]?.unitCode ?? '');
  byMesh.set(mesh, lines);
  return lines;
}
