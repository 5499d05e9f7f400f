/** What can be said of a row or a file; the words are in `text.import.issues[code]`, made with the details. */
export const issueCodes = [
  'fichier-vide',
  'fichier-pdf',
  'fichier-image',
  'fichier-binaire',
  'fichier-trop-grand',
  'archive-abimee',
  'archive-trop-grande',
  'archive-vide',
  'classeur-chiffre',
  'classeur-abime',
  'classeur-trop-grand',
  'graphe-illisible',
  'json-illisible',
  'json-sans-objets',
  'sans-colonne-connue',
  'sans-colonne-nom',
  'hors-territoire',
  'autre-departement',
  'sans-nom',
  'sans-nombre',
  'acteur-inconnu',
  'lien-incomplet',
  'colonnes-en-trop',
  'guillemet-ouvert',
  'unite-inconnue',
  'unite-deja-comptee',
  'nombre-secret',
  'nombre-decimal',
  'commune-deja-placee',
  'doublon',
  'ligne-rattachee',
  'valeur-inconnue',
  'nombre-illisible',
  'date-illisible',
  'coordonnees-illisibles',
  'commune-inconnue',
  'identifiant-invalide',
  'guillemets-ignores',
  'montants-recolles',
  'lignes-recollees',
  'coordonnees-inversees',
  'coordonnees-projetees',
  'position-loin-de-la-commune',
  'position-ecartee',
  'structure-absente',
  'trajets-en-secondes',
  'trajets-de-moteur',
  'points-rattaches',
  'trajet-sans-temps',
  'exception-interne',
  'exception-illisible',
  'matrice-sans-points',
  'ligne-ignoree',
  'fiche-retiree',
  'entete-repetee',
  'places-par-commune',
  'sans-position',
  'sans-domaine',
  'lieux-proteges',
] as const;
export type IssueCode = (typeof issueCodes)[number];

/**
 * `fatal`: the file cannot be used; `refused` and `merged`: what became of the row; `note`: the row was kept, one
 * of its values was not, or there is something to know.
 */
export type Severity = 'fatal' | 'refused' | 'merged' | 'note';

export interface Issue {
  readonly code: IssueCode;
  readonly severity: Severity;
  /** Row as a spreadsheet numbers it; null: the whole file. */
  readonly row: number | null;
  /** Heading of the column; null: the whole row. */
  readonly column: string | null;
  readonly details: Readonly<Record<string, string>>;
}
