import type { Settings } from '../document/diagnosis';
import type { DomainId } from '../model/domains';
import type { CensusState } from '../model/lists';
import { censusStates } from '../model/lists';
import type { Territory, Unit } from '../model/territory';
import { censusUnitOf } from '../territory/territory';
import type { CommuneDomain, CommuneReading, Component, Confidence, Level, UnitDomain, UnitReading } from './analysis';
import type { Census } from './census';
import { majorityLevel, weightedMedianIndex } from './metrics/weighted';

/** Weights of communes: young people, or one each where there are none. */
function weightsOf(communes: readonly CommuneReading[]): number[] {
  const young = communes.map((c) => c.young);
  return young.some((y) => y > 0) ? young : young.map(() => 1);
}

const confidenceRank: readonly (Confidence | null)[] = [null, 'faible', 'moyenne', 'haute'];

/** Component that decided the most young people at a level. */
function mainComponent(readings: readonly CommuneDomain[], weights: readonly number[], level: Level): Component {
  const sums = new Map<Component, number>();
  readings.forEach((r, i) => {
    if (r.level === level) sums.set(r.component, (sums.get(r.component) ?? 0) + weights[i]!);
  });
  return [...sums].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'distance';
}

function sumByLevel(
  readings: readonly CommuneDomain[],
  weights: readonly number[],
): { byLevel: [number, number, number, number]; absent: number } {
  const byLevel: [number, number, number, number] = [0, 0, 0, 0];
  let absent = 0;
  readings.forEach((r, i) => {
    if (r.level === null) absent += weights[i]!;
    else byLevel[r.level] += weights[i]!;
  });
  return { byLevel, absent };
}

/** Census and confidence of a unit: records add up; the least advanced part and the least sure one decide. */
function joinCensus(parts: readonly { state: CensusState; records: number; confidence: Confidence | null }[]): {
  census: CensusState;
  records: number;
  confidence: Confidence | null;
} {
  const withRecords = parts.filter((p) => p.confidence !== null);
  const worst = Math.min(...withRecords.map((p) => confidenceRank.indexOf(p.confidence)));
  return {
    census: censusStates[Math.min(...parts.map((p) => censusStates.indexOf(p.state)))] ?? 'non-commence',
    records: parts.reduce((s, p) => s + p.records, 0),
    confidence: withRecords.length === 0 ? null : (confidenceRank[worst] ?? null),
  };
}

/** One domain of one unit from its communes' readings. */
function readUnitDomain(
  communes: readonly CommuneReading[],
  domain: DomainId,
  parts: Parameters<typeof joinCensus>[0],
  reachMinutes: number,
): UnitDomain {
  const readings = communes.map((c) => c.domains[domain]!);
  const weights = weightsOf(communes);
  const { byLevel, absent } = sumByLevel(readings, weights);
  const total = weights.reduce((s, w) => s + w, 0);
  const isAbsent = readings.every((r) => r.level === null) || absent * 2 > total;
  const level = isAbsent ? null : majorityLevel(byLevel);
  const atWorst = readings.map((r) => (r.range ? { ...r, level: r.range[1] } : r));
  const worst = majorityLevel(sumByLevel(atWorst, weights).byLevel);
  const median = weightedMedianIndex(
    readings.map((r) => r.minutes ?? Number.POSITIVE_INFINITY),
    weights,
  );
  const choice = weightedMedianIndex(
    readings.map((r) => r.meanOfThree ?? Number.POSITIVE_INFINITY),
    weights,
  );
  const reach = weightedMedianIndex(
    readings.map((r) => r.withinReach),
    weights,
  );
  const half = (test: (r: CommuneDomain) => boolean) =>
    readings.reduce((s, r, i) => s + (test(r) ? weights[i]! : 0), 0) * 2 >= total;
  const young = communes.reduce((s, c) => s + c.young, 0);
  const people = communes.reduce((s, c) => s + ((c.domains[domain]!.level ?? 0) >= 2 ? c.young : 0), 0);
  const share = (test: (r: CommuneDomain) => boolean) =>
    communes.reduce((s, c) => s + (test(c.domains[domain]!) ? c.young : 0), 0) / young;
  const peopleAtMost = communes.reduce((s, c) => {
    const reading = c.domains[domain]!;
    return s + ((reading.range?.[1] ?? reading.level ?? 0) >= 2 ? c.young : 0);
  }, 0);
  return {
    level,
    component: level === null ? 'donnees-absentes' : mainComponent(readings, weights, level),
    minutes: readings[median]?.minutes ?? null,
    meanOfThree: readings[choice]?.meanOfThree ?? null,
    withinReach: readings[reach]?.withinReach ?? 0,
    eligible: half((r) => r.eligible),
    zoneStated: half((r) => r.zoneStated),
    nearest: readings[median]?.nearest ?? null,
    ...joinCensus(parts),
    youngByLevel: young > 0 ? byLevel : [0, 0, 0, 0],
    youngWithoutData: young > 0 ? absent : 0,
    range: level === null || worst === level ? null : [level, worst],
    coverage:
      young > 0
        ? {
            eligible: share((r) => r.eligible),
            accessible: share((r) => (r.minutes ?? Number.POSITIVE_INFINITY) <= reachMinutes),
          }
        : null,
    people,
    peopleAtMost,
    rate: young > 0 ? people / young : null,
  };
}

/** A unit of the mesh read from its communes. */
export function readUnit(
  unit: Unit,
  readings: ReadonlyMap<string, CommuneReading>,
  { domains, thresholds }: Pick<Settings, 'domains' | 'thresholds'>,
  territory: Territory,
  census: Census,
): UnitReading {
  const communes = unit.communeCodes.map((code) => readings.get(code)!);
  const members = new Set(unit.communeCodes);
  const firstOfPart = new Map<string, string>();
  for (const c of territory.communes)
    if (members.has(c.code) && !firstOfPart.has(censusUnitOf(c))) firstOfPart.set(censusUnitOf(c), c.code);
  return {
    code: unit.code,
    name: unit.name,
    partial: unit.partial,
    population: communes.reduce((s, c) => s + c.population, 0),
    young: communes.reduce((s, c) => s + c.young, 0),
    communeCodes: unit.communeCodes,
    domains: Object.fromEntries(
      domains.map((d) => [
        d,
        readUnitDomain(
          communes,
          d,
          [...firstOfPart.values()].map((code) => census(code, d)),
          thresholds[d][1],
        ),
      ]),
    ),
  };
}
