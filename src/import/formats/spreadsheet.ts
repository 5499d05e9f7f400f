import type { Range, WorkSheet } from '@e965/xlsx';
import type { Issue } from '../issues';
import { mostCells, WorkbookTooLarge, workbookBytes } from './workbookBytes';

/** A sheet of a workbook as rows of text cells. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

const pad = (n: number, size = 2) => String(n).padStart(size, '0');

/** Numbers keep all their digits (a SIRET stays whole), dates become ISO, the rest is text. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date)
    return Number.isNaN(value.getTime())
      ? ''
      : `${pad(value.getUTCFullYear(), 4)}-${pad(value.getUTCMonth() + 1)}-${pad(value.getUTCDate())}`;
  return String(value);
}

const fatal = (code: Issue['code']): Issue => ({ code, severity: 'fatal', row: null, column: null, details: {} });

/** Rows that a spreadsheet program can hold. */
const mostRows = 1_048_576;

/** Where the cells of a sheet are, from the corner that it declares: what it declares may be a million empty rows. */
function extentOf(sheet: WorkSheet, declared: Range): Range {
  const rows = Object.entries(sheet['!data'] ?? []);
  const end = { ...declared.s };
  for (const [row, cells] of rows) {
    end.r = Math.max(end.r, Number(row));
    end.c = Math.max(end.c, cells.length - 1);
  }
  if (end.r >= mostRows || rows.length * (end.c + 1 - declared.s.c) > mostCells) throw new WorkbookTooLarge();
  return { s: declared.s, e: end };
}

function codeOf(error: unknown): Issue['code'] {
  if (error instanceof WorkbookTooLarge) return 'classeur-trop-grand';
  return error instanceof Error && /password|encrypt/i.test(error.message) ? 'classeur-chiffre' : 'classeur-abime';
}

/**
 * Sheets of an XLSX, XLSM, XLS or ODS workbook, read by SheetJS (the maintained packaging of its own releases: the
 * name `xlsx` on the registry is frozen at an old one). Loaded only when a workbook is dropped.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<readonly Sheet[] | Issue> {
  const { read, utils } = await import('@e965/xlsx');
  try {
    const book = read(workbookBytes(bytes), {
      type: 'array',
      cellDates: true,
      UTC: true,
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellStyles: false,
    });
    const rowsOf = (sheet: WorkSheet): unknown[][] => {
      const declared = sheet['!ref'];
      if (declared === undefined) return [];
      const range = extentOf(sheet, utils.decode_range(declared));
      return utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true, defval: '', blankrows: true, UTC: true, range });
    };
    return book.SheetNames.map((name) => ({ name, rows: rowsOf(book.Sheets[name]!).map((r) => r.map(textOf)) }));
  } catch (error) {
    return fatal(codeOf(error));
  }
}
