import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse';
import { apply, type Command } from '../../src/document/commands';
import { type Diagnosis, emptyDiagnosis } from '../../src/document/diagnosis';
import { push, redo, start, undo } from '../../src/document/history';
import { decodeProject, encodeProject } from '../../src/document/projectFile';
import { diagnosticJson } from '../../src/export/diagnostic';
import { commandFrom } from '../../src/import/accept';
import { commandsFrom } from '../../src/import/newer';
import { buildTerritory } from '../../src/territory/territory';
import { fr } from '../../src/text/fr';
import { importOne } from '../import/fixture';
import { smallFile } from '../territory/fixture';

const land = buildTerritory(smallFile);
const [west, east] = ['200000001', '200000002'];
const head = 'code_epci;domaines;recensement\n';
const draftOf = async (rows: string, name = 'territoires.csv') =>
  (await importOne(`${head}${rows}`, { territory: land }, name)).draft;
const withFile = async (d: Diagnosis, rows: string, name?: string) =>
  apply(d, commandFrom(await draftOf(rows, name), '2026-11-22'));
const empty = emptyDiagnosis('44', 'Essai');
const both = `${west};sante;complet\n${east};sante;partiel\n`;
const byHand: Command = {
  type: 'setCensus',
  entries: [{ unitCode: west, domain: 'sante', state: 'partiel', by: 'Nous' }],
};
const statesOf = (d: Diagnosis) => d.census.map((e) => [e.unitCode, e.state]);
const remove = (d: Diagnosis, name = 'territoires.csv') => apply(d, { type: 'removeFile', name });

describe('the census that a file declares', () => {
  test('goes with its file, and comes back with undo', async () => {
    const d = await withFile(empty, both);
    expect(statesOf(d)).toEqual([
      [west, 'complet'],
      [east, 'partiel'],
    ]);
    const gone = remove(d);
    expect(gone.census).toEqual([]);
    const history = push(start(d), gone);
    expect(undo(history).present.census).toEqual(d.census);
    expect(redo(undo(history)).present.census).toEqual([]);
    expect(remove(d, 'autre.csv').census).toEqual(d.census);
  });
  test('changed by hand since, an entry is the user’s: it stays, and so does one of another file', async () => {
    const d = await withFile(apply(await withFile(empty, both), byHand), `${east};logement;complet\n`, 'autre.csv');
    expect(remove(d).census).toEqual([
      { unitCode: west, domain: 'sante', state: 'partiel', by: 'Nous' },
      { unitCode: east, domain: 'logement', state: 'complet', file: 'autre.csv' },
    ]);
  });
  test('read again under its name, the file says all that it says; another one does not take from it', async () => {
    const d = await withFile(empty, both);
    expect(statesOf(await withFile(d, `${east};sante;complet\n`))).toEqual([[east, 'complet']]);
    expect(statesOf(await withFile(d, `${east};sante;complet\n`, 'autre.csv'))).toEqual([
      [west, 'complet'],
      [east, 'complet'],
    ]);
  });
  test('a newer file takes the place of the older, but for what was changed by hand', async () => {
    const newer = async (d: Diagnosis, rows: string) => {
      const draft = await draftOf(rows, 'nouveau.csv');
      const updates = [{ file: 'nouveau.csv', older: 'territoires.csv', isTaken: true }];
      return commandsFrom({ draft, updates }, '2026-11-23', {}, {}).reduce(apply, d);
    };
    const d = await withFile(empty, both);
    const next = await newer(d, `${west};sante;partiel\n`);
    expect(next.census).toEqual([{ unitCode: west, domain: 'sante', state: 'partiel', file: 'nouveau.csv' }]);
    expect((await newer(apply(d, byHand), both)).census).toEqual([
      { unitCode: west, domain: 'sante', state: 'partiel', by: 'Nous' },
      { unitCode: east, domain: 'sante', state: 'partiel', file: 'nouveau.csv' },
    ]);
  });
  test('a file added beside one of its name declares under the name it takes', async () => {
    const draft = await draftOf(both);
    const [command] = commandsFrom({ draft, updates: [] }, '2026-11-23', {}, { 'territoires.csv': 'territoires (2).csv' });
    const d = apply(empty, command!);
    expect(remove(d).census).toHaveLength(2);
    expect(remove(d, 'territoires (2).csv').census).toEqual([]);
  });
  test('is kept by the project file; files of before, without it, are read; the diagnosis says the same', async () => {
    const d = await withFile(empty, both);
    const back = decodeProject(encodeProject(d));
    expect(back.ok && back.value).toEqual(d);
    const old = { ...d, census: d.census.map(({ file: _, ...entry }) => entry) };
    const read = decodeProject(encodeProject(old));
    expect(read.ok && read.value.census).toEqual(old.census);
    expect(old.census).not.toEqual(d.census);
    const json = (of: Diagnosis) => diagnosticJson(of, analyse(of, land), land, fr);
    expect(json(d)).toBe(json(old));
  });
});
