import { readFileSync } from 'node:fs';
import { create } from 'fontkit';
import { describe, expect, test } from 'vitest';
import { clipText, hasGlyph, textWidth, twoLines, wrapText } from '../../src/figures/fontWidths';
import type { Rectangle } from '../../src/figures/labels';
import { overlaps, placeLabels, textBox } from '../../src/figures/labels';
import type { SceneItem } from '../../src/figures/scene';

const face = (name: string) => create(new Uint8Array(readFileSync(`data/fonts/${name}.ttf`)));
const samples = [
  'Saint-Sébastien-sur-Loire',
  'sans offre accessible repérée',
  'AVATAR To Va «\u00a0L’Œuvre\u00a0»',
  '1\u202f487\u202f570 −12,5\u00a0%',
];

describe('the embedded fonts', () => {
  const french = 'àâäæçéèêëîïôöœùûüÿÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸ«»’–—…·•≥≤→‰■✓€−\u202f\u00a0\u2011';
  test.each(['regular', 'semibold', 'italic'])('%s has every French character', (name) => {
    const font = face(name);
    expect([...french].filter((c) => !font.hasGlyphForCodePoint(c.codePointAt(0)!))).toEqual([]);
  });
  test.each(['regular', 'semibold', 'italic'])('%s is named Maillage Sans: the OFL reserves the original name', (name) => {
    expect(face(name).postscriptName).toMatch(/^MaillageSans-/);
  });
  test('none has the soft hyphen, which would erase the hyphens of a PDF', () => {
    expect(face('regular').hasGlyphForCodePoint(0xad)).toBe(false);
    expect(hasGlyph('\u00ad')).toBe(false);
  });
});

describe('text is measured', () => {
  test.each(samples)('never narrower than drawn, nor 4 % wider: %s', (text) => {
    for (const [weight, name] of [
      [400, 'regular'],
      [600, 'semibold'],
    ] as const) {
      const drawn = face(name).layout(text).advanceWidth / 100;
      expect(textWidth(text, 10, weight)).toBeGreaterThanOrEqual(drawn - 0.01);
      expect(textWidth(text, 10, weight)).toBeLessThanOrEqual(drawn * 1.04);
    }
  });
  test('lines are no wider than asked and lose no word', () => {
    const text = 'un deux trois quatre cinq six sept huit';
    const lines = wrapText(text, 40, 8);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join(' ')).toBe(text);
    for (const line of lines) expect(textWidth(line, 8)).toBeLessThanOrEqual(40);
  });
  test('a text too long ends with an ellipsis inside the width', () => {
    const cut = clipText('Communauté de communes du Pays de Pontchâteau', 60, 8);
    expect(cut).toMatch(/…$/);
    expect(textWidth(cut, 8)).toBeLessThanOrEqual(60);
    expect(clipText('court', 60, 8)).toBe('court');
    expect(twoLines('Communauté de communes du Pays de Pontchâteau Saint-Gildas-des-Bois', 70, 8)).toHaveLength(2);
  });
});

describe('labels', () => {
  const frame: Rectangle = [0, 0, 200, 100];
  const at = (x: number, y: number, required = false) => ({
    lines: ['Nantes'],
    x,
    y,
    r: 3,
    size: 8,
    weight: 400 as const,
    required,
  });
  const boxes = (items: readonly SceneItem[]) => items.map((i) => textBox(i as Extract<SceneItem, { kind: 'text' }>));

  test('two names at one place never overlap, and stay in the frame', () => {
    const found = boxes(placeLabels([at(100, 50), at(100, 50), at(198, 50), at(2, 2)], frame, []));
    expect(found).toHaveLength(4);
    found.forEach((a, i) => {
      expect(a[0] >= 0 && a[1] >= 0 && a[2] <= 200 && a[3] <= 100).toBe(true);
      for (const b of found.slice(i + 1)) expect(overlaps(a, b)).toBe(false);
    });
  });
  test('a name without a free place is left out, unless it must be read', () => {
    const wall: Rectangle[] = [frame];
    expect(placeLabels([at(100, 50)], frame, wall)).toEqual([]);
    expect(placeLabels([at(100, 50, true)], frame, wall)).toHaveLength(1);
  });
});
