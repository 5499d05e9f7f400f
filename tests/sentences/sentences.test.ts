import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse';
import { apply } from '../../src/document/commands';
import { emptyDiagnosis } from '../../src/document/diagnosis';
import { commandFrom } from '../../src/import/accept';
import { methodSentence } from '../../src/sentences/coverage';
import { gapProof, gapSentence } from '../../src/sentences/gaps';
import { networkSentence } from '../../src/sentences/network';
import { buildTerritory } from '../../src/territory/territory';
import { en } from '../../src/text/en';
import { formatNumber, formatPeople, formatShare, formatStep, typeset } from '../../src/text/format';
import { fr } from '../../src/text/fr';
import { actor, diagnosisOf, scheme, site, tie } from '../analysis/fixture';
import { demonstration, importAll, territory44 } from '../import/fixture';
import { smallFile } from '../territory/fixture';

const analysis = analyse(
  diagnosisOf({
    actors: [actor('a-x', { name: "CMP de l'Ouest" })],
    sites: [site('x', -1.9, '44001')],
    schemes: [scheme('x', ['sante'], { name: 'Soins' })],
  }),
  buildTerritory(smallFile),
);

describe('the need in one sentence', () => {
  test.each([
    [undefined, 'en voiture. Confiance'],
    [0.5, 'en voiture, où il reste de la place. Confiance'],
    [0.9, 'en voiture, presque complet. Confiance'],
    [0.97, 'en voiture, saturé. Confiance'],
  ])('the room left at the nearest place, occupied at %s', (occupancy, words) => {
    const seen = analyse(
      diagnosisOf({
        actors: [actor('a-x')],
        sites: [site('x', -1.9, '44001')],
        schemes: [scheme('x', ['sante'], occupancy === undefined ? {} : { occupancy })],
      }),
      buildTerritory(smallFile),
    );
    expect(gapSentence(seen.gaps.find((g) => g.id === 'sante:200000002')!, seen, fr)).toContain(words);
  });
  test('some communes: people, level, nearest place and time, confidence, census', () => {
    const gap = analysis.gaps.find((g) => g.id === 'sante:200000002')!;
    expect(gapSentence(gap, analysis, fr)).toBe(
      'Dans la CC Est, partie située dans le département, environ 400 des 700 jeunes de 18 à 24 ans (population générale, estimation) vivent là où l’offre de santé est insuffisante\u00a0: au plus près, CMP de l’Ouest, à environ 37 min en voiture. Confiance non évaluée (aucune fiche), recensement partiel. Constat sensible à la vitesse et aux seuils.',
    );
    expect(gapSentence(gap, analysis, en)).toContain('about 400 of the 700 young people aged 18 to 24');
  });
  test('all communes, nothing recorded', () => {
    const gap = analysis.gaps.find((g) => g.id === 'logement:200000001')!;
    expect(gapSentence(gap, analysis, fr)).toMatch(
      /tous les jeunes de 18 à 24 ans \(environ [\d\u202f]+, population générale, estimation\) vivent sans offre de logement accessible repérée\u00a0: aucun lieu recensé/,
    );
  });
  test('people at level 2 are never said to be without any offer', async () => {
    const draft = await importAll(demonstration());
    const demo = analyse(apply(emptyDiagnosis('44', 'Loire-Atlantique'), commandFrom(draft, '2026-11-22')), territory44);
    const mixed = demo.gaps.filter((gap) => {
      const levels = demo.communes.filter((c) => gap.communeCodes.includes(c.code)).map((c) => c.domains[gap.domain]?.level);
      return levels.includes(2) && levels.includes(3);
    });
    expect(mixed.length).toBeGreaterThan(5);
    for (const gap of mixed) {
      const [, , , worst] = demo.units.find((u) => u.code === gap.territory.code)!.domains[gap.domain]!.youngByLevel;
      const sentence = gapSentence(gap, demo, fr);
      const said = formatPeople(worst, 'fr');
      if (said !== formatPeople(gap.people, 'fr')) {
        expect(sentence).toContain('est insuffisante, dont');
        expect(sentence).toContain(`${said} sans offre accessible repérée`);
      }
    }
  });
  test('the scheme is named where its actor has several places in the domain', () => {
    const twice = analyse(
      diagnosisOf({
        actors: [actor('a-x', { name: 'Mission locale' })],
        sites: [site('x', -1.9, '44001'), site('y', -1.95, '44001', { actorId: 'a-x' })],
        schemes: [
          scheme('x', ['sante'], { name: 'Antenne Ouest' }),
          scheme('y', ['sante'], { name: 'Antenne Nord', actorId: 'a-x' }),
        ],
      }),
      buildTerritory(smallFile),
    );
    const gap = twice.gaps.find((g) => g.id === 'sante:200000002')!;
    expect(gapSentence(gap, twice, fr)).toContain('au plus près, Antenne Ouest (Mission locale), à environ');
  });
  test('the proof names thresholds, communes, share, counts, robustness; no partner for what is not robust', () => {
    const gap = analysis.gaps.find((g) => g.id === 'sante:200000002')!;
    // Delta is 22.75 km from the only place: 60 × 1.3 × 22.75 / 50 + 2 = 37.49 min, between 30 and 45.
    expect(gapProof(analysis.gaps.find((g) => g.id === 'sante:200000002')!, analysis, fr)[1]).toBe(
      'Calcul pour Delta\u00a0: temps au plus proche = 60 × 1,3 × 22,8 km / 50 km/h + 2 min = 37 min\u202f; lieux à moins de 30 min = 0. Le plus défavorable décide\u00a0: niveau 2 (temps de trajet).',
    );
    const proof = gapProof(gap, analysis, fr).join('\n');
    for (const part of ['20 min', '45 min', 'Delta', formatShare(4 / 7, 'fr')]) expect(proof).toContain(part);
    expect(proof).toMatch(/78\s% des 9 variantes/u);
    expect(proof).not.toContain('Partenaires à examiner');
  });
  test('no sentence blames anyone', () => {
    const all = analysis.gaps.flatMap((g) => [gapSentence(g, analysis, fr), ...gapProof(g, analysis, fr)]).join(' ');
    expect(all).not.toMatch(/désert|défaillan|carence|mauvais|zone blanche/i);
  });
});

test('the method with its constants and its limit', () => {
  expect(methodSentence(analysis, fr)).toContain('ligne droite × 1,3 à 50 km/h, plus 2 min');
  expect(methodSentence(analysis, fr)).toContain('sans permis ni véhicule');
});

test('the network in words', () => {
  const network = analyse(
    diagnosisOf({ actors: ['a', 'b', 'c'].map((id) => actor(id)), partnerships: [tie('a', 'b')] }),
    buildTerritory(smallFile),
  ).network;
  expect(networkSentence(network, fr)).toContain(
    '2 acteurs sur 3 ont au moins un lien connu (1 lien constaté)\u202f; 1 n’a aucun lien connu',
  );
});

describe('numbers and typography', () => {
  test('French spaces, minus, estimates', () => {
    expect(formatNumber(1487570, 'fr')).toBe('1\u202f487\u202f570');
    expect(formatNumber(-80, 'fr', 1)).toBe('\u221280,0');
    expect([3, 7, 48, 234, 1234].map((n) => formatPeople(n, 'fr'))).toEqual(['moins de\u00a05', '5', '50', '230', '1\u202f230']);
    expect(formatStep(0.614, 0.782, 'fr')).toBe('61\u00a0% → 78\u00a0%');
    expect(formatStep(0.9876, 0.9932, 'fr')).toBe('98,8\u00a0% → 99,3\u00a0%');
    expect(formatStep(0.98, 0.996, 'fr')).toBe('98,0\u00a0% → 99,6\u00a0%');
    expect(formatStep(0.98, 1, 'fr')).toBe('98\u00a0% → 100\u00a0%');
    expect(typeset("L'offre : « ici » !", 'fr')).toBe('L’offre\u00a0: «\u00a0ici\u00a0»\u202f!');
    expect(typeset("L'offre : x", 'en')).toBe("L'offre : x");
    expect(typeset('« Foyer « Les Tilleuls » » et « Caf »', 'fr')).toBe(
      '«\u00a0Foyer “Les Tilleuls”\u00a0» et «\u00a0Caf\u00a0»',
    );
    // Marks that do not close are left as they were typed; what is set stays set.
    expect(typeset('« Foyer « Les Tilleuls »', 'fr')).toBe('«\u00a0Foyer «\u00a0Les Tilleuls\u00a0»');
    expect(typeset(typeset('« Foyer « Les Tilleuls » »', 'fr'), 'fr')).toBe('«\u00a0Foyer “Les Tilleuls”\u00a0»');
  });
});
