import { hashOf } from './identity';

/** Coordinates of a GeoJSON MultiPolygon: polygons, rings (first outer, others holes), points [lon, lat]. */
export type MultiPolygon = readonly (readonly (readonly (readonly [number, number])[])[])[];

export interface Commune {
  /** INSEE code, five characters, text. */
  readonly code: string;
  readonly name: string;
  readonly epciCode: string | null;
  /** Établissement public territorial (Greater Paris). */
  readonly eptCode: string | null;
  readonly population: number;
  /** Young people whose needs are weighed: residents aged 18 to 24, or a counted group; see `youngFrom` of the territory. */
  readonly young: number;
  readonly lon: number;
  readonly lat: number;
  /** Square kilometres; null: not known. */
  readonly areaKm2: number | null;
  readonly postcodes: readonly string[];
}

/** A commune that is now part of another: its old code and name still stand in users' files. */
export interface FormerCommune {
  readonly code: string;
  /** '' where only the code is known. */
  readonly name: string;
  readonly current: string;
}

/** A group of communes: EPCI, EPT, sector of work, commune alone, or the département. */
export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly kind: 'epci' | 'ept' | 'secteur' | 'commune' | 'departement';
  /** Part of a group that lies also in other départements. */
  readonly partial: boolean;
  readonly communeCodes: readonly string[];
}

/** A sector of the département's own work (UTAS, MDS, bassin): the user says which communes it holds. */
export interface Sector {
  readonly name: string;
  readonly communeCodes: readonly string[];
}

/** Code of a perimeter as a unit: what is counted for the département is not counted for a part of it. */
export const perimeterCode = (name: string): string => `perimetre-${hashOf(name)}`;

/** Code of a sector as a unit of a mesh: follows its name, so that two people's files meet. */
export const sectorCode = (name: string): string => `s-${hashOf(name)}`;

export const youngGroups = ['ase', 'pjj'] as const;
/** Young people followed by child welfare, or by the youth justice service. */
export type YoungGroup = (typeof youngGroups)[number];

/** How many young people of a group the département counts in a unit of a mesh. Aggregated, never nominal. */
export interface YoungCount {
  readonly unitCode: string;
  readonly unitName: string;
  readonly group: YoungGroup;
  readonly people: number;
  /** Age band as stated: "16-21 ans". */
  readonly ages?: string;
  readonly year?: number;
  /** Who said so: the imported file, or what the user wrote. */
  readonly source: string;
}

/** Whose needs are weighed: the general population of 18 to 24, or a group that the département counts. */
export const demands = ['population', ...youngGroups] as const;
export type Demand = (typeof demands)[number];

/** Residents aged 18 to 24 of communes as a census states them: general population, not young people from ASE. */
export interface YoungPopulation {
  /** By current INSEE code; decimals, for a census weighs its answers. */
  readonly byCommune: Readonly<Record<string, number>>;
  /** What to print: producer and name of the column. */
  readonly source: string;
  /** Of the census; absent: not stated. */
  readonly year?: number;
  /** The imported file. */
  readonly file: string;
}

/** Travel times that a file states between communes, minutes by car, one way: rows are origins; null: not stated. */
export interface TravelMatrix {
  readonly file: string;
  readonly codes: readonly string[];
  /** `codes.length`² values, row after row. */
  readonly minutes: readonly (number | null)[];
}

/** What a straight line does not see between two communes or EPCI, both ways: a river, a mountain, a ferry. */
export interface TravelException {
  readonly file: string;
  /** Codes, in order. */
  readonly between: readonly [string, string];
  /** Added to the estimated time; null: nobody goes. */
  readonly minutes: number | null;
}

/** The part of a département that a diagnosis is about: what is outside counts as neighbouring. */
export interface Perimeter {
  readonly name: string;
  readonly communeCodes: readonly string[];
}

/** A commune of another département within the border zone, or of the département outside the perimeter. */
export interface BorderCommune {
  readonly code: string;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
  readonly postcodes: readonly string[];
  /** What tells its EPCI, for the user's files name some; null: it is in none. */
  readonly epci: Pick<Unit, 'code' | 'name'> | null;
}

export interface Territory {
  readonly code: string;
  readonly name: string;
  readonly communes: readonly Commune[];
  /** Every EPCI (and commune without EPCI) of the département, by name. */
  readonly epci: readonly Unit[];
  /** EPT where there are any, completed by the EPCI of the communes outside them; empty elsewhere. */
  readonly ept: readonly Unit[];
  readonly outline: MultiPolygon;
  /** Schematic cell of each commune, in the order of `communes`. */
  readonly cells: readonly MultiPolygon[];
  /** True while the cells are schematic (no official outlines loaded). */
  readonly schematic: boolean;
  readonly border: readonly BorderCommune[];
  readonly former: readonly FormerCommune[];
  readonly sources: readonly TerritorySource[];
  /** Code of the whole as a unit: that of the département, or of the perimeter that is part of it. */
  readonly wholeCode: string;
  readonly youngFrom: YoungFrom;
}

/**
 * Where the numbers of young people come from: estimated from the département's ages, invented with it, a census that
 * lacks some communes (estimated then), or the young people of a group as the département counts them.
 */
export type YoungFrom =
  | 'estimate'
  | 'invented'
  | { readonly source: string; readonly year?: number; readonly lacking: number }
  | CountedYoung;

/** Counts shared over the communes of each unit in proportion to their 18-24. */
export interface CountedYoung {
  readonly group: YoungGroup;
  /** Age band and years as stated; '' where counts say none, or several. */
  readonly ages: string;
  readonly years: string;
}

/** A line to print under what rests on these figures. */
export interface TerritorySource {
  readonly what: string;
  readonly producer: string;
  readonly year: string;
  readonly licence: string;
}
