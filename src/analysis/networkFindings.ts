import { type DomainId, domainIds } from '../model/domains';
import type { Inventory, Partnership } from '../model/inventory';
import type { Territory } from '../model/territory';
import { severalUnits, traitsOf } from './actorTraits';
import type { NetworkReading } from './analysis';
import { pairOf } from './compareRecords';
import { betweenness, normalisedBetweenness } from './graph/betweenness';
import { articulationPoints, bridges } from './graph/breaks';
import { type Brokerage, brokerage } from './graph/brokerage';
import { betweennessCentralization, closenessCentralization, degreeCentralization } from './graph/centralization';
import { distancesIn } from './graph/closeness';
import { communitiesIn } from './graph/communities';
import { fragmentation, piecesWithout } from './graph/components';
import { constraint } from './graph/constraint';
import { coreCorrelation, coreNumbers, lipCore } from './graph/cores';
import { degrees, neighboursOf, type TieGraph, tieGraph } from './graph/graph';
import { assortativity, expectedExternalInternal, externalInternal, mixingMatrix } from './graph/mixing';
import { adjustedRandIndex } from './graph/partitions';
import { readNetwork } from './network';
import { departementIds, withoutActors } from './networkParts';

/** Counts and centralisations; null where the measure is not defined (too few actors, a network in several parts). */
export interface NetworkFigures {
  readonly actors: number;
  readonly ties: number;
  readonly density: number | null;
  readonly averageDegree: number | null;
  readonly degreeCentralization: number | null;
  readonly betweennessCentralization: number | null;
  readonly closenessCentralization: number | null;
  readonly components: number;
  readonly largest: number;
  readonly isolates: number;
  /** Share of the pairs of actors that no path joins (Borgatti 2006). */
  readonly fragmentation: number | null;
}

/** An actor whose departure would leave its part of the network in pieces. */
export interface CutPoint {
  readonly actorId: string;
  /** Sizes of the pieces, largest first. */
  readonly pieces: readonly number[];
  readonly pairs: number;
  /** Actors whose only tie is with it. */
  readonly dependents: readonly string[];
}

/** A tie that alone joins two parts of the network. */
export interface BridgeTie {
  readonly a: string;
  readonly b: string;
  readonly smallerSide: number;
  readonly pairs: number;
}

/** An actor between others: share of the shortest paths, and its roles between domains (Gould and Fernandez 1989). */
export interface Broker {
  readonly actorId: string;
  readonly share: number;
  readonly roles: Brokerage | null;
}

/** A new tie that would spare the network an actor that everything hangs on. */
export interface SpareTie {
  readonly a: string;
  readonly b: string;
  readonly cutId: string;
  /** Pairs that would stay joined if that actor left. */
  readonly pairs: number;
}

/** Ties inside and between groups, of the actors whose group is known. */
export interface Mixing {
  readonly groups: readonly string[];
  readonly observed: readonly (readonly number[])[];
  readonly possible: readonly (readonly number[])[];
  readonly sizes: readonly number[];
  readonly actors: number;
  readonly ei: number | null;
  /** E-I expected if ties fell at random. */
  readonly expected: number | null;
  readonly assortativity: number | null;
}

export interface NetworkReport {
  readonly figures: NetworkFigures;
  readonly cutPoints: readonly CutPoint[];
  readonly bridges: readonly BridgeTie[];
  readonly brokers: readonly Broker[];
  /**
   * Actors of the core (Lip 2011), `size` in all: those in it for sure, and those of as many ties among whom the others may
   * be taken; how well core and periphery describe the network (Borgatti and Everett 1999).
   */
  readonly core: {
    readonly size: number;
    readonly actorIds: readonly string[];
    readonly alikeIds: readonly string[];
    readonly correlation: number | null;
  } | null;
  /** Largest k such that some actors have k ties with one another, and how many they are. */
  readonly nucleus: { readonly k: number; readonly actors: number };
  /** Actors with two ties or more whose partners nearly all know one another (Burt 1992), most captive first. */
  readonly captives: readonly { readonly actorId: string; readonly constraint: number }[];
  readonly byDomain: Mixing;
  readonly byEpci: Mixing;
  readonly communities: {
    /** Members of each, largest first; those of one actor are left out. */
    readonly groups: readonly (readonly string[])[];
    readonly modularity: number | null;
    readonly stability: number | null;
    /** Adjusted Rand index of communities and EPCI, of the actors of one EPCI. */
    readonly likeEpci: number | null;
  };
  readonly spareTies: readonly SpareTie[];
}

export const bases = ['stated', 'all'] as const;
/** Ties stated alone, or with those deduced. */
export type Basis = (typeof bases)[number];

/** Every reading: on stated ties and on all, with the département and without. */
export interface NetworkFindings {
  readonly readings: Readonly<Record<Basis, { readonly whole: NetworkReport; readonly without: NetworkReport }>>;
  /** Of the ties that the settings count. */
  readonly communities: ReadonlyMap<string, number>;
  readonly betweenness: ReadonlyMap<string, number>;
}

/** An actor with so few ties is not called captive of its partners. */
const fewTies = 3;
const mostListed = 12;

interface Ground {
  readonly ids: readonly string[];
  readonly graph: TieGraph;
  readonly network: NetworkReading;
}

function groundOf(network: NetworkReading): Ground {
  const ids = network.nodes.map((n) => n.id).sort();
  const place = new Map(ids.map((id, i) => [id, i]));
  return {
    ids,
    network,
    graph: tieGraph(
      ids.length,
      network.ties.map((t) => [place.get(t.a)!, place.get(t.b)!] as const),
    ),
  };
}

function figuresOf({ graph, network }: Ground, raw: Float64Array): NetworkFigures {
  const sizes = new Map<number, number>();
  for (const { component } of network.nodes) sizes.set(component, (sizes.get(component) ?? 0) + 1);
  return {
    actors: graph.size,
    ties: graph.ties,
    density: network.density,
    averageDegree: network.averageDegree,
    degreeCentralization: degreeCentralization(graph),
    betweennessCentralization: betweennessCentralization(graph, raw),
    // Defined on connected networks alone: most are not, and then all distances need not be measured.
    closenessCentralization: network.components === 1 ? closenessCentralization(distancesIn(graph)) : null,
    components: network.components,
    largest: network.largestComponent,
    isolates: network.isolates.length,
    fragmentation: fragmentation([...sizes.values()], graph.size),
  };
}

function cutPointsOf({ graph, ids }: Ground): CutPoint[] {
  const degree = degrees(graph);
  return articulationPoints(graph)
    .map(({ node, pieces, pairsDisconnected }): CutPoint => {
      const dependents = [...neighboursOf(graph, node)].filter((v) => degree[v] === 1).map((v) => ids[v]!);
      return { actorId: ids[node]!, pieces, pairs: pairsDisconnected, dependents };
    })
    .sort((x, y) => y.pairs - x.pairs || (x.actorId < y.actorId ? -1 : 1));
}

function bridgesOf({ graph, ids }: Ground): BridgeTie[] {
  return bridges(graph)
    .map(({ tie, smallerSide, pairsDisconnected }): BridgeTie => {
      const ends = [ids[graph.ends[2 * tie]!]!, ids[graph.ends[2 * tie + 1]!]!].sort() as [string, string];
      return { a: ends[0], b: ends[1], smallerSide, pairs: pairsDisconnected };
    })
    .sort((x, y) => y.pairs - x.pairs || (x.a + x.b < y.a + y.b ? -1 : 1));
}

/** Ties that would spare the network a cut point, but for pairs that are tied, planned, wished or set aside. */
export const sparing = (report: NetworkReport, taken: ReadonlySet<string>): readonly SpareTie[] =>
  report.spareTies.filter((s) => !taken.has(pairOf(s.a, s.b)));

/** Between the two largest pieces that each cut point would leave: their most connected actors, joined. */
function spareTiesOf({ graph, ids }: Ground, cuts: readonly CutPoint[]): SpareTie[] {
  const degree = degrees(graph);
  const place = new Map(ids.map((id, i) => [id, i]));
  const found = cuts.slice(0, mostListed).flatMap(({ actorId, pieces }): SpareTie[] => {
    const [first = 0, second = 0] = pieces;
    // A piece of one actor is a dependent: told as such.
    if (second < 2) return [];
    const of = piecesWithout(graph, place.get(actorId)!);
    const members = new Map<number, number[]>();
    of.forEach((piece, v) => {
      if (piece >= 0) members.set(piece, [...(members.get(piece) ?? []), v]);
    });
    const heads = [...members.values()]
      .sort((x, y) => y.length - x.length || x[0]! - y[0]!)
      .slice(0, 2)
      .map((list) => ids[list.reduce((best, v) => (degree[v]! > degree[best]! ? v : best))]!);
    const [a, b] = heads.sort() as [string, string];
    return [{ a, b, cutId: actorId, pairs: first * second }];
  });
  found.sort((x, y) => y.pairs - x.pairs || (x.a + x.b < y.a + y.b ? -1 : 1));
  // One tie may spare several cut points of a chain: it is told once, for the most it does.
  return found.filter((s, i) => found.findIndex((t) => t.a === s.a && t.b === s.b) === i);
}

function mixingOf({ graph, ids }: Ground, groupOf: ReadonlyMap<string, string>, order: readonly string[]): Mixing {
  const kept = ids.flatMap((id, i) => (groupOf.has(id) && groupOf.get(id) !== severalUnits ? [i] : []));
  const place = new Map(kept.map((v, i) => [v, i]));
  const ends: [number, number][] = [];
  for (let t = 0; t < graph.ties; t += 1) {
    const [a, b] = [place.get(graph.ends[2 * t]!), place.get(graph.ends[2 * t + 1]!)];
    if (a !== undefined && b !== undefined) ends.push([a, b]);
  }
  const part = tieGraph(kept.length, ends);
  const groups = kept.map((v) => groupOf.get(ids[v]!)!);
  const present = order.filter((g) => groups.includes(g));
  const { observed, possible } = mixingMatrix(part, groups, present);
  return {
    ...{ groups: present, observed, possible, actors: kept.length },
    sizes: present.map((g) => groups.filter((x) => x === g).length),
    ei: externalInternal(part, groups).ei,
    expected: expectedExternalInternal(groups),
    assortativity: assortativity(part, groups),
  };
}

/** Brokers by betweenness; their roles among the actors whose domain is known. */
function brokersOf({ graph, ids }: Ground, raw: Float64Array, domains: ReadonlyMap<string, string>): Broker[] {
  const share = normalisedBetweenness(raw);
  if (!share) return [];
  // An actor without a domain is in a group of its own: it is no partner of a domain.
  const roles = brokerage(
    graph,
    ids.map((id) => domains.get(id) ?? `sans:${id}`),
  );
  return ids
    .map((actorId, v): Broker => ({ actorId, share: share[v]!, roles: domains.has(actorId) ? roles[v]! : null }))
    .filter((b) => b.share > 0)
    .sort((x, y) => y.share - x.share || (x.actorId < y.actorId ? -1 : 1))
    .slice(0, mostListed);
}

function captivesOf({ graph, ids }: Ground): NetworkReport['captives'] {
  const degree = degrees(graph);
  return constraint(graph)
    .flatMap((value, v) => (value !== null && degree[v]! >= fewTies ? [{ actorId: ids[v]!, constraint: value }] : []))
    .sort((x, y) => y.constraint - x.constraint || (x.actorId < y.actorId ? -1 : 1))
    .slice(0, mostListed);
}

/** How communities and EPCI agree; null where fewer than two actors are known in one EPCI. */
function likeEpci({ ids }: Ground, of: Int32Array, epci: ReadonlyMap<string, string>): number | null {
  const kept = ids.flatMap((id, v) => (epci.has(id) && epci.get(id) !== severalUnits ? [v] : []));
  if (kept.length < 2) return null;
  return adjustedRandIndex(
    kept.map((v) => of[v]!),
    kept.map((v) => epci.get(ids[v]!)!),
  );
}

function communitiesOf(ground: Ground, epci: ReadonlyMap<string, string>) {
  const found = communitiesIn(ground.graph);
  const groups: string[][] = found.sizes.map(() => []);
  ground.ids.forEach((id, v) => {
    groups[found.of[v]!]!.push(id);
  });
  const { modularity, stability } = found;
  const told = { groups: groups.filter((g) => g.length > 1), modularity, stability, likeEpci: likeEpci(ground, found.of, epci) };
  return { of: new Map(ground.ids.map((id, v) => [id, found.of[v]!])), told };
}

interface Input {
  readonly inventory: Inventory;
  readonly territory: Pick<Territory, 'epci'>;
  readonly domains: readonly DomainId[];
}

/** What one network says, in figures; and the community and betweenness (0 to 1) of each actor. */
export function readReport(network: NetworkReading, { inventory, territory, domains }: Input) {
  const ground = groundOf(network);
  const raw = betweenness(ground.graph).node;
  const byDomain = traitsOf('domain', { network, inventory, territory, domains });
  const byEpci = traitsOf('epci', { network, inventory, territory });
  const cutPoints = cutPointsOf(ground);
  const core = lipCore(ground.graph);
  const numbers = coreNumbers(ground.graph);
  const k = numbers.reduce((a, b) => Math.max(a, b), 0);
  const communities = communitiesOf(ground, byEpci);
  const report: NetworkReport = {
    figures: figuresOf(ground, raw),
    cutPoints,
    bridges: bridgesOf(ground),
    brokers: brokersOf(ground, raw, byDomain),
    core: core && {
      size: core.sizes[0]!,
      actorIds: core.core.map((v) => ground.ids[v]!),
      alikeIds: core.alike.map((v) => ground.ids[v]!),
      correlation: coreCorrelation(ground.graph, 'whole degrees')?.correlation ?? null,
    },
    nucleus: { k, actors: numbers.filter((n) => n === k).length },
    captives: captivesOf(ground),
    byDomain: mixingOf(ground, byDomain, [...new Set([...domains, ...domainIds])]),
    byEpci: mixingOf(
      ground,
      byEpci,
      territory.epci.map((u) => u.code),
    ),
    communities: communities.told,
    spareTies: spareTiesOf(ground, cutPoints),
  };
  const share = normalisedBetweenness(raw) ?? raw;
  return { report, communities: communities.of, betweenness: new Map(ground.ids.map((id, v) => [id, share[v]!])) };
}

/** The four readings, one at a time: the caller may answer other questions between two. */
export function* findInNetwork(input: Input, deducedTies: boolean): Generator<undefined, NetworkFindings> {
  const gone = departementIds(input.inventory);
  const found: Partial<Record<Basis, ReturnType<typeof readReport> & { without: NetworkReport }>> = {};
  for (const basis of bases) {
    const network = readNetwork(input.inventory, basis === 'all');
    const whole = readReport(network, input);
    yield;
    const without = gone.size > 0 ? readReport(withoutActors(network, gone), input).report : whole.report;
    yield;
    found[basis] = { ...whole, without };
  }
  const { stated, all } = found as Required<typeof found>;
  const { communities, betweenness: shares } = deducedTies ? all : stated;
  const reading = ({ report, without }: typeof stated) => ({ whole: report, without });
  return { readings: { stated: reading(stated), all: reading(all) }, communities, betweenness: shares };
}

/** Ties in force that end within so many months of `today` (ISO), soonest first. */
export function endingTies(partnerships: readonly Partnership[], today: string, months = 12): readonly Partnership[] {
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  const soon = date.toISOString().slice(0, 10);
  return partnerships
    .filter((p) => p.status === 'existant' && p.endsOn !== undefined && p.endsOn >= today && p.endsOn <= soon)
    .sort((a, b) => (a.endsOn! < b.endsOn! ? -1 : 1));
}
