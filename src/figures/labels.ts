import { textWidth } from './fontWidths';
import { palette } from './levels';
import type { SceneItem } from './scene';

/** Left, top, right, bottom. */
export type Rectangle = readonly [number, number, number, number];

export interface LabelRequest {
  /** One line each. */
  readonly lines: readonly string[];
  /** What the label names: centre and half-size. */
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly size: number;
  readonly weight: 400 | 600;
  /** Must be read, even over marks of lesser weight. */
  readonly required?: boolean;
}

type TextItem = Extract<SceneItem, { kind: 'text' }>;

interface Candidate {
  readonly items: readonly TextItem[];
  readonly boxes: readonly Rectangle[];
}

export const overlaps = (a: Rectangle, b: Rectangle): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

/** Box of a text set at a baseline point. */
export function textBox(item: Extract<SceneItem, { kind: 'text' }>): Rectangle {
  const width = textWidth(item.text, item.size, item.weight);
  let left = item.x;
  if (item.anchor === 'middle') left -= width / 2;
  if (item.anchor === 'end') left -= width;
  return [left, item.y - item.size * 0.78, left + width, item.y + item.size * 0.24];
}

/** Right, left, above, below, then the four corners: the order in which a place is tried. */
const places = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [0.8, -0.8],
  [-0.8, -0.8],
  [0.8, 0.8],
  [-0.8, 0.8],
] as const;

const round = (value: number): number => Math.round(value * 100) / 100;

function candidate(request: LabelRequest, [dx, dy]: readonly [number, number]): Candidate {
  const { lines, size, r } = request;
  const leading = size * 1.08;
  const gap = r + 2;
  const extra = ((lines.length - 1) * leading) / 2;
  // Centre of the block of lines, then the baseline of its first line.
  const centre = request.y + dy * (gap + size * 0.45 + extra) + (dy === 1 ? 1 : 0);
  const first = centre - extra + size * 0.3;
  let anchor: TextItem['anchor'] = 'middle';
  if (dx > 0) anchor = 'start';
  if (dx < 0) anchor = 'end';
  const items = lines.map(
    (text, i): TextItem => ({
      kind: 'text',
      x: round(request.x + dx * gap),
      y: round(first + i * leading),
      text,
      size,
      weight: request.weight,
      color: palette.ink,
      anchor,
      halo: palette.page,
    }),
  );
  return { items, boxes: items.map(textBox) };
}

const crossings = (boxes: readonly Rectangle[], others: readonly Rectangle[]): number =>
  boxes.reduce((sum, box) => sum + others.filter((other) => overlaps(box, other)).length, 0);

/** First place clear of everything; for a label that must be read, else the place over the fewest marks. */
function findPlace(
  request: LabelRequest,
  frame: Rectangle,
  labels: readonly Rectangle[],
  marks: readonly Rectangle[],
): Candidate | null {
  let best: Candidate | null = null;
  let fewest = request.required ? Number.POSITIVE_INFINITY : 1;
  for (const place of places) {
    const found = candidate(request, place);
    const inside = found.boxes.every((b) => b[0] >= frame[0] && b[1] >= frame[1] && b[2] <= frame[2] && b[3] <= frame[3]);
    if (!inside || crossings(found.boxes, labels) > 0) continue;
    const over = crossings(found.boxes, marks);
    if (over >= fewest) continue;
    best = found;
    fewest = over;
    if (over === 0) break;
  }
  return best;
}

/**
 * Labels placed greedily in the order given, each beside what it names, inside the frame, clear of one another and of
 * the marks; a label without a free place is left out, unless it must be read: then it may cover marks.
 */
export function placeLabels(requests: readonly LabelRequest[], frame: Rectangle, marks: readonly Rectangle[]): SceneItem[] {
  const labels: Rectangle[] = [];
  const items: SceneItem[] = [];
  for (const request of requests) {
    const found = findPlace(request, frame, labels, marks);
    if (!found) continue;
    labels.push(...found.boxes);
    items.push(...found.items);
  }
  return items;
}
