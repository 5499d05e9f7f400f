import { readFileSync } from 'node:fs';
import { csvCell } from '../../../src/model/csv';
import { inventInventory, type Row } from './inventory';
import { inventLand } from './land';

/** Columns of the exchange table that some row fills, in the order of its schema. */
function tableText(name: string, rows: readonly Row[]): string {
  const { fields } = JSON.parse(readFileSync(`data/schemas/${name}.json`, 'utf8')) as { fields: { name: string }[] };
  const columns = fields.map((f) => f.name).filter((column) => rows.some((r) => r[column]));
  const lines = [columns, ...rows.map((r) => columns.map((c) => r[c] ?? ''))];
  return `${lines.map((cells) => cells.map((c) => csvCell(c, ',')).join(',')).join('\n')}\n`;
}

/** Every file of the fictional département, by name. */
export function inventFiles(): Readonly<Record<string, string>> {
  const land = inventLand();
  const tables = Object.entries(inventInventory(land)).map(([name, rows]) => [`${name}.csv`, tableText(name, rows)]);
  return { 'territoire.json': `${JSON.stringify(land)}\n`, ...Object.fromEntries(tables) };
}
