import { beforeAll, describe, expect, test } from 'vitest';
import { noFilters } from '../../src/state/facets';
import {
  communesOfFocus,
  countLevels,
  countValues,
  dataYears,
  keptActors,
  keptPlaces,
  keptSchemes,
  kmWithin,
  plain,
  searchRecords,
  shownDomain,
} from '../../src/state/selectors';
import { firstView } from '../../src/state/view';
import { openedDemonstration } from '../views/fixture';

let demo: Awaited<ReturnType<typeof openedDemonstration>>;
beforeAll(async () => {
  demo = await openedDemonstration();
});

describe('filters', () => {
  test('no filter keeps everything', () => {
    const { inventory } = demo.diagnosis;
    expect(keptSchemes(inventory, noFilters, null)).toHaveLength(inventory.schemes.length);
    expect(keptActors(inventory, noFilters, null)).toHaveLength(inventory.actors.length);
  });

  test('a domain keeps its schemes, the actors that carry them and their places', () => {
    const { inventory } = demo.diagnosis;
    const schemes = keptSchemes(inventory, noFilters, 'logement');
    expect(schemes.length).toBeGreaterThan(0);
    expect(schemes.every((s) => s.domains.includes('logement'))).toBe(true);
    const carriers = new Set(schemes.map((s) => s.actorId));
    expect(new Set(keptActors(inventory, noFilters, 'logement').map((a) => a.id))).toEqual(carriers);
    expect(keptPlaces(demo.analysis.placed, inventory, noFilters, 'logement').every((p) => carriers.has(p.actorId))).toBe(true);
  });

  test('an unknown value passes no filter on it', () => {
    const { inventory } = demo.diagnosis;
    const kept = keptSchemes(inventory, { ...noFilters, dedications: ['pjj'] }, null);
    expect(kept.every((s) => s.dedication === 'pjj')).toBe(true);
  });

  test('each value counts the schemes that have it', () => {
    const { inventory } = demo.diagnosis;
    const counts = countValues(inventory, null, (s) => s.domains);
    expect(counts.get('logement')).toBe(keptSchemes(inventory, noFilters, 'logement').length);
  });
});

describe('levels', () => {
  test('counts add up to the communes and their young people', () => {
    const counts = Object.values(countLevels(demo.analysis, 'sante'));
    expect(counts.reduce((sum, c) => sum + c.communes, 0)).toBe(demo.analysis.communes.length);
    expect(counts.reduce((sum, c) => sum + c.young, 0)).toBeCloseTo(demo.analysis.whole.young, 6);
  });

  test('the map reads the chosen domain, else the first', () => {
    expect(shownDomain({ ...firstView, domain: 'emploi' }, demo.analysis)).toBe('emploi');
    expect(shownDomain(firstView, demo.analysis)).toBe('sante');
    expect(shownDomain({ ...firstView, domain: 'droits' }, demo.analysis)).toBe('sante');
  });
});

describe('focus', () => {
  test('a need covers the communes of its unit; an actor covers none', () => {
    const unit = demo.analysis.units[0]!;
    expect(communesOfFocus({ kind: 'gap', id: `sante:${unit.code}` }, demo.analysis, demo.territory)).toEqual(unit.communeCodes);
    expect(communesOfFocus({ kind: 'actor', id: 'adelis' }, demo.analysis, demo.territory)).toEqual([]);
    expect(communesOfFocus({ kind: 'unit', id: 'nowhere' }, demo.analysis, demo.territory)).toEqual([]);
  });
});

describe('search', () => {
  test.each([
    ['saint naz', 'Saint-Nazaire'],
    ['REZE', 'Rezé'],
    ['metropole nantes', 'Nantes Métropole'],
  ])('%s finds %s first', (query, name) => {
    expect(searchRecords(query, demo.territory, demo.diagnosis.inventory)[0]?.label).toBe(name);
  });

  test('nothing is found for nothing', () => {
    expect(searchRecords(' - ', demo.territory, demo.diagnosis.inventory)).toEqual([]);
    expect(plain('Œuvre d’Éole')).toBe('uvre d eole');
  });
});

test('kilometres reached are the inverse of the minutes', () => {
  expect(kmWithin(32, { detour: 1.3, speedKmh: 50, accessMinutes: 2 })).toBeCloseTo(19.23, 2);
  expect(kmWithin(1, { detour: 1.3, speedKmh: 50, accessMinutes: 2 })).toBe(0);
});

test('years of the data are those told by the records', () => {
  expect(dataYears({ actors: [], sites: [], schemes: [], partnerships: [] })).toBeNull();
  const years = dataYears(demo.diagnosis.inventory);
  expect(years?.[0]).toBeGreaterThanOrEqual(2009);
  expect(years?.[1]).toBeLessThanOrEqual(2026);
});
