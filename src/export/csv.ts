import { csvText, isPlainNumber } from '../model/csv';
import type { Block, Cell } from '../report/report';

const cellText = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.text);

/** A table of the report as CSV: its labels, then its rows; spaces inside numbers dropped so that they stay numbers. */
export function tableToCsv(table: Extract<Block, { kind: 'table' }>): string {
  const values = table.rows.map((row) =>
    row.map((cell, i) => {
      const text = cellText(cell);
      return table.columns[i]?.kind === 'number' && isPlainNumber(text)
        ? text.replace(/[\u00a0\u202f ]/g, '').replace('\u2212', '-')
        : text;
    }),
  );
  return csvText([table.columns.map((c) => c.label), ...values]);
}
