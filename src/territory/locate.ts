import type { Point } from '../model/inventory';
import type { Territory } from '../model/territory';
import { normalise } from '../model/words';
import { departementOf, findDepartement, isOverseasCollectivity } from './departements';
import { chord2FromKm, kmFromChord2, unitVectors } from './distance';
import { isInside } from './outline';
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
}

const locatedFrom = (e: Entry, point: Point = { lon: e.lon, lat: e.lat }): Located => ({
  communeCode: e.code,
  communeName: e.name,
  point,
  neighbour: e.neighbour,
});

/** Index and squared chord of the nearest of interleaved unit vectors. */
function nearestOf(vectors: Float64Array, point: Point): { index: number; chord2: number } {
  const [x, y, z] = unitVectors([point]) as unknown as [number, number, number];
  let index = -1;
  let chord2 = Number.POSITIVE_INFINITY;
  for (let i = 0; i < vectors.length; i += 3) {
    const d = (vectors[i]! - x) ** 2 + (vectors[i + 1]! - y) ** 2 + (vectors[i + 2]! - z) ** 2;
    if (d < chord2) {
      chord2 = d;
      index = i / 3;
    }
  }
  return { index, chord2 };
}

function buildByPoint(territory: Territory, own: readonly Entry[], border: readonly Entry[]): Locator['byPoint'] {
  const ownVectors = unitVectors(own);
  const borderVectors = unitVectors(border);
  const reach = chord2FromKm(borderKm);
  return (point) => {
    const home = nearestOf(ownVectors, point);
    const commune = own[home.index];
    if (!commune) return 'unknown';
    if (isInside(territory.outline, point)) return locatedFrom(commune, point);
    const next = nearestOf(borderVectors, point);
    // The outline is generalised: just outside it, a point nearest to one of our communes is still ours.
    if (home.chord2 <= next.chord2 && kmFromChord2(home.chord2) <= 1.5 * commune.radiusKm + 1) return locatedFrom(commune, point);
    if (home.chord2 > reach) return 'elsewhere';
    const neighbour = next.chord2 < home.chord2 ? border[next.index] : undefined;
    return neighbour ? locatedFrom(neighbour, point) : { point, neighbour: true };
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
  const own = territory.communes.map(
    (c): Entry => ({
      code: c.code,
      name: c.name,
      lon: c.lon,
      lat: c.lat,
      neighbour: false,
      postcodes: c.postcodes,
      radiusKm: Math.sqrt((c.areaKm2 ?? 20) / Math.PI),
    }),
  );
  const border = territory.border.map((c): Entry => ({ ...c, neighbour: true, radiusKm: 3 }));
  const { byCode, byName, byPostcode } = indexEntries([...own, ...border], territory.former);
  const near = new Set([territory.code, ...border.map((e) => departementOf(e.code))]);
  const isFar = (departement: string | null) => departement !== null && departement !== '20' && !near.has(departement);
  return {
    isElsewhere(departement) {
      const code = departement.trim().toUpperCase().padStart(2, '0');
      return code !== territory.code && isKnownPlace(code);
    },
    byCode(raw) {
      const text = raw.trim().toUpperCase();
      const code = withoutArrondissement(/^\d{4}$/.test(text) ? `0${text}` : text);
      const entry = byCode.get(code);
      if (entry) return locatedFrom(entry);
      const departement = departementOf(code);
      return departement !== territory.code && isKnownPlace(departement) ? 'elsewhere' : 'unknown';
    },
    byName(name, postcode) {
      const departement = departementOfPostcode(postcode);
      const found = (byName.get(nameKey(name)) ?? []).filter(
        (e) => departement === null || departement === '20' || departementOf(e.code) === departement,
      );
      const choice =
        found.find((e) => e.postcodes.includes(postcode)) ??
        found.find((e) => !e.neighbour) ??
        found[0] ??
        onlyOf(byPostcode.get(postcode));
      if (choice) return locatedFrom(choice);
      return isFar(departement) ? 'elsewhere' : 'unknown';
    },
    byPoint: buildByPoint(territory, own, border),
  };
}
