import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse';
import { defaultSettings, emptyDiagnosis } from '../../src/document/diagnosis';
import { diagnosticJson } from '../../src/export/diagnostic';
import { buildLocator } from '../../src/territory/locate';
import { isInside } from '../../src/territory/outline';
import { sectorRows } from '../../src/territory/sectors';
import { tailor } from '../../src/territory/tailor';
import { buildTerritory } from '../../src/territory/territory';
import { fr } from '../../src/text/fr';
import { actor, diagnosisOf, scheme, site } from '../analysis/fixture';
import { importOne } from '../import/fixture';
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
  test('supply of the rest of the département is loaded, not missing: neighbour is told by the commune', () => {
    const d = {
      ...diagnosisOf({
        actors: [actor('a-x')],
        sites: [site('x', -1.6, '44004')],
        schemes: [scheme('x', ['logement'])],
      }),
      perimeter: { name: 'Ouest', communeCodes: ['44001', '44002', '44003'] },
    };
    const analysis = analyse(d, west);
    expect(analysis.placed.map((p) => p.neighbour)).toEqual([true]);
    expect(analysis.communes.every((c) => c.domains.logement!.border === null)).toBe(true);
    const back = analyse({ ...d, perimeter: undefined } as unknown as typeof d, small);
    expect(back.placed.map((p) => p.neighbour)).toEqual([false]);
  });
  test('numbers counted for the whole département are not those of the perimeter', () => {
    const counts = [
      { unitCode: '44', unitName: 'Essai', group: 'ase' as const, people: 900, source: '' },
      { unitCode: '200000001', unitName: 'CC Ouest', group: 'ase' as const, people: 40, source: '' },
    ];
    const d = { ...emptyDiagnosis('44', 'Essai'), youngCounts: counts };
    const written = (land: typeof small) =>
      (JSON.parse(diagnosticJson(d, analyse(d, land), land, fr)) as { youngCounts: { people: number }[] }).youngCounts.map(
        (c) => c.people,
      );
    expect(written(small)).toEqual([900, 40]);
    expect(written(west)).toEqual([40]);
    expect(analyse(d, west).whole.code).not.toBe('44');
  });
  test('sectors and census figures of communes outside it are still read', async () => {
    const sectors = await importOne('code_insee;secteur\n44001;Nord\n44004;Sud\n', { territory: west });
    expect(sectors.report.rows).toEqual({ read: 2, kept: 2, merged: 0, refused: 0 });
    expect(sectorRows(west, sectors.draft.sectors)).toHaveLength(3);
    const census = await importOne('CODGEO;P22_POP1824\n44004;12\n', { territory: west });
    expect(census.report.rows.kept).toBe(1);
    const analysis = analyse(
      { ...emptyDiagnosis('44', 'x'), sectors: sectors.draft.sectors, settings: { ...defaultSettings, mesh: 'secteur' } },
      west,
    );
    expect(analysis.units.map((u) => u.name)).toEqual(['Nord', 'Bravo', 'Charlie']);
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
