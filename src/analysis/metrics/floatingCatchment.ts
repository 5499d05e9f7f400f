import type { DecayId } from '../../model/lists';
import { type Decay, putWeights } from './decay';
import { mapPairs, type Pairs, sumColumns, sumRows } from './pairs';

export interface CatchmentInput {
  readonly pairs: Pairs;
  readonly decay: Decay;
  /** Persons, by row. */
  readonly demand: ArrayLike<number>;
  /** Places, by column; 0: the site does not exist. */
  readonly supply: ArrayLike<number>;
}

export interface Catchment {
  /** Places per person of each row; 0 where no supply is reached. */
  readonly access: Float64Array;
  /** Places per weighted person reached, by column; 0 where nobody is. */
  readonly ratio: Float64Array;
  /** Weighted persons reached, by column. */
  readonly reached: Float64Array;
}

/** Places per weighted person reached, by site; 0 where nobody is. */
const ratios = (supply: ArrayLike<number>, demand: Float64Array): Float64Array =>
  demand.map((d, j) => (d > 0 ? supply[j]! / d : 0));

/**
 * Enhanced two-step floating catchment area: R_j = S_j / Σ_i w_ij P_i, A_i = Σ_j w_ij R_j (Luo & Qi 2009,
 * doi 10.1016/j.healthplace.2009.06.002); with binary weights it is 2SFCA (Luo & Wang 2003, doi 10.1068/b29120).
 */
export function e2sfca({ pairs, decay, demand, supply }: CatchmentInput): Catchment {
  const weights = mapPairs(pairs, decay);
  const reached = sumColumns(pairs, weights, demand);
  const ratio = ratios(supply, reached);
  return { access: sumRows(pairs, weights, ratio), ratio, reached };
}

export interface SiteCatchmentInput {
  /** Places of supply are rows, places of demand columns. */
  readonly pairs: Pairs;
  readonly decay: DecayId;
  readonly d0: number;
  /** Persons, by column. */
  readonly demand: Float64Array;
  /** Places by row: several cases, that reach the same people. */
  readonly supplies: readonly ArrayLike<number>[];
  /** Places per person by column, one for each case: what is found is added to it. */
  readonly access: readonly Float64Array[];
}

/** `e2sfca` site by site, in one pass that keeps the weights of one site only: a site shares out as soon as it has reached. */
export function addSiteCatchments({ pairs, decay, d0, demand, supplies, access }: SiteCatchmentInput): void {
  const { rows, start, column, cost } = pairs;
  const weights = new Float64Array(demand.length);
  for (let j = 0; j < rows; j++) {
    const begin = start[j]!;
    const end = start[j + 1]!;
    putWeights(weights, cost.subarray(begin, end), decay, d0);
    let reached = 0;
    for (let k = begin; k < end; k++) reached += weights[k - begin]! * demand[column[k]!]!;
    if (reached === 0) continue;
    for (let n = 0; n < supplies.length; n++) {
      const ratio = supplies[n]![j]! / reached;
      const sums = access[n]!;
      for (let k = begin; k < end; k++) sums[column[k]!]! += weights[k - begin]! * ratio;
    }
  }
}

/** Share of each row's weights that each of its pairs has: 0 for a row without weight. */
function sharesOfRows(pairs: Pairs, weights: Float64Array): Float64Array {
  const totals = sumRows(pairs, weights, new Float64Array(pairs.columns).fill(1));
  const shares = new Float64Array(weights.length);
  for (let i = 0; i < pairs.rows; i++) {
    const total = totals[i]!;
    for (let k = pairs.start[i]!; k < pairs.start[i + 1]!; k++) shares[k] = total > 0 ? weights[k]! / total : 0;
  }
  return shares;
}

/**
 * Three-step floating catchment area: people choose among sites in proportion to the weights, G_ij = w_ij / Σ_h w_ih,
 * and both steps use G_ij w_ij (Wan, Zou & Sternberg 2012, doi 10.1080/13658816.2011.624987). `choice`: weights of the
 * choice where they are cut otherwise than those of the steps.
 */
export function threeStepCatchment(input: CatchmentInput, choice: Decay = input.decay): Catchment {
  const { pairs, demand, supply } = input;
  const shares = sharesOfRows(pairs, mapPairs(pairs, choice));
  const weights = mapPairs(pairs, input.decay).map((w, k) => w * shares[k]!);
  const reached = sumColumns(pairs, weights, demand);
  const ratio = ratios(supply, reached);
  return { access: sumRows(pairs, weights, ratio), ratio, reached };
}

/**
 * Balanced floating catchment area: demand is shared out among sites and levels of service among places, so that nobody
 * is counted twice: a_ij = w_ij / Σ_j w_ij, b_ij = w_ij / Σ_i w_ij (Páez, Higgins & Vivona 2019).
 */
export function balancedCatchment({ pairs, decay, demand, supply }: CatchmentInput): Catchment {
  const weights = mapPairs(pairs, decay);
  const reached = sumColumns(pairs, sharesOfRows(pairs, weights), demand);
  const ratio = ratios(supply, reached);
  const totals = sumColumns(pairs, weights, new Float64Array(pairs.rows).fill(1));
  const shared = ratio.map((r, j) => (totals[j]! > 0 ? r / totals[j]! : 0));
  return { access: sumRows(pairs, weights, shared), ratio, reached };
}
