import { apply } from '../../src/document/commands';
import { type CensusEntry, type Diagnosis, emptyDiagnosis, type Settings } from '../../src/document/diagnosis';
import type { DomainId } from '../../src/model/domains';
import type { Actor, Inventory, Partnership, Scheme, Site } from '../../src/model/inventory';

const source = { file: 'essai.csv', row: 2 };

export const actor = (id: string, more: Partial<Actor> = {}): Actor => ({
  id,
  name: `Acteur ${id}`,
  kind: 'association',
  source,
  ...more,
});

/** A site of actor `a-<id>` at a point of the small territory. */
export const site = (id: string, lon: number, communeCode: string, more: Partial<Site> = {}): Site => ({
  id: `s-${id}`,
  actorId: `a-${id}`,
  point: { lon, lat: 47 },
  communeCode,
  precision: 'adresse',
  source,
  ...more,
});

export const scheme = (id: string, domains: readonly DomainId[], more: Partial<Scheme> = {}): Scheme => ({
  id: `d-${id}`,
  actorId: `a-${id}`,
  siteIds: [`s-${id}`],
  name: `Dispositif ${id}`,
  domains,
  needs: [],
  source,
  ...more,
});

export const tie = (fromId: string, toId: string, more: Partial<Partnership> = {}): Partnership => ({
  id: `p-${fromId}-${toId}`,
  fromId,
  toId,
  nature: 'convention',
  status: 'existant',
  stated: true,
  source,
  ...more,
});

/** A diagnosis of the small territory; every unit is declared partially censused unless told otherwise. */
export function diagnosisOf(
  inventory: Partial<Inventory>,
  settings: Partial<Settings> = {},
  census: readonly CensusEntry[] | null = null,
): Diagnosis {
  const all = ['200000001', '200000002'].flatMap((unitCode) =>
    (['sante', 'logement', 'emploi', 'mentorat'] as const).map((domain): CensusEntry => ({ unitCode, domain, state: 'partiel' })),
  );
  const added = apply(emptyDiagnosis('44', 'Essai'), {
    type: 'addInventory',
    inventory: { actors: [], sites: [], schemes: [], partnerships: [], ...inventory },
    census: census ?? all,
    files: [],
  });
  return apply(added, { type: 'changeSettings', settings });
}
