import type { DomainId } from '../model/domains';
import { hashOf } from '../model/identity';
import { normalise } from '../model/words';
import type { CellChoices } from './cells';
import { type ColumnGuess, type FieldId, guessColumns } from './columns';
import { decode, type Encoding } from './decode';
import { formats, shapes } from './formats';
import { headingSet } from './formats/dataInclusion';
import { tableFromRows } from './formats/grid';
import { parseJson } from './formats/json';
import type { Sheet } from './formats/spreadsheet';
import type { Issue } from './issues';
import type { RecordKind, Table } from './table';
import type { Part } from './unpack';

/** What the user decided for one file. */
export interface FileOverrides extends CellChoices {
  readonly fields?: Readonly<Record<number, FieldId | null>>;
  readonly domains?: readonly DomainId[];
  readonly delimiter?: string;
  /** Sheet of a workbook to read instead of the one chosen. */
  readonly sheet?: string;
}

/** A file (or a sheet, or a file of an archive) read as a table with its columns guessed; or why it cannot be. */
export interface Prepared {
  readonly name: string;
  readonly format: string;
  readonly encoding: Encoding | null;
  readonly table: Table | null;
  readonly records: RecordKind;
  readonly columns: readonly ColumnGuess[];
  /** Told by the headings alone: a mapping can be remembered for the next file of the same shape. */
  readonly shape: string;
  readonly fatal: Issue | null;
  readonly sheets?: readonly string[];
  readonly sheet?: string;
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
  if (has('young1824') && has('communeCode') && !has('name', 'schemeName', 'actorName')) return 'population';
  if (has('youngAse', 'youngPjj') && has('unitCode', 'unitName', 'sector') && !has('communeCode', 'name')) return 'effectifs';
  if (has('sector') && has('communeCode', 'communeName') && !has('name', 'schemeName', 'actorName')) return 'secteurs';
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
  secteurs: ['code insee', 'secteur'],
  population: ['code insee', 'jeunes 18 24'],
  effectifs: ['code', 'jeunes ase'],
  trajets: ['commune origine', 'commune destination', 'minutes'],
};

function formatName(id: string, table: Table, records: RecordKind): string {
  const headings = new Set(table.header.map(normalise));
  return (id === 'csv' || id === 'classeur') && records !== 'lieux' && ownHeadings[records].every((h) => headings.has(h))
    ? `maillage-${records}`
    : id;
}

/** A table with what its headings tell of it. */
function recognise(table: Table, formatId: string): { table: Table; format: string } {
  const headings = headingSet(table);
  const shape = table.records === undefined ? shapes.find((s) => s.detect(headings)) : undefined;
  return shape ? { table: shape.apply(table), format: shape.id } : { table, format: formatId };
}

function prepareTable(
  name: string,
  read: Table,
  formatId: string,
  encoding: Encoding | null,
  overrides: FileOverrides,
): Prepared {
  const { table, format } = recognise(read, formatId);
  const hints = { ...(table.fields ? { format: table.fields } : {}), ...(overrides.fields ? { chosen: overrides.fields } : {}) };
  const columns = guessColumns(
    table.header,
    table.rows.slice(0, 200).map((r) => r.cells),
    hints,
  );
  const records = table.records ?? recordsOf(table, columns);
  return {
    name,
    format: formatName(format, table, records),
    encoding,
    table,
    records,
    columns,
    shape: hashOf(read.header.map(normalise).join('|')),
    fatal: findMissingColumn(records, columns, table),
  };
}

const unusable = (name: string, issue: Issue, format = 'inconnu', encoding: Encoding | null = null): Prepared => ({
  name,
  format,
  encoding,
  table: null,
  records: 'lieux',
  columns: [],
  shape: '',
  fatal: issue,
});

function prepareText(name: string, bytes: Uint8Array, overrides: FileOverrides): Prepared {
  const { text, encoding } = decode(bytes);
  if (text.trim() === '') return unusable(name, fatal('fichier-vide'));
  const input = { name, text, json: parseJson(text) };
  const format = formats.find((f) => f.detect(input))!;
  const table = format.read(input, overrides.delimiter === undefined ? {} : { delimiter: overrides.delimiter });
  return 'code' in table ? unusable(name, table, format.id, encoding) : prepareTable(name, table, format.id, encoding, overrides);
}

/**
 * The sheets of a workbook worth reading: those of a recognised kind, or else the one with the most rows among those
 * that can be used; the one the user asks for, alone.
 */
function prepareWorkbook(name: string, sheets: readonly Sheet[], of: (name: string) => FileOverrides): Prepared[] {
  const filled = sheets.filter((s) => s.rows.some((r) => r.some((c) => c.trim() !== '')));
  if (filled.length === 0) return [unusable(name, fatal('fichier-vide'), 'classeur')];
  const all = filled.map((sheet) => {
    const table = tableFromRows(sheet.rows, null);
    const part = `${name} › ${sheet.name}`;
    const prepared =
      'code' in table
        ? unusable(part, table, 'classeur')
        : prepareTable(part, table, 'classeur', null, { ...of(name), ...of(part) });
    return { ...prepared, sheets: sheets.map((s) => s.name), sheet: sheet.name };
  });
  const asked = all.filter((p) => p.sheet === of(name).sheet);
  const known = all.filter((p) => p.format !== 'classeur' && p.fatal === null);
  const usable = all.filter((p) => p.fatal === null).sort((a, b) => b.table!.rows.length - a.table!.rows.length);
  const chosen =
    asked.length > 0 ? asked : known.length > 0 ? known : usable.slice(0, 1).length > 0 ? usable.slice(0, 1) : all.slice(0, 1);
  // One sheet read: the file keeps its own name.
  return chosen.length === 1 ? [{ ...chosen[0]!, name }] : chosen;
}

/** Reads a part of a dropped file as tables and guesses their columns; what cannot be used carries the reason. */
export function prepare(part: Part, overrides: Readonly<Record<string, FileOverrides>>): Prepared[] {
  const of = (name: string) => overrides[name] ?? {};
  switch (part.kind) {
    case 'fault':
      return [unusable(part.name, part.issue)];
    case 'bytes':
      return [prepareText(part.name, part.bytes, of(part.name))];
    case 'sheets':
      return prepareWorkbook(part.name, part.sheets, of);
  }
}

/** A header alone, or a table in which no column gives a name, cannot be read; the user can point one out. */
function findMissingColumn(records: RecordKind, columns: readonly ColumnGuess[], table: Table): Issue | null {
  if (table.rows.length === 0) return fatal('fichier-vide');
  const colonnes = table.header.slice(0, 6).join(', ');
  if (columns.every((c) => c.field === null)) return fatal('sans-colonne-connue', { colonnes });
  const isNamed = columns.some((c) => c.field === 'name' || c.field === 'schemeName' || c.field === 'actorName');
  return records === 'lieux' && !isNamed ? fatal('sans-colonne-nom', { colonnes }) : null;
}
