import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutNetwork } from '../../src/analysis/layout';
import { componentsOf, largestClique, readNetwork } from '../../src/analysis/network';
import { emptyInventory } from '../../src/model/inventory';
import { actor, tie } from './fixture';

const network = (
  ids: readonly string[],
  ties: Parameters<typeof tie>[] | ReturnType<typeof tie>[],
  deducedTies = false,
  actors = ids.map((id) => actor(id)),
) => readNetwork({ ...emptyInventory, actors, partnerships: ties.map((t) => (Array.isArray(t) ? tie(...t) : t)) }, deducedTies);

describe('the partnership network', () => {
  test('two triangles joined by a node, and an isolate: density 6/15, one isolate kept', () => {
    const n = network(
      ['a', 'b', 'c', 'd', 'e', 'f'],
      [
        ['a', 'b'],
        ['b', 'c'],
        ['a', 'c'],
        ['c', 'd'],
        ['d', 'e'],
        ['c', 'e'],
      ],
    );
    expect(n).toMatchObject({ statedEdges: 6, components: 2, largestComponent: 5, isolates: ['f'] });
    expect(n.density).toBeCloseTo(6 / 15, 12);
    expect(n.averageDegree).toBe(2);
    expect(n.nodes.find((x) => x.id === 'c')).toMatchObject({ degree: 4 });
  });
  test('several ties between two actors are one edge with all its natures, whatever the direction', () => {
    const n = network(['a', 'b'], [tie('a', 'b', { id: '1' }), tie('b', 'a', { id: '2', nature: 'orientation', intensity: 3 })]);
    expect(n.ties).toEqual([
      { a: 'a', b: 'b', stated: true, natures: ['convention', 'orientation'], intensity: 3, partnershipIds: ['1', '2'] },
    ]);
  });
  test('wished, planned and ended ties are not in force; a tie with oneself is none', () => {
    const n = network(
      ['a', 'b'],
      [tie('a', 'b', { id: '1', status: 'souhaite' }), tie('a', 'b', { id: '2', status: 'termine' }), tie('a', 'a')],
    );
    expect(n).toMatchObject({ statedEdges: 0, isolates: ['a', 'b'] });
  });
  test('deduced ties are off by default and told apart', () => {
    const ties = ['b', 'c'].map((id) => tie('a', id, { nature: 'cofinancement' }));
    const off = network(['a', 'b', 'c'], ties);
    expect(off).toMatchObject({ statedEdges: 2, deducedEdges: 1 });
    expect(off.ties).toHaveLength(2);
    const on = network(['a', 'b', 'c'], ties, true);
    expect(on.ties.filter((t) => !t.stated)).toEqual([
      { a: 'b', b: 'c', stated: false, natures: ['financeur-commun'], intensity: null, partnershipIds: [] },
    ]);
  });
  test('a funder of more than twenty stays a node, one of twenty makes a clique', () => {
    const ids = Array.from({ length: largestClique + 1 }, (_, i) => `m${i}`);
    const fund = (members: readonly string[]) =>
      network(
        ['f', ...ids],
        members.map((m) => tie('f', m, { nature: 'cofinancement' })),
      );
    expect(fund(ids).deducedEdges).toBe(0);
    expect(fund(ids.slice(1)).deducedEdges).toBe((20 * 19) / 2);
  });
  test('same legal entity is a deduced tie', () => {
    const actors = [actor('a', { siren: '123456782' }), actor('b', { siret: '12345678200010' })];
    expect(network(['a', 'b'], [], true, actors).ties).toMatchObject([{ natures: ['entite-commune'], stated: false }]);
  });
  test('nobody: no density', () => {
    expect(network([], [])).toMatchObject({ components: 0, density: null, averageDegree: null });
  });
});

describe('properties', () => {
  const graph = fc.integer({ min: 1, max: 12 }).chain((n) =>
    fc.record({
      n: fc.constant(n),
      edges: fc.array(fc.tuple(fc.nat(n - 1), fc.nat(n - 1)), { maxLength: 20 }),
    }),
  );
  test('relabelling the actors changes no figure', () => {
    fc.assert(
      fc.property(graph, ({ n, edges }) => {
        const of = (name: (i: number) => string) => {
          const {
            nodes: _,
            ties: __,
            isolates,
            ...figures
          } = network(
            Array.from({ length: n }, (_, i) => name(i)),
            edges.map(([a, b], k) => tie(name(a), name(b), { id: `p${k}` })),
          );
          return { ...figures, isolates: isolates.length };
        };
        expect(of((i) => `z${n - i}`)).toEqual(of((i) => `a${i}`));
      }),
    );
  });
  test('components hold each actor once', () => {
    fc.assert(
      fc.property(graph, ({ n, edges }) => {
        const ids = Array.from({ length: n }, (_, i) => `${i}`);
        const parts = componentsOf(
          ids,
          edges.map(([a, b]) => [`${a}`, `${b}`] as const),
        );
        expect(parts.flat().sort()).toEqual(ids.sort());
      }),
    );
  });
});

describe('layout', () => {
  const n = network(
    ['a', 'b', 'c', 'd', 'e', 'f'],
    [
      ['a', 'b'],
      ['b', 'c'],
      ['d', 'e'],
    ],
  );
  test('same network, same picture, in the unit square, isolates absent', () => {
    const positions = layoutNetwork(n);
    expect([...positions]).toEqual([...layoutNetwork({ ...n, nodes: [...n.nodes].reverse(), ties: [...n.ties].reverse() })]);
    expect([...positions.keys()].sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
    for (const { x, y } of positions.values()) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(Math.max(x, y)).toBeLessThanOrEqual(1);
    }
    expect(new Set([...positions.values()].map((p) => `${p.x},${p.y}`)).size).toBe(5);
  });
  test('no tie at all: nothing to lay out', () => {
    expect(layoutNetwork(network(['a'], [])).size).toBe(0);
  });
});
