import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Job, journalName, runJobs, sha256 } from '../../scripts/cli/batch';
import { InputError } from '../../scripts/cli/inputError';

const bytes = (text: string) => new TextEncoder().encode(text);
let folder = '';
let said: string[] = [];
let made: string[] = [];
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'maillage-batch-')), 'dossier');
  said = [];
  made = [];
});

/** A job that writes as many pages as asked, and tells that it ran. */
const job = (stem: string, of = 'même entrée', pages = 1): Job => ({
  ...{ stem, extension: 'txt', about: `Territoire ${stem}`, of: sha256(of) },
  make: async () => {
    made.push(stem);
    return Array.from({ length: pages }, (_, i) => ({ name: `${stem}-${i + 1}.txt`, bytes: bytes(`${stem} ${of}`) }));
  },
});
const failing = (stem: string): Job => ({
  ...job(stem),
  make: async () => {
    throw new Error('sans contour');
  },
});
const run = (...jobs: Job[]) => runJobs(folder, jobs, (line) => said.push(line));
const files = () =>
  readdirSync(folder)
    .filter((name) => name !== journalName)
    .sort();
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

describe('jobs into a folder', () => {
  test('each step is told, the folder is made, the journal keeps what each was made from', async () => {
    expect(await run(job('a'), job('b', 'autre', 2))).toEqual({ written: 3, kept: 0, failures: [] });
    expect(said).toEqual(['1/2 : a.txt', '2/2 : b.txt']);
    expect(files()).toEqual(['a-1.txt', 'b-1.txt', 'b-2.txt']);
    expect(JSON.parse(read(journalName))).toEqual({
      app: 'maillage',
      done: {
        'a.txt': { of: sha256('même entrée'), files: ['a-1.txt'] },
        'b.txt': { of: sha256('autre'), files: ['b-1.txt', 'b-2.txt'] },
      },
    });
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
  test('run again: what is done is kept and told, what is missing is made', async () => {
    await run(job('a'), job('b', 'x', 2));
    made = [];
    expect(await run(job('a'), job('b', 'x', 2))).toEqual({ written: 0, kept: 3, failures: [] });
    expect([made, said.slice(2)]).toEqual([[], ['1/2 : a.txt, déjà fait', '2/2 : b.txt, déjà fait']]);
    rmSync(join(folder, 'b-2.txt'));
    expect(await run(job('a'), job('b', 'x', 2))).toEqual({ written: 2, kept: 1, failures: [] });
    expect([made, files()]).toEqual([['b'], ['a-1.txt', 'b-1.txt', 'b-2.txt']]);
  });
  test('another input: made again, and pages that it no longer has are taken away', async () => {
    await run(job('a'), job('b', 'x', 3));
    expect(await run(job('a'), job('b', 'y', 1))).toEqual({ written: 1, kept: 1, failures: [] });
    expect(files()).toEqual(['a-1.txt', 'b-1.txt']);
    expect(read('b-1.txt')).toBe('b y');
  });
  test('other jobs of the same folder are left alone, and still known', async () => {
    await run(job('a'));
    await run(job('b'));
    expect(files()).toEqual(['a-1.txt', 'b-1.txt']);
    expect((await run(job('a'), job('b'))).kept).toBe(2);
  });
  test('one that fails is named with its reason, the others go on; a run after it does that one alone', async () => {
    const result = await run(job('a'), failing('b'), job('c'));
    expect(result).toEqual({ written: 2, kept: 0, failures: [{ about: 'Territoire b', reason: 'sans contour' }] });
    expect(said).toContain('2/3 : b.txt, échec : sans contour');
    made = [];
    expect(await run(job('a'), job('b'), job('c'))).toEqual({ written: 1, kept: 2, failures: [] });
    expect(made).toEqual(['b']);
  });
  test('a file that cannot be put in its place leaves nothing behind it, and is said in French', async () => {
    mkdirSync(join(folder, 'a-1.txt'), { recursive: true });
    const { failures } = await run(job('a'), job('b'));
    expect(failures).toEqual([{ about: 'Territoire a', reason: 'un dossier porte déjà ce nom' }]);
    expect(files()).toEqual(['a-1.txt', 'b-1.txt']);
  });
  test.each([
    ['that is not JSON', '{'],
    ['of another shape', '{"done":[1,{"of":2}]}'],
    [
      'whose names leave the folder',
      JSON.stringify({ done: { 'a.txt': { of: sha256('x'), files: ['../a-1.txt', 'a-9.txt'] } } }),
    ],
  ])('a journal %s counts for nothing, and takes nothing away', async (_, journal) => {
    mkdirSync(folder);
    writeFileSync(join(folder, journalName), journal);
    writeFileSync(join(folder, '..', 'a-1.txt'), 'à garder');
    writeFileSync(join(folder, 'a-9.txt'), 'à garder');
    expect((await run(job('a', 'x'))).written).toBe(1);
    expect([existsSync(join(folder, '..', 'a-1.txt')), files()]).toEqual([true, ['a-1.txt', 'a-9.txt']]);
    expect((await run(job('a', 'x'))).kept).toBe(1);
  });
  test('what no job could do stops at once', async () => {
    const stopped: Job = {
      ...job('a'),
      make: async () => {
        throw new InputError('un module manque');
      },
    };
    await expect(run(stopped, job('b'))).rejects.toThrow('un module manque');
    expect(made).toEqual([]);
    writeFileSync(join(folder, 'fichier'), '');
    await expect(runJobs(join(folder, 'fichier'), [job('a')], () => {})).rejects.toThrow(InputError);
  });
});
