import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse';
import type { Nature } from '../../src/model/lists';
import { buildTerritory } from '../../src/territory/territory';
import { smallFile } from '../territory/fixture';
import { actor, diagnosisOf, scheme, site, tie } from './fixture';

const land = buildTerritory(smallFile);
/** ASE; a housing actor in Alpha, tied to it or not; another, untied, beside: so that the level is 0. */
const withTie = (nature: Nature | null, more: Parameters<typeof tie>[2] = {}) =>
  analyse(
    diagnosisOf({
      actors: [actor('a-ase', { kind: 'conseil-departemental' }), actor('a-x'), actor('a-y')],
      sites: [site('x', -1.9, '44001'), site('y', -1.9, '44001')],
      schemes: [scheme('x', ['logement']), scheme('y', ['logement'])],
      partnerships: nature === null ? [] : [tie('a-ase', 'a-x', { nature, ...more })],
    }),
    land,
  ).continuity;
const housing = (c: ReturnType<typeof withTie>, name: string) =>
  c.rows.find((r) => r.name === name)!.cells.find((cell) => cell.domain === 'logement')!;

describe('continuity from child welfare', () => {
  test.each(['orientation', 'convention', 'accompagnement-conjoint', 'reservation-places', 'mise-a-disposition'] as const)(
    '%s counts',
    (nature) => {
      const found = withTie(nature);
      expect(found.ties).toBe(1);
      expect(housing(found, 'CC Ouest')).toEqual({ domain: 'logement', level: 0, state: 'continue', actorIds: ['a-x'] });
    },
  );
  test.each(['cofinancement', 'portage', 'reseau', 'instance', 'echange-information'] as const)('%s alone does not', (nature) => {
    expect(withTie(nature).ties).toBe(0);
    expect(housing(withTie(nature), 'CC Ouest').state).toBe('liens-inconnus');
  });
  test('a tie ended, wished or deduced does not count', () => {
    for (const more of [{ status: 'termine' }, { status: 'souhaite' }, { stated: false }] as const)
      expect(withTie('convention', more).ties).toBe(0);
  });
  test('an offer in reach whose actors have no tie, where others have: a risk', () => {
    const c = analyse(
      diagnosisOf({
        actors: [actor('a-ase', { kind: 'protection-enfance' }), actor('a-x'), actor('a-y'), actor('a-z')],
        sites: [site('x', -1.9, '44001'), site('y', -1.9, '44001')],
        schemes: [scheme('x', ['logement']), scheme('y', ['logement'])],
        partnerships: [tie('a-z', 'a-ase', { nature: 'orientation' })],
      }),
      land,
    ).continuity;
    expect(housing(c, 'CC Ouest').state).toBe('sans-lien');
  });
  test('no offer: a risk, tie or not; no data: said so', () => {
    const far = analyse(
      diagnosisOf({
        actors: [actor('a-ase', { kind: 'conseil-departemental' }), actor('a-x')],
        partnerships: [tie('a-ase', 'a-x')],
      }),
      land,
    ).continuity;
    expect(housing(far, 'CC Est').state).toBe('sans-offre');
    const some = analyse(
      diagnosisOf({ actors: [actor('a-x')], sites: [site('x', -1.9, '44001')], schemes: [scheme('x', ['sante'])] }),
      land,
    ).continuity;
    const est = some.rows.find((r) => r.name === 'CC Est')!.cells.find((c) => c.domain === 'sante')!;
    expect([est.level, est.state]).toEqual([2, 'offre-insuffisante']);
    const silent = analyse(diagnosisOf({}, {}, []), land).continuity;
    expect(housing(silent, 'CC Est').state).toBe('donnees-absentes');
  });
  test('the whole département comes last', () => {
    expect(withTie(null).rows.map((r) => r.name)).toEqual(['CC Est', 'CC Ouest', 'Essai']);
  });
});
