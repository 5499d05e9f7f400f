import { type Colouring, severalUnits, type TraitInput, traitsOf } from '../analysis/actorTraits';
import type { NetworkReading } from '../analysis/analysis';
import { type Domain, type DomainId, domainIds, getDomain } from '../model/domains';
import { type ActorKind, legalStatuses, mobilisations } from '../model/lists';
import type { Territory } from '../model/territory';
import type { Text } from '../text/fr';
import { networkWords } from '../text/network';
import { actorFamilies, familyOf } from './actorFamilies';
import { palette } from './levels';

/** Colour and shape that stand for what is told of an actor. */
export interface ActorLook {
  readonly key: string;
  readonly label: string;
  readonly color: string;
  /** Goes with the colour: nothing is told by colour alone. */
  readonly mark: Domain['mark'];
}

export const unknownColor = palette.deduced;
const colors = ['#0b5c7a', '#c2527f', '#1f8a5b', '#8a4b2f', '#5b3a8c', '#a0761a', '#55606d', '#0b7fab'] as const;
const marks = ['circle', 'square', 'triangle', 'diamond', 'cross', 'star'] as const;
/** Beyond this many, a reader no longer tells them apart: the smallest are put together. */
const mostLooks = 12;

export interface LookInput extends Omit<TraitInput, 'territory'> {
  readonly by: Colouring;
  readonly territory: Pick<Territory, 'epci'>;
  /** Domains that the diagnosis reads, in their order. */
  readonly domains: readonly DomainId[];
  readonly text: Text;
}

export interface ActorLooks {
  readonly of: (actorId: string) => ActorLook;
  /** In the order of the legend, with the number of actors; those that nobody has are absent. */
  readonly entries: readonly { readonly look: ActorLook; readonly count: number }[];
}

function namedLook(key: string, rank: number, label: string): ActorLook {
  return { key, label, color: colors[rank % colors.length]!, mark: marks[rank % marks.length]! };
}

/** Looks of a closed list. */
function fixedLooks({ by, text, domains }: LookInput): readonly ActorLook[] | null {
  switch (by) {
    case 'domain':
      return [...new Set([...domains, ...domainIds])].map((id) => {
        const { color, mark } = getDomain(id);
        return { key: id, label: text.model.domains[id].name, color, mark };
      });
    case 'kind':
      return actorFamilies.map(({ id, color, mark }) => ({ key: id, label: text.report.figures.families[id], color, mark }));
    case 'status':
      return legalStatuses.map((id, i) => namedLook(id, i, text.model.statuses[id]));
    case 'mobilisation':
      return mobilisations.map((id, i) => namedLook(id, i, text.model.mobilisations[id]));
    default:
      return null;
  }
}

/** A name cut at a word, so that a legend line holds it. */
function cutName(name: string): string {
  if (name.length <= 34) return name;
  const cut = name.slice(0, 34);
  return `${cut.slice(0, Math.max(20, cut.lastIndexOf(' '))).replace(/[\s,;:.(«-]+$/, '')}…`;
}

/** The member with the most ties tells a community. */
function communityName(key: string, traits: ReadonlyMap<string, string>, network: NetworkReading, text: Text): string {
  const members = network.nodes.filter((n) => traits.get(n.id) === key);
  const head = [...members].sort((a, b) => b.degree - a.degree || (a.id < b.id ? -1 : 1))[0];
  return networkWords(text.lang).community(Number(key) + 1, cutName(head?.name ?? ''));
}

/** Looks of what the data itself names: those with the most actors first. */
function foundLooks(input: LookInput, traits: ReadonlyMap<string, string>): readonly ActorLook[] {
  const { by, territory, network, text } = input;
  const counts = new Map<string, number>();
  for (const { id } of network.nodes) {
    const key = traits.get(id);
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const names = new Map(territory.epci.map((u) => [u.code, u.name]));
  const nameOf = (key: string) =>
    key === severalUnits
      ? networkWords(text.lang).severalUnits
      : by === 'epci'
        ? (names.get(key) ?? key)
        : communityName(key, traits, network, text);
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostLooks)
    .map(([key], rank) => namedLook(key, rank, nameOf(key)));
}

/** The look of every actor of a network, and the legend of these looks; on screen and on paper. */
export function looksOf(input: LookInput): ActorLooks {
  const { by, text } = input;
  const traits = traitsOf(by, input);
  const looks = fixedLooks(input) ?? foundLooks(input, traits);
  const byKey = new Map(looks.map((l) => [l.key, l]));
  const unknown: ActorLook = {
    key: 'none',
    label: by === 'domain' ? text.report.figures.nodeNone : networkWords(text.lang).unknownTrait[by],
    color: unknownColor,
    mark: 'circle',
  };
  const others: ActorLook = { key: 'others', label: networkWords(text.lang).otherTraits, color: unknownColor, mark: 'square' };
  const of = (actorId: string): ActorLook => {
    const trait = traits.get(actorId);
    if (trait === undefined) return unknown;
    return byKey.get(by === 'kind' ? familyOf(trait as ActorKind).id : trait) ?? others;
  };
  const counts = new Map<string, number>();
  for (const { id } of input.network.nodes) counts.set(of(id).key, (counts.get(of(id).key) ?? 0) + 1);
  const entries = [...looks, others, unknown].flatMap((look) => {
    const count = counts.get(look.key) ?? 0;
    return count > 0 ? [{ look, count }] : [];
  });
  return { of, entries };
}
