import type { BorderCommune, Commune, FormerCommune, MultiPolygon, Territory, TerritorySource, Unit } from '../model/territory';
import { schematicCells } from './cells';
import { isFictional } from './departements';
import { distanceKm } from './distance';

/** A group in a territory file: code, name, and whether it lies also in other départements. */
type GroupRow = readonly [code: string, name: string, partial: 0 | 1];

/** What `data/territoires/XX.json` holds: columns of the communes, groups, outline, population of the département by age. */
export interface TerritoryFile {
  readonly code: string;
  readonly name: string;
  readonly communes: {
    readonly code: readonly string[];
    readonly name: readonly string[];
    /** Index in `epci`, -1: none. */
    readonly epci: readonly number[];
    /** Index in `ept`, -1: none. */
    readonly ept: readonly number[];
    readonly population: readonly number[];
    readonly lon: readonly number[];
    readonly lat: readonly number[];
    readonly areaKm2: readonly (number | null)[];
    /** Postal codes of each commune, separated by spaces. */
    readonly postcodes: readonly string[];
  };
  /** Former, delegated and associated communes: code, name ('' where it is not known), code of the commune they are in. */
  readonly former: readonly (readonly [code: string, name: string, current: string])[];
  readonly epci: readonly GroupRow[];
  readonly ept: readonly GroupRow[];
  readonly outline: MultiPolygon;
  /** Départements with a commune less than 60 km away. */
  readonly neighbours: readonly string[];
  readonly ages: { readonly from15to19: number; readonly from20to24: number; readonly total: number; readonly year: number };
}

/** Depth of the border zone in which supply outside the département counts, km. */
export const borderKm = 60;

/**
 * Residents aged 18 to 24, estimated: population of the commune times the département's share
 * (2/5 of the 15–19 and all of the 20–24) / total. General population, not young people from ASE.
 */
export function youngPeople(population: number, ages: TerritoryFile['ages']): number {
  return (population * (0.4 * ages.from15to19 + ages.from20to24)) / ages.total;
}

function readCommunes(file: TerritoryFile): Commune[] {
  const c = file.communes;
  return c.code.map((code, i) => ({
    code,
    name: c.name[i]!,
    epciCode: file.epci[c.epci[i]!]?.[0] ?? null,
    eptCode: file.ept[c.ept[i]!]?.[0] ?? null,
    population: c.population[i]!,
    young: youngPeople(c.population[i]!, file.ages),
    lon: c.lon[i]!,
    lat: c.lat[i]!,
    areaKm2: c.areaKm2[i]!,
    postcodes: c.postcodes[i]!.split(' '),
  }));
}

/** Groups communes by a code; those without one stand alone, so that no commune is left out of a mesh. */
function groupCommunes(
  communes: readonly Commune[],
  codeOf: (c: Commune) => string | null,
  groups: ReadonlyMap<string, Omit<Unit, 'communeCodes'>>,
): Unit[] {
  const members = new Map<string, Commune[]>();
  for (const commune of communes) {
    const key = codeOf(commune) ?? commune.code;
    const list = members.get(key);
    if (list) list.push(commune);
    else members.set(key, [commune]);
  }
  return [...members]
    .map(
      ([code, list]): Unit => ({
        ...(groups.get(code) ?? { code, name: list[0]!.name, kind: 'commune', partial: false }),
        communeCodes: list.map((c) => c.code),
      }),
    )
    .sort((a, b) => a.name.localeCompare(b.name, 'fr') || (a.code < b.code ? -1 : 1));
}

function buildUnits(file: TerritoryFile, communes: readonly Commune[]): { epci: Unit[]; ept: Unit[] } {
  const known = new Map<string, Omit<Unit, 'communeCodes'>>();
  for (const [code, name, partial] of file.epci) known.set(code, { code, name, kind: 'epci', partial: partial === 1 });
  for (const [code, name, partial] of file.ept) known.set(code, { code, name, kind: 'ept', partial: partial === 1 });
  return {
    epci: groupCommunes(communes, (c) => c.epciCode, known),
    ept: file.ept.length === 0 ? [] : groupCommunes(communes, (c) => c.eptCode ?? c.epciCode, known),
  };
}

/** Former communes of the département and of its border zone. */
const formerCommunes = (files: readonly TerritoryFile[]): FormerCommune[] =>
  files.flatMap((file) => file.former.map(([code, name, current]) => ({ code, name, current })));

/** Communes of neighbouring départements within the border zone (distance between commune points). */
function borderCommunes(own: readonly Commune[], neighbours: readonly TerritoryFile[]): BorderCommune[] {
  return neighbours.flatMap((file) => {
    const epci = file.epci.map(([code, name]) => ({ code, name }));
    return file.communes.code
      .map((code, i) => ({
        code,
        name: file.communes.name[i]!,
        lon: file.communes.lon[i]!,
        lat: file.communes.lat[i]!,
        postcodes: file.communes.postcodes[i]!.split(' '),
        epci: epci[file.communes.epci[i]!] ?? null,
      }))
      .filter((candidate) => own.some((c) => distanceKm(c, candidate) <= borderKm));
  });
}

const publicSources = (file: TerritoryFile): TerritorySource[] => [
  {
    what: 'communes',
    producer: "Etalab, découpage administratif 6.0.0, d'après Insee",
    year: 'COG 2026',
    licence: 'Licence Ouverte',
  },
  { what: 'outline', producer: 'IGN, Admin Express COG et GEOFLA', year: '2018 (2014, 2016)', licence: 'Licence Ouverte' },
  {
    what: 'ages',
    producer: 'Insee, estimations de population',
    year: `1er janvier ${file.ages.year}`,
    licence: 'Licence Ouverte (à confirmer)',
  },
];

/** Of a fictional département nothing comes from anywhere. */
const sourcesOf = (file: TerritoryFile): TerritorySource[] =>
  isFictional(file.code)
    ? ['communes', 'outline', 'ages'].map((what) => ({
        what,
        producer: 'Maillage, données inventées (script du projet)',
        year: 'sans objet',
        licence: 'MIT',
      }))
    : publicSources(file);

/** The territory of a département; `neighbours` (files listed in `file.neighbours`) give the border zone. */
export function buildTerritory(file: TerritoryFile, neighbours: readonly TerritoryFile[] = []): Territory {
  const communes = readCommunes(file);
  return {
    code: file.code,
    name: file.name,
    communes,
    ...buildUnits(file, communes),
    outline: file.outline,
    cells: schematicCells(communes, file.outline),
    schematic: true,
    border: borderCommunes(communes, neighbours),
    former: formerCommunes([file, ...neighbours]),
    sources: sourcesOf(file),
    wholeCode: file.code,
    youngFrom: isFictional(file.code) ? 'invented' : 'estimate',
  };
}

/** Unit in which a commune's inventory is declared: EPT, else EPCI, else the commune itself. */
export const censusUnitOf = (commune: Commune): string => commune.eptCode ?? commune.epciCode ?? commune.code;

/** Every census unit of a territory, by name. */
export function censusUnits(territory: Territory): readonly Unit[] {
  return territory.ept.length > 0 ? territory.ept : territory.epci;
}
