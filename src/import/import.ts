import type { CensusEntry } from '../document/diagnosis';
import type { DomainId } from '../model/domains';
import type { Inventory } from '../model/inventory';
import type { Territory } from '../model/territory';
import { normalise } from '../model/words';
import { buildLocator } from '../territory/locate';
import { Cells } from './cells';
import { type ColumnGuess, type FieldId, guessColumns } from './columns';
import { decode, type Encoding, findBinaryKind } from './decode';
import { Draft } from './draft';
import { formats } from './formats';
import type { Issue } from './issues';
import { readActorRow } from './records/actors';
import { readCensusRow } from './records/census';
import { readPartnershipRow } from './records/partnerships';
import { Notices, type RowContext, type RowOutcome } from './records/rows';
import { readPlaceRow, readSchemeRow } from './records/schemes';
import type { Table } from './table';

/** What the rows of a file carry; the order is that in which files dropped together are read. */
export const recordKinds = ['acteurs', 'lieux', 'dispositifs', 'partenariats', 'territoires'] as const;
export type RecordKind = (typeof recordKinds)[number];

export interface FileInput {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the user decided for one file. */
export interface FileOverrides {
  readonly fields?: Readonly<Record<number, FieldId | null>>;
  readonly domains?: readonly DomainId[];
  readonly delimiter?: string;
}

export interface ImportContext {
  readonly territory: Territory;
  /** ISO date. */
  readonly today: string;
  readonly existing: Inventory;
  readonly overrides?: Readonly<Record<string, FileOverrides>>;
}

export interface ImportControl {
  onProgress?(progress: { readonly file: string; readonly done: number; readonly total: number }): void;
  isCancelled?(): boolean;
}

export interface FileDraft {
  readonly name: string;
  /** "csv", "geojson", or one of our own tables: "maillage-acteurs"… */
  readonly format: string;
  readonly encoding: Encoding | null;
  readonly delimiter: string | null;
  readonly records: RecordKind;
  readonly rows: { readonly read: number; readonly kept: number; readonly merged: number; readonly refused: number };
  readonly issues: readonly Issue[];
  readonly columns: readonly ColumnGuess[];
  /** First rows as read, at most fifty. */
  readonly sample: readonly (readonly string[])[];
  readonly withoutDomain: number;
  /** Rows that were refused, with their cells, for download. */
  readonly refusedRows: readonly { readonly row: number; readonly cells: readonly string[]; readonly issue: Issue }[];
}

export interface ImportDraft {
  readonly inventory: Inventory;
  readonly census: readonly CensusEntry[];
  readonly files: readonly FileDraft[];
  readonly cancelled: boolean;
}

/** Larger files are refused with a sentence: they would not fit in the memory of an office PC. */
export const largestFileBytes = 250_000_000;
const rowsBetweenPauses = 2000;

interface Prepared {
  readonly name: string;
  readonly format: string;
  readonly encoding: Encoding | null;
  readonly table: Table | null;
  readonly records: RecordKind;
  readonly columns: readonly ColumnGuess[];
  readonly fatal: Issue | null;
}

const fatal = (code: Issue['code'], details: Record<string, string> = {}): Issue => ({
  code,
  severity: 'fatal',
  row: null,
  column: null,
  details,
});

/** What the mapped fields make of a row; our own actors table is told by its headings, since it carries no scheme. */
function recordsOf(table: Table, columns: readonly ColumnGuess[]): RecordKind {
  const has = (...ids: FieldId[]) => ids.some((id) => columns.some((c) => c.field === id));
  const headings = new Set(table.header.map(normalise));
  if (has('censusState') && has('unitCode')) return 'territoires';
  if (has('fromId', 'fromName', 'fromSiren') && has('toId', 'toName', 'toSiren')) return 'partenariats';
  if (has('actorId') && has('name', 'schemeName')) return 'dispositifs';
  const isOwn =
    ['id', 'nom', 'categorie'].every((h) => headings.has(h)) &&
    ['sigle', 'precision', 'statut juridique'].some((h) => headings.has(h));
  return isOwn ? 'acteurs' : 'lieux';
}

const ownHeadings: Readonly<Record<Exclude<RecordKind, 'lieux'>, readonly string[]>> = {
  acteurs: ['id', 'nom', 'categorie'],
  dispositifs: ['acteur id', 'nom'],
  partenariats: ['source id', 'cible id'],
  territoires: ['code', 'recensement'],
};

function formatName(id: string, table: Table, records: RecordKind): string {
  const headings = new Set(table.header.map(normalise));
  return id === 'csv' && records !== 'lieux' && ownHeadings[records].every((h) => headings.has(h)) ? `maillage-${records}` : id;
}

function findFatal({ bytes }: FileInput): Issue | null {
  if (bytes.length === 0) return fatal('fichier-vide');
  if (bytes.length > largestFileBytes) return fatal('fichier-trop-grand', { taille: String(Math.round(bytes.length / 1e6)) });
  const kind = findBinaryKind(bytes);
  return kind === null ? null : fatal(`fichier-${kind}`);
}

/** Reads a file as a table and guesses its columns; an unusable file carries the issue that says why. */
function prepare(file: FileInput, overrides: FileOverrides = {}): Prepared {
  const failed = (issue: Issue, format = 'inconnu', encoding: Encoding | null = null): Prepared => ({
    name: file.name,
    format,
    encoding,
    table: null,
    records: 'lieux',
    columns: [],
    fatal: issue,
  });
  const unusable = findFatal(file);
  if (unusable) return failed(unusable);
  const { text, encoding } = decode(file.bytes);
  if (text.trim() === '') return failed(fatal('fichier-vide'));
  const format = formats.find((f) => f.detect(text, file.name))!;
  const table = format.read(text, overrides.delimiter === undefined ? {} : { delimiter: overrides.delimiter });
  if ('code' in table) return failed(table, format.id, encoding);
  const columns = guessColumns(
    table.header,
    table.rows.slice(0, 200).map((r) => r.cells),
    overrides.fields,
  );
  const records = recordsOf(table, columns);
  return {
    name: file.name,
    format: formatName(format.id, table, records),
    encoding,
    table,
    records,
    columns,
    fatal: findMissingColumn(records, columns, table),
  };
}

/** A table of places or schemes in which no column gives a name cannot be read; the user can point one out. */
function findMissingColumn(records: RecordKind, columns: readonly ColumnGuess[], table: Table): Issue | null {
  const colonnes = table.header.slice(0, 6).join(', ');
  if (columns.every((c) => c.field === null)) return fatal('sans-colonne-connue', { colonnes });
  const isNamed = columns.some((c) => c.field === 'name' || c.field === 'schemeName' || c.field === 'actorName');
  return records === 'lieux' && !isNamed ? fatal('sans-colonne-nom', { colonnes }) : null;
}

function readRow(kind: RecordKind, cells: Cells, draft: Draft, context: RowContext, territory: Territory): RowOutcome {
  switch (kind) {
    case 'acteurs':
      return readActorRow(cells, draft, context);
    case 'lieux':
      return readPlaceRow(cells, draft, context);
    case 'dispositifs':
      return readSchemeRow(cells, draft, context);
    case 'partenariats':
      return readPartnershipRow(cells, draft);
    case 'territoires':
      return readCensusRow(cells, draft, territory);
  }
}

/** A row wider than its header is misaligned, or an open quote has swallowed the lines after it: it cannot be trusted. */
function findShapeFault(cells: readonly string[], width: number): RowOutcome | null {
  const isTooWide = cells.length > width && cells.slice(width).some((c) => c.trim() !== '');
  if (isTooWide)
    return { refused: 'colonnes-en-trop', column: null, details: { attendues: String(width), lues: String(cells.length) } };
  const swallowed = cells.find((c) => c.split('\n').length > 50);
  return swallowed === undefined
    ? null
    : { refused: 'guillemet-ouvert', column: null, details: { debut: swallowed.slice(0, 40) } };
}

function noticeIssues(notices: Notices): Issue[] {
  const counts: [Issue['code'], number][] = [
    ['places-par-commune', notices.byCommune],
    ['sans-position', notices.withoutPosition],
    ['sans-domaine', notices.withoutDomain],
    ['lieux-proteges', notices.protectedPlaces],
  ];
  return counts
    .filter(([, n]) => n > 0)
    .map(([code, n]) => ({ code, severity: 'note', row: null, column: null, details: { nombre: String(n) } }));
}

const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

interface Run {
  readonly draft: Draft;
  readonly context: ImportContext;
  readonly control: ImportControl;
  readonly locator: RowContext['locator'];
}

/** What has become of the rows of one file so far. */
interface Tally {
  readonly rows: { read: number; kept: number; merged: number; refused: number };
  readonly issues: Issue[];
  readonly refusedRows: { row: number; cells: readonly string[]; issue: Issue }[];
}

function count(tally: Tally, outcome: RowOutcome, cells: Cells, texts: readonly string[]): void {
  const { row } = cells.source;
  if (outcome === 'kept') {
    tally.rows.kept++;
    tally.issues.push(...cells.notes);
  } else if (outcome === 'merged') {
    tally.rows.merged++;
    tally.issues.push({ code: 'doublon', severity: 'merged', row, column: null, details: {} });
  } else {
    tally.rows.refused++;
    const issue: Issue = { code: outcome.refused, severity: 'refused', row, column: outcome.column, details: outcome.details };
    tally.issues.push(issue);
    tally.refusedRows.push({ row, cells: texts, issue });
  }
}

/** Reads the rows of a table into the draft, pausing so that progress shows and a cancel is heard; null when cancelled. */
async function readRows(file: Prepared, table: Table, context: RowContext, run: Run): Promise<Tally | null> {
  const { name, records, columns } = file;
  const fieldColumns = new Map(columns.flatMap((c) => (c.field === null ? [] : [[c.field, c] as const])));
  const total = table.rows.length;
  const tally: Tally = { rows: { read: total, kept: 0, merged: 0, refused: 0 }, issues: [], refusedRows: [] };
  for (const [i, { row, cells: texts }] of table.rows.entries()) {
    if (i % rowsBetweenPauses === 0) {
      run.control.onProgress?.({ file: name, done: i, total });
      await pause();
      if (run.control.isCancelled?.()) return null;
    }
    const cells = new Cells({ file: name, row }, texts, fieldColumns);
    const fault = findShapeFault(texts, table.header.length);
    count(tally, fault ?? readRow(records, cells, run.draft, context, run.context.territory), cells, texts);
  }
  run.control.onProgress?.({ file: name, done: total, total });
  return tally;
}

/** Reads one file into the draft; null when the user cancelled. */
async function readFile(file: Prepared, run: Run): Promise<FileDraft | null> {
  const { name, format, encoding, table, records, columns, fatal: unusable } = file;
  const sample = table?.rows.slice(0, 50).map((r) => r.cells) ?? [];
  const base = { name, format, encoding, delimiter: table?.delimiter ?? null, records, columns, sample };
  if (!table || unusable) {
    return {
      ...base,
      rows: { read: 0, kept: 0, merged: 0, refused: 0 },
      issues: unusable ? [unusable] : [],
      withoutDomain: 0,
      refusedRows: [],
    };
  }
  const notices = new Notices();
  const fileDomains = run.context.overrides?.[name]?.domains ?? [];
  const tally = await readRows(file, table, { locator: run.locator, notices, today: run.context.today, fileDomains }, run);
  if (tally === null) return null;
  return { ...base, ...tally, issues: [...tally.issues, ...noticeIssues(notices)], withoutDomain: notices.withoutDomain };
}

/**
 * Reads files dropped together into one draft: actors before the schemes and ties that point at them. Every row is
 * kept, merged or refused with its reason; nothing enters the diagnosis before the user accepts the draft.
 */
export async function importFiles(
  files: readonly FileInput[],
  context: ImportContext,
  control: ImportControl = {},
): Promise<ImportDraft> {
  const run: Run = { draft: new Draft(context.existing), context, control, locator: buildLocator(context.territory) };
  const prepared = files.map((f) => prepare(f, context.overrides?.[f.name]));
  const order = [...prepared].sort((a, b) => recordKinds.indexOf(a.records) - recordKinds.indexOf(b.records));
  const drafts = new Map<string, FileDraft>();
  for (const file of order) {
    const read = await readFile(file, run);
    if (read === null)
      return { inventory: { actors: [], sites: [], schemes: [], partnerships: [] }, census: [], files: [], cancelled: true };
    drafts.set(file.name, read);
  }
  return {
    inventory: run.draft.inventory(),
    census: [...run.draft.census.values()],
    files: files.map((f) => drafts.get(f.name)!),
    cancelled: false,
  };
}
