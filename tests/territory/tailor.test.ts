import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse';
import { type Diagnosis, defaultSettings, emptyDiagnosis } from '../../src/document/diagnosis';
import { diagnosticJson } from '../../src/export/diagnostic';
import { perimeterCode, type Territory, type YoungCount } from '../../src/model/territory';
import { gapSentence } from '../../src/sentences/gaps';
import { buildLocator } from '../../src/territory/locate';
import { isInside } from '../../src/territory/outline';
import { sectorRows } from '../../src/territory/sectors';
import { tailor } from '../../src/territory/tailor';
import { tailoringOf } from '../../src/territory/tailoring';
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

describe('needs weighed by young people that the département counts', () => {
  const count = (unitCode: string, people: number, rest: Partial<YoungCount> = {}): YoungCount => ({
    unitCode,
    unitName: unitCode,
    group: 'ase',
    people,
    source: '',
    ...rest,
  });
  const bare = emptyDiagnosis('44', 'Essai');
  const weighed = (youngCounts: readonly YoungCount[], rest: Partial<Diagnosis> = {}) =>
    tailor(small, tailoringOf({ ...bare, youngCounts, ...rest, settings: { ...bare.settings, demand: 'ase' } }));
  const young = (land: Territory) => land.communes.map((c) => c.young);

  test('the count of the département is shared over its communes as their 18-24 are', () => {
    const land = weighed([count('44', 50, { ages: '16-21 ans', year: 2025 })]);
    expect(young(land)).toEqual([5, 10, 15, 20]);
    expect(land.youngFrom).toEqual({ group: 'ase', ages: '16-21 ans', years: '2025' });
  });
  test('a count of an intercommunality stays in it, and the rest of the whole goes to the others', () => {
    // West: 100 and 200 of the 18-24; East: 300 and 400.
    expect(young(weighed([count('200000001', 30), count('44', 100)]))).toEqual([10, 20, 30, 40]);
    expect(young(weighed([count('200000001', 30), count('200000002', 7)]))).toEqual([10, 20, 3, 4]);
  });
  test('nothing is weighed by counts that leave communes without a number, or that exceed their whole', () => {
    for (const counts of [
      [],
      [count('200000001', 30)],
      [count('200000001', 30), count('44', 20)],
      [count('44', 9, { group: 'pjj' })],
    ]) {
      const land = weighed(counts);
      expect(young(land)).toEqual([100, 200, 300, 400]);
      expect(land.youngFrom).toBe('estimate');
    }
  });
  test('a perimeter cuts what its units were given; its own count is shared inside it', () => {
    const perimeter = { name: 'Ouest', communeCodes: ['44001', '44002', '44003'] };
    expect(young(weighed([count('44', 50)], { perimeter }))).toEqual([5, 10, 15]);
    expect(young(weighed([count(perimeterCode('Ouest'), 60)], { perimeter }))).toEqual([10, 20, 30]);
  });
  test('years that differ are not told as one, and the setting alone decides', () => {
    const counts = [count('200000001', 30, { year: 2024 }), count('200000002', 7, { year: 2025 })];
    expect(weighed(counts).youngFrom).toMatchObject({ years: '' });
    expect(tailor(small, tailoringOf({ ...bare, youngCounts: counts }))).toBe(small);
  });
  test('a constant share changes no level; the sentence says whose number it is, and no small number leaves', () => {
    const d: Diagnosis = {
      ...diagnosisOf({ actors: [actor('a-x')], sites: [site('x', -1.9, '44001')], schemes: [scheme('x', ['logement'])] }),
      youngCounts: [count('44', 24, { ages: '16-21 ans', year: 2025 })],
      census: ['200000001', '200000002'].map((unitCode) => ({ unitCode, domain: 'logement', state: 'complet' as const })),
    };
    // Thresholds in minutes; the communes are about 14 minutes apart by the stated constants.
    const settings = {
      ...d.settings,
      domains: ['logement' as const],
      thresholds: { ...d.settings.thresholds, logement: [3, 5, 8] as const },
    };
    const general = analyse({ ...d, settings }, small);
    const asked: Diagnosis = { ...d, settings: { ...settings, demand: 'ase' } };
    const land = tailor(small, tailoringOf(asked));
    const counted = analyse(asked, land);
    expect(counted.communes.map((c) => c.domains.logement!.level)).toEqual(
      general.communes.map((c) => c.domains.logement!.level),
    );
    expect(counted.units.map((u) => u.domains.logement!.level)).toEqual(general.units.map((u) => u.domains.logement!.level));
    expect(counted.gaps.map((g) => g.id)).toEqual(general.gaps.map((g) => g.id));
    const said = counted.gaps.map((g) => gapSentence(g, counted, fr));
    expect(said[0]).toContain('jeunes suivis par l’ASE');
    expect(said[0]).toContain('16-21 ans, nombre entré, 2025');
    for (const s of said) expect(s).not.toContain('population générale');
    // 24 people over 10 parts: 2.4 in Alpha, 4.8 in Bravo, 7.2 in Charlie, 9.6 in Delta.
    const json = JSON.parse(diagnosticJson(asked, counted, land, fr)) as { communes: { young: number | null }[] };
    expect(json.communes.map((c) => c.young)).toEqual([null, null, 5, 10]);
    expect(said.some((s) => s.includes('moins de'))).toBe(true);
  });
});
