import Papa from 'papaparse';
import type { Issue } from '../issues';
import { type Format, findRunaway, type TableRow } from '../table';
import { joinCutRows } from './cutRows';
import { tableFromRows } from './grid';

const delimiters = [';', ',', '\t', '|'] as const;

const isRunaway = (rows: readonly (readonly string[])[]) => rows.some((r) => findRunaway(r) !== undefined);

/** Parses with quotes, or, where one of them has swallowed the file, taking them as plain characters. */
function parse(text: string, delimiter: string, preview = 0): { rows: string[][]; isUnquoted: boolean } {
  const { data } = Papa.parse<string[]>(text, { delimiter, preview });
  if (!isRunaway(data)) return { rows: data, isUnquoted: false };
  const { data: plain } = Papa.parse<string[]>(text, { delimiter, preview, quoteChar: '\u0000' });
  return { rows: plain.map((r) => r.map((c) => c.replace(/^"(.*)"$/s, '$1'))), isUnquoted: true };
}

/** How much a delimiter makes a table of the first rows: rows of the commonest width × that width. */
function scoreOf(text: string, delimiter: string): number {
  const counts = new Map<number, number>();
  for (const { length } of parse(text, delimiter, 200).rows.slice(0, 60))
    if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  return Math.max(0, ...[...counts].map(([width, n]) => n * Math.min(width, 40)));
}

/** The delimiter that parses the first rows best; the semicolon of French spreadsheets when nothing tells. */
export function detectDelimiter(text: string): string {
  const sample = text.slice(0, 200_000);
  const scored = delimiters.map((d) => ({ d, score: scoreOf(sample, d) })).sort((a, b) => b.score - a.score);
  return scored[0] && scored[0].score > 0 ? scored[0].d : ';';
}

const isFilled = (cell: string) => cell.trim() !== '';

/**
 * A row one cell too wide because an amount was written « 100 000,00 » without quotes in a comma file: the two
 * halves are put together again. Null when that is not what happened.
 */
function mendAmount(cells: readonly string[], width: number): string[] | null {
  const used = cells.findLastIndex(isFilled) + 1;
  if (used !== width + 1) return null;
  const splits = cells.flatMap((c, k) =>
    /^\d{1,3}([ \u00a0\u202f]\d{3})*$/.test(c.trim()) && /^\d{2}$/.test((cells[k + 1] ?? '').trim()) ? [k] : [],
  );
  const [k] = splits;
  if (k === undefined || splits.length > 1) return null;
  return [...cells.slice(0, k), `${cells[k]!.trim()},${cells[k + 1]!.trim()}`, ...cells.slice(k + 2, used)];
}

/** The apostrophe that exports (ours among them) put before a text that a spreadsheet would run as a formula. */
const guard = /^'(?='*[=+\-@\t\r])/;
export const withoutGuard = (cell: string): string => (cell.startsWith("'") ? cell.replace(guard, '') : cell);
const withoutGuards = (rows: string[][], text: string): string[][] =>
  /'[=+\-@\t\r]/.test(text) ? rows.map((r) => r.map(withoutGuard)) : rows;

const note = (code: Issue['code'], details: Record<string, string> = {}): Issue => ({
  code,
  severity: 'note',
  row: null,
  column: null,
  details,
});

/** Delimited text: any of ; , tab |, quotes doubled, any line break; cells stay text. */
export const csv = {
  id: 'csv',
  extensions: ['csv', 'tsv', 'txt'],
  detect: () => true,
  read({ text }, options) {
    const delimiter = options.delimiter ?? detectDelimiter(text);
    const { rows, isUnquoted } = parse(text, delimiter);
    const table = tableFromRows(withoutGuards(rows, text), delimiter);
    if ('code' in table) return table;
    let mended = 0;
    const whole = joinCutRows(table.rows, table.header.length);
    const repair = (r: TableRow): TableRow => {
      const cells = mendAmount(r.cells, table.header.length);
      if (cells) mended++;
      return cells ? { ...r, cells } : r;
    };
    const repaired = delimiter === ',' ? whole.map(repair) : whole;
    const notes = [
      ...(isUnquoted ? [note('guillemets-ignores')] : []),
      ...(whole.length < table.rows.length
        ? [note('lignes-recollees', { nombre: String(table.rows.length - whole.length) })]
        : []),
      ...(mended > 0 ? [note('montants-recolles', { nombre: String(mended) })] : []),
    ];
    return { ...table, rows: repaired, notes };
  },
} as const satisfies Format;
