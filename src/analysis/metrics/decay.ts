import type { DecayId } from '../../model/lists';

/** Weight of a place of supply at a cost (minutes); 0 means out of reach. Every one is 0 beyond its own last threshold. */
export type Decay = (cost: number) => number;

const tail = Math.exp(-0.5);
const perUnit = 1 / (1 - tail);

/** (exp(-(c/d0)²/2) - exp(-1/2)) / (1 - exp(-1/2)): 1 at no cost, 0 at d0, no cliff (Dai 2010). */
export const dai = (d0: number): Decay => {
  const perSquare = -0.5 / (d0 * d0);
  return (c) => (c > d0 ? 0 : (Math.exp(perSquare * c * c) - tail) * perUnit);
};

/** 1 - c/d0. */
export const linear =
  (d0: number): Decay =>
  (c) =>
    c > d0 ? 0 : 1 - c / d0;

/** 1 up to d0, inclusive. */
export const binary =
  (d0: number): Decay =>
  (c) =>
    c > d0 ? 0 : 1;

/** exp(-c²/2σ²), not normalised, cut at `limit`. */
export const gaussian =
  (sigma: number, limit: number): Decay =>
  (c) =>
    c > limit ? 0 : Math.exp(-(c * c) / (2 * sigma * sigma));

/** Weight of the first bound that the cost does not exceed; `strict`: that it does not reach. */
export const steps =
  (bounds: readonly number[], weights: readonly number[], strict = false): Decay =>
  (c) => {
    for (let n = 0; n < bounds.length; n++) if (c < bounds[n]! || (!strict && c === bounds[n]!)) return weights[n]!;
    return 0;
  };

/** (c/scale)^alpha, at least `least`, cut at `limit`. */
export const gravity =
  (scale: number, alpha: number, limit: number, least = 0): Decay =>
  (c) =>
    c > limit ? 0 : Math.max(least, (c / scale) ** alpha);

/** The decays offered, by catchment d0; the steps are those of Luo & Qi (2009, slow decay) in thirds of d0. */
export const decayOf = (id: DecayId, d0: number): Decay => {
  switch (id) {
    case 'dai':
      return dai(d0);
    case 'lineaire':
      return linear(d0);
    case 'escalier':
      return steps([d0 / 3, (2 * d0) / 3, d0], [1, 0.68, 0.22]);
    case 'binaire':
      return binary(d0);
  }
};

/** Weights of a stretch of costs: a loop for the usual decay, for calling a function at each pair takes twice the time. */
export function putWeights(weights: Float64Array, costs: Float64Array, id: DecayId, d0: number): void {
  if (id === 'dai') {
    const perSquare = -0.5 / (d0 * d0);
    for (let k = 0; k < costs.length; k++) {
      const c = costs[k]!;
      weights[k] = c > d0 ? 0 : (Math.exp(perSquare * c * c) - tail) * perUnit;
    }
    return;
  }
  const decay = decayOf(id, d0);
  for (let k = 0; k < costs.length; k++) weights[k] = decay(costs[k]!);
}
