import fc from 'fast-check';
import { expect, test } from 'vitest';
import { betweenness } from '../../../src/analysis/graph/betweenness';
import { articulationPoints, blockSizes, bridges } from '../../../src/analysis/graph/breaks';
import { brokerage } from '../../../src/analysis/graph/brokerage';
import {
  betweennessCentralization,
  closenessCentralization,
  degreeCentralization,
} from '../../../src/analysis/graph/centralization';
import {
  closeness,
  closenessWithin,
  distancesIn,
  extentOfLargest,
  globalEfficiency,
  harmonicCentrality,
} from '../../../src/analysis/graph/closeness';
import { averageClustering, clustering, transitivity } from '../../../src/analysis/graph/clustering';
import { communitiesIn } from '../../../src/analysis/graph/communities';
import { componentsIn, fragmentation, fragmentationWithout, piecesWithout } from '../../../src/analysis/graph/components';
import { constraint, effectiveSize, efficiency } from '../../../src/analysis/graph/constraint';
import { coreCorrelation, coreNumbers, lipCore } from '../../../src/analysis/graph/cores';
import { type TieGraph, tieGraph } from '../../../src/analysis/graph/graph';
import { assortativity, expectedExternalInternal, externalInternal, mixingMatrix } from '../../../src/analysis/graph/mixing';
import { modularity } from '../../../src/analysis/graph/partitions';
import { similarPairs } from '../../../src/analysis/graph/similarity';
import { eigenvectorCentrality, pageRank } from '../../../src/analysis/graph/spectral';
import {
  latapyClustering,
  projection,
  robinsAlexander,
  twoModeBetweenness,
  twoModeCloseness,
  twoModeDegree,
  twoModeDensity,
} from '../../../src/analysis/graph/twoMode';

interface Drawn {
  readonly size: number;
  readonly pairs: readonly (readonly [number, number])[];
  readonly weights: readonly number[];
  readonly groups: readonly number[];
}

/** Simple graphs of 1 to 12 nodes with small weights (so that lengths tie) and three groups. */
const drawn: fc.Arbitrary<Drawn> = fc.integer({ min: 1, max: 12 }).chain((size) => {
  const all = Array.from({ length: size }, (_, a) => Array.from({ length: a }, (_, b) => [b, a] as const)).flat();
  return fc.record({
    size: fc.constant(size),
    pairs: fc.subarray(all),
    weights: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: all.length, maxLength: all.length }),
    groups: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: size, maxLength: size }),
  });
});

/** A graph and the same with its nodes renamed: node v becomes `name[v]`. */
const renamed = drawn.chain((d) =>
  fc
    .shuffledSubarray(
      Array.from({ length: d.size }, (_, v) => v),
      { minLength: d.size },
    )
    .map((name) => ({ d, name })),
);

/** Ten decimals: sums in another order differ beyond. */
const round = (value: unknown): unknown => (typeof value === 'number' ? Math.round(value * 1e10) / 1e10 + 0 : value);

/** With two largest components, which one is measured depends on the names. */
const isLargestAlone = (g: TieGraph) => componentsIn(g).sizes[0] !== componentsIn(g).sizes[1];
const extent = (g: TieGraph, d: ReturnType<typeof distancesIn>) =>
  isLargestAlone(g) ? extentOfLargest(g, d) : { diameter: null, averagePath: null };

function wholeFigures(g: TieGraph, groups: readonly number[], weights: ArrayLike<number>): unknown[] {
  const d = distancesIn(g);
  const ei = externalInternal(g, groups);
  const sizes = componentsIn(g).sizes;
  return [
    ...[...sizes, fragmentation(sizes, g.size), ...blockSizes(g), globalEfficiency(d), transitivity(g)],
    ...[degreeCentralization(g), betweennessCentralization(g), closenessCentralization(d)],
    ...[ei.ei, ei.external, assortativity(g, groups), modularity(g, groups), modularity(g, groups, weights)],
    ...[lipCore(g)?.misfits, ...(lipCore(g)?.sizes ?? [])],
    ...[coreCorrelation(g, 'whole degrees')?.correlation, averageClustering(g), expectedExternalInternal(groups)],
    ...Object.values(mixingMatrix(g, groups, [0, 1, 2])).flat(2),
    ...[extent(g, d).diameter, extent(g, d).averagePath],
    ...[null, weights].flatMap((w) => {
      const found = communitiesIn(g, { runs: 5, weights: w });
      return [found.modularity, found.stability, ...found.sizes];
    }),
    ...bridges(g)
      .map((b) => b.pairsDisconnected)
      .sort((x, y) => x - y),
    ...similarPairs(g).map((p) => p.adamicAdar),
  ].map(round);
}

function nodeFigures(g: TieGraph, groups: readonly number[], weights: ArrayLike<number>): unknown[][] {
  const d = distancesIn(g);
  const lengths = Array.from(weights, (w) => 1 / w);
  const cuts = new Map(articulationPoints(g).map((c) => [c.node, JSON.stringify(c.pieces)]));
  const eigenvector = isLargestAlone(g) ? eigenvectorCentrality(g) : null;
  const inCore = new Map([
    ...(lipCore(g)?.core.map((v) => [v, 'sure'] as const) ?? []),
    ...(lipCore(g)?.alike.map((v) => [v, 'alike'] as const) ?? []),
  ]);
  const measures: ArrayLike<unknown>[] = [
    ...[betweenness(g).node, betweenness(g, lengths).node, closeness(d), closenessWithin(d), harmonicCentrality(d)],
    ...[constraint(g), constraint(g, weights), effectiveSize(g), efficiency(g), clustering(g), coreNumbers(g), pageRank(g)],
    ...[fragmentationWithout(g), externalInternal(g, groups).node, eigenvector ?? []],
    ...[brokerage(g, groups).map((roles) => JSON.stringify(roles))],
  ];
  return Array.from({ length: g.size }, (_, v) => [...measures.map((m) => round(m[v])), cuts.get(v), inCore.get(v)]);
}

test('relabelling nodes changes no figure', () => {
  fc.assert(
    fc.property(renamed, ({ d, name }) => {
      const g = tieGraph(d.size, d.pairs);
      const other = tieGraph(
        d.size,
        d.pairs.map(([a, b]) => [name[b]!, name[a]!]),
      );
      const groups: number[] = [];
      d.groups.forEach((group, v) => {
        groups[name[v]!] = group;
      });
      expect(wholeFigures(other, groups, d.weights)).toEqual(wholeFigures(g, d.groups, d.weights));
      const figures = nodeFigures(other, groups, d.weights);
      expect(name.map((v) => figures[v])).toEqual(nodeFigures(g, d.groups, d.weights));
    }),
    { numRuns: 300 },
  );
});

/** What each tie carries, by its ends. */
function tieFigures(g: TieGraph, name: (v: number) => number, lengths: readonly number[]): string[] {
  const [plain, weighted] = [betweenness(g).tie, betweenness(g, lengths).tie];
  return Array.from({ length: g.ties }, (_, t) => {
    const ends = [name(g.ends[2 * t]!), name(g.ends[2 * t + 1]!)].sort((a, b) => a - b);
    return JSON.stringify([ends, round(plain[t]), round(weighted[t])]);
  }).sort();
}

test('relabelling nodes, telling ties in another order, changes no figure of a tie', () => {
  fc.assert(
    fc.property(renamed, ({ d, name }) => {
      const lengths = d.pairs.map((_, t) => 1 / d.weights[t]!);
      const other = tieGraph(d.size, d.pairs.map(([a, b]) => [name[b]!, name[a]!] as const).reverse());
      const back = (v: number) => name.indexOf(v);
      expect(tieFigures(other, back, lengths.toReversed())).toEqual(tieFigures(tieGraph(d.size, d.pairs), (v) => v, lengths));
    }),
    { numRuns: 200 },
  );
});

/** Figures of a graph of two kinds, those of pairs by the names of their ends. */
function twoModeFigures(g: { graph: TieGraph; first: number }, name: (v: number) => number): unknown {
  const pairs = [...projection(g, 'first'), ...projection(g, 'second')].map((p) =>
    JSON.stringify([[name(p.a), name(p.b)].sort((x, y) => x - y), p.shared, round(p.newman), round(p.jaccard)]),
  );
  const byNode = [twoModeDegree(g), twoModeBetweenness(g), twoModeCloseness(g), latapyClustering(g)].map((values) =>
    Object.fromEntries(Array.from(values, (x, v) => [name(v), round(x)])),
  );
  return [round(twoModeDensity(g)), round(robinsAlexander(g)), byNode, pairs.sort()];
}

test('relabelling the nodes of each kind changes no figure of a graph of two kinds', () => {
  fc.assert(
    fc.property(renamed, fc.nat(12), ({ d, name }, cut) => {
      const first = Math.min(cut, d.size);
      const kind = (v: number) => v < first;
      const order = [...name.filter(kind), ...name.filter((v) => !kind(v))];
      const across = d.pairs.filter(([a, b]) => kind(a) !== kind(b));
      const other = tieGraph(
        d.size,
        across.map(([a, b]) => [order.indexOf(b), order.indexOf(a)]),
      );
      expect(twoModeFigures({ graph: other, first }, (v) => order[v]!)).toEqual(
        twoModeFigures({ graph: tieGraph(d.size, across), first }, (v) => v),
      );
    }),
    { numRuns: 200 },
  );
});

/** The graph without a node, which stays as an isolate. */
const without = (d: Drawn, node: number) =>
  tieGraph(
    d.size,
    d.pairs.filter((p) => !p.includes(node)),
  );

/** Sizes of the labels of 0 and above. */
function sizesOf(labels: Int32Array): number[] {
  const sizes: number[] = [];
  for (const label of labels) if (label >= 0) sizes[label] = (sizes[label] ?? 0) + 1;
  return sizes;
}

test('removing an articulation point increases components as announced; removing any other node does not', () => {
  fc.assert(
    fc.property(drawn, (d) => {
      const g = tieGraph(d.size, d.pairs);
      const before = componentsIn(g);
      const cuts = new Map(articulationPoints(g).map((c) => [c.node, c.pieces]));
      before.of.forEach((component, v) => {
        const size = before.sizes[component]!;
        const pieces = cuts.get(v) ?? (size > 1 ? [size - 1] : []);
        // The removed node is left as one component.
        expect(componentsIn(without(d, v)).sizes.length - 1 - before.sizes.length).toBe(pieces.length - 1);
        expect(sizesOf(piecesWithout(g, v))).toEqual(pieces);
      });
    }),
    { numRuns: 300 },
  );
});

test('two nodes are in one piece when a path joins them without the node removed', () => {
  fc.assert(
    fc.property(drawn, (d) => {
      const pieces = piecesWithout(tieGraph(d.size, d.pairs), 0);
      const after = componentsIn(without(d, 0)).of;
      const left = [...pieces.keys()].filter((v) => pieces[v]! >= 0);
      for (const a of left) for (const b of left) expect(pieces[a] === pieces[b]).toBe(after[a] === after[b]);
    }),
    { numRuns: 300 },
  );
});

test('removing a bridge adds one component, removing any other tie none', () => {
  fc.assert(
    fc.property(drawn, (d) => {
      const g = tieGraph(d.size, d.pairs);
      const cut = new Set(bridges(g).map((b) => b.tie));
      d.pairs.forEach((_, t) => {
        const left = tieGraph(
          d.size,
          d.pairs.filter((_, other) => other !== t),
        );
        expect(componentsIn(left).sizes.length - componentsIn(g).sizes.length).toBe(cut.has(t) ? 1 : 0);
      });
    }),
    { numRuns: 300 },
  );
});

test('betweenness with all lengths equal is betweenness in ties, and its sum over ties is the sum of distances', () => {
  fc.assert(
    fc.property(drawn, (d) => {
      const g = tieGraph(d.size, d.pairs);
      const plain = betweenness(g);
      const lengths = betweenness(g, new Float64Array(g.ties).fill(1 / 3));
      expect(Array.from(lengths.node, round)).toEqual(Array.from(plain.node, round));
      const distance = distancesIn(g).total.reduce((a, b) => a + b, 0) / 2;
      expect(plain.tie.reduce((a, b) => a + b, 0)).toBeCloseTo(distance, 9);
    }),
    { numRuns: 200 },
  );
});
