import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse';
import { robustnessRuns, shareOfRuns, sturdinessOf } from '../../src/analysis/robustness';
import type { Settings } from '../../src/document/diagnosis';
import { gapProof, gapSentence } from '../../src/sentences/gaps';
import { buildTerritory } from '../../src/territory/territory';
import { fr } from '../../src/text/fr';
import { smallFile } from '../territory/fixture';
import { actor, diagnosisOf, scheme, site } from './fixture';

const land = buildTerritory(smallFile);
const inventory = { actors: [actor('a-x')], sites: [site('x', -1.6, '44004')], schemes: [scheme('x', ['logement'])] };
const thresholdsOf = (t: number): Partial<Settings> => ({
  thresholds: { ...diagnosisOf({}).settings.thresholds, logement: [t / 2, t, 2 * t] },
});

describe('robustness in presence mode', () => {
  test('by hand: 22 min against 20 min, 2 min of access', () => {
    // Beyond the access: 25, 20 and 16.67 min; with it 27, 22 and 18.67; thresholds 15, 20 and 25.
    expect(shareOfRuns(22, [10, 20, 30], { accessMinutes: 2 })).toBeCloseTo(6 / 9, 12);
    expect(shareOfRuns(null, [10, 20, 30], { accessMinutes: 2 })).toBe(1);
    expect([1, 0.8, 0.79, 0.2, 0.19].map(sturdinessOf)).toEqual(['robuste', 'robuste', 'sensible', 'sensible', 'isolee']);
  });
  test('the same as computing each run again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 40 }), (t) => {
        const { communes } = analyse(diagnosisOf(inventory, thresholdsOf(t)), land);
        const counts = communes.map(() => 0);
        for (const speed of [0.8, 1, 1.2])
          for (const scale of [0.75, 1, 1.25]) {
            const run = analyse(diagnosisOf(inventory, { ...thresholdsOf(t * scale), speedKmh: 50 * speed }), land);
            run.communes.forEach((c, i) => {
              if ((c.domains.logement!.level ?? 0) >= 2) counts[i]! += 1;
            });
          }
        return communes.every((c, i) => Math.abs(c.domains.logement!.robustness! - counts[i]! / robustnessRuns) < 1e-12);
      }),
      { numRuns: 30 },
    );
  });
  test('said in the sentence, with the partners to examine', () => {
    const analysis = analyse(diagnosisOf(inventory, thresholdsOf(2)), land);
    const gap = analysis.gaps.find((g) => g.id === 'logement:200000001')!;
    expect(gap.robustness).toEqual({ share: 1, verdict: 'robuste' });
    expect(gapSentence(gap, analysis, fr)).toMatch(/Constat robuste\.$/);
    expect(gapProof(gap, analysis, fr).at(-1)).toMatch(/^Partenaires à examiner.*Acteur a-x/);
  });
});

test('three coverages of a unit: eligible by zone, present by its sites, accessible by time', () => {
  const zoned = { ...inventory, schemes: [scheme('x', ['logement'], { zone: ['44004', '44003'] })] };
  const { units } = analyse(diagnosisOf(zoned, thresholdsOf(30)), land);
  const of = (name: string) => units.find((u) => u.name === name)!.domains.logement!;
  // Charlie (300) is 15 min away, Delta (400) has the site; Alpha and Bravo are out of the zone.
  expect([of('CC Est').coverage, of('CC Est').records]).toEqual([{ eligible: 1, accessible: 1 }, 1]);
  expect([of('CC Ouest').coverage, of('CC Ouest').records]).toEqual([{ eligible: 0, accessible: 0 }, 0]);
});
