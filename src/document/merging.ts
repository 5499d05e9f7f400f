import type { InventoryKind } from './anyRecords';

export type Side = 'mine' | 'theirs';

/** Something that two diagnoses say otherwise, and that one of the two must say. */
export interface MergeConflict {
  /** The same whichever diagnosis is mine. */
  readonly key: string;
  /** What it is about: a kind of record, or a part of the diagnosis. */
  readonly part: InventoryKind | 'census' | 'settings' | 'rest';
  readonly id: string;
  /** Of the record, or of the part. */
  readonly name: string;
  /** null: the record itself, which one side deleted and the other changed. */
  readonly field: string | null;
  readonly mine: unknown;
  readonly theirs: unknown;
  readonly suggested: Side;
}

/** What the user decided, by the key of the conflict; what is not decided takes what is suggested. */
export type MergeChoices = Readonly<Record<string, Side>>;

/** What is to be settled while two diagnoses become one. */
export class Merging {
  readonly conflicts: MergeConflict[] = [];
  private readonly choices: MergeChoices;
  constructor(choices: MergeChoices) {
    this.choices = choices;
  }

  /** One of two values that differ. */
  settle(conflict: Omit<MergeConflict, 'key'>): unknown {
    const key = [conflict.part, conflict.id, conflict.field ?? ''].join('|');
    this.conflicts.push({ key, ...conflict });
    return (this.choices[key] ?? conflict.suggested) === 'mine' ? conflict.mine : conflict.theirs;
  }
}

/** An order that depends on nothing but what is ordered. */
export const byJson = (a: unknown, b: unknown): number => {
  const [x, y] = [JSON.stringify(a), JSON.stringify(b)];
  return x < y ? -1 : x > y ? 1 : 0;
};
