import type { Settings } from '../document/diagnosis';
import type { DomainId } from '../model/domains';
import type { Point } from '../model/inventory';
import type { CensusState, Mesh, Nature, Own, Precision, TieStatus } from '../model/lists';
import type { Territory } from '../model/territory';
import type { SaturationClass } from './metrics/capacity';
import type { FittedLine } from './metrics/line';

/** 0 couvert, 1 fragile, 2 offre insuffisante, 3 sans offre accessible repérée. */
export type Level = 0 | 1 | 2 | 3;
/** What decided a level; "donnees-absentes" goes with a null level. */
export type Component = 'distance' | 'suffisance' | 'redondance' | 'donnees-absentes';
export type Confidence = 'faible' | 'moyenne' | 'haute';
/** Whether a finding holds when speed and thresholds change. */
export type Sturdiness = 'robuste' | 'sensible' | 'isolee';

/** A scheme received at a place, as the analysis counts and the drawings show it (protected places at their commune). */
export interface PlacedScheme {
  readonly schemeId: string;
  readonly siteId: string;
  readonly actorId: string;
  readonly name: string;
  readonly actorName: string;
  readonly domains: readonly DomainId[];
  readonly point: Point;
  readonly communeCode?: string;
  readonly precision: Precision;
  readonly protectedPlace: boolean;
  readonly neighbour: boolean;
  readonly places?: number;
}

export interface Nearest {
  readonly schemeId: string;
  readonly siteId: string;
  readonly name: string;
  readonly actorName: string;
  readonly communeCode?: string;
  readonly saturation: SaturationClass;
}

export interface CommuneDomain {
  /** null: nothing was censused here ("données absentes"). */
  readonly level: Level | null;
  readonly component: Component;
  /** Estimated one-way minutes by car to the nearest site; null: none. */
  readonly minutes: number | null;
  /** Mean of the minutes to the three nearest sites: what choice there is; null: fewer than three. */
  readonly meanOfThree: number | null;
  /** Sites within the second threshold. */
  readonly withinReach: number;
  /** At least one scheme not known closed whose zone is unknown or contains the commune. */
  readonly eligible: boolean;
  /** At least one scheme states a zone that contains the commune. */
  readonly zoneStated: boolean;
  readonly confidence: Confidence | null;
  readonly nearest: Nearest | null;
  /** A neighbouring département, none of whose supply is loaded, nearer than `nearest`; null: there is none. */
  readonly border: BorderEffect | null;
  /** Places per young person; null in presence mode. */
  readonly access: CommuneAccess | null;
  /** Best and worst level that the bounds of unknown capacities allow, where they differ; `level` is then the best. */
  readonly range: readonly [Level, Level] | null;
  /** Share of the runs of the robustness grid at level 2 or 3; null: data absent, or not computed yet. */
  readonly robustness: number | null;
}

/** Places accessible per young person (E2SFCA): with capacities at their bounds, and between. */
export interface CommuneAccess {
  readonly low: number;
  readonly central: number;
  readonly high: number;
  /** Central over the reference A*. */
  readonly ratio: number;
}

/** Where travel times come from: files and how many pairs they state; the line fitted to them for the other pairs. */
export interface TravelReading {
  readonly files: readonly string[];
  readonly pairs: number;
  /** null: straight line × detour at a speed, for want of pairs. */
  readonly line: FittedLine | null;
  /** Pairs of communes or EPCI of the territory between which the estimate is made longer, or nobody goes. */
  readonly exceptions: number;
}

/** Places and their sharing over the communes, with capacities at their centre. */
export interface AccessMeasures {
  /** Places of the sites of the territory per thousand of its young people: blind to what is beyond its border. */
  readonly placesPerThousand: number | null;
  readonly gini: number | null;
  /** Share of the accessible places that would have to move for all to have the mean (Hoover). */
  readonly hoover: number | null;
  /** Share of the young people under the line, two thirds of the reference (FGT 0). */
  readonly underLine: number | null;
  /** How far under, on average of all (FGT 1). */
  readonly depth: number | null;
  /** Places lacking under the line: a lower bound of what to open. */
  readonly shortfall: number;
}

/** How one domain is read: by capacities where enough are known, else by presence. */
export interface DomainAccess {
  readonly mode: 'capacite' | 'presence';
  /** Share of the sites in the territory that state their places. */
  readonly knownShare: number;
  /** A*, places per young person: the mean of the territory ("interne", comparisons inside it only) the user's, or that of the state compared ("tenue"); null in presence mode. */
  readonly reference: number | null;
  readonly referenceFrom: 'interne' | 'reglages' | 'tenue' | null;
  /** What the central capacities give for the territory; null in presence mode. */
  readonly measures: AccessMeasures | null;
}

/** Départements (codes, nearest first) that might hold something nearer than what is known, and minutes to the first. */
export interface BorderEffect {
  readonly departements: readonly string[];
  readonly minutes: number;
}

export interface CommuneReading {
  readonly code: string;
  readonly name: string;
  /** Code of the unit of the chosen mesh. */
  readonly unitCode: string;
  readonly population: number;
  readonly young: number;
  readonly domains: Readonly<Partial<Record<DomainId, CommuneDomain>>>;
}

export interface UnitDomain {
  /** Highest L such that at least half of the young people live at level >= L; null: data absent. */
  readonly level: Level | null;
  readonly component: Component;
  /** Median of the communes' minutes weighted by young people; null: more than half reach nothing. */
  readonly minutes: number | null;
  /** The same of the means to the three nearest. */
  readonly meanOfThree: number | null;
  readonly withinReach: number;
  readonly eligible: boolean;
  readonly zoneStated: boolean;
  readonly confidence: Confidence | null;
  readonly nearest: Nearest | null;
  /** Declared census; the least advanced of the unit's parts. */
  readonly census: CensusState;
  /** Schemes recorded with a place in the unit. */
  readonly records: number;
  /** Young people by level 0..3, then those in communes without data. */
  readonly youngByLevel: readonly [number, number, number, number];
  readonly youngWithoutData: number;
  /** Best and worst level that unknown capacities allow, where they differ; `level` is then the best. */
  readonly range: readonly [Level, Level] | null;
  /** Shares of the young people: in a commune that a zone covers (or may, where zones are unknown), and within the second threshold; null without young people. */
  readonly coverage: { readonly eligible: number; readonly accessible: number } | null;
  /** Young people living in a commune at level >= 2, whatever unknown capacities are. */
  readonly people: number;
  /** The same if unknown capacities are at their lowest. */
  readonly peopleAtMost: number;
  /** people / young of the unit; null when the unit has no young people. */
  readonly rate: number | null;
}

export interface UnitReading {
  readonly code: string;
  readonly name: string;
  readonly partial: boolean;
  readonly population: number;
  readonly young: number;
  readonly communeCodes: readonly string[];
  readonly domains: Readonly<Partial<Record<DomainId, UnitDomain>>>;
}

/** An uncovered need: one unit of the mesh, one domain, some young people at level >= 2. */
export interface Gap {
  /** `${domain}:${unit code}` */
  readonly id: string;
  readonly domain: DomainId;
  readonly territory: { readonly code: string; readonly name: string; readonly partial: boolean };
  readonly level: Level;
  readonly component: Component;
  readonly people: number;
  readonly rate: number;
  readonly young: number;
  readonly minutes: number | null;
  readonly withinReach: number;
  readonly confidence: Confidence | null;
  readonly census: CensusState;
  readonly nearest: Nearest | null;
  /** Communes at level >= 2, most young people first. */
  readonly communeCodes: readonly string[];
  /** Mean of the communes' robustness weighed by their young people, and what it is called; null: not computed yet. */
  readonly robustness: { readonly share: number; readonly verdict: Sturdiness } | null;
  /** Mean access of those concerned, places per young person, and over the reference; null in presence mode. */
  readonly access: { readonly places: number; readonly ratio: number } | null;
  /** Actors that already work on this domain nearest to the need, nearest first, at most three: to be examined, never asserted. */
  readonly candidates: readonly { readonly actorId: string; readonly name: string; readonly minutes: number }[];
}

export interface NetworkNode {
  readonly id: string;
  readonly name: string;
  readonly degree: number;
  /** Index of the component, largest first. */
  readonly component: number;
  readonly domains: readonly DomainId[];
}

export const circleNatures = [
  'financeur-commun',
  'instance-commune',
  'reseau-commun',
  'entite-commune',
  'dispositif-commun',
] as const;
export type CircleNature = (typeof circleNatures)[number];

/** What several actors share: a funder, a body, a network, a legal entity (`name`: its SIREN), a scheme held at another's place. */
export interface NetworkCircle {
  readonly id: string;
  readonly nature: CircleNature;
  readonly name: string;
  /** The actor that is this funder or body; null: it is not one of the inventory. */
  readonly actorId: string | null;
  readonly memberIds: readonly string[];
}

/** One line of the drawing: all ties between the same two actors. */
export interface NetworkTie {
  readonly a: string;
  readonly b: string;
  readonly stated: boolean;
  readonly natures: readonly (Own<Nature> | CircleNature)[];
  /** Highest stated intensity 1..4; null: not stated. */
  readonly intensity: number | null;
  /** Of a deduced tie: sum of 1 / (members − 1) over the circles shared (Newman 2001); null: no circle. */
  readonly weight: number | null;
  readonly partnershipIds: readonly string[];
}

/** All ties of one status between two actors that are not in force. */
export interface PendingTie extends NetworkTie {
  readonly status: Exclude<TieStatus, 'existant'>;
}

export interface NetworkReading {
  readonly nodes: readonly NetworkNode[];
  /** Ties in force, each pair once; deduced ones only where the settings ask for them. */
  readonly ties: readonly NetworkTie[];
  /** Planned, wished, ended: drawn apart, never counted. */
  readonly pending: readonly PendingTie[];
  readonly circles: readonly NetworkCircle[];
  readonly statedEdges: number;
  readonly deducedEdges: number;
  readonly components: number;
  readonly largestComponent: number;
  /** Ids of the actors without any tie in force, by name. */
  readonly isolates: readonly string[];
  /** 2m / n(n-1) on the simple undirected graph; null when n < 2. */
  readonly density: number | null;
  readonly averageDegree: number | null;
}

/** Counts a reader needs to judge the rest. */
export interface Totals {
  readonly actors: number;
  readonly schemes: number;
  readonly partnerships: number;
  /** Schemes with at least one place that can be drawn. */
  readonly placed: number;
  readonly withoutPosition: number;
  readonly withoutDomain: number;
  readonly remoteOnly: readonly {
    readonly schemeId: string;
    readonly name: string;
    readonly actorName: string;
    readonly domains: readonly DomainId[];
  }[];
  readonly closed: number;
  readonly byDomain: Readonly<
    Partial<
      Record<
        DomainId,
        {
          readonly schemes: number;
          readonly placed: number;
          readonly knownPlaces: number;
          readonly schemesWithPlaces: number;
          /** Dedicated to young people, to ASE or to PJJ. */
          readonly dedicated: number;
          readonly saturation: Readonly<Record<SaturationClass, number>>;
        }
      >
    >
  >;
}

/**
 * `sans-lien`, `offre-insuffisante` and `sans-offre` are a risk of rupture; `liens-inconnus`: no tie of the kind is
 * recorded anywhere; `indetermine`: unknown places leave the offer in reach or not. */
export type ContinuityState =
  | 'continue'
  | 'sans-lien'
  | 'offre-insuffisante'
  | 'sans-offre'
  | 'liens-inconnus'
  | 'indetermine'
  | 'donnees-absentes';

/** From child welfare to one domain, in one unit. */
export interface ContinuityCell {
  readonly domain: DomainId;
  readonly level: Level | null;
  readonly state: ContinuityState;
  /** Actors in reach that a counted tie joins to child welfare. */
  readonly actorIds: readonly string[];
}

/** Everything that is derived from a diagnosis and a territory; never stored, never edited. */
export interface Analysis {
  readonly departement: string;
  readonly mesh: Mesh;
  readonly settings: Settings;
  readonly domains: readonly DomainId[];
  readonly communes: readonly CommuneReading[];
  readonly units: readonly UnitReading[];
  /** The whole département read as one unit. */
  readonly whole: UnitReading;
  /** Where the numbers of young people come from. */
  readonly youngFrom: Territory['youngFrom'];
  readonly travel: TravelReading;
  /** How each domain is read, and how many runs its robustness is a share of. */
  readonly access: Readonly<Partial<Record<DomainId, DomainAccess & { readonly runs: number }>>>;
  /** `en-cours`: that of domains in capacity mode is still to come, what else there is is final. */
  readonly robustness: 'faite' | 'en-cours';
  /** By people, largest first. */
  readonly gaps: readonly Gap[];
  readonly placed: readonly PlacedScheme[];
  /** The chain from child welfare, unit by unit, the département last; `ties`: how many ties of the kind are recorded. */
  readonly continuity: {
    readonly ties: number;
    readonly rows: readonly { readonly code: string; readonly name: string; readonly cells: readonly ContinuityCell[] }[];
  };
  readonly network: NetworkReading;
  readonly totals: Totals;
}
