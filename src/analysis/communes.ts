import type { Diagnosis, Settings } from '../document/diagnosis';
import type { DomainId, Thresholds } from '../model/domains';
import type { Scheme } from '../model/inventory';
import type { Commune } from '../model/territory';
import { departementOf } from '../territory/departements';
import { type DomainSite, readAccess } from './access';
import type { CommuneDomain, DomainAccess, Nearest, PlacedScheme } from './analysis';
import type { BorderView } from './border';
import type { Census } from './census';
import { levelFrom } from './metrics/level';
import { countWithin, nearestIndex } from './metrics/reach';
import { shareOfRuns } from './robustness';
import { type PlaceTable, placeTable, type Travel } from './travel';

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
  // In one order whatever that of the records: sums of the same terms are then the same to the last digit.
  return [...sites.values()].sort((a, b) => (a.place.siteId < b.place.siteId ? -1 : 1));
}

const nearestFrom = ({ schemeId, siteId, name, actorName, communeCode }: PlacedScheme): Nearest => ({
  schemeId,
  siteId,
  name,
  actorName,
  ...(communeCode === undefined ? {} : { communeCode }),
});

/** Minutes from a commune to every site of a supply; `Infinity` where no scheme of the site is open to it. */
function costsFrom(commune: Commune, { sites, table, zoned }: Supply, travel: Travel): Float64Array {
  const costs = travel.row(commune, table);
  for (const j of zoned) if (!sites[j]!.schemes.some((scheme) => isOpenTo(scheme, commune))) costs[j] = Number.POSITIVE_INFINITY;
  return costs;
}

/** What presence tells of a commune, before its level. */
interface Reach {
  readonly costs: Float64Array;
  /** `Infinity`: nothing is reached. */
  readonly minutes: number;
  readonly withinReach: number;
  readonly nearest: Nearest | null;
}

function reachOf(commune: Commune, supply: Supply, travel: Travel, [, t2]: Thresholds): Reach {
  const costs = costsFrom(commune, supply, travel);
  const index = nearestIndex(costs);
  return {
    costs,
    minutes: index < 0 ? Number.POSITIVE_INFINITY : costs[index]!,
    withinReach: countWithin(costs, t2),
    nearest: index < 0 ? null : nearestFrom(supply.sites[index]!.place),
  };
}

type Reading = Pick<CommuneDomain, 'level' | 'component' | 'access' | 'range' | 'robustness'>;

/** Level of a commune: by presence alone, or with its access at the bounds of what capacities may be. */
function levelOf(reach: Reach, rank: number, access: DomainAccess, settings: Settings, thresholds: Thresholds): Reading {
  const { minutes, withinReach } = reach;
  const own = access.byCommune?.[rank];
  if (!own || access.reference === null) {
    const robustness = shareOfRuns(Number.isFinite(minutes) ? minutes : null, thresholds, settings);
    return { ...levelFrom(minutes, withinReach, thresholds), access: null, range: null, robustness };
  }
  const { robustness, ...places } = own;
  const at = (value: number) => levelFrom(minutes, withinReach, thresholds, value / access.reference!);
  const [best, worst] = [at(places.high), at(places.low)];
  return {
    ...(best.level === worst.level ? at(places.central) : best),
    access: { ...places, ratio: places.central / access.reference },
    range: best.level === worst.level ? null : [best.level, worst.level],
    robustness,
  };
}

/** A domain read in every commune, and how. */
export interface DomainReading {
  readonly communes: readonly CommuneDomain[];
  readonly access: DomainAccess;
}

/**
 * One domain read in every commune, in the order given: nearest site not known closed whose zone is unknown or contains
 * the commune, sites within the second threshold, access where capacities are known, level. Where nothing was censused
 * the level is null.
 */
export function readCommunes(
  domain: DomainId,
  communes: readonly Commune[],
  placed: readonly PlacedScheme[],
  { inventory, settings }: Diagnosis,
  { census, border, travel }: { readonly census: Census; readonly border: BorderView; readonly travel: Travel },
): DomainReading {
  const byId = new Map(inventory.schemes.map((s) => [s.id, s]));
  const sites = sitesOf(domain, placed, byId);
  const supply: Supply = {
    sites,
    table: placeTable(sites.map((s) => s.place)),
    zoned: sites.flatMap((s, j) => (s.schemes.every((scheme) => scheme.zone !== undefined) ? [j] : [])),
  };
  const thresholds = settings.thresholds[domain];
  const reaches = communes.map((commune) => reachOf(commune, supply, travel, thresholds));
  const access = readAccess(
    { domain, communes, sites, costsOf: (i) => reaches[i]!.costs, settings },
    reaches.map((r) => r.minutes),
  );
  const offered = inventory.schemes.filter((s) => s.domains.includes(domain) && s.closed !== true);
  const withZone = offered.filter((s) => s.zone !== undefined);
  const isOpenToAll = withZone.length < offered.length;
  const read = (commune: Commune, i: number): CommuneDomain => {
    const { state, records, confidence } = census(commune.code, domain);
    const { minutes: cost, withinReach, nearest } = reaches[i]!;
    const reading = levelOf(reaches[i]!, i, access, settings, thresholds);
    const minutes = Number.isFinite(cost) ? cost : null;
    const isZoned = withZone.some((s) => isOpenTo(s, commune));
    const hasData = state !== 'non-commence' || records > 0;
    return {
      ...reading,
      ...(hasData ? {} : { level: null, component: 'donnees-absentes' as const, range: null, robustness: null }),
      minutes,
      withinReach,
      nearest,
      eligible: isOpenToAll || isZoned,
      zoneStated: isZoned,
      confidence,
      // What is covered already gains nothing from nearer supply.
      border: hasData && reading.level !== 0 ? border(commune, domain, minutes) : null,
    };
  };
  return { communes: communes.map(read), access };
}
