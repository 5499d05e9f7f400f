import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { inventFiles } from '../../scripts/data/fictif/files';
import { natures } from '../../src/model/lists';
import { normalise } from '../../src/model/words';
import { buildFiche } from '../../src/report/buildFiche';
import { buildReport } from '../../src/report/buildReport';
import { noticeOf } from '../../src/sentences/notice';
import { departements, findDepartement, findOpenable } from '../../src/territory/departements';
import { en } from '../../src/text/en';
import { fr } from '../../src/text/fr';
import { readTerritoryFile } from '../territory/fixture';
import { openedFictional } from '../views/fixture';

let shown: Awaited<ReturnType<typeof openedFictional>>;
beforeAll(async () => {
  shown = await openedFictional();
});

describe('the fictional département', () => {
  test('is written by its script, the same at each run', () => {
    const files = Object.entries(inventFiles());
    expect(files).toHaveLength(5);
    for (const [name, text] of files) expect(readFileSync(`data/demonstration/00/${name}`, 'utf8') === text, name).toBe(true);
  });
  test('is no département, and opens all the same', () => {
    expect(findDepartement('00')).toBeNull();
    expect(findOpenable('00')?.name).toBe('Val-Fictif');
    expect(findOpenable('44')?.name).toBe('Loire-Atlantique');
  });
  test('has no name of a real commune, old or new, or of a real group', () => {
    const real = new Set(
      departements.flatMap(({ code }) => {
        const { communes, former, epci, ept } = readTerritoryFile(code);
        return [...communes.name, ...[...former, ...epci, ...ept].map(([, name]) => name)].map(normalise);
      }),
    );
    const { communes, epci } = shown.territory;
    const names = [...communes, ...epci].map((c) => c.name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => real.has(normalise(name)))).toEqual([]);
  });
  test('says so in the name of each of its actors, and has no identifier', () => {
    const { actors } = shown.diagnosis.inventory;
    expect(actors.filter((a) => !/ficti(f|ve)/i.test(a.name)).map((a) => a.name)).toEqual([]);
    expect(actors.filter((a) => a.siren || a.siret || a.rna || a.finess)).toEqual([]);
  });
  test('is near nothing: no border zone, no border effect', () => {
    expect(shown.territory.border).toEqual([]);
    const effects = shown.analysis.communes.flatMap((c) => Object.values(c.domains).map((d) => d.border));
    expect(effects.filter((b) => b !== null)).toEqual([]);
  });
});

describe('its inventory', () => {
  test('is read whole, without a remark but on protected places', () => {
    expect(shown.draft.files.map((f) => f.rows.refused + f.rows.merged)).toEqual([0, 0, 0, 0]);
    expect(new Set(shown.draft.files.flatMap((f) => f.issues.map((i) => i.code)))).toEqual(new Set(['lieux-proteges']));
  });
  test('shows both ways of reading, undetermined communes and every state of continuity but one', () => {
    const { access, communes, continuity } = shown.analysis;
    expect(Object.entries(access).map(([d, a]) => [d, a.mode])).toEqual([
      ['sante', 'presence'],
      ['logement', 'capacite'],
      ['emploi', 'capacite'],
      ['mentorat', 'capacite'],
    ]);
    expect(communes.filter((c) => c.domains.logement?.range).length).toBeGreaterThan(5);
    const states = new Set(continuity.rows.flatMap((r) => r.cells.map((c) => c.state)));
    // « liens-inconnus » is said of inventories without any tie of the kind.
    expect([...states].sort()).toEqual([
      'continue',
      'donnees-absentes',
      'indetermine',
      'offre-insuffisante',
      'sans-lien',
      'sans-offre',
    ]);
    // What unknown places leave open is never said to go on.
    for (const { code, cells } of continuity.rows)
      for (const { domain, state } of cells) {
        const unit = shown.analysis.units.find((u) => u.code === code) ?? shown.analysis.whole;
        if ((unit.domains[domain]!.range?.[1] ?? 0) >= 2) expect(state).not.toBe('continue');
      }
  });
  test('has ties of every nature', () => {
    const used = new Set(shown.diagnosis.inventory.partnerships.map((p) => p.nature));
    expect(natures.filter((n) => !used.has(n))).toEqual([]);
  });
});

describe.each([
  ['fr', fr, 'fictif', 'données inventées'],
  ['en', en, 'fictional', 'invented data'],
] as const)('what is said of it (%s)', (_, text, word, stamp) => {
  test('cover, footer, figures, tables and sources', () => {
    const { diagnosis, analysis, territory } = shown;
    const input = { diagnosis, analysis, territory, text, date: '2026-11-22' };
    const report = buildReport(input);
    expect(report.meta.subtitle).toContain(word);
    expect(report.meta.notice?.toLowerCase()).toContain(word);
    const blocks = report.sections.flatMap((s) => s.blocks);
    const figures = blocks.filter((b) => b.kind === 'figure');
    expect(figures.length).toBeGreaterThan(3);
    for (const { figure } of figures) {
      expect(figure.scene.items.some((i) => i.kind === 'text' && i.text.includes(stamp))).toBe(true);
      expect(figure.source).not.toContain('Insee');
    }
    const tables = blocks.filter((b) => b.kind === 'table');
    expect(tables.find((t) => t.id === 'matrice')!.title).toContain(stamp);
    expect(JSON.stringify(tables.find((t) => t.id === 'territoire')!.rows)).not.toMatch(/Insee|IGN|Etalab/);
    expect(buildFiche(input).meta.title).toContain(word);
  });
  test('even once it holds what the user has added', () => {
    const own = { demonstration: false, departement: '00' };
    expect(noticeOf(own, text)?.stamp).toContain(stamp);
    expect(noticeOf({ ...own, departement: '44' }, text)).toBeNull();
    expect(noticeOf({ demonstration: true, departement: '44' }, text)?.stamp).toBe('illustration');
  });
});
