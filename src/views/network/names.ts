import { palette } from '../../figures/levels';
import type { DrawnNode } from './networkModel';

/** A node where it stands on the screen, in pixels. */
export interface Standing {
  readonly node: DrawnNode;
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const height = 14;
const meets = (a: Box, b: Box): boolean => a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

/** Below, above, right, left of a mark, inside the frame. */
function spotsFor({ x, y, r }: Standing, width: number, frameWidth: number): readonly Box[] {
  const gap = r + 3;
  const at = (left: number, top: number): Box => {
    const inside = Math.max(2, Math.min(frameWidth - width - 2, left));
    return { left: inside, right: inside + width, top, bottom: top + height };
  };
  const half = width / 2;
  return [at(x - half, y + gap), at(x - half, y - gap - height), at(x + gap + 2, y - 7), at(x - gap - 2 - width, y - 7)];
}

/**
 * Names beside their marks: never over one another, and over a mark only for those that must be read. `all`: every
 * name that finds room, not only the named ones.
 */
export function drawNames(
  c: CanvasRenderingContext2D,
  nodes: readonly Standing[],
  frame: { readonly width: number; readonly all: boolean },
): void {
  c.globalAlpha = 1;
  const marks = nodes.map(({ x, y, r }): Box => ({ left: x - r, right: x + r, top: y - r, bottom: y + r }));
  const taken: Box[] = [];
  const isFree = (spot: Box, boxes: readonly Box[]) => !boxes.some((b) => meets(spot, b));
  const wanted = nodes
    .filter(({ node }) => !node.faded && (node.named || frame.all))
    .sort(
      (a, b) =>
        Number(b.node.focused) - Number(a.node.focused) ||
        Number(b.node.named) - Number(a.node.named) ||
        b.node.degree - a.node.degree,
    );
  for (const standing of wanted) {
    const { node } = standing;
    const words = shorten(node.name, node.focused ? 60 : 32);
    c.font = `${node.focused ? 600 : 400} 12px "Maillage Sans", sans-serif`;
    const spots = spotsFor(standing, widthOf(c, words), frame.width);
    const unread = spots.filter((s) => isFree(s, taken));
    const free =
      unread.find((s) => isFree(s, marks)) ?? (node.named ? unread[0] : undefined) ?? (node.focused ? spots[0] : undefined);
    if (!free) continue;
    taken.push(free);
    const picture = namePicture(words, c.font, free.right - free.left);
    // On whole pixels of the screen, or letters would be blurred.
    const ratio = window.devicePixelRatio || 1;
    const whole = (v: number) => Math.round((v - halo) * ratio) / ratio;
    c.drawImage(picture, whole(free.left), whole(free.top), picture.width / ratio, picture.height / ratio);
  }
}

const halo = 4;
const pictures = new Map<string, HTMLCanvasElement>();
const mostPictures = 400;

/** A name with its halo, drawn once: strokes of text cost more than all else in a frame. */
function namePicture(words: string, font: string, width: number): HTMLCanvasElement {
  const ratio = window.devicePixelRatio || 1;
  const key = [font, ratio, words].join('\n');
  const known = pictures.get(key);
  if (known) return known;
  if (pictures.size >= mostPictures) pictures.clear();
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil((width + 2 * halo) * ratio);
  canvas.height = Math.ceil((height + 2 * halo) * ratio);
  const c = canvas.getContext('2d')!;
  c.scale(ratio, ratio);
  c.font = font;
  c.textBaseline = 'top';
  c.lineJoin = 'round';
  c.strokeStyle = '#fff';
  c.lineWidth = 4;
  c.strokeText(words, halo, halo);
  c.fillStyle = palette.ink;
  c.fillText(words, halo, halo);
  pictures.set(key, canvas);
  return canvas;
}

const widths = new Map<string, number>();

/** Width of words in the font in force; measured once. */
function widthOf(c: CanvasRenderingContext2D, words: string): number {
  const key = `${c.font}\n${words}`;
  const known = widths.get(key) ?? c.measureText(words).width;
  widths.set(key, known);
  return known;
}

/** A name cut at a word, with an ellipsis. */
export function shorten(name: string, length: number): string {
  if (name.length <= length) return name;
  const cut = name.slice(0, length);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > length / 2 ? space : length).replace(/[\s,;:.(-]+$/, '')}…`;
}
