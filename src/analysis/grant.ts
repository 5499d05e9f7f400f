import type { Diagnosis } from '../document/diagnosis';
import type { DomainId } from '../model/domains';
import type { Territory } from '../model/territory';
import type { Analysis } from './analysis';
import { travelOf } from './travel';

/** One more place for a domain, in the commune where it brings most young people within reach. */
export interface NewPlace {
  readonly domain: DomainId;
  readonly communeCode: string;
  /** Young people who come within the second threshold of the domain thanks to it. */
  readonly gained: number;
  /** Share of the young people within reach before it and after it, those before it in the list counted. */
  readonly before: number;
  readonly after: number;
}

/** Under this a new place brings hardly anybody nearer. */
const fewest = 5;

/** Minutes between communes, row by origin, as far as they are wanted. */
function withinReach(diagnosis: Diagnosis, territory: Territory, minutes: number): readonly (readonly number[])[] {
  const travel = travelOf(diagnosis, territory);
  const { communes } = territory;
  return communes.map((at) => {
    const place = { point: { lon: at.lon, lat: at.lat }, communeCode: at.code };
    return communes.flatMap((from, i) => (travel.to(from, place) <= minutes ? [i] : []));
  });
}

/**
 * Up to `wanted` places for a domain, each where it brings most young people within the second threshold after those
 * before it: the greedy answer to the maximal covering location problem (Church and ReVelle 1974). Estimated minutes from
 * commune to commune; capacity, zones and cost are not counted. Empty where data are absent.
 */
export function placesToOpen(
  domain: DomainId,
  { diagnosis, analysis, territory }: { diagnosis: Diagnosis; analysis: Analysis; territory: Territory },
  wanted = 3,
): readonly NewPlace[] {
  const threshold = analysis.settings.thresholds[domain][1];
  const reading = new Map(analysis.communes.map((c) => [c.code, c]));
  const young = territory.communes.map((c) => c.young);
  const total = young.reduce((sum, y) => sum + y, 0);
  if (total === 0 || analysis.communes.every((c) => (c.domains[domain]?.level ?? null) === null)) return [];
  const reached = territory.communes.map((c) => (reading.get(c.code)?.domains[domain]?.minutes ?? Infinity) <= threshold);
  const near = withinReach(diagnosis, territory, threshold);
  const found: NewPlace[] = [];
  while (found.length < wanted) {
    const gains = near.map((list) => list.reduce((sum, i) => sum + (reached[i] ? 0 : young[i]!), 0));
    const best = gains.reduce((top, gain, i) => (gain > gains[top]! + 1e-9 ? i : top), 0);
    if (gains[best]! < fewest) break;
    const before = young.reduce((sum, y, i) => sum + (reached[i] ? y : 0), 0);
    for (const i of near[best]!) reached[i] = true;
    const after = young.reduce((sum, y, i) => sum + (reached[i] ? y : 0), 0);
    const { code } = territory.communes[best]!;
    found.push({ domain, communeCode: code, gained: gains[best]!, before: before / total, after: after / total });
  }
  return found;
}
