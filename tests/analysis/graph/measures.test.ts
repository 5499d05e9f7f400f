import { describe, expect, test } from 'vitest';
import { betweenness, normalisedBetweenness } from '../../../src/analysis/graph/betweenness';
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
import { degrees, tieGraph } from '../../../src/analysis/graph/graph';
import { assortativity, expectedExternalInternal, externalInternal, mixingMatrix } from '../../../src/analysis/graph/mixing';
import { adjustedRandIndex, modularity } from '../../../src/analysis/graph/partitions';
import { similarPairs } from '../../../src/analysis/graph/similarity';
import { eigenvectorCentrality, pageRank } from '../../../src/analysis/graph/spectral';

const empty = tieGraph(0, []);
const pair = tieGraph(2, [[0, 1]]);
const path = tieGraph(5, [
  [0, 1],
  [1, 2],
  [2, 3],
  [3, 4],
]);
const star = tieGraph(5, [
  [0, 1],
  [0, 2],
  [0, 3],
  [0, 4],
]);
/** Triangles 0-1-2 and 2-3-4 that share node 2. */
const bow = tieGraph(5, [
  [0, 1],
  [1, 2],
  [0, 2],
  [2, 3],
  [3, 4],
  [2, 4],
]);
/** A triangle, a pair, two isolates. */
const scattered = tieGraph(7, [
  [4, 5],
  [1, 2],
  [2, 3],
  [1, 3],
]);
const list = (values: ArrayLike<number> | null) => values && Array.from(values);

describe('graph and components', () => {
  test('loops are dropped, a pair given twice is one tie', () => {
    const g = tieGraph(3, [
      [0, 1],
      [1, 0],
      [2, 2],
      [1, 2],
    ]);
    expect([g.ties, list(degrees(g)), list(g.ends)]).toEqual([2, [1, 2, 1], [0, 1, 1, 2]]);
    expect(() => tieGraph(2, [[0, 2]])).toThrow(RangeError);
  });
  test('numbered largest first, then by smallest node', () => {
    const { of, sizes } = componentsIn(scattered);
    expect([list(of), sizes]).toEqual([
      [2, 0, 0, 0, 1, 1, 3],
      [3, 2, 1, 1],
    ]);
    expect(componentsIn(empty)).toEqual({ of: new Int32Array(), sizes: [] });
  });
  test('fragmentation', () => {
    expect(fragmentation([3, 2, 1, 1], 7)).toBeCloseTo(1 - 8 / 42, 12);
    expect([fragmentation([], 0), fragmentation([1], 1)]).toEqual([null, null]);
    expect(fragmentationWithout(path)).toEqual([0, 0.5, 1 - 4 / 12, 0.5, 0]);
    expect(fragmentationWithout(scattered)[6]).toBeCloseTo(1 - 8 / 30, 12);
    expect(fragmentationWithout(pair)).toEqual([null, null]);
  });
  test('pieces left without a node', () => {
    expect(list(piecesWithout(bow, 2))).toEqual([0, 0, -1, 1, 1]);
    expect(list(piecesWithout(path, 3))).toEqual([0, 0, 0, -1, 1]);
    expect(list(piecesWithout(scattered, 4))).toEqual([-1, -1, -1, -1, -1, 0, -1]);
  });
});

describe('breaks', () => {
  test('two triangles joined by a node', () => {
    expect(articulationPoints(bow)).toEqual([{ node: 2, pieces: [2, 2], pairsDisconnected: 4 }]);
    expect([bridges(bow), blockSizes(bow)]).toEqual([[], [3, 3]]);
  });
  test('path, star, scattered, empty', () => {
    expect(articulationPoints(path).map((c) => [c.node, c.pieces, c.pairsDisconnected])).toEqual([
      [1, [3, 1], 3],
      [2, [2, 2], 4],
      [3, [3, 1], 3],
    ]);
    expect(bridges(path).map((b) => [b.tie, b.smallerSide, b.pairsDisconnected])).toEqual([
      [0, 1, 4],
      [1, 2, 6],
      [2, 2, 6],
      [3, 1, 4],
    ]);
    expect(articulationPoints(star)).toEqual([{ node: 0, pieces: [1, 1, 1, 1], pairsDisconnected: 6 }]);
    expect([articulationPoints(scattered), bridges(scattered).map((b) => b.tie), blockSizes(scattered)]).toEqual([
      [],
      [0],
      [3, 2],
    ]);
    expect([articulationPoints(empty), bridges(empty), blockSizes(empty)]).toEqual([[], [], []]);
  });
  test('a path of 50 000 nodes does not exhaust the stack', () => {
    const long = tieGraph(
      50_000,
      Array.from({ length: 49_999 }, (_, i) => [i, i + 1]),
    );
    expect(articulationPoints(long)).toHaveLength(49_998);
  });
});

describe('centralities', () => {
  test('betweenness of nodes and ties', () => {
    expect(list(betweenness(path).node)).toEqual([0, 3, 4, 3, 0]);
    expect(list(betweenness(path).tie)).toEqual([4, 6, 6, 4]);
    expect(list(betweenness(bow).node)).toEqual([0, 0, 4, 0, 0]);
    expect(list(normalisedBetweenness(betweenness(star).node))).toEqual([1, 0, 0, 0, 0]);
    expect(normalisedBetweenness(betweenness(pair).node)).toBe(null);
  });
  test('lengths: a detour of the same length counts as much, rounding aside', () => {
    // 0 to 3 straight (1/2), or through 1 (1/3 + 1/6); 2 hangs on 3.
    const g = tieGraph(4, [
      [0, 3],
      [0, 1],
      [1, 3],
      [3, 2],
    ]);
    const lengths = [1 / 2, 1 / 3, 1 / 6, 1];
    expect(list(betweenness(g, lengths).node)).toEqual([0, 1, 0, 2]);
    expect(list(betweenness(g, [1, 0.25, 0.25, 1]).node)).toEqual([0, 2, 0, 2]);
    expect(() => betweenness(g, [1, 0, 1, 1])).toThrow(RangeError);
  });
  test('closeness, harmonic, extent', () => {
    const d = distancesIn(scattered);
    expect(list(closeness(d))).toEqual([0, 1 / 3, 1 / 3, 1 / 3, 1 / 6, 1 / 6, 0]);
    expect(list(closenessWithin(d))).toEqual([0, 1, 1, 1, 1, 1, 0]);
    expect(list(harmonicCentrality(d))).toEqual([0, 2 / 6, 2 / 6, 2 / 6, 1 / 6, 1 / 6, 0]);
    expect(globalEfficiency(d)).toBeCloseTo(8 / 42, 12);
    expect(extentOfLargest(scattered, d)).toEqual({ diameter: 1, averagePath: 1 });
    expect(extentOfLargest(path, distancesIn(path))).toEqual({ diameter: 4, averagePath: 2 });
    expect(extentOfLargest(empty, distancesIn(empty))).toEqual({ diameter: null, averagePath: null });
    expect(globalEfficiency(distancesIn(empty))).toBe(null);
  });
  test('centralisations: 1 for a star, null below three nodes, closeness null when not connected', () => {
    const all = (g: typeof star) => [
      degreeCentralization(g),
      betweennessCentralization(g),
      closenessCentralization(distancesIn(g)),
    ];
    expect(all(star).map((x) => Math.round(x! * 1e12) / 1e12)).toEqual([1, 1, 1]);
    expect(all(pair)).toEqual([null, null, null]);
    expect(all(scattered)[2]).toBe(null);
    expect(all(empty)).toEqual([null, null, null]);
  });
  test('eigenvector on the largest component, PageRank with isolates', () => {
    const third = 1 / Math.sqrt(3);
    const found = eigenvectorCentrality(scattered)!;
    expect(found.map((x) => x !== null && Math.abs(x - third) < 1e-12)).toEqual([false, true, true, true, false, false, false]);
    expect(eigenvectorCentrality(empty)).toBe(null);
    expect(pageRank(scattered).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    // Hub h, leaf l: h = 0.03 + 0.85 × 4l, l = 0.03 + 0.85 × h/4.
    expect(pageRank(star)[0]).toBeCloseTo(0.132 / 0.2775, 10);
    expect(pageRank(empty)).toHaveLength(0);
  });
});

describe('around each node', () => {
  test('constraint: of a star, of a triangle, weighted, null for isolates', () => {
    expect(constraint(star)).toEqual([0.25, 1, 1, 1, 1]);
    // Each of a triangle: 2 × (1/2 + 1/2 × 1/2)² = 1.125.
    expect(constraint(scattered)).toEqual([null, 1.125, 1.125, 1.125, 1, 1, null]);
    // Path 0-1-2 with strengths 1 and 3: (1/4)² + (3/4)².
    const uneven = tieGraph(3, [
      [0, 1],
      [1, 2],
    ]);
    expect(constraint(uneven, [1, 3])).toEqual([1, 0.625, 1]);
    expect(constraint(uneven, [0, 0])).toEqual([null, null, null]);
  });
  test('effective size and efficiency', () => {
    expect(effectiveSize(bow)).toEqual([1, 1, 3, 1, 1]);
    expect(efficiency(bow)).toEqual([0.5, 0.5, 0.75, 0.5, 0.5]);
    expect([effectiveSize(scattered)[0], efficiency(scattered)[0]]).toEqual([null, null]);
  });
  test('clustering and transitivity', () => {
    expect(list(clustering(bow))).toEqual([1, 1, 1 / 3, 1, 1]);
    expect(averageClustering(bow)).toBeCloseTo(13 / 15, 12);
    expect(transitivity(bow)).toBeCloseTo(6 / 10, 12);
    expect([transitivity(pair), averageClustering(empty), transitivity(star)]).toEqual([null, null, 0]);
  });
  test('pairs that share neighbours', () => {
    expect(similarPairs(path).map((p) => [p.a, p.b, p.commonNeighbours, p.jaccard, p.resourceAllocation])).toEqual([
      [0, 2, 1, 1 / 2, 1 / 2],
      [1, 3, 1, 1 / 3, 1 / 2],
      [2, 4, 1, 1 / 2, 1 / 2],
    ]);
    expect(similarPairs(star, 2).map((p) => p.adamicAdar)).toEqual([1 / Math.log(4), 1 / Math.log(4)]);
    expect(similarPairs(empty)).toEqual([]);
  });
});

describe('cores and groups', () => {
  test('core numbers, core and periphery', () => {
    expect(list(coreNumbers(scattered))).toEqual([0, 2, 2, 2, 1, 1, 0]);
    expect(list(coreNumbers(bow))).toEqual([2, 2, 2, 2, 2]);
    expect(lipCore(star)).toEqual({ misfits: 0, sizes: [1, 2], core: [0], alike: [] });
    // Two of the three in the middle of a path, whichever.
    expect(lipCore(path)).toEqual({ misfits: 1, sizes: [2, 3], core: [], alike: [1, 2, 3] });
    // Degrees 5, 2, 2, 1, 1, 1: k(k-1)/2 + 6 - Σ is 1, 0, 0, 2…: the hub with 1 or with 2.
    const spoked = tieGraph(6, [
      [0, 1],
      [0, 2],
      [0, 3],
      [0, 4],
      [0, 5],
      [1, 2],
    ]);
    expect(lipCore(spoked)).toEqual({ misfits: 0, sizes: [2, 3], core: [0], alike: [1, 2] });
    expect(lipCore(empty)).toBe(null);
    expect(coreCorrelation(star)).toEqual({ correlation: expect.closeTo(1, 12), core: [0, 1] });
    expect(coreCorrelation(pair)).toBe(null);
    // Of the path, 1-2-3 is the one core that cuts no degree: 2 of 3 pairs tied, 1 pair outside not.
    expect(coreCorrelation(path)?.core).toEqual([1, 2]);
    expect(coreCorrelation(path, 'whole degrees')).toEqual({
      correlation: expect.closeTo(2 / Math.sqrt(12), 12),
      core: [1, 2, 3],
    });
    expect(coreCorrelation(star, 'whole degrees')).toBe(null);
  });
  test('brokerage roles of the joint of two triangles', () => {
    const of = (groups: string[]) => brokerage(bow, groups)[2];
    const none = { coordinator: 0, itinerant: 0, gatekeeper: 0, representative: 0, liaison: 0, total: 8 };
    expect(of(['a', 'a', 'a', 'a', 'a'])).toEqual({ ...none, coordinator: 8 });
    expect(of(['a', 'a', 'b', 'a', 'a'])).toEqual({ ...none, itinerant: 8 });
    expect(of(['a', 'a', 'a', 'b', 'b'])).toEqual({ ...none, gatekeeper: 4, representative: 4 });
    expect(of(['a', 'a', 'b', 'c', 'c'])).toEqual({ ...none, liaison: 8 });
  });
  test('E-I, its expectation, assortativity, mixing', () => {
    const groups = ['a', 'a', 'a', 'b', 'b'];
    expect(externalInternal(bow, groups)).toEqual({ external: 2, internal: 4, ei: -1 / 3, node: [-1, -1, 0, 0, 0] });
    expect(expectedExternalInternal(groups)).toBeCloseTo((10 - 2 * 4) / 10, 12);
    // Ends: a 8/12, b 4/12; inside 4/6.
    expect(assortativity(bow, groups)).toBeCloseTo((4 / 6 - 5 / 9) / (1 - 5 / 9), 12);
    expect(assortativity(bow, ['a', 'a', 'a', 'a', 'a'])).toBe(null);
    expect(mixingMatrix(bow, groups)).toEqual({
      groups: ['a', 'b'],
      observed: [
        [3, 2],
        [2, 1],
      ],
      possible: [
        [3, 6],
        [6, 1],
      ],
    });
    expect(mixingMatrix(bow, groups, ['c', 'b']).possible).toEqual([
      [0, 0],
      [0, 1],
    ]);
    expect(externalInternal(scattered, ['a', 'a', 'a', 'a', 'a', 'b', 'b']).node[6]).toBe(null);
    expect([externalInternal(empty, []).ei, expectedExternalInternal([]), assortativity(empty, [])]).toEqual([null, null, null]);
  });
  test('communities: two triangles joined by a tie are found by every run; no ties, no modularity', () => {
    const joined = tieGraph(6, [
      [0, 1],
      [0, 2],
      [1, 2],
      [2, 3],
      [3, 4],
      [3, 5],
      [4, 5],
    ]);
    const found = communitiesIn(joined);
    expect([list(found.of), found.sizes, found.stability]).toEqual([[0, 0, 0, 1, 1, 1], [3, 3], 1]);
    expect(found.modularity).toBeCloseTo(5 / 14, 12);
    expect(communitiesIn(joined)).toEqual(found);
    expect(communitiesIn(tieGraph(3, []))).toEqual({
      of: Int32Array.of(0, 1, 2),
      sizes: [1, 1, 1],
      modularity: null,
      stability: null,
    });
    expect(communitiesIn(empty).modularity).toBe(null);
    // Strengths that make the joining tie the main one join its two ends.
    const { of } = communitiesIn(joined, { weights: [1, 1, 1, 20, 1, 1, 1] });
    expect(of[2]).toBe(of[3]);
  });
  test('modularity and adjusted Rand index', () => {
    expect(modularity(bow, [0, 0, 0, 0, 0])).toBeCloseTo(0, 12);
    expect(modularity(path, ['x', 'x', 'y', 'y', 'y'])).toBeCloseTo(0.21875, 12);
    expect([modularity(empty, []), modularity(pair, [0, 0], [0])]).toEqual([null, null]);
    expect(adjustedRandIndex([0, 0, 1, 1], [5, 5, 2, 2])).toBe(1);
    expect(adjustedRandIndex([0, 0, 1, 1], [0, 1, 0, 1])).toBeCloseTo(-0.5, 12);
    expect(adjustedRandIndex([0, 1, 2], [0, 1, 2])).toBe(1);
  });
});
