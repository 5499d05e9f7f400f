import type { ReferenceLists } from '../document/diagnosis';
import type { Actor, Inventory } from '../model/inventory';
import { type ActorKind, baseOf } from '../model/lists';
import { commissionSeats, mutualAidNetworks } from '../model/mutualAid';
import { normalise } from '../model/words';

/** A seat or a network, and the actors of the inventory that hold it. */
export interface Presence {
  readonly id: string;
  /** Read in a text; else to be verified before it is relied on. */
  readonly verified: boolean;
  readonly actorIds: readonly string[];
  /** Of these, tied to the département by a tie in force. */
  readonly tiedIds: readonly string[];
  /** Actors of its kind, under another name: to be confirmed. */
  readonly isByKind?: true;
}

const bears = (actor: Actor, words: readonly string[]): boolean => {
  const names = [actor.name, actor.acronym, actor.network].map((n) => ` ${normalise(n ?? '')} `);
  return words.some((w) => names.some((n) => n.includes(` ${w} `)));
};

/** Actors that have a tie in force with the département's services; themselves among them. */
function tiedToDepartement({ actors, partnerships }: Inventory): ReadonlySet<string> {
  const own = new Set(actors.filter((a) => baseOf(a.kind) === 'conseil-departemental').map((a) => a.id));
  const tied = partnerships.filter((p) => p.status === 'existant' && (own.has(p.fromId) || own.has(p.toId)));
  return new Set([...own, ...tied.flatMap((p) => [p.fromId, p.toId])]);
}

/** Terms of a list that the user put away, and those added, by label. */
function ownTerms(lists: ReferenceLists | undefined, list: 'networks' | 'seats', shipped: ReadonlySet<string>) {
  const terms = lists?.terms[list] ?? [];
  return {
    hidden: new Set(terms.filter((t) => t.hidden).map((t) => t.id)),
    added: terms.filter((t) => !shipped.has(t.id) && !t.hidden),
  };
}

function presence(id: string, verified: boolean, found: readonly Actor[], tied: ReadonlySet<string>): Presence {
  const actorIds = found.map((a) => a.id);
  return { id, verified, actorIds, tiedIds: actorIds.filter((a) => tied.has(a)) };
}

interface Network {
  readonly id: string;
  readonly words: readonly string[];
  readonly kind?: ActorKind;
  readonly verified: boolean;
}

/** Mutual-aid networks of the list in force, with the actors of the inventory that bear their name, else are of their kind. */
export function findNetworks(inventory: Inventory, lists?: ReferenceLists): readonly Presence[] {
  const tied = tiedToDepartement(inventory);
  const { hidden, added } = ownTerms(lists, 'networks', new Set(mutualAidNetworks.map((n) => n.id)));
  const known: readonly Network[] = mutualAidNetworks.filter((n) => !hidden.has(n.id));
  const all: Network[] = [...known, ...added.map(({ id, label }) => ({ id, words: [normalise(label)], verified: false }))];
  const named = (a: Actor) => all.some((n) => bears(a, n.words));
  return all.map(({ id, words, kind, verified }) => {
    const found = inventory.actors.filter((a) => bears(a, words));
    if (found.length > 0 || !kind) return presence(id, verified, found, tied);
    const likely = inventory.actors.filter((a) => baseOf(a.kind) === kind && !named(a));
    return { ...presence(id, verified, likely, tied), ...(likely.length > 0 ? { isByKind: true } : {}) };
  });
}

/** Seats of the commission of the list in force, with the actors of the inventory that could hold them. */
export function findSeats(inventory: Inventory, lists?: ReferenceLists): readonly Presence[] {
  const tied = tiedToDepartement(inventory);
  const { hidden, added } = ownTerms(lists, 'seats', new Set(commissionSeats.map((s) => s.id)));
  const holds = (kinds: readonly ActorKind[]) => inventory.actors.filter((a) => kinds.includes(baseOf(a.kind)));
  return [
    ...commissionSeats.filter((s) => !hidden.has(s.id)).map((s) => presence(s.id, s.verified, holds(s.kinds), tied)),
    ...added.map(({ id, label }) =>
      presence(
        id,
        false,
        inventory.actors.filter((a) => bears(a, [normalise(label)])),
        tied,
      ),
    ),
  ];
}
