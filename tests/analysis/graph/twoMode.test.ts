import { expect, test } from 'vitest';
import { tieGraph } from '../../../src/analysis/graph/graph';
import {
  latapyClustering,
  projection,
  robinsAlexander,
  twoModeBetweenness,
  twoModeCloseness,
  twoModeDegree,
  twoModeDensity,
} from '../../../src/analysis/graph/twoMode';

/** Actors 0, 1, 2 and meetings 3, 4: all three at 3; 0 and 1 at 4. */
const meetings = {
  first: 3,
  graph: tieGraph(5, [
    [0, 3],
    [1, 3],
    [2, 3],
    [0, 4],
    [1, 4],
  ]),
};
const alone = { first: 2, graph: tieGraph(2, []) };

test('density and degree over the other kind', () => {
  expect(twoModeDensity(meetings)).toBeCloseTo(5 / 6, 12);
  expect(Array.from(twoModeDegree(meetings))).toEqual([1, 1, 0.5, 1, 2 / 3]);
  expect([twoModeDensity(alone), Array.from(twoModeDegree(alone))]).toEqual([null, [0, 0]]);
});

test('projection: shared meetings, Newman, Jaccard', () => {
  expect(projection(meetings, 'first')).toEqual([
    { a: 0, b: 1, shared: 2, newman: 0.5 + 1, jaccard: 1 },
    { a: 0, b: 2, shared: 1, newman: 0.5, jaccard: 0.5 },
    { a: 1, b: 2, shared: 1, newman: 0.5, jaccard: 0.5 },
  ]);
  expect(projection(meetings, 'second').map((p) => [p.a, p.b, p.shared])).toEqual([[3, 4, 2]]);
});

test('closeness of the one at all meetings, betweenness of a single meeting', () => {
  // Node 0: 1 + 1 to the meetings, 2 + 2 to the actors, the least possible.
  expect(twoModeCloseness(meetings)[0]).toBe(1);
  const single = {
    first: 3,
    graph: tieGraph(4, [
      [0, 3],
      [1, 3],
      [2, 3],
    ]),
  };
  expect(Array.from(twoModeBetweenness(single))).toEqual([0, 0, 0, 1]);
  expect(Array.from(twoModeCloseness(alone))).toEqual([0, 0]);
  expect(Array.from(twoModeBetweenness(alone))).toEqual([0, 0]);
});

test('clustering: one four-cycle; overlaps of those at distance two', () => {
  // Three-paths around each tie: (d-1)(d'-1) = 2, 2, 0, 1, 1.
  expect(robinsAlexander(meetings)).toBeCloseTo(4 / 6, 12);
  expect(robinsAlexander(alone)).toBe(0);
  expect(Array.from(latapyClustering(meetings))).toEqual([0.75, 0.75, 0.5, 2 / 3, 2 / 3]);
});
