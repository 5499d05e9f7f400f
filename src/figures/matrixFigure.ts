import type { Analysis, UnitReading } from '../analysis/analysis';
import type { DomainId } from '../model/domains';
import { getDomain } from '../model/domains';
import { wholeName } from '../sentences/whole';
import { youngSource, youngWho } from '../sentences/young';
import { formatNumber, formatPeople, typeset } from '../text/format';
import type { Text } from '../text/fr';
import { clipText } from './fontWidths';
import { plainText, stampItems } from './legend';
import { levelStyle, markPath, palette } from './levels';
import { rankedUnits } from './rankedUnits';
import type { Figure, SceneItem } from './scene';

export interface MatrixFigureInput {
  readonly analysis: Analysis;
  readonly text: Text;
  readonly width?: number;
  /** Units beyond these are left to the table. */
  readonly rows?: number;
  readonly stamp?: string;
}

const rowHeight = 15;
const headHeight = 20;
const size = 8;

/** "3 · 1 240": the level, then the estimated people when there are any. */
export function levelText(unit: UnitReading, domain: DomainId, text: Text): string {
  const reading = unit.domains[domain];
  if (!reading || reading.level === null) return '–';
  const level = reading.range ? reading.range.join('–') : String(reading.level);
  return reading.people >= 1 ? `${level}\u00a0·\u00a0${formatPeople(reading.people, text.lang)}` : level;
}

function cellItems(unit: UnitReading, domain: DomainId, box: { x: number; y: number; width: number }, text: Text): SceneItem[] {
  const level = unit.domains[domain]?.level ?? null;
  const style = levelStyle(level);
  const rect = { kind: 'rect' as const, x: box.x + 0.6, y: box.y + 0.6, width: box.width - 1.2, height: rowHeight - 1.2 };
  const fill: SceneItem = level === null ? { ...rect, pattern: 'hatch' } : { ...rect, fill: style.fill };
  const label = plainText(box.x + box.width / 2, box.y + 10.4, levelText(unit, domain, text), {
    size,
    color: style.ink,
    anchor: 'middle',
  });
  // The halo keeps the dash readable over the hatching.
  return [fill, level === null ? { ...label, halo: palette.page } : label];
}

/** Mesh × domain as a drawing: levels with digit and people, units in most need first, the whole département last. */
export function buildMatrixFigure(input: MatrixFigureInput): Figure {
  const { analysis, text } = input;
  const words = text.report;
  const width = input.width ?? 483;
  const nameWidth = width * 0.42;
  const youngWidth = 52;
  const cellWidth = (width - nameWidth - youngWidth) / Math.max(1, analysis.domains.length);
  const units = rankedUnits(analysis.units).slice(0, input.rows);
  const rows = [
    ...units.map((unit) => ({ unit, name: unit.name })),
    ...(analysis.units.length > 1 ? [{ unit: analysis.whole, name: wholeName(analysis, words.needs.whole) }] : []),
  ];
  const top = input.stamp ? headHeight + 18 : headHeight;
  const height = top + rows.length * rowHeight + 1;
  const cellX = (i: number) => nameWidth + youngWidth + i * cellWidth;
  const items: SceneItem[] = [
    plainText(0, top - 6, words.figures.territory, { size, weight: 600 }),
    plainText(nameWidth + youngWidth - 8, top - 6, typeset(youngWho(analysis, text).short, text.lang), {
      size,
      weight: 600,
      anchor: 'end',
    }),
    ...analysis.domains.flatMap((id, i): SceneItem[] => {
      const domain = getDomain(id);
      const label = text.model.domains[id].short;
      return [
        { kind: 'path', d: markPath(domain.mark, cellX(i) + 8, top - 9, 3.6), fill: domain.color },
        plainText(cellX(i) + 15, top - 6, clipText(label, cellWidth - 17, size, 600), { size, weight: 600 }),
      ];
    }),
    { kind: 'line', x1: 0, y1: top, x2: width, y2: top, stroke: palette.ink, strokeWidth: 0.8 },
    ...rows.flatMap(({ unit, name }, r): SceneItem[] => {
      const y = top + r * rowHeight;
      return [
        plainText(0, y + 10.4, clipText(typeset(name, text.lang), nameWidth - 6, size, 600), { size, weight: 600 }),
        plainText(nameWidth + youngWidth - 8, y + 10.4, formatPeople(unit.young, text.lang), { size, anchor: 'end' }),
        ...analysis.domains.flatMap((id, i) => cellItems(unit, id, { x: cellX(i), y, width: cellWidth }, text)),
        { kind: 'line', x1: 0, y1: y + rowHeight, x2: width, y2: y + rowHeight, stroke: palette.hairline, strokeWidth: 0.4 },
      ];
    }),
    ...(input.stamp ? stampItems(input.stamp, width, 0) : []),
  ];
  return {
    id: 'matrice',
    title: typeset(words.figures.matrixTitle, text.lang),
    alt: typeset(
      words.figures.matrixAlt(formatNumber(analysis.units.length, text.lang), formatNumber(analysis.gaps.length, text.lang)),
      text.lang,
    ),
    source: typeset(words.figures.mapSource(youngWho(analysis, text).short, youngSource(analysis, text)), text.lang),
    tableId: 'matrice',
    scene: { width, height, items },
  };
}
