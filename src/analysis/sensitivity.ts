import type { Diagnosis } from '../document/diagnosis';
import type { DomainId } from '../model/domains';
import type { Territory } from '../model/territory';
import { lookAt } from './analyse';
import { congestionInRounds } from './metrics/congestion';
import { decayOf } from './metrics/decay';
import { balancedCatchment, e2sfca, threeStepCatchment } from './metrics/floatingCatchment';
import { sufficientFrom } from './metrics/level';
import { transposed } from './metrics/pairs';
import { spearman } from './metrics/ranks';

/** How another measure of access orders the communes, against E2SFCA. */
export interface MethodReading {
  readonly method: '3sfca' | 'bfca' | 'raam';
  /** Correlation of ranks (Spearman); null where one of the two does not vary. */
  readonly correlation: number | null;
  /** Communes on the other side of two thirds of the mean, each measure over its own mean; null: ranks only. */
  readonly changing: number | null;
  /** Communes compared. */
  readonly communes: number;
}

/** Minutes that weigh as much as the mean congestion, and how near its equilibrium RAAM is taken for a comparison of ranks. */
const tau = 60;
const precision = 1e-3;

/** Side of the line of two thirds of the mean, the mean being weighed by people; null where it is 0. */
function sidesOf(access: Float64Array, demand: Float64Array): readonly boolean[] | null {
  const people = demand.reduce((s, p) => s + p, 0);
  const mean = access.reduce((s, a, i) => s + a * demand[i]!, 0) / people;
  return mean > 0 ? Array.from(access, (a) => a < sufficientFrom * mean) : null;
}

function compare(method: '3sfca' | 'bfca', usual: Float64Array, other: Float64Array, demand: Float64Array): MethodReading {
  const [a, b] = [sidesOf(usual, demand), sidesOf(other, demand)];
  const changing = a && b ? a.filter((side, i) => side !== b[i]).length : null;
  return { method, correlation: spearman(usual, other), changing, communes: usual.length };
}

/**
 * The measures kept for sensitivity (`guide/methods.md` 1.5) against the one in force, for a domain in capacity mode; null
 * in presence mode. RAAM is a cost, compared by rank with its sign turned, where people live and a site is in reach. It
 * stops now and then, for whoever runs it to look at something else.
 */
export function* compareMethods(
  diagnosis: Diagnosis,
  territory: Territory,
  domain: DomainId,
): Generator<void, readonly MethodReading[] | null> {
  const reading = lookAt(diagnosis, territory).readings.find((r) => r.domain === domain);
  const { capacities } = reading?.supply ?? { capacities: null };
  if (!reading?.places || !capacities) return null;
  const d0 = diagnosis.settings.catchments[domain];
  const demand = Float64Array.from(territory.communes, (c) => c.young);
  const supply = Float64Array.from(capacities, (c) => c.central);
  const pairs = transposed(reading.reach.pairs, demand.length, d0);
  const input = { pairs, decay: decayOf(diagnosis.settings.decay, d0), demand, supply };
  const usual = e2sfca(input).access;
  yield;
  const three = compare('3sfca', usual, threeStepCatchment(input).access, demand);
  yield;
  const balanced = compare('bfca', usual, balancedCatchment(input).access, demand);
  const { cost } = yield* congestionInRounds({ pairs, demand, supply, tau }, precision);
  const served = Array.from(cost, (_, i) => i).filter((i) => Number.isFinite(cost[i]!));
  const correlation = spearman(
    served.map((i) => usual[i]!),
    served.map((i) => -cost[i]!),
  );
  return [three, balanced, { method: 'raam', correlation, changing: null, communes: served.length }];
}
