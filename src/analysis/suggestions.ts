import type { Diagnosis } from '../document/diagnosis';
import type { DomainId } from '../model/domains';
import type { Scheme } from '../model/inventory';
import type { Commune, Territory } from '../model/territory';
import type { Analysis, NetworkReading, PlacedScheme } from './analysis';
import { pairOf } from './compareRecords';
import { isOpenTo, zoneContains } from './supply';
import { type Travel, travelOf } from './travel';

/** At most so many are shown, and so many with the same actor: a list that can be examined, not one actor's. */
export const mostSuggestions = 10;
const mostPerActor = 2;
const byte = 8;

/** The four terms of a score, each from 0 to 1. */
export interface SuggestionTerms {
  /** Young people whom both can reach, over those of the one that reaches fewer. */
  readonly territory: number;
  /** 1 − shared domains / domains of either (Jaccard distance). */
  readonly complementarity: number;
  /**
   * Share of the young people whom one or the other reaches who live at level 2 or 3 in a domain of either. Of those whom
   * both reach within the second threshold hardly any could: what each lacks is where the other is alone.
   */
  readonly need: number;
  /** 0.5 + 0.5 × resource allocation index over the largest (Zhou, Lü and Zhang 2009): common partners make it easier. */
  readonly feasibility: number;
}

/** Two actors without a tie who could work together: to be examined, never asserted. */
export interface TieSuggestion {
  /** `lien:` and the pair: what it is set aside by. */
  readonly key: string;
  readonly a: string;
  readonly b: string;
  readonly score: number;
  readonly terms: SuggestionTerms;
  /** Young people whom both can reach; those whom one or the other reaches at level 2 or 3 in a domain of either. */
  readonly young: number;
  readonly concerned: number;
  /** Domains of either in which they are, most young people first. */
  readonly domains: readonly DomainId[];
  /** Unit of the mesh where most of them live. */
  readonly unitCode: string | null;
  /** Of the partners of both, the one with the fewest ties: it can introduce them; null: none. */
  readonly commonPartner: string | null;
}

/** Sums of weights over sets of communes held as bits: one table of 256 sums a byte. */
class WeighedSets {
  private readonly tables: readonly Float64Array[];

  constructor(weights: readonly number[]) {
    this.tables = Array.from({ length: Math.ceil(weights.length / byte) }, (_, k) => {
      const table = new Float64Array(256);
      for (let bits = 1; bits < 256; bits += 1) {
        const low = 31 - Math.clz32(bits & -bits);
        table[bits] = table[bits & (bits - 1)]! + (weights[k * byte + low] ?? 0);
      }
      return table;
    });
  }

  /** Of what is in all the sets given. */
  sum(a: Uint8Array, b: Uint8Array = a, c: Uint8Array = a): number {
    let sum = 0;
    for (let k = 0; k < this.tables.length; k += 1) sum += this.tables[k]![a[k]! & b[k]! & c[k]!]!;
    return sum;
  }
}

interface Profile {
  readonly id: string;
  readonly siren: string | undefined;
  readonly domains: readonly DomainId[];
  /** Communes whose young people it can reach, as bits. */
  readonly reach: Uint8Array;
  readonly young: number;
}

function setBit(bits: Uint8Array, i: number): void {
  bits[i >> 3]! |= 1 << (i & 7);
}

/** The sum over what is in one set or the other, within a third. */
const sumOfEither = (weighed: WeighedSets, a: Uint8Array, b: Uint8Array, within: Uint8Array): number =>
  weighed.sum(a, within) + weighed.sum(b, within) - weighed.sum(a, b, within);

/** Adds the communes within the second threshold of a place, as far as its scheme is open to them. */
function addReach(
  bits: Uint8Array,
  { place, scheme, minutes }: { readonly place: PlacedScheme; readonly scheme: Scheme; readonly minutes: number },
  communes: readonly Commune[],
  travel: Travel,
): void {
  communes.forEach((commune, i) => {
    if (isOpenTo(scheme, commune) && travel.to(commune, place) <= minutes) setBit(bits, i);
  });
}

/** Communes that each actor reaches: from its places, or where its zone says so for want of a place. */
function reachOfActors(diagnosis: Diagnosis, { placed, domains: read }: Analysis, { communes }: Territory, travel: Travel) {
  const { inventory, settings } = diagnosis;
  const schemes = new Map(inventory.schemes.map((s) => [s.id, s]));
  const reach = new Map(inventory.actors.map((a) => [a.id, new Uint8Array(Math.ceil(communes.length / byte))]));
  const placedIds = new Set(placed.map((p) => p.schemeId));
  for (const place of placed) {
    const scheme = schemes.get(place.schemeId)!;
    const minutes = Math.max(0, ...scheme.domains.filter((d) => read.includes(d)).map((d) => settings.thresholds[d][1]));
    if (minutes > 0 && !scheme.closed) addReach(reach.get(scheme.actorId)!, { place, scheme, minutes }, communes, travel);
  }
  for (const { id, actorId, zone, closed } of inventory.schemes)
    if (zone && !closed && !placedIds.has(id))
      communes.forEach((c, i) => {
        if (zoneContains(zone, c)) setBit(reach.get(actorId)!, i);
      });
  return reach;
}

function profilesOf(diagnosis: Diagnosis, analysis: Analysis, territory: Territory, weighed: WeighedSets): Profile[] {
  const reach = reachOfActors(diagnosis, analysis, territory, travelOf(diagnosis, territory));
  const domains = new Map<string, Set<DomainId>>();
  for (const { actorId, closed, domains: served } of diagnosis.inventory.schemes) {
    if (closed) continue;
    const known = domains.get(actorId) ?? new Set<DomainId>();
    for (const d of served) if (analysis.domains.includes(d)) known.add(d);
    domains.set(actorId, known);
  }
  return diagnosis.inventory.actors
    .map((a): Profile => {
      const bits = reach.get(a.id)!;
      const siren = a.siren ?? a.siret?.slice(0, 9);
      return { id: a.id, siren, domains: [...(domains.get(a.id) ?? [])], reach: bits, young: weighed.sum(bits) };
    })
    .filter((p) => p.young > 0 && p.domains.length > 0)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Communes at level 2 or 3 in each domain, as bits. */
function needSets({ communes, domains }: Analysis): ReadonlyMap<DomainId, Uint8Array> {
  return new Map(
    domains.map((d) => {
      const bits = new Uint8Array(Math.ceil(communes.length / byte));
      communes.forEach((c, i) => {
        if ((c.domains[d]?.level ?? 0) >= 2) setBit(bits, i);
      });
      return [d, bits] as const;
    }),
  );
}

interface Partners {
  /** Resource allocation index by pair of actors that have a partner in common. */
  readonly index: ReadonlyMap<string, number>;
  readonly most: number;
  readonly neighbours: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Sum over common partners of 1 / their number of ties. */
function commonPartners({ ties }: NetworkReading): Partners {
  const neighbours = new Map<string, Set<string>>();
  for (const { a, b } of ties)
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const)
      neighbours.set(from, (neighbours.get(from) ?? new Set()).add(to));
  const index = new Map<string, number>();
  for (const partners of neighbours.values()) {
    const list = [...partners].sort();
    list.forEach((x, i) => {
      for (const y of list.slice(i + 1)) index.set(pairOf(x, y), (index.get(pairOf(x, y)) ?? 0) + 1 / list.length);
    });
  }
  let most = 0;
  for (const value of index.values()) most = Math.max(most, value);
  return { index, most, neighbours };
}

const complementarityOf = (a: readonly DomainId[], b: readonly DomainId[]): number => {
  const either = new Set([...a, ...b]).size;
  return either === 0 ? 0 : 1 - (a.length + b.length - either) / either;
};

/** Pairs that are not to be proposed: tied, planned or wished already, or set aside by the user. */
export function takenPairs({ inventory, setAside = [] }: Diagnosis): ReadonlySet<string> {
  const tied = inventory.partnerships.filter((p) => p.status !== 'termine').map((p) => pairOf(p.fromId, p.toId));
  return new Set([...tied, ...setAside.map((s) => s.key.replace(/^lien:/, ''))]);
}

interface Scored {
  readonly a: Profile;
  readonly b: Profile;
  readonly score: number;
  readonly terms: SuggestionTerms;
  readonly young: number;
}

/** What all pairs are scored with. */
interface Ground {
  readonly weighed: WeighedSets;
  readonly needs: ReadonlyMap<DomainId, Uint8Array>;
  readonly partners: Partners;
  readonly taken: ReadonlySet<string>;
}

function eitherNeed(domains: readonly DomainId[], needs: Ground['needs'], length: number): Uint8Array {
  const bits = new Uint8Array(length);
  for (const need of new Set(domains.map((d) => needs.get(d)))) for (let k = 0; need && k < length; k += 1) bits[k]! |= need[k]!;
  return bits;
}

/** The score of a pair; null where it is not to be proposed, or cannot pass `least`. */
function scorePair(a: Profile, b: Profile, { weighed, needs, partners, taken }: Ground, least: number): Scored | null {
  const complementarity = complementarityOf(a.domains, b.domains);
  if (complementarity === 0 || (a.siren && a.siren === b.siren)) return null;
  const allocation = partners.most > 0 ? (partners.index.get(pairOf(a.id, b.id)) ?? 0) / partners.most : 0;
  const feasibility = 0.5 + 0.5 * allocation;
  if (complementarity * feasibility <= least) return null;
  const young = weighed.sum(a.reach, b.reach);
  const territory = young / Math.min(a.young, b.young);
  if (territory * complementarity * feasibility <= least || taken.has(pairOf(a.id, b.id))) return null;
  const lacking = eitherNeed([...a.domains, ...b.domains], needs, a.reach.length);
  const need = sumOfEither(weighed, a.reach, b.reach, lacking) / (a.young + b.young - young);
  const score = territory * complementarity * need * feasibility;
  return score > least ? { a, b, score, young, terms: { territory, complementarity, need, feasibility } } : null;
}

const byScore = (x: Scored, y: Scored): number => y.score - x.score || (pairOf(x.a.id, x.b.id) < pairOf(y.a.id, y.b.id) ? -1 : 1);

/** At most `wanted` pairs, none of the actors in more than two. */
function withoutCrowding(pairs: readonly Scored[], wanted: number): Scored[] {
  const times = new Map<string, number>();
  const chosen: Scored[] = [];
  for (const pair of pairs) {
    const ends = [pair.a.id, pair.b.id];
    if (chosen.length === wanted || ends.some((id) => (times.get(id) ?? 0) >= mostPerActor)) continue;
    for (const id of ends) times.set(id, (times.get(id) ?? 0) + 1);
    chosen.push(pair);
  }
  return chosen;
}

/** The pairs with the best scores; more are kept on the way than are wanted, since an actor is in two at most. */
function bestPairs(profiles: readonly Profile[], ground: Ground, wanted: number): Scored[] {
  const kept = Math.max(400, wanted * 40);
  let best: Scored[] = [];
  let least = 0;
  profiles.forEach((a, i) => {
    for (let j = i + 1; j < profiles.length; j += 1) {
      const scored = scorePair(a, profiles[j]!, ground, least);
      if (scored) best.push(scored);
    }
    if (best.length <= kept) return;
    best = best.sort(byScore).slice(0, kept);
    least = best.at(-1)!.score;
  });
  return withoutCrowding(best.sort(byScore), wanted);
}

/** What is told of a pair, besides its score. */
function tellPair(
  { a, b, score, terms, young }: Scored,
  analysis: Analysis,
  { weighed, needs, partners }: Ground,
): TieSuggestion {
  const concernedIn = (domains: readonly DomainId[]) =>
    sumOfEither(weighed, a.reach, b.reach, eitherNeed(domains, needs, a.reach.length));
  const either = [...new Set([...a.domains, ...b.domains])];
  const domains = either
    .map((d) => ({ d, people: concernedIn([d]) }))
    .filter((x) => x.people > 0)
    .sort((x, y) => y.people - x.people || (x.d < y.d ? -1 : 1))
    .map((x) => x.d);
  const bits = eitherNeed(either, needs, a.reach.length);
  const byUnit = new Map<string, number>();
  analysis.communes.forEach((c, i) => {
    const k = i >> 3;
    if ((((a.reach[k]! | b.reach[k]!) & bits[k]!) >> (i & 7)) & 1)
      byUnit.set(c.unitCode, (byUnit.get(c.unitCode) ?? 0) + c.young);
  });
  const [unit] = [...byUnit].sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1));
  const degree = (id: string) => partners.neighbours.get(id)?.size ?? 0;
  const common = [...(partners.neighbours.get(a.id) ?? [])].filter((id) => partners.neighbours.get(b.id)?.has(id));
  const [partner] = common.sort((x, y) => degree(x) - degree(y) || (x < y ? -1 : 1));
  return {
    key: `lien:${pairOf(a.id, b.id)}`,
    ...{ a: a.id, b: b.id, score, terms, young, domains },
    concerned: concernedIn(either),
    unitCode: unit?.[0] ?? null,
    commonPartner: partner ?? null,
  };
}

/**
 * Pairs of actors to introduce to one another, best first: territory × complementarity × need × feasibility
 * (`guide/methods.md` 3.4). Never those tied, planned or wished already, of one legal entity, closed, or set aside.
 */
export function suggestTies(
  diagnosis: Diagnosis,
  analysis: Analysis,
  territory: Territory,
  wanted = mostSuggestions,
): readonly TieSuggestion[] {
  const weighed = new WeighedSets(analysis.communes.map((c) => c.young));
  const profiles = profilesOf(diagnosis, analysis, territory, weighed);
  const ground: Ground = {
    weighed,
    needs: needSets(analysis),
    partners: commonPartners(analysis.network),
    taken: takenPairs(diagnosis),
  };
  return bestPairs(profiles, ground, wanted).map((pair) => tellPair(pair, analysis, ground));
}
