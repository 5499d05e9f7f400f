import type { OutlineItem } from 'pdfkit';
import type { Section } from '../../report/report';
import type { Flow } from './flow';
import { addParagraph, ensureRoom } from './flow';
import { styles } from './theme';

const headingStyles = { 1: styles.heading1, 2: styles.heading2, 3: styles.heading3 } as const;

/** Bookmarks by level, so that a heading finds the one above it. */
export type Bookmarks = Map<number, OutlineItem>;

/** Above a heading, unless it is the first thing on its page. */
const spaceAbove = (level: 1 | 2 | 3): number => (level === 1 ? 22 : 10);

/** Height of a heading with the space around it. */
export function headingHeight(flow: Flow, { title, level }: Pick<Section, 'title' | 'level'>): number {
  const style = headingStyles[level];
  const lines = flow.composer.lines([title], style.font, style.size, flow.width).length;
  return spaceAbove(level) + lines * style.lineHeight + style.after;
}

/** A heading with its destination and bookmark; `keepWith` is what must stand under it on the same page. */
export function addHeading(flow: Flow, title: string, level: 1 | 2 | 3, keepWith: number, bookmarks: Bookmarks): void {
  const { doc } = flow;
  const style = headingStyles[level];
  const space = spaceAbove(level);
  ensureRoom(flow, headingHeight(flow, { title, level }) + keepWith);
  if (flow.y > flow.sheet.top + 1) flow.y += space;
  const destination = `s${flow.entries.length}`;
  const top = Math.max(0, flow.y - 10);
  doc.addNamedDestination(destination, 'XYZ', 0, top, null);
  const above = bookmarks.get(level - 1) ?? doc.outline;
  // pdfkit's default for `left` is the right edge of the page.
  bookmarks.set(level, above.addItem(title, { top, left: flow.sheet.width, zoom: 0, expanded: level === 1 }));
  flow.entries.push({ title, level, destination, page: doc.bufferedPageRange().count });
  addParagraph(flow, `H${level}`, [title], style);
}
