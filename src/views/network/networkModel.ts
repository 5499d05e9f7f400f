import type { Analysis, NetworkNode, NetworkTie } from '../../analysis/analysis';
import { type NewInNetwork, pairOf } from '../../analysis/compareRecords';
import type { Diagnosis } from '../../document/diagnosis';
import { type ActorFamily, actorFamilies, familyOf } from '../../figures/actorFamilies';
import { type Domain, type DomainId, getDomain } from '../../model/domains';
import { indexOf, keptActors } from '../../state/selectors';
import type { View } from '../../state/view';

export const noDomainColor = '#8a939d';

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
  /** Neither the focus nor its neighbour, or left out by a filter: drawn at 20 %, never removed. */
  readonly faded: boolean;
  readonly focused: boolean;
  /** Its name is drawn first: the focus, its neighbours, the most connected. */
  readonly named: boolean;
  /** Not in the state compared: it bears a cross. */
  readonly isNew: boolean;
}

export interface DrawnTie {
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly stated: boolean;
  readonly width: number;
  readonly faded: boolean;
  readonly focused: boolean;
  readonly isNew: boolean;
}

export interface NetworkModel {
  readonly nodes: readonly DrawnNode[];
  readonly ties: readonly DrawnTie[];
  /** Actors without a tie in force that pass the filters: the tray. */
  readonly isolates: readonly { readonly id: string; readonly name: string; readonly color: string; readonly isNew: boolean }[];
  /** What the colours mean here, in order, with the number of actors. */
  readonly colors: readonly {
    readonly key: ColorKey;
    readonly color: string;
    readonly mark: Domain['mark'];
    readonly count: number;
  }[];
}

interface Input {
  readonly analysis: Analysis;
  readonly diagnosis: Diagnosis;
  readonly view: View;
  readonly positions: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  /** What the state compared did not have; absent: nothing is compared. */
  readonly since?: NewInNetwork | null;
}

export const tieId = (t: Pick<NetworkTie, 'a' | 'b'>): string => `${t.a}~~${t.b}`;

export type ColorKey = DomainId | ActorFamily['id'] | 'none';

/** Radius of a mark in pixels by its number of ties. */
export const radiusOf = (degree: number): number => Math.min(11, 3 + Math.sqrt(degree) * 1.4);

/** Ids at the heart of the focus: an actor, the carrier of a scheme, both ends of a tie; empty: no focus here. */
function focusedIds({ view, diagnosis }: Input): ReadonlySet<string> {
  const { focus } = view;
  if (focus?.kind === 'actor') return new Set([focus.id]);
  if (focus?.kind === 'tie') return new Set(focus.id.split('~~'));
  const scheme = focus?.kind === 'scheme' ? indexOf(diagnosis.inventory).schemes.get(focus.id) : undefined;
  return new Set(scheme ? [scheme.actorId] : []);
}

function litIds(centre: ReadonlySet<string>, ties: readonly NetworkTie[], isTie: boolean): ReadonlySet<string> {
  const lit = new Set(centre);
  if (isTie) return lit;
  for (const t of ties) {
    if (centre.has(t.a)) lit.add(t.b);
    if (centre.has(t.b)) lit.add(t.a);
  }
  return lit;
}

function colorOfKey(key: ColorKey, by: 'domain' | 'kind'): string {
  if (key === 'none') return noDomainColor;
  return by === 'kind' ? (actorFamilies.find((f) => f.id === key)?.color ?? noDomainColor) : getDomain(key as DomainId).color;
}

function markOfKey(key: ColorKey, by: 'domain' | 'kind'): Domain['mark'] {
  if (key === 'none') return 'circle';
  return by === 'kind' ? (actorFamilies.find((f) => f.id === key)?.mark ?? 'circle') : getDomain(key as DomainId).mark;
}

/** The fourteen most connected actors, and the most connected of each part of three or more. */
function largestOf(nodes: readonly NetworkNode[]): ReadonlySet<string> {
  const sorted = [...nodes].sort((a, b) => b.degree - a.degree || (a.id < b.id ? -1 : 1));
  const heads = new Map<number, string>();
  for (const n of sorted) if (n.degree > 1 && !heads.has(n.component)) heads.set(n.component, n.id);
  return new Set([...sorted.slice(0, 14).map((n) => n.id), ...heads.values()]);
}

/** What the graph draws for this document and view. */
export function networkModel(input: Input): NetworkModel {
  const { analysis, diagnosis, view, positions } = input;
  const { network } = analysis;
  const { actors } = indexOf(diagnosis.inventory);
  const kept = new Set(keptActors(diagnosis.inventory, view.filters, view.domain).map((a) => a.id));
  const centre = focusedIds(input);
  const hasFocus = [...centre].some((id) => positions.has(id));
  const lit = litIds(centre, network.ties, view.focus?.kind === 'tie');
  const counts = new Map<ColorKey, number>();
  const keyOf = (id: string, domains: readonly DomainId[]): ColorKey =>
    view.colourBy === 'kind'
      ? familyOf(actors.get(id)?.kind ?? 'autre').id
      : (domains.find((d) => d === view.domain) ?? domains[0] ?? 'none');
  const colorOf = (key: ColorKey): string => colorOfKey(key, view.colourBy);
  const largest = largestOf(network.nodes);
  const nodes: DrawnNode[] = [];
  const isolates: { id: string; name: string; color: string; isNew: boolean }[] = [];
  const isNew = (id: string) => input.since?.actors.has(id) ?? false;
  for (const node of network.nodes) {
    const key = keyOf(node.id, node.domains);
    counts.set(key, (counts.get(key) ?? 0) + 1);
    const at = positions.get(node.id);
    if (!at) {
      if (kept.has(node.id)) isolates.push({ id: node.id, name: node.name, color: colorOf(key), isNew: isNew(node.id) });
      continue;
    }
    nodes.push({
      id: node.id,
      name: node.name,
      x: at.x,
      y: at.y,
      radius: radiusOf(node.degree),
      color: colorOf(key),
      mark: markOfKey(key, view.colourBy),
      degree: node.degree,
      faded: hasFocus ? !lit.has(node.id) : !kept.has(node.id),
      focused: centre.has(node.id),
      named: hasFocus ? lit.has(node.id) : largest.has(node.id) && kept.has(node.id),
      isNew: isNew(node.id),
    });
  }
  const fadedIds = new Set(nodes.filter((n) => n.faded).map((n) => n.id));
  const ties = network.ties.map((t): DrawnTie => {
    const touches = centre.has(t.a) || centre.has(t.b);
    const isFocus = view.focus?.kind === 'tie' ? centre.has(t.a) && centre.has(t.b) : touches;
    return {
      id: tieId(t),
      a: t.a,
      b: t.b,
      stated: t.stated,
      width: t.intensity ?? 1,
      faded: hasFocus ? !isFocus : fadedIds.has(t.a) || fadedIds.has(t.b),
      focused: hasFocus && isFocus,
      // What is deduced of no record is no news.
      isNew: t.partnershipIds.length > 0 && (input.since?.pairs.has(pairOf(t.a, t.b)) ?? false),
    };
  });
  return { nodes, ties, isolates, colors: colorsOf(view.colourBy, analysis.domains, counts, colorOf) };
}

function colorsOf(
  by: 'domain' | 'kind',
  domains: readonly DomainId[],
  counts: ReadonlyMap<ColorKey, number>,
  colorOf: (key: ColorKey) => string,
): NetworkModel['colors'] {
  const order: readonly ColorKey[] =
    by === 'kind' ? actorFamilies.map((f) => f.id) : [...new Set([...domains, ...([...counts.keys()] as DomainId[])])];
  return order.flatMap((key) => {
    const count = counts.get(key) ?? 0;
    return count > 0 ? [{ key, color: colorOf(key), mark: markOfKey(key, by), count }] : [];
  });
}
