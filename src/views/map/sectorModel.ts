import { palette } from '../../figures/levels';
import { hashOf } from '../../model/identity';
import type { Sector, Territory } from '../../model/territory';
import { sectorNames } from '../../territory/sectors';
import { meshLines, outlineOf } from './ground';
import type { MapModel } from './mapModel';

/** Soft tints, told apart in every common colour blindness when side by side; the name stands on each sector too. */
const tints = ['#cfe3f3', '#f7dfb5', '#d5ecd9', '#f3d3dc', '#e3d9f0', '#eee8b0', '#cfdcdd', '#f5d6c3'];

/** Pairs of sectors that touch, by name. */
function neighboursOf({ territory, sectors }: Pick<Input, 'territory' | 'sectors'>): ReadonlyMap<string, ReadonlySet<string>> {
  const names = sectorNames(sectors);
  const ownerOf = new Map<string, string>();
  const touching = new Map<string, Set<string>>(sectors.map((s) => [s.name, new Set()]));
  territory.cells.forEach((cell, i) => {
    const name = names.get(territory.communes[i]!.code);
    if (name === undefined) return;
    for (const [lon, lat] of cell.flat(2) as unknown as (readonly [number, number])[]) {
      const key = `${lon.toFixed(5)},${lat.toFixed(5)}`;
      const other = ownerOf.get(key);
      ownerOf.set(key, name);
      if (other === undefined || other === name) continue;
      touching.get(name)!.add(other);
      touching.get(other)!.add(name);
    }
  });
  return touching;
}

/** A tint for each sector, by name: the first that no sector beside it has. */
export function sectorTints(input: Pick<Input, 'territory' | 'sectors'>): ReadonlyMap<string, string> {
  const touching = neighboursOf(input);
  const chosen = new Map<string, string>();
  input.sectors.forEach(({ name }, i) => {
    const taken = new Set([...(touching.get(name) ?? [])].map((n) => chosen.get(n)));
    // Turning through the list, so that sectors far apart differ too where they can.
    const order = tints.map((_, k) => tints[(i + k) % tints.length]!);
    chosen.set(name, order.find((t) => !taken.has(t)) ?? order[0]!);
  });
  return chosen;
}

interface Input {
  readonly territory: Territory;
  readonly sectors: readonly Sector[];
  /** Sector being drawn. */
  readonly pen: string | null;
}

/** Where a sector's name is written: the middle of its communes, weighed by their people. */
function middleOf(
  sector: Sector,
  territory: Territory,
): { readonly lon: number; readonly lat: number; readonly people: number } | null {
  const own = new Set(sector.communeCodes);
  let [lon, lat, weight] = [0, 0, 0];
  for (const c of territory.communes) {
    if (!own.has(c.code)) continue;
    const w = c.population + 1;
    lon += c.lon * w;
    lat += c.lat * w;
    weight += w;
  }
  return weight === 0 ? null : { lon: lon / weight, lat: lat / weight, people: weight };
}

/** What the map draws while sectors are being drawn: a tint and a name for each, white for communes in none. */
export function sectorModel({ territory, sectors, pen }: Input): MapModel {
  const names = sectorNames(sectors);
  const tintsOf = sectorTints({ territory, sectors });
  const tintOf = (code: string) => {
    const name = names.get(code);
    return (name === undefined ? undefined : tintsOf.get(name)) ?? palette.page;
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
    asCircles: false,
    meshLines: meshLines(territory.cells, (i) => names.get(territory.communes[i]!.code) ?? ''),
    outline: territory.outline,
    selection: outlineOf(territory.cells.filter(isOfPen)),
    sites: [],
    // The most people first: where names would cover one another, theirs stay.
    names: sectors
      .flatMap((s) => {
        const at = middleOf(s, territory);
        return at ? [{ name: s.name, ...at }] : [];
      })
      .sort((a, b) => b.people - a.people)
      .map(({ name, lon, lat }) => ({ name, lon, lat })),
    reach: [],
    zoneLines: [],
    ties: [],
    tieEnds: [],
    basemap: null,
  };
}
