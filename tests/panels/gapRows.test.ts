import { beforeAll, describe, expect, test } from 'vitest';
import { csvText } from '../../src/model/csv';
import { gapCsvRows, rankGaps, worstOf } from '../../src/panels/gapRows';
import { loadText, textFor } from '../../src/panels/textFor';
import { openedDemonstration } from '../views/fixture';

let demo: Awaited<ReturnType<typeof openedDemonstration>>;
beforeAll(async () => {
  demo = await openedDemonstration();
});

describe('needs', () => {
  test('are ranked by people or by rate', () => {
    const byPeople = rankGaps(demo.analysis.gaps, null, 'people').map((g) => g.people);
    expect(byPeople).toEqual([...byPeople].sort((a, b) => b - a));
    const byRate = rankGaps(demo.analysis.gaps, 'logement', 'rate');
    expect(byRate.every((g) => g.domain === 'logement')).toBe(true);
    expect(byRate.map((g) => g.rate)).toEqual(byRate.map((g) => g.rate).sort((a, b) => b - a));
  });

  test('a worse level outranks any number of people', () => {
    const units = [...demo.analysis.units].sort(
      (a, b) => (worstOf([b.domains.sante]) ?? -1) - (worstOf([a.domains.sante]) ?? -1),
    );
    const levels = units.map((u) => u.domains.sante?.level ?? -1);
    expect(levels).toEqual([...levels].sort((a, b) => b - a));
  });

  test('leave as a table with one row each', () => {
    const rows = gapCsvRows(demo.analysis.gaps, demo.analysis, textFor('fr'));
    expect(rows).toHaveLength(demo.analysis.gaps.length + 1);
    expect(new Set(rows.map((r) => r.length)).size).toBe(1);
  });
});

describe('CSV', () => {
  test('quotes what must be, and never lets a spreadsheet compute', () => {
    expect(csvText([['a;b', 'c"d', '=1+1', '-3', '-x']])).toBe('\uFEFF"a;b";"c""d";\'=1+1;-3;\'-x\r\n');
    expect(csvText([["-3+cmd|' /C calc'!A0", "'=x", '+33 2 40', '-60\u202f330,5']])).toBe(
      "\uFEFF'-3+cmd|' /C calc'!A0;''=x;'+33 2 40;-60\u202f330,5\r\n",
    );
  });
});

test('words are set in the typography of their language', async () => {
  expect(textFor('fr').ui.map.bare).toMatch(/n’a que/);
  await loadText('en');
  expect(textFor('en').ui.nav.map).toBe('Map');
  expect(textFor('fr')).toBe(textFor('fr'));
});
