import { palette } from '../../figures/levels';
import { hashOf } from '../../model/identity';
import type { Sector, Territory } from '../../model/territory';
import { sectorNames } from '../../territory/sectors';
import { type MapModel, meshLines, outlineOf } from './mapModel';

/** Soft tints told apart in every common colour blindness by pairs of neighbours; the name stands on each sector too. */
const tints = ['#cfe3f3', '#f7dfb5', '#d5ecd9', '#f3d3dc', '#e3d9f0', '#eee8b0', '#cfdcdd', '#f5d6c3'];

/** Tint of the nth sector of a cut. */
export const sectorTint = (index: number): string => tints[index % tints.length]!;

interface Input {
  readonly territory: Territory;
  readonly sectors: readonly Sector[];
  /** Sector being drawn. */
  readonly pen: string | null;
}

/** Where a sector's name is written: the middle of its communes, weighed by their people. */
function middleOf(sector: Sector, territory: Territory): { readonly lon: number; readonly lat: number } | null {
  const own = new Set(sector.communeCodes);
  let [lon, lat, weight] = [0, 0, 0];
  for (const c of territory.communes) {
    if (!own.has(c.code)) continue;
    const w = c.population + 1;
    lon += c.lon * w;
    lat += c.lat * w;
    weight += w;
  }
  return weight === 0 ? null : { lon: lon / weight, lat: lat / weight };
}

/** What the map draws while sectors are being drawn: a tint and a name for each, white for communes in none. */
export function sectorModel({ territory, sectors, pen }: Input): MapModel {
  const names = sectorNames(sectors);
  const rank = new Map(sectors.map((s, i) => [s.name, i]));
  const tintOf = (code: string) => {
    const name = names.get(code);
    return name === undefined ? palette.page : sectorTint(rank.get(name)!);
  };
  const isOfPen = (_: unknown, i: number) => pen !== null && names.get(territory.communes[i]!.code) === pen;
  return {
    ground: `${territory.code}:${territory.schematic}:${hashOf(territory.communes.map((c) => names.get(c.code) ?? '').join())}`,
    areas: territory.communes.map((c, i) => ({
      code: c.code,
      name: c.name,
      shape: territory.cells[i] ?? [],
      level: null,
      faded: false,
      tint: tintOf(c.code),
    })),
    meshLines: meshLines(territory.cells, (i) => names.get(territory.communes[i]!.code) ?? ''),
    outline: territory.outline,
    selection: outlineOf(territory.cells.filter(isOfPen)),
    sites: [],
    names: sectors.flatMap((s) => {
      const at = middleOf(s, territory);
      return at ? [{ name: s.name, ...at }] : [];
    }),
    catchments: [],
  };
}
