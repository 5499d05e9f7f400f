import type { Inventory, Partnership } from '../model/inventory';
import { baseOf } from '../model/lists';
import type { NetworkNode, NetworkReading, NetworkTie } from './analysis';
import { averageDegree, density } from './metrics/density';
import { componentsOf } from './network';

const circlePrefix = 'cercle:';

/** The same reading of fewer, or other, actors and ties: degrees, connected parts and figures are counted again. */
function readAgain(network: NetworkReading, nodes: readonly NetworkNode[], ties: readonly NetworkTie[]): NetworkReading {
  const degree = new Map<string, number>();
  for (const t of ties) for (const id of [t.a, t.b]) degree.set(id, (degree.get(id) ?? 0) + 1);
  const ids = nodes.map((n) => n.id);
  const components = componentsOf(
    ids,
    ties.map((t) => [t.a, t.b] as const),
  );
  const componentOf = new Map(components.flatMap((c, i) => c.map((id): [string, number] => [id, i])));
  const isThere = new Set(ids);
  const statedEdges = ties.filter((t) => t.stated).length;
  return {
    ...network,
    nodes: nodes.map((n) => ({ ...n, degree: degree.get(n.id) ?? 0, component: componentOf.get(n.id)! })),
    ties,
    pending: network.pending.filter((t) => isThere.has(t.a) && isThere.has(t.b)),
    statedEdges,
    deducedEdges: ties.length - statedEdges,
    components: components.length,
    largestComponent: components[0]?.length ?? 0,
    isolates: network.isolates
      .concat(network.nodes.filter((n) => n.degree > 0 && !degree.has(n.id)).map((n) => n.id))
      .filter((id) => isThere.has(id)),
    density: density(nodes.length, ties.length),
    averageDegree: averageDegree(nodes.length, ties.length),
  };
}

/** The part of a network that is between some actors. */
export function partOf(network: NetworkReading, ids: ReadonlySet<string>): NetworkReading {
  const ties = network.ties.filter((t) => ids.has(t.a) && ids.has(t.b));
  return readAgain(
    network,
    network.nodes.filter((n) => ids.has(n.id)),
    ties,
  );
}

/** Ids of the département's own services: most networks hang on them, so that they are also read without. */
export const departementIds = ({ actors }: Pick<Inventory, 'actors'>): ReadonlySet<string> =>
  new Set(actors.filter((a) => baseOf(a.kind) === 'conseil-departemental').map((a) => a.id));

/** The network as if some actors were not there. */
export function withoutActors(network: NetworkReading, gone: ReadonlySet<string>): NetworkReading {
  return partOf(network, new Set(network.nodes.map((n) => n.id).filter((id) => !gone.has(id))));
}

/**
 * The two-mode network: actors tied to the funders, bodies, networks, entities and schemes that they share, which are
 * nodes (id `cercle:…`, or the actor that they are). Actors without any are isolates.
 */
export function circlesNetwork(network: NetworkReading): NetworkReading {
  const bodies = network.circles.filter((c) => c.actorId === null);
  const nodes = [
    ...network.nodes,
    ...bodies.map((c): NetworkNode => ({ id: circlePrefix + c.id, name: c.name, degree: 0, component: 0, domains: [] })),
  ];
  const seen = new Set<string>();
  const ties = network.circles.flatMap((circle) =>
    circle.memberIds.flatMap((member): NetworkTie[] => {
      const [a, b] = [circle.actorId ?? circlePrefix + circle.id, member].sort() as [string, string];
      if (seen.has(`${a}\n${b}`)) return [];
      seen.add(`${a}\n${b}`);
      return [{ a, b, stated: true, natures: [circle.nature], intensity: null, weight: null, partnershipIds: [] }];
    }),
  );
  const read = readAgain(network, nodes, ties);
  return { ...read, isolates: read.nodes.filter((n) => n.degree === 0).map((n) => n.id), pending: [] };
}

/** Whether a node of the two-mode network is a body rather than an actor. */
export const isBody = (id: string): boolean => id.startsWith(circlePrefix);

function neighboursOf(network: NetworkReading): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { a, b } of network.ties)
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const)
      found.set(from, [...(found.get(from) ?? []), to]);
  for (const list of found.values()) list.sort();
  return found;
}

/** Actors at most `depth` ties away from one of the centre, the centre among them. */
export function around(network: NetworkReading, centre: ReadonlySet<string>, depth: number): ReadonlySet<string> {
  const neighbours = neighboursOf(network);
  const found = new Set(centre);
  let edge: readonly string[] = [...centre];
  for (let step = 0; step < depth; step += 1) {
    edge = edge.flatMap((id) => neighbours.get(id) ?? []).filter((id) => !found.has(id));
    for (const id of edge) found.add(id);
  }
  return found;
}

/** A shortest path between two actors, ends included, by ties alone; of several the first by ids; null: none. */
export function pathBetween(network: NetworkReading, from: string, to: string): readonly string[] | null {
  const neighbours = neighboursOf(network);
  const cameFrom = new Map<string, string | null>([[from, null]]);
  const queue = [from];
  for (let id = queue.shift(); id !== undefined && id !== to; id = queue.shift())
    for (const next of neighbours.get(id) ?? [])
      if (!cameFrom.has(next)) {
        cameFrom.set(next, id);
        queue.push(next);
      }
  if (!cameFrom.has(to)) return null;
  const path: string[] = [];
  for (let id: string | null | undefined = to; id; id = cameFrom.get(id)) path.unshift(id);
  return path;
}

/** Whether a tie holds on a day by its dates: ISO; null where it states none, neither dates nor year. */
export function holdsOn({ startsOn, endsOn, year }: Partnership, day: string): boolean | null {
  if (startsOn === undefined && endsOn === undefined) return year === undefined ? null : String(year) === day.slice(0, 4);
  return (startsOn === undefined || startsOn <= day) && (endsOn === undefined || endsOn >= day);
}

/** Ties as they were on a day: those that hold by their dates, ended ones among them; what has no date is kept as it is. */
export function networkOnDay(
  network: NetworkReading,
  partnerships: ReadonlyMap<string, Partnership>,
  day: string,
): NetworkReading {
  const holds = (tie: NetworkTie, undated: boolean) =>
    tie.partnershipIds.length === 0
      ? undated
      : tie.partnershipIds.some((id) => {
          const p = partnerships.get(id);
          return p !== undefined && (holdsOn(p, day) ?? undated);
        });
  const kept = network.ties.filter((t) => holds(t, true));
  const known = new Set(kept.map((t) => `${t.a}\n${t.b}`));
  const ended = network.pending.filter((t) => t.status === 'termine' && !known.has(`${t.a}\n${t.b}`) && holds(t, false));
  return readAgain(network, network.nodes, [...kept, ...ended.map(({ status: _, ...tie }) => tie)]);
}

/** Years of which ties tell, first and last: by start, end or year; null: no tie is dated. */
export function yearsOfTies(partnerships: readonly Partnership[]): readonly [number, number] | null {
  const years = partnerships
    .flatMap(({ startsOn, endsOn, year }) => [
      startsOn && Number(startsOn.slice(0, 4)),
      endsOn && Number(endsOn.slice(0, 4)),
      year,
    ])
    .filter((y): y is number => typeof y === 'number' && y > 1900 && y < 2200);
  return years.length === 0 ? null : [Math.min(...years), Math.max(...years)];
}
