import type { NetworkNode } from '../analysis/analysis';
import type { Rectangle } from './labels';

export interface Place {
  readonly x: number;
  readonly y: number;
}

interface Movable {
  readonly id: string;
  readonly r: number;
  x: number;
  y: number;
}

/** A connected part of the network and the box where it is drawn. */
export interface ComponentPlace {
  readonly ids: readonly string[];
  readonly box: Rectangle;
  readonly small: boolean;
}

/** Beyond this many actors the drawing is a texture: pushing marks apart would cost more than it shows. */
const mostPushed = 700;
const smallSize = { width: 80, height: 60 };
/** A part is small up to this many actors; more than four large ones would leave each too narrow. */
const smallPart = 12;
/** Weight of the order among the others in a position: spreads a dense centre, calls outliers back. */
const evenness = 0.6;

/** Ids of the linked actors by connected part, largest first. */
function partsOf(nodes: readonly NetworkNode[], positions: ReadonlyMap<string, Place>): string[][] {
  const parts = new Map<number, string[]>();
  for (const node of nodes)
    if (positions.has(node.id)) parts.set(node.component, [...(parts.get(node.component) ?? []), node.id]);
  return [...parts].sort((a, b) => b[1].length - a[1].length || a[0] - b[0]).map(([, ids]) => ids);
}

/** The largest parts above, in widths by their size; small ones in rows below. */
export function arrangeComponents(
  nodes: readonly NetworkNode[],
  positions: ReadonlyMap<string, Place>,
  box: Rectangle,
): ComponentPlace[] {
  const [left, top, right, bottom] = box;
  const parts = partsOf(nodes, positions);
  const isSmall = (ids: readonly string[], i: number) => i > 0 && (ids.length <= smallPart || i > 3);
  const large = parts.filter((ids, i) => !isSmall(ids, i));
  const small = parts.filter(isSmall);
  const perRow = Math.max(1, Math.floor((right - left) / smallSize.width));
  const rows = Math.ceil(small.length / perRow);
  // When very many parts are small, their rows shrink rather than push the network out of the page.
  const rowHeight = Math.min(smallSize.height, ((bottom - top) * 0.45) / Math.max(1, rows));
  const split = bottom - rows * rowHeight;
  const total = large.reduce((sum, ids) => sum + Math.sqrt(ids.length), 0);
  const out: ComponentPlace[] = [];
  let x = left;
  for (const ids of large) {
    const width = ((right - left) * Math.sqrt(ids.length)) / total;
    out.push({ ids, box: [x, top, x + width, split], small: false });
    x += width;
  }
  const cell = (right - left) / perRow;
  small.forEach((ids, i) => {
    const cx = left + (i % perRow) * cell;
    const cy = split + Math.floor(i / perRow) * rowHeight;
    out.push({ ids, box: [cx, cy, cx + cell, cy + rowHeight], small: true });
  });
  return out;
}

/** Maps values onto from..to, partly by their size and partly by their rank; the middle when they are all equal. */
function spread(values: readonly number[], from: number, to: number): (value: number) => number {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  const rank = new Map(sorted.map((value, i) => [value, i / Math.max(1, sorted.length - 1)]));
  const [min = 0] = sorted;
  const span = (sorted.at(-1) ?? 0) - min;
  const even = values.length > smallPart ? evenness : 0;
  return (value) => {
    if (span < 1e-9) return (from + to) / 2;
    return from + ((1 - even) * ((value - min) / span) + even * (rank.get(value) ?? 0)) * (to - from);
  };
}

/** Positions of one part spread over its box, width and height each on its own scale. */
function fitPart(part: ComponentPlace, positions: ReadonlyMap<string, Place>, radius: (id: string) => number): Movable[] {
  const [left, top, right, bottom] = part.box;
  const margin = part.small ? { x: 14, top: 8, bottom: 26 } : { x: 44, top: 22, bottom: 16 };
  const points = part.ids.map((id) => ({ id, r: radius(id), x: positions.get(id)?.x ?? 0, y: positions.get(id)?.y ?? 0 }));
  const toX = spread(
    points.map((p) => p.x),
    left + margin.x,
    right - margin.x,
  );
  const toY = spread(
    points.map((p) => p.y),
    top + margin.top,
    bottom - margin.bottom,
  );
  return points.map((p) => ({ ...p, x: toX(p.x), y: toY(p.y) }));
}

/** Moves two marks apart by half of what they overlap; in a fixed direction when they lie on one another. */
function separate(a: Movable, b: Movable, gap: number): boolean {
  const wanted = a.r + b.r + gap;
  let dx = b.x - a.x;
  let dy = b.y - a.y;
  const distance = Math.hypot(dx, dy);
  if (distance >= wanted) return false;
  if (distance < 0.01) {
    dx = 1;
    dy = 0.4;
  }
  const push = (wanted - distance) / 2 / Math.max(0.01, Math.hypot(dx, dy));
  a.x -= dx * push;
  a.y -= dy * push;
  b.x += dx * push;
  b.y += dy * push;
  return true;
}

/** Moves marks apart within a box, in place; too many are left as they are. */
export function pushApart(points: Movable[], [left, top, right, bottom]: Rectangle, gap: number): void {
  if (points.length > mostPushed) return;
  for (let step = 0; step < 120; step += 1) {
    let moved = false;
    points.forEach((a, i) => {
      for (let k = i + 1; k < points.length; k += 1) moved = separate(a, points[k] as Movable, gap) || moved;
    });
    for (const p of points) {
      p.x = Math.min(right - p.r - 2, Math.max(left + p.r + 2, p.x));
      p.y = Math.min(bottom - p.r - 2, Math.max(top + p.r + 2, p.y));
    }
    if (!moved) return;
  }
}

/**
 * Where each linked actor is drawn: every connected part fills its own box (a small part would otherwise fly off and
 * crush the large one), and marks do not cover one another.
 */
export function placeNodes(
  parts: readonly ComponentPlace[],
  positions: ReadonlyMap<string, Place>,
  radius: (id: string) => number,
): ReadonlyMap<string, Place> {
  const out = new Map<string, Place>();
  for (const part of parts) {
    const points = fitPart(part, positions, radius);
    const inner: Rectangle = part.small ? [part.box[0], part.box[1], part.box[2], part.box[3] - 20] : part.box;
    pushApart(points, inner, part.small ? 3 : 2.5);
    for (const { id, x, y } of points) out.set(id, { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 });
  }
  return out;
}
