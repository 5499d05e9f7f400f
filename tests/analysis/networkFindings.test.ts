import { describe, expect, test } from 'vitest';
import { readNetwork } from '../../src/analysis/network';
import { endingTies, findInNetwork, readReport, sparing } from '../../src/analysis/networkFindings';
import { emptyInventory, type Inventory } from '../../src/model/inventory';
import {
  brokerSentences,
  fragilitySentences,
  groupSentences,
  mixingSentences,
  namesOf,
  wholeSentences,
} from '../../src/sentences/networkFindings';
import { buildTerritory } from '../../src/territory/territory';
import { fr } from '../../src/text/fr';
import { smallFile } from '../territory/fixture';
import { actor, scheme, tie } from './fixture';

const territory = buildTerritory(smallFile);
const domains = ['sante', 'logement', 'emploi', 'mentorat'] as const;
const reportOf = (inventory: Inventory) => readReport(readNetwork(inventory, false), { inventory, territory, domains });
const inventoryOf = (
  ids: readonly string[],
  ties: readonly (readonly [string, string])[],
  more: Partial<Inventory> = {},
): Inventory => ({
  ...emptyInventory,
  actors: ids.map((id) => actor(id, { name: `Acteur ${id.toUpperCase()}` })),
  partnerships: ties.map(([a, b]) => tie(a, b)),
  ...more,
});

const triangles: readonly [string, string][] = [
  ['a', 'b'],
  ['b', 'c'],
  ['a', 'c'],
  ['d', 'e'],
  ['e', 'f'],
  ['d', 'f'],
];

/** Two triangles, a b c and d e f, tied by the département alone, which a seventh, g, hangs on; h has no tie. */
const two = inventoryOf(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'z'], [...triangles, ['z', 'a'], ['z', 'd'], ['z', 'g']]);

describe('what a network says', () => {
  const { report, communities, betweenness } = reportOf(two);
  test('who everything hangs on, and what would be left', () => {
    expect(report.cutPoints[0]).toEqual({ actorId: 'z', pieces: [3, 3, 1], pairs: 9 + 3 + 3, dependents: ['g'] });
    expect(report.cutPoints.map((c) => c.actorId)).toEqual(['z', 'a', 'd']);
    expect(report.bridges.map((b) => [b.a, b.b, b.smallerSide])).toEqual([
      ['a', 'z', 3],
      ['d', 'z', 3],
      ['g', 'z', 1],
    ]);
    expect(report.figures).toMatchObject({
      actors: 9,
      ties: 9,
      components: 2,
      largest: 8,
      isolates: 1,
      closenessCentralization: null,
    });
  });
  test('the tie that would spare the network its cut point joins the two largest pieces by their most connected', () => {
    // Without d, e and f (2) are apart from the five others; without z, the two triangles.
    expect(report.spareTies).toEqual([
      { a: 'a', b: 'e', cutId: 'd', pairs: 10 },
      { a: 'b', b: 'd', cutId: 'a', pairs: 10 },
      { a: 'a', b: 'd', cutId: 'z', pairs: 9 },
    ]);
    expect(sparing(report, new Set(['a~~d'])).map((s) => s.cutId)).not.toContain('z');
  });
  test('a tie that spares two cut points of a chain is told once', () => {
    const chain = inventoryOf(['a', 'b', 'c', 'd', 'e', 'f', 'x', 'y'], [...triangles, ['a', 'x'], ['x', 'y'], ['y', 'd']]);
    // Without x or without y, three actors are apart from four others: the same tie mends both.
    expect(reportOf(chain).report.spareTies.map((s) => [s.a, s.b, s.pairs])).toEqual([
      ['a', 'd', 12],
      ['a', 'e', 10],
      ['b', 'd', 10],
    ]);
  });
  test('communities are the triangles; the broker between them is first', () => {
    expect(report.communities.groups.filter((g) => g.includes('b'))).toEqual([expect.arrayContaining(['a', 'b', 'c'])]);
    expect(communities.get('b')).toBe(communities.get('c'));
    expect(report.brokers[0]!.actorId).toBe('z');
    // z: 3·3 + 3·1 + 3·1 = 15 pairs of the 28 among the eight others.
    expect(betweenness.get('z')).toBeCloseTo(15 / 28, 12);
  });
  test('in words: effects of a departure, in the singular and in the plural, names hidden on demand', () => {
    const actors = new Map(two.actors.map((a) => [a.id, a]));
    const say = (isHidden: boolean) =>
      fragilitySentences({ report, nameOf: namesOf(actors, fr, isHidden), text: fr }).map((s) =>
        s.sentence.replace(/\u00a0|\u202f/g, ' '),
      );
    expect(say(false)[0]).toBe(
      'Si « Acteur Z » se retirait, 1 acteur perdrait son seul lien connu et son ensemble se séparerait en 3 parties. 15 paires d’acteurs ne seraient plus reliées.',
    );
    expect(say(false)[1]).toMatch(/^Si « Acteur A » se retirait, son ensemble se séparerait en 2 parties\./);
    expect(say(true).join(' ')).not.toContain('Acteur');
  });
  test('every part has its sentences, and fewer than ten actors get no percentage', () => {
    const input = { report, nameOf: (id: string) => id, text: fr };
    expect(wholeSentences(input).map((s) => s.sentence)).toEqual([expect.stringContaining('Moins de dix acteurs')]);
    for (const say of [brokerSentences, groupSentences, fragilitySentences]) expect(say(input).length).toBeGreaterThan(0);
    expect(mixingSentences(input)).toEqual([]);
  });
});

describe('mixing', () => {
  test('ties between domains: health and housing twice, employment with nobody', () => {
    const inventory = inventoryOf(
      ['a', 'b', 'c', 'd'],
      [
        ['a', 'b'],
        ['a', 'c'],
      ],
      {
        schemes: [
          scheme('a', ['sante'], { actorId: 'a' }),
          scheme('b', ['logement'], { actorId: 'b' }),
          scheme('c', ['logement'], { actorId: 'c' }),
          scheme('d', ['emploi'], { actorId: 'd' }),
        ],
      },
    );
    const { byDomain } = reportOf(inventory).report;
    expect(byDomain).toMatchObject({
      groups: ['sante', 'logement', 'emploi'],
      sizes: [1, 2, 1],
      observed: [
        [0, 2, 0],
        [2, 0, 0],
        [0, 0, 0],
      ],
      possible: [
        [0, 2, 1],
        [2, 1, 2],
        [1, 2, 0],
      ],
      ei: 1,
    });
    // One pair of six is inside a group: (6 − 2) / 6.
    expect(byDomain.expected).toBeCloseTo(4 / 6, 12);
    const said = mixingSentences({ report: reportOf(inventory).report, nameOf: (id) => id, text: fr }).map((s) => s.sentence);
    expect(said.join(' ')).toMatch(/Aucun lien connu entre.*Santé et Emploi, Logement et Emploi/);
  });
});

describe('the four readings', () => {
  test('without the département, and with deduced ties', () => {
    const inventory = inventoryOf(['z', 'a', 'b'], [], {
      actors: [actor('z', { kind: 'conseil-departemental' }), actor('a'), actor('b')],
      partnerships: ['a', 'b'].map((id) => tie('z', id, { nature: 'cofinancement' })),
    });
    const steps = findInNetwork({ inventory, territory, domains }, false);
    let step = steps.next();
    while (!step.done) step = steps.next();
    const { stated, all } = step.value.readings;
    expect([stated, all].map((r) => [r.whole.figures.ties, r.without.figures.ties])).toEqual([
      [2, 0],
      [3, 1],
    ]);
    expect(stated.whole.cutPoints.map((c) => c.actorId)).toEqual(['z']);
    expect(stated.without.communities.modularity).toBeNull();
  });
  test('the core: those of as many ties are not told apart by their names', () => {
    const path = inventoryOf(
      ['a', 'b', 'c', 'd', 'e'],
      [
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'd'],
        ['d', 'e'],
      ],
    );
    const { report } = reportOf(path);
    expect(report.core).toMatchObject({ size: 2, actorIds: [], alikeIds: ['b', 'c', 'd'] });
    const said = groupSentences({ report, nameOf: (id) => id, text: fr }).map((s) => s.sentence.replace(/\u00a0|\u202f/g, ' '));
    expect(said.join(' ')).toContain('Noyau : 2 acteurs (2 parmi ceux-ci, qui ont autant de liens : b, c, d).');
  });
  test('nobody: every measure says so', () => {
    const { report } = reportOf(emptyInventory);
    expect(report).toMatchObject({ cutPoints: [], bridges: [], brokers: [], core: null, nucleus: { k: 0, actors: 0 } });
    expect(report.figures).toMatchObject({ density: null, degreeCentralization: null, fragmentation: null });
  });
});

test('ties that end within twelve months, soonest first', () => {
  const ties = [
    tie('a', 'b', { endsOn: '2027-11-22' }),
    tie('a', 'c', { endsOn: '2027-11-23' }),
    tie('a', 'd', { endsOn: '2026-11-22' }),
    tie('a', 'e', { endsOn: '2026-11-21' }),
    tie('a', 'f', { endsOn: '2027-01-01', status: 'termine' }),
    tie('a', 'g'),
  ];
  expect(endingTies(ties, '2026-11-22').map((t) => t.toId)).toEqual(['d', 'b']);
});
