import type { Diagnosis, Settings } from '../document/diagnosis';
import type { DomainId } from '../model/domains';
import type { Scheme } from '../model/inventory';
import type { Commune } from '../model/territory';
import { departementOf } from '../territory/departements';
import type { CommuneDomain, Nearest, PlacedScheme } from './analysis';
import type { BorderView } from './border';
import type { Census } from './census';
import { levelFrom } from './metrics/level';
import { countWithin, nearestIndex } from './metrics/reach';
import { shareOfRuns } from './robustness';
import { type PlaceTable, placeTable, travelRow } from './travel';

/** A site and the schemes of one domain received there. */
interface DomainSite {
  readonly place: PlacedScheme;
  readonly schemes: readonly Scheme[];
}

/** The sites of one domain, ready to be looked at from every commune. */
interface Supply {
  readonly sites: readonly DomainSite[];
  readonly table: PlaceTable;
  /** Indexes of the sites that may be closed to a commune: all their schemes state a zone. */
  readonly zoned: readonly number[];
}

/** Whether a stated zone contains a commune; `undefined` zones are unknown and answered by the caller. */
export function zoneContains(zone: readonly string[], commune: Commune): boolean {
  const codes = [commune.code, commune.epciCode, commune.eptCode, departementOf(commune.code), 'france'];
  return zone.some((code) => codes.includes(code));
}

const isOpenTo = (scheme: Scheme, commune: Commune) => scheme.zone === undefined || zoneContains(scheme.zone, commune);

function sitesOf(domain: DomainId, placed: readonly PlacedScheme[], schemes: ReadonlyMap<string, Scheme>): DomainSite[] {
  const sites = new Map<string, DomainSite>();
  for (const place of placed) {
    if (!place.domains.includes(domain)) continue;
    const scheme = schemes.get(place.schemeId)!;
    const known = sites.get(place.siteId);
    sites.set(place.siteId, known ? { place: known.place, schemes: [...known.schemes, scheme] } : { place, schemes: [scheme] });
  }
  return [...sites.values()];
}

const nearestFrom = ({ schemeId, siteId, name, actorName, communeCode }: PlacedScheme): Nearest => ({
  schemeId,
  siteId,
  name,
  actorName,
  ...(communeCode === undefined ? {} : { communeCode }),
});

function readCommune(
  commune: Commune,
  domain: DomainId,
  { sites, table, zoned }: Supply,
  settings: Settings,
): Omit<CommuneDomain, 'confidence' | 'eligible' | 'zoneStated' | 'border' | 'robustness'> {
  const costs = travelRow(commune, table, settings);
  for (const j of zoned) if (!sites[j]!.schemes.some((scheme) => isOpenTo(scheme, commune))) costs[j] = Number.POSITIVE_INFINITY;
  const thresholds = settings.thresholds[domain];
  const index = nearestIndex(costs);
  const minutes = index < 0 ? Number.POSITIVE_INFINITY : costs[index]!;
  const withinReach = countWithin(costs, thresholds[1]);
  return {
    ...levelFrom(minutes, withinReach, thresholds),
    minutes: index < 0 ? null : minutes,
    withinReach,
    nearest: index < 0 ? null : nearestFrom(sites[index]!.place),
  };
}

/**
 * One domain read in every commune, in the order given: nearest site not known closed whose zone is unknown or
 * contains the commune, sites within the second threshold, level. Where nothing was censused the level is null.
 */
export function readCommunes(
  domain: DomainId,
  communes: readonly Commune[],
  placed: readonly PlacedScheme[],
  { inventory, settings }: Diagnosis,
  { census, border }: { readonly census: Census; readonly border: BorderView },
): CommuneDomain[] {
  const byId = new Map(inventory.schemes.map((s) => [s.id, s]));
  const sites = sitesOf(domain, placed, byId);
  const supply: Supply = {
    sites,
    table: placeTable(sites.map((s) => s.place)),
    zoned: sites.flatMap((s, j) => (s.schemes.every((scheme) => scheme.zone !== undefined) ? [j] : [])),
  };
  const offered = inventory.schemes.filter((s) => s.domains.includes(domain) && s.closed !== true);
  const withZone = offered.filter((s) => s.zone !== undefined);
  const isOpenToAll = withZone.length < offered.length;
  return communes.map((commune) => {
    const { state, records, confidence } = census(commune.code, domain);
    const reading = readCommune(commune, domain, supply, settings);
    const isZoned = withZone.some((s) => isOpenTo(s, commune));
    const hasData = state !== 'non-commence' || records > 0;
    return {
      ...reading,
      ...(hasData ? {} : { level: null, component: 'donnees-absentes' as const }),
      eligible: isOpenToAll || isZoned,
      zoneStated: isZoned,
      confidence,
      // What is covered already gains nothing from nearer supply.
      robustness: hasData ? shareOfRuns(reading.minutes, settings.thresholds[domain], settings) : null,
      border: hasData && reading.level !== 0 ? border(commune, domain, reading.minutes) : null,
    };
  });
}
