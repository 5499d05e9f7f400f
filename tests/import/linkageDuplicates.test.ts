import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseKept, groupsOf } from '../../src/import/linkage/clusters';
import { type DuplicateOptions, type DuplicatePair, findDuplicates } from '../../src/import/linkage/duplicates';
import { nameLikeness, wordsOf } from '../../src/import/linkage/names';
import type { Actor, Site } from '../../src/model/inventory';

const source = { file: 'essai.csv', row: 2 };
const communeNames: Readonly<Record<string, string>> = { '44109': 'Nantes', '44143': 'Rezé', '44187': 'Saint-Père-en-Retz' };
interface Sketch extends Partial<Omit<Actor, 'id'>> {
  readonly commune?: string;
  readonly address?: string;
  /** Metres north of a fixed point. */
  readonly north?: number;
}

/** One actor with one site; 1 metre is 1/111 195 of a degree. */
function sketch(id: string, { commune, address, north, ...more }: Sketch): { actor: Actor; sites: Site[] } {
  const actor: Actor = { id, name: `Acteur ${id}`, kind: 'association', source, ...more };
  if (commune === undefined && north === undefined) return { actor, sites: [] };
  const site: Site = {
    id: `s-${id}`,
    actorId: id,
    precision: north === undefined ? 'commune' : 'adresse',
    source,
    ...(commune === undefined ? {} : { communeCode: commune, communeName: communeNames[commune]! }),
    ...(address === undefined ? {} : { address }),
    ...(north === undefined ? {} : { point: { lon: -1.55, lat: 47.2 + north / 111_195 } }),
  };
  return { actor, sites: [site] };
}

function find(sketches: Readonly<Record<string, Sketch>>, options: DuplicateOptions = {}): DuplicatePair[] {
  const made = Object.entries(sketches).map(([id, s]) => sketch(id, s));
  return findDuplicates(
    made.map((m) => m.actor),
    made.flatMap((m) => m.sites),
    options,
  );
}
const verdictOf = (a: Sketch, b: Sketch): string => find({ a, b })[0]?.verdict ?? 'distinct';
const [nantes, reze] = ['44109', '44143'];
const siret = '73282932000074';

describe('words of a name', () => {
  test.each([
    ["L'Association « Les Apprentis d'Auteuil »", 'apprentis auteuil'],
    ['ASSO. APPRENTIS AUTEUIL', 'apprentis auteuil'],
    ["Centre communal d'action sociale de Nantes", 'ccas nantes'],
    ['Ville de Nantes', 'mairie nantes'],
    ['F.J.T. St-Yves', 'f j saint t yves'],
    ['Association', 'association'],
    ['', ''],
  ])('%s', (name, words) => expect(wordsOf(name).join(' ')).toBe(words));
  test.each([
    ['Emmaüs Nantes', 'Nantes Emmaus', 'same'],
    ['Mission locale Nantes Métropole', 'Mission locale Nante Métropole', 'near'],
    ['Habitat Jeunes Port Beaulieu', 'Habitat Jeunes Port Boyer', 'partly'],
    ['CHRS hommes', 'CHRS femmes', 'partly'],
    ["Centre d'animation Saint-Pierre", "Relais du centre d'animation Saint-Pierre", 'close'],
    ['Résidence Escale', 'Ouest Résidence Escale', 'partly'],
    ['Air Livre 1', 'Air Livre 2', 'other'],
    ['Emmaüs', 'Secours populaire', 'other'],
  ])('%s / %s: %s', (a, b, expected) => {
    expect(nameLikeness(wordsOf(a), wordsOf(b))).toBe(expected);
    expect(nameLikeness(wordsOf(b), wordsOf(a))).toBe(expected);
  });
});

describe('verdicts', () => {
  test.each<[string, Sketch, Sketch, string]>([
    ['same name, 40 m', { name: 'Emmaüs', north: 0 }, { name: 'EMMAUS', north: 40 }, 'sure'],
    ['same name, 200 m', { name: 'Emmaüs', north: 0 }, { name: 'EMMAUS', north: 200 }, 'sure'],
    [
      'same name, 2 km in the commune',
      { name: 'Emmaüs', commune: nantes, north: 0 },
      { name: 'Emmaüs', commune: nantes, north: 2000 },
      'doubtful',
    ],
    [
      'same name, another commune',
      { name: 'Emmaüs', commune: nantes, north: 0 },
      { name: 'Emmaüs', commune: reze, north: 9000 },
      'distinct',
    ],
    ['same name, no place', { name: 'Emmaüs' }, { name: 'Emmaüs', commune: nantes }, 'doubtful'],
    ['same name and commune, no address', { name: 'Emmaüs', commune: nantes }, { name: 'Emmaüs', commune: nantes }, 'doubtful'],
    [
      'same name and address',
      { name: 'Emmaüs', commune: nantes, address: '3 av. de la Paix' },
      { name: 'Emmaüs', commune: nantes, address: '3, Avenue de la paix' },
      'sure',
    ],
    [
      'same name, another address of the commune',
      { name: 'Emmaüs', commune: nantes, address: '3 av. de la Paix' },
      { name: 'Emmaüs', commune: nantes, address: '35 rue du Port' },
      'doubtful',
    ],
    [
      'the commune in one name only',
      { name: 'Emmaüs', commune: nantes, north: 0 },
      { name: 'Emmaüs Nantes', commune: nantes, north: 10 },
      'sure',
    ],
    ['one address, two names', { name: 'Emmaüs', north: 0 }, { name: 'Secours populaire', north: 0 }, 'distinct'],
    [
      'one address, one commune in two names',
      { name: 'CMP de Saint-Père-en-Retz', commune: '44187', north: 0 },
      { name: 'MDS de Saint-Père-en-Retz', commune: '44187', north: 0 },
      'distinct',
    ],
    ['same SIRET and place', { siret, name: 'Emmaüs', north: 0 }, { siret, name: 'Emmaüs accueil', north: 20 }, 'sure'],
    [
      'same SIRET, another commune: the head office’s number',
      { siret, name: 'Mission locale', commune: nantes },
      { siret, name: 'Mission locale', commune: reze },
      'doubtful',
    ],
    [
      'same SIRET, another address',
      { siret, name: 'Mission locale', commune: nantes, address: '1 rue A' },
      { siret, name: 'Mission locale', commune: nantes, address: '9 place du Port' },
      'doubtful',
    ],
    [
      'same SIRET and place, another name: a service',
      { siret, name: 'Ludothèque', north: 0 },
      { siret, name: 'Point jeunes', north: 0 },
      'doubtful',
    ],
    ['two SIRET', { siret, name: 'Emmaüs', north: 0 }, { siret: '73282932000082', name: 'Emmaüs', north: 0 }, 'doubtful'],
    [
      'two SIRET of two firms',
      { siret, name: 'Emmaüs', north: 0 },
      { siret: '44306184100047', name: 'Emmaüs', north: 0 },
      'doubtful',
    ],
    [
      'two FINESS in one building',
      { finess: '440000001', name: 'Oppelia', north: 0 },
      { finess: '440000002', name: 'Oppelia', north: 0 },
      'doubtful',
    ],
    [
      'town hall and CCAS, one address',
      { name: 'Mairie de Nantes', commune: nantes, north: 0 },
      { name: 'CCAS de Nantes', commune: nantes, north: 5 },
      'doubtful',
    ],
    [
      'town hall and CCAS, one SIRET too',
      { siret, name: 'Mairie de Nantes', commune: nantes, north: 0 },
      { siret, name: 'CCAS', commune: nantes, north: 5 },
      'doubtful',
    ],
    [
      'a typing error in a long name, no place',
      { name: 'Mission locale Nantes Métropole' },
      { name: 'Mission locale Nante Métropole' },
      'doubtful',
    ],
    [
      'a short name for a long one, one address',
      { name: 'Sauvegarde de l’enfance', acronym: 'ADSEA', north: 0 },
      { name: 'ADSEA', north: 0 },
      'doubtful',
    ],
  ])('%s', (_, a, b, expected) => {
    expect(verdictOf(a, b)).toBe(expected);
    expect(verdictOf(b, a)).toBe(expected);
  });
  test('a few letters in common are enough at one address, or within 300 m wherever the grid cuts', () => {
    const address = '4 rue C';
    expect(verdictOf({ name: 'AB', commune: nantes, address }, { name: 'AB accueil', commune: nantes, address })).toBe(
      'doubtful',
    );
    for (let north = 0; north < 700; north += 20) {
      expect([north, verdictOf({ name: 'Emmaüs', north }, { name: 'Emmaüs accueil', north: north + 45 })]).toEqual([
        north,
        'doubtful',
      ]);
    }
  });
  test('the evidence says why', () => {
    const [pair] = find({
      a: { siret, name: 'Emmaüs', commune: nantes, north: 0 },
      b: { siret: '73282932000082', name: 'Emmaüs', commune: nantes, north: 100 },
    });
    expect(pair).toMatchObject({ ids: ['a', 'b'], verdict: 'doubtful', cautions: ['two-sirets'] });
    expect(pair!.fields.map((f) => [f.field, f.agreement, Math.round(f.distanceMetres ?? -1)])).toEqual([
      ['siret', 'partly', -1],
      ['name', 'agrees', -1],
      ['distance', 'partly', 100],
    ]);
    // Prior and weights by hand: log2(1e-4/0.9999) + log2(0.07/1e-3) + log2(0.6/5e-5) + log2(0.22/3e-3) = 12.58 bits.
    expect(Math.log2(pair!.probability / (1 - pair!.probability))).toBeCloseTo(12.585, 2);
  });
  test('a name that many bear is worth less', () => {
    const bearers = (n: number) =>
      Object.fromEntries(Array.from({ length: n }, (_, i) => [`a${i}`, { name: 'Fontaine', north: i < 2 ? i * 100 : i * 5000 }]));
    const of = (n: number) => find(bearers(n)).find((p) => p.ids.join() === 'a0,a1');
    expect(of(2)?.verdict).toBe('sure');
    expect(of(8)?.verdict).toBe('doubtful');
    expect(of(60)?.verdict).toBeUndefined();
  });
});

describe('groups', () => {
  const row = (n: number, more: (i: number) => Sketch = () => ({})) =>
    Object.fromEntries(Array.from({ length: n }, (_, i) => [`a${i}`, { name: 'Emmaüs', north: i, ...more(i) }]));
  test('five sure ones stay together, six are left to the user', () => {
    expect(groupsOf(find(row(5)))).toEqual([['a0', 'a1', 'a2', 'a3', 'a4']]);
    const six = find(row(6, () => ({ siret })));
    expect(six.every((p) => p.probability > 0.99)).toBe(true);
    expect(six.map((p) => p.verdict)).toEqual(Array(15).fill('doubtful'));
    expect(six.every((p) => p.cautions.includes('large-cluster'))).toBe(true);
  });
  test('two SIRET met through a third actor', () => {
    const pairs = find(row(3, (i) => (i === 0 ? { siret } : i === 1 ? { siret: '44306184100047' } : {})));
    expect(pairs.map((p) => [p.ids.join(), p.verdict, p.cautions.at(-1)])).toEqual([
      ['a0,a2', 'doubtful', 'mixed-cluster'],
      ['a1,a2', 'doubtful', 'mixed-cluster'],
      ['a0,a1', 'doubtful', 'two-sirets'],
    ]);
  });
  test('a pair declared distinct is not proposed, nor joined through a third actor', () => {
    const pairs = find(row(3), { distinctPairs: [['a1', 'a0']] });
    expect(pairs.map((p) => [p.ids.join(), p.verdict])).toEqual([
      ['a0,a2', 'doubtful'],
      ['a1,a2', 'doubtful'],
    ]);
  });
  test('only pairs that touch the draft; actors already merged are left out', () => {
    expect(find(row(3), { touching: new Set(['a2']) }).map((p) => p.ids.join())).toEqual(['a0,a2', 'a1,a2']);
    expect(find(row(3), { merged: new Set(['a2']) }).map((p) => p.ids.join())).toEqual(['a0,a1']);
  });
  test('the kept one: of the diagnosis, then the best identified, then the fullest', () => {
    const [a, b, c] = [sketch('a', {}).actor, sketch('b', { siret }).actor, sketch('c', { note: 'x' }).actor];
    expect(chooseKept([a, b, c]).id).toBe('b');
    expect(chooseKept([a, c]).id).toBe('c');
    expect(chooseKept([a, b, c], new Set(['a'])).id).toBe('a');
  });
});

const anyName = fc
  .array(fc.constantFrom('mission', 'locale', 'emmaus', 'nantes', 'ccas', 'mairie', 'de', 'association'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((words) => words.join(' '));
const anySketch = fc.record(
  {
    name: anyName,
    commune: fc.constantFrom(nantes!, reze!),
    north: fc.integer({ min: 0, max: 400 }),
    address: fc.constantFrom('1 rue A', '2 rue B'),
    siret: fc.constantFrom(siret, '73282932000082'),
  },
  { requiredKeys: ['name'] },
);

describe('properties', () => {
  test('the order of the rows changes nothing; two SIRET or two communes are never sure', () => {
    fc.assert(
      fc.property(fc.array(anySketch, { maxLength: 9 }), fc.func(fc.integer()), (sketches, key) => {
        const named = sketches.map((s, i) => [`a${i}`, s] as const);
        const shuffled = [...named].sort((x, y) => key(x[0]) - key(y[0]));
        const pairs = find(Object.fromEntries(named));
        expect(find(Object.fromEntries(shuffled))).toEqual(pairs);
        for (const group of groupsOf(pairs)) {
          const members = group.map((id) => sketches[Number(id.slice(1))]!);
          expect(new Set(members.flatMap((m) => m.siret ?? [])).size).toBeLessThan(2);
          expect(group.length).toBeLessThanOrEqual(5);
        }
      }),
    );
  });
  test('blocking loses no sure pair: any two alone are judged as among others', () => {
    fc.assert(
      fc.property(anySketch, anySketch, fc.array(anySketch, { maxLength: 5 }), (a, b, others) => {
        const pair = find({ a, b })[0];
        if (pair?.verdict !== 'sure') return;
        const all = find({ a, b, ...Object.fromEntries(others.map((o, i) => [`z${i}`, o])) });
        expect(all.some((p) => p.ids.join() === 'a,b')).toBe(true);
      }),
    );
  });
});

test('two thousand actors in well under a second', () => {
  const many = Object.fromEntries(
    Array.from({ length: 2000 }, (_, i) => [
      `a${i}`,
      { name: `Maison ${'abcdefghij'[i % 10]}${'klmnopqrst'[(i * 7) % 10]}ardin numero ${i % 97}`, north: (i * 37) % 20_000 },
    ]),
  );
  const start = performance.now();
  find(many);
  expect(performance.now() - start).toBeLessThan(3000);
});
