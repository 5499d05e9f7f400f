import type { Block, Cell } from '../report/report';

/** Spaces of our own typography only: "+33 2 40" is a telephone number, not a figure. */
const number = /^[-+\u2212]?\d[\d\u00a0\u202f]*(?:[.,]\d+)?$/;

/**
 * A cell that a spreadsheet would run as a formula gets a leading apostrophe, and so does one that already looks so
 * guarded: reading it back takes one off. Plain numbers keep their sign.
 * (OWASP, CSV injection.)
 */
function neutral(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) && !number.test(text) ? `'${text}` : text;
}

function field(text: string): string {
  const safe = neutral(text);
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as the CSV that French spreadsheets open with a double click: BOM, semicolons, CRLF, formulas neutralised. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(field).join(';')}\r\n`).join('')}`;
}

const cellText = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.text);

/** A table of the report as CSV: its labels, then its rows; spaces inside numbers dropped so that they stay numbers. */
export function tableToCsv(table: Extract<Block, { kind: 'table' }>): string {
  const values = table.rows.map((row) =>
    row.map((cell, i) => {
      const text = cellText(cell);
      return table.columns[i]?.kind === 'number' && number.test(text)
        ? text.replace(/[\u00a0\u202f ]/g, '').replace('\u2212', '-')
        : text;
    }),
  );
  return toCsv([table.columns.map((c) => c.label), ...values]);
}
