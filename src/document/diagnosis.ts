import type { DomainId, Thresholds } from '../model/domains';
import { coreDomainIds, domains } from '../model/domains';
import type { Inventory } from '../model/inventory';
import { emptyInventory } from '../model/inventory';
import type { CensusState, DecayId, Mesh } from '../model/lists';
import type { Demand, Perimeter, Sector, TravelException, TravelMatrix, YoungCount, YoungPopulation } from '../model/territory';

import type { Pin, SetAside } from './networkNotes';
import type { OwnText, ReadingChoice } from './reportNotes';

/** What is known of the inventory's completeness in one census unit (EPCI, EPT or lone commune) for one domain. */
export interface CensusEntry {
  readonly unitCode: string;
  readonly domain: DomainId;
  readonly state: CensusState;
  readonly by?: string;
  /** ISO date. */
  readonly on?: string;
  /** The list the inventory was checked against. */
  readonly list?: string;
  /** The imported file that declared it, and takes it along when it goes; absent: the user did. */
  readonly file?: string;
}

/** Every constant an analysis rests on; printed on each output. */
export interface Settings {
  readonly domains: readonly DomainId[];
  readonly mesh: Mesh;
  /** Whose needs are weighed; a group whose counts do not tell of the whole territory is not followed (`demandOf`). */
  readonly demand: Demand;
  /** Minutes by car, per domain. */
  readonly thresholds: Readonly<Record<DomainId, Thresholds>>;
  /** Road distance / straight line. */
  readonly detour: number;
  readonly speedKmh: number;
  /** Minutes added to each trip (reach the car, park). */
  readonly accessMinutes: number;
  /** Minutes beyond which supply does not count in capacity mode (d0), per domain. */
  readonly catchments: Readonly<Record<DomainId, number>>;
  /** How supply counts less when it is farther. */
  readonly decay: DecayId;
  /** Reference access, places per thousand young people; null: the mean of the territory. */
  readonly references: Readonly<Record<DomainId, number | null>>;
  /** Ties deduced from shared funders, instances and legal entities count in the network. */
  readonly deducedTies: boolean;
  /** Protected places are shown where they are instead of at their commune. */
  readonly showProtectedPlaces: boolean;
}

/** A file that was imported: what to tell of it on screen and on paper. */
export interface ImportedFile {
  readonly name: string;
  readonly format: string;
  /** ISO date of the import, given by the caller. */
  readonly importedOn: string;
  readonly read: number;
  readonly kept: number;
  readonly merged: number;
  readonly refused: number;
}

/** A named, dated copy of the inventory and census. */
export interface Snapshot {
  readonly id: string;
  readonly name: string;
  readonly takenOn: string;
  readonly inventory: Inventory;
  readonly census: readonly CensusEntry[];
}

/** Actors that became one: the records that the merge changed or took away, before and after it. */
export interface Merge {
  readonly keepId: string;
  readonly dropIds: readonly string[];
  readonly before: Inventory;
  readonly after: Inventory;
  /** Where ids that already led elsewhere led before this merge: so that they lead there again once it is taken back. */
  readonly led?: ByKind<string>;
}

/** One thing that the user did to one record. */
export interface Change {
  readonly kind: keyof Inventory;
  readonly id: string;
  /** Of the record then: to tell of one that is gone. */
  readonly name: string;
  readonly what: 'edited' | 'added' | 'removed';
  /** Of an edit; a value that was, or is, not known is absent. */
  readonly field?: string;
  readonly before?: unknown;
  readonly after?: unknown;
  /** ISO date and time. */
  readonly on: string;
  readonly by?: string;
}

export const listIds = ['kinds', 'types', 'natures', 'publics', 'networks', 'seats'] as const;
/** Reference lists that a user may change: kinds of actors, types of schemes, natures of ties, publics, networks, seats. */
export type ListId = (typeof listIds)[number];

/** A term that the user renamed, put away, or added: of the closed lists, `known~own` counts as the known one. */
export interface ListTerm {
  readonly id: string;
  readonly label: string;
  /** No longer proposed; records that have it keep it. */
  readonly hidden?: true;
}

/** What the user changed of the reference lists. */
export interface ReferenceLists {
  /** One more at each change. */
  readonly version: number;
  /** ISO date. */
  readonly changedOn: string;
  readonly terms: { readonly [K in ListId]?: readonly ListTerm[] };
}

export const documentKinds = ['schema', 'protocole', 'pacte', 'commission', 'autre'] as const;

/** What a document wants, and the needs it is about: keys « domain:unit » (`needKey`). */
export interface Objective {
  readonly text: string;
  readonly needs: readonly string[];
}

/** A document that the diagnosis is read against: schéma départemental, protocole (L. 222-5-2 CASF), pacte local… */
export interface ReferenceDocument {
  readonly id: string;
  readonly kind: (typeof documentKinds)[number];
  readonly title: string;
  /** ISO date. */
  readonly date?: string;
  readonly link?: string;
  readonly objectives: readonly Objective[];
}

/** The document: what a user opens, edits, saves. Only `apply` (commands.ts) makes a new one. */
export interface Diagnosis {
  readonly departement: string;
  readonly title: string;
  /** The demonstration carries its notice and stamps its levels « illustration ». */
  readonly demonstration: boolean;
  readonly inventory: Inventory;
  readonly census: readonly CensusEntry[];
  /** The user's own cut of the territory; absent: none. */
  readonly sectors?: readonly Sector[];
  /** Part of the département that the diagnosis is about; absent: all of it. */
  readonly perimeter?: Perimeter;
  /** Census figures of the 18-24 in the place of estimates. */
  readonly youngPopulation?: YoungPopulation;
  /** Travel times of the user's files, a later one before an earlier. */
  readonly travel?: readonly TravelMatrix[];
  /** Estimated trips made longer, or forbidden, by the user's files. */
  readonly travelExceptions?: readonly TravelException[];
  /** Young people of ASE and PJJ, counted by the département. */
  readonly youngCounts?: readonly YoungCount[];
  readonly files: readonly ImportedFile[];
  readonly settings: Settings;
  readonly snapshots: readonly Snapshot[];
  /** Where ids went: of records merged into others, or that a newer file calls otherwise. One step always. */
  readonly aliases?: ByKind<string>;
  /** Records merged into others, as their source stated them: so that their source can be imported again. */
  readonly absorbed?: Inventory;
  /** What each merge changed, oldest first: so that it can be taken back later, whatever was done since. */
  readonly merges?: readonly Merge[];
  /** Pairs of actors the user said are different; ids in order. */
  readonly distinctPairs?: readonly (readonly [string, string])[];
  /**
   * What the source last said of the fields that the user changed since: a field absent from here is as the source has
   * it; null: the source says nothing. Sparse, so an untouched inventory costs nothing.
   */
  readonly imported?: ByKind<Readonly<Record<string, unknown>>>;
  readonly lists?: ReferenceLists;
  /** Documents that set objectives for the territory. */
  readonly documents?: readonly ReferenceDocument[];
  /** Actors that the user placed on the network. */
  readonly pins?: readonly Pin[];
  /** Suggestions that the user set aside. */
  readonly setAside?: readonly SetAside[];
  /** Words of the user in the reports. */
  readonly reportTexts?: readonly OwnText[];
  /** Readings of the report that are not put together as proposed. */
  readonly readings?: readonly ReadingChoice[];
  /** What the user changed of the records, oldest first. */
  readonly changes?: readonly Change[];
}

/** Values by id, for each kind of record: ids of two tables may be equal. */
export type ByKind<T> = { readonly [K in keyof Inventory]?: Readonly<Record<string, T>> };

/** Constants chosen by Maillage (`guide/methods.md` 5.2): detour 1.3, 50 km/h, 2 minutes; editable. */
export const defaultSettings: Settings = {
  domains: coreDomainIds,
  mesh: 'epci',
  demand: 'population',
  thresholds: Object.fromEntries(domains.map((d) => [d.id, d.thresholds])) as unknown as Record<DomainId, Thresholds>,
  detour: 1.3,
  speedKmh: 50,
  accessMinutes: 2,
  catchments: Object.fromEntries(domains.map((d) => [d.id, d.catchment])) as unknown as Record<DomainId, number>,
  decay: 'dai',
  references: Object.fromEntries(domains.map((d) => [d.id, null])) as unknown as Record<DomainId, number | null>,
  deducedTies: false,
  showProtectedPlaces: false,
};

/** A diagnosis without any record. */
export function emptyDiagnosis(departement: string, title: string, mesh: Mesh = 'epci'): Diagnosis {
  return {
    departement,
    title,
    demonstration: false,
    inventory: emptyInventory,
    census: [],
    files: [],
    settings: { ...defaultSettings, mesh },
    snapshots: [],
  };
}
