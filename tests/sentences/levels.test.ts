import { expect, test } from 'vitest';
import { legendWords } from '../../src/sentences/levels';
import { fr } from '../../src/text/fr';
import { inputOf } from '../report/fixture';

test('level 3 in a legend: of two sorts as soon as the places of one of its domains are read', () => {
  const { analysis } = inputOf();
  expect([analysis.access.logement?.mode, analysis.access.emploi?.mode]).toEqual(['capacite', 'presence']);
  expect(legendWords(3, ['emploi'], analysis, fr)).toBe('sans offre accessible repérée');
  expect(legendWords(3, ['emploi', 'logement'], analysis, fr)).toBe('sans offre accessible repérée, ou très insuffisante');
  expect(legendWords(2, ['emploi', 'logement'], analysis, fr)).toBe('offre insuffisante');
});
