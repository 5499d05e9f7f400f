import type { Domain } from '../model/domains';
import { type ActorKind, baseOf, type Own } from '../model/lists';

/** Families of actor kinds that a reader can tell apart on one drawing; names are in `text.report.figures.families`. */
export const actorFamilies = [
  {
    id: 'pilotage',
    color: '#0b5c7a',
    mark: 'star',
    kinds: [
      'conseil-departemental',
      'etat',
      'ministere',
      'region',
      'epci',
      'commune',
      'ccas',
      'caf',
      'msa',
      'cpam',
      'ars',
      'mdph',
      'programme-etat',
      'fonds-europeens',
      'observatoire',
      'financeur',
      'fondation',
    ],
  },
  {
    id: 'protection',
    color: '#8a4b2f',
    mark: 'cross',
    kinds: [
      'violences',
      'protection-enfance',
      'mecs',
      'lieu-de-vie',
      'placement-familial',
      'mna',
      'pjj',
      'centre-parental',
      'justice',
    ],
  },
  {
    id: 'logement',
    color: '#5b3a8c',
    mark: 'square',
    kinds: ['siao', 'bailleur', 'habitat-jeunes', 'logement-insertion', 'hebergement', 'chrs', 'crous'],
  },
  {
    id: 'sante',
    color: '#0b7fab',
    mark: 'circle',
    kinds: ['hopital', 'psychiatrie', 'sante-mentale-addictions', 'sante-prevention', 'maison-adolescents'],
  },
  {
    id: 'emploi',
    color: '#1f8a5b',
    mark: 'triangle',
    kinds: [
      'france-travail',
      'mission-locale',
      'formation',
      'orientation',
      'emploi-insertion',
      'mobilite',
      'service-civique',
      'entreprise',
    ],
  },
  {
    id: 'entraide',
    color: '#c2527f',
    mark: 'diamond',
    kinds: [
      'entraide-pairs',
      'parrainage-mentorat',
      'tete-reseau',
      'information-jeunesse',
      'education-populaire',
      'acces-droits',
      'solidarite',
    ],
  },
  { id: 'autre', color: '#8b949e', mark: 'circle', kinds: ['association', 'autre'] },
] as const satisfies readonly {
  readonly id: string;
  readonly color: string;
  readonly mark: Domain['mark'];
  readonly kinds: readonly ActorKind[];
}[];

export type ActorFamily = (typeof actorFamilies)[number];

/** Family of a kind of actor; kinds that no family claims are « autres ». */
export function familyOf(kind: Own<ActorKind>): ActorFamily {
  const base = baseOf(kind);
  const found = actorFamilies.find((family) => (family.kinds as readonly ActorKind[]).includes(base));
  return found ?? actorFamilies[actorFamilies.length - 1]!;
}
