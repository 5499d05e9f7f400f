import type { Thresholds } from '../../model/domains';
import type { Component, Level } from '../analysis';

/** Access over its reference under which a place is short (2/3, as the official line 2.5/3.8 of « sous-dense »), then very short. */
export const sufficientFrom = 2 / 3;
const veryShortUnder = 1 / 3;

/** Sufficiency component: access over the reference A*. */
export const sufficiencyLevel = (ratio: number): Level => (ratio >= sufficientFrom ? 0 : ratio >= veryShortUnder ? 2 : 3);

/** Distance component: minutes to the nearest site against the three thresholds, inclusive. */
export const distanceLevel = (minutes: number, [t1, t2, t3]: Thresholds): Level =>
  minutes <= t1 ? 0 : minutes <= t2 ? 1 : minutes <= t3 ? 2 : 3;

/** Redundancy component: at most one site within the second threshold. */
export const redundancyLevel = (withinReach: number): Level => (withinReach >= 2 ? 0 : 1);

/**
 * Level: the worst of the distance, redundancy and (in capacity mode, where a ratio is given) sufficiency components, with
 * the one that decides; of equals, distance first, then sufficiency. `guide/methods.md` 1.6.
 */
export function levelFrom(
  minutes: number,
  withinReach: number,
  thresholds: Thresholds,
  ratio: number | null = null,
): { level: Level; component: Component } {
  let found: { level: Level; component: Component } = { level: distanceLevel(minutes, thresholds), component: 'distance' };
  const sufficiency = ratio === null ? 0 : sufficiencyLevel(ratio);
  if (sufficiency > found.level) found = { level: sufficiency, component: 'suffisance' };
  const redundancy = redundancyLevel(withinReach);
  return redundancy > found.level ? { level: redundancy, component: 'redondance' } : found;
}
