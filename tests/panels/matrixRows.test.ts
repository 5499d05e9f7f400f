import { beforeAll, describe, expect, test } from 'vitest';
import type { UnitDomain } from '../../src/analysis/analysis';
import { readNeeds } from '../../src/analysis/needs';
import { csvText } from '../../src/model/csv';
import { communeCsvRows, decimalText, matrixCsvRows, ranksOf, sharesOf, shownRate } from '../../src/panels/matrixRows';
import { loadText, textFor } from '../../src/panels/textFor';
import { domainThemes, needThemes } from '../../src/panels/themes';
import { openedDemonstration, openedFictional } from '../views/fixture';

let fictional: Awaited<ReturnType<typeof openedFictional>>;
let real: Awaited<ReturnType<typeof openedDemonstration>>;
beforeAll(async () => {
  [fictional, real] = await Promise.all([openedFictional(), openedDemonstration()]);
  await loadText('en');
});
const fr = () => textFor('fr');
const column = (rows: readonly string[][], head: string): string[] => {
  const at = rows[0]!.indexOf(head);
  expect(at, head).toBeGreaterThanOrEqual(0);
  return rows.slice(1).map((r) => r[at]!);
};

test('ranks: the largest first, equals share theirs, nothing and zero have none', () => {
  expect(ranksOf([5, null, 9, 5, 0, 1])).toEqual([2, null, 1, 2, null, 4]);
  expect(ranksOf([])).toEqual([]);
});

test('numbers are written for a spreadsheet of the language', () => {
  expect([decimalText(1234.56, 1, fr()), decimalText(1234.56, 1, textFor('en')), decimalText(null, 1, fr())]).toEqual([
    '1234,6',
    '1234.6',
    '',
  ]);
});

test('no share is given of fewer than twenty young people, nor without data', () => {
  const reading = { level: 2, rate: 0.5, youngByLevel: [4, 5, 6, 4], youngWithoutData: 0 } as unknown as UnitDomain;
  expect([shownRate(reading, 19), shownRate(reading, 20), shownRate({ ...reading, level: null }, 200)]).toEqual([
    null,
    0.5,
    null,
  ]);
  expect(sharesOf(reading)).toBeNull();
  expect(sharesOf({ ...reading, youngWithoutData: 1 })).toEqual([0.2, 0.25, 0.3, 0.2, 0.05]);
});

describe('the matrix to take away', () => {
  test('one row per unit and domain, the whole last; shares add up; ranks follow people and rates', () => {
    const { analysis } = fictional;
    const rows = matrixCsvRows(analysis, domainThemes(analysis, analysis.domains, fr()), fr());
    expect(new Set(rows.map((r) => r.length)).size).toBe(1);
    expect(rows).toHaveLength(1 + 4 * 8);
    expect(rows[8]!.slice(0, 3)).toEqual(['Santé, soins', '00', 'Département entier']);
    const shares = [0, 1, 2, 3].map((k) => column(rows, `Part au niveau ${k} (%)`));
    const absent = column(rows, 'Part sans données (%)');
    absent.forEach((a, i) => {
      const total = [...shares.map((s) => s[i]!), a].reduce((sum, t) => sum + Number(t.replace(',', '.')), 0);
      expect(total).toBeCloseTo(100, 0);
    });
    const care = column(rows, 'Jeunes au niveau 2 ou 3').slice(0, 7).map(Number);
    const ranks = column(rows, 'Rang par nombre').slice(0, 7);
    const largest = care.indexOf(Math.max(...care));
    expect(ranks[largest]).toBe('1');
    expect(ranks.map((r, i) => r === '' || care[i]! > 0)).not.toContain(false);
    // The whole is not ranked among its parts.
    expect(column(rows, 'Rang par nombre')[7]).toBe('');
    // Unknown places: the worst level is told beside the best.
    const [best, worst] = [column(rows, 'Niveau'), column(rows, 'Niveau au pire (places non renseignées)')];
    expect(worst.filter((w, i) => w !== best[i]).length).toBe(
      [...analysis.units, analysis.whole].flatMap((u) => Object.values(u.domains).filter((d) => d.range)).length,
    );
  });
  test('by need, with the people of the needs', () => {
    const { analysis, diagnosis, territory } = real;
    const needs = readNeeds(diagnosis, territory);
    const rows = matrixCsvRows(analysis, needThemes(analysis, needs, fr()), fr());
    expect(rows).toHaveLength(1 + 6 * (analysis.units.length + 1));
    expect(new Set(column(rows, 'Domaine ou besoin'))).toEqual(new Set(Object.values(fr().model.needs)));
    const whole = rows.filter((r) => r[1] === '44');
    const at = rows[0]!.indexOf('Jeunes au niveau 2 ou 3');
    expect(whole.map((r) => Number(r[at]))).toEqual(Object.values(needs.whole).map((n) => Math.round(n.people)));
  });
});

describe('the communes to take away', () => {
  test('one row per commune and domain: codes as text, decimal comma, places only where they are read', () => {
    const { analysis } = fictional;
    const themes = domainThemes(analysis, analysis.domains, fr());
    const rows = communeCsvRows(analysis, themes, fr());
    expect(rows).toHaveLength(1 + 90 * 4);
    expect(rows[1]!.slice(0, 4)).toEqual(['00001', 'Chimère-Ville', 'fictif-1', 'CA Chimère Agglomération']);
    const places = column(rows, 'Places à portée pour 1 000 jeunes, au centre');
    const themeOf = column(rows, 'Domaine ou besoin');
    expect(places.every((p, i) => (p === '') === (themeOf[i] === 'Santé, soins'))).toBe(true);
    expect(places.some((p) => /^\d+,\d\d$/.test(p))).toBe(true);
    expect(csvText(rows).split('\r\n')[1]).toMatch(/^00001;Chimère-Ville;/);
  });
  test('in English too', () => {
    const { analysis } = real;
    const en = textFor('en');
    const rows = communeCsvRows(analysis, domainThemes(analysis, ['sante'], en), en);
    expect(rows).toHaveLength(1 + analysis.communes.length);
    expect(column(rows, 'Time to the nearest (min)').some((m) => /^\d+\.\d$/.test(m))).toBe(true);
  });
});
