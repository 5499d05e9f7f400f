import type { Analysis, Level, PlacedScheme } from '../../analysis/analysis';
import type { Diagnosis } from '../../document/diagnosis';
import type { DomainId } from '../../model/domains';
import { hashOf } from '../../model/identity';
import type { MultiPolygon, Territory } from '../../model/territory';
import { communesOfFocus, keptPlaces, kmWithin, levelKeyOf, shownDomain } from '../../state/selectors';
import type { Focus, View } from '../../state/view';

export interface MapArea {
  readonly code: string;
  readonly name: string;
  readonly shape: MultiPolygon;
  readonly level: Level | null;
  /** Faded out by the legend. */
  readonly faded: boolean;
  /** Worst level that capacities allow, striped over `level`, the best. */
  readonly worst?: Level;
  /** Colour in the place of the level's. */
  readonly tint?: string;
}

/** Schemes of one domain received at one place. */
export interface MapSite {
  readonly id: string;
  readonly lon: number;
  readonly lat: number;
  readonly domain: DomainId;
  /** Diameter in pixels, 8 to 18, by the places known. */
  readonly size: number;
  readonly schemes: readonly PlacedScheme[];
  readonly selected: boolean;
}

export interface MapName {
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
}

type Line = readonly (readonly [number, number])[];

export interface MapModel {
  /** Changes when the ground changes: territory, outlines or mesh. */
  readonly ground: string;
  readonly areas: readonly MapArea[];
  /** Borders between units of the mesh. */
  readonly meshLines: readonly Line[];
  readonly outline: MultiPolygon;
  /** Outline of what is focused: a commune, or a group as a whole. */
  readonly selection: readonly Line[];
  readonly sites: readonly MapSite[];
  /** Largest communes, most people first. */
  readonly names: readonly MapName[];
  /** What a focused offer reaches at best within the second threshold. */
  readonly catchments: readonly { readonly lon: number; readonly lat: number; readonly radiusKm: number }[];
}

/** What a pointer met. */
export type MapTarget = { readonly kind: 'commune'; readonly code: string } | { readonly kind: 'site'; readonly site: MapSite };

interface Input {
  readonly analysis: Analysis;
  readonly territory: Territory;
  readonly diagnosis: Diagnosis;
  readonly view: View;
}

/** Diameter of a mark by its places: area grows with the number; unknown is drawn as a small office. */
export const markSize = (places: number | null): number =>
  places === null ? 13 : Math.max(10, Math.min(18, 9 + Math.sqrt(Math.max(0, places)) * 0.8));

function groupSites(placed: readonly PlacedScheme[], domain: DomainId, isSelected: (p: PlacedScheme) => boolean): MapSite[] {
  const groups = new Map<string, PlacedScheme[]>();
  for (const p of placed) {
    const key = `${p.point.lon.toFixed(4)},${p.point.lat.toFixed(4)}`;
    const group = groups.get(key);
    if (group) group.push(p);
    else groups.set(key, [p]);
  }
  return [...groups].map(([key, schemes]): MapSite => {
    const known = schemes.filter((s) => s.places !== undefined);
    return {
      id: `${domain}@${key}`,
      lon: schemes[0]!.point.lon,
      lat: schemes[0]!.point.lat,
      domain,
      size: markSize(known.length > 0 ? known.reduce((sum, s) => sum + (s.places ?? 0), 0) : null),
      schemes,
      selected: schemes.some(isSelected),
    };
  });
}

const keyOf = (p: readonly [number, number]): string => `${p[0].toFixed(5)},${p[1].toFixed(5)}`;

const edgesOf = (cell: MultiPolygon): Line[] =>
  cell.flat().flatMap((ring) => ring.slice(1).map((point, i): Line => [ring[i]!, point]));

/** Edges shared by cells of two different units. */
export function meshLines(cells: readonly MultiPolygon[], unitOf: (index: number) => string): Line[] {
  const owners = new Map<string, string>();
  const lines: Line[] = [];
  cells.forEach((cell, index) => {
    const unit = unitOf(index);
    for (const edge of edgesOf(cell)) {
      const key = edge.map(keyOf).sort().join('|');
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, unit);
      else if (owner !== unit) lines.push(edge);
    }
  });
  return lines;
}

/** Edges of some cells that no two of them share: the outline of the group. */
export function outlineOf(cells: readonly MultiPolygon[]): Line[] {
  const edges = new Map<string, Line | null>();
  for (const edge of cells.flatMap(edgesOf)) {
    const key = edge.map(keyOf).sort().join('|');
    edges.set(key, edges.has(key) ? null : edge);
  }
  return [...edges.values()].filter((e) => e !== null);
}

/** Which commune is in which unit: two cuts of the user's own bear the same mesh name. */
const meshKey = (analysis: Analysis): string => hashOf(analysis.communes.map((c) => c.unitCode).join());

const grounds = new WeakMap<Territory, Map<string, readonly Line[]>>();

function groundOf(territory: Territory, analysis: Analysis): readonly Line[] {
  const byMesh = grounds.get(territory) ?? new Map<string, readonly Line[]>();
  grounds.set(territory, byMesh);
  const mesh = meshKey(analysis);
  const known = byMesh.get(mesh);
  if (known) return known;
  const lines = meshLines(territory.cells, (i) => analysis.communes[i]?.unitCode ?? '');
  byMesh.set(mesh, lines);
  return lines;
}

function isFocused(focus: Focus | null, p: PlacedScheme): boolean {
  return (focus?.kind === 'scheme' && focus.id === p.schemeId) || (focus?.kind === 'actor' && focus.id === p.actorId);
}

/** What the map draws for this document and view. */
export function mapModel({ analysis, territory, diagnosis, view }: Input): MapModel {
  const domain = shownDomain(view, analysis);
  const selected = new Set(communesOfFocus(view.focus, analysis, territory));
  const kept = keptPlaces(analysis, diagnosis.inventory, view.filters, domain);
  const focused = analysis.placed.filter((p) => isFocused(view.focus, p));
  const shown = [...kept, ...focused.filter((p) => !kept.includes(p))];
  const radiusKm = kmWithin(analysis.settings.thresholds[domain][1], analysis.settings);
  return {
    ground: `${territory.code}:${territory.schematic}:${meshKey(analysis)}`,
    areas: territory.communes.map((c, i) => {
      const reading = analysis.communes[i]?.domains[domain];
      const level = reading?.level ?? null;
      return {
        code: c.code,
        name: c.name,
        shape: territory.cells[i] ?? [],
        level,
        ...(reading?.range ? { worst: reading.range[1] } : {}),
        faded: view.hiddenLevels.includes(levelKeyOf(level)),
      };
    }),
    meshLines: groundOf(territory, analysis),
    outline: territory.outline,
    selection:
      selected.size === 0 ? [] : outlineOf(territory.cells.filter((_, i) => selected.has(territory.communes[i]?.code ?? ''))),
    sites: groupSites(shown, domain, (p) => isFocused(view.focus, p)),
    names: [...territory.communes]
      .sort((a, b) => b.population - a.population)
      .slice(0, 10)
      .map((c) => ({ name: c.name, lon: c.lon, lat: c.lat })),
    catchments: focused.filter((p) => p.domains.includes(domain)).map((p) => ({ ...p.point, radiusKm })),
  };
}
