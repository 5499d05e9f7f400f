import type { UnitReading } from '../analysis/analysis';

/** Units by the number of young people in need over all domains, then by name: the order of the matrix everywhere. */
export function rankedUnits(units: readonly UnitReading[]): UnitReading[] {
  const people = (unit: UnitReading) => Object.values(unit.domains).reduce((sum, d) => sum + d.people, 0);
  return [...units].sort((a, b) => people(b) - people(a) || a.name.localeCompare(b.name, 'fr'));
}
