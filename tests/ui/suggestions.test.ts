import { expect, test } from 'vitest';
import { suggestionsFor } from '../../src/ui/suggestions';

test('what is typed is looked for anywhere in a value, whatever its accents and case; each value once', () => {
  const names = ['Mission locale', 'Repairs! 44', 'Maison des adolescents', 'Mélusine', 'Repairs! 44'];
  expect(suggestionsFor('LOCALE', names)).toEqual(['Mission locale']);
  expect(suggestionsFor('melu', names)).toEqual(['Mélusine']);
  expect(suggestionsFor(' repairs', names)).toEqual(['Repairs! 44']);
  expect(suggestionsFor('rien', names)).toEqual([]);
});

test('of thousands, fifty are proposed', () => {
  const names = Array.from({ length: 6000 }, (_, i) => `Acteur ${i}`);
  expect(suggestionsFor('', names)).toHaveLength(50);
  expect(suggestionsFor('acteur 599', names)[0]).toBe('Acteur 599');
});
