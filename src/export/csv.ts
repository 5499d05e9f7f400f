import { csvText, isPlainNumber } from '../model/csv';
import type { Block, Cell, Report } from '../report/report';

type Table = Extract<Block, { kind: 'table' }>;

/** The table of an id in a report, or null. */
export const findTable = (report: Report, id: string): Table | null =>
  report.sections.flatMap((s) => s.blocks).find((b): b is Table => b.kind === 'table' && b.id === id) ?? null;

const cellText = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.text);

/** A table of the report as CSV: its labels, then its rows; spaces inside numbers dropped so that they stay numbers. */
export function tableToCsv(table: Table): string {
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
