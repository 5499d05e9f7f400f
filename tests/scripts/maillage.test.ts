import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse';
import { emptyDiagnosis } from '../../src/document/diagnosis';
import { diagnosticJson } from '../../src/export/diagnostic';
import { departements } from '../../src/territory/departements';
import { buildTerritory } from '../../src/territory/territory';
import { fr } from '../../src/text/fr';
import { readTerritoryFile } from '../territory/fixture';

const run = (...args: string[]) => {
  const r = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/maillage.ts', ...args], { encoding: 'utf8' });
  return { code: r.status, out: r.stdout, err: r.stderr };
};
const folder = mkdtempSync(join(tmpdir(), 'maillage-cli-'));
const write = (name: string, content: string) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe('maillage import', () => {
  test('the documented JSON', () => {
    const path = write('lieux.csv', 'nom;commune\nA;Nantes\nA;Nantes\nB;Paris;trop\nC;Blain\n');
    const { code, out } = run('import', path, '--departement', '44', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      files: [
        {
          name: 'lieux.csv',
          format: 'csv',
          encoding: 'utf-8',
          delimiter: ';',
          rows: { read: 4, kept: 2, merged: 1, refused: 1 },
          issues: expect.any(Array),
        },
      ],
      totals: { actors: 2, schemes: 2, partnerships: 0, placed: 2 },
    });
    expect(JSON.parse(out).files[0].issues).toContainEqual(
      expect.objectContaining({ code: 'colonnes-en-trop', row: 4, column: null, text: expect.stringContaining('ligne 4') }),
    );
  });
  test.each([
    ['no file', ['import', '--departement', '44'], 'au moins un fichier'],
    ['a file that is not there', ['import', 'absent.csv', '--departement', '44'], "« absent.csv » n'existe pas"],
    ['no département', ['diagnose'], '--departement'],
    ['a wrong département', ['diagnose', '--departement', '20'], 'code de département'],
    ['a report without --out', ['report', '--departement', '44'], '--out'],
    ['a wrong option', ['diagnose', '--departement', '44', '--rapide'], 'Option non reconnue'],
    ['a wrong command', ['diagnostiquer'], 'Maillage en ligne de commande'],
  ])('%s: exit 2 with a French sentence', (_, args, sentence) => {
    const { code, err } = run(...args);
    expect([code, err.includes(sentence)]).toEqual([2, true]);
  });
  test('an unusable file is named with what to do', () => {
    const { code, err } = run('diagnose', write('image.csv', '\x89PNG\r\n'), '--departement', '44');
    expect([code, err]).toEqual([2, expect.stringContaining('image.csv')]);
  });
});

describe('maillage diagnose', () => {
  test('the demonstration for 44, with the documented keys', () => {
    const { code, out } = run('diagnose', '--departement', '44', '--json');
    expect(code).toBe(0);
    const d = JSON.parse(out);
    expect(d).toMatchObject({
      departement: '44',
      demonstration: true,
      settings: { detour: 1.3, speedKmh: 50 },
      network: { nodes: 160, statedEdges: 173, components: 26, largestComponent: 105 },
    });
    expect(d.network.isolates).toHaveLength(14);
    expect(d.communes).toHaveLength(207);
    expect(Object.keys(d.communes[0].domains)).toEqual(['sante', 'logement', 'emploi', 'mentorat']);
    for (const key of ['level', 'component', 'minutes', 'withinReach', 'eligible', 'confidence'])
      expect(d.communes[0].domains.sante).toHaveProperty(key);
    expect(d.epci).toHaveLength(17);
    expect(d.gaps[0]).toMatchObject({
      domain: expect.any(String),
      territory: { code: expect.any(String) },
      people: expect.any(Number),
      sentence: expect.stringContaining('population générale'),
    });
  });
  test('the fictional département, said to be so before anything else', () => {
    const { code, out } = run('diagnose', '--departement', '00');
    expect(code).toBe(0);
    expect(out).toMatch(/^Département fictif : communes, acteurs et chiffres sont inventés\./);
    const d = JSON.parse(run('diagnose', '--departement', '00', '--json').out);
    expect(d).toMatchObject({ departement: '00', name: 'Val-Fictif', demonstration: true, sources: { young: 'invented' } });
    expect(JSON.stringify(d.sources.territory)).not.toMatch(/Insee|IGN|Etalab/);
    expect(Object.keys(d.whole.needs)).toHaveLength(6);
  });
  test('the bare territory elsewhere: data are absent, nothing is a gap', () => {
    const d = JSON.parse(run('diagnose', '--departement', '2A', '--json').out);
    expect(d.gaps).toEqual([]);
    expect(d.communes.every((c: { domains: { sante: { level: unknown } } }) => c.domains.sante.level === null)).toBe(true);
  });
});

test('every one of the 101 départements can be diagnosed', () => {
  for (const { code, name, mesh } of departements) {
    const territory = buildTerritory(readTerritoryFile(code));
    const diagnosis = emptyDiagnosis(code, name, mesh);
    const d = JSON.parse(diagnosticJson(diagnosis, analyse(diagnosis, territory), territory, fr));
    expect(d.communes.length, code).toBe(territory.communes.length);
    expect(
      d.communes.every((c: { unit: unknown }) => typeof c.unit === 'string'),
      code,
    ).toBe(true);
    expect(
      d.epci.reduce((s: number, u: { population: number }) => s + u.population, 0),
      code,
    ).toBe(territory.communes.reduce((s, c) => s + c.population, 0));
  }
}, 120_000);
