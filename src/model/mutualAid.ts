import type { ActorKind } from './lists';

/**
 * National networks of mutual aid that a territory may lack: names by which an actor is recognised (as `normalise` gives
 * them) and what they bring. An actor of the kind of a network may be of it under another name. From Maillage's own field notes (November 2026); `verified` only where a text was read.
 */
export const mutualAidNetworks = [
  { id: 'adepape', words: ['adepape', 'repairs'], kind: 'entraide-pairs', brings: 'pair-aidance', verified: true },
  { id: 'cause-majeur', words: ['cause majeur'], brings: 'pair-aidance', verified: false },
  { id: 'la-touline', words: ['touline'], brings: 'suite', verified: true },
  { id: 'article-1', words: ['article 1'], brings: 'mentorat', verified: false },
  { id: 'afev', words: ['afev', 'association de la fondation etudiante pour la ville'], brings: 'mentorat', verified: false },
  { id: 'proxite', words: ['proxite'], brings: 'mentorat', verified: false },
  { id: 'telemaque', words: ['telemaque'], brings: 'mentorat', verified: false },
  { id: 'duo-for-a-job', words: ['duo for a job'], brings: 'mentorat', verified: false },
  { id: 'parrains-par-mille', words: ['parrains par mille'], brings: 'parrainage', verified: false },
  { id: 'france-parrainages', words: ['france parrainages'], brings: 'parrainage', verified: false },
] as const satisfies readonly {
  readonly id: string;
  readonly words: readonly string[];
  readonly kind?: ActorKind;
  readonly brings: 'pair-aidance' | 'mentorat' | 'parrainage' | 'suite';
  readonly verified: boolean;
}[];

/**
 * Seats of the commission départementale d'accès à l'autonomie (arrêté of 8 August 2023, article 1): president and items 1
 * to 3 were read; the rest of the list could not be, and is to be verified.
 */
export const commissionSeats = [
  { id: 'departement', kinds: ['conseil-departemental'], verified: true },
  { id: 'etat', kinds: ['etat'], verified: true },
  { id: 'region', kinds: ['region'], verified: true },
  { id: 'ars', kinds: ['ars'], verified: true },
  { id: 'caf-msa', kinds: ['caf', 'msa'], verified: false },
  { id: 'cpam', kinds: ['cpam'], verified: false },
  { id: 'france-travail', kinds: ['france-travail'], verified: false },
  { id: 'mission-locale', kinds: ['mission-locale'], verified: false },
  { id: 'education', kinds: ['orientation', 'crous'], verified: false },
  { id: 'bailleurs', kinds: ['bailleur'], verified: false },
  { id: 'pjj', kinds: ['pjj'], verified: false },
  { id: 'protection-enfance', kinds: ['protection-enfance', 'mecs', 'lieu-de-vie', 'placement-familial'], verified: false },
  { id: 'entraide', kinds: ['entraide-pairs'], verified: false },
] as const satisfies readonly { readonly id: string; readonly kinds: readonly ActorKind[]; readonly verified: boolean }[];
