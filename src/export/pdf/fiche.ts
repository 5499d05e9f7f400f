import { palette } from '../../figures/levels';
import type { Block, Report } from '../../report/report';
import { addBlock, listStyle } from './blocks';
import type { Flow } from './flow';
import { addParagraph, drawLines, newPage } from './flow';
import { addContent, addElement, drawArtifact } from './tags';
import { styles } from './theme';

/** Lowest point of the fiche's own text, above the footer. */
const lowestOf = (flow: Flow): number => flow.sheet.height - 54;

function listHeight(flow: Flow, block: Block): number {
  if (block.kind !== 'list') return 0;
  const { font, size, lineHeight, after } = listStyle(flow, block);
  const lines = block.items.map((item) => flow.composer.lines(item, font, size, flow.width - 18).length);
  return lines.reduce((sum, n) => sum + n * lineHeight + after, 4);
}

/** The list without the last sentences that would not stand above the sources. */
function fitting(flow: Flow, block: Block, room: number): Block {
  let fitted = block;
  while (fitted.kind === 'list' && fitted.items.length > 1 && listHeight(flow, fitted) > room)
    fitted = { ...fitted, items: fitted.items.slice(0, -1) };
  return fitted;
}

/** Everything on one page: title, maps, matrix, sentences, then the sources once for all. */
export function addFiche(flow: Flow, report: Report): void {
  const { doc } = flow;
  const [maps, matrix, needs, sources] = report.sections;
  const sourceStyle = { ...styles.source, size: 7.2, lineHeight: 9.2, after: 0 };
  const sourceBlock = sources?.blocks[0];
  const sourceText = sourceBlock?.kind === 'paragraph' ? sourceBlock.text : [];
  const sourceLines = flow.composer.lines(sourceText, 'regular', sourceStyle.size, flow.width);
  const sourceHeight = sourceLines.length * sourceStyle.lineHeight;
  newPage(flow);
  const lowest = lowestOf(flow);
  flow.y = 26;
  flow.onePage = true;
  drawArtifact(doc, () => doc.rect(0, 0, flow.sheet.width, 8).fill(palette.accent));
  doc.outline.addItem(report.meta.title, { top: 0, left: flow.sheet.width, zoom: 0 });
  addParagraph(flow, 'H1', [report.meta.title], { ...styles.heading1, after: 0 });
  addParagraph(flow, 'P', [report.meta.subtitle], { ...styles.source, size: 9.5, lineHeight: 13, after: 6 });
  for (const block of [...(maps?.blocks ?? []), ...(matrix?.blocks ?? [])]) addBlock(flow, block);
  addParagraph(flow, 'H2', [needs?.title ?? ''], styles.caption);
  for (const block of needs?.blocks ?? []) addBlock(flow, fitting(flow, block, lowest - sourceHeight - flow.y));
  flow.y = Math.max(flow.y, lowest - sourceHeight);
  const { x, y, width } = flow;
  addContent(addElement(doc, flow.parent, 'P'), () => drawLines(flow, sourceLines, sourceStyle, { x, y, width }));
}
