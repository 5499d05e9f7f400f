import { describe, expect, test } from 'vitest';
import { issueSentence } from '../../src/sentences/imports';
import { buildTerritory } from '../../src/territory/territory';
import { en } from '../../src/text/en';
import { fr } from '../../src/text/fr';
import { smallFile } from '../territory/fixture';
import { importOne } from './fixture';

const territory = buildTerritory(smallFile);
const read = (json: unknown) => importOne(JSON.stringify(json), { territory }, 'temps.json');
const [alpha, bravo, delta] = [territory.communes[0]!, territory.communes[1]!, territory.communes[3]!];
/** A waypoint as OSRM writes it, a hundred metres from the commune's point. */
const waypoint = ({ lon, lat }: { lon: number; lat: number }) => ({
  hint: 'x',
  distance: 12.5,
  name: 'Rue du Bourg',
  location: [lon + 0.001, lat],
});
const paris = { lon: 2.35, lat: 48.85 };

describe('a table of OSRM', () => {
  const answer = {
    code: 'Ok',
    sources: [waypoint(alpha), waypoint(delta)],
    destinations: [waypoint(delta), waypoint(bravo), waypoint(paris)],
    durations: [
      [2490, 600.6, 14000],
      [0, null, 15000],
    ],
  };
  test('seconds between points: each is tied to its commune, pairs without a route or outside are refused, and all is said', async () => {
    const { report, draft } = await read(answer);
    expect(report).toMatchObject({
      format: 'osrm-table',
      records: 'trajets',
      rows: { read: 6, kept: 3, merged: 0, refused: 3 },
    });
    const { codes, minutes } = draft.travel[0]!;
    const at = (from: string, to: string) => minutes[codes.indexOf(from) * codes.length + codes.indexOf(to)];
    expect([at(alpha.code, delta.code), at(alpha.code, bravo.code), at(delta.code, delta.code)]).toEqual([41.5, 10.01, 0]);
    expect(at(delta.code, bravo.code)).toBeNull();
    expect(report.issues.map((i) => i.code).sort()).toEqual([
      'hors-territoire',
      'hors-territoire',
      'points-rattaches',
      'trajet-sans-temps',
      'trajets-de-moteur',
    ]);
    const said = report.issues.map((i) => issueSentence(i, 'temps.json', fr)).join(' ');
    expect(said).toMatch(/OSRM, en secondes, ont été divisés par 60\s; chaque point est rattaché à la commune où il tombe/u);
    expect(said).toMatch(/3\spoints rattachés à une commune d’ici d’après sa position, 1\spoint hors du territoire/u);
    for (const issue of report.issues) expect(issueSentence(issue, 'temps.json', en)).not.toMatch(/undefined/);
  });
  test('a list of codes added to the file says the communes, in the order of the points', async () => {
    const { report, draft } = await read({
      code: 'Ok',
      durations: [
        [0, 1800],
        [1860, 0],
      ],
      codes: [alpha.code, delta.code],
    });
    expect(report.rows).toEqual({ read: 4, kept: 4, merged: 0, refused: 0 });
    expect(draft.travel[0]).toMatchObject({ codes: [alpha.code, delta.code], minutes: [0, 30, 31, 0] });
    expect(report.issues.map((i) => i.details['par'])).toEqual(['codes']);
  });
  test('times without points, or fewer points than rows: the file is refused, and told what to ask for', async () => {
    const { sources: _, ...without } = answer;
    for (const json of [without, { ...answer, sources: answer.sources.slice(1) }, { durations: [[0, 1]], codes: ['44001'] }]) {
      const { report, codes } = await read(json);
      expect([codes, report.rows.read]).toEqual([['matrice-sans-points'], 0]);
    }
  });
  test('two points in one commune: the second pair takes the place of the first, counted as merged', async () => {
    const { report, draft } = await read({
      ...answer,
      sources: [waypoint(alpha), { ...waypoint(alpha), location: [alpha.lon, alpha.lat + 0.001] }],
      destinations: [waypoint(delta)],
      durations: [[600], [1200]],
    });
    expect(report.rows).toEqual({ read: 2, kept: 1, merged: 1, refused: 0 });
    expect(draft.travel[0]!.minutes.filter((m) => m !== null)).toEqual([20]);
  });
});

describe('a matrix of Valhalla', () => {
  const place = ({ lon, lat }: { lon: number; lat: number }) => ({ lon, lat });
  const trips = [
    [
      { distance: 0, time: 0, to_index: 0, from_index: 0 },
      { distance: 24.1, time: 1800, to_index: 1, from_index: 0 },
    ],
    [
      { distance: 24.2, time: 1860, to_index: 0, from_index: 1 },
      { distance: null, time: null, to_index: 1, from_index: 1 },
    ],
  ];
  test('seconds by index, whatever their order in the file; lists of locations flat, or wrapped as older servers do', async () => {
    const ends = [place(alpha), place(delta)];
    const shuffled = trips.map((row) => [...row].reverse());
    for (const [sources, sources_to_targets] of [
      [ends, trips],
      [[ends], shuffled],
    ] as const) {
      const { report, draft } = await read({ sources, targets: sources, sources_to_targets, units: 'kilometers' });
      expect(report).toMatchObject({ format: 'valhalla-matrice', rows: { read: 4, kept: 3, merged: 0, refused: 1 } });
      expect(draft.travel[0]).toMatchObject({ codes: [alpha.code, delta.code], minutes: [0, 30, 31, null] });
    }
  });
  test('its concise form has times alone: with codes it is read, without points it is refused', async () => {
    const concise = {
      sources_to_targets: {
        durations: [
          [0, 1800],
          [1860, 0],
        ],
        distances: [
          [0, 24],
          [24, 0],
        ],
      },
    };
    const { draft } = await read({ ...concise, codes: [alpha.code, delta.code] });
    expect(draft.travel[0]!.minutes).toEqual([0, 30, 31, 0]);
    expect((await read(concise)).codes).toEqual(['matrice-sans-points']);
  });
});
