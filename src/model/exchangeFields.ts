import type { Actor, Partnership } from './inventory';

/** How a property of a record is written as an attribute: as it is, or as JSON where it is a list. */
export interface ExchangeField<K extends string> {
  readonly key: K;
  readonly name: string;
  readonly isList?: true;
}

/** Properties of an actor and the attributes that carry them: the headings of our own tables where there is one. */
export const actorFields: readonly ExchangeField<Exclude<keyof Actor, 'id' | 'name' | 'source'>>[] = [
  { key: 'kind', name: 'categorie' },
  { key: 'acronym', name: 'sigle' },
  { key: 'status', name: 'statut_juridique' },
  { key: 'siren', name: 'siren' },
  { key: 'siret', name: 'siret' },
  { key: 'rna', name: 'rna' },
  { key: 'finess', name: 'finess' },
  { key: 'network', name: 'reseau' },
  { key: 'mobilisation', name: 'mobilisation' },
  { key: 'figures', name: 'chiffres', isList: true },
  { key: 'contact', name: 'contact' },
  { key: 'links', name: 'documents', isList: true },
  { key: 'verification', name: 'verification' },
  { key: 'verifiedOn', name: 'verifie_le' },
  { key: 'origin', name: 'source' },
  { key: 'originYear', name: 'annee_source' },
  { key: 'updatedOn', name: 'date_maj' },
  { key: 'note', name: 'note' },
];

/** The same for a partnership; its ends, id and whether it is stated are told apart. */
export const tieFields: readonly ExchangeField<Exclude<keyof Partnership, 'id' | 'fromId' | 'toId' | 'stated' | 'source'>>[] = [
  { key: 'nature', name: 'nature' },
  { key: 'intensity', name: 'intensite' },
  { key: 'status', name: 'statut' },
  { key: 'direction', name: 'sens' },
  { key: 'confirmation', name: 'confirmation' },
  { key: 'amountEuros', name: 'montant_eur' },
  { key: 'year', name: 'annee' },
  { key: 'document', name: 'document' },
  { key: 'startsOn', name: 'debut' },
  { key: 'endsOn', name: 'fin' },
  { key: 'proof', name: 'preuve' },
  { key: 'nextAction', name: 'prochaine_action' },
  { key: 'nextActionOn', name: 'prochaine_action_le' },
  { key: 'note', name: 'note' },
];

/** Where a record was first read, whether a tie is stated: attributes of both kinds of records. */
export const sourceFields = { file: 'fichier_source', row: 'ligne_source', stated: 'constat' } as const;
export const statedWords = { yes: 'constaté', no: 'déduit' } as const;
