import { palette } from '../../figures/levels';
import type { Report } from '../../report/report';
import { columnWidth, drawLines, type Flow } from './flow';
import { drawArtifact } from './tags';
import { sheet, styles } from './theme';

/** Header and footer of every page but the cover, drawn last, as artifacts; and the reading order of links. */
export function addChrome(flow: Flow, report: Report, dateText: string): void {
  const { doc, composer } = flow;
  const { meta } = report;
  const count = doc.bufferedPageRange().count;
  const line = (text: string, width: number) => composer.lines([text], styles.chrome.font, styles.chrome.size, width).slice(0, 1);
  const fiche = meta.format === 'fiche';
  for (let i = 0; i < count; i += 1) {
    doc.switchToPage(i);
    doc.page.dictionary.data['Tabs'] = 'S';
    if (i === 0 && !fiche) continue;
    const whole = { x: sheet.left, width: columnWidth };
    if (!fiche)
      drawArtifact(
        doc,
        () => {
          drawLines(flow, line(meta.subtitle, columnWidth * 0.7), styles.chrome, { ...whole, y: 32 });
          drawLines(flow, line(dateText, columnWidth * 0.3), styles.chrome, { ...whole, y: 32, align: 'right' });
          doc
            .moveTo(sheet.left, 47)
            .lineTo(sheet.width - sheet.right, 47)
            .lineWidth(0.5)
            .stroke(palette.hairline);
        },
        'Top',
      );
    drawArtifact(
      doc,
      () => {
        const y = sheet.height - 42;
        doc
          .moveTo(sheet.left, y - 6)
          .lineTo(sheet.width - sheet.right, y - 6)
          .lineWidth(0.5)
          .stroke(palette.hairline);
        drawLines(flow, line(meta.notice ?? meta.author, columnWidth * 0.8), styles.chrome, { ...whole, y });
        const page = fiche ? dateText : `${meta.labels.page} ${i + 1}/${count}`;
        drawLines(flow, line(page, columnWidth * 0.2), styles.chrome, { ...whole, y, align: 'right' });
      },
      'Bottom',
    );
  }
}
