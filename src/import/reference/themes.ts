import type { DomainId } from '../../model/domains';

/**
 * Themes of data·inclusion (v0 and v1) → our domains, by theme or by prefix ("mobilite"); a theme that is not
 * listed gives no domain. Maillage's own reading, to be reviewed by practitioners: mentoring has no theme of its own.
 */
const byTheme: Readonly<Record<string, DomainId>> = {
  'remobilisation--lien-social': 'mentorat',
  'remobilisation--benevolat-action-citoyenne': 'mentorat',
  'remobilisation--bien-etre-confiance-en-soi': 'sante',
  'sante--constituer-un-dossier-mdph-invalidite': 'droits',
  'preparer-sa-candidature--developper-son-reseau': 'emploi',
};
const byPrefix: Readonly<Record<string, DomainId>> = {
  sante: 'sante',
  'logement-hebergement': 'logement',
  'choisir-un-metier': 'emploi',
  'preparer-sa-candidature': 'emploi',
  'trouver-un-emploi': 'emploi',
  'se-former': 'emploi',
  'creer-une-entreprise': 'emploi',
  'creation-activite': 'emploi',
  'lecture-ecriture-calcul': 'emploi',
  'apprendre-francais': 'emploi',
  illettrisme: 'emploi',
  mobilite: 'emploi',
  'souvrir-a-linternational': 'emploi',
  'difficultes-administratives-ou-juridiques': 'droits',
  'acces-aux-droits-et-citoyennete': 'droits',
  'difficultes-financieres': 'droits',
  'gestion-financiere': 'droits',
  'equipement-et-alimentation': 'droits',
  numerique: 'droits',
  'accompagnement-social-et-professionnel-personnalise': 'suivi',
};

/** Domains of a list of themes, each once, in the order met. */
export const domainsOfThemes = (themes: readonly string[]): DomainId[] => [
  ...new Set(themes.map((t) => byTheme[t] ?? byPrefix[t.split('--')[0] ?? '']).filter((d) => d !== undefined)),
];

/** Publics of data·inclusion → ours; those of no use here are left out. */
export const publicsByWord: Readonly<Record<string, string>> = {
  jeunes: 'tous-jeunes',
  'jeunes-16-26': 'tous-jeunes',
  etudiants: 'etudiants',
  alternants: 'etudiants',
  familles: 'parents',
  'familles-enfants': 'parents',
  'personnes-exilees': 'refugies',
  'personnes-de-nationalite-etrangere': 'refugies',
  'personnes-en-situation-de-handicap': 'handicap',
  'personnes-handicapees': 'handicap',
  'tous-publics': 'tous-publics',
  'tous-les-publics': 'tous-publics',
};
