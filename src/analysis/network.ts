import Graph from 'graphology';
import { connectedComponents } from 'graphology-components';
import type { DomainId } from '../model/domains';
import type { Actor, Inventory, Partnership } from '../model/inventory';
import { baseOf, type Nature, tieStatuses } from '../model/lists';
import { normalise } from '../model/words';
import type { CircleNature, NetworkCircle, NetworkNode, NetworkReading, NetworkTie, PendingTie } from './analysis';
import { averageDegree, density } from './metrics/density';

/** A body or funder with more members than this stays a node: its members are not tied to one another. */
export const largestClique = 20;

const pairKey = (a: string, b: string) => (a < b ? `${a}\n${b}` : `${b}\n${a}`);

function addTie(ties: Map<string, NetworkTie>, from: string, to: string, add: Omit<NetworkTie, 'a' | 'b'>): void {
  const key = pairKey(from, to);
  const [a, b] = key.split('\n') as [string, string];
  const known = ties.get(key);
  ties.set(key, {
    a,
    b,
    stated: add.stated || (known?.stated ?? false),
    natures: [...new Set([...(known?.natures ?? []), ...add.natures])],
    intensity: Math.max(known?.intensity ?? 0, add.intensity ?? 0) || null,
    weight: (known?.weight ?? 0) + (add.weight ?? 0) || null,
    partnershipIds: [...(known?.partnershipIds ?? []), ...add.partnershipIds],
  });
}

/** Ties of the records, each pair of actors once. */
function tiesFrom(partnerships: readonly Partnership[]): Map<string, NetworkTie> {
  const ties = new Map<string, NetworkTie>();
  for (const { fromId, toId, stated, nature, intensity = null, id } of partnerships)
    addTie(ties, fromId, toId, { stated, natures: [nature], intensity, weight: null, partnershipIds: [id] });
  return ties;
}

const joinsTwo = (p: Partnership, actors: ReadonlySet<string>) =>
  p.fromId !== p.toId && actors.has(p.fromId) && actors.has(p.toId);

interface Circle extends Omit<NetworkCircle, 'memberIds'> {
  readonly members: Set<string>;
}

/** Circles being filled: the same body may be told by a tie and by a name. */
class Circles {
  private readonly known = new Map<string, Circle>();
  private readonly actorsByName: ReadonlyMap<string, Actor>;
  readonly actors: ReadonlyMap<string, Actor>;

  constructor(actors: readonly Actor[]) {
    this.actors = new Map(actors.map((a) => [a.id, a]));
    this.actorsByName = new Map(actors.map((a) => [normalise(a.name), a]));
  }

  join(nature: CircleNature, key: string, name: string, member: string): void {
    const actorId = this.actors.has(key) ? key : null;
    const id = `${nature}:${key}`;
    const circle = this.known.get(id) ?? { id, nature, name, actorId, members: new Set<string>() };
    if (member !== actorId) circle.members.add(member);
    this.known.set(id, circle);
  }

  /** A body that a record names is the actor of that name where there is one. */
  joinByName(nature: CircleNature, name: string, member: string): void {
    const actor = this.actorsByName.get(normalise(name));
    this.join(nature, actor?.id ?? normalise(name), actor?.name ?? name, member);
  }

  /** Those that bring two actors or more together, by nature, then by name. */
  list(): NetworkCircle[] {
    return [...this.known.values()]
      .filter((c) => c.members.size > 1)
      .map(({ members, ...circle }) => ({ ...circle, memberIds: [...members].sort() }))
      .sort((x, y) => (x.nature + x.name + x.id < y.nature + y.name + y.id ? -1 : 1));
  }
}

function joinByTies(circles: Circles, inForce: readonly Partnership[]): void {
  const nameOf = (id: string) => circles.actors.get(id)?.name ?? id;
  for (const { nature: stated, fromId, toId } of inForce) {
    const nature = baseOf<Nature>(stated);
    if (nature === 'cofinancement' || nature === 'mecenat') circles.join('financeur-commun', fromId, nameOf(fromId), toId);
    if (nature !== 'instance' && nature !== 'reseau') continue;
    // Either end may be the body; a body is an end that several others share.
    const circle = nature === 'instance' ? 'instance-commune' : 'reseau-commun';
    circles.join(circle, fromId, nameOf(fromId), toId);
    circles.join(circle, toId, nameOf(toId), fromId);
  }
}

/** A scheme that receives people at another actor's place is shared by both. */
function joinByPlaces(circles: Circles, { sites, schemes }: Inventory): void {
  const holderOf = new Map(sites.map((s) => [s.id, s.actorId]));
  for (const { id, name, actorId, siteIds } of schemes)
    for (const holder of new Set(siteIds.map((site) => holderOf.get(site) ?? actorId)))
      if (holder !== actorId) for (const member of [holder, actorId]) circles.join('dispositif-commun', `d-${id}`, name, member);
}

/** What brings actors together without a tie being stated: funders, bodies, networks, legal entities, shared schemes. */
function circlesOf(inventory: Inventory, inForce: readonly Partnership[]): NetworkCircle[] {
  const circles = new Circles(inventory.actors);
  joinByTies(circles, inForce);
  joinByPlaces(circles, inventory);
  for (const a of inventory.actors) {
    const siren = a.siren ?? a.siret?.slice(0, 9);
    if (siren) circles.join('entite-commune', `siren-${siren}`, siren, a.id);
    if (a.network) circles.joinByName('reseau-commun', a.network, a.id);
  }
  for (const { funders = [], actorId } of inventory.schemes)
    for (const funder of funders) circles.joinByName('financeur-commun', funder, actorId);
  return circles.list();
}

/**
 * Ties deduced from circles: of their members with the body, where it is an actor, and of members with one another where
 * they are at most `largestClique`. A tie between members weighs the sum of 1 / (members − 1) over the circles
 * that both are in (Newman 2001): a small circle ties more than a large one.
 */
function deducedTies(circles: readonly NetworkCircle[], stated: ReadonlyMap<string, NetworkTie>): Map<string, NetworkTie> {
  const ties = new Map<string, NetworkTie>();
  for (const { nature, memberIds, actorId } of circles) {
    const tie = (from: string, to: string, weight: number) => {
      if (!stated.has(pairKey(from, to)))
        addTie(ties, from, to, { stated: false, natures: [nature], intensity: null, weight, partnershipIds: [] });
    };
    if (actorId) for (const member of memberIds) tie(actorId, member, 1);
    if (memberIds.length > largestClique) continue;
    memberIds.forEach((from, i) => {
      for (const to of memberIds.slice(i + 1)) tie(from, to, 1 / (memberIds.length - 1));
    });
  }
  return ties;
}

/** Ties that are not in force, pair by pair and status by status. */
function pendingTies(partnerships: readonly Partnership[]): PendingTie[] {
  return tieStatuses.flatMap((status) =>
    status === 'existant'
      ? []
      : [...tiesFrom(partnerships.filter((p) => p.status === status)).values()].map((tie) => ({ ...tie, status })),
  );
}

/** Components of a simple undirected graph, largest first, then by smallest id. */
export function componentsOf(nodes: readonly string[], edges: readonly (readonly [string, string])[]): string[][] {
  const graph = new Graph({ type: 'undirected', multi: false });
  for (const node of nodes) graph.addNode(node);
  for (const [a, b] of edges) if (a !== b) graph.mergeEdge(a, b);
  return connectedComponents(graph)
    .map((c) => [...c].sort())
    .sort((a, b) => b.length - a.length || (a[0]! < b[0]! ? -1 : 1));
}

function domainsByActor({ schemes }: Inventory): ReadonlyMap<string, ReadonlySet<DomainId>> {
  const out = new Map<string, Set<DomainId>>();
  for (const s of schemes) out.set(s.actorId, new Set([...(out.get(s.actorId) ?? []), ...s.domains]));
  return out;
}

/** The partnership network: simple, undirected, stated ties; deduced ones only where the settings ask for them. */
export function readNetwork(inventory: Inventory, withDeduced: boolean): NetworkReading {
  const { actors } = inventory;
  const ids = new Set(actors.map((a) => a.id));
  const told = inventory.partnerships.filter((p) => joinsTwo(p, ids));
  const inForce = told.filter((p) => p.status === 'existant');
  const stated = tiesFrom(inForce.filter((p) => p.stated));
  const given = tiesFrom(inForce.filter((p) => !p.stated));
  const circles = circlesOf(inventory, inForce);
  const deduced = new Map([...deducedTies(circles, stated), ...[...given].filter(([key]) => !stated.has(key))]);
  const ties = [...stated.values(), ...(withDeduced ? deduced.values() : [])];
  const components = componentsOf(
    actors.map((a) => a.id),
    ties.map((t) => [t.a, t.b] as const),
  );
  const componentOf = new Map(components.flatMap((c, i) => c.map((id): [string, number] => [id, i])));
  const degree = new Map<string, number>();
  for (const t of ties) for (const id of [t.a, t.b]) degree.set(id, (degree.get(id) ?? 0) + 1);
  const domains = domainsByActor(inventory);
  const nodes = actors.map(
    (a): NetworkNode => ({
      id: a.id,
      name: a.name,
      degree: degree.get(a.id) ?? 0,
      component: componentOf.get(a.id)!,
      domains: [...(domains.get(a.id) ?? [])],
    }),
  );
  return {
    nodes,
    ties,
    pending: pendingTies(told),
    circles,
    statedEdges: stated.size,
    deducedEdges: deduced.size,
    components: components.length,
    largestComponent: components[0]?.length ?? 0,
    isolates: nodes
      .filter((n) => n.degree === 0)
      .sort((a, b) => a.name.localeCompare(b.name, 'fr') || (a.id < b.id ? -1 : 1))
      .map((n) => n.id),
    density: density(nodes.length, ties.length),
    averageDegree: averageDegree(nodes.length, ties.length),
  };
}
