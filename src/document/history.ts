/** Past, present and future of a document; whole documents that share their records. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** Key of the last step: the next step with the same key joins it (a slider is one step). */
  readonly key: string | null;
}

/** A history with nothing to undo. */
export const start = <T>(present: T): History<T> => ({ past: [], present, future: [], key: null });

/** Adds a step; a step with the same non-null key as the last one replaces its result. */
export function push<T>(h: History<T>, next: T, key: string | null = null): History<T> {
  if (next === h.present) return h;
  const joins = key !== null && key === h.key && h.past.length > 0;
  return { past: joins ? h.past : [...h.past, h.present], present: next, future: [], key };
}

export const canUndo = (h: History<unknown>): boolean => h.past.length > 0;
export const canRedo = (h: History<unknown>): boolean => h.future.length > 0;

/** One step back; the same history when there is none. */
export function undo<T>(h: History<T>): History<T> {
  const present = h.past.at(-1);
  if (present === undefined) return h;
  return { past: h.past.slice(0, -1), present, future: [h.present, ...h.future], key: null };
}

/** One step forward; the same history when there is none. */
export function redo<T>(h: History<T>): History<T> {
  const [present, ...future] = h.future;
  if (present === undefined) return h;
  return { past: [...h.past, h.present], present, future, key: null };
}
