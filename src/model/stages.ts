import type { Scheme } from './inventory';
import { baseOf } from './lists';

/** Stages of the way out of child welfare (`guide/field.md` 4.2): preparation, young adults in care, the exit itself, after. */
export const stages = ['16-18', '18-21', 'sortie', '21-25'] as const;
export type Stage = (typeof stages)[number];

/** Ages of a stage, both ends included, in whole years. */
const ages = { '16-18': [16, 17], '18-21': [18, 20], '21-25': [21, 25] } as const satisfies Partial<
  Record<Stage, readonly [number, number]>
>;

/**
 * Stages that a scheme serves, by the ages it states; the exit where it is meant for ASE too and its ages, where stated,
 * hold 18 to 21. None where it states neither: unknown, not "all".
 */
export function stagesOf(scheme: Pick<Scheme, 'ageMin' | 'ageMax' | 'dedication' | 'publics'>): readonly Stage[] {
  const { ageMin, ageMax, dedication, publics } = scheme;
  const hasAges = ageMin !== undefined || ageMax !== undefined;
  const meets = ([from, to]: readonly [number, number]) => (ageMin ?? 0) <= to && (ageMax ?? Number.POSITIVE_INFINITY) >= from;
  const isForLeavers = dedication === 'ase' || (publics?.some((p) => baseOf(p) === 'ase') ?? false);
  return stages.filter((s) => (s === 'sortie' ? isForLeavers && (!hasAges || meets([18, 21])) : hasAges && meets(ages[s])));
}
