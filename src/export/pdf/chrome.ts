import { palette } from '../../figures/levels';
import type { Report } from '../../report/report';
import type { Line } from './composer';
import { columnWidth, drawLines, type Flow } from './flow';
import { drawArtifact } from './tags';
import { styles } from './theme';

/** A text of the margin is told in two lines at most, and a narrow page has room for both. */
const mostLines = 2;

function marginLines({ composer }: Flow, text: string, width: number): readonly Line[] {
  const { font, size } = styles.chrome;
  return composer.lines([text], font, size, width).slice(0, mostLines);
}

function addHeader(flow: Flow, left: string, right: string): void {
  const { doc, sheet } = flow;
  const column = columnWidth(flow);
  const [lines, end] = [marginLines(flow, left, column * 0.66), marginLines(flow, right, column * 0.32)];
  const place = {
    x: sheet.left,
    width: column,
    y: sheet.head - (Math.max(lines.length, end.length) - 1) * styles.chrome.lineHeight,
  };
  drawLines(flow, lines, styles.chrome, place);
  drawLines(flow, end, styles.chrome, { ...place, align: 'right' });
  const under = sheet.head + 15;
  doc.moveTo(sheet.left, under).lineTo(sheet.width - sheet.right, under);
  doc.lineWidth(0.5).stroke(palette.hairline);
}

function addFooter(flow: Flow, left: string, right: string): void {
  const { doc, sheet } = flow;
  const column = columnWidth(flow);
  const y = sheet.height - sheet.foot;
  doc.moveTo(sheet.left, y - 6).lineTo(sheet.width - sheet.right, y - 6);
  doc.lineWidth(0.5).stroke(palette.hairline);
  const place = { x: sheet.left, width: column, y };
  drawLines(flow, marginLines(flow, left, column * 0.78), styles.chrome, place);
  drawLines(flow, marginLines(flow, right, column * 0.2), styles.chrome, { ...place, align: 'right' });
}

/** Header and footer of every page but the cover, drawn last, as artifacts; and the reading order of links. */
export function addChrome(flow: Flow, report: Report, dateText: string): void {
  const { doc } = flow;
  const { meta } = report;
  const count = doc.bufferedPageRange().count;
  const isFiche = meta.format === 'fiche';
  for (let i = 0; i < count; i += 1) {
    doc.switchToPage(i);
    doc.page.dictionary.data['Tabs'] = 'S';
    if (i === 0 && !isFiche) continue;
    if (!isFiche) drawArtifact(doc, () => addHeader(flow, meta.subtitle, dateText), 'Top');
    const page = isFiche ? dateText : `${meta.labels.page} ${i + 1}/${count}`;
    drawArtifact(doc, () => addFooter(flow, meta.notice ?? meta.author, page), 'Bottom');
  }
}
