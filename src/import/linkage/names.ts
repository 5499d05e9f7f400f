import { normalise } from '../../model/words';
import { jaroWinkler } from './jaro';
import { levenshtein } from './levenshtein';

const smallWords = new Set('a au aux d de des du en et l la le les par pour s sur un une'.split(' '));
const legalWords = new Set('ass asso assoc association loi 1901 eurl sa sarl sas sasu scic scop'.split(' '));

/** Long and short ways to write the same thing, on normalised text. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/\bcentres? communa(l|ux) d action sociale\b/g, 'ccas'],
  [/\bcentres? intercommuna(l|ux) d action sociale\b/g, 'cias'],
  [/\bfoyers? (de |des )?jeunes travailleurs\b/g, 'fjt'],
  [/\bcentres? d hebergement et de (reinsertion|readaptation) sociale\b/g, 'chrs'],
  [/\bmaisons? d enfants a caractere social\b/g, 'mecs'],
  [/\bcaisse d allocations familiales\b/g, 'caf'],
  [/\bpole emploi\b/g, 'france travail'],
  [/^(ville|commune|hotel de ville)\b/g, 'mairie'],
  [/\bst\b/g, 'saint'],
  [/\bste\b/g, 'sainte'],
];

/**
 * Words of a name that tell one structure from another, sorted, each once: no accents, no articles, no legal words,
 * usual abbreviations brought together. A name made only of such words keeps them all.
 */
export function wordsOf(name: string): readonly string[] {
  const text = spellings.reduce((t, [long, short]) => t.replace(long, short), normalise(name));
  const words = text.split(' ').filter((w) => w !== '');
  const telling = words.filter((w) => !smallWords.has(w) && !legalWords.has(w));
  return [...new Set(telling.length > 0 ? telling : words)].sort();
}

/** Share of the words of two names that both hold, 0 to 1 (Jaccard); 0 when both are empty. */
export function jaccard(a: readonly string[], b: readonly string[]): number {
  const shared = a.filter((w) => b.includes(w)).length;
  return shared === 0 ? 0 : shared / (a.length + b.length - shared);
}

const isTypo = (a: string, b: string): boolean => {
  const longest = Math.max(a.length, b.length);
  const allowed = longest >= 8 ? 2 : longest >= 4 ? 1 : 0;
  if (Math.abs(a.length - b.length) > allowed || /\d/.test(a + b)) return false;
  // One error leaves the first or the last letter; words with neither are not worth measuring.
  return (a[0] === b[0] || a.at(-1) === b.at(-1)) && levenshtein(a, b) <= allowed;
};

/** Words of each side that the other does not hold, typing errors forgiven. */
function leftoversOf(a: readonly string[], b: readonly string[]): { a: number; b: number } {
  const onlyA = a.filter((w) => !b.includes(w));
  const onlyB = b.filter((w) => !a.includes(w));
  let paired = 0;
  for (const word of onlyA) {
    const twin = onlyB.findIndex((other) => isTypo(word, other));
    if (twin < 0) continue;
    onlyB.splice(twin, 1);
    paired++;
  }
  return { a: onlyA.length - paired, b: onlyB.length };
}

const areNumbered = (a: readonly string[], b: readonly string[]): boolean => {
  const onlyIn = (x: readonly string[], y: readonly string[]) => x.some((w) => /^\d+$/.test(w) && !y.includes(w));
  return onlyIn(a, b) && onlyIn(b, a);
};

export type NameLikeness = 'same' | 'near' | 'close' | 'partly' | 'other';

/**
 * How alike two names are, from their words. Same: the same words. Near: nothing but typing errors. Close: one name held
 * in the other, Jaro-Winkler of the sorted words at least 0.92. Partly: one name held in the other, or a word in common
 * and Jaro-Winkler at least 0.85, or half of the words in common (Jaccard). Two different numbers tell two names apart.
 */
export function nameLikeness(a: readonly string[], b: readonly string[]): NameLikeness {
  const [left, right] = [a.join(' '), b.join(' ')];
  if (left === right) return 'same';
  if (areNumbered(a, b)) return 'other';
  const over = leftoversOf(a, b);
  if (over.a === 0 && over.b === 0) return 'near';
  if (over.a === a.length) return 'other';
  // Jaro's matching is greedy: the order of the two texts must not depend on the order of the records.
  const likeness = left < right ? jaroWinkler(left, right) : jaroWinkler(right, left);
  const isHeld = over.a === 0 || over.b === 0;
  if (isHeld && likeness >= 0.92) return 'close';
  return isHeld || likeness >= 0.85 || jaccard(a, b) >= 0.5 ? 'partly' : 'other';
}

const townHall = new Set(['mairie']);
const socialCentre = new Set(['ccas', 'cias']);

/** Whether one name is the town hall and the other its CCAS: often one address and one SIRET, never surely one actor. */
export function isTownHallAndCcas(a: readonly string[], b: readonly string[]): boolean {
  const split = (words: readonly string[]) => ({
    hall: words.some((w) => townHall.has(w)),
    centre: words.some((w) => socialCentre.has(w)),
    rest: words.filter((w) => !townHall.has(w) && !socialCentre.has(w)).join(' '),
  });
  const [x, y] = [split(a), split(b)];
  return x.rest === y.rest && x.hall !== y.hall && x.centre !== y.centre && x.hall !== x.centre;
}
