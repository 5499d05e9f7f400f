import { markPath, palette } from '../../figures/levels';
import type { DrawnNode, DrawnTie, NetworkModel, TieStyle } from './networkModel';
import type { Spot } from './surface';

const dashes: Readonly<Record<TieStyle, number[]>> = { stated: [], deduced: [1.5, 3], pending: [7, 4] };

/** The two ends of a line and the radii of the marks there, in pixels. */
export interface Ends {
  readonly a: Spot & { readonly r: number };
  readonly b: Spot & { readonly r: number };
}

function stroke(c: CanvasRenderingContext2D, spots: readonly Spot[]): void {
  c.beginPath();
  spots.forEach(({ x, y }, i) => {
    if (i === 0) c.moveTo(x, y);
    else c.lineTo(x, y);
  });
  c.stroke();
}

/** Outlines under the graph. */
export function paintGround(c: CanvasRenderingContext2D, ground: NetworkModel['ground'], at: (spot: Spot) => Spot): void {
  c.globalAlpha = 1;
  c.strokeStyle = palette.hairline;
  c.lineWidth = 1;
  c.setLineDash([]);
  for (const ring of ground ?? [])
    stroke(
      c,
      ring.map(([x, y]) => at({ x, y })),
    );
}

/** The head of an arrow that ends at the edge of a mark. */
function paintArrow(c: CanvasRenderingContext2D, from: Spot, to: Ends['a']): void {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < to.r + 8) return;
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const [x, y] = [to.x - ux * (to.r + 2), to.y - uy * (to.r + 2)];
  c.fillStyle = c.strokeStyle;
  c.beginPath();
  c.moveTo(x, y);
  c.lineTo(x - ux * 7 - uy * 3.5, y - uy * 7 + ux * 3.5);
  c.lineTo(x - ux * 7 + uy * 3.5, y - uy * 7 - ux * 3.5);
  c.closePath();
  c.fill();
}

/** A tie: its dashes tell what it rests on, an arrow where it goes. */
export function paintTie(c: CanvasRenderingContext2D, tie: DrawnTie, { a, b }: Ends, isHovered = false): void {
  const isLit = tie.focused || isHovered;
  c.globalAlpha = tie.faded ? 0.15 : isHovered ? 1 : 0.65;
  c.strokeStyle = isLit ? palette.accent : tie.style === 'deduced' ? palette.deduced : palette.ink;
  c.lineWidth = tie.width * (isLit ? 1.8 : 1);
  c.setLineDash(dashes[tie.style]);
  stroke(c, [a, b]);
  c.setLineDash([]);
  if (tie.towards) paintArrow(c, tie.towards === 'a' ? b : a, tie.towards === 'a' ? a : b);
}

/** The line being drawn from an actor to the pointer. */
export function paintPull(c: CanvasRenderingContext2D, from: Spot, to: Spot): void {
  c.globalAlpha = 1;
  c.strokeStyle = palette.accent;
  c.lineWidth = 2;
  c.setLineDash(dashes.pending);
  stroke(c, [from, to]);
  c.setLineDash([]);
}

interface Look extends Spot {
  readonly r: number;
  readonly isLit: boolean;
  readonly color: string;
}

const unitMarks = new Map<DrawnNode['mark'], Path2D>();

/** The path of a mark a hundred pixels large: its numbers are rounded to the tenth. */
function unitMark(mark: DrawnNode['mark']): Path2D {
  const known = unitMarks.get(mark) ?? new Path2D(markPath(mark, 0, 0, 100));
  unitMarks.set(mark, known);
  return known;
}

type Stamp = Pick<DrawnNode, 'mark' | 'focused' | 'isBody'> & Pick<Look, 'isLit' | 'color' | 'r'>;

function drawMark(c: CanvasRenderingContext2D, { mark, focused, isBody, isLit, color, r }: Stamp): void {
  const path = unitMark(mark);
  const scale = r / 100;
  const line = (style: string, width: number) => {
    c.strokeStyle = style;
    c.lineWidth = width / scale;
    c.stroke(path);
  };
  c.scale(scale, scale);
  c.lineJoin = 'round';
  line(isLit ? palette.accent : '#fff', focused ? 9 : isLit ? 6 : 3);
  if (isLit) line('#fff', 3);
  c.fillStyle = isBody ? '#fff' : color;
  c.fill(path);
  if (isBody) line(color, 2);
}

const stamps = new Map<string, HTMLCanvasElement>();
/** A zoom makes new ones at each step: they are thrown away before they weigh. */
const mostStamps = 400;

/** The picture of a mark: most actors share a few, and a picture is laid down faster than a path is drawn. */
function stampOf(stamp: Stamp, ratio: number): HTMLCanvasElement {
  const key = [stamp.mark, stamp.color, stamp.r.toFixed(1), stamp.isLit, stamp.focused, stamp.isBody, ratio].join();
  const known = stamps.get(key);
  if (known) return known;
  if (stamps.size >= mostStamps) stamps.clear();
  const canvas = document.createElement('canvas');
  const side = 2 * halfOf(stamp.r);
  canvas.width = Math.ceil(side * ratio);
  canvas.height = canvas.width;
  const c = canvas.getContext('2d')!;
  c.setTransform(ratio, 0, 0, ratio, (side / 2) * ratio, (side / 2) * ratio);
  drawMark(c, stamp);
  stamps.set(key, canvas);
  return canvas;
}

/** Half the side of a mark's picture: the widest mark with its ring. */
const halfOf = (r: number): number => Math.ceil(r * 1.4 + 6);

/** The mark of an actor, ringed where it is lit; of a body that is no actor, hollow. */
export function paintMark(c: CanvasRenderingContext2D, node: DrawnNode, { x, y, r, isLit, color }: Look): void {
  const { mark, focused, isBody } = node;
  const picture = stampOf({ mark, focused, isBody, isLit, color, r }, window.devicePixelRatio || 1);
  const half = halfOf(r);
  c.drawImage(picture, x - half, y - half, 2 * half, 2 * half);
}

/** Pixels from a place to the segment between two others. */
export function distanceToSegment({ x, y }: Spot, a: Spot, b: Spot): number {
  const length = (b.x - a.x) ** 2 + (b.y - a.y) ** 2;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - a.x) * (b.x - a.x) + (y - a.y) * (b.y - a.y)) / length));
  return Math.hypot(x - a.x - t * (b.x - a.x), y - a.y - t * (b.y - a.y));
}
