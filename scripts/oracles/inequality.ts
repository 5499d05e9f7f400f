import { inequality, theilByGroup } from '../../src/analysis/metrics/inequality';
import { fgt, shortfall } from '../../src/analysis/metrics/poverty';
import { absolute, type Check, checkAll, type Measure, relative } from './compare';

interface InequalityCase {
  readonly id: string;
  readonly access: readonly number[];
  readonly population: readonly number[];
  readonly group: readonly string[] | null;
  readonly expected: Readonly<Record<string, unknown>>;
}

const line = (c: InequalityCase): number => c.expected['fgt_poverty_line'] as number;
const fgtOf =
  (alpha: 0 | 1 | 2): Measure<InequalityCase> =>
  (c) =>
    fgt(c.access, c.population, line(c), alpha);

const measures: Readonly<Record<string, Measure<InequalityCase>>> = {
  gini: (c) => inequality(c.access, c.population).gini,
  theil_T: (c) => inequality(c.access, c.population).theil,
  hoover: (c) => inequality(c.access, c.population).hoover,
  mean: (c) => inequality(c.access, c.population).mean,
  theil_between: (c) => theilByGroup(c.access, c.population, c.group!)?.between,
  theil_within: (c) => theilByGroup(c.access, c.population, c.group!)?.within,
  fgt0: fgtOf(0),
  fgt1: fgtOf(1),
  fgt2: fgtOf(2),
  fgt_poverty_line: { skip: 'donnée du cas' },
  fgt1_by_group_contribution: (c) => {
    const total = c.population.reduce((s, p) => s + p, 0);
    return Object.fromEntries(
      [...new Set(c.group)].map((g) => {
        const own = c.population.map((p, i) => (c.group![i] === g ? p : 0));
        const share = own.reduce((s, p) => s + p, 0) / total;
        return [g, share * (fgt(c.access, own, line(c), 1) ?? 0)];
      }),
    );
  },
  sum_pop_times_shortfall: (c) => shortfall(c.access, c.population, line(c)),
};

/** inequality.json: Gini, Theil and its parts, Hoover, FGT, shortfall. */
export function checkInequality(content: { readonly cases: readonly InequalityCase[] }): Check[] {
  return content.cases.flatMap((c) => {
    const small = Object.fromEntries(Object.entries(c.expected).filter(([key]) => key !== 'sum_pop_times_shortfall'));
    const large = Object.fromEntries(Object.entries(c.expected).filter(([key]) => key === 'sum_pop_times_shortfall'));
    return [
      ...checkAll(c.id, c, small, (key) => measures[key], absolute(1e-10)),
      ...checkAll(c.id, c, large, (key) => measures[key], relative(1e-10, 0)),
    ];
  });
}
