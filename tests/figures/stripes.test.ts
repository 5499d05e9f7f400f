import { describe, expect, test } from 'vitest';
import { circleRing, stripesIn } from '../../src/figures/stripes';

const square = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
] as const;

describe('stripes', () => {
  test('oblique segments inside a square, on one grid', () => {
    expect(stripesIn([square], 10)).toBe('M0 10L10 0');
    expect(stripesIn([square], 5)).toBe('M0 5L5 0M0 10L10 0M5 10L10 5');
  });
  test('a hole is left out', () => {
    const hole = [
      [4, 4],
      [6, 4],
      [6, 6],
      [4, 6],
    ] as const;
    expect(stripesIn([square, hole], 10)).toBe('M0 10L4 6M6 4L10 0');
  });
  test('nothing for nothing; inside a circle for a circle', () => {
    expect(stripesIn([], 5)).toBe('');
    const numbers = stripesIn([circleRing(50, 50, 10)], 4)
      .match(/-?[\d.]+/g)!
      .map(Number);
    expect(numbers.every((n) => n >= 39.9 && n <= 60.1)).toBe(true);
  });
});
