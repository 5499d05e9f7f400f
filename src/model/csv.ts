/** Spaces of our own typography only: "+33 2 40" is a telephone number, not a figure. */
const plainNumber = /^[-+\u2212]?\d[\d\u00a0\u202f]*(?:[.,]\d+)?$/;

/** Whether a cell holds a plain number, grouped by our own spaces or not. */
export const isPlainNumber = (text: string): boolean => plainNumber.test(text);

/**
 * One cell of a CSV file, quoted where needed. One that a spreadsheet would run as a formula gets a leading apostrophe,
 * and so does one that already looks so guarded: reading it back takes one off. Plain numbers keep their sign.
 * (OWASP, CSV injection.)
 */
export function csvCell(value: string, delimiter: string): string {
  const safe = /^'*[=+\-@\t\r]/.test(value) && !isPlainNumber(value) ? `'${value}` : value;
  return safe.includes(delimiter) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as the CSV that French spreadsheets open with a double click: BOM, semicolons, CRLF, formulas neutralised. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map((cell) => csvCell(cell, ';')).join(';')}\r\n`).join('')}`;
