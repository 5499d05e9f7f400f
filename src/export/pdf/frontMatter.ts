import { palette } from '../../figures/levels';
import type { Report } from '../../report/report';
import { addBlock } from './blocks';
import type { Flow, TocEntry } from './flow';
import { addParagraph, bottomEdge, drawLines, ensureRoom, newPage } from './flow';
import { addContent, addElement, drawArtifact } from './tags';
import { styles } from './theme';

/** Cover: title, territory, author and date, then the cover's own blocks at the foot. */
export function addCover(flow: Flow, report: Report): void {
  const { doc } = flow;
  const { meta } = report;
  newPage(flow);
  const outer = flow.parent;
  flow.parent = addElement(doc, outer, 'Sect', { title: meta.title });
  drawArtifact(doc, () => {
    doc.rect(0, 0, flow.sheet.width, 10).fill(palette.accent);
    doc.rect(flow.sheet.left, flow.sheet.coverTop - 24, 56, 3).fill(palette.accent);
  });
  flow.y = flow.sheet.coverTop;
  const { coverTitle: size } = flow.sheet;
  addParagraph(flow, 'P', [meta.title], { ...styles.coverTitle, size, lineHeight: size + 6 });
  addParagraph(flow, 'P', [meta.subtitle], styles.coverSubtitle);
  addParagraph(flow, 'P', [meta.author], styles.coverMeta);
  flow.y += 40;
  for (const block of report.cover) addBlock(flow, block);
  flow.parent.end();
  flow.parent = outer;
}

const rowHeight = { 1: 21, 2: 17, 3: 17 } as const;
/** Before a heading of the first level. */
const headGap = 3;
const tightest = 0.82;
const mostEntries = 70;

function addTocEntry(flow: Flow, entry: TocEntry, list: ReturnType<typeof addElement>, tightness: number): void {
  const { doc } = flow;
  const style = entry.level === 1 ? { ...styles.body, font: 'semibold' as const } : styles.body;
  const height = tightness * rowHeight[entry.level as 1 | 2 | 3];
  const indent = (entry.level - 1) * 14;
  const page = entry.page ? String(entry.page) : '';
  const pageLines = flow.composer.lines([page], style.font, style.size, 40);
  const title = flow.composer.lines([entry.title], style.font, style.size, flow.width - indent - 60);
  ensureRoom(flow, title.length * style.lineHeight);
  const y = flow.y;
  const link = addElement(doc, addElement(doc, addElement(doc, list, 'TOCI'), 'Reference'), 'Link');
  const x = flow.x + indent;
  const last = y + (title.length - 1) * style.lineHeight;
  const right = flow.x + flow.width;
  const lines = title.map((line, i) => (i === title.length - 1 ? { ...line, space: true } : line));
  addContent(link, () => drawLines(flow, lines, style, { x, y, width: flow.width }));
  const from = x + (title.at(-1)?.width ?? 0) + 6;
  const to = right - (pageLines[0]?.width ?? 0) - 6;
  drawArtifact(doc, () => {
    doc.moveTo(from, last + 10.5).lineTo(to, last + 10.5);
    doc.lineWidth(0.7).lineCap('round').dash(0.1, { space: 3 }).stroke(palette.deduced).undash().lineCap('butt');
  });
  addContent(link, () => drawLines(flow, pageLines, style, { x, y: last, width: right - x, align: 'right' }));
  const bottom = last + style.lineHeight;
  // A String object is how pdfkit tells a text from a name.
  const contents = Object(`${entry.title}, ${flow.labels.page} ${page}`) as object;
  doc.goTo(x, y, right - x, bottom - y, entry.destination, { structParent: link, Contents: contents });
  link.end();
  flow.y = last + height;
}

/** A few lines too many are drawn closer rather than left alone on a last page: at most 1, at least `tightest`. */
function tightnessFor(flow: Flow, needed: number): number {
  let room = bottomEdge(flow) - flow.y;
  // Each page more holds one row less than its height: rows are whole.
  while (room < tightest * needed) room += bottomEdge(flow) - flow.sheet.top - rowHeight[1];
  return Math.min(1, room / needed);
}

/** Contents page with linked titles and page numbers (empty in the first of the two passes). */
export function addContents(flow: Flow, all: readonly TocEntry[]): void {
  const { doc } = flow;
  // Titles of the second level as long as they can be taken in: a report of many sheets has hundreds.
  const upTo = all.filter((e) => e.level <= 2).length <= mostEntries ? 2 : 1;
  const entries = all.filter((e) => e.level <= upTo);
  newPage(flow);
  addParagraph(flow, 'H1', [flow.labels.contents], styles.heading1);
  const list = addElement(doc, flow.parent, 'TOC');
  const needed = entries.reduce((sum, e) => sum + rowHeight[e.level as 1 | 2 | 3] + (e.level === 1 ? headGap : 0), 0);
  const tightness = tightnessFor(flow, needed);
  for (const entry of entries) {
    if (entry.level === 1) flow.y += tightness * headGap;
    addTocEntry(flow, entry, list, tightness);
  }
  list.end();
  if (flow.y > bottomEdge(flow)) flow.y = bottomEdge(flow);
}
