import type { DomainId } from '../../model/domains';
import type { Scheme } from '../../model/inventory';
import type { Repaired } from '../../territory/coordinates';
import type { Locator } from '../../territory/locate';
import type { IssueCode } from '../issues';
import type { Place } from './place';

/** What became of a row: nothing is lost. */
export type RowOutcome =
  | 'kept'
  | 'merged'
  /** Said by the format: the row completes another one. */
  | 'joined'
  | { readonly refused: IssueCode; readonly column: string | null; readonly details: Readonly<Record<string, string>> };

/** A row that cannot be used, with the column to look at. */
export const refuse = (code: IssueCode, column: string | null, details: Readonly<Record<string, string>> = {}): RowOutcome => ({
  refused: code,
  column,
  details,
});

/** Counts of what is worth one note per file rather than one per row. */
export class Notices {
  byCommune = 0;
  withoutPosition = 0;
  withoutDomain = 0;
  protectedPlaces = 0;
  swapped = 0;
  withoutStructure = 0;
  /** Points told by their position alone, as written: the commune each is in, null where there is none here. */
  readonly points = new Map<string, string | null>();
  /** Rows by the projection their position was in. */
  readonly projected = new Map<string, number>();

  repaired(repair: Repaired['repair'], crs = ''): void {
    if (repair === 'swapped' || repair === 'projected-swapped') this.swapped++;
    if (repair === 'projected' || repair === 'projected-swapped') this.projected.set(crs, (this.projected.get(crs) ?? 0) + 1);
  }

  place(place: Place | null, isProtected: boolean): void {
    if (!place?.point) this.withoutPosition++;
    else if (place.precision === 'commune') this.byCommune++;
    if (isProtected) this.protectedPlaces++;
  }

  scheme(scheme: Scheme): void {
    if (scheme.domains.length === 0) this.withoutDomain++;
  }
}

/** What reading a row needs beside its cells. */
export interface RowContext {
  readonly locator: Locator;
  readonly notices: Notices;
  /** Code of the département. */
  readonly departement: string;
  /** Id of the format read: ids and keys of one source do not meet those of another. */
  readonly format: string;
  /** Domains the user gave to the whole file. */
  readonly fileDomains: readonly DomainId[];
  /** ISO date of the import. */
  readonly today: string;
}
