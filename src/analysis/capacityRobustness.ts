import type { Settings } from '../document/diagnosis';
import type { DomainId } from '../model/domains';
import type { DecayId } from '../model/lists';
import type { Commune } from '../model/territory';
import { type AccessBounds, bounds, triedBounds } from './access';
import { addSiteCatchments } from './metrics/floatingCatchment';
import { sufficientFrom } from './metrics/level';
import { mapPairs, type Pairs } from './metrics/pairs';
import { robustnessScales, robustnessSpeeds } from './robustness';
import { type Reach, reachOf, type Supply } from './supply';
import type { Travel } from './travel';

const decays: readonly DecayId[] = ['dai', 'lineaire', 'escalier'];

/** Runs of the grid at one speed and one bound of the capacities: thresholds with d0, decay. */
const variants = robustnessScales.flatMap((scale) => decays.map((decay) => ({ scale, decay })));

/** Runs of the robustness grid in capacity mode: 81. */
export const capacityRuns = robustnessSpeeds.length * variants.length * bounds.length;

/** A domain read in capacity mode, whose robustness is asked for. */
export interface CapacityDomain {
  readonly domain: DomainId;
  readonly communes: readonly Commune[];
  readonly supply: Supply;
  readonly reach: Reach;
  readonly places: AccessBounds;
  readonly reference: number;
  readonly travel: Travel;
  readonly settings: Settings;
}

/** The pairs at another speed: the time beyond the access changes. */
const atSpeed = (pairs: Pairs, factor: number, access: number): Pairs => ({
  ...pairs,
  cost: mapPairs(pairs, (c) => access + Math.max(0, c - access) / factor),
});

/**
 * Share of the runs (speed, thresholds with d0, decay, capacities) in which each commune is at level 2 or 3; A* held. The
 * people that sites reach do not depend on their capacities, so that one pass serves the three bounds. It stops after
 * each pass, for whoever runs it to look at something else.
 */
export function* capacityShares(input: CapacityDomain): Generator<void, Float64Array> {
  const { domain, communes, supply, reach, reference, travel, settings } = input;
  const { accessMinutes } = settings;
  const [d0, t2] = [settings.catchments[domain], settings.thresholds[domain][1]];
  const farthest = accessMinutes + Math.max(...robustnessScales) * d0 * Math.max(...robustnessSpeeds);
  const wide = reachOf(`${domain}:robustesse`, supply, communes, travel, farthest).pairs;
  const demand = Float64Array.from(communes, (c) => c.young);
  const tried = triedBounds(supply.capacities!);
  const supplies = tried.map((bound) => Float64Array.from(supply.capacities!, (c) => c[bound]));
  // Where every capacity is known one run counts for the three bounds.
  const weight = bounds.length / tried.length;
  const counts = new Float64Array(communes.length);
  for (const speed of robustnessSpeeds) {
    const pairs = atSpeed(wide, speed, accessMinutes);
    const times = reach.minutes.map((t) => accessMinutes + (t - accessMinutes) / speed);
    for (const { scale, decay } of variants) {
      const access = tried.map(() => new Float64Array(communes.length));
      addSiteCatchments({ pairs, decay, d0: scale * d0, demand, supplies, access });
      for (const places of access)
        places.forEach((value, i) => {
          if (times[i]! > scale * t2 || value < sufficientFrom * reference) counts[i]! += weight;
        });
      yield;
    }
  }
  return counts.map((n) => n / capacityRuns);
}
