import type { DomainId } from '../model/domains';
import type { Inventory } from '../model/inventory';
import { baseOf } from '../model/lists';
import type { Territory } from '../model/territory';
import type { NetworkReading } from './analysis';

export const colourings = ['domain', 'kind', 'epci', 'community', 'status', 'mobilisation'] as const;
/** What the colour of an actor tells. */
export type Colouring = (typeof colourings)[number];

export const sizings = ['degree', 'betweenness', 'places', 'amount'] as const;
/** What the size of an actor tells: its ties, how often it lies between others, its places, euros of its ties. */
export type Sizing = (typeof sizings)[number];

/** Of an actor with places in several EPCI. */
export const severalUnits = 'plusieurs';

export interface TraitInput {
  readonly network: NetworkReading;
  readonly inventory: Inventory;
  readonly territory: Pick<Territory, 'epci'>;
  /** Of an actor in several domains, the one to tell; else the first of `domains`. */
  readonly domain?: DomainId | null;
  readonly domains?: readonly DomainId[];
  /** Community of each actor; absent: not computed yet. */
  readonly communities?: ReadonlyMap<string, number> | null;
}

/** The EPCI where each actor receives people; `severalUnits` where it is in several; absent: no known place. */
export function unitOfActors({ sites }: Inventory, { epci }: Pick<Territory, 'epci'>): ReadonlyMap<string, string> {
  const unitOf = new Map(epci.flatMap((u) => u.communeCodes.map((code): [string, string] => [code, u.code])));
  const found = new Map<string, string>();
  for (const { actorId, communeCode } of sites) {
    const unit = unitOf.get(communeCode ?? '');
    if (unit === undefined) continue;
    const known = found.get(actorId);
    found.set(actorId, known === undefined || known === unit ? unit : severalUnits);
  }
  return found;
}

const domainOf = (of: readonly DomainId[], { domain, domains = [] }: TraitInput): DomainId | undefined =>
  of.find((d) => d === domain) ?? domains.find((d) => of.includes(d)) ?? of[0];

/** What each actor of the network is, of what the colour tells; absent: not known. */
export function traitsOf(by: Colouring, input: TraitInput): ReadonlyMap<string, string> {
  const { network, inventory, communities } = input;
  const some = (entries: readonly (readonly [string, string | undefined])[]) =>
    new Map(entries.filter((e): e is readonly [string, string] => e[1] !== undefined));
  switch (by) {
    case 'domain':
      return some(network.nodes.map((n) => [n.id, domainOf(n.domains, input)]));
    case 'kind':
      return some(inventory.actors.map((a) => [a.id, baseOf(a.kind)]));
    case 'epci':
      return unitOfActors(inventory, input.territory);
    case 'community':
      return some([...(communities ?? [])].map(([id, community]) => [id, String(community)]));
    case 'status':
      return some(inventory.actors.map((a) => [a.id, a.status]));
    case 'mobilisation':
      return some(inventory.actors.map((a) => [a.id, a.mobilisation]));
  }
}

/** Places of an actor's schemes that are not closed; absent where none is stated. */
function placesOf({ schemes }: Inventory): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { actorId, places, closed } of schemes)
    if (places !== undefined && !closed) sums.set(actorId, (sums.get(actorId) ?? 0) + places);
  return sums;
}

/** Euros of the ties in force that an actor gives or receives; absent where none is stated. */
function amountsOf({ partnerships }: Inventory): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { fromId, toId, amountEuros, status } of partnerships)
    if (amountEuros !== undefined && status === 'existant')
      for (const id of [fromId, toId]) sums.set(id, (sums.get(id) ?? 0) + amountEuros);
  return sums;
}

/** The number that the size of each actor tells; absent: not known, which is not zero. */
export function numbersOf(
  by: Sizing,
  { network, inventory }: TraitInput,
  betweenness: ReadonlyMap<string, number> | null,
): ReadonlyMap<string, number> {
  switch (by) {
    case 'degree':
      return new Map(network.nodes.map((n) => [n.id, n.degree]));
    case 'betweenness':
      return betweenness ?? new Map();
    case 'places':
      return placesOf(inventory);
    case 'amount':
      return amountsOf(inventory);
  }
}
