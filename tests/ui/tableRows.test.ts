import { describe, expect, test } from 'vitest';
import { compareValues, windowOf } from '../../src/ui/tableRows';

describe('order of cells', () => {
  test.each([
    [1, 2, false, -1],
    [1, 2, true, 1],
    [null, 2, false, 1],
    [null, 2, true, 1],
    [null, null, false, 0],
    ['Écully', 'Ézy', false, -1],
  ] as const)('%s and %s, descending %s', (a, b, descending, sign) => {
    expect(Math.sign(compareValues(a, b, descending))).toBe(sign);
  });
});

describe('window of a long table', () => {
  test('all rows when short', () => {
    expect(windowOf(12, null, 36)).toEqual({ start: 0, end: 12, before: 0, after: 0 });
  });
  test.each([0, 360, 36 * 900, 36 * 5000])('heights add up at %s px', (scrollTop) => {
    const { start, end, before, after } = windowOf(1000, scrollTop, 36);
    expect(before + (end - start) * 36 + after).toBe(36_000);
    expect(end).toBeLessThanOrEqual(1000);
    expect(end - start).toBe(60);
  });
});
