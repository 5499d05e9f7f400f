import type { Thresholds } from '../model/domains';

/** One threshold changed; the others give way so that the three stay in order. */
export function withThreshold(now: Thresholds, at: 0 | 1 | 2, value: number): Thresholds {
  const moved = (i: 0 | 1 | 2) => (i === at ? value : i < at ? Math.min(now[i], value) : Math.max(now[i], value));
  return [moved(0), moved(1), moved(2)];
}
