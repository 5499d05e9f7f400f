import type { NetworkNode, NetworkReading, NetworkTie } from '../../analysis/analysis';
import { type NewInNetwork, pairOf } from '../../analysis/compareRecords';
import { isBody } from '../../analysis/networkParts';
import type { Diagnosis } from '../../document/diagnosis';
import { type ActorLook, type ActorLooks, unknownColor } from '../../figures/actorLooks';
import type { Domain } from '../../model/domains';
import type { Partnership } from '../../model/inventory';
import { indexOf, keptActors } from '../../state/selectors';
import type { View } from '../../state/view';

export interface DrawnNode {
  readonly id: string;
  readonly name: string;
  /** In the unit square, y downwards. */
  readonly x: number;
  readonly y: number;
  /** Radius in pixels, 3 to 11. */
  readonly radius: number;
  readonly color: string;
  /** Shape that accompanies the colour. */
  readonly mark: Domain['mark'];
  readonly degree: number;
  /** A funder, body or network that is no actor of the inventory: drawn hollow. */
  readonly isBody: boolean;
  /** Neither the focus nor its neighbour, or left out by a filter: drawn at 20 %, never removed. */
  readonly faded: boolean;
  readonly focused: boolean;
  /** Its name is drawn first: the focus, its neighbours, the most connected. */
  readonly named: boolean;
  /** Not in the state compared: it bears a cross. */
  readonly isNew: boolean;
  /** The user placed it. */
  readonly isPinned: boolean;
}

/** Lines told apart by their dashes: stated, deduced (dotted), planned or wished (dashed). */
export type TieStyle = 'stated' | 'deduced' | 'pending';

export interface DrawnTie {
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly style: TieStyle;
  /** Where the records say that it goes one way: its end. */
  readonly towards: 'a' | 'b' | null;
  readonly width: number;
  readonly faded: boolean;
  readonly focused: boolean;
  readonly isNew: boolean;
}

/** What a drag, or two presses, do. */
export type NetworkTool = 'look' | 'link' | 'place';

export interface NetworkModel {
  readonly nodes: readonly DrawnNode[];
  readonly ties: readonly DrawnTie[];
  /** Actors that are not drawn and pass the filters: the tray. */
  readonly isolates: readonly { readonly id: string; readonly name: string; readonly look: ActorLook; readonly isNew: boolean }[];
  /** What the colours mean here, in order, with the number of actors. */
  readonly looks: ActorLooks['entries'];
  /** Actors drawn at the least size because what the size tells is not known of them. */
  readonly unsized: number;
  readonly tool: NetworkTool;
  /** The actor from which a tie is being drawn. */
  readonly linkFrom: string | null;
  /** Outlines under the graph, in the unit square of a frame that keeps its shape; null: the graph has no shape to keep. */
  readonly ground: readonly (readonly (readonly [number, number])[])[] | null;
}

export interface NetworkModelInput {
  /** What is drawn: the whole network, or a part of it. */
  readonly network: NetworkReading;
  readonly diagnosis: Diagnosis;
  readonly view: View;
  readonly places: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  readonly looks: ActorLooks;
  /** The number that the size tells; absent of an actor: not known. */
  readonly sizes: ReadonlyMap<string, number>;
  /** Ids of the path that is shown, from one end to the other. */
  readonly path?: readonly string[] | null;
  /** What the state compared did not have; absent: nothing is compared. */
  readonly since?: NewInNetwork | null;
  readonly tool?: NetworkTool;
  readonly linkFrom?: string | null;
  readonly ground?: NetworkModel['ground'];
}

export const tieId = (t: Pick<NetworkTie, 'a' | 'b'>): string => `${t.a}~~${t.b}`;

/** Radius of a mark in pixels by its number of ties. */
export const radiusOf = (degree: number): number => Math.min(11, 3 + Math.sqrt(degree) * 1.4);

/** Radii whose areas are as the numbers, 3 to 11 pixels; ties have a scale of their own, the same in every network. */
function radii({ network, view, sizes }: NetworkModelInput): (node: NetworkNode) => number {
  if (view.sizeBy === 'degree') return (node) => radiusOf(node.degree);
  const most = Math.max(0, ...network.nodes.map((n) => sizes.get(n.id) ?? 0));
  return (node) => 3 + 8 * Math.sqrt(most > 0 ? (sizes.get(node.id) ?? 0) / most : 0);
}

/** Ids at the heart of the focus: an actor, the carrier of a scheme, both ends of a tie; empty: no focus here. */
export function focusedIds({ view, diagnosis }: Pick<NetworkModelInput, 'view' | 'diagnosis'>): ReadonlySet<string> {
  const { focus } = view;
  if (focus?.kind === 'actor') return new Set([focus.id]);
  if (focus?.kind === 'tie') return new Set(focus.id.split('~~'));
  const scheme = focus?.kind === 'scheme' ? indexOf(diagnosis.inventory).schemes.get(focus.id) : undefined;
  return new Set(scheme ? [scheme.actorId] : []);
}

const pairsAlong = (path: readonly string[]): ReadonlySet<string> => new Set(path.slice(1).map((id, i) => pairOf(path[i]!, id)));

/** What is lit: the path; else the focus with its neighbours; null: everything. */
function lightOf(input: NetworkModelInput, centre: ReadonlySet<string>) {
  const { path, places, network, view } = input;
  if (path && path.length > 1) {
    const pairs = pairsAlong(path);
    return { nodes: new Set(path), isLit: (t: Pick<NetworkTie, 'a' | 'b'>) => pairs.has(pairOf(t.a, t.b)) };
  }
  if (![...centre].some((id) => places.has(id))) return null;
  const nodes = new Set(centre);
  const isTie = view.focus?.kind === 'tie';
  if (!isTie)
    for (const t of [...network.ties, ...network.pending]) {
      if (centre.has(t.a)) nodes.add(t.b);
      if (centre.has(t.b)) nodes.add(t.a);
    }
  const isLit = (t: Pick<NetworkTie, 'a' | 'b'>) =>
    isTie ? centre.has(t.a) && centre.has(t.b) : centre.has(t.a) || centre.has(t.b);
  return { nodes, isLit };
}

/** The fourteen most connected actors, and the most connected of each part of three or more. */
function largestOf(nodes: readonly NetworkNode[]): ReadonlySet<string> {
  const sorted = [...nodes].sort((a, b) => b.degree - a.degree || (a.id < b.id ? -1 : 1));
  const heads = new Map<number, string>();
  for (const n of sorted) if (n.degree > 1 && !heads.has(n.component)) heads.set(n.component, n.id);
  return new Set([...sorted.slice(0, 14).map((n) => n.id), ...heads.values()]);
}

/** The end of a tie that all its records say goes one way, the same; null: both ways, or not said. */
function towardsOf(tie: NetworkTie, partnerships: ReadonlyMap<string, Partnership>): DrawnTie['towards'] {
  const ends = new Set(
    tie.partnershipIds.map((id) => {
      const p = partnerships.get(id);
      return p?.direction === 'sens-unique' ? p.toId : null;
    }),
  );
  const [end] = ends;
  return ends.size === 1 && end ? (end === tie.a ? 'a' : 'b') : null;
}

/** What the graph draws for this document and view. */
export function networkModel(input: NetworkModelInput): NetworkModel {
  const { network, diagnosis, view, places, looks, sizes, since } = input;
  const kept = new Set(keptActors(diagnosis.inventory, view.filters, view.domain).map((a) => a.id));
  const isKept = (id: string) => kept.has(id) || isBody(id);
  const centre = focusedIds(input);
  const light = lightOf(input, centre);
  const largest = largestOf(network.nodes);
  const radius = radii(input);
  const pinned = new Set(diagnosis.pins?.map((p) => p.id));
  const isNew = (id: string) => since?.actors.has(id) ?? false;
  const drawn = network.nodes.filter((n) => places.has(n.id));
  const nodes = drawn.map((node): DrawnNode => {
    const { id, name, degree } = node;
    const { color, mark } = isBody(id) ? { color: unknownColor, mark: 'square' as const } : looks.of(id);
    const faded = light ? !light.nodes.has(id) : !isKept(id);
    return {
      ...{ id, name, degree, color, mark, faded, ...places.get(id)!, radius: radius(node), isBody: isBody(id) },
      focused: centre.has(id),
      named: light ? light.nodes.has(id) : largest.has(id) && isKept(id),
      isNew: isNew(id),
      isPinned: view.arrangement === 'ties' && pinned.has(id),
    };
  });
  const isolates = network.nodes
    .filter((n) => !places.has(n.id) && isKept(n.id))
    .map(({ id, name }) => ({ id, name, look: looks.of(id), isNew: isNew(id) }));
  const fadedIds = new Set(nodes.filter((n) => n.faded).map((n) => n.id));
  const { partnerships } = indexOf(diagnosis.inventory);
  const drawTie = (t: NetworkTie, style: TieStyle): DrawnTie => ({
    ...{ id: tieId(t), a: t.a, b: t.b, style, width: t.intensity ?? 1 },
    towards: towardsOf(t, partnerships),
    faded: light ? !light.isLit(t) : fadedIds.has(t.a) || fadedIds.has(t.b),
    focused: light?.isLit(t) ?? false,
    // What is deduced of no record is no news.
    isNew: t.partnershipIds.length > 0 && (since?.pairs.has(pairOf(t.a, t.b)) ?? false),
  });
  const inForce = new Set(network.ties.map(tieId));
  const pending = view.withPending ? network.pending.filter((t) => t.status !== 'termine' && !inForce.has(tieId(t))) : [];
  return {
    nodes,
    ties: [
      ...network.ties.map((t) => drawTie(t, t.stated ? 'stated' : 'deduced')),
      ...[...new Map(pending.map((t) => [tieId(t), t])).values()].map((t) => drawTie(t, 'pending')),
    ].filter((t) => places.has(t.a) && places.has(t.b)),
    isolates,
    looks: looks.entries,
    unsized: view.sizeBy === 'degree' ? 0 : drawn.filter((n) => !isBody(n.id) && !sizes.has(n.id)).length,
    tool: input.tool ?? 'look',
    linkFrom: input.linkFrom ?? null,
    ground: input.ground ?? null,
  };
}
