import { describe, expect, test } from 'vitest';
import { apply } from '../../src/document/commands';
import { type Diagnosis, defaultSettings, emptyDiagnosis, type Settings } from '../../src/document/diagnosis';
import type { TravelMatrix } from '../../src/model/territory';
import { comparisonMethod } from '../../src/sentences/comparison';
import { en } from '../../src/text/en';
import { fr } from '../../src/text/fr';

const present = emptyDiagnosis('44', 'Ici');
const set = (settings: Partial<Settings>): Diagnosis => apply(present, { type: 'changeSettings', settings });
const plain = (sentences: readonly string[]) => sentences.map((s) => s.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll('’', "'"));
const method = (other: Diagnosis, here = present) => plain(comparisonMethod({ other, name: 'Mai', present: here }, fr));

describe('a project of the same département is read under the present settings', () => {
  test('said where its own were others, with which; display settings change no reading', () => {
    const others: readonly (readonly [Diagnosis, string])[] = [
      [set({ speedKmh: 60 }), 'estimation des temps de trajet'],
      [set({ thresholds: { ...defaultSettings.thresholds, sante: [10, 20, 30] } }), 'seuils'],
      [set({ mesh: 'departement' }), 'maille'],
      [set({ domains: ['sante'] }), 'domaines'],
      [set({ decay: 'lineaire' }), 'lecture des places'],
      [{ ...present, perimeter: { name: 'Ouest', communeCodes: ['44001'] } }, 'périmètre'],
      [{ ...present, youngPopulation: { byCommune: {}, source: 'Insee', file: 'x.csv' } }, 'nombres de jeunes'],
    ];
    for (const [other, part] of others)
      expect(method(other)).toEqual([
        `« Mai » est lu avec les réglages de ce diagnostic, pour que seule l'offre change ; les siens étaient autres : ${part}.`,
      ]);
    expect(method(set({ speedKmh: 60, mesh: 'departement' }))[0]).toContain('maille, estimation des temps de trajet.');
    expect(method(present)).toEqual([]);
    expect(method(set({ deducedTies: true, showProtectedPlaces: true }))).toEqual([]);
    expect(comparisonMethod({ other: set({ speedKmh: 60 }), name: 'May', present }, en)[0]).toContain('estimated travel times');
  });
  test('a sector cut matters where it is read', () => {
    const sectors = (name: string) => [{ name, communeCodes: ['44001'] }];
    const cut = (name: string, mesh: Settings['mesh']) => ({ ...set({ mesh }), sectors: sectors(name) });
    expect(method(cut('A', 'epci'), cut('B', 'epci'))).toEqual([]);
    expect(method(cut('A', 'secteur'), cut('B', 'secteur'))[0]).toContain('autres : maille.');
  });
  test('of another département, each has its own: nothing is said', () => {
    expect(method({ ...set({ speedKmh: 60 }), departement: '85' })).toEqual([]);
  });
});

describe('travel data of the two', () => {
  const matrix = (file: string, value: number): TravelMatrix => ({
    file,
    codes: ['44001', '44002'],
    minutes: [null, value, null, null],
  });
  const barrier = { file: 'barrieres.csv', between: ['44001', '44002'], minutes: null } as const;
  test('files, times and exceptions that differ are told, and whose hold', () => {
    const here = { ...present, travel: [matrix('temps.csv', 12)] };
    expect(method({ ...present, travelExceptions: [barrier] }, here)).toEqual([
      'Les données de trajet ne sont pas les mêmes : « Mai » : 1 exception (barrieres.csv) ; ce diagnostic : temps.csv (1 couple). Celles de ce diagnostic valent pour les deux.',
    ]);
    expect(method(present, here)[0]).toContain('« Mai » : aucune ; ce diagnostic : temps.csv (1 couple).');
    expect(method({ ...present, departement: '85' }, here)[0]).toBe(
      'Les données de trajet ne sont pas les mêmes : « Mai » : aucune ; ce diagnostic : temps.csv (1 couple). Chacun est lu avec les siennes.',
    );
  });
  test('one name, other times: told all the same; the same read back from a file: nothing', () => {
    const here = { ...present, travel: [matrix('temps.csv', 12)], travelExceptions: [barrier] };
    expect(method({ ...here, travel: [matrix('temps.csv', 15)] }, here)).toHaveLength(1);
    expect(method({ ...here, travelExceptions: [{ ...barrier, minutes: 5 }] }, here)).toHaveLength(1);
    expect(method(structuredClone(here), here)).toEqual([]);
  });
});
