import { describe, expect, test } from 'vitest';
import { readNetwork } from '../../src/analysis/network';
import {
  around,
  circlesNetwork,
  departementIds,
  holdsOn,
  isBody,
  networkOnDay,
  partOf,
  pathBetween,
  withoutActors,
  yearsOfTies,
} from '../../src/analysis/networkParts';
import { emptyInventory, type Partnership } from '../../src/model/inventory';
import { actor, tie } from './fixture';

const read = (ids: readonly string[], partnerships: readonly Partnership[]) =>
  readNetwork({ ...emptyInventory, actors: ids.map((id) => actor(id)), partnerships }, false);
/** a–b–c–d, and e alone. */
const line = read(['a', 'b', 'c', 'd', 'e'], [tie('a', 'b'), tie('b', 'c'), tie('c', 'd')]);

describe('parts of a network', () => {
  test('without an actor: the rest is counted again, and who loses the only tie is in the tray', () => {
    const rest = withoutActors(line, new Set(['b']));
    expect(rest.nodes.map((n) => [n.id, n.degree])).toEqual([
      ['a', 0],
      ['c', 1],
      ['d', 1],
      ['e', 0],
    ]);
    expect(rest).toMatchObject({ statedEdges: 1, components: 3, largestComponent: 2, density: 1 / 6 });
    expect([...rest.isolates].sort()).toEqual(['a', 'e']);
    expect(partOf(line, new Set(['a', 'b', 'c', 'd', 'e']))).toEqual(line);
  });
  test('around an actor, by the number of ties', () => {
    expect([...around(line, new Set(['a']), 0)]).toEqual(['a']);
    expect([...around(line, new Set(['a']), 2)].sort()).toEqual(['a', 'b', 'c']);
    expect([...around(line, new Set(['e']), 3)]).toEqual(['e']);
  });
  test('the path between two actors, or none', () => {
    expect(pathBetween(line, 'a', 'd')).toEqual(['a', 'b', 'c', 'd']);
    expect(pathBetween(line, 'd', 'd')).toEqual(['d']);
    expect(pathBetween(line, 'a', 'e')).toBeNull();
    // Of two shortest paths, the first by ids.
    const square = read(['a', 'b', 'c', 'd'], [tie('a', 'c'), tie('c', 'd'), tie('a', 'b'), tie('b', 'd')]);
    expect(pathBetween(square, 'a', 'd')).toEqual(['a', 'b', 'd']);
  });
  test('two modes: a funder is the actor that it is, a network that is no actor is a node', () => {
    const actors = [actor('f'), actor('a', { network: 'CNAPE' }), actor('b', { network: 'CNAPE' }), actor('c')];
    const fund = ['a', 'b'].map((id) => tie('f', id, { nature: 'cofinancement' }));
    const two = circlesNetwork(readNetwork({ ...emptyInventory, actors, partnerships: fund }, false));
    expect(two.ties.map((t) => [t.a, t.b, t.natures[0]])).toEqual([
      ['a', 'f', 'financeur-commun'],
      ['b', 'f', 'financeur-commun'],
      ['a', 'cercle:reseau-commun:cnape', 'reseau-commun'],
      ['b', 'cercle:reseau-commun:cnape', 'reseau-commun'],
    ]);
    expect(two.nodes.filter((n) => isBody(n.id)).map((n) => [n.name, n.degree])).toEqual([['CNAPE', 2]]);
    expect(two.isolates).toEqual(['c']);
  });
  test('services of the département', () => {
    const actors = [actor('d', { kind: 'conseil-departemental' }), actor('e', { kind: 'etat' })];
    expect([...departementIds({ actors })]).toEqual(['d']);
  });
});

describe('ties in time', () => {
  test.each([
    [{}, null],
    [{ year: 2024 }, true],
    [{ year: 2023 }, false],
    [{ startsOn: '2024-01-01' }, true],
    [{ startsOn: '2024-07-01' }, false],
    [{ endsOn: '2024-06-30' }, true],
    [{ startsOn: '2023-01-01', endsOn: '2024-06-29' }, false],
  ])('%j on 30 June 2024: %s', (dates, expected) => {
    expect(holdsOn(tie('a', 'b', dates), '2024-06-30')).toBe(expected);
  });
  test('the network of a day: dated ties that hold, ended ones among them, undated ones always', () => {
    const partnerships = [
      tie('a', 'b', { endsOn: '2022-12-31', status: 'termine' }),
      tie('b', 'c', { startsOn: '2024-01-01' }),
      tie('c', 'd'),
      tie('d', 'a', { status: 'souhaite' }),
    ];
    const network = read(['a', 'b', 'c', 'd'], partnerships);
    const byId = new Map(partnerships.map((p) => [p.id, p]));
    const pairs = (day: string) => networkOnDay(network, byId, day).ties.map((t) => t.a + t.b);
    expect(pairs('2022-06-01')).toEqual(['cd', 'ab']);
    expect(pairs('2023-06-01')).toEqual(['cd']);
    expect(pairs('2024-06-01')).toEqual(['bc', 'cd']);
    expect(yearsOfTies(partnerships)).toEqual([2022, 2024]);
    expect(yearsOfTies([tie('a', 'b')])).toBeNull();
  });
});
