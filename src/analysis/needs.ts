import type { Diagnosis, Settings } from '../document/diagnosis';
import { type DomainId, domains, type NeedId, needIds, type Thresholds } from '../model/domains';
import type { Inventory, Scheme } from '../model/inventory';
import { censusStates } from '../model/lists';
import type { Territory, Unit } from '../model/territory';
import { unitsOf, wholeUnit } from './analyse';
import type { CommuneDomain, CommuneReading, UnitDomain } from './analysis';
import { viewBorder } from './border';
import { readCensus } from './census';
import { readCommunes, readDomain } from './communes';
import { placeSchemes } from './places';
import { travelOf } from './travel';
import { readUnit } from './units';

export type ByNeed<T> = Readonly<Record<NeedId, T>>;

/** The six needs of art. R.222-6 CASF, each read as a domain is, by presence. */
export interface NeedsReading {
  /** In the order of the territory's communes. */
  readonly communes: readonly ByNeed<CommuneDomain>[];
  /** In the order of the units of the mesh. */
  readonly units: readonly ByNeed<UnitDomain>[];
  readonly whole: ByNeed<UnitDomain>;
  readonly thresholds: ByNeed<Thresholds>;
  /** Schemes not known closed that answer a need; those of them whose needs are told by their domains alone. */
  readonly schemes: number;
  readonly deduced: number;
}

const each = <T>(read: (need: NeedId) => T) => Object.fromEntries(needIds.map((need) => [need, read(need)])) as ByNeed<T>;

/** Domains that hold a need: there is at least one. */
const holdersOf = (need: NeedId): readonly DomainId[] =>
  domains.filter((d) => (d.needs as readonly NeedId[]).includes(need)).map((d) => d.id);

/** Needs that a scheme answers: those it states, else those of its domains. */
export const needsOf = ({ needs, domains: own }: Pick<Scheme, 'needs' | 'domains'>): readonly NeedId[] =>
  needs.length > 0 ? needs : needIds.filter((need) => holdersOf(need).some((d) => own.includes(d)));

/** Thresholds of a need: those of the domain that holds it; of two, the most demanding, so that no need is held covered by the laxer. */
function thresholdsOf(need: NeedId, { thresholds }: Pick<Settings, 'thresholds'>): Thresholds {
  const held = holdersOf(need).map((d) => thresholds[d]);
  const least = (i: 0 | 1 | 2) => Math.min(...held.map((t) => t[i]));
  return [least(0), least(1), least(2)];
}

/** Declared census of a need: where every domain that holds it is declared, the least advanced of their states. */
function censusFor(need: NeedId, as: DomainId, census: Diagnosis['census']): Diagnosis['census'] {
  const holders = holdersOf(need);
  const held = census.filter((e) => holders.includes(e.domain));
  return [...new Set(held.map((e) => e.unitCode))].flatMap((unitCode) => {
    const ranks = new Map(held.filter((e) => e.unitCode === unitCode).map((e) => [e.domain, censusStates.indexOf(e.state)]));
    const state = censusStates[Math.min(...ranks.values())];
    return state && ranks.size === holders.length ? [{ unitCode, domain: as, state }] : [];
  });
}

/**
 * The diagnosis as one need sees it: the schemes that answer it are the offer of one domain, and there is no other. Their
 * places are left out, for a place answers several needs and would count in each.
 */
function seenBy(
  need: NeedId,
  diagnosis: Diagnosis,
): {
  readonly as: DomainId;
  readonly known: Inventory;
  readonly seen: Diagnosis;
} {
  const as = holdersOf(need)[0]!;
  const { inventory, settings } = diagnosis;
  const schemes = inventory.schemes
    .filter((s) => needsOf(s).includes(need))
    .map((scheme): Scheme => ({ ...scheme, domains: [as] }));
  return {
    as,
    /** With their places: what is known of a scheme does not depend on how it is read. */
    known: { ...inventory, schemes },
    seen: {
      ...diagnosis,
      inventory: { ...inventory, schemes: schemes.map(({ places: _, ...scheme }): Scheme => scheme) },
      census: censusFor(need, as, diagnosis.census),
      settings: { ...settings, domains: [as], thresholds: { ...settings.thresholds, [as]: thresholdsOf(need, settings) } },
    },
  };
}

/** Every need in every commune, unit and the whole. Pure, and asked for apart: most readings do without it. */
export function readNeeds(diagnosis: Diagnosis, territory: Territory): NeedsReading {
  const travel = travelOf(diagnosis, territory);
  const units = unitsOf(territory, diagnosis.settings.mesh, diagnosis.sectors);
  const readOne = (need: NeedId) => {
    const { as, known, seen } = seenBy(need, diagnosis);
    const placed = placeSchemes(seen.inventory, territory, seen.settings.showProtectedPlaces);
    const census = readCensus({ inventory: known, census: seen.census }, territory, placed);
    const border = viewBorder(territory, placed, travel);
    const reading = readDomain(as, territory.communes, placed, seen, travel);
    const communes = readCommunes(reading, seen, { census, border }, null);
    const readings = new Map(
      territory.communes.map((c, i): [string, CommuneReading] => [
        c.code,
        { code: c.code, name: c.name, unitCode: '', population: c.population, young: c.young, domains: { [as]: communes[i]! } },
      ]),
    );
    const read = (unit: Unit) => readUnit(unit, readings, seen.settings, territory, census).domains[as]!;
    return { communes, units: units.map(read), whole: read(wholeUnit(territory)) };
  };
  const byNeed = each(readOne);
  const answering = diagnosis.inventory.schemes.filter((s) => s.closed !== true && needsOf(s).length > 0);
  return {
    communes: territory.communes.map((_, i) => each((need) => byNeed[need].communes[i]!)),
    units: units.map((_, i) => each((need) => byNeed[need].units[i]!)),
    whole: each((need) => byNeed[need].whole),
    thresholds: each((need) => thresholdsOf(need, diagnosis.settings)),
    schemes: answering.length,
    deduced: answering.filter((s) => s.needs.length === 0).length,
  };
}
