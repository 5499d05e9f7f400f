import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvCell } from '../../src/model/csv';
import { hashOf, idOf, isSiren, isSiret } from '../../src/model/identity';
import { parseDate, parseList, parseNumber, parseYesNo } from '../../src/model/values';
import { normalise } from '../../src/model/words';

describe('values as people write them', () => {
  test.each([
    ['47,1234', 47.1234],
    ['47.1234', 47.1234],
    ['1,234', 1.234],
    ['3 000', 3000],
    ['3\u202f000,50', 3000.5],
    ['1.234.567,8', 1234567.8],
    ['1.234.567', 1234567],
    ['1,234.5', 1234.5],
    ['1,234,567', 1234567],
    ['1.234', 1.234],
    ['1,23,4', null],
    ['−2,5', -2.5],
    ['85 %', 85],
    ['12 €', 12],
    ['2,43E+13', null],
    ['2.43E+13', 2.43e13],
    ['', null],
    ['abc', null],
    ['12 rue', null],
  ])('number %j', (text, value) => expect(parseNumber(text)).toBe(value));

  test.each([
    ['31/12/2025', '2025-12-31'],
    ['1/2/2026', '2026-02-01'],
    ['2025-12-31T10:00:00Z', '2025-12-31'],
    ['45658', '2025-01-01'],
    ['31/02/2025', null],
    ['2025-13-01', null],
    ['demain', null],
  ])('date %j', (text, value) => expect(parseDate(text)).toBe(value));

  test.each([
    ["['a', 'b']", ['a', 'b']],
    ['["a","b"]', ['a', 'b']],
    ['{a,b}', ['a', 'b']],
    ['a|b', ['a', 'b']],
    ['a;b', ['a', 'b']],
    ['a,b', ['a', 'b']],
    ['', []],
    ['nan', []],
  ])('list %j', (text, value) => expect(parseList(text)).toEqual(value));

  test('yes and no', () => {
    expect(['oui', 'X', '1', 'Vrai'].map(parseYesNo)).toEqual([true, true, true, true]);
    expect(['non', '0', 'FAUX', 'peut-être'].map(parseYesNo)).toEqual([false, false, false, null]);
  });
});

describe('identifiers', () => {
  test('Luhn keys, La Poste, all zeros', () => {
    // 732 829 320 and 732 829 320 00074: the usual textbook pair.
    expect([isSiren('732829320'), isSiren('732829321'), isSiren('000000000')]).toEqual([true, false, false]);
    expect([isSiret('73282932000074'), isSiret('73282932000075'), isSiret('35600000049837'), isSiret('35600000049838')]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });
});

test('names are compared without case, accents, punctuation', () => {
  expect(normalise("  L'Œuvre-d’Été (Nantes) ")).toBe('l oeuvre d ete nantes');
});

test('formula cells are neutralised, numbers keep their sign', () => {
  expect(['=1+1', '+33 2', '-1,5', '@x', 'a;b', 'a"b', '-1'].map((v) => csvCell(v, ';'))).toEqual([
    "'=1+1",
    "'+33 2",
    '-1,5',
    "'@x",
    '"a;b"',
    '"a""b"',
    '-1',
  ]);
});

describe('what is computed fast is what the plain way gives', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'aZ09éÈœŒß-–’° \u00a0\u0301\u0130Σς日') });
  test('normalised words', () => {
    const plain = (text: string) =>
      text
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/[œŒ]/g, 'oe')
        .replace(/[æÆ]/g, 'ae')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, ' ')
        .trim();
    fc.assert(fc.property(fc.oneof(letters, fc.string({ unit: 'binary' })), (text) => normalise(text) === plain(text)));
    for (let code = 0; code < 0x10000; code++) {
      const text = `a${String.fromCharCode(code)}B`;
      if (normalise(text) !== plain(text)) expect(normalise(text), code.toString(16)).toBe(plain(text));
    }
  });
  test('ids: two numbers in base 36, the second with its zeros', () => {
    const plain = (key: string) => {
      let [a, b] = [0xdeadbeef, 0x41c6ce57];
      for (let i = 0; i < key.length; i++) {
        a = Math.imul(a ^ key.charCodeAt(i), 2654435761);
        b = Math.imul(b ^ key.charCodeAt(i), 1597334677);
      }
      a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
      b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
      return (b >>> 0).toString(36) + (a >>> 0).toString(36).padStart(7, '0');
    };
    // Some of so many begin with zeros.
    for (let i = 0; i < 20_000; i++)
      if (hashOf(`clé ${i}`) !== plain(`clé ${i}`)) expect(hashOf(`clé ${i}`)).toBe(plain(`clé ${i}`));
    expect(idOf('s', 'clé')).toBe(`s-${plain('clé')}`);
    // Ids are kept in projects: they may never change.
    expect(idOf('a', 'nom:mission locale|44109|')).toBe('a-llmiy61vxxhyl');
  });
  test('numbers', () => {
    const whole = fc.integer({ min: 0, max: 9_999_999 });
    fc.assert(
      fc.property(fc.constantFrom('', '-', '+'), whole, fc.constantFrom(',', '.'), whole, (sign, a, mark, b) => {
        expect(parseNumber(`${sign}${a}${mark}${b}`)).toBe(Number(`${sign}${a}.${b}`));
        expect(parseNumber(`${sign}${a}${b}`)).toBe(Number(`${sign}${a}${b}`));
      }),
    );
    expect(parseNumber('9007199254740993')).toBe(9007199254740992);
  });
});
