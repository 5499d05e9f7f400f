import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse';
import { fitLine } from '../../src/analysis/metrics/line';
import { buildTravel, minutesFromKm } from '../../src/analysis/travel';
import { apply } from '../../src/document/commands';
import { emptyDiagnosis } from '../../src/document/diagnosis';
import { decodeProject, encodeProject } from '../../src/document/projectFile';
import { commandFrom } from '../../src/import/accept';
import { methodSentence } from '../../src/sentences/coverage';
import { distanceKm } from '../../src/territory/distance';
import { buildTerritory } from '../../src/territory/territory';
import { fr } from '../../src/text/fr';
import { importOne, territory44 } from '../import/fixture';
import { smallFile } from '../territory/fixture';
import { actor, diagnosisOf, scheme, site } from './fixture';

const land = buildTerritory(smallFile);
const settings = { detour: 1.3, speedKmh: 50, accessMinutes: 2 };
const read = (content: string, territory = land) => importOne(content, { territory }, 'temps.csv');
const inDelta = { actors: [actor('a-x')], sites: [site('x', -1.6, '44004')], schemes: [scheme('x', ['logement'])] };

describe('a file of travel times', () => {
  test('is known by its headings, as INSEE’s metric-osrm writes it; rows add up', async () => {
    const { report, draft } = await read(
      'idSrc;idDst;duree;distance\n44001;44004;41,5;30\n44001;44004;41,5;30\n44004;44001;40;30\n75056;44001;200;300\n44001;44002;x;3\n',
    );
    expect(report).toMatchObject({
      format: 'matrice-trajets',
      records: 'trajets',
      rows: { read: 5, kept: 2, merged: 1, refused: 2 },
    });
    expect(draft.travel).toEqual([{ file: 'temps.csv', codes: ['44001', '44004'], minutes: [null, 41.5, 40, null] }]);
  });
  test('seconds are told by their size, and said', async () => {
    const { codes, draft } = await read('from,to,duration\n44001,44004,2490\n44002,44004,1800\n');
    expect(codes).toContain('trajets-en-secondes');
    expect(draft.travel[0]!.minutes.filter((m) => m !== null)).toEqual([41.5, 30]);
    const minutes = await read('from,to,duration\n44001,44004,41\n44002,44004,30\n');
    expect(minutes.codes).not.toContain('trajets-en-secondes');
  });
  test('wins over the estimate, one way or the other; a later file over an earlier; gone with its file', async () => {
    const first = await read('from;to;minutes\n44001;44004;70\n44003;44004;5\n');
    const d = apply(diagnosisOf(inDelta), commandFrom(first.draft, '2026-11-22'));
    const minutes = (x: typeof d) => analyse(x, land).communes.map((c) => c.domains.logement!.minutes!);
    const estimate = minutes(diagnosisOf(inDelta));
    expect(minutes(d)[0]).toBe(70);
    expect(minutes(d)[1]).toBeCloseTo(estimate[1]!, 12);
    expect(minutes(d)[2]).toBe(5);
    expect(minutes(d)[3]).toBeCloseTo(estimate[3]!, 12);
    const barrier = await importOne('from;to;minutes\n44004;44001;95\n', { territory: land }, 'bac.csv');
    const later = apply(d, commandFrom(barrier.draft, '2026-11-23'));
    // Stated the other way: it does not take the place of what the first file states this way.
    expect(minutes(later)[0]).toBe(70);
    const again = await importOne('from;to;minutes\n44001;44004;95\n', { territory: land }, 'bac.csv');
    expect(minutes(apply(d, commandFrom(again.draft, '2026-11-23')))[0]).toBe(95);
    expect(minutes(apply(d, { type: 'removeFile', name: 'temps.csv' }))).toEqual(estimate);
    const back = decodeProject(encodeProject(d));
    expect(back.ok && minutes(back.value)).toEqual(minutes(d));
  });
  test('thirty pairs make a line for the others; the method says which file is in force', async () => {
    const [origin, ...others] = territory44.communes.slice(0, 41);
    const rows = others.map((c) => `${origin!.code};${c.code};${(3 + 1.1 * distanceKm(origin!, c)).toFixed(6)}`);
    const { draft } = await read(`from;to;minutes\n${rows.join('\n')}\n`, territory44);
    const d = apply(emptyDiagnosis('44', 'Essai'), commandFrom(draft, '2026-11-22'));
    const travel = buildTravel(settings, territory44, d.travel);
    expect(travel.reading.line!.slope).toBeCloseTo(1.1, 4);
    expect(travel.reading.line!.intercept).toBeCloseTo(3, 3);
    expect(travel.reading.line!.r2).toBeCloseTo(1, 6);
    expect(travel.fromKm(20)).toBeCloseTo(25, 3);
    const said = methodSentence(analyse(d, territory44), fr);
    expect(said).toMatch(/d’après temps\.csv \(40 couples de communes\)/u);
    expect(said).toMatch(/: 3,0\smin \+ 1,10\smin par km à vol d’oiseau \((3\d|40)\scouples/u);
    const few = buildTravel(settings, territory44, [
      { ...d.travel![0]!, minutes: d.travel![0]!.minutes.map((m, i) => (i < 45 && i > 20 ? m : null)) },
    ]);
    expect(few.reading.line).toBeNull();
    expect(few.fromKm(20)).toBe(minutesFromKm(20, settings));
  });
});

test('least squares by hand', () => {
  expect(fitLine([0, 1, 2], [1, 3, 5])).toEqual({ intercept: 1, slope: 2, points: 3, r2: 1, medianError: 0 });
  const fit = fitLine([0, 1, 2, 3], [0, 2, 2, 4]);
  expect(fit.slope).toBeCloseTo(1.2, 12);
  expect(fit.intercept).toBeCloseTo(0.2, 12);
  expect(fitLine([1, 1], [2, 4])).toMatchObject({ slope: 0, intercept: 3 });
});
