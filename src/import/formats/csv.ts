import Papa from 'papaparse';
import type { Format } from '../table';
import { tableFromRows } from './grid';

const delimiters = [';', ',', '\t', '|'] as const;

/** How much a delimiter makes a table of the first rows: rows of the commonest width × that width. */
function scoreOf(text: string, delimiter: string): number {
  const { data } = Papa.parse<string[]>(text, { delimiter, preview: 60 });
  const counts = new Map<number, number>();
  for (const { length } of data) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  return Math.max(0, ...[...counts].map(([width, n]) => n * Math.min(width, 40)));
}

/** The delimiter that parses the first rows best; the semicolon of French spreadsheets when nothing tells. */
export function detectDelimiter(text: string): string {
  const sample = text.slice(0, 200_000);
  const scored = delimiters.map((d) => ({ d, score: scoreOf(sample, d) })).sort((a, b) => b.score - a.score);
  return scored[0] && scored[0].score > 0 ? scored[0].d : ';';
}

/** Delimited text: any of ; , tab |, quotes doubled, any line break; cells stay text. */
export const csv = {
  id: 'csv',
  extensions: ['csv', 'tsv', 'txt'],
  detect: () => true,
  read({ text }, options) {
    const delimiter = options.delimiter ?? detectDelimiter(text);
    return tableFromRows(Papa.parse<string[]>(text, { delimiter }).data, delimiter);
  },
} as const satisfies Format;
