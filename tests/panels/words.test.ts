import { expect, test } from 'vitest';
import { reachText } from '../../src/panels/words';
import { fr } from '../../src/text/fr';

test('places within reach: none is not the same as data absent', () => {
  expect(reachText({ level: 3, withinReach: 0 }, fr)).toBe('0');
  expect(reachText({ level: null, withinReach: 0 }, fr)).toBe('données absentes');
  expect(reachText(undefined, fr)).toBe('données absentes');
});
