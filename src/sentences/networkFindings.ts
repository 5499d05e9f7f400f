import type { Broker, Mixing, NetworkReport, SpareTie } from '../analysis/networkFindings';
import type { TieSuggestion } from '../analysis/suggestions';
import type { DomainId } from '../model/domains';
import type { Actor } from '../model/inventory';
import { formatNumber, formatShare, typeset } from '../text/format';
import type { Text } from '../text/fr';
import { networkWords } from '../text/network';
import { termLabel } from '../text/terms';
import { aboutPeople } from './gaps';

/** How actors are called: by their name, or, in a public version, by their kind. */
export type NameOf = (actorId: string) => string;

export function namesOf(actors: ReadonlyMap<string, Actor>, text: Text, isHidden: boolean): NameOf {
  const { someone } = networkWords(text.lang).findings;
  return (id) => {
    const actor = actors.get(id);
    if (!actor) return id;
    return isHidden ? someone(termLabel(text.model.kinds, actor.kind).toLowerCase()) : actor.name;
  };
}

/** A finding in one sentence, and the actors that it is about. */
export interface FindingSentence {
  readonly sentence: string;
  readonly actorIds: readonly string[];
}

interface Input {
  readonly report: NetworkReport;
  readonly nameOf: NameOf;
  readonly text: Text;
}

const told = (text: Text, parts: readonly string[], actorIds: readonly string[] = []): FindingSentence => ({
  sentence: typeset(parts.join(' '), text.lang),
  actorIds,
});

const fewActors = 10;
const mostCuts = 5;

const indexText = (value: number, text: Text): string => formatNumber(value, text.lang, 2);

/** The whole in words: density with the average degree, and through whom the shortest paths go. */
export function wholeSentences({ report, nameOf, text }: Input): readonly FindingSentence[] {
  const words = networkWords(text.lang).findings;
  const { density, averageDegree, actors } = report.figures;
  const [first] = report.brokers;
  if (actors < fewActors) return [told(text, [words.fewActors])];
  return [
    ...(density === null
      ? []
      : [told(text, [words.density(formatShare(density, text.lang), formatNumber(averageDegree ?? 0, text.lang, 1))])]),
    ...(first ? [told(text, [words.centre(nameOf(first.actorId), formatShare(first.share, text.lang))], [first.actorId])] : []),
  ];
}

/** Who and what everything hangs on, with the effect of a departure. */
export function fragilitySentences({ report, nameOf, text }: Input): readonly FindingSentence[] {
  const words = networkWords(text.lang).findings;
  const { cutPoints, bridges } = report;
  if (cutPoints.length === 0) return [told(text, [words.noCut])];
  const cuts = cutPoints
    .slice(0, mostCuts)
    .map((c) =>
      told(text, [words.cut(nameOf(c.actorId), c.dependents.length, c.pieces.length), words.cutPairs(c.pairs)], [c.actorId]),
    );
  const more = cutPoints.length - cuts.length;
  return [
    ...cuts,
    ...(more > 0 ? [told(text, [words.cutsMore(more)])] : []),
    // A tie that holds one actor alone is told with the actor that it hangs on.
    ...bridges
      .filter((b) => b.smallerSide > 1)
      .slice(0, 3)
      .map((b) => told(text, [words.bridge(nameOf(b.a), nameOf(b.b), b.smallerSide)], [b.a, b.b])),
  ];
}

function rolesSentence({ roles }: Broker, text: Text): string {
  const words = networkWords(text.lang).findings;
  if (!roles) return words.noRole;
  const list = (['liaison', 'coordinator', 'itinerant', 'gatekeeper', 'representative'] as const)
    .filter((role) => roles[role] > 0)
    .map((role) => words.role[role](roles[role]));
  return list.length > 0 ? words.roles(list.join(', ')) : '';
}

/** Who lies between the others, and between which domains. */
export function brokerSentences({ report, nameOf, text }: Input): readonly FindingSentence[] {
  const words = networkWords(text.lang).findings;
  const brokers = report.brokers
    .slice(0, mostCuts)
    .map((b) =>
      told(text, [words.broker(nameOf(b.actorId), formatShare(b.share, text.lang)), rolesSentence(b, text)], [b.actorId]),
    );
  // Above one, Burt's constraint says that an actor's partners are all tied to one another.
  const captives = report.captives
    .filter((c) => c.constraint >= 0.9)
    .slice(0, 3)
    .map((c) => told(text, [words.captive(nameOf(c.actorId), indexText(c.constraint, text))], [c.actorId]));
  return [...brokers, ...(captives.length > 0 ? captives : [told(text, [words.noCaptive])])];
}

/** Who is in the core: those who are for sure, then how many of those who have as many ties as one another. */
function coreNames({ size, actorIds, alikeIds }: NonNullable<NetworkReport['core']>, { nameOf, text }: Input): string {
  const { among } = networkWords(text.lang).findings;
  const open = alikeIds.length === 0 ? [] : [among(size - actorIds.length, alikeIds.map(nameOf).join(', '))];
  return [...actorIds.map(nameOf), ...open].join(', ');
}

/** Communities, core, nucleus. */
export function groupSentences(input: Input): readonly FindingSentence[] {
  const { report, text } = input;
  const words = networkWords(text.lang).findings;
  const { groups, modularity, stability, likeEpci } = report.communities;
  if (modularity === null) return [told(text, [words.noCommunity])];
  const { core, nucleus } = report;
  return [
    told(text, [
      words.communities(
        groups.length,
        groups[0]?.length ?? 0,
        indexText(modularity, text),
        stability === null ? words.figures.none : indexText(stability, text),
      ),
      ...(likeEpci === null ? [] : [words.likeEpci(indexText(likeEpci, text))]),
    ]),
    ...(core
      ? [
          told(
            text,
            [
              words.core(core.size, coreNames(core, input)),
              ...(core.correlation === null ? [] : [words.correlation(indexText(core.correlation, text))]),
            ],
            [...core.actorIds, ...core.alikeIds],
          ),
        ]
      : []),
    told(text, [words.nucleus(nucleus.k, nucleus.actors)]),
  ];
}

/** Pairs of groups that no tie joins though both have actors. */
function silentPairs({ groups, observed, possible }: Mixing): readonly (readonly [string, string])[] {
  return groups.flatMap((a, i) =>
    groups.slice(i + 1).flatMap((b, k): (readonly [string, string])[] => {
      const j = i + 1 + k;
      return observed[i]![j] === 0 && possible[i]![j]! > 0 ? [[a, b]] : [];
    }),
  );
}

/** Silos between domains and between EPCI. */
export function mixingSentences({ report, text }: Input): readonly FindingSentence[] {
  const words = networkWords(text.lang).findings;
  const one = (mixing: Mixing, by: string): string[] =>
    mixing.ei === null || mixing.expected === null
      ? []
      : [
          words.ei(by, indexText(mixing.ei, text), indexText(mixing.expected, text)),
          ...(mixing.assortativity === null ? [] : [words.assortativity(indexText(mixing.assortativity, text))]),
        ];
  const silent = silentPairs(report.byDomain).map(([a, b]) =>
    words.silent(text.model.domains[a as DomainId].short, text.model.domains[b as DomainId].short),
  );
  return [
    told(text, one(report.byDomain, words.byDomain)),
    ...(silent.length > 0 ? [told(text, [words.noTieBetween(silent.join(', '))])] : []),
    told(text, one(report.byEpci, words.byEpci)),
  ].filter((s) => s.sentence !== '');
}

interface SuggestionInput {
  readonly domainsOf: (actorId: string) => readonly DomainId[];
  readonly unitName: string;
  /** « jeunes de 18 à 24 ans », by the demand in force, and what their number is. */
  readonly who: string;
  readonly basis: string;
  readonly nameOf: NameOf;
  readonly text: Text;
}

/** Why two actors are proposed to one another, and who could introduce them. */
export function suggestionSentence(s: TieSuggestion, { domainsOf, unitName, who, basis, nameOf, text }: SuggestionInput): string {
  const words = networkWords(text.lang).suggestions;
  const named = (ids: readonly DomainId[]) => ids.map((d) => text.model.domains[d].short.toLowerCase()).join(', ');
  const reason = words.reason({
    a: nameOf(s.a),
    b: nameOf(s.b),
    domainsA: named(domainsOf(s.a)),
    domainsB: named(domainsOf(s.b)),
    young: `${aboutPeople(s.young, text)} ${who} (${basis})`,
    concerned: aboutPeople(s.concerned, text),
    offer: named(s.domains),
    unit: unitName,
  });
  const how = s.commonPartner ? words.through(nameOf(s.commonPartner)) : words.noCommon;
  return typeset(`${reason} ${how}`, text.lang);
}

/** What a tie would spare the network. */
export const spareTieSentence = (s: SpareTie, nameOf: NameOf, text: Text): string =>
  typeset(
    networkWords(text.lang).suggestions.spare({ a: nameOf(s.a), b: nameOf(s.b), cut: nameOf(s.cutId), pairs: s.pairs }),
    text.lang,
  );
