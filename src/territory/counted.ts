import { type Sector, sectorCode, type Territory } from '../model/territory';

/** Units of a territory for which numbers of young people may be counted: the whole, EPCI, EPT, sectors; never a commune alone. */
export function countedUnits(territory: Territory, sectors: readonly Sector[]): ReadonlySet<string> {
  const groups = [...territory.epci, ...territory.ept].filter((u) => u.kind !== 'commune');
  const own = new Set(territory.communes.map((c) => c.code));
  const inside = sectors.filter((s) => s.communeCodes.every((code) => own.has(code)));
  return new Set([territory.wholeCode, ...groups.map((u) => u.code), ...inside.map((s) => sectorCode(s.name))]);
}
