import type { Figure } from '../figures/scene';
import type { Block, Report } from '../report/report';
import { formatDate } from '../text/format';
import { tableToCsv } from './csv';
import { type FontFace, figureToSvg } from './svg';

type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>;

const blocksOf = <K extends Block['kind']>({ sections }: Pick<Report, 'sections'>, kind: K): BlockOf<K>[] =>
  sections.flatMap((s) => s.blocks).filter((b): b is BlockOf<K> => b.kind === kind);

/** A figure alone, with what its report says under it: source, territory, who signs, date, notice. */
export function signedSvg(figure: Figure, meta: Report['meta'], face: FontFace): string {
  const lang = meta.lang === 'fr-FR' ? 'fr' : 'en';
  const footer = [
    `${meta.labels.source}${figure.source}`,
    `${meta.subtitle} · ${meta.author} · ${formatDate(meta.date, lang)}`,
    ...(meta.notice ? [meta.notice] : []),
  ];
  return figureToSvg(figure, { footer, lang }, face);
}

/** A figure of a report as an SVG file; throws where the report has none of this id. */
export function figureSvg(report: Report, figureId: string, face: FontFace): string {
  const found = blocksOf(report, 'figure').find(({ figure }) => figure.id === figureId);
  if (!found) throw new Error(`no figure ${figureId}`);
  return signedSvg(found.figure, report.meta, face);
}

/** The values behind a figure as CSV; null where the report does not print the table that holds them. */
export function figureCsv(report: Report, figureId: string): string | null {
  const found = blocksOf(report, 'figure').find(({ figure }) => figure.id === figureId);
  const table = blocksOf(report, 'table').find(({ id }) => id === found?.figure.tableId);
  return table ? tableToCsv(table) : null;
}
