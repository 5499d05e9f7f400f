/** Share of places that are taken; unknown is a class of its own, never zero. */
export const saturationClasses = ['disponible', 'tendue', 'saturee', 'inconnue'] as const;
export type SaturationClass = (typeof saturationClasses)[number];

/** Under 80 %, up to 95 %, above; unknown where no occupancy is stated (`guide/field.md` 4.4, 6). */
export function saturationOf(occupancy: number | undefined): SaturationClass {
  if (occupancy === undefined) return 'inconnue';
  if (occupancy < 0.8) return 'disponible';
  return occupancy <= 0.95 ? 'tendue' : 'saturee';
}

/** A capacity, exact or between bounds. */
export interface Capacity {
  readonly low: number;
  readonly central: number;
  readonly high: number;
}

const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

/** Value under which a share of the values lie, between neighbours in proportion; the values must not be empty. */
export function quantile(values: readonly number[], share: number): number {
  const order = sorted(values);
  const at = share * (order.length - 1);
  const low = Math.floor(at);
  return order[low]! + (at - low) * ((order[low + 1] ?? order[low]!) - order[low]!);
}

/** At least so many capacities must be known for one that is not to be bounded. */
export const fewestKnown = 5;

/**
 * The capacity of a site: exact where stated, else from one place (it exists) to the 90th percentile of those known, the
 * median between; null where fewer than five are known. Access never falls when a capacity grows, so bounds stay exact.
 */
export function capacityOf(places: number | undefined, known: readonly number[]): Capacity | null {
  if (places !== undefined) return { low: places, central: places, high: places };
  if (known.length < fewestKnown) return null;
  return { low: 1, central: quantile(known, 0.5), high: Math.max(1, quantile(known, 0.9)) };
}
