import type { StructElement } from 'pdfkit';
import { levelStyle, noDataStyle, palette } from '../../figures/levels';
import type { Block, Cell, Column } from '../../report/report';
import type { Line } from './composer';
import type { Flow } from './flow';
import { addParagraph, bottomEdge, drawLines, newPage } from './flow';
import { addContent, addElement, drawArtifact } from './tags';
import type { TextStyle } from './theme';
import { styles } from './theme';

type Table = Extract<Block, { kind: 'table' }>;

const padX = 4;

interface Grid {
  readonly style: TextStyle;
  readonly padY: number;
  readonly columns: readonly Column[];
  readonly x: readonly number[];
  readonly widths: readonly number[];
  readonly left: number;
  readonly width: number;
  readonly head: readonly (readonly Line[])[];
  readonly rows: readonly (readonly (readonly Line[])[])[];
}

const textOf = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.text);
const alignOf = (column: Column): 'left' | 'right' | 'center' => {
  if (column.kind === 'number') return 'right';
  return column.kind === 'level' ? 'center' : 'left';
};

function gridOf(flow: Flow, table: Table): Grid {
  const style = table.compact ? styles.compactCell : styles.cell;
  const total = table.columns.reduce((sum, c) => sum + c.width, 0);
  const widths = table.columns.map((c) => (c.width * flow.width) / total);
  const x: number[] = [];
  let at = flow.x;
  for (const width of widths) {
    x.push(at);
    at += width;
  }
  const compose = (text: string, i: number, bold: boolean) =>
    flow.composer.lines([text], bold ? 'semibold' : 'regular', style.size, (widths[i] ?? 0) - 2 * padX);
  return {
    style,
    padY: table.compact ? 1.6 : 3.2,
    columns: table.columns,
    x,
    widths,
    left: flow.x,
    width: flow.width,
    head: table.columns.map((c, i) => compose(c.label, i, true)),
    rows: table.rows.map((row) => row.map((cell, i) => compose(textOf(cell), i, table.columns[i]?.rowHeader === true))),
  };
}

const rowHeight = (grid: Grid, cells: readonly (readonly Line[])[]): number =>
  Math.max(1, ...cells.map((lines) => lines.length)) * grid.style.lineHeight + 2 * grid.padY;

/** Tables up to this many rows are not split over two pages. */
const wholeTable = 8;

/** So many rows at least on the last page of a table that is split. */
const lastRows = 3;

/** Height of what must stand together: caption, header and two rows; a short table and its source, whole. */
export function tableStart(flow: Flow, table: Table): number {
  const isShort = table.rows.length <= wholeTable;
  const grid = gridOf(flow, isShort ? table : { ...table, rows: table.rows.slice(0, 2) });
  const foot = isShort && !flow.onePage ? sourceHeight(flow, table.source) : 0;
  return grid.rows.reduce((sum, row) => sum + rowHeight(grid, row), 30 + rowHeight(grid, grid.head) + foot);
}

function drawCell(flow: Flow, grid: Grid, i: number, lines: readonly Line[], y: number, color: string): void {
  const x = (grid.x[i] ?? 0) + padX;
  const width = (grid.widths[i] ?? 0) - 2 * padX;
  drawLines(flow, lines, grid.style, { x, y: y + grid.padY, width, align: alignOf(grid.columns[i] as Column), color });
}

function drawHead(flow: Flow, grid: Grid, table: StructElement | null): void {
  const { doc } = flow;
  const y = flow.y;
  const height = rowHeight(grid, grid.head);
  // Labels stand at the foot of the header, so that those of one line sit next to the figures.
  const cell = (lines: readonly Line[], i: number) =>
    drawCell(flow, grid, i, lines, y + height - 2 * grid.padY - lines.length * grid.style.lineHeight, palette.ink);
  drawArtifact(doc, () => {
    doc.rect(grid.left, y, grid.width, height).fill(palette.panel);
    doc.moveTo(grid.left, y + height).lineTo(grid.left + grid.width, y + height);
    doc.lineWidth(0.8).stroke(palette.ink);
  });
  if (table) {
    const row = addElement(doc, addElement(doc, table, 'THead'), 'TR');
    grid.head.forEach((lines, i) => {
      addContent(addElement(doc, row, 'TH', { scope: 'Column' }), () => cell(lines, i));
    });
  } else drawArtifact(doc, () => grid.head.forEach(cell), 'Repeat');
  flow.y = y + height;
}

function drawLevels(flow: Flow, grid: Grid, cells: readonly Cell[], y: number, height: number): void {
  const { doc } = flow;
  cells.forEach((cell, i) => {
    if (typeof cell === 'string') return;
    const x = (grid.x[i] ?? 0) + 0.6;
    const width = (grid.widths[i] ?? 0) - 1.2;
    doc.rect(x, y + 0.6, width, height - 1.2).fill(levelStyle(cell.level).fill);
    if (cell.level !== null) return;
    doc.save();
    doc.rect(x, y + 0.6, width, height - 1.2).clip();
    for (let at = x - height; at < x + width; at += noDataStyle.hatchStep) doc.moveTo(at + height, y).lineTo(at, y + height);
    doc.lineWidth(0.4).stroke(noDataStyle.hatch);
    doc.restore();
    // White behind the words, so that the hatching does not cross them.
    const text = grid.widths[i] ?? 0;
    doc.rect(x + text / 2 - 14, y + grid.padY, 26.8, height - 2 * grid.padY).fill(noDataStyle.fill);
  });
}

function drawRow(flow: Flow, grid: Grid, body: StructElement, cells: readonly Cell[], lines: readonly (readonly Line[])[]): void {
  const { doc } = flow;
  const y = flow.y;
  const height = rowHeight(grid, lines);
  drawArtifact(doc, () => {
    drawLevels(flow, grid, cells, y, height);
    doc.moveTo(grid.left, y + height).lineTo(grid.left + grid.width, y + height);
    doc.lineWidth(0.4).stroke(palette.hairline);
  });
  const row = addElement(doc, body, 'TR');
  lines.forEach((cellLines, i) => {
    const cell = cells[i] ?? '';
    const color = typeof cell === 'string' ? grid.style.color : levelStyle(cell.level).ink;
    const header = grid.columns[i]?.rowHeader === true;
    const element = header ? addElement(doc, row, 'TH', { scope: 'Row' }) : addElement(doc, row, 'TD');
    // Levels stand in the middle of their coloured box, text at its top.
    const free = height - 2 * grid.padY - cellLines.length * grid.style.lineHeight;
    const down = grid.columns[i]?.kind === 'level' ? free / 2 : 0;
    addContent(element, () => drawCell(flow, grid, i, cellLines, y + down, color));
  });
  row.end();
  flow.y = y + height;
}

/** A tagged table: caption, column and row headers with their scope, header repeated on each page, rows never split. */
export function addTable(flow: Flow, table: Table): void {
  const { doc } = flow;
  const outer = flow.parent;
  const element = addElement(doc, outer, 'Table');
  const start = tableStart(flow, table);
  if (flow.y + start > bottomEdge(flow)) newPage(flow);
  const grid = gridOf(flow, table);
  flow.parent = element;
  addParagraph(flow, 'Caption', [captionText(flow.labels.table, table.number, table.title)], styles.caption);
  flow.parent = outer;
  drawHead(flow, grid, element);
  const body = addElement(doc, element, 'TBody');
  const end = grid.rows.length;
  table.rows.forEach((cells, r) => {
    const lines = grid.rows[r] ?? [];
    // Neither the source nor a row or two stand alone on the next page.
    const together = grid.rows.slice(r, r === Math.max(0, end - lastRows) ? end : r + 1);
    const under = r + together.length === end && !flow.onePage ? sourceHeight(flow, table.source) : 0;
    if (flow.y + together.reduce((sum, row) => sum + rowHeight(grid, row), under) > bottomEdge(flow)) {
      newPage(flow);
      drawHead(flow, grid, null);
    }
    drawRow(flow, grid, body, cells, lines);
  });
  element.end();
  flow.y += 5;
  addSource(flow, table.source);
}

/** "Figure 3 – Title"; without a number (the one-page fiche), the title alone. */
export const captionText = (label: string, number: number, title: string): string =>
  number > 0 ? `${label} ${number} – ${title}` : title;

const sourceHeight = (flow: Flow, source: string): number =>
  5 +
  flow.composer.lines([flow.labels.source + source], 'regular', styles.source.size, flow.width).length * styles.source.lineHeight;

/** The line under a figure or a table, unless the page says its sources once for all. */
export function addSource(flow: Flow, source: string): void {
  if (!flow.onePage) addParagraph(flow, 'P', [flow.labels.source + source], styles.source);
}
