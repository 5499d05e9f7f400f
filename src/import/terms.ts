import type { DomainId, FightId, NeedId } from '../model/domains';
import { domainIds, fightIds, needIds } from '../model/domains';
import {
  type ActorKind,
  actorKinds,
  type CensusState,
  censusStates,
  confirmations,
  dedications,
  directions,
  fundingKinds,
  legalStatuses,
  modes,
  type Nature,
  natures,
  precisions,
  publics,
  tieStatuses,
  verifications,
} from '../model/lists';
import { protectedHints } from '../model/protection';
import { normalise } from '../model/words';

/** Reads one value of a closed list; null: not a value of the list. */
export type TermReader<T> = (text: string) => T | null;

function readerOf<T extends string>(
  ids: readonly T[],
  synonyms: Readonly<Record<string, readonly string[]>> = {},
): TermReader<T> {
  const byKey = new Map<string, T>(ids.map((id) => [normalise(id), id]));
  for (const id of ids) for (const word of synonyms[id] ?? []) byKey.set(normalise(word), id);
  return (text) => byKey.get(text) ?? byKey.get(normalise(text)) ?? null;
}

const domainWords: Record<string, readonly string[]> = {
  sante: ['Santé, soins', 'santé', 'soins'],
  logement: ['Logement, hébergement', 'hébergement'],
  emploi: ['Emploi, formation, insertion', 'formation', 'insertion', 'insertion professionnelle'],
  mentorat: ['Mentorat, parrainage, entraide', 'parrainage', 'entraide', 'lien', 'pair-aidance'],
  droits: ['Droits, ressources, aide alimentaire', 'ressources', 'aide alimentaire', 'accès aux droits'],
  suivi: ['Suivi éducatif', 'accompagnement socio-éducatif'],
};
const needWords: Record<string, readonly string[]> = {
  ressources: ['Ressources financières'],
  logement: ['Logement, hébergement'],
  emploi: ['Emploi, formation, insertion'],
  soins: ['santé'],
  demarches: ['Démarches administratives'],
  'socio-educatif': ['Accompagnement socio-éducatif'],
};
const kindWords: Record<string, readonly string[]> = {
  'conseil-departemental': ['departement'],
  'france-travail': ['pole-emploi'],
  siao: ['veille-sociale', '115'],
  orientation: ['cio'],
  'acces-droits': ['information-logement'],
  financeur: ['financeur-solidaire'],
  'habitat-jeunes': ['fjt'],
  etat: ['prefecture', 'ddets'],
  'programme-etat': ['etat_programme'],
};
const natureWords: Record<string, readonly string[]> = {
  convention: ['protocole'],
  cofinancement: ['subvention', 'financement'],
  habilitation: ['tarification'],
  reseau: ['fédération', 'adhésion'],
  mentorat: ['parrainage'],
  'echange-information': ["échange d'information"],
};

/** Readers of every closed list, by field. */
export const terms = {
  kind: readerOf<ActorKind>(
    actorKinds.map((k) => k.id),
    kindWords,
  ),
  status: readerOf(legalStatuses, { association: ['association loi 1901'], entreprise: ['société'] }),
  precision: readerOf(precisions),
  domain: readerOf<DomainId>(domainIds, domainWords),
  need: readerOf<NeedId>(needIds, needWords),
  fight: readerOf<FightId>(fightIds),
  public: readerOf(publics, { 'ex-mna': ['mna'], 'tous-jeunes': ['jeunes'], 'tous-publics': ['tous'] }),
  dedication: readerOf(dedications),
  mode: readerOf(modes, { presentiel: ['en-presentiel', 'sur place'], distance: ['a-distance'], mobile: ['equipe mobile'] }),
  fundingKind: readerOf(fundingKinds, { europeen: ['europe', 'fse'] }),
  verification: readerOf(verifications, { verifie: ['vérifié'] }),
  nature: readerOf<Nature>(natures, natureWords),
  tieStatus: readerOf(tieStatuses, {
    existant: ['constaté', 'en cours', 'actif'],
    termine: ['terminé', 'rompu'],
    souhaite: ['souhaité'],
  }),
  direction: readerOf(directions, {
    'sens-unique': ['aller', 'sens unique', 'oriente'],
    reciproque: ['mutuel', 'les deux', 'aller-retour'],
  }),
  confirmation: readerOf(confirmations, { 'une-partie': ['une', 'un', '1'], 'deux-parties': ['les deux', 'deux', '2'] }),
  censusState: readerOf<CensusState>(censusStates, { complet: ['réputé complet'] }),
} as const;

/** Words of a name that tell the kind of actor, most particular first: protected kinds must not be missed. */
const kindHints: readonly (readonly [RegExp, ActorKind])[] = [
  ...protectedHints,
  [/\bmissions? locales?\b/, 'mission-locale'],
  [/\b(fjt|foyers? de jeunes travailleurs|habitat jeunes|residence jeunes)\b/, 'habitat-jeunes'],
  [/\b(pole emploi|france travail)\b/, 'france-travail'],
  [/\b(ccas|centres? communa(l|ux) d action sociale|cias)\b/, 'ccas'],
  [/\b(caf|caisse d allocations familiales)\b/, 'caf'],
  [/\b(cpam|caisse primaire)\b/, 'cpam'],
  [/\b(mdph|maison departementale des personnes handicapees)\b/, 'mdph'],
  [/\bsiao\b/, 'siao'],
  [/\bcrous\b/, 'crous'],
  [/\b(csapa|caarud|centre medico psychologique|cmp|addictologie)\b/, 'sante-mentale-addictions'],
  [/\bmaisons? des adolescents\b/, 'maison-adolescents'],
  [/\b(centre hospitalier|chu|hopital)\b/, 'hopital'],
  [/\b(info jeunes|information jeunesse|pij|bij|crij)\b/, 'information-jeunesse'],
  [/\b(conseil departemental|conseil general)\b/, 'conseil-departemental'],
  [/\b(adepape|repairs)\b/, 'entraide-pairs'],
  [/\b(parrain(age|s)?|mentorat|mentors?)\b/, 'parrainage-mentorat'],
  [
    /\b(secours populaire|secours catholique|restos? du coeur|banque alimentaire|croix rouge|aide alimentaire|epicerie)\b/,
    'solidarite',
  ],
  [/\b(fondation)\b/, 'fondation'],
  [/\bassociation\b/, 'association'],
];

/** The last hint is common; those before it are rare, and tried all at once. */
const commonHints = kindHints.slice(-1);
const anyRareHint = new RegExp(
  kindHints
    .slice(0, -1)
    .map(([words]) => words.source)
    .join('|'),
);

/** Kind of an actor told from its name; « autre » when nothing tells it. */
export function kindFromName(name: string): ActorKind {
  const text = normalise(name);
  const hints = anyRareHint.test(text) ? kindHints : commonHints;
  return hints.find(([words]) => words.test(text))?.[1] ?? 'autre';
}
