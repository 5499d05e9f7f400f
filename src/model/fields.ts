import { domainIds, fightIds, needIds } from './domains';
import {
  actorKinds,
  confirmations,
  dedications,
  directions,
  fundingKinds,
  intensities,
  legalStatuses,
  mobilisations,
  modes,
  natures,
  precisions,
  publics,
  tieStatuses,
  verifications,
} from './lists';

/**
 * How a field is entered: `share` is shown in percent and kept from 0 to 1; `date` is an ISO day; `terms` are several
 * of a closed list, `texts` several free ones; `actor` is another record; `commune` is written by name or code.
 */
export type FieldType =
  | 'text'
  | 'long'
  | 'count'
  | 'year'
  | 'share'
  | 'date'
  | 'yes-no'
  | 'term'
  | 'terms'
  | 'texts'
  | 'actor'
  | 'commune';

export interface Field {
  readonly id: string;
  readonly type: FieldType;
  /** Ids of the closed list that it takes its values from. */
  readonly terms?: readonly string[];
  /** A record without it is refused. */
  readonly required?: true;
  /** Counts in the completeness of a record. */
  readonly expected?: true;
  /** Free text, but these are proposed. */
  readonly proposes?: 'schemeTypes';
}

/** Fields of each kind of record that a user enters, in the order that lists and cards show. */
export const recordFields = {
  actors: [
    { id: 'name', type: 'text', required: true },
    { id: 'acronym', type: 'text' },
    { id: 'kind', type: 'term', terms: actorKinds.map((k) => k.id), required: true },
    { id: 'status', type: 'term', terms: legalStatuses, expected: true },
    { id: 'siren', type: 'text', expected: true },
    { id: 'siret', type: 'text' },
    { id: 'rna', type: 'text' },
    { id: 'finess', type: 'text' },
    { id: 'network', type: 'text' },
    { id: 'mobilisation', type: 'term', terms: mobilisations },
    { id: 'contact', type: 'long' },
    { id: 'verification', type: 'term', terms: verifications, expected: true },
    { id: 'verifiedOn', type: 'date' },
    { id: 'note', type: 'long' },
    { id: 'links', type: 'texts' },
    { id: 'origin', type: 'text' },
    { id: 'originYear', type: 'year' },
    { id: 'updatedOn', type: 'date', expected: true },
  ],
  sites: [
    { id: 'actorId', type: 'actor', required: true },
    { id: 'name', type: 'text' },
    { id: 'address', type: 'text', expected: true },
    { id: 'communeCode', type: 'commune', expected: true },
    { id: 'precision', type: 'term', terms: precisions, required: true },
  ],
  schemes: [
    { id: 'name', type: 'text', required: true },
    { id: 'actorId', type: 'actor', required: true },
    { id: 'type', type: 'text', proposes: 'schemeTypes', expected: true },
    { id: 'domains', type: 'terms', terms: domainIds, expected: true },
    { id: 'needs', type: 'terms', terms: needIds },
    { id: 'fights', type: 'terms', terms: fightIds },
    { id: 'publics', type: 'terms', terms: publics, expected: true },
    { id: 'dedication', type: 'term', terms: dedications, expected: true },
    { id: 'ageMin', type: 'count', expected: true },
    { id: 'ageMax', type: 'count' },
    { id: 'places', type: 'count', expected: true },
    { id: 'placesForAse', type: 'count' },
    { id: 'occupancy', type: 'share' },
    { id: 'waiting', type: 'count' },
    { id: 'mode', type: 'term', terms: modes },
    { id: 'conditions', type: 'long' },
    { id: 'zone', type: 'texts', expected: true },
    { id: 'funders', type: 'texts', expected: true },
    { id: 'fundingKinds', type: 'terms', terms: fundingKinds },
    { id: 'opensOn', type: 'date' },
    { id: 'closesOn', type: 'date' },
    { id: 'fundingEndsOn', type: 'date' },
    { id: 'closed', type: 'yes-no' },
    { id: 'verification', type: 'term', terms: verifications, expected: true },
    { id: 'verifiedOn', type: 'date' },
    { id: 'note', type: 'long' },
    { id: 'links', type: 'texts' },
    { id: 'origin', type: 'text' },
    { id: 'originYear', type: 'year' },
    { id: 'updatedOn', type: 'date', expected: true },
  ],
  partnerships: [
    { id: 'fromId', type: 'actor', required: true },
    { id: 'toId', type: 'actor', required: true },
    { id: 'nature', type: 'term', terms: natures, required: true },
    { id: 'intensity', type: 'term', terms: intensities.map(String), expected: true },
    { id: 'status', type: 'term', terms: tieStatuses, required: true },
    { id: 'stated', type: 'yes-no', required: true },
    { id: 'direction', type: 'term', terms: directions },
    { id: 'confirmation', type: 'term', terms: confirmations },
    { id: 'amountEuros', type: 'count' },
    { id: 'year', type: 'year', expected: true },
    { id: 'document', type: 'text', expected: true },
    { id: 'startsOn', type: 'date' },
    { id: 'endsOn', type: 'date', expected: true },
    { id: 'proof', type: 'long' },
    { id: 'nextAction', type: 'text' },
    { id: 'nextActionOn', type: 'date' },
    { id: 'note', type: 'long' },
  ],
} as const satisfies Readonly<Record<'actors' | 'sites' | 'schemes' | 'partnerships', readonly Field[]>>;

/** Expected fields that a record states, over all those expected of its kind: 0 to 1. An empty list states nothing. */
export function completenessOf(kind: keyof typeof recordFields, record: object): number {
  const fields: readonly Field[] = recordFields[kind].filter((f: Field) => f.expected);
  const values = record as Readonly<Record<string, unknown>>;
  const isStated = (value: unknown) => value !== undefined && !(Array.isArray(value) && value.length === 0);
  return fields.filter((f) => isStated(values[f.id])).length / fields.length;
}
