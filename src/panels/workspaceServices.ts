import type { Focus } from '../state/view';
import type { FoundRecord } from '../state/workspace';

/** A record found in one of the diagnoses. */
export interface FoundElsewhere extends FoundRecord {
  readonly diagnosisId: string;
}

/** What screens may ask of the diagnoses kept in this browser, and of the versions of the open one. */
export interface WorkspaceServices {
  /** Reads the list, and the versions of the open diagnosis, into the store. */
  readonly refresh: () => void;
  /** Opens one, its card on a record where one is given. */
  readonly open: (id: string, focus?: Focus) => void;
  /** A new one; with the settings, sectors and census lists of another where one is given. */
  readonly create: (departement: string, modelId: string | null) => void;
  readonly rename: (id: string, title: string) => void;
  readonly duplicate: (id: string, title: string) => void;
  readonly remove: (id: string) => void;
  /** Undoes the last deletion of this session. */
  readonly bringBack: () => void;
  /** Actors and schemes by name, in all of them. */
  readonly search: (query: string) => Promise<readonly FoundElsewhere[]>;
  /** Puts a version, or a named state, in the place of the present, which is kept as a version first. */
  readonly restoreVersion: (on: string) => void;
  readonly restoreState: (id: string) => void;
  /** Sets the diagnosis against one of its versions. */
  readonly compareVersion: (on: string, name: string) => void;
  /** Writes here the diagnosis that another tab has open, or only shows it. */
  readonly continueHere: () => void;
  readonly onlyLook: () => void;
}
