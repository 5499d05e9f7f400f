import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkLinkage, type LinkageFile } from '../../scripts/oracles/linkage';
import { fieldWeight, probabilityOf, totalWeight } from '../../src/import/linkage/fellegiSunter';
import { jaro, jaroWinkler } from '../../src/import/linkage/jaro';
import { levenshtein } from '../../src/import/linkage/levenshtein';
import { isSiret } from '../../src/model/identity';

describe('likeness of texts', () => {
  test.each([
    ['MARTHA', 'MARHTA', 0.9444, 0.9611, 2],
    ['DWAYNE', 'DUANE', 0.8222, 0.84, 2],
    ['DIXON', 'DICKSONX', 0.7667, 0.8133, 4],
    ['', '', 1, 1, 0],
    ['a', '', 0, 0, 1],
    ['a', 'a', 1, 1, 0],
    ['a', 'b', 0, 0, 1],
    // Three of six matches are out of order: one and a half transpositions, not one.
    ['abcdef', 'bcadef', (1 + 1 + 4.5 / 6) / 3, (1 + 1 + 4.5 / 6) / 3, 2],
  ])('%s %s: published values', (a, b, j, w, edits) => {
    expect(jaro(a, b)).toBeCloseTo(j, 4);
    expect(jaroWinkler(a, b)).toBeCloseTo(w, 4);
    expect(levenshtein(a, b)).toBe(edits);
  });
  test('a character outside the basic plane is one character', () => {
    expect(levenshtein('🏠a', 'a')).toBe(1);
    expect(jaro('🏠🏡', '🏠b')).toBe(jaro('ab', 'ac'));
  });
  test('bounds; a text is like itself; edits are a distance', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', ' '), maxLength: 8 });
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        for (const value of [jaro(a, b), jaroWinkler(a, b)]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
          expect(value === 1).toBe(a === b);
        }
        expect(jaroWinkler(a, b)).toBeGreaterThanOrEqual(jaro(a, b));
        expect(levenshtein(a, b)).toBe(levenshtein(b, a));
        expect(levenshtein(a, c)).toBeLessThanOrEqual(levenshtein(a, b) + levenshtein(b, c));
      }),
    );
  });
});

describe('Fellegi-Sunter weights', () => {
  test('by hand: m 3/4, u 1/8, prior 1/2', () => {
    const rates = { m: 3 / 4, u: 1 / 8 };
    expect(fieldWeight(rates, true)).toBeCloseTo(Math.log2(6), 12);
    expect(fieldWeight(rates, false)).toBeCloseTo(Math.log2(2 / 7), 12);
    expect(fieldWeight(rates, null)).toBe(0);
    expect(probabilityOf(totalWeight(1 / 2, [Math.log2(6)]))).toBeCloseTo(6 / 7, 12);
    expect(probabilityOf(totalWeight(1 / 5, []))).toBeCloseTo(1 / 5, 12);
  });
  test('certain evidence stays a probability', () => {
    expect(probabilityOf(totalWeight(1e-4, [fieldWeight({ m: 1, u: 0.1 }, false)]))).toBe(0);
    expect(probabilityOf(2000)).toBe(1);
  });
});

const file = (): LinkageFile & Record<string, unknown> => ({
  strings: [{ a: 'MARTHA', b: 'MARHTA', jaro: 0.9444, levenshtein: 2 } as never],
  siret: [{ siret: '35600000049837', valid: true } as never],
  fellegi_sunter: {
    prior: 0.5,
    fields: [{ name: 'nom', m: 0.75, u: 0.125 }],
    cases: [{ agreement: [true], weights_log2: { nom: Math.log2(6) }, total_log2: Math.log2(6), probability: 6 / 7 }],
  },
});
const faults = (content: object) =>
  checkLinkage(content as LinkageFile)
    .filter((c) => c.verdict === 'ÉCHEC' || c.verdict === 'INCONNU')
    .map((c) => `${c.verdict} ${c.measure}`);

describe('the reader of linkage.json', () => {
  test('right values pass, rounded ones too', () => expect(faults(file())).toEqual([]));
  test.each([
    ['ÉCHEC jaro', { strings: [{ a: 'MARTHA', b: 'MARHTA', jaro: 0.9441 }] }],
    ['ÉCHEC jaro', { strings: [{ a: 'MARTHA', b: 'MARHTA', jaro: 0.94444445 }] }],
    ['INCONNU soundex', { strings: [{ a: 'x', b: 'y', soundex: 1 }] }],
    ['INCONNU constructor', { strings: [JSON.parse('{"a":"x","b":"y","constructor":1}')] }],
    ['ÉCHEC valid', { siret: [{ siret: '00000000000000', valid: true }] }],
    ['INCONNU rna', { rna: [] }],
    ['INCONNU em', { fellegi_sunter: { ...file().fellegi_sunter, em: 1 } }],
    ['ÉCHEC total_log2', { fellegi_sunter: { prior: 0.5, fields: [], cases: [{ agreement: [], total_log2: 1 }] } }],
  ])('%s', (fault, change) => expect(faults({ ...file(), ...change })).toEqual([fault]));
  const path = '../shared/oracles/linkage.json';
  test.skipIf(!existsSync(path))('every published value (needs ../shared)', () => {
    expect(faults(JSON.parse(readFileSync(path, 'utf8')))).toEqual([]);
  });
});

test('SIRET: Luhn, La Poste, fourteen digits, not zeros only', () => {
  // 3+5+6+4+9+8+3+7 = 45: a multiple of five, though Luhn refuses it; the same sum helps nobody but La Poste.
  expect(isSiret('35600000049837')).toBe(true);
  expect(isSiret('35600000049838')).toBe(false);
  expect(['73282932000074', '73282932000075', '7328293200007', '00000000000000', '7328293200007A'].map(isSiret)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});
