import type { Diagnosis } from '../document/diagnosis';
import type { DomainId } from '../model/domains';
import type { Scheme } from '../model/inventory';
import type { CensusState } from '../model/lists';
import type { Territory } from '../model/territory';
import { censusUnitOf } from '../territory/territory';
import type { Confidence, PlacedScheme } from './analysis';

/** What the inventory is worth in one census unit for one domain. */
export interface CensusReading {
  readonly state: CensusState;
  readonly records: number;
  readonly confidence: Confidence | null;
}

export type Census = (communeCode: string, domain: DomainId) => CensusReading;

/** Share of what one would want to know of a scheme that is known: precise place, ages, places, recent verification. */
function completeness(scheme: Scheme, placed: PlacedScheme): number {
  const known = [
    placed.precision !== 'commune' && placed.precision !== 'inconnue',
    scheme.ageMin !== undefined || scheme.ageMax !== undefined,
    scheme.places !== undefined,
    scheme.verification === 'verifie',
  ];
  return known.filter(Boolean).length / known.length;
}

/**
 * Confidence: null without any record; « faible » unless the census is declared complete; then « haute » from 75 %
 * of completeness and « moyenne » from 40 %, completeness being lowered by the share of schemes without position.
 */
function confidenceOf(state: CensusState, scores: readonly number[], placedShare: number): Confidence | null {
  if (scores.length === 0) return null;
  if (state !== 'complet') return 'faible';
  const score = (placedShare * scores.reduce((s, c) => s + c, 0)) / scores.length;
  return score >= 0.75 ? 'haute' : score >= 0.4 ? 'moyenne' : 'faible';
}

/** Reads the census of every commune and domain: declared state, or « partiel » where there are records. */
export function readCensus(
  { inventory, census }: Pick<Diagnosis, 'inventory' | 'census'>,
  territory: Territory,
  placed: readonly PlacedScheme[],
): Census {
  const unitOf = new Map(territory.communes.map((c) => [c.code, censusUnitOf(c)]));
  const schemes = new Map(inventory.schemes.map((s) => [s.id, s]));
  const declared = new Map(census.map((e) => [`${e.unitCode}:${e.domain}`, e.state]));
  const scores = new Map<string, number[]>();
  const placedIds = new Map<DomainId, Set<string>>();
  for (const p of placed) {
    const unit = p.communeCode === undefined ? undefined : unitOf.get(p.communeCode);
    for (const domain of p.domains) {
      placedIds.set(domain, (placedIds.get(domain) ?? new Set()).add(p.schemeId));
      if (unit === undefined) continue;
      const key = `${unit}:${domain}`;
      const known = scores.get(key);
      const score = completeness(schemes.get(p.schemeId)!, p);
      if (known) known.push(score);
      else scores.set(key, [score]);
    }
  }
  const placedShare = (domain: DomainId) => {
    const all = inventory.schemes.filter((s) => s.domains.includes(domain) && s.closed !== true && s.mode !== 'distance').length;
    return all === 0 ? 1 : (placedIds.get(domain)?.size ?? 0) / all;
  };
  const shares = new Map([...placedIds.keys()].map((d) => [d, placedShare(d)]));
  const readings = new Map<string, CensusReading>();
  const read = (key: string, domain: DomainId): CensusReading => {
    const unitScores = scores.get(key) ?? [];
    const state = declared.get(key) ?? (unitScores.length > 0 ? 'partiel' : 'non-commence');
    return { state, records: unitScores.length, confidence: confidenceOf(state, unitScores, shares.get(domain) ?? 1) };
  };
  return (communeCode, domain) => {
    const key = `${unitOf.get(communeCode)}:${domain}`;
    const known = readings.get(key) ?? read(key, domain);
    readings.set(key, known);
    return known;
  };
}
