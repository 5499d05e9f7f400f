import { mapPairs, type Pairs, sumRows } from './pairs';

const sum = (values: ArrayLike<number>): number => {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
};

/** Places per thousand people of an area; null where nobody lives. Blind to what lies beyond its border. */
export function placesPerThousand(supply: ArrayLike<number>, demand: ArrayLike<number>): number | null {
  const people = sum(demand);
  return people === 0 ? null : (1000 * sum(supply)) / people;
}

/**
 * Places within a threshold over people within it, by row (Huff 1963; Joseph & Bantock 1982): needs the costs between
 * places of demand. 0 where nobody or nothing is within.
 */
export function catchmentRatio(
  toSupply: Pairs,
  toDemand: Pairs,
  threshold: number,
  values: { readonly demand: ArrayLike<number>; readonly supply: ArrayLike<number> },
): Float64Array {
  const isWithin = (cost: number) => (cost <= threshold ? 1 : 0);
  const places = sumRows(toSupply, mapPairs(toSupply, isWithin), values.supply);
  const people = sumRows(toDemand, mapPairs(toDemand, isWithin), values.demand);
  return places.map((p, i) => (people[i]! > 0 ? p / people[i]! : 0));
}
