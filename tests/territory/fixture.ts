import { readFileSync } from 'node:fs';
import { buildTerritory, type TerritoryFile } from '../../src/territory/territory';

export const readTerritoryFile = (code: string): TerritoryFile =>
  JSON.parse(readFileSync(code === '00' ? 'data/demonstration/00/territoire.json' : `data/territoires/${code}.json`, 'utf8'));

/** Real territory with its border zone. */
export function loadTerritory(code: string) {
  const file = readTerritoryFile(code);
  return buildTerritory(file, file.neighbours.map(readTerritoryFile));
}

/**
 * A hand-checkable territory: four communes on the 47th parallel, 0.1° (about 7.6 km) apart, two EPCI. The
 * population is chosen so that A, B, C, D hold 100, 200, 300 and 400 young people.
 */
export const smallFile: TerritoryFile = {
  code: '44',
  name: 'Essai',
  communes: {
    code: ['44001', '44002', '44003', '44004'],
    name: ['Alpha', 'Bravo', 'Charlie', 'Delta'],
    epci: [0, 0, 1, 1],
    ept: [-1, -1, -1, -1],
    population: [1000, 2000, 3000, 4000],
    lon: [-1.9, -1.8, -1.7, -1.6],
    lat: [47, 47, 47, 47],
    areaKm2: [16, 16, 16, 16],
    postcodes: ['44100', '44200', '44300', '44300'],
  },
  former: [['44005', 'Écho', '44001']],
  epci: [
    ['200000001', 'CC Ouest', 0],
    ['200000002', 'CC Est', 1],
  ],
  ept: [],
  outline: [
    [
      [
        [-2, 46.9],
        [-1.5, 46.9],
        [-1.5, 47.1],
        [-2, 47.1],
        [-2, 46.9],
      ],
    ],
  ],
  neighbours: [],
  // 2/5 × 100 + 60 = 100 young people per 1 000 inhabitants.
  ages: { from15to19: 100, from20to24: 60, total: 1000, year: 2025 },
};
