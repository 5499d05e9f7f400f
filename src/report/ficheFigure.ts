import { wrapText } from '../figures/fontWidths';
import { plainText } from '../figures/legend';
import { palette } from '../figures/levels';
import { buildMapStrip } from '../figures/mapStrip';
import { buildMatrixFigure } from '../figures/matrixFigure';
import { moveItems } from '../figures/moveItems';
import type { Figure, SceneItem } from '../figures/scene';
import { formatDate } from '../text/format';
import { buildFiche, ficheRows } from './buildFiche';
import type { ReportInput } from './input';
import { mapStyleOf, stampOf } from './input';
import type { Block, Inline, Report } from './report';

const page = { width: 595, height: 842, margin: 48 };
const width = page.width - 2 * page.margin;

const plain = (text: readonly Inline[]): string => text.map((t) => (typeof t === 'string' ? t : t.text)).join('');

function sentenceItems(blocks: readonly Block[], top: number, bottom: number): SceneItem[] {
  const texts = blocks.flatMap((b) => {
    if (b.kind === 'list') return b.items.map((item, i) => ({ mark: `${i + 1}.`, text: plain(item) }));
    return b.kind === 'paragraph' ? [{ mark: '', text: plain(b.text) }] : [];
  });
  const items: SceneItem[] = [];
  let y = top;
  for (const { mark, text } of texts) {
    const lines = wrapText(text, width - 16, 8.2);
    if (y + lines.length * 10.8 > bottom) break;
    items.push(plainText(page.margin, y + 8, mark, { size: 8.2, weight: 600, color: palette.accent }));
    lines.forEach((line, i) => {
      items.push(plainText(page.margin + 16, y + 8 + i * 10.8, line, { size: 8.2 }));
    });
    y += lines.length * 10.8 + 3.5;
  }
  return items;
}

const footerY = page.height - 34;

function sourceLines(report: Report): readonly string[] {
  const [block] = report.sections.at(-1)?.blocks ?? [];
  return wrapText(block?.kind === 'paragraph' ? plain(block.text) : '', width, 7.2);
}

function footer(report: Report, sources: readonly string[], input: ReportInput): SceneItem[] {
  const y = footerY;
  const small = { size: 7.6, color: palette.muted };
  return [
    ...sources.map((line, i) => plainText(page.margin, y - 14 - (sources.length - 1 - i) * 9, line, { ...small, size: 7.2 })),
    {
      kind: 'line',
      x1: page.margin,
      y1: y - 8,
      x2: page.width - page.margin,
      y2: y - 8,
      stroke: palette.hairline,
      strokeWidth: 0.6,
    },
    plainText(page.margin, y + 4, report.meta.notice ?? report.meta.author, small),
    plainText(page.width - page.margin, y + 4, formatDate(input.date, input.text.lang), { ...small, anchor: 'end' }),
  ];
}

/** The one-page fiche as a single drawing, for its PNG: same maps, matrix and sentences as its PDF. */
export function buildFicheFigure(input: ReportInput): Figure {
  const { analysis, territory, text } = input;
  const report = buildFiche(input);
  const strip = buildMapStrip({
    analysis,
    territory,
    text,
    style: mapStyleOf(input),
    size: { width, height: 138 },
    ...stampOf(input),
  });
  const matrix = buildMatrixFigure({ analysis, text, width, rows: ficheRows });
  const needs = report.sections.find((s) => s.id === 'besoins');
  const sources = sourceLines(report);
  const stripTop = 84;
  const matrixTop = stripTop + strip.scene.height + 14;
  const needsTop = matrixTop + matrix.scene.height + 20;
  const items: SceneItem[] = [
    { kind: 'rect', x: 0, y: 0, width: page.width, height: 8, fill: palette.accent },
    plainText(page.margin, 46, report.meta.title, { size: 20, weight: 600 }),
    plainText(page.margin, 64, report.meta.subtitle, { size: 9.5, color: palette.muted }),
    ...moveItems(strip.scene.items, page.margin, stripTop),
    ...moveItems(matrix.scene.items, page.margin, matrixTop),
    plainText(page.margin, needsTop, needs?.title ?? '', { size: 9.5, weight: 600 }),
    ...sentenceItems(needs?.blocks ?? [], needsTop + 8, footerY - 22 - sources.length * 9),
    ...footer(report, sources, input),
  ];
  return {
    id: 'fiche',
    title: report.meta.title,
    alt: `${strip.alt} ${matrix.alt}`,
    source: strip.source,
    tableId: 'matrice',
    scene: { width: page.width, height: page.height, items },
  };
}
