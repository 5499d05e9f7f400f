import type { DomainId } from '../model/domains';
import type { Commune } from '../model/territory';
import type { Analysis, CommuneReading, Component, Gap, Level, PlacedScheme, UnitReading } from './analysis';
import { majorityLevel, weightedMedianIndex } from './metrics/weighted';
import { rememberLast } from './remember';
import { sturdinessOf } from './robustness';
import type { Travel } from './travel';

/** Actors that already work on the domain, nearest to the commune whose time the need states; three at most, to be examined. */
function findCandidates(domain: DomainId, from: Commune, placed: readonly PlacedScheme[], travel: Travel): Gap['candidates'] {
  const byActor = new Map<string, { actorId: string; name: string; minutes: number }>();
  for (const place of placed) {
    if (!place.domains.includes(domain)) continue;
    const minutes = travel.to(from, place);
    if (!Number.isFinite(minutes)) continue;
    const known = byActor.get(place.actorId);
    if (!known || minutes < known.minutes) byActor.set(place.actorId, { actorId: place.actorId, name: place.actorName, minutes });
  }
  return [...byActor.values()].sort((a, b) => a.minutes - b.minutes || (a.actorId < b.actorId ? -1 : 1)).slice(0, 3);
}

/** By domain and commune, for one offer and its travel times: thresholds move without looking for them again. */
const knownCandidates = rememberLast(
  (_: 'candidates', _placed: readonly PlacedScheme[], _travel: Travel) => new Map<string, Gap['candidates']>(),
);

function candidatesOf(domain: DomainId, from: Commune, { placed, travel }: GapInput): Gap['candidates'] {
  const byNeed = knownCandidates('candidates', placed, travel);
  const key = `${domain}:${from.code}`;
  const known = byNeed.get(key) ?? findCandidates(domain, from, placed, travel);
  byNeed.set(key, known);
  return known;
}

function levelOfGap(concerned: readonly CommuneReading[], domain: DomainId): Level {
  const byLevel: [number, number, number, number] = [0, 0, 0, 0];
  for (const c of concerned) byLevel[c.domains[domain]!.level!] += c.young;
  return majorityLevel(byLevel);
}

function robustnessOf(concerned: readonly CommuneReading[], domain: DomainId): Gap['robustness'] {
  const young = concerned.reduce((s, c) => s + c.young, 0);
  if (concerned.some((c) => c.domains[domain]!.robustness === null)) return null;
  const share = concerned.reduce((s, c) => s + c.young * (c.domains[domain]!.robustness ?? 0), 0) / young;
  return { share, verdict: sturdinessOf(share) };
}

/** The component that decided for most of the young people concerned. */
function componentOf(concerned: readonly CommuneReading[], domain: DomainId): Component {
  const sums = new Map<Component, number>();
  for (const c of concerned) {
    const { component } = c.domains[domain]!;
    sums.set(component, (sums.get(component) ?? 0) + c.young);
  }
  return [...sums].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'distance';
}

function accessOf(concerned: readonly CommuneReading[], domain: DomainId): Gap['access'] {
  const young = concerned.reduce((s, c) => s + c.young, 0);
  const mean = (valueIn: (c: CommuneReading) => number | undefined) =>
    concerned.reduce((s, c) => s + c.young * (valueIn(c) ?? 0), 0) / young;
  if (concerned.some((c) => c.domains[domain]!.access === null)) return null;
  return {
    places: mean((c) => c.domains[domain]!.access?.central),
    ratio: mean((c) => c.domains[domain]!.access?.ratio),
  };
}

interface GapInput {
  readonly units: readonly UnitReading[];
  readonly domains: readonly DomainId[];
  readonly communes: ReadonlyMap<string, CommuneReading>;
  readonly territory: ReadonlyMap<string, Commune>;
  readonly placed: readonly PlacedScheme[];
  readonly travel: Travel;
}

function readGap(unit: UnitReading, domain: DomainId, input: GapInput): Gap | null {
  const reading = unit.domains[domain]!;
  const concerned = unit.communeCodes
    .map((code) => input.communes.get(code)!)
    .filter((c) => (c.domains[domain]!.level ?? 0) >= 2 && c.young > 0)
    .sort((a, b) => b.young - a.young || (a.code < b.code ? -1 : 1));
  if (concerned.length === 0) return null;
  const minutes = concerned.map((c) => c.domains[domain]!.minutes ?? Number.POSITIVE_INFINITY);
  const young = concerned.map((c) => c.young);
  const middle = concerned[weightedMedianIndex(minutes, young)]!;
  const { minutes: time, withinReach, nearest } = middle.domains[domain]!;
  return {
    id: `${domain}:${unit.code}`,
    domain,
    territory: { code: unit.code, name: unit.name, partial: unit.partial },
    level: levelOfGap(concerned, domain),
    component: componentOf(concerned, domain),
    people: reading.people,
    rate: reading.rate ?? 0,
    young: unit.young,
    minutes: time,
    withinReach,
    confidence: reading.confidence,
    census: reading.census,
    nearest,
    communeCodes: concerned.map((c) => c.code),
    robustness: robustnessOf(concerned, domain),
    access: accessOf(concerned, domain),
    candidates: candidatesOf(domain, input.territory.get(middle.code)!, input),
  };
}

/** A unit where nobody is surely concerned, but some young people may be: it depends on places that are not stated. */
export interface PossibleNeed {
  readonly unit: UnitReading;
  readonly domain: DomainId;
}

/** What may be an uncovered need and is not in the list of those that are, most people first. */
export function findPossibleNeeds({ units, domains }: Pick<Analysis, 'units' | 'domains'>): PossibleNeed[] {
  const atMost = ({ unit, domain }: PossibleNeed) => unit.domains[domain]!.peopleAtMost;
  return units
    .flatMap((unit) => domains.map((domain) => ({ unit, domain })))
    .filter((n) => n.unit.domains[n.domain]!.people === 0 && atMost(n) > 0)
    .sort((a, b) => atMost(b) - atMost(a) || (a.unit.code < b.unit.code ? -1 : 1));
}

/** Uncovered needs: each unit × domain with young people at level >= 2, most people first. */
export function findGaps(input: GapInput): Gap[] {
  return input.units
    .flatMap((unit) => input.domains.map((domain) => readGap(unit, domain, input)))
    .filter((gap) => gap !== null)
    .sort((a, b) => b.people - a.people || (a.id < b.id ? -1 : 1));
}
