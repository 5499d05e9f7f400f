import type { Diagnosis } from './diagnosis';

/** What a list of diagnoses tells of one without opening it. */
export interface DiagnosisSummary {
  readonly title: string;
  readonly departement: string;
  readonly demonstration: boolean;
  readonly actors: number;
  readonly schemes: number;
  readonly ties: number;
  /** Uncovered needs by level, 0 to 3; null: not read yet. */
  readonly needs: readonly number[] | null;
  /** Share of the census declared complete, units × domains; null: not read yet. */
  readonly census: number | null;
}

/** One diagnosis of the workspace. */
export interface DiagnosisEntry {
  readonly id: string;
  /** ISO date and time. */
  readonly createdOn: string;
  readonly changedOn: string;
  readonly summary: DiagnosisSummary;
}

/** A version kept by itself, without its content. */
export interface VersionEntry {
  /** ISO date and time of what it holds. */
  readonly on: string;
  readonly actors: number;
  readonly schemes: number;
  /** Bytes once packed. */
  readonly size: number;
  /** Kept because something was about to be restored in its place. */
  readonly beforeRestoring: boolean;
}

/** Counts of a diagnosis; what only an analysis knows is null. */
export function countsOf({ title, departement, demonstration, inventory }: Diagnosis): DiagnosisSummary {
  const { actors, schemes, partnerships } = inventory;
  return {
    title,
    departement,
    demonstration,
    actors: actors.length,
    schemes: schemes.length,
    ties: partnerships.length,
    needs: null,
    census: null,
  };
}

/** Id of a new diagnosis: its département and when it was made (ISO, given by the caller), never chance. */
export const diagnosisId = (departement: string, createdOn: string): string => `${departement}-${createdOn}`;

/**
 * The diagnosis to open: the one last open where it fits, else the last changed; null where none fits. `departement`
 * null: any.
 */
export function entryToOpen(
  entries: readonly DiagnosisEntry[],
  last: string | null,
  departement: string | null,
): DiagnosisEntry | null {
  const fitting = entries.filter((e) => departement === null || e.summary.departement === departement);
  const newest = fitting.reduce<DiagnosisEntry | null>((best, e) => (best && best.changedOn >= e.changedOn ? best : e), null);
  return fitting.find((e) => e.id === last) ?? newest;
}
