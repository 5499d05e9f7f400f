import { describe, expect, test } from 'vitest';
import { buildReport } from '../../src/report/buildReport';
import { lintReport } from '../../src/report/lint';
import type { Block, Report, Section } from '../../src/report/report';
import { blocksOf, inputOf } from './fixture';

const good = buildReport(inputOf());
const table = blocksOf(good, 'table')[0]!;
const figure = blocksOf(good, 'figure')[0]!;

const reportOf = (...sections: Section[]): Report => ({ ...good, sections });
const one = (block: Block): Report => reportOf({ id: 's', level: 1, title: 'Section', blocks: [block] });

describe('a report that must not be exported', () => {
  test.each<[string, Report, { code: string; place: string }]>([
    [
      'an empty alternative text',
      one({ ...figure, figure: { ...figure.figure, alt: ' ' } }),
      { code: 'empty-alt', place: `s/${figure.figure.id}` },
    ],
    [
      'a figure without source',
      one({ ...figure, figure: { ...figure.figure, source: '' } }),
      { code: 'no-source', place: `s/${figure.figure.id}` },
    ],
    ['a table without source', one({ ...table, source: '' }), { code: 'no-source', place: `s/${table.id}` }],
    [
      'a table without row header',
      one({ ...table, columns: table.columns.map(({ rowHeader, ...c }) => c) }),
      { code: 'no-row-header', place: `s/${table.id}` },
    ],
    ['a row of another length', one({ ...table, rows: [['seul']] }), { code: 'ragged-table', place: `s/${table.id}` }],
    [
      'a key figure without source',
      one({ kind: 'figures', items: [{ label: 'acteurs', value: '3', source: '' }] }),
      { code: 'no-source', place: 's/acteurs' },
    ],
    [
      'a skipped heading level',
      reportOf({ id: 'a', level: 1, title: 'A', blocks: [] }, { id: 'b', level: 3, title: 'B', blocks: [] }),
      { code: 'skipped-level', place: 'b' },
    ],
    [
      'a first heading that is not of level 1',
      reportOf({ id: 'a', level: 2, title: 'A', blocks: [] }),
      { code: 'skipped-level', place: 'a' },
    ],
    ['a section without title', reportOf({ id: 'a', level: 1, title: '', blocks: [] }), { code: 'no-title', place: 'a' }],
  ])('%s', (_, report, fault) => {
    expect(lintReport(report)).toEqual({ ok: false, fault: [fault] });
  });
  test('going back up several levels is no fault', () => {
    const sections = ([1, 2, 3, 1] as const).map((level, i) => ({ id: `s${i}`, level, title: 'T', blocks: [] }));
    expect(lintReport(reportOf(...sections)).ok).toBe(true);
  });
});
