/** One measure of one case: what it is worth against the published value. */
export interface Check {
  readonly case: string;
  readonly measure: string;
  /** Largest error; null when nothing was computed. */
  readonly error: number | null;
  readonly tolerance: string;
  readonly verdict: 'ok' | 'ÉCHEC' | 'à venir' | 'écarté' | 'INCONNU';
  readonly reason?: string;
}

/** What to do with a key: compute it, or say why not. */
export type Measure<C> =
  | ((input: C, key: string) => unknown)
  /** A figure that chance enters: it must be as good, and may be better. */
  | { readonly atLeast: (input: C) => unknown }
  | { readonly later: string }
  | { readonly skip: string };

export interface Tolerance {
  readonly label: string;
  /** Whether an actual number is near enough to the expected one. */
  isNear(actual: number, expected: number): boolean;
}

export const relative = (limit: number, absolute: number): Tolerance => ({
  label: `relatif ${limit}`,
  isNear: (a, e) => (e === 0 ? Math.abs(a) <= absolute : Math.abs(a - e) <= limit * Math.abs(e)),
});
export const absolute = (limit: number): Tolerance => ({ label: `absolu ${limit}`, isNear: (a, e) => Math.abs(a - e) <= limit });
export const exact: Tolerance = { label: 'exact', isNear: (a, e) => a === e };

/** Largest absolute error between two values of the same shape, and whether all of it is near enough. */
export function compare(actual: unknown, expected: unknown, tolerance: Tolerance): { error: number; isNear: boolean } {
  if (typeof expected === 'number') {
    if (typeof actual !== 'number') return { error: Number.POSITIVE_INFINITY, isNear: false };
    return { error: Math.abs(actual - expected), isNear: tolerance.isNear(actual, expected) };
  }
  if (typeof expected !== 'object' || expected === null || typeof actual !== 'object' || actual === null) {
    return actual === expected ? { error: 0, isNear: true } : { error: Number.POSITIVE_INFINITY, isNear: false };
  }
  const keys = new Set([...Object.keys(expected), ...Object.keys(actual)]);
  const parts = [...keys].map((k) =>
    compare((actual as Record<string, unknown>)[k], (expected as Record<string, unknown>)[k], tolerance),
  );
  return { error: Math.max(0, ...parts.map((p) => p.error)), isNear: parts.every((p) => p.isNear) };
}

type Base = Pick<Check, 'case' | 'measure' | 'tolerance'>;

function atLeast(base: Base, actual: unknown, expected: unknown, tolerance: Tolerance): Check {
  const isBetter = typeof actual === 'number' && typeof expected === 'number' && actual > expected;
  const { error, isNear } = compare(isBetter ? expected : actual, expected, tolerance);
  return { ...base, error, verdict: isNear ? 'ok' : 'ÉCHEC' };
}

/** Checks every key of `expected` through a table of measures; a key the table does not know is a failure. */
export function checkAll<C>(
  name: string,
  input: C,
  expected: Readonly<Record<string, unknown>>,
  find: (key: string) => Measure<C> | undefined,
  tolerance: Tolerance,
): Check[] {
  return Object.entries(expected).map(([key, value]): Check => {
    const base = { case: name, measure: key, error: null, tolerance: tolerance.label };
    const measure = find(key);
    if (measure === undefined) return { ...base, verdict: 'INCONNU', reason: 'aucune fonction pour cette clé' };
    if (typeof measure !== 'function') {
      if ('atLeast' in measure) return atLeast(base, measure.atLeast(input), value, tolerance);
      return 'later' in measure
        ? { ...base, verdict: 'à venir', reason: measure.later }
        : { ...base, verdict: 'écarté', reason: measure.skip };
    }
    const { error, isNear } = compare(measure(input, key), value, tolerance);
    return { ...base, error, verdict: isNear ? 'ok' : 'ÉCHEC' };
  });
}
