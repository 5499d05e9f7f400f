import type { Diagnosis } from '../../document/diagnosis';
import { mergedActorIds } from '../../document/duplicates';
import { chooseKept, groupsOf } from './clusters';
import { type DuplicatePair, findDuplicates } from './duplicates';

/** Actors that may be one, the one to keep by default, and what speaks for and against it, pair by pair. */
export interface DuplicateCase {
  /** Sorted. */
  readonly ids: readonly string[];
  readonly keepId: string;
  readonly pairs: readonly DuplicatePair[];
}

export interface DuplicateReview {
  /** Sure: proposed together. */
  readonly groups: readonly DuplicateCase[];
  /** To be looked at one by one, likeliest first. */
  readonly doubtful: readonly DuplicateCase[];
}

/** The duplicates to review in a diagnosis. */
export function reviewDuplicates(d: Diagnosis): DuplicateReview {
  const { actors, sites } = d.inventory;
  const pairs = findDuplicates(actors, sites, {
    distinctPairs: d.distinctPairs ?? [],
    merged: mergedActorIds(d),
  });
  const byId = new Map(actors.map((a) => [a.id, a]));
  const caseOf = (ids: readonly string[], own: readonly DuplicatePair[]): DuplicateCase => ({
    ids,
    keepId: chooseKept(ids.map((id) => byId.get(id)!)).id,
    pairs: own,
  });
  const groups = groupsOf(pairs);
  const groupOf = new Map(groups.flatMap((ids) => ids.map((id) => [id, ids] as const)));
  const within = new Map(groups.map((ids) => [ids, [] as DuplicatePair[]]));
  const doubtful: DuplicateCase[] = [];
  for (const pair of pairs) {
    if (pair.verdict === 'sure') within.get(groupOf.get(pair.ids[0])!)!.push(pair);
    else doubtful.push(caseOf(pair.ids, [pair]));
  }
  return { groups: groups.map((ids) => caseOf(ids, within.get(ids)!)), doubtful };
}
