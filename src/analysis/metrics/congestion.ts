import type { Pairs } from './pairs';

/** RAAM (Saxon & Snow, doi 10.1080/24694452.2019.1629870) at its exact equilibrium. */
export interface Congestion {
  /** min_j (t_ij / τ + L_j / (ρ S_j)) by row: 1 is the mean congestion without travel; NaN where nobody lives or nothing is reached. */
  readonly cost: Float64Array;
  /** People by column. */
  readonly load: Float64Array;
  /** Demand over supply. */
  readonly rho: number;
}

interface CongestionInput {
  readonly pairs: Pairs;
  readonly demand: ArrayLike<number>;
  readonly supply: ArrayLike<number>;
  /** Minutes that weigh as much as the mean congestion. */
  readonly tau: number;
}

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((s, v) => s + v, 0);

/** Shares one row's people among its sites so that none of them could do better; `base`: costs without them, `slope` = ρ S. */
function shareOut(people: number, base: readonly number[], slope: readonly number[]): number[] {
  const order = base.map((_, k) => k).sort((a, b) => base[a]! - base[b]!);
  let [slopes, weighed, level] = [0, 0, Number.POSITIVE_INFINITY];
  for (const k of order) {
    if (base[k]! >= level) break;
    slopes += slope[k]!;
    weighed += slope[k]! * base[k]!;
    level = (people + weighed) / slopes;
  }
  return base.map((b, k) => slope[k]! * Math.max(0, level - b));
}

/**
 * Everybody goes where travel and crowding together cost least: the Wardrop equilibrium, the minimum of
 * Σ x_ij t_ij/τ + Σ L_j²/(2 ρ S_j), by block coordinate descent until no flow moves by more than `precision` of the largest
 * demand. It stops after each round, for whoever runs it to look at something else.
 */
export function* congestionInRounds(
  { pairs, demand, supply, tau }: CongestionInput,
  precision: number,
): Generator<void, Congestion> {
  const rho = sum(demand) / sum(supply);
  const load = new Float64Array(pairs.columns);
  const rows = Array.from({ length: pairs.rows }, (_, i) => {
    const keys = [];
    for (let k = pairs.start[i]!; k < pairs.start[i + 1]!; k++) if (supply[pairs.column[k]!]! > 0) keys.push(k);
    return { people: demand[i]!, keys, flow: keys.map(() => 0) };
  });
  const baseOf = (k: number) => pairs.cost[k]! / tau + load[pairs.column[k]!]! / (rho * supply[pairs.column[k]!]!);
  const slopeOf = (k: number) => rho * supply[pairs.column[k]!]!;
  const enough = precision * Math.max(0, ...Array.from(demand));
  for (let round = 0; round < 100_000; round++) {
    let moved = 0;
    for (const row of rows) {
      if (row.people === 0 || row.keys.length === 0) continue;
      row.keys.forEach((k, n) => {
        load[pairs.column[k]!]! -= row.flow[n]!;
      });
      const flow = shareOut(row.people, row.keys.map(baseOf), row.keys.map(slopeOf));
      row.keys.forEach((k, n) => {
        load[pairs.column[k]!]! += flow[n]!;
        moved = Math.max(moved, Math.abs(flow[n]! - row.flow[n]!));
      });
      row.flow = flow;
    }
    if (moved <= enough) break;
    yield;
  }
  const cost = Float64Array.from(rows, (row) =>
    row.people === 0 || row.keys.length === 0 ? Number.NaN : Math.min(...row.keys.map(baseOf)),
  );
  return { cost, load, rho };
}

/** The same at once, until no flow moves by more than 1e-10 of the largest demand. */
export function congestion(input: CongestionInput): Congestion {
  const rounds = congestionInRounds(input, 1e-10);
  for (;;) {
    const { done, value } = rounds.next();
    if (done) return value;
  }
}
