import type { YoungCount } from '../model/territory';

/** Under this a number could point at somebody: it is neither printed nor exported. */
const fewest = 5;

const isFew = ({ people }: YoungCount): boolean => people > 0 && people < fewest;

/**
 * Counts that must not leave: those under five and, where only one part of a total that is told is hidden, the next
 * smallest part too, so that a subtraction gives nothing back. `wholeCode`: unit of the totals.
 */
export function hiddenCounts(counts: readonly YoungCount[], wholeCode: string): ReadonlySet<YoungCount> {
  const hidden = new Set(counts.filter(isFew));
  for (const total of counts) {
    if (total.unitCode !== wholeCode || hidden.has(total)) continue;
    const parts = counts.filter((c) => c.group === total.group && c !== total);
    if (parts.filter((c) => hidden.has(c)).length !== 1) continue;
    const [next] = parts.filter((c) => !hidden.has(c) && c.people > 0).sort((a, b) => a.people - b.people);
    if (next) hidden.add(next);
  }
  return hidden;
}
