/** How often a field agrees: m between two records of the same thing, u between records of two different things. */
export interface AgreementRates {
  readonly m: number;
  readonly u: number;
}

/**
 * Weight of one field in bits: log2(m / u) when it agrees, log2((1 - m) / (1 - u)) when it does not, 0 when it is
 * missing on one side (null). Fellegi & Sunter 1969, doi:10.1080/01621459.1969.10501049.
 */
export function fieldWeight({ m, u }: AgreementRates, agrees: boolean | null): number {
  if (agrees === null) return 0;
  return agrees ? Math.log2(m / u) : Math.log2((1 - m) / (1 - u));
}

/** Prior log-odds plus the weights of the fields, in bits. `prior`: share of the pairs that are the same thing. */
export const totalWeight = (prior: number, weights: readonly number[]): number =>
  Math.log2(prior / (1 - prior)) + weights.reduce((sum, w) => sum + w, 0);

/** Probability that the two records are the same, from the total in bits: 2^M / (1 + 2^M). */
export const probabilityOf = (total: number): number => 1 / (1 + 2 ** -total);
