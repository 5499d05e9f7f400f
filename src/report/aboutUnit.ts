import { sharingOf } from '../analysis/access';
import type { Analysis } from '../analysis/analysis';
import { readNetwork } from '../analysis/network';
import { zoneContains } from '../analysis/supply';
import { countTotals } from '../analysis/totals';
import type { DomainId } from '../model/domains';
import type { Inventory } from '../model/inventory';
import type { Territory } from '../model/territory';
import { tailor } from '../territory/tailor';
import type { ReportInput } from './input';

/** The records of a unit: actors who receive there, or one of whose schemes states a zone that touches it. */
function inventoryOf({ actors, sites, schemes, partnerships }: Inventory, land: Territory): Inventory {
  const own = new Set(land.communes.map((c) => c.code));
  const here = sites.filter((s) => s.communeCode !== undefined && own.has(s.communeCode));
  const siteIds = new Set(here.map((s) => s.id));
  const serving = schemes.filter(
    (s) => s.siteIds.some((id) => siteIds.has(id)) || (s.zone && land.communes.some((c) => zoneContains(s.zone!, c))),
  );
  const present = new Set([...here.map((s) => s.actorId), ...serving.map((s) => s.actorId)]);
  return {
    actors: actors.filter((a) => present.has(a.id)),
    sites: here,
    schemes: serving.map((s) => ({ ...s, siteIds: s.siteIds.filter((id) => siteIds.has(id)) })),
    partnerships: partnerships.filter((p) => present.has(p.fromId) && present.has(p.toId)),
  };
}

/** How access is shared among some communes, where it is read by places; places per thousand are of the whole alone. */
function accessOf(access: Analysis['access'], communes: Analysis['communes']): Analysis['access'] {
  const people = communes.map((c) => c.young);
  const cut = ([domain, read]: [string, NonNullable<Analysis['access'][DomainId]>]) => {
    if (!read.measures || read.reference === null) return [domain, read];
    const central = communes.map((c) => c.domains[domain as DomainId]?.access?.central ?? 0);
    return [domain, { ...read, measures: { placesPerThousand: null, ...sharingOf(central, people, read.reference) } }];
  };
  return Object.fromEntries(Object.entries(access).map(cut)) as Analysis['access'];
}

/**
 * The same report about one unit of the mesh (EPCI, sector): its communes, its needs, its actors. Levels are those of the
 * whole territory, for what lies beyond the unit counts; nothing is analysed anew. Null: no unit has this code.
 */
export function aboutUnit(input: ReportInput, code: string): ReportInput | null {
  const { analysis, diagnosis, territory } = input;
  const unit = analysis.units.find((u) => u.code === code);
  if (!unit) return null;
  const land = tailor(territory, { perimeter: { name: unit.name, communeCodes: unit.communeCodes } });
  const own = new Set(unit.communeCodes);
  const inventory = inventoryOf(diagnosis.inventory, land);
  const placed = analysis.placed.map((p) => ({
    ...p,
    neighbour: p.communeCode === undefined ? p.neighbour : !own.has(p.communeCode),
  }));
  const communes = analysis.communes.filter((c) => c.unitCode === code);
  return {
    ...input,
    whole: input,
    diagnosis: { ...diagnosis, inventory },
    // A unit that is the whole territory is not cut: its name is still its own.
    territory: { ...land, name: unit.name, wholeCode: unit.code },
    analysis: {
      ...analysis,
      placed,
      communes,
      access: accessOf(analysis.access, communes),
      units: [unit],
      whole: unit,
      gaps: analysis.gaps.filter((g) => g.territory.code === code),
      continuity: { ...analysis.continuity, rows: analysis.continuity.rows.filter((r) => r.code === code) },
      network: readNetwork(inventory, analysis.settings.deducedTies),
      totals: countTotals(
        inventory,
        placed.filter((p) => own.has(p.communeCode ?? '')),
        analysis.domains,
      ),
    },
  };
}
