/**
 * One cell of a CSV file: quoted where needed; a text that a spreadsheet would run as a formula is preceded by an
 * apostrophe (numbers keep their sign).
 */
export function csvCell(value: string, delimiter: string): string {
  const isFormula = /^'*[=+\-@\t\r]/.test(value) && !/^[+-]?\d+([.,]\d+)?$/.test(value);
  const safe = isFormula ? `'${value}` : value;
  return safe.includes(delimiter) || /["\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
