/** Either a value or a fault that can be shown; the pure folders never throw for a bad input. */
export type Result<T, F = string> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: F };

/** Wraps a value as a success. */
export const success = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

/** Wraps a fault as a failure. */
export const failure = <F>(fault: F): { readonly ok: false; readonly fault: F } => ({ ok: false, fault });
