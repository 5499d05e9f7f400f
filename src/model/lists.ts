/**
 * Closed lists of the exchange files, one per enumeration. The ids are what the CSV files hold; the labels are
 * in `text`. `protected` kinds host or follow minors, victims or people placed: they are shown at commune
 * precision unless the user unlocks them.
 */
export const actorKinds = [
  { id: 'conseil-departemental', protected: false },
  { id: 'etat', protected: false },
  { id: 'ministere', protected: false },
  { id: 'region', protected: false },
  { id: 'epci', protected: false },
  { id: 'commune', protected: false },
  { id: 'ccas', protected: false },
  { id: 'caf', protected: false },
  { id: 'msa', protected: false },
  { id: 'cpam', protected: false },
  { id: 'ars', protected: false },
  { id: 'mdph', protected: false },
  { id: 'france-travail', protected: false },
  { id: 'mission-locale', protected: false },
  { id: 'siao', protected: false },
  { id: 'bailleur', protected: false },
  { id: 'habitat-jeunes', protected: false },
  { id: 'logement-insertion', protected: false },
  { id: 'hebergement', protected: false },
  { id: 'chrs', protected: true },
  { id: 'violences', protected: true },
  { id: 'protection-enfance', protected: true },
  { id: 'mecs', protected: true },
  { id: 'lieu-de-vie', protected: true },
  { id: 'placement-familial', protected: true },
  { id: 'mna', protected: true },
  { id: 'pjj', protected: true },
  { id: 'centre-parental', protected: true },
  { id: 'hopital', protected: false },
  { id: 'psychiatrie', protected: false },
  { id: 'sante-mentale-addictions', protected: false },
  { id: 'sante-prevention', protected: false },
  { id: 'maison-adolescents', protected: false },
  { id: 'formation', protected: false },
  { id: 'orientation', protected: false },
  { id: 'crous', protected: false },
  { id: 'emploi-insertion', protected: false },
  { id: 'mobilite', protected: false },
  { id: 'service-civique', protected: false },
  { id: 'entreprise', protected: false },
  { id: 'fondation', protected: false },
  { id: 'financeur', protected: false },
  { id: 'programme-etat', protected: false },
  { id: 'fonds-europeens', protected: false },
  { id: 'observatoire', protected: false },
  { id: 'entraide-pairs', protected: false },
  { id: 'parrainage-mentorat', protected: false },
  { id: 'tete-reseau', protected: false },
  { id: 'information-jeunesse', protected: false },
  { id: 'education-populaire', protected: false },
  { id: 'acces-droits', protected: false },
  { id: 'solidarite', protected: false },
  { id: 'justice', protected: false },
  { id: 'association', protected: false },
  { id: 'autre', protected: false },
] as const satisfies readonly { readonly id: string; readonly protected: boolean }[];
export type ActorKind = (typeof actorKinds)[number]['id'];

/** A term of a closed list, or one that the user added to it: that counts as the term before the tilde. */
export type Own<T extends string> = T | `${T}~${string}`;
/** The term of the closed list that a term counts as. */
export const baseOf = <T extends string>(term: Own<T>): T => term.split('~', 1)[0] as T;

const protectedKinds: ReadonlySet<string> = new Set(actorKinds.filter((k) => k.protected).map((k) => k.id));
/** Whether places of this kind of actor are shown at commune precision only. */
export const isProtectedKind = (kind: Own<ActorKind>): boolean => protectedKinds.has(baseOf(kind));

export const legalStatuses = ['public', 'association', 'entreprise', 'fondation', 'autre'] as const;
export type LegalStatus = (typeof legalStatuses)[number];

/** How exactly a place is known, best first. */
export const precisions = ['adresse', 'rue', 'lieu-dit', 'saisie', 'commune', 'inconnue'] as const;
export type Precision = (typeof precisions)[number];

export const dedications = ['ase', 'pjj', 'jeunes', 'droit-commun'] as const;
export type Dedication = (typeof dedications)[number];

export const publics = [
  'ase',
  'pjj',
  'ex-mna',
  'parents',
  'etudiants',
  'refugies',
  'handicap',
  'enfants',
  'adolescents',
  'jeunes-majeurs',
  'demandeurs-emploi',
  'tous-jeunes',
  'tous-publics',
] as const;
export type Public = (typeof publics)[number];

export const modes = ['presentiel', 'distance', 'mobile'] as const;
export type Mode = (typeof modes)[number];

export const fundingKinds = ['public', 'prive', 'europeen'] as const;
export type FundingKind = (typeof fundingKinds)[number];

export const verifications = ['a-verifier', 'verifie', 'obsolete'] as const;
export type Verification = (typeof verifications)[number];

/** How far an actor is brought in (La Maille, step 2). */
export const mobilisations = ['a-contacter', 'contacte', 'rencontre', 'engage'] as const;
export type Mobilisation = (typeof mobilisations)[number];

/** What a key figure of an actor tells. */
export const figureKinds = ['budget', 'effectif', 'personnes', 'places'] as const;
export type FigureKind = (typeof figureKinds)[number];

/** Natures of a tie between two actors. */
export const natures = [
  'convention',
  'cofinancement',
  'habilitation',
  'orientation',
  'reservation-places',
  'mise-a-disposition',
  'accompagnement-conjoint',
  'instance',
  'reseau',
  'portage',
  'echange-information',
  'mentorat',
  'mecenat',
  'autre',
] as const;
export type Nature = (typeof natures)[number];

export const tieStatuses = ['existant', 'en-projet', 'souhaite', 'termine'] as const;
export type TieStatus = (typeof tieStatuses)[number];

/** Whether a tie goes one way (from the first actor to the second) or both. */
export const directions = ['sens-unique', 'reciproque'] as const;
export type Direction = (typeof directions)[number];

/** Who says that a tie is: one of its two actors, or both. */
export const confirmations = ['une-partie', 'deux-parties'] as const;
export type Confirmation = (typeof confirmations)[number];

/** PARTNER scale: 1 awareness, 2 cooperation, 3 coordination, 4 integration. */
export const intensities = [1, 2, 3, 4] as const;
export type Intensity = (typeof intensities)[number];

export const censusStates = ['non-commence', 'partiel', 'complet'] as const;
export type CensusState = (typeof censusStates)[number];

/** How supply counts less when it is farther (`analysis/metrics/decay`). */
export const decayIds = ['dai', 'lineaire', 'escalier', 'binaire'] as const;
export type DecayId = (typeof decayIds)[number];

/** Meshes in which communes are read together. */
export const meshes = ['epci', 'ept', 'secteur', 'departement'] as const;
export type Mesh = (typeof meshes)[number];
