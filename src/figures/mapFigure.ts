import type { Analysis, Level } from '../analysis/analysis';
import { type DomainId, getDomain } from '../model/domains';
import type { Territory } from '../model/territory';
import { capacityModeSentence, methodSentence } from '../sentences/coverage';
import { legendWords } from '../sentences/levels';
import { youngSource, youngWho } from '../sentences/young';
import { formatNumber, formatPeople, typeset } from '../text/format';
import type { Text } from '../text/fr';
import type { LegendEntry } from './legend';
import { legendColumn, noteLines, plainText, stampHeight, stampItems } from './legend';
import { levelStyle, palette } from './levels';
import type { MapDrawing, MapFrame, MapStyle } from './mapDrawing';
import { drawMap, scaleBar } from './mapDrawing';
import type { Figure, SceneItem } from './scene';
import { markRadius, siteMark } from './siteMarks';
import { stripesIn } from './stripes';

export interface MapFigureInput {
  readonly analysis: Analysis;
  readonly territory: Territory;
  readonly domain: DomainId;
  readonly text: Text;
  readonly size?: { readonly width: number; readonly height: number };
  readonly style?: MapStyle;
  /** A word stamped on the drawing (« illustration » for the demonstration). */
  readonly stamp?: string;
}

/** Communes and young people at each level, then without data. */
interface LevelCount {
  readonly level: Level | null;
  readonly label: string;
  readonly communes: number;
  readonly young: number;
}

/** What unknown places leave between two levels is counted apart. */
function countLevels({ analysis, domain, text }: MapFigureInput): LevelCount[] {
  return ([0, 1, 2, 3, null] as const).map((level) => {
    const found = analysis.communes.filter((c) => (c.domains[domain]?.level ?? null) === level && !c.domains[domain]?.range);
    return {
      level,
      label: level === null ? text.model.noData : legendWords(level, [domain], analysis, text),
      communes: found.length,
      young: found.reduce((sum, c) => sum + c.young, 0),
    };
  });
}

/** Box of a level with its digit; hatched with a dash without data. */
export function levelKey(level: Level | null, x: number, y: number, width = 22, height = 10): SceneItem[] {
  const style = levelStyle(level);
  const box: SceneItem = {
    kind: 'rect',
    x,
    y,
    width,
    height,
    stroke: palette.mesh,
    strokeWidth: 0.4,
    ...(level === null ? { pattern: 'hatch' as const } : { fill: style.fill }),
  };
  if (level === null) return [box];
  return [
    box,
    plainText(x + width / 2, y + height / 2 + 2.6, style.digit, { size: 7.4, weight: 600, color: style.ink, anchor: 'middle' }),
  ];
}

function countDetail(count: LevelCount, text: Text): string {
  const words = text.report.figures;
  if (count.communes === 0) return words.nothing;
  const communes = words.communes(count.communes, formatNumber(count.communes, text.lang));
  return words.levelDetail(communes, words.young(count.young < 5, formatPeople(count.young, text.lang)));
}

/** A box of two levels, the best striped with the worst. */
function rangeKey(x: number, y: number): SceneItem[] {
  const corners = [
    [x, y],
    [x + 22, y],
    [x + 22, y + 10],
    [x, y + 10],
  ] as const;
  return [
    { kind: 'rect', x, y, width: 22, height: 10, fill: levelStyle(1).fill, stroke: palette.mesh, strokeWidth: 0.4 },
    { kind: 'path', d: stripesIn([corners], 4.5), stroke: levelStyle(3).fill, strokeWidth: 1.4 },
  ];
}

/** Communes that capacities leave between two levels, where there are any. */
function rangeEntry({ analysis, domain, text }: MapFigureInput): LegendEntry[] {
  const count = analysis.communes.filter((c) => c.domains[domain]?.range).length;
  if (count === 0) return [];
  const words = text.report.figures;
  return [
    {
      key: rangeKey,
      label: typeset(text.model.undetermined, text.lang),
      detail: typeset(words.communes(count, formatNumber(count, text.lang)), text.lang),
    },
  ];
}

function levelEntries(input: MapFigureInput): LegendEntry[] {
  const { text } = input;
  const levels = countLevels(input)
    .filter((count) => count.level !== null || count.communes > 0)
    .map(
      (count): LegendEntry => ({
        key: (x, y) => levelKey(count.level, x, y),
        label: count.label,
        detail: typeset(countDetail(count, text), text.lang),
      }),
    );
  return [...levels, ...rangeEntry(input)];
}

const lineKey =
  (stroke: string, strokeWidth: number) =>
  (x: number, y: number): SceneItem[] => [{ kind: 'line', x1: x, y1: y + 5, x2: x + 22, y2: y + 5, stroke, strokeWidth }];

/** A circle of a round population whose radius is easy to judge. */
function sizeEntry(radius: (population: number) => number, text: Text): LegendEntry {
  const population = [200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000].find((n) => radius(n) <= 5) ?? 1_000;
  return {
    key: (x, y) => [
      { kind: 'circle', x: x + 11, y: y + 5, r: radius(population), fill: palette.page, stroke: palette.edge, strokeWidth: 0.8 },
    ],
    label: text.report.figures.population(formatNumber(population, text.lang)),
  };
}

function markEntries(input: MapFigureInput, drawing: MapDrawing): LegendEntry[] {
  const { analysis, text } = input;
  const domain = getDomain(input.domain);
  const words = text.report.figures;
  const mark = (count: number, neighbour: boolean) => (x: number, y: number) =>
    siteMark(domain, { x: x + 11, y: y + 5, r: markRadius(count) * 0.9, count, neighbour });
  const entries: LegendEntry[] = [];
  const own = drawing.groups.filter((g) => !g.neighbour);
  const name = text.model.domains[domain.id].name;
  if (own.length === 0) entries.push({ key: () => [], label: words.noSite });
  else entries.push({ key: mark(1, false), label: words.site(name) });
  const several = own.find((g) => g.count > 1);
  if (several) entries.push({ key: mark(several.count, false), label: words.siteGroup });
  if (drawing.groups.some((g) => g.neighbour)) entries.push({ key: mark(1, true), label: words.siteNeighbour });
  if (drawing.radius) entries.push(sizeEntry(drawing.radius, text));
  const mesh = words.meshBorder[analysis.mesh];
  if (mesh) entries.push({ key: lineKey(palette.mesh, 1), label: mesh });
  entries.push({
    key: lineKey(palette.ink, 1.3),
    label: analysis.whole.code === analysis.departement ? words.outline : words.outlinePart,
  });
  return entries.map((entry) => ({ ...entry, label: typeset(entry.label, text.lang) }));
}

function altText(input: MapFigureInput): string {
  const { analysis, domain, territory, text } = input;
  const words = text.report.figures;
  const counts = countLevels(input)
    .filter((c) => c.communes > 0)
    .map((c) => c.label + text.report.colon + words.communes(c.communes, formatNumber(c.communes, text.lang)))
    .join(text.report.itemSeparator);
  const worst = analysis.gaps
    .filter((gap) => gap.domain === domain)
    .slice(0, 3)
    .map((gap) => gap.territory.name);
  const tail = worst.length ? words.mapAltWorst(worst.join(', ')) : '';
  return typeset(words.mapAlt(text.model.domains[domain].name, territory.name, counts, tail), text.lang);
}

/** The words of a map: levels on the left, marks and lines on the right, method under both. */
function drawLegend(
  input: MapFigureInput,
  drawing: MapDrawing,
  width: number,
  top: number,
): { items: SceneItem[]; height: number } {
  const { analysis, territory, text } = input;
  const words = text.report.figures;
  const gap = 18;
  const left = (width - gap) * 0.56;
  const title = input.style === 'circles' ? words.levelTitleCircles : words.levelTitleCells;
  const levels = legendColumn(typeset(title, text.lang), levelEntries(input), { x: 0, y: top, width: left });
  const right = { x: left + gap, y: top, width: width - left - gap };
  const marks = legendColumn(words.sitesTitle, markEntries(input, drawing), right);
  const schematic = input.style === 'circles' ? words.schematicCircles : words.schematic;
  const modes = capacityModeSentence(analysis, text);
  const notes = `${territory.schematic ? `${typeset(schematic, text.lang)} ` : ''}${methodSentence(analysis, text)}${modes === null ? '' : ` ${modes}`}`;
  const noteTop = top + Math.max(levels.height, marks.height) + 3;
  const note = noteLines(notes, { x: 0, y: noteTop, width });
  return { items: [...levels.items, ...marks.items, ...note.items], height: noteTop + note.height - top };
}

/**
 * Map of one domain: communes by level (cells, or circles by population for paper), sites, borders, names of the ten
 * largest communes, legend with counts, method. Communes without data are hatched.
 */
export function buildMapFigure(given: MapFigureInput): Figure {
  const input: MapFigureInput = { ...given, style: given.style ?? 'cells' };
  const { analysis, territory, text } = input;
  const words = text.report.figures;
  const { width, height } = input.size ?? { width: 483, height: 520 };
  const domain = getDomain(input.domain);
  const top = input.stamp ? stampHeight : 0;
  const frame = (legendHeight: number): MapFrame => ({ x: 0, y: top, width, height: height - top - legendHeight - 10 });
  const draw = (box: MapFrame) => drawMap({ analysis, territory, domain, style: input.style ?? 'cells', frame: box, names: 10 });
  // Drawn twice: the legend's height depends on the marks, and the map takes what the legend leaves.
  const legendHeight = drawLegend(input, draw(frame(120)), width, 0).height;
  const box = frame(legendHeight);
  const drawing = draw(box);
  const items = [
    ...drawing.items,
    ...scaleBar(drawing.projection, territory, box, words.scale),
    ...(input.stamp ? stampItems(input.stamp, width, 0) : []),
    ...drawLegend(input, drawing, width, height - legendHeight).items,
  ];
  return {
    id: `carte-${domain.id}`,
    title: typeset(words.mapTitle(text.model.domains[domain.id].name, youngWho(analysis, text).many, territory.name), text.lang),
    alt: altText(input),
    source: typeset(words.mapSource(youngWho(analysis, text).short, youngSource(analysis, text)), text.lang),
    tableId: 'communes',
    scene: { width, height, items },
  };
}
