import type { Diagnosis } from '../document/diagnosis';
import type { Mesh } from '../model/lists';
import { type Sector, sectorCode, type Territory, type Unit } from '../model/territory';
import { capacityRuns } from './access';
import type { Analysis, CommuneReading, DomainAccess } from './analysis';
import { viewBorder } from './border';
import { readCensus } from './census';
import { readCommunes } from './communes';
import { readContinuity } from './continuity';
import { findGaps } from './gaps';
import { readNetwork } from './network';
import { placeSchemes } from './places';
import { robustnessRuns } from './robustness';
import { countTotals } from './totals';
import { buildTravel } from './travel';
import { readUnit } from './units';

/** The whole territory as one unit. */
export function wholeUnit(territory: Territory): Unit {
  return {
    code: territory.wholeCode,
    name: territory.name,
    kind: 'departement',
    partial: false,
    communeCodes: territory.communes.map((c) => c.code),
  };
}

/** The user's sectors, then each commune that is in none of them alone, so that nobody is left out. */
function sectorUnits(territory: Territory, sectors: readonly Sector[]): readonly Unit[] {
  const own = new Set(territory.communes.map((c) => c.code));
  const taken = new Set(sectors.flatMap((s) => s.communeCodes));
  const named = sectors.flatMap(({ name, communeCodes: stated }): Unit[] => {
    const communeCodes = stated.filter((code) => own.has(code));
    const partial = communeCodes.length < stated.length;
    return communeCodes.length === 0 ? [] : [{ code: sectorCode(name), name, kind: 'secteur', partial, communeCodes }];
  });
  const alone = territory.communes
    .filter((c) => !taken.has(c.code))
    .map((c): Unit => ({ code: c.code, name: c.name, kind: 'commune', partial: false, communeCodes: [c.code] }));
  return [...named, ...alone];
}

/** Units of a mesh; EPCI where the mesh does not exist in this territory. */
export function unitsOf(territory: Territory, mesh: Mesh, sectors: readonly Sector[] = []): readonly Unit[] {
  if (mesh === 'departement') return [wholeUnit(territory)];
  if (mesh === 'secteur' && sectors.length > 0) return sectorUnits(territory, sectors);
  return mesh === 'ept' && territory.ept.length > 0 ? territory.ept : territory.epci;
}

/** How a domain is read, without the values of its communes. */
function accessOf({ byCommune: _, ...access }: DomainAccess) {
  return { ...access, runs: access.mode === 'capacite' ? capacityRuns : robustnessRuns };
}

/** Everything a diagnosis says of a territory. Pure: same input, same analysis. */
export function analyse(diagnosis: Diagnosis, territory: Territory): Analysis {
  const { settings, inventory } = diagnosis;
  const { domains, mesh } = settings;
  const placed = placeSchemes(diagnosis, territory);
  const census = readCensus(diagnosis, territory, placed);
  const travel = buildTravel(settings, territory, diagnosis.travel);
  const border = viewBorder(territory, placed, travel);
  const units = unitsOf(territory, mesh, diagnosis.sectors);
  const unitOf = new Map(units.flatMap((u) => u.communeCodes.map((code): [string, string] => [code, u.code])));
  const byDomain = domains.map((d) => readCommunes(d, territory.communes, placed, diagnosis, { census, border, travel }));
  const communes = territory.communes.map(
    (c, i): CommuneReading => ({
      code: c.code,
      name: c.name,
      unitCode: unitOf.get(c.code)!,
      population: c.population,
      young: c.young,
      domains: Object.fromEntries(domains.map((d, k) => [d, byDomain[k]!.communes[i]!])),
    }),
  );
  const readings = new Map(communes.map((c) => [c.code, c]));
  const read = (unit: Unit) => readUnit(unit, readings, settings, territory, census);
  const unitReadings = units.map(read);
  const whole = read(wholeUnit(territory));
  return {
    departement: territory.code,
    mesh,
    settings,
    domains,
    communes,
    units: unitReadings,
    whole,
    youngFrom: territory.youngFrom,
    travel: travel.reading,
    access: Object.fromEntries(domains.map((d, k) => [d, accessOf(byDomain[k]!.access)])),
    gaps: findGaps({
      units: unitReadings,
      domains,
      communes: readings,
      territory: new Map(territory.communes.map((c) => [c.code, c])),
      placed,
      travel,
    }),
    placed,
    continuity: readContinuity({ settings, domains, units: unitReadings, whole, placed, inventory, territory, travel }),
    network: readNetwork(diagnosis),
    totals: countTotals(inventory, placed, domains),
  };
}
