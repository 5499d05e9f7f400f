import type { Inventory, Partnership, Scheme } from '../model/inventory';
import { type ActorKind, baseOf, type FundingKind, type Nature } from '../model/lists';
import { normalise } from '../model/words';
import type { Gap } from './analysis';

/** Whose money: of a kind of actor; the others are told by their legal status, or not at all. */
const moneyOfKinds: Readonly<Partial<Record<ActorKind, FundingKind>>> = {
  'conseil-departemental': 'public',
  etat: 'public',
  ministere: 'public',
  region: 'public',
  epci: 'public',
  commune: 'public',
  ccas: 'public',
  caf: 'public',
  msa: 'public',
  cpam: 'public',
  ars: 'public',
  'france-travail': 'public',
  'programme-etat': 'public',
  'fonds-europeens': 'europeen',
  fondation: 'prive',
  entreprise: 'prive',
};

/** One who pays: an actor of the inventory, or a name that schemes give. */
export interface Funder {
  /** Id of the actor, or the name as `normalise` gives it. */
  readonly key: string;
  readonly name: string;
  readonly actorId: string | null;
  /** null: neither its kind nor the schemes that name it alone say. */
  readonly money: FundingKind | null;
  readonly schemeIds: readonly string[];
  /** Carriers that it funds, by a tie or through a scheme. */
  readonly carrierIds: readonly string[];
}

/** Money of one year from a funder to a carrier; euros are summed over the ties that state them. */
export interface Flow {
  readonly funder: string;
  readonly carrierId: string;
  /** null: no tie says the year. */
  readonly year: number | null;
  readonly euros: number;
}

/** A scheme that rests on one funder, or whose money ends soon. */
export interface FragileFunding {
  readonly schemeId: string;
  readonly actorId: string;
  /** Keys of its known funders: those that it names, else those of its carrier. */
  readonly funders: readonly string[];
  /** The known funders are the carrier's, not the scheme's own. */
  readonly ofCarrier: boolean;
  /** ISO date. */
  readonly endsOn: string | null;
}

/** A funder that already pays actors of the same domain near an uncovered need. */
export interface FundingLead {
  readonly gapId: string;
  readonly funder: string;
  readonly actorId: string;
  readonly minutes: number;
}

export interface FundingReading {
  readonly funders: readonly Funder[];
  readonly flows: readonly Flow[];
  /** Ties of funding, and those of them that state an amount. */
  readonly ties: number;
  readonly withAmount: number;
  readonly single: readonly FragileFunding[];
  readonly ending: readonly FragileFunding[];
  /** Whether any end of funding is known at all. */
  readonly hasEnds: boolean;
  /** Open schemes of which no funder is known, themselves or their carrier. */
  readonly unknown: number;
  readonly leads: readonly FundingLead[];
}

const isFunding = (p: Partnership): boolean => {
  const nature = baseOf<Nature>(p.nature);
  return (nature === 'cofinancement' || nature === 'mecenat') && p.status === 'existant' && p.fromId !== p.toId;
};

interface Draft {
  readonly name: string;
  readonly actorId: string | null;
  readonly schemes: Set<string>;
  readonly carriers: Set<string>;
  readonly stated: Set<FundingKind>;
}

function moneyOf(draft: Draft, inventory: Inventory): FundingKind | null {
  const actor = inventory.actors.find((a) => a.id === draft.actorId);
  const known = actor && (moneyOfKinds[baseOf(actor.kind)] ?? (actor.status === 'public' ? 'public' : undefined));
  if (known) return known;
  if (actor?.status === 'fondation' || actor?.status === 'entreprise') return 'prive';
  const [only] = draft.stated;
  return draft.stated.size === 1 ? only! : null;
}

/** Everybody who pays, those with the most carriers first. */
function fundersOf(inventory: Inventory, ties: readonly Partnership[]): Funder[] {
  const byName = new Map(inventory.actors.map((a) => [normalise(a.name), a]));
  const byId = new Map(inventory.actors.map((a) => [a.id, a]));
  const drafts = new Map<string, Draft>();
  const of = (key: string, name: string, actorId: string | null): Draft => {
    const draft = drafts.get(key) ?? { name, actorId, schemes: new Set(), carriers: new Set(), stated: new Set() };
    drafts.set(key, draft);
    return draft;
  };
  for (const { fromId, toId } of ties) of(fromId, byId.get(fromId)?.name ?? fromId, fromId).carriers.add(toId);
  for (const { id, actorId, funders = [], fundingKinds = [] } of inventory.schemes)
    for (const name of funders) {
      const actor = byName.get(normalise(name));
      const draft = of(actor?.id ?? normalise(name), actor?.name ?? name, actor?.id ?? null);
      draft.schemes.add(id);
      draft.carriers.add(actorId);
      // Of several funders a scheme does not say which pays what.
      if (funders.length === 1 && fundingKinds.length === 1) draft.stated.add(fundingKinds[0]!);
    }
  return [...drafts]
    .map(
      ([key, d]): Funder => ({
        ...{ key, name: d.name, actorId: d.actorId, money: moneyOf(d, inventory) },
        schemeIds: [...d.schemes].sort(),
        carrierIds: [...d.carriers].sort(),
      }),
    )
    .sort((a, b) => b.carrierIds.length - a.carrierIds.length || (a.name + a.key < b.name + b.key ? -1 : 1));
}

function flowsOf(ties: readonly Partnership[]): Flow[] {
  const flows = new Map<string, Flow>();
  for (const { fromId: funder, toId: carrierId, amountEuros, year = null } of ties) {
    if (amountEuros === undefined) continue;
    const key = [funder, carrierId, year].join('\n');
    flows.set(key, { funder, carrierId, year, euros: (flows.get(key)?.euros ?? 0) + amountEuros });
  }
  return [...flows.values()];
}

const isOpen = (s: Scheme): boolean => !s.closed;

/** Open schemes with the funders known of them; those of the carrier where the scheme names none. */
function fundingOfSchemes({ schemes }: Inventory, funders: readonly Funder[], ties: readonly Partnership[]): FragileFunding[] {
  const named = new Map<string, string[]>();
  const carried = new Map<string, string[]>();
  for (const { key, schemeIds, carrierIds } of funders) {
    for (const id of schemeIds) named.set(id, [...(named.get(id) ?? []), key]);
    for (const id of carrierIds) carried.set(id, [...(carried.get(id) ?? []), key]);
  }
  const ends = new Map<string, string>();
  for (const { toId, endsOn } of ties) if (endsOn && endsOn > (ends.get(toId) ?? '')) ends.set(toId, endsOn);
  return schemes.filter(isOpen).map((s): FragileFunding => {
    const own = named.get(s.id);
    return {
      schemeId: s.id,
      actorId: s.actorId,
      funders: own ?? carried.get(s.actorId) ?? [],
      ofCarrier: !own,
      endsOn: s.fundingEndsOn ?? (own ? null : (ends.get(s.actorId) ?? null)),
    };
  });
}

/** Funders of the actors nearest to each need, in the domain of the need. */
function leadsOf(gaps: readonly Gap[], funders: readonly Funder[]): FundingLead[] {
  return gaps.flatMap((gap) => {
    const seen = new Set<string>();
    return gap.candidates.flatMap(({ actorId, minutes }) =>
      funders
        .filter((f) => f.carrierIds.includes(actorId) && !seen.has(f.key))
        .map(({ key }): FundingLead => {
          seen.add(key);
          return { gapId: gap.id, funder: key, actorId, minutes };
        }),
    );
  });
}

/** A day so many months later, ISO. */
function monthsLater(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
}

/** Who pays for what: `today` is an ISO date, from which money that ends within `months` is told. */
export function readFunding(inventory: Inventory, gaps: readonly Gap[], today: string, months = 12): FundingReading {
  const ties = inventory.partnerships.filter(isFunding);
  const funders = fundersOf(inventory, ties);
  const schemes = fundingOfSchemes(inventory, funders, ties);
  const soon = monthsLater(today, months);
  return {
    funders,
    flows: flowsOf(ties),
    ties: ties.length,
    withAmount: ties.filter((p) => p.amountEuros !== undefined).length,
    single: schemes.filter((s) => s.funders.length === 1),
    ending: schemes
      .filter((s) => s.endsOn !== null && s.endsOn >= today && s.endsOn <= soon)
      .sort((a, b) => (a.endsOn! < b.endsOn! ? -1 : 1)),
    hasEnds: schemes.some((s) => s.endsOn !== null),
    unknown: schemes.filter((s) => s.funders.length === 0).length,
    leads: leadsOf(gaps, funders),
  };
}
