import type { Thresholds } from '../../model/domains';
import type { Component, Level } from '../analysis';

/**
 * Level in presence mode: the worse of the distance component (minutes against the three thresholds) and the
 * redundancy component (at most one site within the second threshold). `guide/methods.md` 1.6.
 */
export function levelFrom(
  minutes: number,
  withinReach: number,
  [t1, t2, t3]: Thresholds,
): { level: Level; component: Component } {
  const distance: Level = minutes <= t1 ? 0 : minutes <= t2 ? 1 : minutes <= t3 ? 2 : 3;
  const redundancy: Level = withinReach >= 2 ? 0 : 1;
  return redundancy > distance ? { level: redundancy, component: 'redondance' } : { level: distance, component: 'distance' };
}
