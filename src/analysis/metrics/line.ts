import { quantile } from './capacity';

/** A line y = intercept + slope × x by least squares, and how well it fits. */
export interface FittedLine {
  readonly intercept: number;
  readonly slope: number;
  readonly points: number;
  /** Share of the variance explained; 1 where y does not vary. */
  readonly r2: number;
  /** Median of the absolute errors, in the unit of y. */
  readonly medianError: number;
}

/** Least squares through points; at least two distinct x, or the slope is 0. */
export function fitLine(x: readonly number[], y: readonly number[]): FittedLine {
  const n = x.length;
  const mean = (values: readonly number[]) => values.reduce((s, v) => s + v, 0) / n;
  const [mx, my] = [mean(x), mean(y)];
  const sxx = x.reduce((s, v) => s + (v - mx) ** 2, 0);
  const sxy = x.reduce((s, v, i) => s + (v - mx) * (y[i]! - my), 0);
  const syy = y.reduce((s, v) => s + (v - my) ** 2, 0);
  const slope = sxx === 0 ? 0 : sxy / sxx;
  const intercept = my - slope * mx;
  const errors = x.map((v, i) => Math.abs(y[i]! - intercept - slope * v));
  const left = errors.reduce((s, e) => s + e * e, 0);
  return { intercept, slope, points: n, r2: syy === 0 ? 1 : 1 - left / syy, medianError: quantile(errors, 0.5) };
}
