import type { Analysis } from '../analysis/analysis';

/** How the whole is called: « Département entier » (the words given), or the name of the perimeter that is part of it. */
export const wholeName = ({ whole, departement }: Pick<Analysis, 'whole' | 'departement'>, words: string): string =>
  whole.code === departement ? words : whole.name;
