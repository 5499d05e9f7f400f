import { baseOf, type Own } from '../model/lists';
import type { Text } from './fr';

/** The word for a term of a list; one of the user's own that has none here is told by what it counts as. */
export const termLabel = <T extends string>(labels: Readonly<Record<T, string>>, term: Own<T>): string =>
  labels[term as T] ?? labels[baseOf(term)];

/** Terms of the reference lists under the words that a user gave them. */
export interface OwnTerms {
  readonly terms: Readonly<
    Partial<
      Record<
        'kinds' | 'types' | 'natures' | 'publics' | 'networks' | 'seats',
        readonly { readonly id: string; readonly label: string }[]
      >
    >
  >;
}

const made = new WeakMap<OwnTerms, Map<Text, Text>>();

/** The words with those of a diagnosis's own lists; the same object for the same lists. */
export function withOwnTerms(text: Text, lists: OwnTerms | undefined): Text {
  if (!lists) return text;
  const known = made.get(lists) ?? new Map<Text, Text>();
  made.set(lists, known);
  const found = known.get(text);
  if (found) return found;
  const { model } = text;
  const named = <L extends object>(labels: L, own: readonly { readonly id: string; readonly label: string }[] = []): L => ({
    ...labels,
    ...Object.fromEntries(own.map((t) => [t.id, t.label])),
  });
  const { kinds, types, natures, publics, networks, seats } = lists.terms;
  const own: Text = {
    ...text,
    model: {
      ...model,
      kinds: named(model.kinds, kinds),
      schemeTypes: named(model.schemeTypes, types),
      natures: named(model.natures, natures),
      publics: named(model.publics, publics),
      mutualAid: named(model.mutualAid, networks),
      seats: named(model.seats, seats),
    },
  };
  known.set(text, own);
  return own;
}
