import { describe, expect, test } from 'vitest';
import { emptyDiagnosis } from '../../src/document/diagnosis';
import { buildFiche } from '../../src/report/buildFiche';
import { buildReport } from '../../src/report/buildReport';
import { buildFicheFigure } from '../../src/report/ficheFigure';
import { lintReport } from '../../src/report/lint';
import type { Report } from '../../src/report/report';
import { sectionBuilders } from '../../src/report/sections';
import { en } from '../../src/text/en';
import { actor } from '../analysis/fixture';
import { allTexts, blocksOf, inputOf, smallDiagnosis } from './fixture';

const report = buildReport(inputOf());
const demonstration = inputOf({ ...smallDiagnosis, demonstration: true });
const tableOf = (r: Report, id: string) => blocksOf(r, 'table').find((t) => t.id === id)!;
const cellTexts = (r: Report, id: string) =>
  tableOf(r, id).rows.map((row) => row.map((c) => (typeof c === 'string' ? c : c.text)));

describe('the report as data', () => {
  test('golden, drawings left out', async () => {
    const shown = JSON.stringify(report, (key, value) => (key === 'scene' ? '…' : value), 1);
    await expect(`${shown}\n`).toMatchFileSnapshot('golden/report.json');
  });
  test.each([
    ['French', inputOf()],
    ['English', inputOf(undefined, { text: en })],
    ['of an empty inventory', inputOf(emptyDiagnosis('44', 'Vide'))],
    ['of the demonstration', demonstration],
  ])('%s: every section is there, nothing fails the lint', (_, input) => {
    const built = buildReport(input);
    expect(lintReport(built).ok).toBe(true);
    const first = built.sections.filter((s) => s.level === 1).map((s) => s.id);
    // Without a scheme there is no supply, no chain and nobody to introduce.
    const ifAny = (...ids: string[]) => (input.analysis.totals.schemes > 0 ? ids : []);
    expect(first).toEqual([
      'synthese',
      'obligations',
      'besoins-loi',
      ...input.analysis.domains.map((d) => `carte-${d}`),
      'besoins',
      ...ifAny('offre', 'continuite'),
      'changements',
      'reseau',
      ...ifAny('rapprochements'),
      'financements',
      'annuaire',
      'methode',
      'sources',
      'communes',
    ]);
    expect(sectionBuilders.map((s) => s.id)).toContain('cartes');
  });
  test('figures and tables are numbered from 1, in order', () => {
    expect(blocksOf(report, 'figure').map((f) => f.number)).toEqual([1, 2, 3, 4, 5]);
    expect(blocksOf(report, 'table').map((t) => t.number)).toEqual(blocksOf(report, 'table').map((_, i) => i + 1));
  });
  test('each figure names a table of the report that holds its values', () => {
    const ids = blocksOf(report, 'table').map((t) => t.id);
    for (const { figure } of blocksOf(report, 'figure')) expect(ids).toContain(figure.tableId);
  });
});

describe('what it says', () => {
  const texts = [...allTexts(report), ...allTexts(buildReport(demonstration)), ...allTexts(buildFiche(inputOf()))];
  test('no hole, no placeholder', () => {
    expect(texts.filter((t) => /undefined|NaN|null|\[object|Infinity/.test(t))).toEqual([]);
  });
  test('French typography: curled apostrophes, no-break spaces before high punctuation', () => {
    expect(texts.filter((t) => /\p{L}'\p{L}/u.test(t))).toEqual([]);
    expect(texts.filter((t) => / [;:!?»]/.test(t))).toEqual([]);
  });
  test('fair words only', () => {
    expect(texts.filter((t) => /désert|carence|défaillan|zone blanche|abandonn/i.test(t))).toEqual([]);
  });
  test('young people are those of the general population, and estimated', () => {
    const needs = report.sections.find((s) => s.id === 'synthese-besoins')!.blocks.find((b) => b.kind === 'list')!;
    for (const item of needs.kind === 'list' ? needs.items : []) {
      expect(item.join('')).toContain('population générale');
      expect(item.join('')).toContain('environ');
    }
  });
  test('rows read = kept + merged + refused, of every file', () => {
    for (const row of cellTexts(report, 'fichiers')) {
      const [read, kept, merged, refused] = row.slice(3).map(Number) as [number, number, number, number];
      expect(kept + merged + refused).toBe(read);
    }
    expect(cellTexts(report, 'fichiers')).toHaveLength(1);
  });
  test('constants and thresholds in force are printed', () => {
    expect(allTexts(report).some((t) => t.includes('× 1,3\u00a0à\u00a050\u00a0km/h, plus 2\u00a0min'))).toBe(true);
    expect(cellTexts(report, 'seuils')[1]).toEqual(['Logement, hébergement', '30\u00a0min', '45\u00a0min', '60\u00a0min']);
  });
});

describe('the matrix', () => {
  test('level, then the estimated people, the whole last', () => {
    const rows = cellTexts(report, 'matrice');
    expect(rows.map((r) => r[0])).toEqual(['CC Est', 'CC Ouest', 'Ensemble du département']);
    expect(tableOf(report, 'matrice').rows[0]![4]).toEqual({ level: 2, text: expect.stringMatching(/^2\u00a0·\u00a0\d+$/) });
  });
  test('no record and a begun census is a level; no census is a dash', () => {
    const bare = buildReport(inputOf(emptyDiagnosis('44', 'Vide')));
    expect(tableOf(bare, 'matrice').rows[0]!.slice(2)).toEqual(Array.from({ length: 4 }, () => ({ level: null, text: '–' })));
  });
});

describe('what cannot be read', () => {
  const said = (r: Report) => allTexts(r).filter((t) => t.startsWith('Données absentes, rien ne peut y être affirmé'));
  test('domains without data are named beside the needs, in the report and on the fiche', () => {
    const silent = inputOf({ ...smallDiagnosis, census: [] });
    expect(silent.analysis.units.every((u) => u.domains.mentorat!.level === null)).toBe(true);
    expect(said(buildReport(silent))[0]).toContain('Mentorat');
    expect(said(buildFiche(silent))[0]).toContain('Mentorat');
    expect(said(report)).toEqual([]);
  });
  test('an empty inventory is said in the singular and without « 0 fichier »', () => {
    const texts = allTexts(buildReport(inputOf(emptyDiagnosis('44', 'Vide'))));
    expect(texts.filter((t) => /(^|\s)[01]\s(acteurs|dispositifs|liens|fichiers|communes|besoins|ont)\b/.test(t))).toEqual([]);
    expect(texts.join(' ')).toContain('ne porte que sur le territoire');
  });
});

describe('the directory', () => {
  const rows = (r: Report) =>
    blocksOf(r, 'table')
      .filter((t) => t.id.startsWith('annuaire-'))
      .flatMap((t) => t.rows.map((row) => row.join(' | ')));
  test('every actor once', () => {
    expect(rows(report)).toHaveLength(smallDiagnosis.inventory.actors.length);
  });
  test('actors without domain or tie are listed while they are few; many are counted by kind, and none is lost', () => {
    const withMore = (count: number): Report => {
      const { inventory } = smallDiagnosis;
      const more = Array.from({ length: count }, (_, i) => actor(`m-${i}`, { kind: i % 3 ? 'commune' : 'ccas' }));
      return buildReport(inputOf({ ...smallDiagnosis, inventory: { ...inventory, actors: [...inventory.actors, ...more] } }));
    };
    const known = rows(report).length;
    expect(rows(withMore(60))).toHaveLength(known + 60);
    const many = withMore(150);
    const counted = /(\d+)\sautres acteurs.*\sCommune \((\d+)\), CCAS[^(]*\((\d+)\)/.exec(allTexts(many).join(' '))!;
    expect(Number(counted[1]) + rows(many).length).toBe(known + 150);
    expect([Number(counted[2]), Number(counted[3])]).toEqual([100, 50]);
  });
  test('what no source states is to be verified', () => {
    expect(rows(report).find((r) => r.includes('Œuvre'))).toContain('Point d’accueil – Emploi, 16-25\u00a0ans, à vérifier');
  });
  test('places are given at the commune, addresses never', () => {
    expect(rows(report).find((r) => r.startsWith('Foyer & Cie'))).toContain('| Delta |');
    expect(allTexts(report).filter((t) => t.includes('Secrète'))).toEqual([]);
  });
});

describe('the demonstration', () => {
  const shown = buildReport(demonstration);
  test('its notice stands on the cover, its short notice on every page', () => {
    expect(
      shown.cover.some((b) => b.kind === 'notice' && b.text.join('').includes('n’est pas un diagnostic du territoire')),
    ).toBe(true);
    expect(shown.meta.notice).toContain('Ce n’est pas un diagnostic.');
    expect(report.meta.notice).toBeUndefined();
  });
  test('its levels are stamped', () => {
    for (const { figure } of blocksOf(shown, 'figure'))
      expect(figure.scene.items.some((i) => i.kind === 'text' && i.text === 'illustration')).toBe(true);
    expect(tableOf(shown, 'matrice').title).toContain('(illustration)');
    expect(blocksOf(report, 'figure')[0]!.figure.scene.items.some((i) => i.kind === 'text' && i.text === 'illustration')).toBe(
      false,
    );
  });
});

describe('the fiche', () => {
  test('one page: maps, matrix, at most five sentences, sources', () => {
    const fiche = buildFiche(inputOf());
    expect(fiche.meta.format).toBe('fiche');
    expect(lintReport(fiche).ok).toBe(true);
    const [needs] = blocksOf(fiche, 'list');
    expect(needs!.items.length).toBeGreaterThan(0);
    expect(needs!.items.length).toBeLessThanOrEqual(5);
    expect(blocksOf(fiche, 'figure')).toHaveLength(1);
  });
  test('as a drawing it stays on its page', () => {
    const { scene } = buildFicheFigure(demonstration);
    for (const item of scene.items) if (item.kind === 'text') expect(item.y).toBeLessThan(scene.height);
    expect(scene.items.some((i) => i.kind === 'text' && i.text === 'illustration')).toBe(true);
  });
});
