/**
 * Writes data/territoires/XX.json for the 101 départements from the fact tables (communes, outline, population by
 * age) and from @etalab/decoupage-administratif (postal codes; former, delegated and associated communes). Run once per vintage: npx tsx scripts/data/territoires.ts ../shared/facts
 */

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Papa from 'papaparse';
import { departements } from '../../src/territory/departements';
import { distanceKm } from '../../src/territory/distance';
import { borderKm, type TerritoryFile } from '../../src/territory/territory';

type Row = Record<string, string>;
const facts = process.argv[2] ?? '../shared/facts';
const out = 'data/territoires';
const read = (path: string): Row[] =>
  Papa.parse<Row>(readFileSync(join(facts, path), 'utf8'), { header: true, skipEmptyLines: true }).data;

interface CogCommune {
  readonly code: string;
  readonly nom: string;
  readonly type: 'commune-actuelle' | 'commune-deleguee' | 'commune-associee' | 'arrondissement-municipal';
  readonly chefLieu?: string;
  readonly anciensCodes?: readonly string[];
  readonly codesPostaux?: readonly string[];
}
const cog: readonly CogCommune[] = createRequire(import.meta.url)('@etalab/decoupage-administratif/data/communes.json');
const postcodes = new Map(
  cog.filter((c) => c.type === 'commune-actuelle').map((c) => [c.code, (c.codesPostaux ?? []).join(' ')]),
);

/** Old codes and names by the commune they are in now; a delegated commune may keep the chief town's code under its own name. */
function formerOf(codes: ReadonlySet<string>): [string, string, string][] {
  const parts = cog
    .filter((c) => c.chefLieu && codes.has(c.chefLieu))
    .map((c): [string, string, string] => [c.code, c.nom, c.chefLieu!]);
  const named = new Set(parts.map(([code]) => code));
  const old = cog
    .filter((c) => c.type === 'commune-actuelle' && codes.has(c.code))
    .flatMap((c) => (c.anciensCodes ?? []).filter((o) => !named.has(o)).map((o): [string, string, string] => [o, '', c.code]));
  const current = new Map(cog.filter((c) => c.type === 'commune-actuelle').map((c) => [c.code, c.nom]));
  return [...parts, ...old]
    .filter(([code, name, to]) => code !== to || name !== current.get(to))
    .sort((a, b) => (a.join() < b.join() ? -1 : 1));
}

const ages = new Map(read('population-15-24.csv').map((r) => [r['code_departement']!, r]));
const tables = new Map(departements.map((d) => [d.code, read(`territoires/${d.code}.csv`)]));

// A group is partial where it has communes in more than one département.
const spread = new Map<string, Set<string>>();
for (const [code, rows] of tables)
  for (const r of rows)
    for (const group of [r['code_epci'], r['code_ept']]) if (group) spread.set(group, (spread.get(group) ?? new Set()).add(code));

function groups(rows: readonly Row[], kind: 'epci' | 'ept'): { list: [string, string, 0 | 1][]; index: number[] } {
  const list: [string, string, 0 | 1][] = [];
  const at = new Map<string, number>();
  const index = rows.map((r) => {
    const code = r[`code_${kind}`];
    if (!code) return -1;
    if (!at.has(code)) {
      at.set(code, list.length);
      list.push([code, r[`nom_${kind}`]!, spread.get(code)!.size > 1 ? 1 : 0]);
    }
    return at.get(code)!;
  });
  return { list, index };
}

const points = (rows: readonly Row[]) => rows.map((r) => ({ lon: Number(r['lon']), lat: Number(r['lat']) }));

function neighboursOf(code: string): string[] {
  const own = points(tables.get(code)!);
  return departements
    .filter((d) => d.code !== code)
    .filter((d) =>
      points(tables.get(d.code)!).some((p) => own.some((q) => Math.abs(p.lat - q.lat) < 0.6 && distanceKm(p, q) <= borderKm)),
    )
    .map((d) => d.code);
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const { code, name } of departements) {
  const rows = tables.get(code)!;
  const epci = groups(rows, 'epci');
  const ept = groups(rows, 'ept');
  const age = ages.get(code)!;
  const column = (key: string) => rows.map((r) => Number(r[key]));
  const file: TerritoryFile = {
    code,
    name,
    communes: {
      code: rows.map((r) => r['code_insee']!),
      name: rows.map((r) => r['nom']!),
      epci: epci.index,
      ept: ept.index,
      population: column('population'),
      lon: column('lon'),
      lat: column('lat'),
      areaKm2: rows.map((r) => (r['surface_km2'] === '' ? null : Number(r['surface_km2']))),
      postcodes: rows.map((r) => postcodes.get(r['code_insee']!) ?? ''),
    },
    former: formerOf(new Set(rows.map((r) => r['code_insee']!))),
    epci: epci.list,
    ept: ept.list,
    outline: JSON.parse(readFileSync(join(facts, `territoires/${code}-contour.json`), 'utf8')).coordinates,
    neighbours: neighboursOf(code),
    ages: {
      from15to19: Number(age['pop_15_19']),
      from20to24: Number(age['pop_20_24']),
      total: Number(age['pop_totale']),
      year: Number(age['annee']),
    },
  };
  writeFileSync(join(out, `${code}.json`), `${JSON.stringify(file)}\n`);
}
console.log(`${readdirSync(out).length} fichiers écrits dans ${out}`);
