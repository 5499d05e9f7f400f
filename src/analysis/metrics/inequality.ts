/** Inequality of a value (access) over places weighed by people; null where it means nothing (`guide/methods.md` 1.7). */
export interface Inequality {
  readonly gini: number | null;
  /** Theil's T. */
  readonly theil: number | null;
  /** Share of the value that would have to move for all to have the mean (Hoover). */
  readonly hoover: number | null;
  /** Mean weighed by people; null where there is nobody. */
  readonly mean: number | null;
}

interface Weighed {
  readonly value: number;
  /** Share of all people. */
  readonly share: number;
}

function weigh(values: ArrayLike<number>, people: ArrayLike<number>): Weighed[] {
  let total = 0;
  for (let i = 0; i < people.length; i++) total += people[i]!;
  const all: Weighed[] = [];
  for (let i = 0; i < people.length; i++) if (people[i]! > 0) all.push({ value: values[i]!, share: people[i]! / total });
  return all;
}

const meanOf = (all: readonly Weighed[]): number => all.reduce((s, w) => s + w.share * w.value, 0);

/** 1 - Σ p_i (L_i + L_{i-1}), L the cumulated share of the value in ascending order. */
function giniOf(all: readonly Weighed[], mean: number): number {
  let [before, area] = [0, 0];
  for (const { value, share } of [...all].sort((a, b) => a.value - b.value)) {
    const after = before + (share * value) / mean;
    area += share * (before + after);
    before = after;
  }
  return 1 - area;
}

const theilOf = (all: readonly Weighed[], mean: number): number =>
  all.reduce((s, { value, share }) => s + (value === 0 ? 0 : share * (value / mean) * Math.log(value / mean)), 0);

/** Gini, Theil and Hoover of values weighed by people; people of 0 are left out, a mean of 0 gives nulls. */
export function inequality(values: ArrayLike<number>, people: ArrayLike<number>): Inequality {
  const all = weigh(values, people);
  if (all.length === 0) return { gini: null, theil: null, hoover: null, mean: null };
  const mean = meanOf(all);
  if (mean === 0) return { gini: null, theil: null, hoover: null, mean };
  return {
    // Rounding must not make a perfect equality slightly negative.
    gini: Math.max(0, giniOf(all, mean)),
    theil: Math.max(0, theilOf(all, mean)),
    hoover: all.reduce((s, { value, share }) => s + (share * Math.abs(value / mean - 1)) / 2, 0),
    mean,
  };
}

/** Theil's T between groups and within them: they add up to the whole. Null where the mean is 0 or nobody lives. */
export function theilByGroup(
  values: ArrayLike<number>,
  people: ArrayLike<number>,
  groups: readonly string[],
): { readonly between: number; readonly within: number } | null {
  const all = weigh(values, people);
  const mean = all.length === 0 ? 0 : meanOf(all);
  if (mean === 0) return null;
  const kept = groups.filter((_, i) => people[i]! > 0);
  const byGroup = new Map<string, Weighed[]>();
  all.forEach((w, i) => {
    byGroup.set(kept[i]!, [...(byGroup.get(kept[i]!) ?? []), w]);
  });
  let [between, within] = [0, 0];
  for (const members of byGroup.values()) {
    const share = members.reduce((s, w) => s + w.share, 0);
    const own = members.map((w) => ({ value: w.value, share: w.share / share }));
    const ownMean = meanOf(own);
    if (ownMean === 0) continue;
    between += share * (ownMean / mean) * Math.log(ownMean / mean);
    within += share * (ownMean / mean) * theilOf(own, ownMean);
  }
  return { between, within };
}
