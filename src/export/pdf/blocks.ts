import type { StructElement } from 'pdfkit';
import { palette } from '../../figures/levels';
import type { Block, Inline } from '../../report/report';
import type { Flow } from './flow';
import { addParagraph, bottomEdge, drawLines, ensureRoom, textWidth } from './flow';
import { drawScene } from './sceneDrawing';
import { addSource, addTable, captionText, tableStart } from './table';
import { addContent, addElement, drawArtifact } from './tags';
import type { TextStyle } from './theme';
import { styles } from './theme';

type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>;

const bulletIndent = 14;
/** On a page upright, and on one that lies. */
const keyFiguresPerRow = { upright: 3, lying: 6 };
const columnGap = 24;
/** Items, and lists, up to this height are not split over two pages. */
const wholeItem = 110;

/** Style of a list's items on this page. */
export function listStyle(flow: Flow, block: BlockOf<'list'>): TextStyle {
  if (flow.onePage) return styles.ficheList;
  return block.small ? styles.smallList : styles.list;
}

const listIndent = (block: BlockOf<'list'>): number => (block.ordered ? bulletIndent + 4 : bulletIndent);

function itemHeight(flow: Flow, block: BlockOf<'list'>, item: readonly Inline[], width: number): number {
  const style = listStyle(flow, block);
  return flow.composer.lines(item, style.font, style.size, width - listIndent(block)).length * style.lineHeight;
}

function addItem(flow: Flow, list: StructElement, block: BlockOf<'list'>, i: number): void {
  const { doc } = flow;
  const style = listStyle(flow, block);
  const item = block.items[i]!;
  const indent = listIndent(block);
  // An item stays whole unless it is as long as a page of its own.
  ensureRoom(flow, Math.min(itemHeight(flow, block, item, textWidth(flow)), wholeItem));
  const entry = addElement(doc, list, 'LI');
  const lines = flow.composer.lines([block.ordered ? `${i + 1}.` : '•'], 'semibold', style.size, indent);
  const place = { x: flow.x + 2, y: flow.y, width: indent, color: palette.accent };
  addContent(addElement(doc, entry, 'Lbl'), () => drawLines(flow, lines, style, place));
  flow.parent = addElement(doc, entry, 'LBody');
  addParagraph(flow, 'P', item, style, { x: flow.x + indent, width: textWidth(flow) - indent });
  entry.end();
}

/** Where a list in two columns is cut, and how wide they are; null: in one column. */
function columnsOf(flow: Flow, block: BlockOf<'list'>): { width: number; half: number } | null {
  const width = (flow.width - columnGap) / 2;
  if (!block.columns || flow.sheet.width < flow.sheet.height) return null;
  const half = Math.ceil(block.items.length / 2);
  const { after } = listStyle(flow, block);
  const heightOf = (items: typeof block.items) =>
    items.reduce((sum, item) => sum + itemHeight(flow, block, item, width) + after, 0);
  const height = Math.max(heightOf(block.items.slice(0, half)), heightOf(block.items.slice(half)));
  return flow.y + height <= bottomEdge(flow) ? { width, half } : null;
}

/** A short list is not split: one line of it would stand alone on the next page. Null: it is long. */
function shortListHeight(flow: Flow, block: BlockOf<'list'>): number | null {
  const { after } = listStyle(flow, block);
  let height = 0;
  for (const item of block.items) {
    height += itemHeight(flow, block, item, textWidth(flow)) + after;
    if (height > wholeItem) return null;
  }
  return height;
}

function addList(flow: Flow, block: BlockOf<'list'>): void {
  ensureRoom(flow, shortListHeight(flow, block) ?? 0);
  const { x, width, y: top, parent: outer } = flow;
  const list = addElement(flow.doc, outer, 'L');
  const columns = columnsOf(flow, block);
  let lowest = top;
  block.items.forEach((_, i) => {
    if (columns && i === 0) flow.width = columns.width;
    if (columns && i === columns.half) Object.assign(flow, { x: x + columns.width + columnGap, y: top });
    addItem(flow, list, block, i);
    lowest = Math.max(lowest, flow.y);
  });
  Object.assign(flow, { x, width, parent: outer, y: (columns ? lowest : flow.y) + 4 });
  list.end();
}

function addNotice(flow: Flow, text: readonly Inline[]): void {
  const { doc } = flow;
  const inset = 12;
  const width = flow.width - 2 * inset;
  const lines = flow.composer.lines(text, styles.notice.font, styles.notice.size, width);
  const height = lines.length * styles.notice.lineHeight + 16;
  ensureRoom(flow, height);
  const { x, y } = flow;
  drawArtifact(doc, () => {
    doc.rect(x, y, flow.width, height).fill(palette.panel);
    doc.rect(x, y, 3, height).fill(palette.accent);
  });
  const element = addElement(doc, flow.parent, 'P');
  addContent(element, () => drawLines(flow, lines, styles.notice, { x: x + inset, y: y + 8, width }));
  element.end();
  flow.y = y + height + 10;
}

function addKeyFigures(flow: Flow, items: BlockOf<'figures'>['items']): void {
  const { doc } = flow;
  const { upright, lying } = keyFiguresPerRow;
  const most = flow.sheet.width > flow.sheet.height ? lying : upright;
  const perRow = Math.min(items.length, flow.width > 400 ? most : 2);
  const gap = 10;
  const width = (flow.width - gap * (perRow - 1)) / perRow;
  const inner = width - 16;
  const list = addElement(doc, flow.parent, 'L');
  for (let from = 0; from < items.length; from += perRow) {
    const row = items.slice(from, from + perRow).map((item) => ({
      value: flow.composer.lines([item.value], 'semibold', styles.figureValue.size, inner),
      label: flow.composer.lines([item.label], 'semibold', styles.figureLabel.size, inner),
      source: flow.composer.lines([item.source], 'regular', 7.6, inner),
    }));
    const labelHeight = Math.max(...row.map((c) => c.label.length)) * styles.figureLabel.lineHeight;
    const sourceHeight = Math.max(...row.map((c) => c.source.length)) * 10;
    const height = 8 + styles.figureValue.lineHeight + labelHeight + 4 + sourceHeight + 8;
    ensureRoom(flow, height);
    row.forEach((card, i) => {
      const x = flow.x + i * (width + gap);
      const y = flow.y;
      drawArtifact(doc, () => doc.roundedRect(x, y, width, height, 4).lineWidth(0.6).stroke(palette.hairline));
      const body = addElement(doc, addElement(doc, list, 'LI'), 'LBody');
      const place = (top: number) => ({ x: x + 8, y: y + top, width: inner });
      addContent(body, () => {
        drawLines(flow, card.value, styles.figureValue, place(7));
        drawLines(flow, card.label, styles.figureLabel, place(8 + styles.figureValue.lineHeight));
        const source = { ...styles.source, size: 7.6, lineHeight: 10 };
        drawLines(flow, card.source, source, place(12 + styles.figureValue.lineHeight + labelHeight));
      });
    });
    flow.y += height + gap;
  }
  list.end();
  flow.y += 4;
}

const cardLine = { ...styles.smallList, after: 1 };
type Card = BlockOf<'cards'>['items'][number];
const cardHead = ({ title, tag }: Card): Inline[] => [{ text: title, strong: true }, ` – ${tag}`];
const cardTexts = ({ lines }: Card): Inline[][] => lines.map(({ label, text }) => [{ text: label, strong: true }, text]);

/** Height of a card, as far as it is kept whole: half a page. */
function cardHeight(flow: Flow, card: Card): number {
  const rows = (text: readonly Inline[], { font, size }: TextStyle) =>
    flow.composer.lines(text, font, size, textWidth(flow)).length;
  const head = rows(cardHead(card), styles.list) * styles.list.lineHeight + 9;
  const height = cardTexts(card).reduce((sum, text) => sum + rows(text, cardLine) * cardLine.lineHeight + cardLine.after, head);
  return Math.min(height, (bottomEdge(flow) - flow.sheet.top) / 2);
}

/** Organisations one under another, a hairline between them; one of less than half a page is not split. */
function addCards(flow: Flow, items: readonly Card[]): void {
  const { doc } = flow;
  const outer = flow.parent;
  const list = addElement(doc, outer, 'L');
  const width = textWidth(flow);
  for (const card of items) {
    ensureRoom(flow, cardHeight(flow, card));
    const entry = addElement(doc, list, 'LI');
    flow.parent = addElement(doc, entry, 'LBody');
    addParagraph(flow, 'P', cardHead(card), { ...styles.list, after: 1 }, { width, keepWith: styles.list.lineHeight });
    for (const text of cardTexts(card)) addParagraph(flow, 'P', text, cardLine, { width });
    entry.end();
    const y = flow.y + 3;
    const { x } = flow;
    drawArtifact(doc, () => {
      doc.moveTo(x, y).lineTo(x + width, y);
      doc.lineWidth(0.4).stroke(palette.hairline);
    });
    flow.y += 8;
  }
  flow.parent = outer;
  list.end();
}

/** Scale at which a figure is drawn: its own size, less where the column or the page is smaller. */
function figureScale(flow: Flow, block: BlockOf<'figure'>): number {
  const { width, height } = block.figure.scene;
  const tallest = flow.figureRoom ?? bottomEdge(flow) - flow.sheet.top - 60;
  return Math.min(flow.width / width, tallest / height, 1);
}

/** Height of a figure with its caption and source, in the column of the pen. */
export const figureHeight = (flow: Flow, block: BlockOf<'figure'>): number =>
  block.figure.scene.height * figureScale(flow, block) + styles.caption.lineHeight * 2 + 24;

function addFigure(flow: Flow, block: BlockOf<'figure'>): void {
  const { doc } = flow;
  const { scene, alt, title, source } = block.figure;
  const scale = figureScale(flow, block);
  ensureRoom(flow, figureHeight(flow, block));
  addParagraph(flow, 'Caption', [captionText(flow.labels.figure, block.number, title)], styles.caption);
  const width = scene.width * scale;
  const height = scene.height * scale;
  const x = flow.x + (flow.width - width) / 2;
  const y = flow.y;
  const figure = addElement(doc, flow.parent, 'Figure', { alt, bbox: [x, y, x + width, y + height], placement: 'Block' });
  drawScene(doc, figure, scene, { x, y, scale });
  figure.end();
  flow.y = y + height + 4;
  addSource(flow, source);
}

/** Height that a block needs to begin. */
function blockStart(flow: Flow, block: Block | undefined): number {
  if (!block) return 0;
  if (block.kind === 'table') return tableStart(flow, block);
  if (block.kind === 'figure') return figureHeight(flow, block);
  if (block.kind === 'figures') return 90;
  if (block.kind === 'cards') return block.items[0] ? cardHeight(flow, block.items[0]) : 0;
  const short = block.kind === 'list' ? shortListHeight(flow, block) : null;
  if (short !== null) return short;
  const text = block.kind === 'list' ? (block.items[0] ?? []) : block.text;
  const lines = flow.composer.lines(text, styles.body.font, styles.body.size, flow.width).length;
  // A paragraph of three lines is never split: one line would stand alone.
  return (block.kind === 'notice' || lines <= 3 ? lines + 1 : 2) * styles.body.lineHeight;
}

/** What a paragraph brings in and must not leave for the next page: the beginning of a table or a list. */
function broughtIn(flow: Flow, next: Block | undefined): number {
  return next?.kind === 'table' || next?.kind === 'list' ? blockStart(flow, next) + styles.body.after : 0;
}

/** What a heading must keep with itself: its first block, and what one line or two of text bring in. */
export function sectionStart(flow: Flow, [first, second]: readonly Block[]): number {
  return blockStart(flow, first) + (first?.kind === 'paragraph' ? broughtIn(flow, second) : 0);
}

/** A line that stands alone may be as wide as the column: it is long only where there is a next one to be found. */
function paragraphWidth(flow: Flow, text: readonly Inline[]): number {
  const isOneLine = flow.composer.lines(text, styles.body.font, styles.body.size, flow.width).length === 1;
  return isOneLine ? flow.width : textWidth(flow);
}

/** Draws one block of the report at the pen; `next` is the one that follows it. */
export function addBlock(flow: Flow, block: Block, next?: Block): void {
  switch (block.kind) {
    case 'paragraph':
      addParagraph(flow, 'P', block.text, styles.body, {
        width: paragraphWidth(flow, block.text),
        keepWith: broughtIn(flow, next),
      });
      return;
    case 'list':
      addList(flow, block);
      return;
    case 'notice':
      addNotice(flow, block.text);
      return;
    case 'figures':
      addKeyFigures(flow, block.items);
      return;
    case 'cards':
      addCards(flow, block.items);
      return;
    case 'figure':
      addFigure(flow, block);
      return;
    case 'table':
      addTable(flow, block);
      return;
  }
}
