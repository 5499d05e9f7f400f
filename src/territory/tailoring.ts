import type { Perimeter, YoungPopulation } from '../model/territory';

/** What a diagnosis changes of its département's territory. */
export interface Tailoring {
  readonly perimeter?: Perimeter | undefined;
  readonly youngPopulation?: YoungPopulation | undefined;
}

/** Equal for tailorings that make the same territory. */
export const tailoringKey = ({ perimeter, youngPopulation }: Tailoring): string =>
  perimeter || youngPopulation ? JSON.stringify([perimeter, youngPopulation]) : '';
