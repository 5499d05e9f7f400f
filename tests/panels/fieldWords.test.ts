import { expect, test } from 'vitest';
import { valueText } from '../../src/panels/fieldWords';
import { indexOf } from '../../src/state/selectors';
import { fr } from '../../src/text/fr';
import { actor, diagnosisOf, scheme, site } from '../analysis/fixture';

const indexWith = (name: string) =>
  indexOf(
    diagnosisOf({
      actors: [actor('a-x')],
      sites: [site('x', -1.9, '44001', { address: '1 rue Haute', communeName: 'Alpha' })],
      schemes: [scheme('x', ['sante'], { name })],
    }).inventory,
  );

test('a place is told by its address; protected by what is received there, by its commune', () => {
  expect(valueText('schemes', 'siteIds', ['s-x'], indexWith('Permanence'), fr)).toBe('1 rue Haute');
  expect(valueText('schemes', 'siteIds', ['s-x'], indexWith('Lieu de vie des Tilleuls'), fr)).toBe('Alpha');
});
test('a position is told to the metre', () => {
  expect(valueText('sites', 'point', { lon: -1.55362, lat: 47.21837 }, indexWith('x'), fr)).toBe('47,21837 ; −1,55362');
  expect(valueText('sites', 'point', undefined, indexWith('x'), fr)).toBe('rien');
});
