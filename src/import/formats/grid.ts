import type { Issue } from '../issues';
import type { Table, TableRow } from '../table';

const isFilled = (cell: string) => cell.trim() !== '';

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

/** Rows of cells as a table: header found, blank rows left out, rows numbered as a spreadsheet shows them. */
export function tableFromRows(data: readonly (readonly string[])[], delimiter: string | null): Table | Issue {
  const at = headerIndex(data);
  const header = data[at];
  if (!header?.some(isFilled)) return { code: 'fichier-vide', severity: 'fatal', row: null, column: null, details: {} };
  const isHeader = (cells: readonly string[]) => cells.length === header.length && cells.every((c, k) => c === header[k]);
  const rows: TableRow[] = [];
  for (let i = at + 1; i < data.length; i++) {
    const cells = data[i]!;
    if (cells.some(isFilled)) rows.push(isHeader(cells) ? { row: i + 1, cells, outcome: 'header' } : { row: i + 1, cells });
  }
  return { header: uniqueHeader(header), rows, delimiter };
}
