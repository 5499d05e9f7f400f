import { type DistinctPair, distinctnessOf } from '../../document/duplicates';
import type { Actor, Site } from '../../model/inventory';
import { forEachCandidate } from './blocks';
import { groupsOf } from './clusters';
import { type Caution, Comparer, type Evidence } from './compare';
import { linkageRecords } from './records';

/** Two actors that may be one. */
export interface DuplicatePair {
  /** Ids, in order. */
  readonly ids: DistinctPair;
  /** 0 to 1 (Fellegi-Sunter). */
  readonly probability: number;
  /** Sure: at least 0.95 and no caution; doubtful: from 0.5, or sure but for a caution. */
  readonly verdict: 'sure' | 'doubtful';
  readonly fields: readonly Evidence[];
  readonly cautions: readonly Caution[];
}

export interface DuplicateOptions {
  /** Pairs the user declared different: not proposed again, nor brought together through a third. */
  readonly distinctPairs?: readonly DistinctPair[];
  /** Only pairs in which one of these is: the actors of a draft, beside those of the diagnosis. */
  readonly touching?: ReadonlySet<string>;
  /** Ids of actors already merged into others: left out. */
  readonly merged?: ReadonlySet<string>;
}

const sureFrom = 0.95;
const doubtfulFrom = 0.5;
/** A larger group of sure pairs is more likely one name borne by many. */
const largestGroup = 5;

/** Leaves to the user the pairs of groups that hold two SIRET, a declared difference, or too many actors. */
function withGroupCautions(
  pairs: readonly DuplicatePair[],
  siretOf: ReadonlyMap<string, string | undefined>,
  areDistinct: (a: string, b: string) => boolean,
): DuplicatePair[] {
  const cautionOf = new Map<string, Caution>();
  for (const ids of groupsOf(pairs)) {
    const sirets = new Set(ids.map((id) => siretOf.get(id)).filter((s) => s !== undefined));
    const isMixed = sirets.size > 1 || ids.some((a) => ids.some((b) => a < b && areDistinct(a, b)));
    const caution = ids.length > largestGroup ? 'large-cluster' : isMixed ? 'mixed-cluster' : null;
    if (caution) for (const id of ids) cautionOf.set(id, caution);
  }
  return pairs.map((pair) => {
    const caution = pair.verdict === 'sure' ? cautionOf.get(pair.ids[0]) : undefined;
    return caution === undefined ? pair : { ...pair, verdict: 'doubtful', cautions: [...pair.cautions, caution] };
  });
}

const inOrder = (a: DuplicatePair, b: DuplicatePair): number =>
  (a.verdict === 'sure' ? 0 : 1) - (b.verdict === 'sure' ? 0 : 1) ||
  b.probability - a.probability ||
  (a.ids[0] < b.ids[0] || (a.ids[0] === b.ids[0] && a.ids[1] < b.ids[1]) ? -1 : 1);

/**
 * Pairs of actors that are probably the same, surest first; the order of the records changes nothing. Blocking, then
 * Fellegi-Sunter scoring (`guide/methods.md` 6.1). Missed duplicates are preferred to wrong ones: two SIRET, two places,
 * two names, a town hall and its CCAS are never sure. Nothing is merged here.
 */
export function findDuplicates(
  actors: readonly Actor[],
  sites: readonly Site[],
  { distinctPairs = [], touching, merged }: DuplicateOptions = {},
): DuplicatePair[] {
  const records = linkageRecords(merged ? actors.filter((a) => !merged.has(a.id)) : actors, sites);
  const areDistinct = distinctnessOf(distinctPairs);
  const comparer = new Comparer(records);
  const pairs: DuplicatePair[] = [];
  forEachCandidate(records, (i, j) => {
    const [a, b] = [records[i]!, records[j]!];
    if (touching && !touching.has(a.id) && !touching.has(b.id)) return;
    const found = comparer.compare(a, b);
    if (!found || found.probability < doubtfulFrom || areDistinct(a.id, b.id)) return;
    const verdict = found.probability >= sureFrom && found.cautions.length === 0 ? 'sure' : 'doubtful';
    pairs.push({ ids: [a.id, b.id], verdict, ...found });
  });
  return withGroupCautions(pairs, new Map(records.map((r) => [r.id, r.siret])), areDistinct).sort(inOrder);
}
