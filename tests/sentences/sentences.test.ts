import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse';
import { methodSentence } from '../../src/sentences/coverage';
import { gapProof, gapSentence } from '../../src/sentences/gaps';
import { networkSentence } from '../../src/sentences/network';
import { buildTerritory } from '../../src/territory/territory';
import { en } from '../../src/text/en';
import { formatNumber, formatPeople, formatShare, typeset } from '../../src/text/format';
import { fr } from '../../src/text/fr';
import { actor, diagnosisOf, scheme, site, tie } from '../analysis/fixture';
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
  test('some communes: people, level, nearest place and time, confidence, census', () => {
    const gap = analysis.gaps.find((g) => g.id === 'sante:200000002')!;
    expect(gapSentence(gap, analysis, fr)).toBe(
      'Dans la CC Est, partie située dans le département (environ 700 jeunes de 18 à 24 ans, population générale, estimation), environ 400 de ces jeunes vivent dans une commune où l’offre de santé et de soins est insuffisante\u00a0: le lieu recensé le plus proche, Soins (CMP de l’Ouest), est à environ 37 min en voiture. Confiance non évaluée (aucune fiche dans ce territoire), recensement partiel.',
    );
    expect(gapSentence(gap, analysis, en)).toContain('about 400 of them live in a commune with insufficient health services');
  });
  test('all communes, nothing recorded', () => {
    const gap = analysis.gaps.find((g) => g.id === 'logement:200000001')!;
    expect(gapSentence(gap, analysis, fr)).toContain(
      'toutes les communes sont sans offre de logement ou d’hébergement accessible repérée\u00a0: aucun lieu recensé',
    );
  });
  test('the proof names thresholds, communes, share, counts, candidates', () => {
    const gap = analysis.gaps.find((g) => g.id === 'sante:200000002')!;
    const proof = gapProof(gap, analysis, fr).join('\n');
    for (const part of ['20 min', '45 min', 'Delta', formatShare(4 / 7, 'fr'), 'CMP de l’Ouest']) expect(proof).toContain(part);
  });
  test('no sentence blames anyone', () => {
    const all = analysis.gaps.flatMap((g) => [gapSentence(g, analysis, fr), ...gapProof(g, analysis, fr)]).join(' ');
    expect(all).not.toMatch(/désert|défaillan|carence|mauvais|zone blanche/i);
  });
});

test('the method with its constants and its limit', () => {
  expect(methodSentence(analysis.settings, fr)).toContain('ligne droite × 1,3 à 50 km/h, plus 2 min');
  expect(methodSentence(analysis.settings, fr)).toContain('ni permis ni véhicule');
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
    expect(typeset("L'offre : « ici » !", 'fr')).toBe('L’offre\u00a0: «\u00a0ici\u00a0»\u202f!');
    expect(typeset("L'offre : x", 'en')).toBe("L'offre : x");
  });
});
