import { readFileSync } from 'node:fs';
import { seededRandom } from '../../src/analysis/random';
import { type Diagnosis, emptyDiagnosis } from '../../src/document/diagnosis';
import { domainIds } from '../../src/model/domains';
import type { Actor, Partnership, Scheme, Site } from '../../src/model/inventory';
import { actorKinds, natures } from '../../src/model/lists';
import { buildTerritory } from '../../src/territory/territory';

export const [actorCount, schemeCount, tieCount] = [5000, 8000, 10_000];

/** A diagnosis of a size that a département reaches; the same each time. */
export function largeDiagnosis(departement = '44'): Diagnosis {
  const territory = buildTerritory(JSON.parse(readFileSync(`data/territoires/${departement}.json`, 'utf8')));
  const random = seededRandom(7);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const source = (row: number) => ({ file: 'inventaire.csv', row });
  const actors = Array.from(
    { length: actorCount },
    (_, i): Actor => ({ id: `a-${i}`, name: `Association d'entraide n° ${i}`, kind: pick(actorKinds).id, source: source(i + 2) }),
  );
  const sites = Array.from({ length: schemeCount }, (_, i): Site => {
    const c = pick(territory.communes);
    const point = { lon: c.lon + random() * 0.02, lat: c.lat + random() * 0.02 };
    return {
      id: `s-${i}`,
      actorId: `a-${i % actorCount}`,
      communeCode: c.code,
      communeName: c.name,
      point,
      precision: 'adresse',
      source: source(i + 2),
    };
  });
  const schemes = Array.from(
    { length: schemeCount },
    (_, i): Scheme => ({
      id: `d-${i}`,
      actorId: `a-${i % actorCount}`,
      siteIds: [`s-${i}`],
      name: `Dispositif n° ${i}`,
      domains: [pick(domainIds)],
      needs: [],
      places: Math.floor(random() * 60),
      source: source(i + 2),
    }),
  );
  const partnerships = Array.from({ length: tieCount }, (_, i): Partnership => {
    const from = Math.floor(random() * actorCount);
    return {
      id: `p-${i}`,
      fromId: `a-${from}`,
      toId: `a-${(from + 1 + Math.floor(random() * (actorCount - 1))) % actorCount}`,
      nature: pick(natures),
      status: 'existant',
      stated: true,
      source: source(i + 2),
    };
  });
  return { ...emptyDiagnosis(departement, 'Mesure'), inventory: { actors, sites, schemes, partnerships } };
}
