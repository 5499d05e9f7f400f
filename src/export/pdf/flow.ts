import type { PDFDocument, StructElement } from 'pdfkit';
import type { Inline, RenderLabels } from '../../report/report';
import type { Composer, Line } from './composer';
import { addContent, addElement } from './tags';
import type { Sheet, TextStyle } from './theme';

/** A heading as the contents page and the bookmarks need it. */
export interface TocEntry {
  readonly title: string;
  readonly level: number;
  readonly destination: string;
  readonly page: number;
}

/** The pen: where the next block goes, in which column, under which element. */
export interface Flow {
  readonly doc: PDFDocument;
  readonly sheet: Sheet;
  readonly composer: Composer;
  readonly labels: RenderLabels;
  parent: StructElement;
  x: number;
  width: number;
  y: number;
  readonly entries: TocEntry[];
  /** Everything on one page (the fiche): smaller lists, sources said once at the foot. */
  onePage?: true;
}

export const columnWidth = ({ sheet }: Pick<Flow, 'sheet'>): number => sheet.width - sheet.left - sheet.right;
export const bottomEdge = ({ sheet }: Pick<Flow, 'sheet'>): number => sheet.height - sheet.bottom;
/** Width of running text at the pen: a line that is too long is not read to its end. */
export const textWidth = (flow: Flow): number => Math.min(flow.width, flow.sheet.measure);

/** Opens a page and puts the pen at its top. */
export function newPage(flow: Flow): void {
  flow.doc.addPage();
  flow.y = flow.sheet.top;
}

/** Opens a page unless this much height is left (or the page is still empty). */
export function ensureRoom(flow: Flow, height: number): void {
  if (flow.y + height > bottomEdge(flow) && flow.y > flow.sheet.top + 1) newPage(flow);
}

export interface LinePlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly align?: 'left' | 'right' | 'center';
  readonly color?: string;
}

/** Draws lines from a top edge; baselines centre the capitals in the line. */
export function drawLines(flow: Flow, lines: readonly Line[], style: TextStyle, place: LinePlace): void {
  const { doc } = flow;
  doc.fillColor(place.color ?? style.color);
  lines.forEach((line, i) => {
    const free = place.width - line.width;
    let x = place.x;
    if (place.align === 'right') x += free;
    if (place.align === 'center') x += free / 2;
    const baseline = place.y + i * style.lineHeight + style.lineHeight / 2 + style.size * 0.33;
    line.segments.forEach((segment, s) => {
      const tail = s === line.segments.length - 1 && line.space ? ' ' : '';
      doc
        .font(segment.font)
        .fontSize(style.size)
        .text(segment.text + tail, x, baseline, { lineBreak: false, baseline: 'alphabetic' });
      x += segment.width;
    });
  });
}

export interface ParagraphOptions {
  readonly x?: number;
  readonly width?: number;
  /** Height that must follow on the same page. */
  readonly keepWith?: number;
}

/**
 * A tagged paragraph at the pen, broken over pages without leaving a single line at either end.
 * Returns the element, open for children.
 */
export function addParagraph(
  flow: Flow,
  type: string,
  text: readonly Inline[],
  style: TextStyle,
  options: ParagraphOptions = {},
): StructElement {
  const x = options.x ?? flow.x;
  const width = options.width ?? flow.width;
  const lines = flow.composer.lines(text, style.font, style.size, width);
  const element = addElement(flow.doc, flow.parent, type);
  if (options.keepWith) ensureRoom(flow, lines.length * style.lineHeight + options.keepWith);
  let from = 0;
  while (from < lines.length) {
    const take = linesThatFit(flow, lines.length - from, style.lineHeight, from === 0);
    if (take === 0) {
      newPage(flow);
      continue;
    }
    const part = lines.slice(from, from + take);
    const y = flow.y;
    addContent(element, () => drawLines(flow, part, style, { x, y, width }));
    flow.y = y + take * style.lineHeight;
    from += take;
    if (from < lines.length) newPage(flow);
  }
  element.end();
  flow.y += style.after;
  return element;
}

function linesThatFit(flow: Flow, left: number, lineHeight: number, first: boolean): number {
  const room = Math.floor((bottomEdge(flow) - flow.y + 0.5) / lineHeight);
  if (room >= left) return left;
  let take = room;
  if (left - take === 1) take -= 1;
  if (take === 1 && first) take = 0;
  if (take <= 0) return flow.y > flow.sheet.top + 1 ? 0 : left;
  return take;
}
