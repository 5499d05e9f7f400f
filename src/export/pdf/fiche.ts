import { palette } from '../../figures/levels';
import type { Report, Section } from '../../report/report';
import { addBlock } from './blocks';
import type { Flow } from './flow';
import { addParagraph, columnWidth, newPage } from './flow';
import { addElement, drawArtifact } from './tags';
import { sheet, styles } from './theme';

const gutter = 20;
/** Share of the width that the matrix takes; the sentences have the rest. */
const matrixShare = 0.56;

function addColumn(flow: Flow, section: Section | undefined, x: number, width: number): number {
  if (!section) return flow.y;
  const outer = { x: flow.x, width: flow.width, y: flow.y, parent: flow.parent };
  flow.x = x;
  flow.width = width;
  flow.parent = addElement(flow.doc, outer.parent, 'Sect', { title: section.title });
  addParagraph(flow, 'H2', [section.title], styles.heading3);
  for (const block of section.blocks) addBlock(flow, block);
  flow.parent.end();
  const reached = flow.y;
  Object.assign(flow, outer);
  return reached;
}

/** Everything on one page: title, maps over the whole width, then the matrix beside the sentences. */
export function addFiche(flow: Flow, report: Report): void {
  const { doc } = flow;
  const [maps, matrix, needs] = report.sections;
  newPage(flow);
  flow.y = 34;
  drawArtifact(doc, () => doc.rect(0, 0, sheet.width, 8).fill(palette.accent));
  doc.outline.addItem(report.meta.title, { top: 0, left: sheet.width, zoom: 0 });
  addParagraph(flow, 'H1', [report.meta.title], { ...styles.heading1, after: 0 });
  addParagraph(flow, 'P', [report.meta.subtitle], { ...styles.source, size: 9.5, lineHeight: 13, after: 8 });
  for (const block of maps?.blocks ?? []) addBlock(flow, block);
  const left = columnWidth * matrixShare;
  addColumn(flow, matrix, sheet.left, left - gutter / 2);
  addColumn(flow, needs, sheet.left + left + gutter / 2, columnWidth - left - gutter / 2);
}
