import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutNetwork } from '../../src/analysis/layout';
import { componentsOf, largestClique, readNetwork } from '../../src/analysis/network';
import { emptyInventory } from '../../src/model/inventory';
import { actor, scheme, site, tie } from './fixture';

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
      {
        a: 'a',
        b: 'b',
        stated: true,
        natures: ['convention', 'orientation'],
        intensity: 3,
        weight: null,
        partnershipIds: ['1', '2'],
      },
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
      { a: 'b', b: 'c', stated: false, natures: ['financeur-commun'], intensity: null, weight: 1, partnershipIds: [] },
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
  test('wished, planned and ended ties are told apart, pair by pair and status by status', () => {
    const n = network(
      ['a', 'b', 'c'],
      [
        tie('b', 'a', { id: '1', status: 'souhaite', nature: 'orientation' }),
        tie('a', 'b', { id: '2', status: 'souhaite' }),
        tie('a', 'b', { id: '3', status: 'termine' }),
        tie('a', 'c', { id: '4' }),
      ],
    );
    expect(n.pending.map((t) => [t.a, t.b, t.status, t.partnershipIds])).toEqual([
      ['a', 'b', 'souhaite', ['1', '2']],
      ['a', 'b', 'termine', ['3']],
    ]);
    expect(n.statedEdges).toBe(1);
  });
  test('circles: named funders meet the actor of that name; weights of a common circle are 1 / (members - 1), summed', () => {
    const actors = [actor('f', { name: 'Fondation Rivière' }), actor('a'), actor('b'), actor('c', { network: 'CNAPE' })];
    const schemes = ['a', 'b', 'c'].map((id) => scheme(`s${id}`, [], { actorId: id, funders: ['FONDATION RIVIERE'] }));
    const inventory = { ...emptyInventory, actors: [...actors, actor('d', { network: 'Cnape' })], schemes };
    const n = readNetwork({ ...inventory, partnerships: [tie('x', 'a'), tie('a', 'b', { id: 'i', nature: 'instance' })] }, true);
    expect(n.circles).toEqual([
      {
        id: 'financeur-commun:f',
        nature: 'financeur-commun',
        name: 'Fondation Rivière',
        actorId: 'f',
        memberIds: ['a', 'b', 'c'],
      },
      { id: 'reseau-commun:cnape', nature: 'reseau-commun', name: 'CNAPE', actorId: null, memberIds: ['c', 'd'] },
    ]);
    // a–b is stated; the funder is tied to each, and members to one another by half.
    expect(n.ties.map((t) => [t.a, t.b, t.stated, t.weight])).toEqual([
      ['a', 'b', true, null],
      ['a', 'f', false, 1],
      ['b', 'f', false, 1],
      ['c', 'f', false, 1],
      ['a', 'c', false, 0.5],
      ['b', 'c', false, 0.5],
      ['c', 'd', false, 1],
    ]);
  });
  test("a scheme that receives people at another actor's place is shared by both", () => {
    const actors = [actor('a'), actor('b')];
    const sites = [site('b', 0, '44109', { actorId: 'b' })];
    const n = readNetwork(
      { ...emptyInventory, actors, sites, schemes: [scheme('s', [], { actorId: 'a', siteIds: ['s-b'] })] },
      true,
    );
    expect(n.ties).toMatchObject([{ a: 'a', b: 'b', natures: ['dispositif-commun'], weight: 1 }]);
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
