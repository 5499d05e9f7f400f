import type { mergeFr } from '../fr/merge';

const n = (count: number) => count.toLocaleString('en-GB');
const plural = (count: number, one: string, many: string) => `${n(count)} ${count === 1 ? one : many}`;

export const mergeEn: typeof mergeFr = {
  open: 'Merge another project file…',
  note: 'That of a colleague, on the same département: what one of the two changed alone is taken, the rest is asked.',
  title: (name) => `Merge “${name}”`,
  elsewhere: (name, departement) => `“${name}” is about another département (${departement}): it cannot be merged with this one.`,
  brings: (actors, sites, schemes, ties) =>
    `It brings ${plural(actors, 'actor', 'actors')}, ${plural(sites, 'place', 'places')}, ${plural(schemes, 'scheme', 'schemes')}, ${plural(ties, 'tie', 'ties')} that this diagnosis has not.`,
  none: 'No conflict: nothing is said otherwise on both sides.',
  conflicts: (count) =>
    `${plural(count, 'conflict', 'conflicts')}: the two say otherwise. Choose, one by one; the later of the two values is suggested where it is known.`,
  columns: { what: 'Record', field: 'Field', mine: 'This diagnosis', theirs: 'Other file', choice: 'To keep' },
  record: 'the whole record',
  removed: 'deleted',
  choiceOf: (name, field) => `To keep for ${name}, ${field}`,
  mine: 'this diagnosis',
  theirs: 'the other file',
  allMine: 'Keep all of this diagnosis',
  allTheirs: 'Take all of the other',
  apply: 'Merge',
  cancel: 'Do not merge',
  done: (name) => `“${name}” is merged.`,
  parts: { census: 'Census', settings: 'Settings', rest: 'Diagnosis' },
};
