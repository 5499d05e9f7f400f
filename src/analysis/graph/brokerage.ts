import { neighboursOf, type TieGraph } from './graph';

/** Roles of a broker b between a and c, by their groups. */
export interface Brokerage {
  /** All three in one group. */
  readonly coordinator: number;
  /** a and c in one group, b in another. */
  readonly itinerant: number;
  /** b and c in one group, a in another. */
  readonly gatekeeper: number;
  /** a and b in one group, c in another. */
  readonly representative: number;
  /** Three groups. */
  readonly liaison: number;
  readonly total: number;
}

type Group = string | number;

function roleOf(a: Group, b: Group, c: Group): Exclude<keyof Brokerage, 'total'> {
  if (a === c) return a === b ? 'coordinator' : 'itinerant';
  if (b === c) return 'gatekeeper';
  return a === b ? 'representative' : 'liaison';
}

/**
 * Brokerage of each node by role (Gould & Fernandez 1989, doi:10.2307/270949): ordered pairs (a, c) tied to b but not to one
 * another; every tie counts both ways.
 */
export function brokerage(g: TieGraph, groups: readonly Group[]): Brokerage[] {
  const tied = new Int32Array(g.size).fill(-1);
  const all = Array.from({ length: g.size }, () => ({
    coordinator: 0,
    itinerant: 0,
    gatekeeper: 0,
    representative: 0,
    liaison: 0,
    total: 0,
  }));
  for (let a = 0; a < g.size; a++) {
    tied[a] = a;
    for (const b of neighboursOf(g, a)) tied[b] = a;
    for (const b of neighboursOf(g, a)) {
      const counts = all[b]!;
      for (const c of neighboursOf(g, b)) {
        if (tied[c] === a) continue;
        counts[roleOf(groups[a]!, groups[b]!, groups[c]!)]++;
        counts.total++;
      }
    }
  }
  return all;
}
