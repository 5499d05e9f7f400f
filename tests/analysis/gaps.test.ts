import { expect, test, vi } from 'vitest';
import { analyse } from '../../src/analysis/analyse';
import { findGaps } from '../../src/analysis/gaps';
import { buildTravel } from '../../src/analysis/travel';
import { defaultSettings } from '../../src/document/diagnosis';
import { buildTerritory } from '../../src/territory/territory';
import { demonstrationInput } from '../report/demonstration';
import { smallFile } from '../territory/fixture';
import { actor, diagnosisOf, scheme, site } from './fixture';

const territory = buildTerritory(smallFile);
const communes = new Map(territory.communes.map((c) => [c.code, c]));

test('actors to be examined are looked for once for an offer, and forgotten with it', () => {
  const { to, ...travel } = buildTravel(defaultSettings, territory);
  const spied = { ...travel, to: vi.fn(to) };
  const of = (lon: number, commune: string) => {
    const d = diagnosisOf(
      { actors: [actor('a-x')], sites: [site('x', lon, commune)], schemes: [scheme('x', ['sante'])] },
      { domains: ['sante'], thresholds: { ...defaultSettings.thresholds, sante: [8, 10, 12] } },
    );
    const { units, domains, placed, communes: readings } = analyse(d, territory);
    return { units, domains, placed, communes: new Map(readings.map((c) => [c.code, c])), territory: communes, travel: spied };
  };
  const [west, east] = [of(-1.9, '44001'), of(-1.6, '44004')];
  const searches = (input: typeof west) => {
    spied.to.mockClear();
    const gaps = findGaps(input);
    expect(gaps.length).toBeGreaterThan(0);
    expect(gaps.every((g) => g.candidates.length === 1)).toBe(true);
    return spied.to.mock.calls.length;
  };
  expect(searches(west)).toBeGreaterThan(0);
  expect(searches(west)).toBe(0);
  const all = searches(east);
  expect(all).toBe(findGaps(east).length);
  expect(searches(west)).toBe(findGaps(west).length);
});

test('a need and its partners give one time for one place', async () => {
  const { analysis } = await demonstrationInput();
  const same = analysis.gaps.flatMap(({ nearest, minutes, candidates }) =>
    nearest && minutes !== null ? [{ minutes, partner: candidates[0]! }] : [],
  );
  expect(same.length).toBeGreaterThan(20);
  // Nobody states a zone in these files: the nearest place is that of the nearest partner.
  for (const { minutes, partner } of same) expect(partner.minutes).toBeCloseTo(minutes, 9);
});
