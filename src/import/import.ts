import type { CensusEntry } from '../document/diagnosis';
import type { Inventory } from '../model/inventory';
import type { Sector, Territory, TravelException, TravelMatrix, YoungCount, YoungPopulation } from '../model/territory';
import { buildLocator } from '../territory/locate';
import { Cells, Mapping } from './cells';
import type { ColumnGuess } from './columns';
import type { Encoding } from './decode';
import { Draft } from './draft';
import type { Issue } from './issues';
import { type FileOverrides, type Prepared, prepare } from './prepare';
import { readActorRow } from './records/actors';
import { readCensusRow } from './records/census';
import { readPartnershipRow } from './records/partnerships';
import { Notices, type RowContext, type RowOutcome } from './records/rows';
import { readPlaceRow, readSchemeRow } from './records/schemes';
import { readSectorRow } from './records/sectors';
import { readTravelRow } from './records/travel';
import { readPopulationRow, readYoungCountRow } from './records/young';
import { findRunaway, type RecordKind, recordKinds, type Table, type TableRow } from './table';
import { type FileInput, unpack } from './unpack';

export type { FileOverrides } from './prepare';
export type { FileInput } from './unpack';

export interface ImportContext {
  readonly territory: Territory;
  /** ISO date. */
  readonly today: string;
  readonly existing: Inventory;
  /** The cut that the diagnosis already has. */
  readonly sectors?: readonly Sector[];
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
  /** Sheets of the workbook it comes from, and the one read. */
  readonly sheets?: readonly string[];
  readonly sheet?: string;
  readonly records: RecordKind;
  readonly rows: { readonly read: number; readonly kept: number; readonly merged: number; readonly refused: number };
  readonly issues: readonly Issue[];
  readonly columns: readonly ColumnGuess[];
  /** Told by the headings alone: the same for next year's file. */
  readonly shape: string;
  /** First rows as read, at most fifty. */
  readonly sample: readonly (readonly string[])[];
  readonly withoutDomain: number;
  /** Rows that were refused, with their cells, for download. */
  readonly refusedRows: readonly { readonly row: number; readonly cells: readonly string[]; readonly issue: Issue }[];
}

export interface ImportDraft {
  readonly inventory: Inventory;
  readonly census: readonly CensusEntry[];
  /** The user's own cut, where a file gives one. */
  readonly sectors: readonly Sector[];
  readonly youngPopulation: YoungPopulation | null;
  readonly youngCounts: readonly YoungCount[];
  readonly travel: readonly TravelMatrix[];
  readonly travelExceptions: readonly TravelException[];
  readonly files: readonly FileDraft[];
  readonly cancelled: boolean;
}

const rowsBetweenPauses = 2000;

function readRow(
  kind: RecordKind,
  cells: Cells,
  context: RowContext,
  { draft, context: { territory, sectors } }: Run,
): RowOutcome {
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
    case 'secteurs':
      return readSectorRow(cells, draft, context);
    case 'population':
      return readPopulationRow(cells, draft, context);
    case 'trajets':
      return readTravelRow(cells, draft, context, territory);
    case 'effectifs':
      return readYoungCountRow(cells, draft, { territory, sectors: [...draft.sectors(), ...(sectors ?? [])] });
  }
}

/** The same remark on many rows is said once, at its first row, with the number of the others. */
function collapse(issues: readonly Issue[]): Issue[] {
  const first = new Map<string, { issue: Issue; others: number }>();
  const out: { issue: Issue; others: number }[] = [];
  for (const issue of issues) {
    const key = issue.severity === 'note' ? JSON.stringify([issue.code, issue.column, issue.details]) : null;
    const known = key === null ? undefined : first.get(key);
    if (known) known.others++;
    else {
      const entry = { issue, others: 0 };
      out.push(entry);
      if (key !== null) first.set(key, entry);
    }
  }
  return out.map(({ issue, others }) =>
    others === 0 ? issue : { ...issue, details: { ...issue.details, autres: String(others) } },
  );
}

/** Rows of other départements, most of a national file, are said in one line; each stays among the refused rows. */
function summed(issues: readonly Issue[]): readonly Issue[] {
  const here = issues.filter((i) => i.code !== 'autre-departement');
  const others = issues.length - here.length;
  const code = 'autre-departement';
  return others < 2
    ? issues
    : [...here, { code, severity: 'refused', row: null, column: null, details: { nombre: String(others) } }];
}

/** What the format itself says of a row. */
function settle(outcome: TableRow['outcome']): RowOutcome | null {
  if (outcome === 'ignored') return { refused: 'ligne-ignoree', column: '__ignore__', details: {} };
  if (outcome === 'header') return { refused: 'entete-repetee', column: null, details: {} };
  if (outcome === 'withdrawn') return { refused: 'fiche-retiree', column: null, details: {} };
  return outcome === 'merged' ? 'joined' : null;
}

/** A row wider than its header is misaligned, or an open quote has swallowed the lines after it: it cannot be trusted. */
function findShapeFault(cells: readonly string[], width: number): RowOutcome | null {
  const isTooWide = cells.length > width && cells.slice(width).some((c) => c.trim() !== '');
  if (isTooWide)
    return { refused: 'colonnes-en-trop', column: null, details: { attendues: String(width), lues: String(cells.length) } };
  const swallowed = findRunaway(cells);
  return swallowed === undefined
    ? null
    : { refused: 'guillemet-ouvert', column: null, details: { debut: swallowed.slice(0, 40) } };
}

const note = (code: Issue['code'], details: Record<string, string>): Issue => ({
  code,
  severity: 'note',
  row: null,
  column: null,
  details,
});

function noticeIssues(notices: Notices): Issue[] {
  const counts: [Issue['code'], number][] = [
    ['places-par-commune', notices.byCommune],
    ['sans-position', notices.withoutPosition],
    ['sans-domaine', notices.withoutDomain],
    ['lieux-proteges', notices.protectedPlaces],
    ['coordonnees-inversees', notices.swapped],
    ['structure-absente', notices.withoutStructure],
  ];
  const projected = [...notices.projected].map(([crs, n]): Issue => note('coordonnees-projetees', { nombre: String(n), crs }));
  const found = [...notices.points.values()].filter((code) => code !== null).length;
  const details = { nombre: String(found), perdus: String(notices.points.size - found) };
  const tied = notices.points.size > 0 ? [note('points-rattaches', details)] : [];
  return [...projected, ...tied, ...counts.filter(([, n]) => n > 0).map(([code, n]) => note(code, { nombre: String(n) }))];
}

/** Lets messages in. A message of one's own comes at once, where browsers hold back repeated timers for 4 ms. */
const pause = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

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
    for (const issue of cells.notes) tally.issues.push(issue);
  } else if (outcome === 'merged' || outcome === 'joined') {
    tally.rows.merged++;
    const code = outcome === 'merged' ? 'doublon' : 'ligne-rattachee';
    tally.issues.push({ code, severity: 'merged', row, column: null, details: {} });
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
  const mapping = new Mapping(fieldColumns, run.context.overrides?.[name]);
  const total = table.rows.length;
  const tally: Tally = { rows: { read: total, kept: 0, merged: 0, refused: 0 }, issues: [], refusedRows: [] };
  for (let i = 0; i < total; i++) {
    const { row, cells: texts, outcome } = table.rows[i]!;
    if (i % rowsBetweenPauses === 0) {
      run.control.onProgress?.({ file: name, done: i, total });
      await pause();
      if (run.control.isCancelled?.()) return null;
    }
    const cells = new Cells({ file: name, row }, texts, mapping);
    const settled = settle(outcome) ?? findShapeFault(texts, table.header.length);
    count(tally, settled ?? readRow(records, cells, context, run), cells, texts);
  }
  run.control.onProgress?.({ file: name, done: total, total });
  return tally;
}

/** Reads one file into the draft; null when the user cancelled. */
async function readFile(file: Prepared, run: Run): Promise<FileDraft | null> {
  const { name, format, encoding, table, records, columns, shape, fatal: fault, sheets, sheet } = file;
  const sample = table?.rows.slice(0, 50).map((r) => r.cells) ?? [];
  const origin = sheets && sheet !== undefined ? { sheets, sheet } : {};
  const base = { name, format, encoding, delimiter: table?.delimiter ?? null, records, columns, shape, sample, ...origin };
  if (!table || fault) {
    return {
      ...base,
      rows: { read: 0, kept: 0, merged: 0, refused: 0 },
      issues: fault ? [fault] : [],
      withoutDomain: 0,
      refusedRows: [],
    };
  }
  const notices = new Notices();
  const fileDomains = run.context.overrides?.[name]?.domains ?? [];
  const tally = await readRows(
    file,
    table,
    { locator: run.locator, notices, today: run.context.today, fileDomains, departement: run.context.territory.code, format },
    run,
  );
  if (tally === null) return null;
  return {
    ...base,
    ...tally,
    issues: [...collapse(summed(tally.issues)), ...(table.notes ?? []), ...noticeIssues(notices)],
    withoutDomain: notices.withoutDomain,
  };
}

/** Files of one name in different folders are told apart: « lieux.csv », « lieux.csv (2) ». */
function withOwnNames(files: readonly Prepared[]): readonly Prepared[] {
  const seen = new Map<string, number>();
  return files.map((file) => {
    const n = (seen.get(file.name) ?? 0) + 1;
    seen.set(file.name, n);
    return n === 1 ? file : { ...file, name: `${file.name} (${n})` };
  });
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
  const parts = (await Promise.all(files.map((f) => unpack(f)))).flat();
  const prepared = withOwnNames(parts.flatMap((part) => prepare(part, context.overrides ?? {})));
  const order = [...prepared].sort((a, b) => recordKinds.indexOf(a.records) - recordKinds.indexOf(b.records));
  const drafts = new Map<string, FileDraft>();
  for (const file of order) {
    const read = await readFile(file, run);
    if (read === null)
      return {
        inventory: { actors: [], sites: [], schemes: [], partnerships: [] },
        census: [],
        sectors: [],
        youngPopulation: null,
        youngCounts: [],
        travel: [],
        travelExceptions: [],
        files: [],
        cancelled: true,
      };
    drafts.set(file.name, read);
  }
  return {
    inventory: run.draft.inventory(),
    census: [...run.draft.census.values()],
    sectors: run.draft.sectors(),
    youngPopulation: run.draft.youngPopulation(),
    youngCounts: [...run.draft.youngCounts.values()],
    travel: run.draft.travel(),
    travelExceptions: [...run.draft.travelExceptions.values()],
    files: prepared.map((p) => drafts.get(p.name)!),
    cancelled: false,
  };
}
