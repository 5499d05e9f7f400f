import type { Figure } from '../figures/scene';
import type { Report } from '../report/report';
import { findTable, tableToCsv } from './csv';
import { dateOf, langOf } from './reportWords';
import { type FontFace, figureToSvg } from './svg';

/** A figure that leaves its document: its title above; below, its source, what it was taken from, the date, the notice. */
export function figureAlone(figure: Figure, meta: Report['meta'], face: FontFace): string {
  const { author, subtitle, notice, labels } = meta;
  const footer = [`${labels.source}${figure.source}`, `${subtitle} · ${author} · ${dateOf(meta)}`, ...(notice ? [notice] : [])];
  return figureToSvg(figure, { footer, lang: langOf(meta) }, face);
}

function findFigure(report: Report, id: string): Figure | null {
  const blocks = [...report.cover, ...report.sections.flatMap((s) => s.blocks)];
  return blocks.flatMap((b) => (b.kind === 'figure' && b.figure.id === id ? [b.figure] : []))[0] ?? null;
}

/** A figure of the report as SVG with the typefaces inside; throws where the report has none of that id. */
export function figureSvg(report: Report, figureId: string, face: FontFace): string {
  const figure = findFigure(report, figureId);
  if (!figure) throw new Error(`no figure ${figureId}`);
  return figureAlone(figure, report.meta, face);
}

/** The values of a figure of a report as CSV, from the tables of another report if asked; null where none holds them. */
export function figureCsv(report: Report, figureId: string, tables: Report = report): string | null {
  const tableId = findFigure(report, figureId)?.tableId;
  const table = tableId === undefined ? null : findTable(tables, tableId);
  return table && tableToCsv(table);
}
