import type { DomainId, FightId, NeedId } from './domains';
import type {
  ActorKind,
  Confirmation,
  Dedication,
  Direction,
  FigureKind,
  FundingKind,
  Intensity,
  LegalStatus,
  Mobilisation,
  Mode,
  Nature,
  Own,
  Precision,
  Public,
  TieStatus,
  Verification,
} from './lists';

/** Where a record was read: file name and row as a spreadsheet numbers it (the header is row 1); no name: entered by the user. */
export interface Source {
  readonly file: string;
  readonly row: number;
}

/** WGS84, degrees. */
export interface Point {
  readonly lon: number;
  readonly lat: number;
}

/** A figure of an actor, with the year and the document it is from. */
export interface KeyFigure {
  readonly what: FigureKind;
  readonly value: number;
  readonly year?: number;
  readonly from?: string;
}

/** In every record an absent property means "not known": never zero, never no. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly acronym?: string;
  readonly kind: Own<ActorKind>;
  readonly status?: LegalStatus;
  readonly siren?: string;
  readonly siret?: string;
  readonly rna?: string;
  readonly finess?: string;
  readonly network?: string;
  readonly mobilisation?: Mobilisation;
  readonly figures?: readonly KeyFigure[];
  /** Who to ask for, how: never in a public copy. */
  readonly contact?: string;
  /** Addresses, or names, of documents. */
  readonly links?: readonly string[];
  readonly verification?: Verification;
  /** ISO date of the verification. */
  readonly verifiedOn?: string;
  /** What is told of the origin on screen and on paper: publisher, data set, year. */
  readonly origin?: string;
  readonly originYear?: number;
  readonly updatedOn?: string;
  readonly note?: string;
  readonly source: Source;
}

/** A place where one actor receives people. */
export interface Site {
  readonly id: string;
  readonly actorId: string;
  readonly name?: string;
  readonly address?: string;
  readonly communeCode?: string;
  readonly communeName?: string;
  readonly point?: Point;
  readonly precision: Precision;
  /** Outside the département, inside its border zone. */
  readonly neighbour?: true;
  readonly source: Source;
}

/** An offer (dispositif, service, action) carried by one actor in zero, one or several sites. */
export interface Scheme {
  readonly id: string;
  readonly actorId: string;
  readonly siteIds: readonly string[];
  readonly name: string;
  readonly type?: string;
  /** Empty: unknown; such a scheme never counts as coverage. */
  readonly domains: readonly DomainId[];
  readonly needs: readonly NeedId[];
  readonly fights?: readonly FightId[];
  readonly publics?: readonly Own<Public>[];
  readonly dedication?: Dedication;
  readonly ageMin?: number;
  readonly ageMax?: number;
  readonly places?: number;
  readonly placesForAse?: number;
  /** Occupied share of the places, 0 to 1 and above. */
  readonly occupancy?: number;
  /** Codes of communes, EPCI, EPT, départements or "france"; absent: unknown. */
  readonly zone?: readonly string[];
  readonly mode?: Mode;
  /** People who wait for a place. */
  readonly waiting?: number;
  readonly conditions?: string;
  readonly funders?: readonly string[];
  readonly fundingKinds?: readonly FundingKind[];
  readonly opensOn?: string;
  readonly closesOn?: string;
  readonly fundingEndsOn?: string;
  /** Known to be closed; absent: not known closed. */
  readonly closed?: boolean;
  readonly note?: string;
  readonly links?: readonly string[];
  readonly verification?: Verification;
  readonly verifiedOn?: string;
  /** Names of fields that the source does not state (deduced, or quoted from memory). */
  readonly toVerify?: readonly string[];
  readonly origin?: string;
  readonly originYear?: number;
  readonly updatedOn?: string;
  readonly source: Source;
}

/** A tie between two actors, as a source states it. */
export interface Partnership {
  readonly id: string;
  readonly fromId: string;
  readonly toId: string;
  readonly nature: Own<Nature>;
  readonly intensity?: Intensity;
  readonly status: TieStatus;
  /** False: the source itself deduced the tie. */
  readonly stated: boolean;
  readonly direction?: Direction;
  readonly confirmation?: Confirmation;
  readonly amountEuros?: number;
  readonly year?: number;
  readonly document?: string;
  readonly startsOn?: string;
  readonly endsOn?: string;
  readonly proof?: string;
  /** What is to be done for this tie, and by when (ISO date). */
  readonly nextAction?: string;
  readonly nextActionOn?: string;
  readonly note?: string;
  readonly source: Source;
}

/** What one or several files bring. */
export interface Inventory {
  readonly actors: readonly Actor[];
  readonly sites: readonly Site[];
  readonly schemes: readonly Scheme[];
  readonly partnerships: readonly Partnership[];
}

export const emptyInventory: Inventory = { actors: [], sites: [], schemes: [], partnerships: [] };
