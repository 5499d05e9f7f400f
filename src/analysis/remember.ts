/**
 * A function that keeps its last answer for each value of its first argument, and gives it again when the other arguments
 * are the same (objects by identity). For what does not change from one analysis to the next.
 */
export function rememberLast<Slot, Rest extends readonly unknown[], Result>(
  compute: (slot: Slot, ...rest: Rest) => Result,
): (slot: Slot, ...rest: Rest) => Result {
  const last = new Map<Slot, { readonly rest: Rest; readonly result: Result }>();
  return (slot, ...rest) => {
    const known = last.get(slot);
    if (known?.rest.every((value, i) => Object.is(value, rest[i]))) return known.result;
    const result = compute(slot, ...rest);
    last.set(slot, { rest, result });
    return result;
  };
}
