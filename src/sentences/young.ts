import type { Analysis } from '../analysis/analysis';
import type { CountedYoung } from '../model/territory';
import type { Text } from '../text/fr';

type From = Pick<Analysis, 'youngFrom'>;

/** The counts that needs are weighed by; null: they are weighed by the general population. */
export const countedYoung = ({ youngFrom: from }: From): CountedYoung | null =>
  typeof from !== 'string' && 'group' in from ? from : null;

/** Who the young people are: « jeunes de 18 à 24 ans », « jeunes suivis par l'ASE »; `short` for columns. */
export const youngWho = (from: From, text: Text): Text['analysis']['youngWho']['population'] =>
  text.analysis.youngWho[countedYoung(from)?.group ?? 'population'];

/** What a number of young people rests on, in two words: « population générale, estimation », « nombre entré, 2025 ». */
export function youngBasis({ youngFrom: from }: From, text: Text): string {
  const words = text.analysis.youngBasis;
  if (typeof from === 'string') return words[from];
  return 'group' in from ? words.counted(from.ages, from.years) : words.census(from.year ?? null);
}

/** The same with its producer, and how many communes are estimated for want of a figure. */
export function youngSource({ youngFrom: from }: From, text: Text): string {
  const words = text.analysis.youngSource;
  if (typeof from === 'string') return words[from];
  return 'group' in from ? words.counted(from.ages, from.years) : words.census(from.source, from.year ?? null, from.lacking);
}

/**
 * A number of young people as it may leave in a file: of a counted group, rounded to five so that no total gives a small
 * number back, and null under five.
 */
export function toldYoung(people: number, from: From): number | null {
  if (countedYoung(from) === null || people === 0) return people;
  return people < 5 ? null : Math.round(people / 5) * 5;
}
