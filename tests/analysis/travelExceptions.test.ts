import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse';
import { apply } from '../../src/document/commands';
import type { Diagnosis } from '../../src/document/diagnosis';
import { push, redo, start, undo } from '../../src/document/history';
import { decodeProject, encodeProject } from '../../src/document/projectFile';
import { commandFrom, figuresOf } from '../../src/import/accept';
import { methodSentence } from '../../src/sentences/coverage';
import { tailor } from '../../src/territory/tailor';
import { buildTerritory, type TerritoryFile } from '../../src/territory/territory';
import { en } from '../../src/text/en';
import { fr } from '../../src/text/fr';
import { importOne } from '../import/fixture';
import { smallFile } from '../territory/fixture';
import { actor, diagnosisOf, scheme, site } from './fixture';

const land = buildTerritory(smallFile);
const [west, east] = ['200000001', '200000002'];
const inDelta = diagnosisOf({
  actors: [actor('a-x')],
  sites: [site('x', -1.6, '44004')],
  schemes: [scheme('x', ['logement'])],
});
const read = (content: string, name = 'barrieres.csv') => importOne(content, { territory: land }, name);
const head = 'commune_a;commune_b;minutes_supplementaires\n';
const withFile = async (content: string, d: Diagnosis = inDelta, name?: string) =>
  apply(d, commandFrom((await read(content, name)).draft, '2026-11-22'));
const minutesOf = (d: Diagnosis) => analyse(d, land).communes.map((c) => c.domains.logement!.minutes);
const before = minutesOf(inDelta) as number[];

describe('a file of travel exceptions', () => {
  test('is known by its headings; rows add up, what cannot be read is said', async () => {
    const { report, draft } = await read(
      `${head}44001;44004;12,5\n44004;44001;20\n${west};${east};infranchissable\n44002;44002;5\n44002;44004;loin\n99999;44001;3\n`,
    );
    expect(report).toMatchObject({
      format: 'exceptions-trajet',
      records: 'trajets',
      rows: { read: 6, kept: 2, merged: 1, refused: 3 },
    });
    expect(report.issues.map((i) => i.code)).toEqual(['doublon', 'exception-interne', 'exception-illisible', 'commune-inconnue']);
    expect(draft.travelExceptions).toEqual([
      { file: 'barrieres.csv', between: ['44001', '44004'], minutes: 20 },
      { file: 'barrieres.csv', between: [west, east], minutes: null },
    ]);
    expect([figuresOf(draft).exceptions, figuresOf(draft).travel]).toEqual([2, 0]);
  });
  test('minutes are added to the estimate, whichever way the pair is written; other communes keep theirs', async () => {
    for (const row of ['44001;44004;12', '44004;44001;12', 'Alpha;Delta;12']) {
      const found = minutesOf(await withFile(head + row));
      expect(found[0]).toBeCloseTo(before[0]! + 12, 9);
      expect(found.slice(1)).toEqual(before.slice(1));
    }
  });
  test('between two EPCI: every trip from one to the other; forbidden, the place is out of reach, and no partner is there', async () => {
    const longer = minutesOf(await withFile(`epci_a;epci_b;minutes_supplementaires\n${west};CC Est;30\n`));
    expect(longer.map((m, i) => m! - before[i]!).map(Math.round)).toEqual([30, 30, 0, 0]);
    const closed = analyse(await withFile(`${head}${west};${east};infranchissable\n`), land);
    expect(closed.communes.map((c) => c.domains.logement!.minutes === null)).toEqual([true, true, false, false]);
    const gap = closed.gaps.find((g) => g.domain === 'logement' && g.territory.code === west)!;
    expect([gap.level, gap.candidates]).toEqual([3, []]);
  });
  test('of two exceptions on a trip the longest holds; a stated time stands as it is', async () => {
    const two = await withFile(`${head}44001;44004;40\n${west};${east};10\n`);
    expect(minutesOf(two).map((m, i) => Math.round(m! - before[i]!))).toEqual([40, 10, 0, 0]);
    const stated = await withFile('from;to;minutes\n44001;44004;33\n', two, 'temps.csv');
    expect(minutesOf(stated)[0]).toBe(33);
  });
  test('undone, kept in the project file, gone with its file, said in the method', async () => {
    const d = await withFile(`${head}44001;44004;12\n44002;44004;infranchissable\n`);
    const history = push(start(inDelta), d);
    expect(minutesOf(undo(history).present)).toEqual(before);
    expect(minutesOf(redo(undo(history)).present)).toEqual(minutesOf(d));
    const back = decodeProject(encodeProject(d));
    expect(back.ok && back.value.travelExceptions).toEqual(d.travelExceptions);
    expect(methodSentence(analyse(d, land), fr)).toMatch(/2\sexceptions de trajet/u);
    expect(methodSentence(analyse(d, land), en)).toMatch(/2 travel exceptions/);
    expect(methodSentence(analyse(inDelta, land), fr)).not.toMatch(/exception/);
    const gone = apply(d, { type: 'removeFile', name: 'barrieres.csv' });
    expect(gone.travelExceptions).toBeUndefined();
    expect(minutesOf(gone)).toEqual(before);
    // The same file again takes the place of what it said before.
    expect((await withFile(`${head}44001;44004;5\n`, d)).travelExceptions).toHaveLength(1);
  });
});

/** Beside the small département: Golf, in the part of CC Est that lies there, and Hotel, in an EPCI of its own. */
const neighbour: TerritoryFile = {
  ...smallFile,
  code: '85',
  communes: {
    ...smallFile.communes,
    code: ['85001', '85002'],
    name: ['Golf', 'Hotel'],
    epci: [0, 1],
    lon: [-1.5, -1.4],
    lat: [47, 47],
  },
  former: [],
  epci: [
    [east, 'CC Est', 1],
    ['200000003', 'CC Loin', 0],
  ],
};

describe('an exception with an EPCI that the diagnosis is not about', () => {
  const whole = buildTerritory(smallFile, [neighbour]);
  const perimeter = { name: 'Ouest', communeCodes: ['44001', '44002'] };
  const part = tailor(whole, { perimeter });
  const inHotel = diagnosisOf({
    actors: [actor('a-x')],
    sites: [site('x', -1.4, '85002')],
    schemes: [scheme('x', ['logement'])],
  });
  const inGolf = { ...inHotel, inventory: { ...inHotel.inventory, sites: [site('x', -1.5, '85001')] } };
  const longerBy = async (rows: string, d: Diagnosis, of: typeof whole) => {
    const { draft } = await importOne(`epci_a;epci_b;minutes_supplementaires\n${rows}`, { territory: of }, 'barrieres.csv');
    const minutesIn = (asked: Diagnosis) => analyse(asked, of).communes.map((c) => c.domains.logement!.minutes!);
    const [was, is] = [minutesIn(d), minutesIn(apply(d, commandFrom(draft, '2026-11-22')))];
    return is.map((m, i) => Math.round(m - was[i]!));
  };
  test.each([
    ['outside the perimeter, by its code', `${west};${east};30`, inDelta, part, [30, 30]],
    ['outside the perimeter, by its name', 'CC Ouest;CC Est;30', inDelta, part, [30, 30]],
    ['of a neighbouring département, by its code', `${west};200000003;30`, inHotel, whole, [30, 30, 0, 0]],
    ['of a neighbouring département, by its name', 'CC Loin;CC Est;30', inHotel, whole, [0, 0, 30, 30]],
    ['that lies in both: its communes over there too', `${west};${east};30`, inGolf, whole, [30, 30, 0, 0]],
  ])('%s', async (_, rows, d, of, expected) => {
    expect(await longerBy(rows, d, of)).toEqual(expected);
  });
  test('only those that hold for a trip of the territory at hand are counted', async () => {
    const rows = `${head}${west};${east};30\n44003;44004;5\n85001;85002;5\n`;
    const { draft, report } = await importOne(rows, { territory: whole }, 'barrieres.csv');
    expect(report.rows).toMatchObject({ read: 3, kept: 3 });
    const d = apply(inDelta, commandFrom(draft, '2026-11-22'));
    // Between two communes that are not of the territory nobody's trip is counted.
    expect(analyse(d, whole).travel.exceptions).toBe(2);
    expect(analyse(d, part).travel.exceptions).toBe(1);
    expect(methodSentence(analyse(d, part), fr)).toMatch(/[Uu]ne exception de trajet/u);
    const alone = tailor(whole, { perimeter: { name: 'Delta', communeCodes: ['44004'] } });
    expect(analyse(apply(inDelta, commandFrom(draft, '2026-11-22')), alone).travel.exceptions).toBe(2);
  });
});
