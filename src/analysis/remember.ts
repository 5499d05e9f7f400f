/** Whose answers are being kept; '': those of the main analysis. */
let desk = '';

/**
 * What a function gives, the answers remembered on its way kept apart under a name: what is compared does not take the
 * place of what the main analysis keeps. For what is computed at once: nothing may be awaited inside.
 */
export function keptApart<Result>(name: string, compute: () => Result): Result {
  const before = desk;
  desk = name;
  try {
    return compute();
  } finally {
    desk = before;
  }
}

/**
 * A function that keeps its last answer for each value of its first argument, and gives it again when the other arguments
 * are the same (objects by identity). For what does not change from one analysis to the next. One answer each is kept for
 * whatever is computed apart, and serves all.
 */
export function rememberLast<Slot, Rest extends readonly unknown[], Result>(
  compute: (slot: Slot, ...rest: Rest) => Result,
): (slot: Slot, ...rest: Rest) => Result {
  const desks = new Map<string, Map<Slot, { readonly rest: Rest; readonly result: Result }>>();
  const find = (slot: Slot, rest: Rest) => {
    for (const kept of desks.values()) {
      const known = kept.get(slot);
      if (known?.rest.every((value, i) => Object.is(value, rest[i]))) return known;
    }
    return null;
  };
  return (slot, ...rest) => {
    const known = find(slot, rest);
    const asked = desk;
    const answer = known ?? { rest, result: compute(slot, ...rest) };
    const mine = desks.get(asked) ?? new Map<Slot, typeof answer>();
    desks.set(asked, mine.set(slot, answer));
    return answer.result;
  };
}
