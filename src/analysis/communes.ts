import type { Diagnosis, Settings } from '../document/diagnosis';
import type { DomainId, Thresholds } from '../model/domains';
import type { Commune } from '../model/territory';
import { type AccessReading, readAccess } from './access';
import type { CommuneDomain, Nearest, PlacedScheme } from './analysis';
import type { BorderView } from './border';
import type { CapacityDomain } from './capacityRobustness';
import type { Census } from './census';
import { saturationOf } from './metrics/capacity';
import { levelFrom } from './metrics/level';
import { shareOfRuns } from './robustness';
import {
  countWithin,
  type DomainSite,
  type HeldDomain,
  isOpenTo,
  meanOfThree,
  type Reach,
  reachOf,
  type Supply,
  supplyOf,
} from './supply';
import type { Travel } from './travel';

/** The scheme of a site that a commune is told of: open to it, with the most room known. */
function nearestFrom(site: DomainSite | undefined, commune: Commune): Nearest | null {
  if (!site) return null;
  const { siteId, actorName, communeCode } = site.place;
  const open = site.schemes.filter((s) => isOpenTo(s, commune));
  const [first = site.schemes[0]!] = [...open].sort((a, b) => (a.occupancy ?? 1) - (b.occupancy ?? 1));
  return {
    schemeId: first.id,
    siteId,
    name: first.name,
    actorName,
    saturation: saturationOf(first.occupancy),
    ...(communeCode === undefined ? {} : { communeCode }),
  };
}

/** A domain seen from every commune, before it is put in words of levels. */
export interface DomainReading extends AccessReading {
  readonly domain: DomainId;
  readonly communes: readonly Commune[];
  readonly supply: Supply;
  readonly reach: Reach;
  readonly travel: Travel;
}

/**
 * One domain seen from every commune: nearest site not known closed whose zone is unknown or contains the commune, sites
 * within the second threshold, access where capacities are known.
 */
export function readDomain(
  domain: DomainId,
  communes: readonly Commune[],
  placed: readonly PlacedScheme[],
  { inventory, settings }: Diagnosis,
  travel: Travel,
  held?: HeldDomain,
): DomainReading {
  const supply = supplyOf(domain, placed, inventory.schemes, held);
  // Catchments weigh in capacity mode only, yet looking as far always keeps one search for both.
  const farthest = Math.max(settings.thresholds[domain][1], settings.catchments[domain]);
  const reach = reachOf(domain, supply, communes, travel, farthest);
  return { domain, communes, supply, reach, travel, ...readAccess(domain, communes, supply, reach, settings, held) };
}

/** What the robustness of a domain in capacity mode is computed from; null in presence mode. */
export function capacityDomain(reading: DomainReading, settings: Settings): CapacityDomain | null {
  const { places, access } = reading;
  return places && access.reference !== null ? { ...reading, places, reference: access.reference, settings } : null;
}

interface Asked {
  readonly reading: DomainReading;
  readonly thresholds: Thresholds;
}

/** Places that a commune reaches, in capacity mode. */
function placesOf(i: number, { places, access }: DomainReading): CommuneDomain['access'] {
  if (!places || access.reference === null) return null;
  const central = places.central[i]!;
  return { low: places.low[i]!, central, high: places.high[i]!, ratio: central / access.reference };
}

/** Level of a commune and what decided it: by presence alone, or with its access at the bounds of what capacities may be. */
function levelOf(i: number, withinReach: number, own: CommuneDomain['access'], { reading, thresholds }: Asked) {
  const minutes = reading.reach.minutes[i]!;
  const { reference } = reading.access;
  if (!own || reference === null) return { best: levelFrom(minutes, withinReach, thresholds), worst: null };
  const at = (value: number) => levelFrom(minutes, withinReach, thresholds, value / reference);
  const [best, worst] = [at(own.high), own.low === own.high ? null : at(own.low)];
  // Where both bounds agree, what decided is told for the centre.
  return worst?.level === best.level ? { best: at(own.central), worst: null } : { best, worst };
}

const absent = { level: null, component: 'donnees-absentes', range: null, robustness: null } as const;

/**
 * The readings of a domain in every commune, in their order; where nothing was censused the level is null. `shares`: the
 * robustness of a domain in capacity mode, null while it is not computed.
 */
export function readCommunes(
  reading: DomainReading,
  { inventory, settings }: Diagnosis,
  { census, border }: { readonly census: Census; readonly border: BorderView },
  shares: Float64Array | null,
): CommuneDomain[] {
  const { domain, communes, supply, reach, travel } = reading;
  const thresholds = settings.thresholds[domain];
  const asked = { reading, thresholds };
  const counts = countWithin(domain, reach, thresholds[1]);
  const means = meanOfThree(domain, reach, supply, communes, travel);
  const offered = inventory.schemes.filter((s) => s.domains.includes(domain) && s.closed !== true);
  const withZone = offered.filter((s) => s.zone !== undefined);
  const isOpenToAll = withZone.length < offered.length;
  return communes.map((commune, i): CommuneDomain => {
    const { state, records, confidence } = census(commune.code, domain);
    const access = placesOf(i, reading);
    const { best, worst } = levelOf(i, counts[i]!, access, asked);
    const minutes = Number.isFinite(reach.minutes[i]!) ? reach.minutes[i]! : null;
    const isZoned = withZone.some((s) => isOpenTo(s, commune));
    const found = {
      ...best,
      range: worst && ([best.level, worst.level] as const),
      robustness: access ? (shares?.[i] ?? null) : shareOfRuns(minutes, thresholds, settings),
    };
    const hasData = state !== 'non-commence' || records > 0;
    return {
      ...(hasData ? found : absent),
      access,
      minutes,
      meanOfThree: Number.isFinite(means[i]!) ? means[i]! : null,
      withinReach: counts[i]!,
      nearest: nearestFrom(supply.sites[reach.nearest[i]!], commune),
      eligible: isOpenToAll || isZoned,
      zoneStated: isZoned,
      confidence,
      // What is covered already gains nothing from nearer supply.
      border: hasData && best.level !== 0 ? border(commune, domain, minutes) : null,
    };
  });
}
