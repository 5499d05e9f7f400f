import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { journalName } from '../../scripts/cli/batch';
import { type ReportFlags, readReportRequest } from '../../scripts/cli/report';
import { apply } from '../../src/document/commands';
import { emptyDiagnosis } from '../../src/document/diagnosis';
import { coverKeys } from '../../src/document/reportNotes';
import { packProject } from '../../src/storage/projectFile';
import { importAll } from '../import/fixture';
import { loadTerritory } from '../territory/fixture';

const folder = mkdtempSync(join(tmpdir(), 'maillage-report-'));
const at = (name: string) => join(folder, name);
const write = (name: string, content: string | Uint8Array) => {
  writeFileSync(at(name), content);
  return at(name);
};
const report = (...args: string[]) => {
  const all = ['--import', 'tsx', 'scripts/maillage.ts', 'report', ...args, '--departement', '90', '--date', '2026-11-22'];
  const r = spawnSync(process.execPath, all, { encoding: 'utf8' });
  return { code: r.status, out: r.stdout, err: r.stderr };
};
const names = (path: string) => readdirSync(path).sort();

const csv = 'nom;commune;domaine\nFoyer du Lion;Belfort;logement\nMission locale;Delle;emploi\n';
const inventory = write('inventaire.csv', csv);
/** The three intercommunalités of the Territoire de Belfort. */
const units = [
  ['200069052', 'Grand Belfort'],
  ['200069060', 'Vosges du Sud'],
  ['249000241', 'Sud Territoire'],
] as const;
const fileOf = (code: string) => `maillage-90-collectivite-${code}.html`;

describe('maillage report, one file per territory', () => {
  const out = at('dossier');
  const batch = (path = inventory) =>
    report(path, '--reading', 'collectivite', '--format', 'html', '--mesh', 'all', '--out', out);
  const textOf = (name: string) => readFileSync(join(out, name), 'utf8');
  const titleOf = (name: string) => /<title>(.*)<\/title>/.exec(textOf(name))?.[1];
  const steps = (err: string) => err.trim().split('\n');
  test('each unit in a file of its own, told as it goes', () => {
    const { code, out: said, err } = batch();
    expect([code, err]).toEqual([0, expect.any(String)]);
    expect(steps(err)).toEqual(units.map(([unit], i) => `${i + 1}/3 : ${fileOf(unit)}`));
    expect(said).toContain('3 fichiers écrits');
    expect(names(out)).toEqual([...units.map(([unit]) => fileOf(unit)), journalName].sort());
    for (const [unit, name] of units) {
      expect(titleOf(fileOf(unit))).toContain(name);
    }
  });
  test('again, one being deleted: that one alone is made', () => {
    writeFileSync(join(out, fileOf(units[0][0])), 'témoin');
    rmSync(join(out, fileOf(units[1][0])));
    const { code, out: said, err } = batch();
    expect(code).toBe(0);
    expect(steps(err).map((line) => line.endsWith('déjà fait'))).toEqual([true, false, true]);
    expect(said).toContain('1 fichier écrit, 2 déjà faits');
    expect(textOf(fileOf(units[0][0]))).toBe('témoin');
    expect(titleOf(fileOf(units[1][0]))).toContain('Vosges du Sud');
  });
  test('another inventory: all are made again', () => {
    write('inventaire.csv', `${csv}Mentors;Delle;mentorat\n`);
    const { code, out: said } = batch();
    expect([code, said]).toEqual([0, expect.stringContaining('3 fichiers écrits.')]);
    expect(titleOf(fileOf(units[0][0]))).toContain('Grand Belfort');
    expect(textOf(fileOf(units[2][0])).includes('Mentors')).toBe(true);
  });
  test('a unit that fails is named with its reason, the others are made, and the exit code is 1', () => {
    write('inventaire.csv', `${csv}Centre;Belfort;sante\n`);
    rmSync(join(out, fileOf(units[1][0])));
    mkdirSync(join(out, fileOf(units[1][0])));
    const { code, err, out: said } = batch();
    expect(code).toBe(1);
    expect(said).toContain('2 fichiers écrits.');
    expect(err).toMatch(/1 document manque :\n- .*Vosges du Sud \(200069060\) : un dossier porte déjà ce nom/);
    expect(names(out).filter((name) => name.endsWith('.part'))).toEqual([]);
    rmdirSync(join(out, fileOf(units[1][0])));
    expect(batch()).toMatchObject({ code: 0, out: expect.stringContaining('1 fichier écrit, 2 déjà faits') });
  });
});

describe('maillage report, one file', () => {
  test('a unit, a reading, a sheet on its side: what they change is in the file', () => {
    const path = at('belfort.html');
    const args = ['--reading', 'reseau', '--mesh', '200069052', '--landscape', '--out', path];
    expect(report(inventory, ...args)).toMatchObject({ code: 0, out: expect.stringContaining('belfort.html » écrit (') });
    const html = readFileSync(path, 'utf8');
    expect(/@page\{(.*?);/.exec(html)![1]).toBe('size:A4 landscape');
    expect(/<title>(.*)<\/title>/.exec(html)![1]).toContain('Grand Belfort');
    expect([html.includes('Foyer du Lion'), html.includes('Mission locale')]).toEqual([true, false]);
  });
  test('into a folder, under its own name', () => {
    mkdirSync(at('existant'));
    expect(report(inventory, '--format', 'html', '--out', at('existant')).code).toBe(0);
    expect(report(inventory, '--format', 'html', '--out', `${at('nouveau')}/`, '--reading', 'public').code).toBe(0);
    expect(names(at('existant'))).toEqual(['maillage-90-commission.html', journalName]);
    expect(names(at('nouveau'))).toEqual(['maillage-90-public.html', journalName]);
  });
  test('the PDF without more words, and the one-page sheet', () => {
    const header = (name: string) => readFileSync(at(name), 'latin1').slice(0, 5);
    expect(report(inventory, '--out', at('rapport.pdf')).code).toBe(0);
    expect(report(inventory, '--fiche', '--out', at('fiche.pdf')).code).toBe(0);
    expect([header('rapport.pdf'), header('fiche.pdf')]).toEqual(['%PDF-', '%PDF-']);
    expect(existsSync(`${at('fiche.pdf')}.part`)).toBe(false);
  });
  test('pages as pictures, numbered', () => {
    expect(report(inventory, '--fiche', '--format', 'png', '--out', at('pages')).code).toBe(0);
    expect(names(at('pages'))).toEqual(['maillage-90-fiche-page-001.png', journalName]);
    const png = readFileSync(join(at('pages'), 'maillage-90-fiche-page-001.png'));
    expect([png.toString('latin1', 1, 4), png.readUInt32BE(16)]).toEqual(['PNG', Math.round((595.28 * 150) / 72)]);
  });
});

describe('a project as input', () => {
  const territory = loadTerritory('90');
  const project = async () => {
    const { commandFrom } = await import('../../src/import/accept');
    const draft = await importAll({ 'a.csv': csv }, { territory });
    const read = apply(emptyDiagnosis('90', 'Territoire de Belfort'), commandFrom(draft, '2026-11-22'));
    const own = { reading: 'commission', key: coverKeys.foreword, text: 'Propos du Département.', of: '' } as const;
    const choice = { reading: 'commission', sections: ['methode', 'synthese'] } as const;
    const written = apply(apply(read, { type: 'writeText', ...own }), { type: 'setReading', choice });
    return new Uint8Array(await (await packProject(written)).arrayBuffer());
  };
  test('its texts and the order of its sections are those of the report', async () => {
    const path = write('belfort.maillage', await project());
    const out = at('projet.html');
    expect(report(path, '--out', out)).toMatchObject({ code: 0, err: '' });
    const html = readFileSync(out, 'utf8');
    expect(html.includes('Propos du Département.')).toBe(true);
    expect([...html.matchAll(/<h2>(.*?)<\/h2>/g)].map((m) => m[1])).toEqual(['Méthode', 'Synthèse']);
  });
  test.each([
    ['with another file', ['belfort.maillage', 'inventaire.csv'], 'belfort.maillage » est un projet : donnez-le seul'],
    ['that is not one', ['faux.maillage'], "« faux.maillage » n'est pas un projet Maillage"],
  ])('%s is refused', (_, files, sentence) => {
    write('faux.maillage', 'nom;commune\n');
    const { code, err } = report(...files.map(at), '--out', at('x.pdf'));
    expect([code, err]).toEqual([2, expect.stringContaining(sentence)]);
  });
  test('of another département is refused, with the one to ask', () => {
    const args = ['scripts/maillage.ts', 'report', at('belfort.maillage'), '--departement', '44', '--out', at('x.pdf')];
    const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', ...args], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([2, expect.stringContaining('porte sur le département 90 : --departement 90')]);
  });
});

describe('what is not understood is said in French, with what is allowed', () => {
  test.each<[string, ReportFlags, string]>([
    ['no place to write', {}, '--out'],
    [
      'a reading',
      { reading: 'maire', out: 'x.pdf' },
      "« maire » n'est pas une lecture (commission, collectivite, fondation, reseau, public)",
    ],
    ['a format', { format: 'odt', out: 'x/' }, "« odt » n'est pas un format (pdf, html, png)"],
    [
      'a format that is not that of the name',
      { format: 'html', out: 'x.pdf' },
      'finit par .pdf, mais le format demandé est html',
    ],
    ['pages in one file', { format: 'png', out: 'x.png' }, '--out nomme un dossier'],
    ['all the units in one file', { mesh: 'all', out: 'x.pdf' }, 'Avec --mesh all'],
    ['a sheet with a reading', { fiche: true, reading: 'public', out: 'x.pdf' }, 'ne se combine pas avec --reading'],
    ['a sheet of a unit', { fiche: true, mesh: 'all', out: 'x/' }, 'ne se combine pas avec --mesh'],
    ['a booklet on its side', { reading: 'public', landscape: true, out: 'x.pdf' }, 'en A5'],
  ])('%s', (_, flags, sentence) => {
    expect(() => readReportRequest(flags)).toThrow(sentence);
  });
  test.each<[ReportFlags, object]>([
    [{ out: 'x.HTM' }, { format: 'html', isFolder: false, kind: 'commission', mesh: null }],
    [{ out: 'x' }, { format: 'pdf', isFolder: true }],
    [{ out: 'x.pdf/' }, { format: 'pdf', isFolder: true }],
    [{ out: 'x/' }, { format: 'pdf', isFolder: true }],
    [
      { out: 'x', mesh: 'all' },
      { isFolder: true, mesh: 'all' },
    ],
    [
      { out: 'src', format: 'html' },
      { format: 'html', isFolder: true },
    ],
    [
      { out: 'x', format: 'png', reading: 'reseau' },
      { format: 'png', isFolder: true, kind: 'reseau' },
    ],
  ])('%j is read', (flags, request) => {
    expect(readReportRequest(flags)).toMatchObject(request);
  });
  test('a unit that is not of the territory: those that are', () => {
    const { code, err } = report(inventory, '--mesh', '244400404', '--out', at('x.pdf'));
    expect(code).toBe(2);
    expect(err).toContain("« 244400404 » n'est pas le code d'un territoire de lecture");
    for (const [unit] of units) expect(err).toContain(unit);
  });
  test('a folder that does not exist for one file', () => {
    const { code, err } = report(inventory, '--out', at('absent/x.pdf'));
    expect([code, err]).toEqual([2, expect.stringContaining("Impossible d'écrire")]);
  });
});
