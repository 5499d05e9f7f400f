import { typeset } from '../text/format';
import type { Text } from '../text/fr';

/** What a sentence needs of an issue of the import. */
interface IssueLike {
  readonly code: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly details: Readonly<Record<string, string>>;
}

/** An issue in one sentence that names file, row and column. */
export function issueSentence(issue: IssueLike, file: string, text: Text): string {
  const place = text.import.place(file, issue.row, issue.column);
  const words = text.import.issues[issue.code]?.(issue.details) ?? issue.code;
  const others = Number(issue.details['autres'] ?? 0);
  return `${typeset(place, text.lang)}${others > 0 ? text.import.others(others) : ''}${typeset(` : ${words}`, text.lang)}`;
}
