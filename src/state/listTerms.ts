import type { ListId, ReferenceLists } from '../document/diagnosis';
import { actorKinds, natures, publics } from '../model/lists';
import { commissionSeats, mutualAidNetworks } from '../model/mutualAid';
import { schemeTypes } from '../model/schemeTypes';

/** Terms of each reference list as Maillage ships it, in the order that lists show. */
export const shippedTerms: Readonly<Record<ListId, readonly string[]>> = {
  kinds: actorKinds.map((k) => k.id),
  types: schemeTypes.map((t) => t.id),
  natures,
  publics,
  networks: mutualAidNetworks.map((n) => n.id),
  seats: commissionSeats.map((s) => s.id),
};

/** Terms proposed of a list: those shipped, then the user's own, but for those put away. */
export function proposedTerms(list: ListId, lists: ReferenceLists | undefined): readonly string[] {
  const own = lists?.terms[list] ?? [];
  const hidden = new Set(own.filter((t) => t.hidden).map((t) => t.id));
  const shipped = new Set(shippedTerms[list]);
  return [...shippedTerms[list], ...own.map((t) => t.id).filter((id) => !shipped.has(id))].filter((id) => !hidden.has(id));
}

/** The list that holds the values of a field; null: a closed list that nobody changes. */
export const listOfField = (field: string): ListId | null =>
  field === 'kind'
    ? 'kinds'
    : field === 'publics'
      ? 'publics'
      : field === 'nature'
        ? 'natures'
        : field === 'type'
          ? 'types'
          : null;
