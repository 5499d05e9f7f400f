import type { Snapshot } from '../document/diagnosis';
import type { ReadingId } from '../document/reportNotes';
import { buildFiche } from './buildFiche';
import { buildReport } from './buildReport';
import type { ReportInput } from './input';
import type { Report } from './report';

/** Which document, about what, told from which earlier state. */
export interface ReportAsk {
  /** A reading of the report, or the one-page sheet. */
  readonly kind: ReadingId | 'fiche';
  /** A unit of the mesh; null: the whole territory. */
  readonly unitCode: string | null;
  /** null: the latest state that the diagnosis holds. */
  readonly earlier: Snapshot | null;
  /** Ids of sections, instead of those chosen. */
  readonly sections?: readonly string[];
}

/** The document asked for, as data: the same from the app and from the command line. */
export function buildAsked({ kind, unitCode, earlier, sections }: ReportAsk, input: ReportInput): Report {
  if (kind === 'fiche') return buildFiche(input);
  const options = {
    ...input.options,
    reading: kind,
    ...(unitCode === null ? {} : { unitCode }),
    ...(earlier === null ? {} : { earlier }),
    ...(sections ? { sections } : {}),
  };
  return buildReport({ ...input, options });
}
