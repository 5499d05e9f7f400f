import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse';
import { apply } from '../../src/document/commands';
import { type Diagnosis, emptyDiagnosis } from '../../src/document/diagnosis';
import { decodeProject, encodeProject } from '../../src/document/projectFile';
import { diagnosticJson } from '../../src/export/diagnostic';
import { commandFrom, figuresOf } from '../../src/import/accept';
import { sectorCode } from '../../src/model/territory';
import { buildReport } from '../../src/report/buildReport';
import { tailor } from '../../src/territory/tailor';
import { buildTerritory } from '../../src/territory/territory';
import { en } from '../../src/text/en';
import { fr } from '../../src/text/fr';
import { loadTerritory, smallFile } from '../territory/fixture';
import { importAll, importOne } from './fixture';

const small = buildTerritory(smallFile);
const readSmall = (content: string) => importOne(content, { territory: small });

describe('INSEE figures of the 18-24, by commune', () => {
  test('the file of INSEE is known by its columns; the year is that of the census', async () => {
    const { draft, report } = await readSmall(
      'CODGEO;P22_POP;P22_POP1824\n44001;1000;81.5\n44002;2000;190,25\n44003;3000;310\n49007;150000;21000\n',
    );
    expect(report).toMatchObject({ records: 'population', rows: { read: 4, kept: 3, merged: 0, refused: 1 } });
    expect(draft.youngPopulation).toEqual({
      source: 'Insee, recensement de la population (P22_POP1824)',
      year: 2022,
      file: 'essai.csv',
      byCommune: { '44001': 81.5, '44002': 190.25, '44003': 310 },
    });
  });
  test('former communes, arrondissements and IRIS add up; a figure of the whole commune stands', async () => {
    const former = await readSmall('CODGEO;P21_POP1824\n44001;80\n44005;20\n44003;5\n');
    expect(former.draft.youngPopulation?.byCommune).toEqual({ '44001': 80, '44003': 5 });
    const parts = await readSmall('IRIS;COM;P21_POP1824\n440010101;44001;30\n440010102;44001;12,5\n440010102;44001;12,5\n');
    expect(parts.draft.youngPopulation?.byCommune).toEqual({ '44001': 42.5 });
    expect(parts.report.rows).toEqual({ read: 3, kept: 2, merged: 1, refused: 0 });
    const paris = await importOne('CODGEO;P22_POP1824\n75101;1500\n75120;20000\n', { territory: loadTerritory('75') });
    expect(paris.draft.youngPopulation?.byCommune).toEqual({ '75056': 21500 });
  });
  test('a national file: rows of other départements are one remark, each among the refused rows', async () => {
    const others = [...Array(40).keys()].map((i) => `75${String(i + 101)};${i}`);
    const { report } = await readSmall(`CODGEO;P22_POP1824\n44001;10\n${others.join('\n')}\n44999;3\n`);
    expect(report.rows).toEqual({ read: 42, kept: 1, merged: 0, refused: 41 });
    expect(report.issues.map((i) => [i.code, i.row, i.details['nombre']])).toEqual([
      ['commune-inconnue', 43, undefined],
      ['autre-departement', null, '40'],
    ]);
    expect(report.refusedRows).toHaveLength(41);
    const [first] = report.refusedRows;
    expect(first).toMatchObject({ row: 3, issue: { code: 'autre-departement', row: 3, column: 'CODGEO' } });
    expect(fr.import.issues['autre-departement']!(report.issues[1]!.details)).toMatch(/^40 lignes d'autres départements/);
    expect(fr.import.issues['autre-departement']!(first!.issue.details)).toMatch(/^« 75101 » est dans un autre département/);
  });
  test('an unreadable figure refuses its row, with line and column', async () => {
    const { report } = await readSmall('CODGEO;P22_POP1824\n44001;s\n44002;10\n');
    expect(report.issues).toMatchObject([{ code: 'nombre-illisible', severity: 'refused', row: 2, column: 'P22_POP1824' }]);
  });
  test('takes the place of the estimate, commune by commune, and says which lack a figure', async () => {
    const { draft } = await readSmall('CODGEO;P22_POP1824\n44001;50\n44002;70\n44003;90\n');
    const d = apply(emptyDiagnosis('44', 'Essai'), commandFrom(draft, '2026-11-22'));
    const land = tailor(small, d);
    expect(land.communes.map((c) => c.young)).toEqual([50, 70, 90, small.communes[3]!.young]);
    expect(land.youngFrom).toEqual({ source: 'Insee, recensement de la population (P22_POP1824)', year: 2022, lacking: 1 });
    expect(analyse(d, land).whole.young).toBeCloseTo(50 + 70 + 90 + 400);
    expect(tailor(small, emptyDiagnosis('44', 'Essai'))).toBe(small);
    const withoutFile = apply(d, { type: 'removeFile', name: 'essai.csv' });
    expect(withoutFile.youngPopulation).toBeUndefined();
  });
});

describe('what a file without records gives is told', () => {
  const countsOf = async (files: Record<string, string>) => {
    const draft = await importAll(files, { territory: small });
    const { actors, schemes, partnerships } = draft.inventory;
    return {
      actors: actors.length,
      schemes: schemes.length,
      partnerships: partnerships.length,
      figures: figuresOf(draft),
    };
  };
  const plain = (sentence: string) => sentence.replaceAll('\u00a0', ' ');
  test.each([
    [
      'CODGEO;P22_POP1824\n44001;1\n44002;2\n',
      "2 communes auront un chiffre de l'Insee.",
      "2 communes ont maintenant un chiffre de l'Insee.",
    ],
    [
      'territoire;jeunes_ase;jeunes_pjj\nCC Ouest;34;7\n',
      "À ajouter : 2 nombres de jeunes de l'ASE ou de la PJJ.",
      "Ajoutés depuis 1 fichier : 2 nombres de jeunes de l'ASE ou de la PJJ.",
    ],
    ['code_insee;secteur\n44001;Nord\n', 'À ajouter : 1 secteur.', 'Ajoutés depuis 1 fichier : 1 secteur.'],
    [
      'nom;commune\nA;44001\n',
      'À ajouter : 1 acteur, 1 dispositif, 0 lien.',
      'Ajoutés depuis 1 fichier : 1 acteur, 1 dispositif, 0 lien.',
    ],
  ])('%j', async (content, before, after) => {
    const counts = await countsOf({ 'a.csv': content });
    expect(plain(fr.ui.inventory.draftCounts(counts))).toBe(before);
    expect(plain(fr.ui.said.added(1, counts))).toBe(after);
  });
  test('beside records, both; in English too', async () => {
    const counts = await countsOf({ 'a.csv': 'nom;commune\nA;44001\n', 'b.csv': 'CODGEO;P22_POP1824\n44001;1\n' });
    expect(plain(fr.ui.inventory.draftCounts(counts))).toBe(
      "À ajouter : 1 acteur, 1 dispositif, 0 lien. 1 commune aura un chiffre de l'Insee.",
    );
    expect(plain(en.ui.said.added(2, counts))).toBe(
      'Added from 2 files: 1 actor, 1 scheme, 0 ties. 1 commune now has an INSEE figure.',
    );
  });
});

const withCounts = async (content: string): Promise<Diagnosis> =>
  apply(emptyDiagnosis('44', 'Essai'), commandFrom((await readSmall(content)).draft, '2026-11-22'));

describe('young people of ASE and PJJ, counted by the département', () => {
  test('by EPCI code or name, or for the whole département; never by commune', async () => {
    const { draft, report } = await readSmall(
      'territoire;jeunes_ase;jeunes_pjj;tranche_age;annee\nCC Ouest;34;3;16-21 ans;2025\n200000002;12;;16-21 ans;2025\nEssai;46;9;;\n44001;2;;;\nCC Est;;;;\n',
    );
    expect(report.records).toBe('effectifs');
    expect(report.rows).toEqual({ read: 5, kept: 3, merged: 0, refused: 2 });
    expect(report.issues.map((i) => [i.code, i.row])).toEqual([
      ['unite-inconnue', 5],
      ['sans-nombre', 6],
    ]);
    expect(draft.youngCounts).toContainEqual({
      unitCode: '200000001',
      unitName: 'CC Ouest',
      group: 'ase',
      people: 34,
      ages: '16-21 ans',
      year: 2025,
      source: 'essai.csv',
    });
    expect(draft.youngCounts).toHaveLength(5);
  });
  test('a unit goes by its name without its kind, its case or its accents, unless that may be another', async () => {
    const land = {
      ...small,
      epci: [
        { ...small.epci[0]!, code: '1', name: 'CC de la Région de Blain' },
        { ...small.epci[0]!, code: '2', name: 'Nantes Métropole' },
        { ...small.epci[0]!, code: '3', name: 'CC du Littoral' },
        { ...small.epci[0]!, code: '4', name: "Communauté d'agglomération du Littoral" },
      ],
      communes: small.communes.map((c, i) => (i === 0 ? { ...c, name: 'Nantes' } : c)),
    };
    const unitsOf = async (name: string) =>
      (await importOne(`territoire;jeunes_ase\n${name};7\nESSAI;40\n`, { territory: land })).draft.youngCounts
        .map((c) => c.unitCode)
        .filter((code) => code !== '44');
    expect(await unitsOf('region de blain')).toEqual(['1']);
    expect(await unitsOf('COMMUNAUTÉ DE COMMUNES DE LA RÉGION DE BLAIN')).toEqual(['1']);
    expect(await unitsOf('Métropole de Nantes')).toEqual(['2']);
    expect(await unitsOf('Nantes')).toEqual([]);
    expect(await unitsOf('Littoral')).toEqual([]);
    expect(await unitsOf('CC du littoral')).toEqual(['3']);
  });
  test('another number for one unit, a decimal one, « <5 »: refused with line and column, nothing replaced', async () => {
    const { draft, report } = await readSmall(
      'territoire;jeunes_ase;jeunes_pjj\nCC Ouest;34;\nCC Ouest;34;\nCC Ouest;35;8\nCC Est;12,5;\nEssai;46;<5\nEssai;moins de 5;\nCC Ouest;;8\n',
    );
    expect(report.rows).toEqual({ read: 7, kept: 2, merged: 1, refused: 4 });
    expect(report.issues.map((i) => [i.code, i.row, i.column])).toEqual([
      ['doublon', 3, null],
      ['unite-deja-comptee', 4, 'jeunes_ase'],
      ['nombre-decimal', 5, 'jeunes_ase'],
      ['nombre-secret', 6, 'jeunes_pjj'],
      ['nombre-secret', 7, 'jeunes_ase'],
    ]);
    expect(draft.youngCounts.map((c) => [c.unitName, c.group, c.people])).toEqual([
      ['CC Ouest', 'ase', 34],
      ['CC Ouest', 'pjj', 8],
    ]);
    for (const { code, details } of report.issues) expect(fr.import.issues[code]!(details)).not.toMatch(/undefined/);
  });
  test('by sector, those of the same drop included; the numbers follow a new name', async () => {
    const draft = await importAll(
      {
        'jeunes.csv': 'secteur;jeunes_ase\nUTAS Nord;21\n',
        'secteurs.csv': 'code_insee;secteur\n44001;UTAS Nord\n44002;UTAS Nord\n',
      },
      { territory: small },
    );
    const d = apply(emptyDiagnosis('44', 'Essai'), commandFrom(draft, '2026-11-22'));
    expect(d.youngCounts).toMatchObject([{ unitCode: sectorCode('UTAS Nord'), people: 21 }]);
    const renamed = apply(d, { type: 'renameSector', from: 'UTAS Nord', to: 'UTAS du Nord' });
    expect(renamed.youngCounts).toMatchObject([{ unitCode: sectorCode('UTAS du Nord'), unitName: 'UTAS du Nord', people: 21 }]);
    expect(renamed.sectors?.map((s) => s.name)).toEqual(['UTAS du Nord']);
  });
  test('go with their sector when it is removed', async () => {
    const draft = await importAll(
      { 'jeunes.csv': 'secteur;jeunes_ase\nNord;21\nSud;8\n', 'secteurs.csv': 'code_insee;secteur\n44001;Nord\n44002;Sud\n' },
      { territory: small },
    );
    const d = apply(emptyDiagnosis('44', 'Essai'), commandFrom(draft, '2026-11-22'));
    const left = apply(d, { type: 'setSectors', sectors: d.sectors!.filter((s) => s.name === 'Sud'), mesh: 'secteur' });
    expect(left.youngCounts).toMatchObject([{ unitName: 'Sud', people: 8 }]);
    expect(apply(d, { type: 'setSectors', sectors: [], mesh: 'epci' }).youngCounts).toBeUndefined();
  });
  test('a hidden number is not given back by a subtraction from the total', async () => {
    const d = await withCounts('territoire;jeunes_ase\nCC Ouest;3\nCC Est;40\nEssai;43\n');
    const json = JSON.parse(diagnosticJson(d, analyse(d, small), small, fr)) as {
      youngCounts: { unitName: string; people: number | null }[];
    };
    expect(json.youngCounts.map((c) => [c.unitName, c.people])).toEqual([
      ['CC Ouest', null],
      ['CC Est', null],
      ['Essai', 43],
    ]);
  });
  test('kept in the project file; under five, not printed and not exported', async () => {
    const d = await withCounts('territoire;jeunes_ase;jeunes_pjj\nCC Ouest;34;3\n');
    const back = decodeProject(encodeProject(d));
    expect(back.ok && back.value.youngCounts).toEqual(d.youngCounts);
    const analysis = analyse(d, small);
    const json = JSON.parse(diagnosticJson(d, analysis, small, fr)) as { youngCounts: unknown };
    expect(json.youngCounts).toMatchObject([
      { group: 'ase', people: 34 },
      { group: 'pjj', people: null, hidden: true },
    ]);
    const report = buildReport({ diagnosis: d, analysis, territory: small, text: fr, date: '2026-11-22' });
    const section = report.sections.find((s) => s.id === 'jeunes');
    const rows = section?.blocks.flatMap((b) => (b.kind === 'table' ? b.rows : []));
    expect(rows?.map((r) => r[2])).toEqual(['34', 'moins de 5']);
  });
});
