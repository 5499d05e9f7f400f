import type { FieldId } from './columns';
import type { Issue } from './issues';

/** What the rows of a file carry; the order is that in which files dropped together are read. */
export const recordKinds = [
  'acteurs',
  'lieux',
  'dispositifs',
  'partenariats',
  'territoires',
  'secteurs',
  'population',
  'effectifs',
  'trajets',
] as const;
export type RecordKind = (typeof recordKinds)[number];

export interface TableRow {
  /** As a spreadsheet numbers it; in JSON, the rank of the object. */
  readonly row: number;
  readonly cells: readonly string[];
  /** Told by the format itself: not a record of its own (a total), an example, the headings again, or a record withdrawn by its source. */
  readonly outcome?: 'merged' | 'ignored' | 'header' | 'withdrawn';
}

/** A cell of more lines than any inventory has: a quote was opened and never closed. */
export function findRunaway(cells: readonly string[]): string | undefined {
  // A plain loop: every cell of every file goes through it.
  for (const cell of cells) if (cell.length > 400 && cell.split('\n').length > 50) return cell;
  return undefined;
}

/** A file read as one table of text cells. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
  /** null where the format has none. */
  readonly delimiter: string | null;
  /** What a recognised format knows of its columns, by heading; the user may still change it. */
  readonly fields?: Readonly<Record<string, FieldId | null>>;
  readonly records?: RecordKind;
  /** What reading the file had to repair. */
  readonly notes?: readonly Issue[];
}

/** A text and, where it is JSON, its value; `undefined`: not JSON or damaged. */
export interface FormatInput {
  readonly name: string;
  readonly text: string;
  readonly json: unknown;
}

/** A way to read a text as a table: recognised by content. One file in `formats/`. */
export interface Format {
  readonly id: string;
  readonly extensions: readonly string[];
  detect(input: FormatInput): boolean;
  /** A table, or the issue that makes the file unusable. */
  read(input: FormatInput, options: { readonly delimiter?: string }): Table | Issue;
}

/** A kind of table told by its headings, whatever file held it: gives columns their meaning. One file in `formats/`. */
export interface Shape {
  readonly id: string;
  detect(headings: ReadonlySet<string>): boolean;
  apply(table: Table): Table;
}

/** The table with columns added at its end, computed from each row; they are shown to the user like the others. */
export function withColumns(table: Table, added: Readonly<Record<string, (cell: (heading: string) => string) => string>>): Table {
  const at = new Map(table.header.map((h, i) => [h, i]));
  const makers = Object.values(added);
  return {
    ...table,
    header: [...table.header, ...Object.keys(added)],
    rows: table.rows.map((row) => {
      const cell = (heading: string) => (row.cells[at.get(heading) ?? -1] ?? '').trim();
      const padded = table.header.map((_, i) => row.cells[i] ?? '');
      return { ...row, cells: [...padded, ...makers.map((make) => make(cell))] };
    }),
  };
}
