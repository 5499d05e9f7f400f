import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse';
import { emptyDiagnosis } from '../../src/document/diagnosis';
import { buildLocator } from '../../src/territory/locate';
import { isInside } from '../../src/territory/outline';
import { tailor } from '../../src/territory/tailor';
import { buildTerritory } from '../../src/territory/territory';
import { loadTerritory, smallFile } from './fixture';

const small = buildTerritory(smallFile);

describe('a perimeter of the user', () => {
  const west = tailor(small, { perimeter: { name: 'Ouest', communeCodes: ['44001', '44002', '44003'] } });
  test('keeps its communes, their cells and their outline; the others are neighbours', () => {
    expect(west.communes.map((c) => c.code)).toEqual(['44001', '44002', '44003']);
    expect(west.cells).toHaveLength(3);
    expect(west.name).toBe('Ouest');
    expect(west.border.map((c) => c.code)).toEqual(['44004']);
  });
  test('its outline holds its communes and no other', () => {
    const land = loadTerritory('44');
    const { communeCodes } = land.epci.find((u) => u.name === 'Nantes Métropole')!;
    const nantes = tailor(land, { perimeter: { name: 'Nantes Métropole', communeCodes } });
    const inside = land.communes.filter((c) => isInside(nantes.outline, c)).map((c) => c.code);
    expect(inside.sort()).toEqual([...communeCodes].sort());
    expect(nantes.outline).toHaveLength(1);
  });
  test('an intercommunality cut by it is said to be partial', () => {
    expect(west.epci.map((u) => [u.name, u.partial, u.communeCodes.length])).toEqual([
      ['CC Est', true, 1],
      ['CC Ouest', false, 2],
    ]);
  });
  test('a place outside it counts as a neighbour, and the analysis reads the perimeter alone', () => {
    expect(buildLocator(west).byCode('44004')).toMatchObject({ communeCode: '44004', neighbour: true });
    const analysis = analyse(emptyDiagnosis('44', 'Ouest'), west);
    expect(analysis.communes).toHaveLength(3);
    expect(analysis.whole.young).toBeCloseTo(600);
  });
  test('nothing or everything asked for: the territory as it is', () => {
    expect(tailor(small, { perimeter: { name: 'x', communeCodes: [] } })).toBe(small);
    expect(tailor(small, { perimeter: { name: 'x', communeCodes: small.communes.map((c) => c.code) } })).toBe(small);
  });
  test('Rhône: the Métropole de Lyon and the rest share the département without overlap', () => {
    const rhone = loadTerritory('69');
    const lyon = rhone.epci.find((u) => u.name === 'Métropole de Lyon')!;
    const rest = rhone.communes.map((c) => c.code).filter((code) => !lyon.communeCodes.includes(code));
    const [a, b] = [lyon.communeCodes, rest].map((communeCodes, i) =>
      tailor(rhone, { perimeter: { name: `${i}`, communeCodes } }),
    );
    expect(a!.communes.length + b!.communes.length).toBe(rhone.communes.length);
    const total = (t: typeof rhone) => t.communes.reduce((s, c) => s + c.population, 0);
    expect(total(a!) + total(b!)).toBe(total(rhone));
  });
});
