import { expect, test } from 'vitest';
import { trimmed } from '../../src/sentences/coverage';
import { fr } from '../../src/text/fr';

test.each([
  [2, '2'],
  [1.3, '1,3'],
  [1.25, '1,25'],
  [50, '50'],
])('a constant is printed as it is: %s', (value, words) => {
  expect(trimmed(value, fr)).toBe(words);
});
