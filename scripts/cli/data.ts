import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Territory } from '../../src/model/territory';
import { isFictional } from '../../src/territory/departements';
import { buildTerritory, type TerritoryFile } from '../../src/territory/territory';

const dataPath = (path: string) => fileURLToPath(new URL(`../../data/${path}`, import.meta.url));

/** Bytes of a file of `data/`. */
export const readData = (path: string): Uint8Array => new Uint8Array(readFileSync(dataPath(path)));

const readTerritoryFile = (code: string): TerritoryFile =>
  JSON.parse(
    readFileSync(dataPath(isFictional(code) ? `demonstration/${code}/territoire.json` : `territoires/${code}.json`), 'utf8'),
  );

/** Territory of a département with its border zone. */
export function loadTerritory(code: string): Territory {
  const file = readTerritoryFile(code);
  return buildTerritory(file, file.neighbours.map(readTerritoryFile));
}

/** The four tables of the demonstration of a département, or null where there is none. */
export function loadDemonstration(code: string): { name: string; bytes: Uint8Array }[] | null {
  if (code !== '44' && !isFictional(code)) return null;
  return ['acteurs', 'dispositifs', 'partenariats', 'territoires'].map((table) => ({
    name: `${table}.csv`,
    bytes: readData(`demonstration/${code}/${table}.csv`),
  }));
}
