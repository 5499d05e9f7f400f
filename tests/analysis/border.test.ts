import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse';
import { gapProof } from '../../src/sentences/gaps';
import { buildTerritory } from '../../src/territory/territory';
import { fr } from '../../src/text/fr';
import { smallFile } from '../territory/fixture';
import { actor, diagnosisOf, scheme, site } from './fixture';

/** The four communes of the fixture, and one of another département 0.05° west of Alpha (about 3.8 km). */
const land = {
  ...buildTerritory(smallFile),
  border: [{ code: '85001', name: 'Foxtrot', lon: -1.95, lat: 47, postcodes: ['85100'], epci: null }],
};
const inDelta = {
  actors: [actor('a-x')],
  sites: [site('x', -1.6, '44004')],
  schemes: [scheme('x', ['logement'])],
};

describe('border effect', () => {
  test('flagged where a silent département is nearer than the nearest known place', () => {
    const { communes } = analyse(diagnosisOf(inDelta), land);
    // Alpha: 3.79 km to Foxtrot against 22.8 km to Delta; Delta has its own place.
    expect(communes[0]!.domains.logement!.border).toMatchObject({ departements: ['85'] });
    expect(communes[0]!.domains.logement!.border!.minutes).toBeCloseTo((60 * 1.3 * 3.79) / 50 + 2, 1);
    expect(communes[3]!.domains.logement!.border).toBeNull();
  });
  test('no more once a place of the domain is loaded there', () => {
    const beyond = diagnosisOf({
      ...inDelta,
      actors: [...inDelta.actors, actor('a-y')],
      sites: [...inDelta.sites, { ...site('y', -1.95, '85001'), neighbour: true as const }],
      schemes: [...inDelta.schemes, scheme('y', ['logement'])],
    });
    const { communes } = analyse(beyond, land);
    expect(communes[0]!.domains.logement!.border).toBeNull();
    expect(communes[0]!.domains.logement!.minutes).toBeLessThan(10);
  });
  test('said in the proof of a need, with how many communes', () => {
    const d = diagnosisOf(inDelta);
    const strict = { ...d, settings: { ...d.settings, thresholds: { ...d.settings.thresholds, logement: [1, 2, 3] as const } } };
    const analysis = analyse(strict, land);
    const gap = analysis.gaps.find((g) => g.domain === 'logement' && g.territory.name === 'CC Ouest')!;
    expect(gapProof(gap, analysis, fr).join('\n')).toMatch(/Effet de bord\s: 2 des 2 communes concernées .* \(85\)/u);
  });
});
