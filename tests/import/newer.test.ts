import { describe, expect, test } from 'vitest';
import { apply } from '../../src/document/commands';
import { type Diagnosis, emptyDiagnosis } from '../../src/document/diagnosis';
import { commandsFrom, type ReadRequest, readBeside, summaryOfDiff } from '../../src/import/newer';
import { file, territory44 } from './fixture';

const today = '2026-11-22';
const older = 'Nom;Commune;Places\nUn;Nantes;1\nDeux;Rezé;2\nTrois;Vertou;3\n';
const newer = 'Nom;Commune;Places\nUn;Nantes;10\nDeux;Rezé;2\nQuatre;Orvault;4\n';

const readIn = (d: Diagnosis, name: string, content: string, request: Partial<ReadRequest> = {}) =>
  readBeside(d, territory44, today, { files: [file(name, content)], choices: {}, memory: {}, updates: {}, ...request });
const accepted = (d: Diagnosis, read: Awaited<ReturnType<typeof readIn>>, names = {}) =>
  commandsFrom(read, today, {}, names).reduce(apply, d);
const bare = emptyDiagnosis('44', 'Loire-Atlantique');
const start = async () => accepted(bare, await readIn(bare, 'lieux.csv', older));
const namesIn = (d: Diagnosis) => d.inventory.actors.map((a) => a.name).sort();

describe('files read beside a diagnosis', () => {
  test.each(['lieux.csv', 'lieux 2027.csv'])('a newer version named %s takes the place of the older one', async (name) => {
    const d = await start();
    const read = await readIn(d, name, newer);
    expect(read.updates).toEqual([{ file: name, older: 'lieux.csv', isTaken: true }]);
    const { added, changed, gone } = summaryOfDiff(read.diff!);
    expect([added.actors, changed.length, gone.actors.length]).toEqual([1, 1, 1]);
    const after = accepted(d, read);
    expect(namesIn(after)).toEqual(['Deux', 'Quatre', 'Un']);
    expect(after.files.map((f) => f.name)).toEqual([name]);
  });

  test('asked to stay beside, it keeps the older one and goes by another name', async () => {
    const d = await start();
    const read = await readIn(d, 'lieux.csv', newer, { updates: { 'lieux.csv': false } });
    expect(read.diff).toBeNull();
    const after = accepted(d, read, { 'lieux.csv': 'lieux (2).csv' });
    expect(namesIn(after)).toEqual(['Deux', 'Quatre', 'Trois', 'Un']);
    expect(after.files.map((f) => f.name)).toEqual(['lieux.csv', 'lieux (2).csv']);
  });

  test('a file of the same name with nothing in common is another file', async () => {
    const read = await readIn(await start(), 'lieux.csv', 'Nom;Commune\nAutre;Nantes\n');
    expect(read.updates).toEqual([{ file: 'lieux.csv', older: 'lieux.csv', isTaken: false }]);
  });

  test.each([
    ['insee.csv', 'CODGEO;P21_POP1824\n44109;1\n44143;2\n', 'CODGEO;P22_POP1824\n44109;3\n'],
    ['jeunes.csv', 'territoire;jeunes_ase;jeunes_pjj\n244400404;30;6\n', 'territoire;jeunes_ase\n244400404;31\n'],
    ['secteurs.csv', 'code_insee;secteur\n44109;Nord\n', 'code_insee;secteur\n44109;Sud\n'],
  ])('%s has no records: the next of its name takes its place, its figures with it', async (name, first, next) => {
    const d = accepted(bare, await readIn(bare, name, first));
    const read = await readIn(d, name, next);
    expect(read.updates).toEqual([{ file: name, older: name, isTaken: true }]);
    const after = accepted(d, read);
    const alone = accepted(bare, await readIn(bare, name, next));
    expect(after).toEqual(alone);
    expect([after.youngPopulation, after.youngCounts, after.sectors]).not.toEqual([undefined, undefined, undefined]);
  });

  test('figures of the older file that the newer one no longer gives go; those entered by hand stay', async () => {
    const first = accepted(bare, await readIn(bare, 'jeunes.csv', 'territoire;jeunes_ase;jeunes_pjj\n244400404;30;6\n'));
    const byHand = { unitCode: '44', unitName: 'Loire-Atlantique', group: 'ase', people: 900, source: 'saisie' } as const;
    const d = apply(first, { type: 'setYoungCounts', counts: [byHand] });
    const after = accepted(d, await readIn(d, 'jeunes.csv', 'territoire;jeunes_ase\n244400404;31\n'));
    expect(after.youngCounts?.map((c) => [c.unitCode, c.group, c.people])).toEqual([
      ['44', 'ase', 900],
      ['244400404', 'ase', 31],
    ]);
  });

  test('choices made on a file of the same headings are made again, unless others were made', async () => {
    const content = 'Titre;Ville\nUn;Nantes\n';
    const first = await readIn(bare, 'a.csv', content);
    const memory = { [first.draft.files[0]!.shape]: { fields: { 0: 'name' } } } as const;
    const again = await readIn(bare, 'b.csv', content, { memory });
    expect(again.recalled).toEqual(['b.csv']);
    expect(again.draft.files[0]!.rows.kept).toBe(1);
    const chosen = await readIn(bare, 'b.csv', content, { memory, choices: { 'b.csv': {} } });
    expect(chosen.recalled).toEqual([]);
  });
});

test('values of a list are given a meaning one by one', async () => {
  const content = 'Nom;Commune;Domaine\nUn;Nantes;soins psy|logement|divers\n';
  const choices = { 'a.csv': { values: { domains: { 'soins psy': 'sante', divers: '' } } } } as const;
  const { draft } = await readIn(bare, 'a.csv', content, { choices });
  expect(draft.inventory.schemes[0]!.domains).toEqual(['sante', 'logement']);
  expect(draft.files[0]!.issues.map((i) => i.code)).not.toContain('valeur-inconnue');
});
