/**
 * npm run territory -- 62 75 2A [--from DOSSIER] [--out DOSSIER]: writes contours-XX.json (TopoJSON of the communes),
 * a file to drop on the app. Without --from, asks geo.api.gouv.fr.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { topology } from 'topojson-server';
import { fetchOutlines } from '../src/remote/geoApi';
import { findDepartement } from '../src/territory/departements';
import { readOutlines } from '../src/territory/officialOutlines';
import { loadTerritory } from './cli/data';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { from: { type: 'string' }, out: { type: 'string', default: '.' } },
});

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}

async function read(code: string): Promise<unknown> {
  if (values.from === undefined) return fetchOutlines(code, true);
  const path = ['topo', 'json', 'geojson', 'topojson'].map((e) => join(values.from!, `${code}.${e}`)).find(existsSync);
  return path === undefined
    ? fail(`Aucun fichier de contours pour le ${code} dans « ${values.from} ».`)
    : JSON.parse(readFileSync(path, 'utf8'));
}

if (positionals.length === 0) fail('Indiquez un ou plusieurs départements : npm run territory -- 62 75 2A');
for (const code of positionals.map((c) => c.toUpperCase())) {
  if (!findDepartement(code)) fail(`« ${code} » n'est pas un code de département.`);
  const territory = loadTerritory(code);
  const json = await read(code).catch((error: unknown) =>
    fail(`Les contours du ${code} n'ont pas pu être lus : ${error instanceof Error ? error.message : error}`),
  );
  const outlines = readOutlines(json, territory, 'geo.api.gouv.fr (IGN, Admin Express)');
  if (!outlines.ok) fail(`Ce fichier ne contient pas les contours des communes du ${code}.`);
  const features = Object.entries(outlines.value.communes).map(([insee, coordinates]) => ({
    type: 'Feature' as const,
    properties: { code: insee },
    geometry: { type: 'MultiPolygon' as const, coordinates: coordinates as unknown as number[][][][] },
  }));
  mkdirSync(values.out, { recursive: true });
  const path = join(values.out, `contours-${code}.json`);
  writeFileSync(
    path,
    JSON.stringify(topology({ communes: { type: 'FeatureCollection', features } as GeoJSON.FeatureCollection }, 1e5)),
  );
  console.log(`${path} : ${features.length} communes sur ${territory.communes.length}`);
}
