import type { DomainId } from '../model/domains';
import type { Inventory } from '../model/inventory';
import type { CensusEntry, Diagnosis, ImportedFile, Settings } from './diagnosis';

/** Every way to change a diagnosis. */
export type Command =
  | {
      readonly type: 'addInventory';
      readonly inventory: Inventory;
      readonly census: readonly CensusEntry[];
      readonly files: readonly ImportedFile[];
    }
  | { readonly type: 'removeFile'; readonly name: string }
  | { readonly type: 'assignDomains'; readonly file: string; readonly domains: readonly DomainId[] }
  | { readonly type: 'assignSchemeDomains'; readonly schemeId: string; readonly domains: readonly DomainId[] }
  | { readonly type: 'setCensus'; readonly entries: readonly CensusEntry[] }
  | { readonly type: 'changeSettings'; readonly settings: Partial<Settings> }
  | { readonly type: 'rename'; readonly title: string };

/** Appends records; one whose id is already there keeps its place and is replaced, so importing twice adds nothing. */
function mergeById<T extends { readonly id: string }>(present: readonly T[], added: readonly T[]): readonly T[] {
  if (added.length === 0) return present;
  const byId = new Map(present.map((r) => [r.id, r]));
  for (const record of added) byId.set(record.id, record);
  return [...byId.values()];
}

function addInventory(d: Diagnosis, command: Extract<Command, { type: 'addInventory' }>): Diagnosis {
  const added = command.inventory;
  const names = new Set(command.files.map((f) => f.name));
  return {
    ...d,
    inventory: {
      actors: mergeById(d.inventory.actors, added.actors),
      sites: mergeById(d.inventory.sites, added.sites),
      schemes: mergeById(d.inventory.schemes, added.schemes),
      partnerships: mergeById(d.inventory.partnerships, added.partnerships),
    },
    census: mergeCensus(d.census, command.census),
    files: [...d.files.filter((f) => !names.has(f.name)), ...command.files],
  };
}

/** Drops a file's records, and the ties and schemes that would point at actors no longer there. */
function removeFile(d: Diagnosis, name: string): Diagnosis {
  const stays = (r: { readonly source: { readonly file: string } }) => r.source.file !== name;
  const actors = d.inventory.actors.filter(stays);
  const known = new Set(actors.map((a) => a.id));
  const sites = d.inventory.sites.filter((s) => stays(s) && known.has(s.actorId));
  const places = new Set(sites.map((s) => s.id));
  return {
    ...d,
    inventory: {
      actors,
      sites,
      schemes: d.inventory.schemes
        .filter((s) => stays(s) && known.has(s.actorId))
        .map((s) => (s.siteIds.every((id) => places.has(id)) ? s : { ...s, siteIds: s.siteIds.filter((id) => places.has(id)) })),
      partnerships: d.inventory.partnerships.filter((p) => stays(p) && known.has(p.fromId) && known.has(p.toId)),
    },
    files: d.files.filter((f) => f.name !== name),
  };
}

const censusKey = (e: CensusEntry) => `${e.unitCode}:${e.domain}`;

function mergeCensus(present: readonly CensusEntry[], added: readonly CensusEntry[]): readonly CensusEntry[] {
  const byKey = new Map(present.map((e) => [censusKey(e), e]));
  for (const entry of added) byKey.set(censusKey(entry), entry);
  return [...byKey.values()].filter((e) => e.state !== 'non-commence');
}

function assignDomains(
  d: Diagnosis,
  isTarget: (schemeId: string, file: string) => boolean,
  chosen: readonly DomainId[],
): Diagnosis {
  const schemes = d.inventory.schemes.map((s) => (isTarget(s.id, s.source.file) ? { ...s, domains: chosen } : s));
  return { ...d, inventory: { ...d.inventory, schemes } };
}

/** The diagnosis after a command; the one given is left as it was. */
export function apply(d: Diagnosis, command: Command): Diagnosis {
  switch (command.type) {
    case 'addInventory':
      return addInventory(d, command);
    case 'removeFile':
      return removeFile(d, command.name);
    case 'assignDomains':
      return assignDomains(d, (_, file) => file === command.file, command.domains);
    case 'assignSchemeDomains':
      return assignDomains(d, (id) => id === command.schemeId, command.domains);
    case 'setCensus':
      return { ...d, census: mergeCensus(d.census, command.entries) };
    case 'changeSettings':
      return { ...d, settings: { ...d.settings, ...command.settings } };
    case 'rename':
      return { ...d, title: command.title };
  }
}
