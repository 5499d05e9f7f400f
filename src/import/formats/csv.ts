import Papa from 'papaparse';
import type { Issue } from '../issues';
import type { Format, Table } from '../table';

const delimiters = [';', ',', '\t', '|'] as const;

const isFilled = (cell: string) => cell.trim() !== '';

/** How much a delimiter makes a table of the first rows: rows of the commonest width × that width. */
function scoreOf(text: string, delimiter: string): number {
  const { data } = Papa.parse<string[]>(text, { delimiter, preview: 60 });
  const widths = data.map((r) => r.length).filter((w) => w > 1);
  const counts = new Map<number, number>();
  for (const w of widths) counts.set(w, (counts.get(w) ?? 0) + 1);
  return Math.max(0, ...[...counts].map(([width, n]) => n * Math.min(width, 40)));
}

/** The delimiter that parses the first rows best; the semicolon of French spreadsheets when nothing tells. */
export function detectDelimiter(text: string): string {
  const sample = text.slice(0, 200_000);
  const scored = delimiters.map((d) => ({ d, score: scoreOf(sample, d) })).sort((a, b) => b.score - a.score);
  return scored[0] && scored[0].score > 0 ? scored[0].d : ';';
}

/** Index of the header: the first row about as wide as the table, so that title rows above it are passed over. */
function headerIndex(rows: readonly (readonly string[])[]): number {
  const widths = rows.slice(0, 60).map((r) => r.filter(isFilled).length);
  const usual = [...widths].sort((a, b) => a - b)[Math.floor(widths.length * 0.75)] ?? 0;
  return Math.max(
    0,
    widths.findIndex((w) => w > 0 && w >= usual * 0.6),
  );
}

/** Names for cells of the header that are empty or repeated, so that each column can be told. */
function uniqueHeader(cells: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, i) => {
    const name = cell.replace(/\s+/g, ' ').trim() || `colonne ${i + 1}`;
    const n = (seen.get(name) ?? 0) + 1;
    seen.set(name, n);
    return n === 1 ? name : `${name} (${n})`;
  });
}

/** Delimited text: any of ; , tab |, quotes doubled, any line break; cells stay text. */
export const csv = {
  id: 'csv',
  extensions: ['csv', 'tsv', 'txt'],
  detect: () => true,
  read(text, options): Table | Issue {
    const delimiter = options.delimiter ?? detectDelimiter(text);
    const { data } = Papa.parse<string[]>(text, { delimiter });
    const at = headerIndex(data);
    const header = data[at];
    if (!header?.some(isFilled)) return { code: 'fichier-vide', severity: 'fatal', row: null, column: null, details: {} };
    // Rows are numbered as a spreadsheet shows them; blank lines are no rows.
    const rows = data
      .map((cells, i) => ({ row: i + 1, cells }))
      .slice(at + 1)
      .filter(({ cells }) => cells.some(isFilled));
    return { header: uniqueHeader(header), rows, delimiter };
  },
} as const satisfies Format;
