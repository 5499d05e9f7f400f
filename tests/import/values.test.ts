import { describe, expect, test } from 'vitest';
import { parseDate, parseList, parseNumber, parseYesNo } from '../../src/import/values';
import { csvCell } from '../../src/model/csv';
import { isSiren, isSiret } from '../../src/model/identity';
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
