import type { Analysis, NetworkNode, NetworkTie } from '../analysis/analysis';
import { formatNumber, typeset } from '../text/format';
import type { Text } from '../text/fr';
import type { ActorLook, ActorLooks } from './actorLooks';
import { clipText, twoLines } from './fontWidths';
import type { LabelRequest, Rectangle } from './labels';
import { placeLabels } from './labels';
import type { LegendEntry } from './legend';
import { legendColumn, plainText, stampHeight, stampItems } from './legend';
import { markPath, palette } from './levels';
import type { ComponentPlace } from './networkPlaces';
import { arrangeComponents, placeNodes } from './networkPlaces';
import type { Figure, SceneItem } from './scene';

export interface NetworkFigureInput {
  readonly analysis: Analysis;
  /** Positions in [0, 1]² of the actors that have a tie. */
  readonly positions: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  readonly text: Text;
  readonly size?: { readonly width: number; readonly height: number };
  /** What colours and shapes tell. */
  readonly looks: ActorLooks;
  readonly stamp?: string;
}

interface Drawn {
  readonly node: NetworkNode;
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly look: ActorLook;
}

const labelled = 34;
const labelSize = 6.8;
const tenth = (value: number): number => Math.round(value * 10) / 10;

const radiusOf = (node: NetworkNode): number => tenth(Math.min(11, 2 + Math.sqrt(node.degree) * 1.15));

function drawnNodes(input: NetworkFigureInput, parts: readonly ComponentPlace[]): Drawn[] {
  const { nodes } = input.analysis.network;
  const radii = new Map(nodes.map((node) => [node.id, radiusOf(node)]));
  const places = placeNodes(parts, input.positions, (id) => radii.get(id) ?? 2);
  return nodes.flatMap((node) => {
    const place = places.get(node.id);
    return place ? { node, ...place, r: radiusOf(node), look: input.looks.of(node.id) } : [];
  });
}

function tieItem(tie: NetworkTie, places: ReadonlyMap<string, Drawn>): SceneItem[] {
  const a = places.get(tie.a);
  const b = places.get(tie.b);
  if (!a || !b) return [];
  const line = { kind: 'line' as const, x1: a.x, y1: a.y, x2: b.x, y2: b.y };
  if (!tie.stated) return [{ ...line, stroke: palette.deduced, strokeWidth: 0.7, dash: [0.1, 2] }];
  return [{ ...line, stroke: palette.tie, strokeWidth: 0.45 + 0.35 * ((tie.intensity ?? 1) - 1), opacity: 0.6 }];
}

function nodeItem(drawn: Drawn): SceneItem {
  return {
    kind: 'path',
    d: markPath(drawn.look.mark, drawn.x, drawn.y, drawn.r),
    fill: drawn.look.color,
    stroke: palette.page,
    strokeWidth: 0.7,
    target: `actor:${drawn.node.id}`,
    hint: drawn.node.name,
  };
}

const byDegree = (a: Drawn, b: Drawn): number => b.node.degree - a.node.degree || (a.node.id < b.node.id ? -1 : 1);

/** Names of the most connected actors of the large parts, clear of one another and of the marks. */
function nodeLabels(nodes: readonly Drawn[], box: Rectangle, text: Text): SceneItem[] {
  const ranked = [...nodes].sort(byDegree);
  const requests: LabelRequest[] = ranked.slice(0, labelled).map((drawn, i) => ({
    lines: twoLines(typeset(drawn.node.name, text.lang), i < 8 ? 112 : 96, labelSize + (i < 8 ? 0.6 : 0), i < 8 ? 600 : 400),
    x: drawn.x,
    y: drawn.y,
    r: drawn.r,
    size: i < 8 ? labelSize + 0.6 : labelSize,
    weight: i < 8 ? 600 : 400,
    required: i < 8,
  }));
  const taken = ranked.map((d): Rectangle => [d.x - d.r, d.y - d.r, d.x + d.r, d.y + d.r]);
  return placeLabels(requests, box, taken);
}

/** Under each small part, the name of its most connected actor. */
function partNames(parts: readonly ComponentPlace[], nodes: readonly Drawn[], text: Text): SceneItem[] {
  return parts
    .filter((part) => part.small)
    .flatMap((part) => {
      const ids = new Set(part.ids);
      const [main] = nodes.filter((d) => ids.has(d.node.id)).sort(byDegree);
      if (!main) return [];
      const [left, , right, bottom] = part.box;
      const room = right - left - 8;
      const size = labelSize - 0.4;
      const lines = twoLines(typeset(main.node.name, text.lang), room, size);
      return lines.map((line, i) =>
        plainText(tenth((left + right) / 2), tenth(bottom - 13 + i * 7.4), clipText(line, room, size), {
          size,
          anchor: 'middle',
        }),
      );
    });
}

/** Isolates in a framed tray, in columns, by name; the rest is counted when there are too many. */
function drawTray(input: NetworkFigureInput, width: number, top: number): { items: SceneItem[]; height: number } {
  const { analysis, text } = input;
  const { isolates, nodes } = analysis.network;
  if (isolates.length === 0) return { items: [], height: 0 };
  const words = text.report.figures;
  const columns = 3;
  const most = 30;
  const shown = isolates.slice(0, isolates.length > most ? most - 1 : most);
  const columnWidth = (width - 20) / columns;
  const names = new Map(nodes.map((n) => [n.id, n]));
  const rows = Math.ceil((shown.length + (shown.length < isolates.length ? 1 : 0)) / columns);
  const height = 20 + rows * 9.6 + 6;
  const items: SceneItem[] = [
    {
      kind: 'rect',
      x: 0.5,
      y: top,
      width: width - 1,
      height,
      radius: 4,
      fill: palette.panel,
      stroke: palette.hairline,
      strokeWidth: 0.6,
    },
    plainText(10, top + 13, typeset(words.tray(isolates.length, formatNumber(isolates.length, text.lang)), text.lang), {
      weight: 600,
    }),
  ];
  shown.forEach((id, i) => {
    const node = names.get(id);
    const x = 10 + Math.floor(i / rows) * columnWidth;
    const y = top + 26 + (i % rows) * 9.6;
    if (!node) return;
    const look = input.looks.of(id);
    items.push({
      kind: 'path',
      d: markPath(look.mark, tenth(x + 3), tenth(y - 2.4), 2.2),
      fill: look.color,
      target: `actor:${id}`,
    });
    items.push(
      plainText(tenth(x + 9), tenth(y), clipText(typeset(node.name, text.lang), columnWidth - 14, labelSize), {
        size: labelSize,
      }),
    );
  });
  if (shown.length < isolates.length) {
    const i = shown.length;
    const rest = isolates.length - shown.length;
    const more = typeset(words.trayMore(rest, formatNumber(rest, text.lang)), text.lang);
    const at = { x: 10 + Math.floor(i / rows) * columnWidth + 9, y: top + 26 + (i % rows) * 9.6 };
    items.push(plainText(tenth(at.x), tenth(at.y), more, { size: labelSize, color: palette.muted }));
  }
  return { items, height };
}

function lookEntries({ looks, text }: NetworkFigureInput): LegendEntry[] {
  return looks.entries.map(({ look, count }) => ({
    key: (x, y) => [{ kind: 'path', d: markPath(look.mark, x + 11, y + 5, 3.8), fill: look.color }],
    label: typeset(look.label, text.lang),
    detail: formatNumber(count, text.lang),
  }));
}

function tieEntries(input: NetworkFigureInput): LegendEntry[] {
  const words = input.text.report.figures;
  const { ties } = input.analysis.network;
  const line = (item: Partial<Extract<SceneItem, { kind: 'line' }>>) => (x: number, y: number) => [
    { kind: 'line' as const, x1: x, y1: y + 5, x2: x + 22, y2: y + 5, stroke: palette.tie, strokeWidth: 0.9, ...item },
  ];
  const entries: LegendEntry[] = [{ key: line({}), label: words.tieStated }];
  if (ties.some((t) => !t.stated))
    entries.push({ key: line({ stroke: palette.deduced, dash: [0.1, 2] }), label: words.tieDeduced });
  if (ties.some((t) => t.intensity !== null)) entries.push({ key: line({ strokeWidth: 1.6 }), label: words.tieIntensity });
  const sizes = (x: number, y: number): SceneItem[] => [
    { kind: 'circle', x: x + 4, y: y + 5, r: 2.2, fill: palette.muted },
    { kind: 'circle', x: x + 15, y: y + 5, r: 4.6, fill: palette.muted },
  ];
  entries.push({ key: sizes, label: words.nodeSize });
  return entries.map((entry) => ({ ...entry, label: typeset(entry.label, input.text.lang) }));
}

function altText(input: NetworkFigureInput): string {
  const { network } = input.analysis;
  const { text } = input;
  const words = text.report.figures;
  const number = (n: number) => formatNumber(n, text.lang);
  const hubs = [...network.nodes]
    .filter((n) => n.degree > 1)
    .sort((a, b) => b.degree - a.degree || (a.id < b.id ? -1 : 1))
    .slice(0, 3);
  const ties = network.statedEdges + network.deducedEdges;
  const head = words.networkAlt(
    number(network.nodes.length),
    number(ties),
    number(network.components),
    number(network.isolates.length),
  );
  return typeset(head + (hubs.length ? words.networkHubs(hubs.map((n) => n.name).join(', ')) : ''), text.lang);
}

/**
 * The network on paper: actors by domain or family, stated ties solid and deduced ones dotted, names of the most
 * connected, isolates in a tray, legend. Positions are given: the drawing decides nothing.
 */
export function buildNetworkFigure(input: NetworkFigureInput): Figure {
  const { text } = input;
  const words = text.report.figures;
  const { width, height } = input.size ?? { width: 483, height: 560 };
  const half = (width - 18) / 2;
  const legend = (top: number) => {
    const nodes = legendColumn(words.nodesTitle, lookEntries(input), { x: 0, y: top, width: half });
    const ties = legendColumn(words.tiesTitle, tieEntries(input), { x: half + 18, y: top, width: half });
    return { items: [...nodes.items, ...ties.items], height: Math.max(nodes.height, ties.height) };
  };
  const legendTop = height - legend(0).height;
  const trayHeight = drawTray(input, width, 0).height;
  const tray = drawTray(input, width, legendTop - trayHeight - 10);
  const box: Rectangle = [0, input.stamp ? stampHeight : 0, width, legendTop - trayHeight - 20];
  const parts = arrangeComponents(input.analysis.network.nodes, input.positions, box);
  const nodes = drawnNodes(input, parts);
  const small = new Set(parts.filter((part) => part.small).flatMap((part) => part.ids));
  const main = nodes.filter((d) => !small.has(d.node.id));
  const places = new Map(nodes.map((d) => [d.node.id, d]));
  const items: SceneItem[] = [
    ...input.analysis.network.ties.flatMap((tie) => tieItem(tie, places)),
    ...[...nodes].sort((a, b) => b.r - a.r).map(nodeItem),
    ...nodeLabels(main, box, text),
    ...partNames(parts, nodes, text),
    ...tray.items,
    ...legend(legendTop).items,
    ...(input.stamp ? stampItems(input.stamp, width, 0) : []),
  ];
  return {
    id: 'reseau',
    title: typeset(words.networkTitle, text.lang),
    alt: altText(input),
    source: typeset(
      input.analysis.network.ties.some((t) => !t.stated) ? words.networkSourceDeduced : words.networkSource,
      text.lang,
    ),
    tableId: 'acteurs-relies',
    scene: { width, height, items },
  };
}
