import { hashOf } from '../../model/identity';
import type { Site } from '../../model/inventory';
import type { ActorKind } from '../../model/lists';
import { isProtectedKind } from '../../model/lists';
import type { Located, Locator, Miss } from '../../territory/locate';
import { type Cells, known } from '../cells';
import { terms } from '../terms';
import { parseNumber } from '../values';

/** A row's place: where it is, as far as it can be told; `elsewhere` when outside the territory and its border zone. */
export type Place = Omit<Site, 'id' | 'actorId' | 'name' | 'source'>;

const isPlausible = (lon: number | null, lat: number | null): lon is number =>
  lon !== null && lat !== null && Math.abs(lon) <= 180 && Math.abs(lat) <= 90 && !(lon === 0 && lat === 0);

function pointOf(cells: Cells, locator: Locator): Located | Miss | null {
  const [lonText, latText] = [cells.text('lon'), cells.text('lat')];
  if (lonText === '' && latText === '') return null;
  const [lon, lat] = [parseNumber(lonText), parseNumber(latText)];
  if (isPlausible(lon, lat)) return locator.byPoint({ lon, lat: lat! });
  cells.note('coordonnees-illisibles', 'lon', `${lonText} ; ${latText}`);
  return null;
}

function communeOf(cells: Cells, locator: Locator): Located | Miss | null {
  const [code, name, postcode] = [cells.text('communeCode'), cells.text('communeName'), cells.text('postcode')];
  const byCode = code === '' ? null : locator.byCode(code);
  if (byCode !== null && byCode !== 'unknown') return byCode;
  const byName = name === '' && postcode === '' ? null : locator.byName(name, postcode);
  if (byName !== null && byName !== 'unknown') return byName;
  const departement = cells.text('departement');
  if (byCode === null && departement !== '' && locator.isElsewhere(departement)) return 'elsewhere';
  if (byCode !== null) cells.note('commune-inconnue', 'communeCode');
  else if (name !== '') cells.note('commune-inconnue', 'communeName');
  return byName ?? byCode;
}

const isLocated = (l: Located | Miss | null): l is Located => typeof l === 'object' && l !== null;

function placeFrom(cells: Cells, exact: Located | null, commune: Located | null): Place | null {
  const home = commune ?? exact;
  const position = exact ?? commune;
  const address = cells.text('address') || undefined;
  const statedName = cells.text('communeName') || undefined;
  if (!home && address === undefined && statedName === undefined) return null;
  return known({
    address,
    communeCode: home?.communeCode,
    communeName: home?.communeName ?? statedName,
    point: position?.point,
    precision: exact ? (cells.term('precision', terms.precision) ?? 'adresse') : home ? 'commune' : 'inconnue',
    neighbour: home?.neighbour ? (true as const) : undefined,
  });
}

/**
 * The place a row states: its point, else the point of its commune; null when it states none. A stated commune
 * code or name is kept beside the point.
 */
export function readPlace(cells: Cells, locator: Locator): Place | 'elsewhere' | null {
  const exact = pointOf(cells, locator);
  const commune = communeOf(cells, locator);
  if (exact === 'elsewhere' || (!isLocated(exact) && commune === 'elsewhere')) return 'elsewhere';
  return placeFrom(cells, isLocated(exact) ? exact : null, isLocated(commune) ? commune : null);
}

/** What tells two places of one actor apart. */
export const placeKey = (place: Place | null): string =>
  place === null
    ? ''
    : place.point && place.precision !== 'commune'
      ? `${place.point.lon.toFixed(4)},${place.point.lat.toFixed(4)}`
      : `${place.communeCode ?? place.communeName ?? ''}|${place.address ?? ''}`;

/** The site of an actor at a place. */
export const siteAt = (place: Place, actorId: string, source: Site['source']): Site => ({
  id: `s-${hashOf(`${actorId}|${placeKey(place)}`)}`,
  actorId,
  ...place,
  source,
});

/** Whether a place is one that stays at commune precision on screen and on paper. */
export const isProtectedPlace = (kind: ActorKind, place: Place | null): boolean => place !== null && isProtectedKind(kind);
