import type { DomainId } from '../model/domains';
import { hashOf } from '../model/identity';
import { normalise } from '../model/words';
import type { Diagnosis, ReferenceDocument } from './diagnosis';

/** A document of the register is entered or changed; null: it is taken away. */
export interface RegisterCommand {
  readonly type: 'setDocument';
  readonly id: string;
  readonly document: Omit<ReferenceDocument, 'id'> | null;
}

/** Id of a document entered anew: of its kind and title, so that two people's registers meet. */
export const documentId = ({ kind, title }: Pick<ReferenceDocument, 'kind' | 'title'>): string =>
  hashOf(`${kind} ${normalise(title)}`);

/** The diagnosis with its register changed; a document that was there keeps its rank. */
export function setDocument(d: Diagnosis, { id, document }: RegisterCommand): Diagnosis {
  const { documents = [], ...rest } = d;
  const isThere = documents.some((doc) => doc.id === id);
  if (document === null && !isThere) return d;
  const next = isThere
    ? documents.flatMap((doc) => (doc.id !== id ? [doc] : document ? [{ id, ...document }] : []))
    : [...documents, { id, ...document! }];
  return next.length === 0 ? rest : { ...rest, documents: next };
}

/** What one document wants for one need. */
export interface StatedObjective {
  readonly document: ReferenceDocument;
  readonly text: string;
}

/** Key of a need in an objective: a domain in a unit, or in the whole territory. */
export const needKey = (domain: string, unitCode: string): string => `${domain}:${unitCode}`;

/** The two parts of such a key; a file of somebody else may hold a domain that is none. */
export const partsOfNeed = (key: string): { readonly domain: DomainId; readonly unitCode: string } => ({
  domain: key.slice(0, key.indexOf(':')) as DomainId,
  unitCode: key.slice(key.indexOf(':') + 1),
});

/** Objectives that address a need: those of its domain in its unit, and those of its domain in the whole territory. */
export function objectivesOf(
  documents: readonly ReferenceDocument[] | undefined,
  gapId: string,
  wholeCode: string,
): readonly StatedObjective[] {
  const keys = [gapId, needKey(partsOfNeed(gapId).domain, wholeCode)];
  return (documents ?? []).flatMap((document) =>
    document.objectives.filter((o) => o.needs.some((n) => keys.includes(n))).map(({ text }) => ({ document, text })),
  );
}
