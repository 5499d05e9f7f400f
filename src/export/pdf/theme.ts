import { palette } from '../../figures/levels';
import type { Report } from '../../report/report';

export type FontName = 'regular' | 'semibold' | 'italic';

/** A page in points, and the box of its text. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** Longest line of running text: about 95 characters. */
  readonly measure: number;
  /** Where the cover's title stands, and its size. */
  readonly coverTop: number;
  readonly coverTitle: number;
  /** Header and footer, from the edges. */
  readonly head: number;
  readonly foot: number;
}

const a4: Sheet = {
  ...{ width: 595.28, height: 841.89, top: 66, bottom: 64, left: 56, right: 56, measure: 483.28 },
  ...{ coverTop: 220, coverTitle: 32, head: 32, foot: 42 },
};

/** A lying page is low: less white above and below. */
const lying = { top: 56, bottom: 48, head: 28, foot: 34, coverTop: 130 };

/** A4 upright, A4 lying, and the A5 of the booklet. */
export const sheets: Readonly<Record<NonNullable<Report['meta']['sheet']> | 'a4', Sheet>> = {
  a4,
  'a4-paysage': { ...a4, width: a4.height, height: a4.width, ...lying },
  a5: {
    ...{ width: 419.53, height: 595.28, top: 52, bottom: 52, left: 38, right: 38, measure: 343.53 },
    ...{ coverTop: 150, coverTitle: 24, head: 24, foot: 34 },
  },
};

export interface TextStyle {
  readonly font: FontName;
  readonly size: number;
  readonly lineHeight: number;
  readonly color: string;
  /** Space under the block. */
  readonly after: number;
}

const style = (font: FontName, size: number, lineHeight: number, color: string, after: number): TextStyle => ({
  font,
  size,
  lineHeight,
  color,
  after,
});

export const styles = {
  coverTitle: style('semibold', 32, 38, palette.ink, 8),
  coverSubtitle: style('regular', 16, 22, palette.muted, 26),
  coverMeta: style('semibold', 11, 16, palette.accent, 4),
  heading1: style('semibold', 20, 26, palette.ink, 10),
  heading2: style('semibold', 13, 18, palette.ink, 5),
  heading3: style('semibold', 11, 15, palette.accent, 4),
  body: style('regular', 10, 14.4, palette.ink, 7),
  list: style('regular', 10, 14.4, palette.ink, 4),
  smallList: style('regular', 9, 12.4, palette.ink, 4),
  ficheList: style('regular', 8.2, 10.8, palette.ink, 3),
  notice: style('regular', 9, 12.8, palette.ink, 3),
  caption: style('semibold', 9.5, 13, palette.ink, 5),
  source: style('regular', 8, 10.8, palette.muted, 12),
  cell: style('regular', 8.4, 11, palette.ink, 0),
  compactCell: style('regular', 8, 10, palette.ink, 0),
  figureValue: style('semibold', 19, 24, palette.accent, 0),
  figureLabel: style('semibold', 9, 12, palette.ink, 1),
  chrome: style('regular', 8, 10, palette.muted, 0),
} as const;
