import { isSiren, isSiret } from '../model/identity';
import type { Source } from '../model/inventory';
import { parseCount, parseDate, parseList, parseNumber, parseYear, parseYesNo, type SeparatorId } from '../model/values';
import type { FieldId } from './columns';
import type { Issue, IssueCode } from './issues';
import type { TermReader } from './terms';

interface Identity {
  readonly siren?: string;
  readonly siret?: string;
}

/** What R, pandas, JSON and French spreadsheets write where there is nothing. */
const noValue: ReadonlySet<string> = new Set(['NA', 'N/A', '#N/A', '#N/D', 'nan', 'NaN', 'null', 'NULL', 'None']);

const noIssues: readonly Issue[] = [];
const noIdentity: Identity = {};

/** How one optional property of a record is read, and the field without which it cannot be. */
export interface Reader<R> {
  readonly key: keyof R & string;
  readonly field: FieldId;
  read(cells: Cells): unknown;
}

/** Adds to a record the optional properties that a row states; those of columns that the file has not are not even tried. */
export function readInto<R extends object>(record: R, readers: readonly Reader<R>[], cells: Cells): R {
  const out = record as Record<string, unknown>;
  for (const { key, read } of cells.mapping.statedOf(readers)) {
    const value = read(cells);
    if (value !== undefined) out[key] = value;
  }
  return record;
}

/** What the user decided about values, for a whole file. */
export interface CellChoices {
  /** By field: value as written → value to read instead. */
  readonly values?: Readonly<Partial<Record<FieldId, Readonly<Record<string, string>>>>>;
  /** By field: value of rows that state none. */
  readonly constants?: Readonly<Partial<Record<FieldId, string>>>;
  /** By field: how a cell that holds several values is parted; absent: by the usual signs. */
  readonly separators?: Readonly<Partial<Record<FieldId, SeparatorId>>>;
}

const noChoices: CellChoices = {};

/** What the fields of one file are read from: the same for all its rows. */
export class Mapping {
  readonly columns: ReadonlyMap<FieldId, { readonly index: number; readonly header: string }>;
  readonly choices: CellChoices;
  private readonly stated = new Map<unknown, unknown>();

  constructor(columns: Mapping['columns'], choices: CellChoices = noChoices) {
    this.columns = columns;
    this.choices = choices;
  }

  /** Whether the file can state a field: by a column, or by a constant. */
  states(field: FieldId): boolean {
    return this.columns.has(field) || this.choices.constants?.[field] !== undefined;
  }

  /** Those of some readers whose field the file can state; chosen once. */
  statedOf<R>(readers: readonly Reader<R>[]): readonly Reader<R>[] {
    let kept = this.stated.get(readers) as readonly Reader<R>[] | undefined;
    if (!kept) {
      kept = readers.filter((r) => this.states(r.field));
      this.stated.set(readers, kept);
    }
    return kept;
  }
}

/** One row seen through the mapping: reads fields, notes what cannot be read with its column. */
export class Cells {
  readonly source: Source;
  readonly mapping: Mapping;
  private noted: Issue[] | null = null;
  private identities: Map<string, Identity> | null = null;
  readonly cells: readonly string[];

  constructor(source: Source, cells: readonly string[], mapping: Mapping) {
    this.source = source;
    this.cells = cells;
    this.mapping = mapping;
  }

  private get columns(): Mapping['columns'] {
    return this.mapping.columns;
  }

  private get choices(): CellChoices {
    return this.mapping.choices;
  }

  /** What could not be read of this row. */
  get notes(): readonly Issue[] {
    return this.noted ?? noIssues;
  }

  private add(issue: Issue): void {
    this.noted ??= [];
    this.noted.push(issue);
  }

  has(field: FieldId): boolean {
    return this.columns.has(field);
  }

  states(field: FieldId): boolean {
    return this.mapping.states(field);
  }

  headerOf(field: FieldId): string | null {
    return this.columns.get(field)?.header ?? null;
  }

  /** Trimmed text of a field; '' when the column or the value is missing. */
  text(field: FieldId): string {
    const column = this.columns.get(field);
    const cell = column ? (this.cells[column.index] ?? '').trim() : '';
    const text = cell.length > 1 && cell.length <= 4 && noValue.has(cell) ? '' : cell;
    if (this.choices === noChoices) return text;
    return (this.choices.values?.[field]?.[text] ?? text) || (this.choices.constants?.[field] ?? '');
  }

  note(code: IssueCode, field: FieldId, value = this.text(field)): void {
    this.add({ code, severity: 'note', row: this.source.row, column: this.headerOf(field), details: { value } });
  }

  noteWith(code: IssueCode, field: FieldId, details: Readonly<Record<string, string>>): void {
    this.add({ code, severity: 'note', row: this.source.row, column: this.headerOf(field), details });
  }

  private parsed<T>(field: FieldId, parse: (text: string) => T | null, code: IssueCode): T | undefined {
    const text = this.text(field);
    if (text === '') return undefined;
    const value = parse(text);
    if (value === null) this.note(code, field);
    return value ?? undefined;
  }

  number(field: FieldId): number | undefined {
    return this.parsed(field, parseNumber, 'nombre-illisible');
  }

  /** A number that cannot be negative: ages, places, amounts of places. */
  count(field: FieldId): number | undefined {
    return this.parsed(field, parseCount, 'nombre-illisible');
  }

  date(field: FieldId): string | undefined {
    return this.parsed(field, parseDate, 'date-illisible');
  }

  /** A year, alone or inside a date. */
  year(field: FieldId): number | undefined {
    return this.parsed(field, parseYear, 'date-illisible');
  }

  yesNo(field: FieldId): boolean | undefined {
    return this.parsed(field, parseYesNo, 'valeur-inconnue');
  }

  term<T>(field: FieldId, read: TermReader<T>): T | undefined {
    return this.parsed(field, read, 'valeur-inconnue');
  }

  /** Values of a list field that belong to a closed list; the others are noted. Undefined when the cell is empty. */
  terms<T>(field: FieldId, read: TermReader<T>): readonly T[] | undefined {
    const text = this.text(field);
    if (text === '') return undefined;
    // A label may itself hold a comma ("Santé, soins"): the whole cell is tried first.
    const whole = read(text);
    if (whole !== null) return [whole];
    const out = new Set<T>();
    const meanings = this.choices.values?.[field];
    for (const part of parseList(text, this.choices.separators?.[field])) {
      const meant = meanings?.[part] ?? part;
      if (meant === '') continue;
      const value = read(meant);
      if (value === null) this.note('valeur-inconnue', field, part);
      else out.add(value);
    }
    return [...out];
  }

  list(field: FieldId): readonly string[] | undefined {
    const text = this.text(field);
    return text === '' ? undefined : parseList(text, this.choices.separators?.[field]);
  }

  /** SIREN and SIRET of a pair of fields; a damaged one is noted and left out. A SIRET in the SIREN field is read as one. */
  identity(sirenField: FieldId, siretField: FieldId): Identity {
    if (!this.states(sirenField) && !this.states(siretField)) return noIdentity;
    const key = `${sirenField}|${siretField}`;
    const seen = this.identities?.get(key);
    if (seen) return seen;
    const read =
      this.text(sirenField) === '' && this.text(siretField) === '' ? noIdentity : this.readIdentity(sirenField, siretField);
    this.identities ??= new Map();
    this.identities.set(key, read);
    return read;
  }

  private readIdentity(sirenField: FieldId, siretField: FieldId): Identity {
    const out: { siren?: string; siret?: string } = {};
    for (const field of new Set([siretField, sirenField])) {
      const digits = this.text(field).replace(/[\s.']/g, '');
      if (digits === '') continue;
      if (isSiret(digits)) {
        out.siret ??= digits;
        out.siren ??= digits.slice(0, 9);
      } else if (isSiren(digits)) out.siren ??= digits;
      else this.note('identifiant-invalide', field);
    }
    return out;
  }
}

/** The object itself without its undefined properties: an absent property means "not known". */
export function known<T extends object>(record: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const out: Record<string, unknown> = {};
  // A plain loop: this runs several times per row of files of hundreds of thousands of rows.
  for (const key in record) if (record[key] !== undefined) out[key] = record[key];
  return out as { [K in keyof T]: Exclude<T[K], undefined> };
}
