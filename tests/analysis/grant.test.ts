import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse';
import { placesToOpen } from '../../src/analysis/grant';
import { travelOf } from '../../src/analysis/travel';
import { emptyDiagnosis } from '../../src/document/diagnosis';
import { buildTerritory } from '../../src/territory/territory';
import { smallFile } from '../territory/fixture';
import { actor, diagnosisOf, scheme, site } from './fixture';

const territory = buildTerritory(smallFile);
const inputOf = (diagnosis: Parameters<typeof analyse>[0]) => ({ diagnosis, territory, analysis: analyse(diagnosis, territory) });
// One service in the first commune; the others are some way off.
const near = diagnosisOf({
  actors: [actor('a')],
  sites: [{ ...site('1', -1.9, '44001'), actorId: 'a' }],
  schemes: [{ ...scheme('1', ['emploi']), actorId: 'a' }],
  partnerships: [],
});

describe('where one more place brings most young people within reach', () => {
  const input = inputOf(near);
  const found = placesToOpen('emploi', input);
  const threshold = near.settings.thresholds.emploi[1];
  const travel = travelOf(near, territory);
  const reachedBy = (code: string) => {
    const at = territory.communes.find((c) => c.code === code)!;
    return territory.communes.filter(
      (c) => travel.to(c, { point: { lon: at.lon, lat: at.lat }, communeCode: code }) <= threshold,
    );
  };
  const without = territory.communes.filter(
    (c) => (input.analysis.communes.find((r) => r.code === c.code)!.domains.emploi!.minutes ?? Infinity) > threshold,
  );
  test('the first is the best of all communes, counted by hand', () => {
    const gains = territory.communes.map((c) =>
      reachedBy(c.code)
        .filter((r) => without.includes(r))
        .reduce((sum, r) => sum + r.young, 0),
    );
    expect(Math.max(...gains)).toBeGreaterThan(0);
    expect(found[0]!.gained).toBeCloseTo(Math.max(...gains), 9);
    expect(found[0]!.communeCode).toBe(territory.communes[gains.indexOf(Math.max(...gains))]!.code);
  });
  test('shares go on from one place to the next, and never gain less than five people', () => {
    const total = territory.communes.reduce((sum, c) => sum + c.young, 0);
    found.forEach((place, i) => {
      expect(place.gained).toBeGreaterThanOrEqual(5);
      expect(place.after - place.before).toBeCloseTo(place.gained / total, 9);
      if (i > 0) expect(place.before).toBeCloseTo(found[i - 1]!.after, 9);
      if (i > 0) expect(place.gained).toBeLessThanOrEqual(found[i - 1]!.gained + 1e-9);
    });
  });
  test('nothing is said where data are absent', () => {
    expect(placesToOpen('sante', inputOf(emptyDiagnosis('44', 'Vide')))).toEqual([]);
  });
});
