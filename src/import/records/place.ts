import { idOf } from '../../model/identity';
import type { Actor, Point, Site } from '../../model/inventory';
import { isProtectedActor } from '../../model/protection';
import { parseNumber } from '../../model/values';
import { type Repaired, repairCoordinates } from '../../territory/coordinates';
import { distanceKm } from '../../territory/distance';
import type { Located, Locator, Miss } from '../../territory/locate';
import { type Cells, known } from '../cells';
import { terms } from '../terms';

/** Beyond this, a point and the commune stated beside it disagree (the widest communes are about 20 km across). */
const farKm = 25;

/** What placing a row needs. */
export interface PlaceContext {
  readonly locator: Locator;
  readonly notices: { repaired(repair: Repaired['repair'], crs?: string): void };
  readonly departement: string;
}

/** A row's place: where it is, as far as it can be told; `elsewhere` when outside the territory and its border zone. */
export type Place = Omit<Site, 'id' | 'actorId' | 'name' | 'source'>;

/** Two numbers in one cell: EWKT or WKT "POINT (x y)" is x y; "lat, lon" as maps copy it is y x. */
function pairIn(text: string): readonly [number, number] | null {
  const wkt = /POINT\s*Z?\s*\(\s*([-+\d.eE]+)\s+([-+\d.eE]+)/i.exec(text);
  if (wkt) return [Number(wkt[1]), Number(wkt[2])];
  const pair = /^[[(]?\s*([-+]?\d+(?:\.\d+)?)\s*[,; ]\s*([-+]?\d+(?:\.\d+)?)\s*[\])]?$/.exec(text.trim());
  return pair ? [Number(pair[2]), Number(pair[1])] : null;
}

function numbersOf(lon: string, lat: string, latLon: string): readonly [number, number] | null {
  if (lon === '' && lat === '') return pairIn(latLon);
  const x = parseNumber(lon);
  const y = parseNumber(lat);
  return x === null || y === null || (x === 0 && y === 0) ? null : [x, y];
}

/** The projection that a row states ("EPSG:2154", "2154", "SRID=2154;…"), where it states one. */
function crsOf(crs: string, latLon: string): string {
  if (crs === '' && latLon === '') return '';
  const code = /^\d{4,5}$/.test(crs) ? crs : /(?:EPSG|SRID)\s*[:=]?\s*(\d{4,5})/i.exec(`${crs} ${latLon}`)?.[1];
  return code === undefined || code === '4326' ? '' : `EPSG:${code}`;
}

/** The point a row states, in degrees; null when it states none that can be read. */
function pointOf(cells: Cells, { locator, notices, departement }: PlaceContext): Point | null {
  const lon = cells.text('lon');
  const lat = cells.text('lat');
  const latLon = cells.text('latLon');
  if (lon === '' && lat === '' && latLon === '') return null;
  const numbers = numbersOf(lon, lat, latLon);
  const isHere = (p: Point) => isLocated(locator.byPoint(p));
  const read = numbers && repairCoordinates(numbers[0], numbers[1], departement, isHere, crsOf(cells.text('crs'), latLon));
  if (!read) {
    const stated = [lon, lat, latLon].filter(Boolean).join(' ; ');
    cells.note('coordonnees-illisibles', cells.has('lon') ? 'lon' : 'latLon', stated);
    return null;
  }
  notices.repaired(read.repair, read.crs);
  return read.point;
}

export function communeOf(cells: Cells, { locator }: PlaceContext): Located | Miss | null {
  const code = cells.text('communeCode');
  const name = cells.text('communeName');
  const postcode = cells.text('postcode');
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
  const communeCode = home?.communeCode;
  const communeName = home?.communeName ?? statedName;
  const point = position?.point;
  const precision = exact ? (cells.term('precision', terms.precision) ?? 'adresse') : home ? 'commune' : 'inconnue';
  const neighbour = home?.neighbour ? (true as const) : undefined;
  // The usual case is written out, here and in `siteAt`: copying properties one by one is slow.
  return address && communeCode && communeName && point && !neighbour
    ? { address, communeCode, communeName, point, precision }
    : known({ address, communeCode, communeName, point, precision, neighbour });
}

/** A point far from the commune beside it: one of the two is wrong; the point is kept and said to be checked. */
function noteIfFar(cells: Cells, exact: Located, commune: Located): void {
  if (exact.communeCode === commune.communeCode) return;
  const km = distanceKm(exact.point, commune.point);
  if (km <= farKm) return;
  const column = cells.has('communeCode') ? 'communeCode' : 'communeName';
  cells.noteWith('position-loin-de-la-commune', column, { km: String(Math.round(km)), commune: commune.communeName ?? '' });
}

/** Where the point of a row is; a point out of reach is that of the commune beside it, or is left aside, where that commune is sure. */
function exactFrom(cells: Cells, point: Point, commune: Located | Miss | null, { locator }: PlaceContext): Located | Miss | null {
  const exact = locator.byPoint(point);
  if (isLocated(exact) && isLocated(commune)) noteIfFar(cells, exact, commune);
  if (exact !== 'elsewhere' || !isSure(cells, commune)) return exact;
  // At the very edge of the border zone the commune is within and the point just beyond.
  if (distanceKm(point, commune.point) <= farKm) return { ...commune, point };
  cells.noteWith('position-ecartee', cells.has('lon') ? 'lon' : 'latLon', { commune: commune.communeName ?? '' });
  return null;
}

/** A commune told by its code, or by a postal code beside its name: a far point beside it is a geocoder's mistake. */
const isSure = (cells: Cells, commune: Located | Miss | null): commune is Located =>
  isLocated(commune) && (cells.text('communeCode') !== '' || cells.text('postcode') !== '');

/**
 * The place a row states: its point, else the point of its commune; null when it states none. A stated commune
 * code or name is kept beside the point; a point out of reach does not lose a row whose commune is here.
 */
export function readPlace(cells: Cells, context: PlaceContext): Place | 'elsewhere' | null {
  const point = pointOf(cells, context);
  const commune = communeOf(cells, context);
  const exact = point && exactFrom(cells, point, commune, context);
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

/** The site of an actor at a place; `key`: of the place. */
export function siteAt(place: Place, actorId: string, source: Site['source'], key = placeKey(place)): Site {
  const id = idOf('s', `${actorId}|${key}`);
  const { address, communeCode, communeName, point, precision, neighbour } = place;
  return address && communeCode && communeName && point && !neighbour
    ? { id, actorId, address, communeCode, communeName, point, precision, source }
    : { id, actorId, ...place, source };
}

/** Whether a place is one that stays at commune precision on screen and on paper. */
export const isProtectedPlace = (actor: Actor, place: Place | null): boolean => place !== null && isProtectedActor(actor);
