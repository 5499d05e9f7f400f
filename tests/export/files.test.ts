import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { tableToCsv } from '../../src/export/csv';
import { withResolution } from '../../src/export/pngResolution';
import { figureToSvg, sceneToSvg } from '../../src/export/svg';
import { buildMapFigure } from '../../src/figures/mapFigure';
import { csvText } from '../../src/model/csv';
import { buildReport } from '../../src/report/buildReport';
import { fr } from '../../src/text/fr';
import { blocksOf, inputOf } from '../report/fixture';

describe('CSV for French spreadsheets', () => {
  test('BOM, semicolons, CRLF, quotes doubled', () => {
    expect(
      csvText([
        ['a', 'b;c'],
        ['d "e"', 'f\ng'],
      ]),
    ).toBe('\ufeffa;"b;c"\r\n"d ""e""";"f\ng"\r\n');
  });
  test.each([
    ['=1+1', "'=1+1"],
    ['+33 2 40', "'+33 2 40"],
    ['-cmd', "'-cmd"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['-12,5', '-12,5'],
    ['+3', '+3'],
    ['−4', '−4'],
    ['Saint-Nazaire', 'Saint-Nazaire'],
  ])('%j is written %j', (given, written) => {
    expect(csvText([[given]])).toBe(`\ufeff${written}\r\n`);
  });
  test('numbers of a table stay numbers', () => {
    const table = blocksOf(buildReport(inputOf()), 'table').find((t) => t.id === 'matrice')!;
    const csv = tableToCsv({
      ...table,
      rows: [['Nantes', '60\u202f330', { level: 3, text: '3\u00a0·\u00a0640' }, '−1', '', '']],
    });
    expect(csv.split('\r\n')[1]).toBe('Nantes;60330;3\u00a0·\u00a0640;−1;;');
  });
});

describe('PNG resolution', () => {
  const chunk = (type: string, data: Uint8Array) => {
    const out = Buffer.alloc(12 + data.length);
    out.writeUInt32BE(data.length, 0);
    out.write(type, 4, 'latin1');
    out.set(data, 8);
    return out;
  };
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const png = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from([0, 0]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  test('300 dpi is 11 811 points per metre, right after the header, with its checksum', () => {
    const out = Buffer.from(withResolution(png, 300));
    expect(out.length).toBe(png.length + 21);
    expect(out.toString('latin1', 37, 41)).toBe('pHYs');
    expect([out.readUInt32BE(41), out.readUInt32BE(45), out[49]]).toEqual([11811, 11811, 1]);
    // Checksum of these very bytes, from libpng.
    expect(out.readUInt32BE(50)).toBe(0x78a53f76);
    expect(out.subarray(54).equals(png.subarray(33))).toBe(true);
  });
});

describe('SVG', () => {
  const { analysis, territory } = inputOf();
  const figure = buildMapFigure({ analysis, territory, domain: 'emploi', text: fr });
  test('markup in names is escaped', () => {
    const scene = {
      width: 10,
      height: 10,
      items: [
        {
          kind: 'text' as const,
          x: 0,
          y: 5,
          text: '<Foyer & "Cie">',
          size: 8,
          weight: 400 as const,
          color: '#000000',
          anchor: 'start' as const,
        },
      ],
    };
    const svg = sceneToSvg(scene, { title: 'A & B' });
    expect(svg).toContain('&lt;Foyer &amp; &quot;Cie&quot;&gt;');
    expect(svg).toContain('<title>A &amp; B</title>');
  });
  test('title, description, source and date leave with the figure, and the fonts inside it', () => {
    const svg = figureToSvg(
      figure,
      { footer: [`Source : ${figure.source}`, '22 novembre 2026'], lang: 'fr' },
      { regular: 'AAAA', semibold: 'BBBB' },
    );
    expect(svg).toContain('22 novembre 2026');
    expect(svg).toContain(`<desc>${figure.alt.replaceAll('&', '&amp;')}</desc>`);
    expect(svg).toContain('font-weight:600;src:url(data:font/woff2;base64,BBBB)');
    expect(svg).not.toMatch(/\b(undefined|NaN)\b/);
  });
  test('a label with a halo is said once', () => {
    const svg = figureToSvg(figure, { footer: [], lang: 'fr' });
    const said = [...svg.matchAll(/<text([^>]*)>Delta<\/text>/g)].map((m) => m[1]!.includes('aria-hidden'));
    expect(said.sort()).toEqual([false, true]);
  });
});
