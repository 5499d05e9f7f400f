import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { capacityOf, quantile, saturationOf } from '../../src/analysis/metrics/capacity';
import { congestion } from '../../src/analysis/metrics/congestion';
import { binary, dai, decayOf, gaussian, linear, steps } from '../../src/analysis/metrics/decay';
import { balancedCatchment, e2sfca, threeStepCatchment } from '../../src/analysis/metrics/floatingCatchment';
import { inequality, theilByGroup } from '../../src/analysis/metrics/inequality';
import { levelFrom } from '../../src/analysis/metrics/level';
import { pairsOf } from '../../src/analysis/metrics/pairs';
import { fgt, shortfall } from '../../src/analysis/metrics/poverty';
import { catchmentRatio, placesPerThousand } from '../../src/analysis/metrics/ratio';
import { decayIds } from '../../src/model/lists';

const far = Number.POSITIVE_INFINITY;
const problem = (costs: readonly (readonly number[])[]) => pairsOf(costs.length, costs[0]!.length, (i, j) => costs[i]![j]!);

describe('decay', () => {
  test('1 at no cost, nothing beyond the end, never rising', () => {
    for (const id of decayIds) {
      const w = decayOf(id, 30);
      expect([w(0), w(30.001)]).toEqual([1, 0]);
      for (let c = 1; c <= 40; c++) expect(w(c)).toBeLessThanOrEqual(w(c - 1));
    }
  });
  test('values that can be computed by hand', () => {
    expect(dai(30)(15)).toBeCloseTo(0.7013665732, 9);
    expect(dai(30)(30)).toBe(0);
    expect(linear(40)(10)).toBe(0.75);
    expect([binary(30)(30), binary(30)(30.01)]).toEqual([1, 0]);
    expect(steps([10, 20], [1, 0.5])(10)).toBe(1);
    expect(steps([10, 20], [1, 0.5], true)(10)).toBe(0.5);
    expect(gaussian(10, 60)(10)).toBeCloseTo(Math.exp(-0.5), 12);
  });
});

describe('floating catchments', () => {
  /** Two communes of 100 and 300; a site of 8 places that both reach, one of 3 that the second reaches. */
  const pairs = problem([
    [10, far],
    [20, 5],
  ]);
  const demand = [100, 300];
  const supply = [8, 3];
  test('2SFCA by hand: 8/400 for both, and 3/300 more for the second', () => {
    const { access, ratio, reached } = e2sfca({ pairs, decay: binary(30), demand, supply });
    expect([...reached]).toEqual([400, 300]);
    expect([...ratio]).toEqual([0.02, 0.01]);
    expect([...access]).toEqual([0.02, 0.03]);
  });
  test('decay weighs both steps', () => {
    const { access } = e2sfca({ pairs, decay: linear(40), demand, supply });
    const [r1, r2] = [8 / (0.75 * 100 + 0.5 * 300), 3 / (0.875 * 300)];
    expect(access[0]).toBeCloseTo(0.75 * r1, 12);
    expect(access[1]).toBeCloseTo(0.5 * r1 + 0.875 * r2, 12);
  });
  test('three steps and balanced: one site each way is the plain ratio', () => {
    const alone = problem([[10]]);
    for (const method of [threeStepCatchment, balancedCatchment])
      expect(method({ pairs: alone, decay: binary(30), demand: [50], supply: [5] }).access[0]).toBeCloseTo(0.1, 12);
  });
  test('nobody reached, nothing reached: zeros, no infinity', () => {
    const { access, ratio } = e2sfca({ pairs: problem([[far, 5]]), decay: binary(30), demand: [0], supply: [5, 5] });
    expect([[...access], [...ratio]]).toEqual([[0], [0, 0]]);
  });
  test('ratios of an area and of a catchment', () => {
    expect(placesPerThousand([3, 7], [1500, 500])).toBe(5);
    expect(placesPerThousand([3], [0])).toBeNull();
    const between = problem([
      [0, 15],
      [15, 0],
    ]);
    expect([...catchmentRatio(pairs, between, 12, { demand, supply })]).toEqual([8 / 100, 3 / 300]);
  });
});

const amount = fc.integer({ min: 0, max: 500 });
const cost = fc.oneof(
  { arbitrary: fc.double({ min: 0, max: 80, noNaN: true }), weight: 4 },
  { arbitrary: fc.constant(far), weight: 1 },
);
const cases = fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 6 })).chain(([n, m]) =>
  fc.record({
    costs: fc.array(fc.array(cost, { minLength: m, maxLength: m }), { minLength: n, maxLength: n }),
    demand: fc.array(amount, { minLength: n, maxLength: n }),
    supply: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: m, maxLength: m }),
    decay: fc.constantFrom(...decayIds),
  }),
);
const close = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).every((x, i) => Math.abs(x - b[i]!) <= 1e-9 * Math.max(1, Math.abs(b[i]!)));

describe('properties of E2SFCA (guide/methods.md 1.3)', () => {
  const run = (c: { costs: number[][]; demand: number[]; supply: number[]; decay: (typeof decayIds)[number] }, d0 = 40) =>
    e2sfca({ pairs: problem(c.costs), decay: decayOf(c.decay, d0), demand: c.demand, supply: c.supply });
  test('supply that reaches somebody is conserved', () => {
    fc.assert(
      fc.property(cases, (c) => {
        const { access, reached } = run(c);
        const given = access.reduce((s, a, i) => s + a * c.demand[i]!, 0);
        const reachedSupply = c.supply.reduce((s, places, j) => s + (reached[j]! > 0 ? places : 0), 0);
        return Math.abs(given - reachedSupply) <= 1e-9 * Math.max(1, reachedSupply);
      }),
    );
  });
  test('linear and never falling in every capacity', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 40 }), (c, at, more) => {
        const j = at % c.supply.length;
        const base = run(c).access;
        const once = run({ ...c, supply: c.supply.map((s, k) => (k === j ? s + more : s)) }).access;
        const twice = run({ ...c, supply: c.supply.map((s, k) => (k === j ? s + 2 * more : s)) }).access;
        const isLinear = close(
          twice.map((a, i) => a - base[i]!),
          once.map((a, i) => 2 * (a - base[i]!)),
        );
        return isLinear && once.every((a, i) => a >= base[i]! - 1e-15);
      }),
    );
  });
  test('twice the people halve it; minutes and d0 scaled together change nothing', () => {
    fc.assert(
      fc.property(cases, (c) => {
        const base = run(c).access;
        const doubled = run({ ...c, demand: c.demand.map((p) => 2 * p) }).access;
        const scaled = run({ ...c, costs: c.costs.map((r) => r.map((x) => 2 * x)) }, 80).access;
        return (
          close(
            doubled.map((a) => 2 * a),
            base,
          ) && close(scaled, base)
        );
      }),
    );
  });
  test('the order of sites changes nothing, nor does a site without places', () => {
    fc.assert(
      fc.property(cases, (c) => {
        const base = run(c).access;
        const turned = run({ ...c, costs: c.costs.map((r) => [...r].reverse()), supply: [...c.supply].reverse() }).access;
        const padded = run({ ...c, costs: c.costs.map((r) => [...r, 1]), supply: [...c.supply, 0] }).access;
        return close(turned, base) && close(padded, base);
      }),
    );
  });
});

describe('congestion', () => {
  test('two equal sites at equal times share people equally', () => {
    const found = congestion({ pairs: problem([[10, 10]]), demand: [100], supply: [5, 5], tau: 60 });
    expect([...found.load].map((l) => Math.round(l))).toEqual([50, 50]);
    expect(found.cost[0]).toBeCloseTo(10 / 60 + 0.5 / 0.5, 9);
  });
});

describe('inequality and shortfall', () => {
  test('by hand', () => {
    expect(inequality([0, 1], [1, 1])).toEqual({ gini: 0.5, theil: Math.log(2), hoover: 0.5, mean: 0.5 });
    expect(inequality([4, 4], [1, 9])).toEqual({ gini: 0, theil: 0, hoover: 0, mean: 4 });
    expect(inequality([0, 0], [1, 1]).gini).toBeNull();
    expect(inequality([], []).mean).toBeNull();
    expect(fgt([1, 3], [10, 30], 2, 0)).toBe(0.25);
    expect(fgt([1, 3], [10, 30], 2, 1)).toBe(0.125);
    expect(fgt([1], [0], 2, 0)).toBeNull();
    expect(shortfall([0.01, 0.05], [100, 100], 0.03)).toBeCloseTo(2, 12);
  });
  test('parts of Theil add up to the whole', () => {
    const row = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 90 }), fc.constantFrom('a', 'b', 'c'));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (rows) => {
        const [values, people, groups] = [rows.map((r) => r[0]), rows.map((r) => r[1]), rows.map((r) => r[2])];
        const whole = inequality(values, people).theil;
        const parts = theilByGroup(values, people, groups);
        return whole === null ? parts === null : Math.abs(parts!.between + parts!.within - whole) < 1e-9;
      }),
    );
  });
});

describe('capacities', () => {
  test('stated: exact; else from one place to the ninth decile of five known; else none', () => {
    expect(capacityOf(12, [])).toEqual({ low: 12, central: 12, high: 12 });
    expect(capacityOf(undefined, [10, 20, 30, 40])).toBeNull();
    expect(capacityOf(undefined, [50, 10, 20, 30, 40])).toEqual({ low: 1, central: 30, high: 46 });
    expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
  });
  test('saturation', () => {
    expect([undefined, 0.5, 0.8, 0.95, 0.96].map(saturationOf)).toEqual([
      'inconnue',
      'disponible',
      'tendue',
      'tendue',
      'saturee',
    ]);
  });
});

describe('level with sufficiency', () => {
  test.each([
    [10, 2, null, 0, 'distance'],
    [10, 2, 0.7, 0, 'distance'],
    [10, 2, 2 / 3, 0, 'distance'],
    [10, 2, 0.5, 2, 'suffisance'],
    [10, 2, 0.2, 3, 'suffisance'],
    [40, 2, 0.5, 2, 'distance'],
    [10, 1, 0.9, 1, 'redondance'],
    [99, 0, 0, 3, 'distance'],
  ] as const)('%s min, %s sites, ratio %s', (minutes, within, ratio, level, component) => {
    expect(levelFrom(minutes, within, [20, 30, 45], ratio)).toEqual({ level, component });
  });
});
