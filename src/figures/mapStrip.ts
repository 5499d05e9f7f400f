import type { Analysis } from '../analysis/analysis';
import type { DomainId } from '../model/domains';
import { getDomain } from '../model/domains';
import type { Territory } from '../model/territory';
import { youngSource, youngWho } from '../sentences/young';
import { formatNumber, typeset } from '../text/format';
import type { Text } from '../text/fr';
import { textWidth } from './fontWidths';
import { plainText, stampItems } from './legend';
import { markPath, palette } from './levels';
import type { MapStyle } from './mapDrawing';
import { drawMap } from './mapDrawing';
import { levelKey } from './mapFigure';
import type { Figure, SceneItem } from './scene';

export interface MapStripInput {
  readonly analysis: Analysis;
  readonly territory: Territory;
  readonly text: Text;
  readonly style: MapStyle;
  readonly size?: { readonly width: number; readonly height: number };
  readonly stamp?: string;
}

const gap = 12;
const titleHeight = 18;
const legendHeight = 20;

/** One line of the five levels, for all the maps. */
function levelLine(text: Text, y: number, withoutData: boolean): SceneItem[] {
  const levels = withoutData ? ([0, 1, 2, 3, null] as const) : ([0, 1, 2, 3] as const);
  let x = 0;
  return levels.flatMap((level) => {
    const label = level === null ? text.model.noData : text.model.levels[level];
    const items = [...levelKey(level, x, y, 16, 9), plainText(x + 20, y + 7.2, label)];
    x += 20 + textWidth(label, 7.8) + 14;
    return items;
  });
}

/** Grid of the maps: one row up to four, so that each map is at least 100 points wide. */
function gridOf(count: number, width: number, height: number) {
  const columns = Math.min(count, Math.max(1, Math.floor((width + gap) / 112)));
  const rows = Math.ceil(count / columns);
  return {
    columns,
    cellWidth: (width - gap * (columns - 1)) / columns,
    cellHeight: (height - legendHeight - gap * (rows - 1)) / rows,
  };
}

function countInNeed(analysis: Analysis, domain: DomainId): number {
  return analysis.communes.filter((c) => (c.domains[domain]?.level ?? 0) >= 2).length;
}

/** A small map per domain side by side, with one legend for all: the fiche's figure. */
export function buildMapStrip(input: MapStripInput): Figure {
  const { analysis, territory, text } = input;
  const words = text.report.fiche;
  const { width, height } = input.size ?? { width: 483, height: 132 };
  const grid = gridOf(analysis.domains.length, width, height);
  const items = analysis.domains.flatMap((id, i): SceneItem[] => {
    const domain = getDomain(id);
    const x = (i % grid.columns) * (grid.cellWidth + gap);
    const y = Math.floor(i / grid.columns) * (grid.cellHeight + gap);
    const frame = { x, y: y + titleHeight, width: grid.cellWidth, height: grid.cellHeight - titleHeight };
    const map = drawMap({ analysis, territory, domain, style: input.style, frame, names: 0, small: true });
    return [
      { kind: 'path', d: markPath(domain.mark, x + 6, y + 8, 4.6), fill: domain.color },
      plainText(x + 6, y + 10.2, domain.letter, { size: 5.4, weight: 600, color: palette.page, anchor: 'middle' }),
      plainText(x + 16, y + 11.2, text.model.domains[id].short, { size: 9, weight: 600 }),
      ...map.items,
    ];
  });
  const withoutData = analysis.communes.some((c) => analysis.domains.some((d) => (c.domains[d]?.level ?? null) === null));
  items.push(...levelLine(text, height - 12, withoutData));
  if (input.stamp) items.push(...stampItems(input.stamp, width, height - 17));
  const counts = analysis.domains
    .map((id) => words.mapsAltDomain(text.model.domains[id].name, formatNumber(countInNeed(analysis, id), text.lang)))
    .join(text.report.itemSeparator);
  items.push({
    kind: 'line',
    x1: 0,
    y1: height - legendHeight,
    x2: width,
    y2: height - legendHeight,
    stroke: palette.hairline,
    strokeWidth: 0.6,
  });
  return {
    id: 'cartes',
    title: typeset(words.maps, text.lang),
    alt: typeset(words.mapsAlt(counts), text.lang),
    source: typeset(text.report.figures.mapSource(youngWho(analysis, text).short, youngSource(analysis, text)), text.lang),
    tableId: 'matrice',
    scene: { width, height, items },
  };
}
