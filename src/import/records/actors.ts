import { idOf } from '../../model/identity';
import type { Actor } from '../../model/inventory';
import { normalise } from '../../model/words';
import { type Cells, type Reader, readInto } from '../cells';
import type { Draft } from '../draft';
import { withoutContacts } from '../personal';
import { kindFromName, terms } from '../terms';
import { isProtectedPlace, readPlace, siteAt } from './place';
import type { RowContext, RowOutcome } from './rows';
import { refuse } from './rows';

/** Optional properties of an actor, by the column that states them. */
const actorReaders: readonly Reader<Actor>[] = [
  { key: 'acronym', field: 'acronym', read: (c) => c.text('acronym') || undefined },
  { key: 'status', field: 'status', read: (c) => c.term('status', terms.status) },
  { key: 'rna', field: 'rna', read: (c) => c.text('rna') || undefined },
  { key: 'finess', field: 'finess', read: (c) => c.text('finess') || undefined },
  { key: 'network', field: 'network', read: (c) => c.text('network') || undefined },
  { key: 'verification', field: 'verification', read: (c) => c.term('verification', terms.verification) },
  { key: 'origin', field: 'origin', read: (c) => c.text('origin') || undefined },
  { key: 'originYear', field: 'originYear', read: (c) => c.count('originYear') },
  { key: 'updatedOn', field: 'updatedOn', read: (c) => c.date('updatedOn') },
  { key: 'note', field: 'note', read: (c) => withoutContacts(c.text('note')) || undefined },
];

/** The actor a row states, under a given id. */
export function readActor(cells: Cells, id: string, name: string): Actor {
  const kind = (cells.states('kind') ? cells.term('kind', terms.kind) : undefined) ?? kindFromName(name);
  const { source } = cells;
  const actor =
    cells.states('siren') || cells.states('siret')
      ? { id, name, kind, ...cells.identity('siren', 'siret'), source }
      : { id, name, kind, source };
  return readInto<Actor>(actor, actorReaders, cells);
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
  context.notices.place(place, isProtectedPlace(actor, place));
  return 'kept';
}

/** Id of an actor known by a key of its own source. */
export const idOfKey = (format: string, key: string): string => idOf('a', `cle:${format}:${key}`);

/**
 * Id of the actor of a row of any file: what identifies it best; `place` is the key of its place. A SIRET may be shared
 * by several services, a FINESS may not.
 */
export function actorKey(cells: Cells, name: string, place: string, format: string): string {
  // Where rows name their parent by a key, their own key is the id column.
  const sourceKey = cells.text('sourceKey') || (cells.has('parentKey') ? cells.text('id') : '');
  const finess = cells.text('finess');
  if (sourceKey !== '') return idOfKey(format, sourceKey);
  const { siret } = cells.identity('siren', 'siret');
  return idOf('a', finess !== '' ? `finess:${finess}` : siret ? `siret:${siret}` : `nom:${normalise(name)}|${place}`);
}
