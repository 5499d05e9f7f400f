import type { Mesh } from '../model/lists';
import type { Demand, Perimeter, Sector, YoungCount, YoungGroup, YoungPopulation } from '../model/territory';

/** Young people of a group as they are counted, with what tells where. */
export interface Counts {
  readonly group: YoungGroup;
  readonly counts: readonly YoungCount[];
  readonly mesh: Mesh;
  readonly sectors: readonly Sector[];
}

/** What a diagnosis changes of its département's territory. */
export interface Tailoring {
  readonly perimeter?: Perimeter | undefined;
  readonly youngPopulation?: YoungPopulation | undefined;
  readonly counted?: Counts | undefined;
}

/** The parts of a diagnosis that change its territory. */
interface Tailored {
  readonly perimeter?: Perimeter;
  readonly youngPopulation?: YoungPopulation;
  readonly youngCounts?: readonly YoungCount[];
  readonly sectors?: readonly Sector[];
  readonly settings: { readonly demand: Demand; readonly mesh: Mesh };
}

/** What a diagnosis changes of its territory; a count is there only where the settings weigh needs by it. */
export function tailoringOf({ perimeter, youngPopulation, youngCounts = [], sectors = [], settings }: Tailored): Tailoring {
  const { demand, mesh } = settings;
  const counts = youngCounts.filter((c) => c.group === demand);
  return {
    perimeter,
    youngPopulation,
    ...(demand === 'population' || counts.length === 0 ? {} : { counted: { group: demand, counts, mesh, sectors } }),
  };
}

/** Equal for tailorings that make the same territory. */
export const tailoringKey = ({ perimeter, youngPopulation, counted }: Tailoring): string =>
  perimeter || youngPopulation || counted ? JSON.stringify([perimeter, youngPopulation, counted]) : '';
