import type { Analysis } from '../analysis/analysis';
import type { Text } from '../text/fr';

type From = Pick<Analysis, 'youngFrom'>;

/** What a number of young people rests on, in two words: « estimation », « recensement 2022 ». */
export const youngBasis = ({ youngFrom: from }: From, text: Text): string =>
  typeof from === 'string' ? text.analysis.youngBasis[from] : text.analysis.youngBasis.census(from.year ?? null);

/** The same with its producer, and how many communes are estimated for want of a figure. */
export const youngSource = ({ youngFrom: from }: From, text: Text): string =>
  typeof from === 'string'
    ? text.analysis.youngSource[from]
    : text.analysis.youngSource.census(from.source, from.year ?? null, from.lacking);
