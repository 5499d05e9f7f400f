import { hashOf } from '../../model/identity';
import type { Actor } from '../../model/inventory';
import { normalise } from '../../model/words';
import { type Cells, known } from '../cells';
import type { Draft } from '../draft';
import { withoutContacts } from '../personal';
import { kindFromName, terms } from '../terms';
import { isProtectedPlace, type Place, placeKey, readPlace, siteAt } from './place';
import type { RowContext, RowOutcome } from './rows';
import { refuse } from './rows';

/** The actor a row states, under a given id. */
export function readActor(cells: Cells, id: string, name: string): Actor {
  const network = cells.text('network');
  return known({
    id,
    name,
    acronym: cells.text('acronym') || undefined,
    kind: cells.term('kind', terms.kind) ?? kindFromName(name),
    status: cells.term('status', terms.status),
    ...cells.identity('siren', 'siret'),
    rna: cells.text('rna') || undefined,
    finess: cells.text('finess') || undefined,
    network: network || undefined,
    verification: cells.term('verification', terms.verification),
    origin: cells.text('origin') || undefined,
    originYear: cells.count('originYear'),
    updatedOn: cells.date('updatedOn'),
    note: withoutContacts(cells.text('note')) || undefined,
    source: cells.source,
  });
}

/** A row of `acteurs.csv`: an actor, and its site where it states a place; no scheme. */
export function readActorRow(cells: Cells, draft: Draft, context: RowContext): RowOutcome {
  const name = cells.text('name');
  const id = cells.text('id');
  if (name === '' || id === '') return refuse('sans-nom', cells.headerOf(name === '' ? 'name' : 'id'));
  const place = readPlace(cells, context);
  if (place === 'elsewhere') return refuse('hors-territoire', cells.headerOf('communeCode'), { nom: name });
  if (draft.actors.has(id)) return 'merged';
  const actor = readActor(cells, id, name);
  draft.add({ actor, ...(place ? { site: siteAt(place, id, cells.source) } : {}) });
  context.notices.place(place, isProtectedPlace(actor.kind, place));
  return 'kept';
}

/** Id of an actor known by a key of its own source. */
export const idOfKey = (format: string, key: string): string => `a-${hashOf(`cle:${format}:${key}`)}`;

/** Id of the actor of a row of any file: what identifies it best. A SIRET may be shared by several services, a FINESS may not. */
export function actorKey(cells: Cells, name: string, place: Place | null, format: string): string {
  // Where rows name their parent by a key, their own key is the id column.
  const sourceKey = cells.text('sourceKey') || (cells.has('parentKey') ? cells.text('id') : '');
  const finess = cells.text('finess');
  if (sourceKey !== '') return idOfKey(format, sourceKey);
  const { siret } = cells.identity('siren', 'siret');
  const key = finess !== '' ? `finess:${finess}` : siret ? `siret:${siret}` : `nom:${normalise(name)}|${placeKey(place)}`;
  return `a-${hashOf(key)}`;
}
