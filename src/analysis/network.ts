import Graph from 'graphology';
import { connectedComponents } from 'graphology-components';
import type { DomainId } from '../model/domains';
import type { Actor, Inventory, Partnership } from '../model/inventory';
import type { NetworkNode, NetworkReading, NetworkTie } from './analysis';
import { averageDegree, density } from './metrics/density';

/** A body or funder with more members than this stays a node: its members are not tied to one another. */
export const largestClique = 20;

const pairKey = (a: string, b: string) => (a < b ? `${a}\n${b}` : `${b}\n${a}`);

type DeducedNature = 'financeur-commun' | 'instance-commune' | 'entite-commune';

function addTie(
  ties: Map<string, NetworkTie>,
  from: string,
  to: string,
  add: Pick<NetworkTie, 'stated' | 'natures' | 'intensity' | 'partnershipIds'>,
): void {
  const key = pairKey(from, to);
  const [a, b] = key.split('\n') as [string, string];
  const known = ties.get(key);
  ties.set(key, {
    a,
    b,
    stated: add.stated || (known?.stated ?? false),
    natures: [...new Set([...(known?.natures ?? []), ...add.natures])],
    intensity: Math.max(known?.intensity ?? 0, add.intensity ?? 0) || null,
    partnershipIds: [...(known?.partnershipIds ?? []), ...add.partnershipIds],
  });
}

const isInForce = (p: Partnership, actors: ReadonlySet<string>) =>
  p.status === 'existant' && p.fromId !== p.toId && actors.has(p.fromId) && actors.has(p.toId);

/** Groups whose members can be deduced to know one another, by what they share. */
function sharedGroups(
  actors: readonly Actor[],
  inForce: readonly Partnership[],
): { nature: DeducedNature; members: Set<string> }[] {
  const groups = new Map<string, { nature: DeducedNature; members: Set<string> }>();
  const join = (key: string, nature: DeducedNature, member: string) => {
    const group = groups.get(key) ?? { nature, members: new Set<string>() };
    group.members.add(member);
    groups.set(key, group);
  };
  for (const p of inForce) {
    if (p.nature === 'cofinancement') join(`f:${p.fromId}`, 'financeur-commun', p.toId);
    // Either end of an "instance" tie may be the body; a body is an end that several others share.
    if (p.nature === 'instance') {
      join(`i:${p.fromId}`, 'instance-commune', p.toId);
      join(`i:${p.toId}`, 'instance-commune', p.fromId);
    }
  }
  for (const a of actors) {
    const siren = a.siren ?? a.siret?.slice(0, 9);
    if (siren) join(`e:${siren}`, 'entite-commune', a.id);
  }
  return [...groups.values()].filter((g) => g.members.size > 1 && g.members.size <= largestClique);
}

function deducedTies(
  actors: readonly Actor[],
  inForce: readonly Partnership[],
  stated: ReadonlyMap<string, NetworkTie>,
): Map<string, NetworkTie> {
  const ties = new Map<string, NetworkTie>();
  for (const { nature, members } of sharedGroups(actors, inForce)) {
    const list = [...members].sort();
    list.forEach((from, i) => {
      for (const to of list.slice(i + 1))
        if (!stated.has(pairKey(from, to)))
          addTie(ties, from, to, { stated: false, natures: [nature], intensity: null, partnershipIds: [] });
    });
  }
  return ties;
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
  const inForce = inventory.partnerships.filter((p) => isInForce(p, ids));
  const stated = new Map<string, NetworkTie>();
  const given = new Map<string, NetworkTie>();
  for (const p of inForce)
    addTie(p.stated ? stated : given, p.fromId, p.toId, {
      stated: p.stated,
      natures: [p.nature],
      intensity: p.intensity ?? null,
      partnershipIds: [p.id],
    });
  const deduced = new Map([...deducedTies(actors, inForce, stated), ...[...given].filter(([key]) => !stated.has(key))]);
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
