import type { Issue } from '../issues';

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

/**
 * Sheets of an XLSX, XLSM, XLS or ODS workbook, read by SheetJS (the maintained packaging of its own releases: the
 * name `xlsx` on the registry is frozen at an old one). Loaded only when a workbook is dropped.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<readonly Sheet[] | Issue> {
  const { read, utils } = await import('@e965/xlsx');
  try {
    const book = read(bytes, {
      type: 'array',
      cellDates: true,
      UTC: true,
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellStyles: false,
    });
    return book.SheetNames.map((name) => ({
      name,
      rows: utils
        .sheet_to_json<unknown[]>(book.Sheets[name]!, { header: 1, raw: true, defval: '', blankrows: true, UTC: true })
        .map((r) => r.map(textOf)),
    }));
  } catch (error) {
    return fatal(error instanceof Error && /password|encrypt/i.test(error.message) ? 'classeur-chiffre' : 'classeur-abime');
  }
}
