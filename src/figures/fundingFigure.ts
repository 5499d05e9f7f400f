import type { Flow, FundingReading } from '../analysis/funding';
import type { FundingKind } from '../model/lists';
import { formatNumber, typeset } from '../text/format';
import type { Text } from '../text/fr';
import { networkWords } from '../text/network';
import { clipText } from './fontWidths';
import { plainText, stampItems } from './legend';
import { palette } from './levels';
import type { Figure, SceneItem } from './scene';

type Money = FundingKind | 'inconnu';
const moneyOrder: readonly Money[] = ['public', 'prive', 'europeen', 'inconnu'];
const moneyColors: Readonly<Record<Money, string>> = {
  public: '#0b5c7a',
  prive: '#8a4b2f',
  europeen: '#5b3a8c',
  inconnu: '#8b949e',
};

interface Input {
  readonly funding: FundingReading;
  /** null: every year, and what has none. */
  readonly year: number | null;
  readonly nameOf: (actorId: string) => string;
  readonly text: Text;
  readonly width?: number;
  /** A word stamped on the drawing (« illustration » for the demonstration). */
  readonly stamp?: string;
}

interface Node {
  readonly id: string;
  readonly name: string;
  readonly euros: number;
  readonly money: Money | null;
}

interface Band extends Node {
  readonly y: number;
  readonly height: number;
}

/** Each side shows so many by name; the rest is one band. */
const mostNamed = 14;
const restOf = (money: Money | null): string => `*${money ?? ''}`;
const size = 8;
const gap = 6;
const barWidth = 8;
/** A name and, under it, its amount. */
const lineHeight = size + 2;

const isOfYear = (flow: Flow, year: number | null): boolean => year === null || flow.year === year;

/** Totals by one end of the flows, largest first, those beyond the most put together. */
function nodesOf(
  flows: readonly Flow[],
  end: (flow: Flow) => string,
  tell: (id: string) => Omit<Node, 'id' | 'euros'>,
  text: Text,
): Node[] {
  const sums = new Map<string, number>();
  for (const flow of flows) sums.set(end(flow), (sums.get(end(flow)) ?? 0) + flow.euros);
  const sorted = [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  // A band for the rest would take the place of the one that is left.
  const most = sorted.length === mostNamed + 1 ? sorted.length : mostNamed;
  const named = sorted.slice(0, most).map(([id, euros]): Node => ({ id, euros, ...tell(id) }));
  // Those put together keep their kind of money: of a funder whose origin is known nothing else may be said.
  const rest = new Map<Money | null, { count: number; euros: number }>();
  for (const [id, euros] of sorted.slice(most)) {
    const { money } = tell(id);
    const known = rest.get(money) ?? { count: 0, euros: 0 };
    rest.set(money, { count: known.count + 1, euros: known.euros + euros });
  }
  return [
    ...named,
    ...[...rest].map(
      ([money, { count, euros }]): Node => ({
        ...{ id: restOf(money), money, euros },
        name: networkWords(text.lang).funding.others(count),
      }),
    ),
  ];
}

/** Bands one under another; the least is a hair that can still be seen. */
function stack(nodes: readonly Node[], scale: number): Band[] {
  let y = 14;
  return nodes.map((node) => {
    const height = Math.max(1.5, node.euros * scale);
    const slot = Math.max(height, 2 * lineHeight);
    const band = { ...node, y: y + (slot - height) / 2, height };
    y += slot + gap;
    return band;
  });
}

const eurosText = (euros: number, text: Text): string => `${formatNumber(Math.round(euros), text.lang)}\u00a0€`;

function ribbon(x1: number, y1: number, x2: number, y2: number, thickness: number): string {
  const middle = (x1 + x2) / 2;
  const r = (v: number) => Math.round(v * 10) / 10;
  return (
    `M${r(x1)} ${r(y1)}C${r(middle)} ${r(y1)} ${r(middle)} ${r(y2)} ${r(x2)} ${r(y2)}` +
    `L${r(x2)} ${r(y2 + thickness)}C${r(middle)} ${r(y2 + thickness)} ${r(middle)} ${r(y1 + thickness)} ${r(x1)} ${r(y1 + thickness)}Z`
  );
}

/**
 * Amounts from funders to carriers as a Sankey diagram: heights are euros, colour and heading tell public, private and
 * European money apart. Our own layout of two columns: no maintained library lays out less.
 */
export function buildFundingFigure({ funding, year, nameOf, text, width = 720, stamp }: Input): Figure | null {
  const words = networkWords(text.lang).funding;
  const flows = funding.flows.filter((f) => f.euros > 0 && isOfYear(f, year));
  if (flows.length === 0) return null;
  const funders = new Map(funding.funders.map((f) => [f.key, f]));
  const moneyOf = (key: string): Money => funders.get(key)?.money ?? 'inconnu';
  const left = nodesOf(
    flows,
    (f) => f.funder,
    (key) => ({ name: typeset(funders.get(key)?.name ?? key, text.lang), money: moneyOf(key) }),
    text,
  ).sort((a, b) => moneyOrder.indexOf(a.money ?? 'inconnu') - moneyOrder.indexOf(b.money ?? 'inconnu') || b.euros - a.euros);
  const right = nodesOf(
    flows,
    (f) => f.carrierId,
    (id) => ({ name: typeset(nameOf(id), text.lang), money: null }),
    text,
  );
  const total = flows.reduce((sum, f) => sum + f.euros, 0);
  const scale = 180 / total;
  const [sources, targets] = [stack(left, scale), stack(right, scale)];
  const source = new Map(sources.map((b) => [b.id, b]));
  const target = new Map(targets.map((b) => [b.id, b]));
  const nameWidth = Math.min(250, 0.36 * width);
  const [x1, x2] = [nameWidth + barWidth, width - nameWidth - barWidth];
  const used = new Map<string, number>();
  const take = (key: string, height: number): number => {
    const from = used.get(key) ?? 0;
    used.set(key, from + height);
    return from;
  };
  const sums = new Map<string, { from: Band; to: Band; euros: number; money: Money }>();
  for (const { funder, carrierId, euros } of flows) {
    const [from, to] = [
      source.get(funder) ?? source.get(restOf(moneyOf(funder)))!,
      target.get(carrierId) ?? target.get(restOf(null))!,
    ];
    const key = `${from.id}\n${to.id}`;
    sums.set(key, { from, to, money: from.money ?? 'inconnu', euros: (sums.get(key)?.euros ?? 0) + euros });
  }
  const ribbons = [...sums.values()]
    .sort((a, b) => a.from.y - b.from.y || a.to.y - b.to.y)
    .map(({ from, to, euros, money }): SceneItem => {
      const thickness = Math.max(0.6, euros * scale);
      const d = ribbon(x1, from.y + take(`l${from.id}`, thickness), x2, to.y + take(`r${to.id}`, thickness), thickness);
      return {
        kind: 'path',
        d,
        fill: moneyColors[money],
        opacity: 0.35,
        hint: `${from.name} → ${to.name} : ${eurosText(euros, text)}`,
      };
    });
  const bar = (band: Band, x: number): SceneItem => ({
    ...{ kind: 'rect', x, y: band.y, width: barWidth, height: band.height },
    fill: band.money ? moneyColors[band.money] : palette.muted,
  });
  const label = (band: Band, x: number, anchor: 'start' | 'end'): SceneItem[] => {
    const y = band.y + band.height / 2 - 2;
    return [
      plainText(x, y, clipText(band.name, nameWidth - 6, size), { size, anchor }),
      plainText(x, y + lineHeight, eurosText(band.euros, text), { size, anchor, color: palette.muted }),
    ];
  };
  const bottom = Math.max(...[...sources, ...targets].map((b) => b.y + b.height / 2 + Math.max(b.height / 2, lineHeight))) + 10;
  const kinds = [...new Set(sources.map((b) => b.money ?? 'inconnu'))];
  const legend = kinds.flatMap((money, i): SceneItem[] => [
    { kind: 'rect', x: i * 150, y: bottom + 4, width: 12, height: 8, fill: moneyColors[money] },
    plainText(i * 150 + 17, bottom + 11, words.money[money], { size }),
  ]);
  return {
    id: 'financements',
    title: typeset(year === null ? words.sankeyTitle : `${words.sankeyTitle}, ${year}`, text.lang),
    alt: typeset(
      words.sankeyAlt(
        eurosText(total, text),
        new Set(flows.map((f) => f.funder)).size,
        new Set(flows.map((f) => f.carrierId)).size,
      ),
      text.lang,
    ),
    source: typeset(words.source(words.counted(funding.withAmount, funding.ties)), text.lang),
    scene: {
      width,
      height: bottom + 20,
      items: [
        ...ribbons,
        ...sources.map((b) => bar(b, nameWidth)),
        ...targets.map((b) => bar(b, x2)),
        ...sources.flatMap((b) => label(b, nameWidth - 6, 'end')),
        ...targets.flatMap((b) => label(b, x2 + barWidth + 6, 'start')),
        ...legend,
        ...(stamp ? stampItems(stamp, width, bottom + 2) : []),
      ],
    },
  };
}
