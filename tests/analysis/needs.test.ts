import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse';
import { needsOf, readNeeds } from '../../src/analysis/needs';
import type { CensusEntry } from '../../src/document/diagnosis';
import { diagnosticJson } from '../../src/export/diagnostic';
import { needIds } from '../../src/model/domains';
import { legalNeedSentence } from '../../src/sentences/gaps';
import { buildTerritory } from '../../src/territory/territory';
import { fr } from '../../src/text/fr';
import { smallFile } from '../territory/fixture';
import { openedDemonstration } from '../views/fixture';
import { actor, diagnosisOf, scheme, site } from './fixture';

const territory = buildTerritory(smallFile);
const census = (domain: CensusEntry['domain'], state: CensusEntry['state']): CensusEntry[] =>
  ['200000001', '200000002'].map((unitCode) => ({ unitCode, domain, state }));

describe('needs of a scheme', () => {
  test('are those it states, else those of its domains, each once', () => {
    expect(needsOf({ needs: ['soins'], domains: ['emploi'] })).toEqual(['soins']);
    expect(needsOf({ needs: [], domains: ['sante', 'droits'] })).toEqual(['ressources', 'soins', 'demarches']);
    expect(needsOf({ needs: [], domains: ['mentorat', 'suivi'] })).toEqual(['socio-educatif']);
    expect(needsOf({ needs: [], domains: [] })).toEqual([]);
  });
});

describe('the six needs', () => {
  test('are read as their domain is where schemes answer what their domain holds', () => {
    const one = {
      actors: [actor('a-x')],
      sites: [site('x', -1.9, '44001')],
      schemes: [scheme('x', ['sante'])],
    };
    const diagnosis = diagnosisOf(one);
    const needs = readNeeds(diagnosis, territory);
    const domain = analyse(diagnosis, territory);
    expect(needs.communes.map((c) => c.soins)).toEqual(domain.communes.map((c) => c.domains.sante));
    expect(needs.units.map((u) => u.soins)).toEqual(domain.units.map((u) => u.domains.sante));
    expect(needs.whole.soins).toEqual(domain.whole.domains.sante);
    // Delta's 400 young people are 37.5 min away, more than the 30 of care.
    expect(needs.whole.soins.people).toBe(400);
    expect([needs.schemes, needs.deduced]).toEqual([1, 1]);
    // Nobody answers these, and of income nothing was censused.
    expect(needs.communes[0]!.emploi).toMatchObject({ level: 3, minutes: null, withinReach: 0 });
    expect(needs.communes[0]!.ressources).toMatchObject({ level: null, component: 'donnees-absentes' });
  });
  test('a scheme counts for a need that it states whatever its domain, and no more for that of its domain', () => {
    const inventory = {
      actors: [actor('a-x')],
      sites: [site('x', -1.9, '44001')],
      schemes: [scheme('x', ['emploi'], { needs: ['demarches'] })],
    };
    const [alpha] = readNeeds(diagnosisOf(inventory), territory).communes;
    expect(alpha!.demarches.withinReach).toBe(1);
    expect(alpha!.emploi.withinReach).toBe(0);
  });
  test('a need that two domains hold takes the most demanding thresholds, and the least advanced census', () => {
    const inventory = {
      actors: [actor('a-x')],
      sites: [site('x', -1.9, '44001')],
      schemes: [scheme('x', ['mentorat'])],
    };
    const settings = diagnosisOf(inventory).settings;
    const thresholds = {
      ...settings.thresholds,
      mentorat: [20, 50, 60] as const,
      suivi: [30, 40, 90] as const,
    };
    const read = (entries: readonly CensusEntry[]) => readNeeds(diagnosisOf(inventory, { thresholds }, entries), territory);
    const both = read([...census('mentorat', 'complet'), ...census('suivi', 'partiel')]);
    expect(both.thresholds['socio-educatif']).toEqual([20, 40, 60]);
    expect(both.units.map((u) => u['socio-educatif'].census)).toEqual(['partiel', 'partiel']);
    // Only one of the two was declared: what is there is recorded, nothing is known to be complete.
    const one = read(census('mentorat', 'complet'));
    expect(one.units.map((u) => u['socio-educatif'].census).sort()).toEqual(['non-commence', 'partiel']);
  });
  test('are read by presence even where places are known: a place may answer several needs', () => {
    const ids = ['x', 'y', 'z'];
    const inventory = {
      actors: ids.map((id) => actor(`a-${id}`)),
      sites: ids.map((id) => site(id, -1.9, '44001')),
      schemes: ids.map((id) => scheme(id, ['logement'], { places: 10, type: 'FJT' })),
    };
    const diagnosis = diagnosisOf(inventory);
    expect(analyse(diagnosis, territory).access.logement?.mode).toBe('capacite');
    expect(readNeeds(diagnosis, territory).communes.map((c) => c.logement.access)).toEqual([null, null, null, null]);
  });
  test('are in the diagnosis told as JSON, commune by commune, for the mesh and for the département', async () => {
    const { diagnosis, analysis, territory: land } = await openedDemonstration();
    const needs = readNeeds(diagnosis, land);
    const told = JSON.parse(diagnosticJson(diagnosis, analysis, land, fr));
    expect(told.needs).toEqual({ schemes: needs.schemes, deduced: needs.deduced, thresholds: needs.thresholds });
    for (const part of [told.communes[3], told.epci[0], told.whole]) expect(Object.keys(part.needs)).toEqual([...needIds]);
    expect(told.communes[3].needs.soins.level).toBe(needs.communes[3]!.soins.level);
    expect(told.epci[2].needs.demarches.people).toBeCloseTo(needs.units[2]!.demarches.people, 1);
    expect(told.whole.needs.ressources.nearest).toEqual(needs.whole.ressources.nearest);
  });
});

describe('a need of the law in one sentence', () => {
  const d = diagnosisOf({ actors: [actor('a-x')], sites: [site('x', -1.9, '44001')], schemes: [scheme('x', ['sante'])] });
  const settings = {
    ...d.settings,
    domains: ['sante' as const],
    thresholds: { ...d.settings.thresholds, sante: [6, 7, 8] as const },
  };
  const asked = { ...d, settings };
  const a = analyse(asked, territory);
  const needs = readNeeds(asked, territory);
  const said = a.units.map((u, i) => legalNeedSentence('soins', u, needs.units[i]!.soins, a, fr));
  test('says who lives without it, and for whom data are absent nothing is said', () => {
    const west = a.units.findIndex((u) => u.name === 'CC Ouest');
    // Alpha has the place; Bravo, 200 of the 300, is fourteen minutes away, beyond the last threshold.
    expect(said[west]).toBe(
      'Dans la CC Ouest, environ 200 des 300 jeunes de 18 à 24 ans (population générale, estimation) vivent sans offre pour « Soins » accessible repérée. Confiance faible, recensement partiel.'.replace(
        /« Soins »/,
        '«\u00a0Soins\u00a0»',
      ),
    );
    const none = legalNeedSentence('ressources', a.units[west]!, needs.units[west]!.ressources, a, fr);
    expect(needs.units[west]!.ressources.level).toBeNull();
    expect(none).toBeNull();
  });
});
