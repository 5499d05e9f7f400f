import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse';
import { emptyDiagnosis } from '../../src/document/diagnosis';
import { figureToSvg } from '../../src/export/svg';
import { overlaps, textBox } from '../../src/figures/labels';
import { buildMapFigure } from '../../src/figures/mapFigure';
import { buildMapStrip } from '../../src/figures/mapStrip';
import { buildMatrixFigure } from '../../src/figures/matrixFigure';
import { moveItems } from '../../src/figures/moveItems';
import type { Figure, SceneItem } from '../../src/figures/scene';
import { groupSites } from '../../src/figures/siteMarks';
import { meshBorderPath } from '../../src/figures/territoryPaths';
import { getDomain } from '../../src/model/domains';
import { fr } from '../../src/text/fr';
import { inputOf } from '../report/fixture';
import { loadTerritory } from '../territory/fixture';

const { analysis, territory } = inputOf();
const svg = (figure: Figure) => figureToSvg(figure, { footer: [`Source : ${figure.source}`], lang: 'fr' });
const texts = (figure: Figure) => figure.scene.items.filter((i): i is Extract<SceneItem, { kind: 'text' }> => i.kind === 'text');

describe('map of a domain', () => {
  test('cells', async () => {
    const figure = buildMapFigure({ analysis, territory, domain: 'emploi', text: fr, size: { width: 300, height: 320 } });
    await expect(svg(figure)).toMatchFileSnapshot('golden/map-cells.svg');
  });
  test('circles, stamped', async () => {
    const size = { width: 300, height: 320 };
    const figure = buildMapFigure({
      analysis,
      territory,
      domain: 'logement',
      text: fr,
      size,
      style: 'circles',
      stamp: 'illustration',
    });
    await expect(svg(figure)).toMatchFileSnapshot('golden/map-circles.svg');
  });
  test('one cell per commune, filled by its level', () => {
    const figure = buildMapFigure({ analysis, territory, domain: 'emploi', text: fr });
    const cells = figure.scene.items.filter((i) => i.kind !== 'text' && i.target?.startsWith('commune:'));
    expect(cells).toHaveLength(4);
    const fill = (code: string) => cells.find((c) => c.kind !== 'text' && c.target === `commune:${code}`);
    // Alpha holds the only place: alone within reach, so fragile; Delta is 22.8 km × 1.3 away, 37.6 min.
    expect(fill('44001')).toMatchObject({ fill: '#ecc65b' });
    expect(fill('44004')).toMatchObject({ fill: '#d9793a' });
  });
  test('without data every commune is hatched and the legend says so', () => {
    const bare = analyse(emptyDiagnosis('44', 'Vide'), territory);
    const figure = buildMapFigure({ analysis: bare, territory, domain: 'sante', text: fr });
    const cells = figure.scene.items.filter((i) => i.kind !== 'text' && i.target?.startsWith('commune:'));
    expect(cells.every((c) => c.kind !== 'text' && c.pattern === 'hatch')).toBe(true);
    expect(texts(figure).map((t) => t.text)).toContain('données absentes');
    expect(figure.alt).toContain('données absentes\u00a0: 4 communes');
  });
  test('the legend counts every commune once', () => {
    const figure = buildMapFigure({ analysis, territory, domain: 'emploi', text: fr });
    const counts = texts(figure).flatMap((t) => /^(\d+) communes?,/.exec(t.text)?.[1] ?? []);
    expect(counts.map(Number).reduce((a, b) => a + b, 0)).toBe(4);
  });
});

describe.each(['44', '2A', '75', '93', '973'])('département %s', (code) => {
  const real = loadTerritory(code);
  const bare = analyse(emptyDiagnosis(code, code), real);
  const { width, height } = { width: 483, height: 420 };
  test.each(['cells', 'circles'] as const)('%s: no name covers another one, nothing leaves the frame', (style) => {
    const figure = buildMapFigure({ analysis: bare, territory: real, domain: 'sante', text: fr, style, size: { width, height } });
    const boxes = texts(figure).map(textBox);
    boxes.forEach((a, i) => {
      expect([a[0] >= -0.5, a[2] <= width + 0.5, a[1] >= -1, a[3] <= height + 1]).toEqual([true, true, true, true]);
      for (const b of boxes.slice(i + 1)) expect(overlaps(a, b)).toBe(false);
    });
  });
});

describe('sites', () => {
  const placed = analysis.placed.filter((p) => p.domains.includes('emploi'));
  const [first] = placed;
  const project = Object.assign((p: readonly [number, number]) => [p[0] * 1000 + 2000, 50] as [number, number], {}) as never;
  test('places that would overlap are one mark with their number', () => {
    const near = [0, 0.001, 0.5].map((shift, i) => ({ ...first!, siteId: `s${i}`, point: { lon: -1.9 + shift, lat: 47 } }));
    const groups = groupSites(near, getDomain('emploi'), project, [0, 0, 2000, 100]);
    expect(groups.map((g) => g.count)).toEqual([1, 2]);
    expect(groups.flatMap((g) => g.siteIds).sort()).toEqual(['s0', 's1', 's2']);
  });
});

describe('borders of the mesh', () => {
  const square = (x: number) =>
    [
      [
        [
          [x, 0],
          [x + 1, 0],
          [x + 1, 1],
          [x, 1],
          [x, 0],
        ],
      ],
    ] as never;
  const project = ((p: readonly [number, number]) => [p[0] * 10, p[1] * 10]) as never;
  test('only the edge between two units is drawn, once', () => {
    const path = meshBorderPath([square(0), square(1), square(2)], (i) => (i < 2 ? 'ouest' : 'est'), project);
    expect(path).toBe('M20 10L20 0');
  });
  test('one unit has no border', () => {
    expect(meshBorderPath([square(0), square(1)], () => 'tout', project)).toBe('');
  });
});

describe('matrix and strip', () => {
  test('matrix', async () => {
    await expect(svg(buildMatrixFigure({ analysis, text: fr, width: 420 }))).toMatchFileSnapshot('golden/matrix.svg');
  });
  test('a map per domain, each with its name', () => {
    const figure = buildMapStrip({ analysis, territory, text: fr, style: 'cells' });
    const names = analysis.domains.map((d) => fr.model.domains[d].short);
    expect(texts(figure).map((t) => t.text)).toEqual(expect.arrayContaining(names));
    const communes = figure.scene.items.filter((i) => i.kind !== 'text' && i.target?.startsWith('commune:'));
    expect(communes).toHaveLength(4 * analysis.domains.length);
  });
  test('moving a drawing moves every item', () => {
    const items: SceneItem[] = [
      { kind: 'path', d: 'M1 2L3.5 -4Z' },
      { kind: 'path', d: 'M5 5a1 1 0 1 0 2 0Z' },
      { kind: 'line', x1: 0, y1: 0, x2: 1, y2: 1 },
      { kind: 'circle', x: 1, y: 1, r: 2 },
    ];
    expect(moveItems(items, 10, 20)).toEqual([
      { kind: 'path', d: 'M11 22L13.5 16Z' },
      { kind: 'path', d: 'M15 25a1 1 0 1 0 2 0Z' },
      { kind: 'line', x1: 10, y1: 20, x2: 11, y2: 21 },
      { kind: 'circle', x: 11, y: 21, r: 2 },
    ]);
  });
});
