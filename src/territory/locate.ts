import type { Point } from '../model/inventory';
import type { BorderCommune, Territory } from '../model/territory';
import { normalise } from '../model/words';
import { departementOf, findDepartement, isOverseasCollectivity } from './departements';
import { chord2FromKm, distanceKm, kmFromChord2, unitVectors } from './distance';
import { buildInside } from './outline';
import { borderKm } from './territory';

/** A place resolved to a commune. */
export interface Located {
  readonly communeCode?: string;
  readonly communeName?: string;
  readonly point: Point;
  /** In the border zone, outside the département. */
  readonly neighbour: boolean;
}

/** `elsewhere`: outside the département and its border zone; `unknown`: cannot be told. */
export type Miss = 'elsewhere' | 'unknown';

export interface Locator {
  byCode(code: string): Located | Miss;
  byName(name: string, postcode: string): Located | Miss;
  byPoint(point: Point): Located | Miss;
  /** Whether a département (by code) is another one: alone, it cannot tell the border zone. */
  isElsewhere(departement: string): boolean;
}

/** Paris, Lyon and Marseille count as one commune each (COG). */
function withoutArrondissement(code: string): string {
  if (/^751(0[1-9]|1\d|20)$/.test(code)) return '75056';
  if (/^6938[1-9]$/.test(code)) return '69123';
  return /^132(0[1-9]|1[0-6])$/.test(code) ? '13055' : code;
}

/** The same function, each answer found once: rows give the same communes over and over. */
function remember<T>(find: (text: string) => T): (text: string) => T {
  const found = new Map<string, T>();
  return (text) => {
    let answer = found.get(text);
    if (answer === undefined) {
      answer = find(text);
      found.set(text, answer);
    }
    return answer;
  };
}

/** "St Nazaire", "SAINT-NAZAIRE CEDEX 2" and "Saint-Nazaire" are one name. */
const nameKey = (name: string) =>
  normalise(name)
    .replace(/\b(cedex|sp \d).*$/, '')
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte')
    .replace(/^(paris|lyon|marseille) (\d+.*|e|er)$/, '$1')
    .trim();

const departementOfPostcode = (postcode: string): string | null => {
  if (!/^\d{5}$/.test(postcode)) return null;
  const code = postcode.startsWith('20') ? '20' : departementOf(postcode);
  return code === '20' || findDepartement(code) ? code : null;
};

interface Entry {
  readonly code: string;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
  readonly neighbour: boolean;
  readonly postcodes: readonly string[];
  /** Radius of a disc of the commune's area, km. */
  readonly radiusKm: number;
  /** Where a row is that gives the commune and no more: one object for all of them. */
  readonly centre: Located;
}

const locatedFrom = (e: Pick<Entry, 'code' | 'name' | 'neighbour'>, point: Point): Located => ({
  communeCode: e.code,
  communeName: e.name,
  point,
  neighbour: e.neighbour,
});

const entryFrom = (commune: Omit<BorderCommune, 'epci'>, neighbour: boolean, radiusKm: number): Entry => {
  const { code, name, lon, lat, postcodes } = commune;
  const centre = locatedFrom({ code, name, neighbour }, { lon, lat });
  return { code, name, lon, lat, neighbour, postcodes, radiusKm, centre };
};

/** Index of the first of sorted numbers that is not below a value. */
function firstFrom(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Nearest {
  /** -1: none. */
  readonly index: number;
  readonly chord2: number;
}

/**
 * The nearest of the entries to a point, the first of equals. They are looked at from its latitude on, northward then
 * southward, until those left are further in latitude alone (height of the unit vectors) than the nearest found.
 */
function buildNearest(entries: readonly Entry[]): (point: Point) => Nearest {
  const vectors = unitVectors(entries);
  const heightOf = (i: number) => vectors[3 * i + 2]!;
  const order = entries.map((_, i) => i).sort((a, b) => heightOf(a) - heightOf(b));
  const heights = Float64Array.from(order, heightOf);
  return (point) => {
    const [x, y, z] = unitVectors([point]) as unknown as [number, number, number];
    let index = -1;
    let chord2 = Number.POSITIVE_INFINITY;
    const walk = (from: number, step: 1 | -1) => {
      for (let at = from; at >= 0 && at < order.length; at += step) {
        const rise2 = (heights[at]! - z) ** 2;
        if (rise2 > chord2) return;
        const i = order[at]!;
        const d = (vectors[3 * i]! - x) ** 2 + (vectors[3 * i + 1]! - y) ** 2 + rise2;
        if (d < chord2 || (d === chord2 && i < index)) {
          chord2 = d;
          index = i;
        }
      }
    };
    const start = firstFrom(heights, z);
    walk(start, 1);
    walk(start - 1, -1);
    return { index, chord2 };
  };
}

/** How far from a commune of the département a point outside its outline may still be its own, km. */
const ownReachKm = (commune: Entry) => 1.5 * commune.radiusKm + 1;

/** Whether a point is so far from the middle of some communes that it can be near none: most points of a national file. */
function buildFar(own: readonly Entry[]): (point: Point) => boolean {
  const mean = (of: (e: Entry) => number) => own.reduce((sum, e) => sum + of(e), 0) / own.length;
  const middle: Point = { lon: mean((e) => e.lon), lat: mean((e) => e.lat) };
  const farKm = own.reduce((most, e) => Math.max(most, distanceKm(middle, e) + Math.max(borderKm, ownReachKm(e))), 0) + 1;
  return (point) => distanceKm(middle, point) > farKm;
}

function buildByPoint(territory: Territory, own: readonly Entry[], border: readonly Entry[]): Locator['byPoint'] {
  const [nearestOwn, nearestBorder] = [buildNearest(own), buildNearest(border)];
  const isInside = buildInside(territory.outline);
  const isFar = buildFar(own);
  const reach = chord2FromKm(borderKm);
  const locate: Locator['byPoint'] = (point) => {
    const home = nearestOwn(point);
    const commune = own[home.index];
    if (!commune) return 'unknown';
    if (isInside(point)) return locatedFrom(commune, point);
    const next = nearestBorder(point);
    // The outline is generalised: just outside it, a point nearest to one of our communes is still ours.
    if (home.chord2 <= next.chord2 && kmFromChord2(home.chord2) <= ownReachKm(commune)) return locatedFrom(commune, point);
    if (home.chord2 > reach) return 'elsewhere';
    const neighbour = next.chord2 < home.chord2 ? border[next.index] : undefined;
    return neighbour ? locatedFrom(neighbour, point) : { point, neighbour: true };
  };
  let last: { readonly point: Point; readonly found: Located | Miss } | null = null;
  return (point) => {
    // A point is asked for twice in a row: to choose how to read its numbers, then to place it.
    if (last?.point !== point) last = { point, found: isFar(point) && !isInside(point) ? 'elsewhere' : locate(point) };
    return last.found;
  };
}

/** A postal code gives a place only where it is one commune's alone. */
const onlyOf = (entries: readonly Entry[] | undefined): Entry | undefined => (entries?.length === 1 ? entries[0] : undefined);

/** Adds an entry to a list under a key. */
function put(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const list = map.get(key);
  if (list) list.push(entry);
  else map.set(key, [entry]);
}

/** Entries by code (former ones too), by name, by postal code; own communes come first in each list. */
function indexEntries(entries: readonly Entry[], former: Territory['former']) {
  const byCode = new Map([...entries].reverse().map((e) => [e.code, e]));
  const byName = new Map<string, Entry[]>();
  const byPostcode = new Map<string, Entry[]>();
  for (const e of entries) {
    put(byName, nameKey(e.name), e);
    for (const postcode of e.postcodes) put(byPostcode, postcode, e);
  }
  for (const { code, name, current } of former) {
    const entry = byCode.get(current);
    if (!entry) continue;
    if (!byCode.has(code)) byCode.set(code, entry);
    if (name !== '') put(byName, nameKey(name), entry);
  }
  return { byCode, byName, byPostcode };
}

const isKnownPlace = (departement: string) => findDepartement(departement) !== null || isOverseasCollectivity(departement);

/** Resolves codes, names and points of imported rows within a territory and its border zone. */
export function buildLocator(territory: Territory): Locator {
  const own = territory.communes.map((c) => entryFrom(c, false, Math.sqrt((c.areaKm2 ?? 20) / Math.PI)));
  const border = territory.border.map((c) => entryFrom(c, true, 3));
  const { byCode, byName, byPostcode } = indexEntries([...own, ...border], territory.former);
  const near = new Set([territory.code, ...border.map((e) => departementOf(e.code))]);
  const keyOf = remember(nameKey);
  const isFar = (departement: string | null) => departement !== null && departement !== '20' && !near.has(departement);
  return {
    isElsewhere(departement) {
      const code = departement.trim().toUpperCase().padStart(2, '0');
      return code !== territory.code && isKnownPlace(code);
    },
    byCode: remember((raw) => {
      const text = raw.trim().toUpperCase();
      const code = withoutArrondissement(/^\d{4}$/.test(text) ? `0${text}` : text);
      const entry = byCode.get(code);
      if (entry) return entry.centre;
      const departement = departementOf(code);
      return departement !== territory.code && isKnownPlace(departement) ? 'elsewhere' : 'unknown';
    }),
    byName(name, postcode) {
      const departement = departementOfPostcode(postcode);
      const found = (byName.get(keyOf(name)) ?? []).filter(
        (e) => departement === null || departement === '20' || departementOf(e.code) === departement,
      );
      const choice =
        found.find((e) => e.postcodes.includes(postcode)) ??
        found.find((e) => !e.neighbour) ??
        found[0] ??
        onlyOf(byPostcode.get(postcode));
      if (choice) return choice.centre;
      return isFar(departement) ? 'elsewhere' : 'unknown';
    },
    byPoint: buildByPoint(territory, own, border),
  };
}
