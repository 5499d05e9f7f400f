import type { Issue } from './issues';

/** A file read as one table of text cells. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
  /** null where the format has none. */
  readonly delimiter: string | null;
}

/** What every format in `formats/` gives: recognise a text by its content, read it as a table. */
export interface Format {
  readonly id: string;
  readonly extensions: readonly string[];
  detect(text: string, name: string): boolean;
  /** A table, or the issue that makes the file unusable. */
  read(text: string, options: { readonly delimiter?: string }): Table | Issue;
}
