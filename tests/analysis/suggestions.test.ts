import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse';
import { suggestTies } from '../../src/analysis/suggestions';
import { apply } from '../../src/document/commands';
import type { Diagnosis } from '../../src/document/diagnosis';
import type { Inventory } from '../../src/model/inventory';
import { buildTerritory } from '../../src/territory/territory';
import { smallFile } from '../territory/fixture';
import { actor, diagnosisOf, scheme, site, tie } from './fixture';

const territory = buildTerritory(smallFile);
const suggest = (d: Diagnosis) => suggestTies(d, analyse(d, territory), territory);

/**
 * Health at A reaches A, B, C (100 + 200 + 300 young people, 30 min); housing east of D reaches C and D (300 + 400,
 * 45 min). Level 2 or 3: health at D; housing at A and B.
 */
const inventory: Partial<Inventory> = {
  actors: ['a-x', 'a-y', 'm'].map((id) => actor(id)),
  sites: [site('x', -1.9, '44001'), site('y', -1.4, '44004')],
  schemes: [scheme('x', ['sante']), scheme('y', ['logement'])],
  partnerships: [tie('a-x', 'm'), tie('a-y', 'm')],
};

describe('pairs to introduce', () => {
  test('the four terms, by hand', () => {
    const [pair, ...others] = suggest(diagnosisOf(inventory));
    expect(others).toEqual([]);
    expect(pair).toMatchObject({ key: 'lien:a-x~~a-y', a: 'a-x', b: 'a-y', young: 300, concerned: 700, commonPartner: 'm' });
    // Shared: C. Of 1 000 reached by one or the other, 700 lack one of the two. The only common partner is the best there is.
    expect(pair!.terms).toEqual({ territory: 300 / 600, complementarity: 1, need: 700 / 1000, feasibility: 1 });
    expect(pair!.score).toBeCloseTo(0.35, 12);
    // 400 lack health (D), 300 housing (A, B); most of them live in the east.
    expect(pair!.domains).toEqual(['sante', 'logement']);
    expect(pair!.unitCode).toBe('200000002');
  });
  test('no common partner: half as feasible', () => {
    const [pair] = suggest(diagnosisOf({ ...inventory, partnerships: [] }));
    expect(pair).toMatchObject({ commonPartner: null, terms: { feasibility: 0.5 } });
  });
  test.each([
    ['tied', { partnerships: [tie('a-y', 'a-x')] }],
    ['wished already', { partnerships: [tie('a-y', 'a-x', { status: 'souhaite' as const })] }],
    ['of one legal entity', { actors: [actor('a-x', { siren: '123456782' }), actor('a-y', { siret: '12345678200010' })] }],
    ['of the same domain', { schemes: [scheme('x', ['sante']), scheme('y', ['sante'])] }],
    ['closed', { schemes: [scheme('x', ['sante']), scheme('y', ['logement'], { closed: true })] }],
    ['too far apart to share anybody', { sites: [site('x', -1.9, '44001'), site('y', -1.2, '44004')] }],
  ])('not proposed: %s', (_, more) => {
    expect(suggest(diagnosisOf({ ...inventory, ...more }))).toEqual([]);
  });
  test('a tie that ended may be proposed again; one set aside is not, until it is taken up', () => {
    const ended = diagnosisOf({ ...inventory, partnerships: [tie('a-y', 'a-x', { status: 'termine' })] });
    expect(suggest(ended)).toHaveLength(1);
    const aside = apply(ended, { type: 'setAside', key: 'lien:a-x~~a-y', on: '2026-11-22T10:00:00Z' });
    expect(suggest(aside)).toEqual([]);
    expect(suggest(apply(aside, { type: 'takeUp', key: 'lien:a-x~~a-y' }))).toHaveLength(1);
  });
  test('what a zone declares counts where there is no place', () => {
    const zoned = { schemes: [scheme('x', ['sante']), scheme('y', ['logement'], { siteIds: [], zone: ['200000002'] })] };
    const [pair] = suggest(diagnosisOf({ ...inventory, ...zoned }));
    expect(pair).toMatchObject({ young: 300, terms: { territory: 0.5 } });
  });
  test('at most two with the same actor', () => {
    const ids = ['y', 'z', 'v', 'w'];
    const many = {
      actors: ['a-x', ...ids.map((id) => `a-${id}`)].map((id) => actor(id)),
      sites: [site('x', -1.9, '44001'), ...ids.map((id) => site(id, -1.4, '44004'))],
      schemes: [scheme('x', ['sante']), ...ids.map((id) => scheme(id, ['logement']))],
      partnerships: [],
    };
    expect(suggest(diagnosisOf(many)).map((s) => s.key)).toEqual(['lien:a-v~~a-x', 'lien:a-w~~a-x']);
  });
});
