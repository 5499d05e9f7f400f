import { hashOf } from '../model/identity';
import { normalise } from '../model/words';
import type { Diagnosis, ListId, ListTerm } from './diagnosis';

/** A term of a reference list is renamed, put away or added; null: it is again as it comes. */
export interface ListCommand {
  readonly type: 'setTerm';
  readonly list: ListId;
  readonly id: string;
  readonly term: Omit<ListTerm, 'id'> | null;
  /** ISO date. */
  readonly on: string;
}

/** Id of a term that the user adds: derived from what it counts as and from its words, so that two people's files meet. */
export const ownTermId = (like: string, label: string): string => `${like}~${hashOf(normalise(label))}`;

/** The diagnosis with its lists changed, one version later. */
export function setTerm(d: Diagnosis, { list, id, term, on }: ListCommand): Diagnosis {
  const { version = 0, terms = {} } = d.lists ?? {};
  const others = (terms[list] ?? []).filter((t) => t.id !== id);
  const present = terms[list]?.find((t) => t.id === id) ?? null;
  if (term === null ? present === null : present?.label === term.label && present.hidden === term.hidden) return d;
  return {
    ...d,
    lists: { version: version + 1, changedOn: on, terms: { ...terms, [list]: term ? [...others, { id, ...term }] : others } },
  };
}
