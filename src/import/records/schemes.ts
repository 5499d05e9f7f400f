import type { DomainId } from '../../model/domains';
import { idOf } from '../../model/identity';
import type { Actor, Partnership, Scheme } from '../../model/inventory';
import { normalise } from '../../model/words';
import { type Cells, known, type Reader, readInto } from '../cells';
import type { Draft } from '../draft';
import { kindFromName, terms } from '../terms';
import { actorKey, idOfKey, readActor } from './actors';
import { isProtectedPlace, placeKey, readPlace, siteAt } from './place';
import type { RowContext, RowOutcome } from './rows';
import { refuse } from './rows';

const noNeeds: Scheme['needs'] = [];

/** Whether a row says that its scheme is closed: said so, or closed on or before the day of the import. */
function closedOf(cells: Cells, closesOn: string | undefined, today: string): boolean | undefined {
  const said = cells.yesNo('closed');
  return said ?? (closesOn !== undefined && closesOn <= today ? true : undefined);
}

function ratioOf(cells: Cells): number | undefined {
  const value = cells.count('occupancy');
  if (value === undefined) return undefined;
  return value > 2 || cells.text('occupancy').includes('%') ? value / 100 : value;
}

/** Optional properties of a scheme, by the column that states them. */
const schemeReaders: readonly Reader<Scheme>[] = [
  { key: 'type', field: 'type', read: (c) => c.text('type') || undefined },
  { key: 'fights', field: 'fights', read: (c) => c.terms('fights', terms.fight) },
  { key: 'publics', field: 'publics', read: (c) => c.terms('publics', terms.public) },
  { key: 'dedication', field: 'dedication', read: (c) => c.term('dedication', terms.dedication) },
  { key: 'ageMin', field: 'ageMin', read: (c) => c.count('ageMin') },
  { key: 'ageMax', field: 'ageMax', read: (c) => c.count('ageMax') },
  { key: 'places', field: 'places', read: (c) => c.count('places') },
  { key: 'placesForAse', field: 'placesForAse', read: (c) => c.count('placesForAse') },
  { key: 'occupancy', field: 'occupancy', read: ratioOf },
  { key: 'zone', field: 'zone', read: (c) => c.list('zone') },
  { key: 'mode', field: 'mode', read: (c) => c.term('mode', terms.mode) },
  { key: 'funders', field: 'funders', read: (c) => c.list('funders') },
  { key: 'fundingKinds', field: 'fundingKinds', read: (c) => c.terms('fundingKinds', terms.fundingKind) },
  { key: 'opensOn', field: 'opensOn', read: (c) => c.date('opensOn') },
  { key: 'closesOn', field: 'closesOn', read: (c) => c.date('closesOn') },
  { key: 'fundingEndsOn', field: 'fundingEndsOn', read: (c) => c.date('fundingEndsOn') },
  { key: 'verification', field: 'verification', read: (c) => c.term('verification', terms.verification) },
  { key: 'toVerify', field: 'toVerify', read: (c) => c.list('toVerify') },
  { key: 'origin', field: 'origin', read: (c) => c.text('origin') || undefined },
  { key: 'originYear', field: 'originYear', read: (c) => c.count('originYear') },
  { key: 'updatedOn', field: 'updatedOn', read: (c) => c.date('updatedOn') },
];

/** The scheme a row states. `fileDomains`: domains given to the whole file, where the row states none. */
export function readScheme(
  cells: Cells,
  base: Pick<Scheme, 'id' | 'actorId' | 'siteIds' | 'name'>,
  context: Pick<RowContext, 'fileDomains' | 'today'>,
): Scheme {
  const { id, actorId, siteIds, name } = base;
  const domains = cells.states('domains') ? cells.terms<DomainId>('domains', terms.domain) : undefined;
  const needs = cells.states('needs') ? cells.terms('needs', terms.need) : undefined;
  const scheme: Scheme = {
    id,
    actorId,
    siteIds,
    name,
    domains: domains?.length ? domains : context.fileDomains,
    needs: needs ?? noNeeds,
    source: cells.source,
  };
  readInto(scheme, schemeReaders, cells);
  const closed = closedOf(cells, scheme.closesOn, context.today);
  return closed === undefined ? scheme : { ...scheme, closed };
}

/** A row of `dispositifs.csv`: a scheme of a known actor, at its own place or at the actor's sites. */
export function readSchemeRow(cells: Cells, draft: Draft, context: RowContext): RowOutcome {
  const name = cells.text('name') || cells.text('schemeName');
  if (name === '') return refuse('sans-nom', cells.headerOf('name'));
  const actorId = cells.text('actorId');
  const present = draft.findActor(actorId) ?? draft.findActorLike(undefined, cells.text('actorName'));
  // A file of services alone is usual with data·inclusion: its rows are not lost for want of the structures.
  const isAlone = present === null && actorId !== '' && context.format === 'data-inclusion-services';
  const actor = isAlone ? readActor(cells, actorId, name) : present;
  if (!actor) return refuse('acteur-inconnu', cells.headerOf('actorId'), { valeur: actorId });
  const place = readPlace(cells, context);
  if (place === 'elsewhere') return refuse('hors-territoire', cells.headerOf('communeCode'), { nom: name });
  const site = place ? siteAt(place, actor.id, cells.source) : undefined;
  const id = cells.text('id') || idOf('d', `${actor.id}|${normalise(name)}|${site?.id ?? ''}`);
  if (draft.schemes.has(id)) return 'merged';
  const scheme = readScheme(
    cells,
    { id, actorId: actor.id, siteIds: site ? [site.id] : draft.siteIdsOf(actor.id), name },
    context,
  );
  draft.add({ actor: isAlone ? actor : undefined, site, scheme });
  if (isAlone) context.notices.withoutStructure++;
  context.notices.scheme(scheme);
  return 'kept';
}

/** The actor of a row of places: the one already known by its SIRET, or one made from what the row identifies best. */
function carrierOf(
  cells: Cells,
  name: string,
  place: string,
  draft: Draft,
  context: RowContext,
): { actor: Actor; isNew: boolean } {
  const id = actorKey(cells, name, place, context.format);
  const { siren, siret } = cells.identity('siren', 'siret');
  const hasOwnKey = cells.text('finess') !== '' || cells.text('sourceKey') !== '' || cells.has('parentKey');
  const present = draft.findActor(id) ?? (hasOwnKey ? null : draft.findSameActor(siret, siren, name));
  return present ? { actor: present, isNew: false } : { actor: readActor(cells, id, name), isNew: true };
}

/** Adds the legal entity or parent body a row names, and its tie to the actor; nothing when the row names none. */
function addOwner(cells: Cells, actor: Actor, draft: Draft, context: RowContext): void {
  const [key, name, finess] = [cells.text('parentKey'), cells.text('parentName'), cells.text('parentFiness')];
  if (name === '') return;
  const { siren } = cells.identity('parentSiren', 'parentSiren');
  const id =
    key !== ''
      ? idOfKey(context.format, key)
      : idOf('a', finess !== '' ? `finess-ej:${finess}` : siren ? `siren:${siren}` : `nom:${normalise(name)}|`);
  if (id === actor.id) return;
  const owner =
    draft.findActor(id) ?? known({ id, name, kind: kindFromName(name), siren, origin: actor.origin, source: cells.source });
  const tie: Partnership = {
    id: idOf('p', `${id}|${actor.id}|portage`),
    fromId: id,
    toId: actor.id,
    nature: 'portage',
    status: 'existant',
    stated: true,
    proof: cells.text('origin') || cells.source.file,
    source: cells.source,
  };
  draft.add({ actor: owner, partnership: tie });
}

/** What a scheme says, without where and when it was read. */
const said = ({ id, source, origin, originYear, updatedOn, verification, ...rest }: Scheme): string => JSON.stringify(rest);

/** The scheme of a row of places; null where the draft holds one that says the same, or where another file gave it. */
function newScheme(
  cells: Cells,
  base: Pick<Scheme, 'actorId' | 'siteIds' | 'name'>,
  draft: Draft,
  context: RowContext,
): Scheme | null {
  const key = `${base.actorId}|${normalise(base.name)}|${base.siteIds[0] ?? ''}|${normalise(cells.text('type'))}`;
  const scheme = readScheme(cells, { id: idOf('d', key), ...base }, context);
  let present = draft.schemes.get(scheme.id);
  if (!present) return scheme;
  for (let rank = 2; ; rank++) {
    if (present.source.file !== scheme.source.file || said(present) === said(scheme)) return null;
    const id = idOf('d', `${key}|${rank}`);
    present = draft.schemes.get(id);
    if (!present) return { ...scheme, id };
  }
}

/** A web address in the column of names names nobody: the row was cut or shifted before it came here. */
const isNoName = (text: string) => text === '' || /^(https?:\/\/|www\.)\S+$/i.test(text);

/** A row of any list of places: one actor with one site and one scheme, without domain unless the row states one. */
export function readPlaceRow(cells: Cells, draft: Draft, context: RowContext): RowOutcome {
  const title = cells.text('name') || cells.text('schemeName');
  const carrier = cells.text('actorName') || title;
  if (isNoName(carrier)) return refuse('sans-nom', cells.headerOf('name'));
  const place = readPlace(cells, context);
  if (place === 'elsewhere')
    return refuse('hors-territoire', cells.headerOf('communeName') ?? cells.headerOf('lon'), { nom: title || carrier });
  const key = placeKey(place);
  const { actor, isNew } = carrierOf(cells, carrier, key, draft, context);
  const site = place ? siteAt(place, actor.id, cells.source, key) : undefined;
  const name = cells.text('schemeName') || title || carrier;
  const scheme = newScheme(cells, { actorId: actor.id, siteIds: site ? [site.id] : [], name }, draft, context);
  if (scheme) draft.add({ actor: isNew ? actor : undefined, site, scheme });
  // A row merged all the same gives its parent: the first of the two may have another.
  addOwner(cells, actor, draft, context);
  if (!scheme) return 'merged';
  context.notices.place(place, isProtectedPlace(actor, place));
  context.notices.scheme(scheme);
  return 'kept';
}
