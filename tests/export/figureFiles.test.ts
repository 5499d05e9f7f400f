import { parseXml } from '@rgrove/parse-xml';
import { describe, expect, test } from 'vitest';
import { figureCsv, figureSvg } from '../../src/export/figureFiles';
import { buildReport } from '../../src/report/buildReport';
import type { Report } from '../../src/report/report';
import { en } from '../../src/text/en';
import { blocksOf, inputOf, smallDiagnosis } from '../report/fixture';

const face = { regular: 'AAAA', semibold: 'BBBB' };
const report = buildReport(inputOf({ ...smallDiagnosis, demonstration: true }));
const figures = blocksOf(report, 'figure').map((b) => b.figure);
const flat = (text: string) => text.replace(/\s/g, '');

describe('a figure out of a report', () => {
  test('has an id of its own', () => {
    expect(figures.length).toBeGreaterThan(3);
    expect(new Set(figures.map((f) => f.id)).size).toBe(figures.length);
  });
  test.each(figures.map((f) => [f.id, f] as const))('%s in SVG: title, legend, source, date and notice', (id, figure) => {
    const root = parseXml(figureSvg(report, id, face)).root!;
    const said = flat(root.text);
    for (const text of [figure.title, figure.source, '22 novembre 2026', report.meta.subtitle, report.meta.notice!])
      expect(said).toContain(flat(text));
    for (const item of figure.scene.items) if (item.kind === 'text') expect(said).toContain(flat(item.text));
    expect(root.attributes).toMatchObject({ lang: 'fr', 'aria-label': figure.title });
    expect(root.text).toContain('base64,BBBB');
  });
  test('in English, with the date in English and without a notice', () => {
    const british = buildReport(inputOf(smallDiagnosis, { text: en }));
    const root = parseXml(figureSvg(british, figures[0]!.id, face)).root!;
    expect(root.attributes['lang']).toBe('en');
    expect(root.text).toContain('22 November 2026');
    expect(root.text).not.toContain('Demonstration');
  });
  test('an id that the report does not have', () => {
    expect(() => figureSvg(report, 'absente', face)).toThrow('no figure absente');
    expect(figureCsv(report, 'absente')).toBeNull();
  });
});

describe('the values of a figure', () => {
  const map = figures.find((f) => f.tableId === 'communes')!;
  test('are those of its table, one line per commune', () => {
    const table = blocksOf(report, 'table').find((t) => t.id === 'communes')!;
    const lines = figureCsv(report, map.id)!.replace('\ufeff', '').trimEnd().split('\r\n');
    expect(lines[0]).toBe(table.columns.map((c) => c.label).join(';'));
    expect(lines).toHaveLength(table.rows.length + 1);
    expect(lines[1]!.split(';')[0]).toBe('Alpha');
  });
  test('are nowhere when the report does not print the table, or the figure has none', () => {
    const without = (change: (r: Report) => Report) => figureCsv(change(report), map.id);
    const sections = report.sections.map((s) => ({ ...s, blocks: s.blocks.filter((b) => b.kind !== 'table') }));
    expect(without((r) => ({ ...r, sections }))).toBeNull();
    expect(figureCsv({ ...report, sections }, map.id, report)).toBe(figureCsv(report, map.id));
    const { tableId, ...bare } = map;
    const alone: Report = { ...report, cover: [{ kind: 'figure', number: 0, figure: bare, size: 'full' }], sections: [] };
    expect([tableId, figureCsv(alone, map.id)]).toEqual(['communes', null]);
  });
  test('a cell that a spreadsheet would run is neutralised', () => {
    const sections = report.sections.map((s) => ({
      ...s,
      blocks: s.blocks.map((b) =>
        b.kind === 'table' && b.id === 'communes' ? { ...b, rows: [['=1+1', '@SUM(A1)', '', '', '', ''], ...b.rows] } : b,
      ),
    }));
    expect(figureCsv({ ...report, sections }, map.id)!.split('\r\n')[1]).toMatch(/^'=1\+1;'@SUM\(A1\);/);
  });
});
