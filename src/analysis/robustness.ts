import type { Settings } from '../document/diagnosis';
import type { Thresholds } from '../model/domains';
import type { Sturdiness } from './analysis';

/** Speeds, and thresholds with catchments, of the runs, as factors of those in force (`guide/methods.md` 1.6; 9 in presence mode). */
export const robustnessSpeeds = [0.8, 1, 1.2] as const;
export const robustnessScales = [0.75, 1, 1.25] as const;

export const robustnessRuns = robustnessSpeeds.length * robustnessScales.length;

/**
 * Share of the runs in which a commune is at level 2 or 3. In presence mode that is: its nearest place is farther than
 * the second threshold; at another speed the same place stays the nearest, and only the time beyond the access changes,
 * so that no run has to be computed again.
 */
export function shareOfRuns(
  minutes: number | null,
  [, t2]: Thresholds,
  { accessMinutes }: Pick<Settings, 'accessMinutes'>,
): number {
  if (minutes === null) return 1;
  let far = 0;
  for (const speed of robustnessSpeeds)
    for (const scale of robustnessScales) if (accessMinutes + (minutes - accessMinutes) / speed > scale * t2) far += 1;
  return far / robustnessRuns;
}

/** Robust from 80 % of the runs, sensitive from 20 %, isolated under. */
export const sturdinessOf = (share: number): Sturdiness => (share >= 0.8 ? 'robuste' : share >= 0.2 ? 'sensible' : 'isolee');
