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
  /** Estimated residents aged 18 to 24 (general population, proportional): see `youngPeople`. */
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

/** A commune of another département within the border zone. */
export interface BorderCommune {
  readonly code: string;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
  readonly postcodes: readonly string[];
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
}

/** A line to print under what rests on these figures. */
export interface TerritorySource {
  readonly what: string;
  readonly producer: string;
  readonly year: string;
  readonly licence: string;
}
