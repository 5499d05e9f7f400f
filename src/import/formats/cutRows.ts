import type { TableRow } from '../table';

/** Below this share of full rows a file simply leaves out its last empty cells: a short row then says nothing. */
const fullShare = 0.9;

/** The two halves as one row: the cut fell inside a cell, or after a cell whose own line break and tabs are lost. */
function joined(a: readonly string[], b: readonly string[], width: number): string[] | null {
  if (a.length >= width || b.length >= width) return null;
  if (a.length + b.length - 1 === width) return [...a.slice(0, -1), `${a.at(-1)}\n${b[0]}`.trim(), ...b.slice(1)];
  const used = a.findLastIndex((c) => c.trim() !== '') + 1;
  return used < a.length && used + b.length === width ? [...a.slice(0, used), ...b] : null;
}

/**
 * Rows whose cells held a line break without quotes, put together again: two short rows that follow each other and
 * fill the width together, in a file whose other rows are all full. The same array when there is nothing to join.
 */
export function joinCutRows(rows: readonly TableRow[], width: number): readonly TableRow[] {
  const short = rows.reduce((n, r) => n + (r.cells.length < width ? 1 : 0), 0);
  if (short < 2 || short > rows.length * (1 - fullShare)) return rows;
  const out: TableRow[] = [];
  for (let i = 0; i < rows.length; i++) {
    const [row, next] = [rows[i]!, rows[i + 1]];
    const cells = next?.row === row.row + 1 ? joined(row.cells, next.cells, width) : null;
    out.push(cells ? { ...row, cells } : row);
    if (cells) i++;
  }
  return out;
}
