import { beforeAll, describe, expect, test } from 'vitest';
import { firstView } from '../../src/state/view';
import { fr } from '../../src/text/fr';
import { panesOf, subtitleOf, titleOf } from '../../src/views/map/panes';
import { openedDemonstration } from './fixture';

let demo: Awaited<ReturnType<typeof openedDemonstration>>;
beforeAll(async () => {
  demo = await openedDemonstration();
});
const panes = (beside: 'emploi' | null) =>
  panesOf({ ...demo, compared: null, view: { ...firstView, domain: 'logement', beside } }, fr).panes;
const plain = (words: string) => words.replaceAll(/\s/g, ' ');
const placesIn = (domain: 'logement' | 'emploi') =>
  new Set(demo.analysis.placed.filter((p) => p.domains.includes(domain)).map((p) => p.siteId)).size;

describe('words over the map', () => {
  test('one domain: in full', () => {
    const { totals } = demo.analysis;
    const unplaced = totals.byDomain.logement!.schemes - totals.byDomain.logement!.placed;
    expect(titleOf(panes(null), demo.territory, fr)).toContain('Logement, hébergement : ');
    expect(plain(subtitleOf(panes(null), demo.territory, fr))).toBe(
      `207 communes · ${placesIn('logement')} lieux placés · ${unplaced} dispositifs du domaine sans position, hors de la carte`,
    );
  });
  test('two domains: each counted, the title short', () => {
    expect(titleOf(panes('emploi'), demo.territory, fr)).toMatch(/^Logement et Emploi : /);
    const [, housing, work] = plain(subtitleOf(panes('emploi'), demo.territory, fr)).split(' · ');
    expect(housing).toMatch(new RegExp(`^Logement : ${placesIn('logement')} lieux placés, \\d+ dispositifs sans position$`));
    expect(work).toMatch(new RegExp(`^Emploi : ${placesIn('emploi')} lieux placés, \\d+ dispositifs sans position$`));
  });
});
