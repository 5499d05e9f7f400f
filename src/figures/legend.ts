import { textWidth, wrapText } from './fontWidths';
import { palette } from './levels';
import type { SceneItem } from './scene';

export interface LegendEntry {
  /** Drawn in a box of `keyWidth` × 10 whose top left corner is given. */
  readonly key: (x: number, y: number) => SceneItem[];
  readonly label: string;
  /** Second, muted part of the line. */
  readonly detail?: string;
}

export const legendSize = 7.8;
const lineHeight = 11;
const keyWidth = 22;

export const plainText = (
  x: number,
  y: number,
  text: string,
  options: Partial<Extract<SceneItem, { kind: 'text' }>> = {},
): Extract<SceneItem, { kind: 'text' }> => ({
  kind: 'text',
  x,
  y,
  text,
  size: legendSize,
  weight: 400,
  color: palette.ink,
  anchor: 'start',
  ...options,
});

/** A titled column of legend entries; texts wrap inside the width. Returns its items and the height it takes. */
export function legendColumn(
  title: string,
  entries: readonly LegendEntry[],
  at: { x: number; y: number; width: number },
): { items: SceneItem[]; height: number } {
  const items: SceneItem[] = [plainText(at.x, at.y + 8, title, { weight: 600 })];
  let y = at.y + 15;
  for (const entry of entries) {
    items.push(...entry.key(at.x, y));
    const textX = at.x + keyWidth + 5;
    const room = at.width - keyWidth - 5;
    const lines = wrapText(entry.label, room, legendSize);
    lines.forEach((line, i) => {
      items.push(plainText(textX, y + 7.8 + i * 9.4, line));
    });
    let rows = lines.length;
    if (entry.detail) {
      const used = textWidth(`${lines.at(-1) ?? ''}  `, legendSize);
      const fits = used + textWidth(entry.detail, legendSize) <= room;
      const details = fits ? [entry.detail] : wrapText(entry.detail, room, legendSize);
      details.forEach((line, i) => {
        const down = fits ? lines.length - 1 : lines.length + i;
        items.push(plainText(fits ? textX + used : textX, y + 7.8 + down * 9.4, line, { color: palette.muted }));
      });
      if (!fits) rows += details.length;
    }
    y += lineHeight + 2.6 + (rows - 1) * 9.4;
  }
  return { items, height: y - at.y };
}

/** Lines of small muted text; returns items and height. */
export function noteLines(
  text: string,
  at: { x: number; y: number; width: number },
  size = 7.4,
): { items: SceneItem[]; height: number } {
  const lines = wrapText(text, at.width, size);
  return {
    items: lines.map((line, i) => plainText(at.x, at.y + size + i * (size + 2.2), line, { size, color: palette.muted })),
    height: lines.length * (size + 2.2) + 2,
  };
}

/** Height that a drawing leaves free at its top for the stamp. */
export const stampHeight = 20;

/** The word « illustration » in a frame, its top right corner at (x, y). */
export function stampItems(word: string, x: number, y: number): SceneItem[] {
  const width = textWidth(word, 8.5, 600) + 14;
  return [
    {
      kind: 'rect',
      x: x - width,
      y,
      width,
      height: 15,
      radius: 3,
      fill: palette.page,
      stroke: palette.accent,
      strokeWidth: 0.8,
    },
    plainText(x - width / 2, y + 10.4, word, { size: 8.5, weight: 600, color: palette.accent, anchor: 'middle' }),
  ];
}
