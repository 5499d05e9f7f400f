import type { Actor, Scheme, Site } from './inventory';
import { type ActorKind, isProtectedKind } from './lists';
import { normalise } from './words';

/** Words of a name (as `normalise` gives it) that tell a protected kind of actor, most particular first. */
export const protectedHints: readonly (readonly [RegExp, ActorKind])[] = [
  [
    /\b(violences?|femmes? (victimes|battues|en danger)|solidarite femmes?|sos femmes?|maisons? des femmes|amicale du nid)\b/,
    'violences',
  ],
  [/\b(chrs|c h r s|hebergement (et )?(de )?(reinsertion|readaptation) sociale)\b/, 'chrs'],
  [/\b(mineurs? (non accompagnes?|isoles?)|mna|samna|emna)\b/, 'mna'],
  [/\b(mecs|m e c s|maisons? d enfants)\b/, 'mecs'],
  [/\blieux? de vie\b/, 'lieu-de-vie'],
  [/\b(placement familial|accueil familial)\b/, 'placement-familial'],
  [
    /\b(foyers? (departementa(l|ux) )?de l enfance|centres? departementa(l|ux) de l enfance|cdef|villages? d enfants|pouponnieres?|protection de l enfance|enfan(ce|ts?) en danger|s?aemo|aide sociale a l enfance)\b/,
    'protection-enfance',
  ],
  [
    /\b(pjj|protection judiciaire|action educative|reparation penale|foyers? educatifs?|centres? educatifs? (fermes?|renforces?)|ue(mo|hc|hd|hdr|aj)|stemoi?|epei)\b/,
    'pjj',
  ],
  [/\b(centre (maternel|parental)|mere enfant|meres? (et|avec) enfants?)\b/, 'centre-parental'],
];

const anyProtectedHint = new RegExp(protectedHints.map(([words]) => words.source).join('|'));

const isProtectedName = (name: string | undefined): boolean => name !== undefined && anyProtectedHint.test(normalise(name));

type NamedActor = Pick<Actor, 'kind' | 'name' | 'acronym'>;

/** Answers by actor: records never change in place, and the map asks for every scheme at every change. */
const answers = new WeakMap<NamedActor, boolean>();

/** Whether the places of an actor are protected: by its kind, or by what its name says whatever kind was stated. */
export function isProtectedActor(actor: NamedActor): boolean {
  const known = answers.get(actor);
  if (known !== undefined) return known;
  const answer = isProtectedKind(actor.kind) || isProtectedName(actor.name) || isProtectedName(actor.acronym);
  answers.set(actor, answer);
  return answer;
}

/** Whether a site is protected: by its actor, its own name, or the name or type of a scheme that receives people there. */
export const isProtectedSite = (actor: Actor, site: Site, schemes: readonly Scheme[]): boolean =>
  isProtectedActor(actor) ||
  isProtectedName(site.name) ||
  schemes.some((s) => isProtectedName(s.name) || isProtectedName(s.type));
