import { describe, expect, test } from 'vitest';
import { levelStyles, markPath, noDataStyle, palette } from '../../src/figures/levels';
import { domains } from '../../src/model/domains';

const channel = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
const rgb = (hex: string) => [channel(hex, 1), channel(hex, 3), channel(hex, 5)] as const;
const linear = (value: number) => (value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);

/** Relative luminance of WCAG. */
function luminance(hex: string): number {
  const [r, g, b] = rgb(hex).map(linear) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
/** CIE lightness, 0 to 100: what a grey print keeps. */
const lightness = (hex: string) => 116 * Math.cbrt(luminance(hex)) - 16;

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

describe('level colours', () => {
  test.each([...levelStyles, noDataStyle])('the digit of $fill can be read on it', ({ fill, ink }) => {
    expect(contrast(fill, ink)).toBeGreaterThanOrEqual(4.5);
  });
  test('each level is darker than the one before, by what design.md states (13 to 31)', () => {
    const steps = levelStyles.slice(1).map((style, i) => lightness(levelStyles[i]!.fill) - lightness(style.fill));
    for (const step of steps) expect(step).toBeGreaterThanOrEqual(13);
  });
  test('grey values of neighbouring levels differ by at least 15 %', () => {
    const grey = levelStyles.map(({ fill }) => {
      const [r, g, b] = rgb(fill);
      return (100 * (0.299 * r + 0.587 * g + 0.114 * b)) / 255;
    });
    for (const [i, value] of grey.slice(1).entries()) expect(grey[i]! - value).toBeGreaterThanOrEqual(15);
  });
  test('the edge of a circle stands out from the ground and from the palest level', () => {
    for (const ground of [palette.page, palette.panel, levelStyles[0].fill])
      expect(contrast(palette.edge, ground)).toBeGreaterThanOrEqual(3);
  });
  test('each level has its digit', () => {
    expect(levelStyles.map((s) => s.digit)).toEqual(['0', '1', '2', '3']);
  });
});

describe('domain marks', () => {
  const points = (d: string) => [...d.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map((m) => [Number(m[1]), Number(m[2])] as const);
  const area = (d: string) =>
    Math.abs(
      points(d).reduce((sum, [x, y], i, all) => sum + x * all[(i + 1) % all.length]![1] - all[(i + 1) % all.length]![0] * y, 0),
    ) / 2;

  test('no two domains share a shape', () => {
    const paths = domains.map((d) => markPath(d.mark, 0, 0, 5));
    expect(new Set(paths).size).toBe(domains.length);
  });
  test.each(['square', 'triangle', 'diamond', 'cross', 'star'] as const)('a %s covers about the area of the circle', (mark) => {
    const circle = Math.PI * 100;
    expect(area(markPath(mark, 0, 0, 10)) / circle).toBeGreaterThan(0.6);
    expect(area(markPath(mark, 0, 0, 10)) / circle).toBeLessThan(1.35);
  });
  test('a mark is closed and centred', () => {
    expect(markPath('square', 10, 20, 5)).toBe('M5.57 15.57L14.43 15.57L14.43 24.43L5.57 24.43Z');
    expect(markPath('circle', 10, 20, 5)).toBe('M5 20a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z');
  });
});
