import { describe, expect, test } from 'vitest';
import { pairsOf, transposed } from '../../src/analysis/metrics/pairs';
import { spearman } from '../../src/analysis/metrics/ranks';
import { compareMethods } from '../../src/analysis/sensitivity';
import type { Diagnosis } from '../../src/document/diagnosis';
import { buildTerritory } from '../../src/territory/territory';
import { smallFile } from '../territory/fixture';
import { actor, diagnosisOf, scheme, site } from './fixture';

const land = buildTerritory(smallFile);
const run = (d: Diagnosis) => {
  const steps = compareMethods(d, land, 'logement');
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
};
const housing = (places: readonly (readonly [string, number, string, number])[], d0: number) => {
  const { catchments } = diagnosisOf({}).settings;
  return diagnosisOf(
    {
      actors: places.map(([id]) => actor(`a-${id}`)),
      sites: places.map(([id, lon, commune]) => site(id, lon, commune)),
      schemes: places.map(([id, , , n]) => scheme(id, ['logement'], { places: n })),
    },
    { catchments: { ...catchments, logement: d0 }, decay: 'binaire' },
  );
};

describe('correlation of ranks', () => {
  test('by hand: the same order, the reverse, equals that share their ranks, and what does not vary', () => {
    expect(spearman([1, 2, 9], [10, 20, 21])).toBe(1);
    expect(spearman([1, 2, 9], [3, 2, 1])).toBe(-1);
    // One swap of four: 1 - 6 × 2 / (4 × 15).
    expect(spearman([1, 2, 3, 4], [1, 3, 2, 4])).toBeCloseTo(0.8, 12);
    // Ranks 1.5, 1.5, 3 against 1, 2, 3: 1.5 / √(1.5 × 2).
    expect(spearman([5, 5, 7], [1, 2, 3])).toBeCloseTo(1.5 / Math.sqrt(3), 12);
    expect(spearman([1, 1], [1, 2])).toBeNull();
  });
});

test('pairs turned round keep their costs, within the limit, in the order of the rows', () => {
  const turned = transposed(
    pairsOf(2, 3, (i, j) => 10 * i + j),
    3,
    11,
  );
  expect([...turned.start]).toEqual([0, 2, 4, 5]);
  expect([...turned.column]).toEqual([0, 1, 0, 1, 0]);
  expect([...turned.cost]).toEqual([0, 10, 1, 11, 2]);
});

describe('methods kept for sensitivity', () => {
  test('one site each, nobody has a choice: the three catchments are one', () => {
    // Within 6 min only the commune's own site: Alpha (100 young) and Delta (400), 10 places each.
    const [three, balanced, raam] = run(
      housing(
        [
          ['x', -1.9, '44001', 10],
          ['y', -1.6, '44004', 10],
        ],
        6,
      ),
    )!;
    expect(three).toEqual({ method: '3sfca', correlation: 1, changing: 0, communes: 4 });
    expect(balanced).toMatchObject({ correlation: 1, changing: 0, communes: 4 });
    // Two communes are served: crowding is worse in Delta, where access is lower.
    expect(raam).toEqual({ method: 'raam', correlation: 1, changing: null, communes: 2 });
  });
  test('all within reach of all with the same weight: E2SFCA does not vary, nothing can be ordered', () => {
    const methods = run(
      housing(
        [
          ['x', -1.9, '44001', 10],
          ['y', -1.6, '44004', 10],
        ],
        180,
      ),
    )!;
    expect(methods.slice(0, 2).map((m) => [m.correlation, m.changing])).toEqual([
      [null, 0],
      [null, 0],
    ]);
  });
  test('presence mode has nothing to compare', () => {
    const d = diagnosisOf({ actors: [actor('a-x')], sites: [site('x', -1.9, '44001')], schemes: [scheme('x', ['logement'])] });
    expect(run(d)).toBeNull();
  });
});
