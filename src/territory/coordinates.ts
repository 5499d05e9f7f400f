import proj4 from 'proj4';
import type { Point } from '../model/inventory';

/** Projections met in French files; definitions of the EPSG register. */
const definitions: Readonly<Record<string, string>> = {
  'EPSG:2154': '+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 +ellps=GRS80 +units=m +no_defs',
  'EPSG:27572':
    '+proj=lcc +lat_1=46.8 +lat_0=46.8 +lon_0=0 +k_0=0.99987742 +x_0=600000 +y_0=2200000 +a=6378249.2 +b=6356515 +towgs84=-168,-60,320,0,0,0,0 +pm=paris +units=m +no_defs',
  'EPSG:5490': '+proj=utm +zone=20 +ellps=GRS80 +units=m +no_defs',
  'EPSG:4559': '+proj=utm +zone=20 +ellps=GRS80 +units=m +no_defs',
  'EPSG:2973': '+proj=utm +zone=20 +ellps=intl +towgs84=126.93,547.94,130.41,0,0,0,0 +units=m +no_defs',
  'EPSG:2972': '+proj=utm +zone=22 +ellps=GRS80 +units=m +no_defs',
  'EPSG:2975': '+proj=utm +zone=40 +south +ellps=GRS80 +units=m +no_defs',
  'EPSG:4471': '+proj=utm +zone=38 +south +ellps=GRS80 +units=m +no_defs',
  'EPSG:32738': '+proj=utm +zone=38 +south +datum=WGS84 +units=m +no_defs',
  'EPSG:32621': '+proj=utm +zone=21 +datum=WGS84 +units=m +no_defs',
  'EPSG:4467': '+proj=utm +zone=21 +ellps=GRS80 +units=m +no_defs',
  'EPSG:3857': '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs',
};

/** Projections to try for projected numbers, by département; Lambert-93 in metropolitan France. */
const usual: Readonly<Record<string, readonly string[]>> = {
  '971': ['EPSG:5490'],
  '972': ['EPSG:5490', 'EPSG:2973'],
  '973': ['EPSG:2972'],
  '974': ['EPSG:2975'],
  '976': ['EPSG:4471'],
};

/** WGS84 point of projected metres; null when the projection is unknown or the result is nowhere. */
export function unproject(crs: string, x: number, y: number): Point | null {
  const definition = definitions[crs];
  if (definition === undefined || !Number.isFinite(x) || !Number.isFinite(y)) return null;
  const [lon, lat] = proj4(definition, 'WGS84', [x, y]);
  return lon !== undefined && lat !== undefined && Number.isFinite(lon) && Number.isFinite(lat) && Math.abs(lat) <= 90
    ? { lon, lat }
    : null;
}

export interface Repaired {
  readonly point: Point;
  /** What had to be done to two numbers to find a place in the territory. */
  readonly repair: 'none' | 'swapped' | 'projected' | 'projected-swapped';
  /** The projection used, where one was. */
  readonly crs?: string;
}

const isDegrees = (x: number, y: number) => Math.abs(x) <= 180 && Math.abs(y) <= 90;

/**
 * Reads two numbers as a place: degrees as given, degrees swapped, then the usual projections of the département as
 * given and swapped. The first reading that `isHere` accepts wins; degrees as given when none does; null when they
 * can be no degrees at all. A stated projection (`crs`) is the only one tried.
 */
export function repairCoordinates(
  x: number,
  y: number,
  departement: string,
  isHere: (p: Point) => boolean,
  crs = '',
): Repaired | null {
  const given: Repaired | null = crs === '' && isDegrees(x, y) ? { point: { lon: x, lat: y }, repair: 'none' } : null;
  // Nearly always: nothing else is then worked out.
  if (given && isHere(given.point)) return given;
  const tries: (Repaired | null)[] = [];
  const projected = (code: string, a: number, b: number, repair: Repaired['repair']): Repaired | null => {
    const point = unproject(code, a, b);
    return point && { point, repair, crs: code };
  };
  if (crs === '' && isDegrees(y, x)) tries.push({ point: { lon: y, lat: x }, repair: 'swapped' });
  if (!given) {
    for (const code of crs === '' ? [...(usual[departement] ?? ['EPSG:2154', 'EPSG:27572']), 'EPSG:3857'] : [crs])
      tries.push(projected(code, x, y, 'projected'), projected(code, y, x, 'projected-swapped'));
  }
  const readings = tries.filter((t) => t !== null);
  return readings.find((t) => isHere(t.point)) ?? given ?? readings.find((t) => t.repair === 'projected') ?? null;
}
