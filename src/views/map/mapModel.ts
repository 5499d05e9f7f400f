import type { Analysis, Level, PlacedScheme } from '../../analysis/analysis';
import { rememberLast } from '../../analysis/remember';
import type { Diagnosis } from '../../document/diagnosis';
import type { DomainId } from '../../model/domains';
import { hashOf } from '../../model/identity';
import type { Inventory } from '../../model/inventory';
import type { MultiPolygon, Territory } from '../../model/territory';
import type { Filters } from '../../state/facets';
import { communesOfFocus, keptPlaces, levelKeyOf, shownDomain } from '../../state/selectors';
import type { Focus, View } from '../../state/view';
import { groundOf, meshKey, outlineOf } from './ground';
import { circleAreas, endsOf, type MapTie, tiesOf, zoneLines } from './layers';
import { type Reach, reachOf } from './reach';
import { groupSites } from './sites';

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
  /** Diameter in pixels, 13 to 18, by the places known. */
  readonly size: number;
  /** No capacity is known. */
  readonly isHollow: boolean;
  readonly schemes: readonly PlacedScheme[];
  readonly selected: boolean;
}

export interface MapName {
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
}

export type Line = readonly (readonly [number, number])[];

export interface MapModel {
  /** Changes when the ground changes: territory, outlines or mesh. */
  readonly ground: string;
  readonly areas: readonly MapArea[];
  /** Areas are circles: they need an edge to stand on white. */
  readonly asCircles: boolean;
  /** Borders between units of the mesh. */
  readonly meshLines: readonly Line[];
  readonly outline: MultiPolygon;
  /** Outline of what is focused: a commune, or a group as a whole. */
  readonly selection: readonly Line[];
  readonly sites: readonly MapSite[];
  /** Largest communes, most people first. */
  readonly names: readonly MapName[];
  /** What a focused offer reaches at best within the second threshold. */
  readonly reach: readonly Reach[];
  /** Outline of the communes that a focused offer says it serves. */
  readonly zoneLines: readonly Line[];
  readonly ties: readonly MapTie[];
  /** Where ties end: dots under the marks, seen where an actor has no mark of its own. */
  readonly tieEnds: readonly (readonly [number, number])[];
  /** Tiles of an online map under the levels; null: none. */
  readonly basemap: string | null;
}

/** What a pointer met. */
export type MapTarget =
  | { readonly kind: 'commune'; readonly code: string }
  | { readonly kind: 'site'; readonly site: MapSite }
  /** Several marks that would cover one another. */
  | { readonly kind: 'cluster'; readonly sites: readonly MapSite[] };

interface Input {
  readonly analysis: Analysis;
  readonly territory: Territory;
  readonly diagnosis: Diagnosis;
  readonly view: View;
  /** Read in the place of the view's domain, on a second map. */
  readonly domain?: DomainId;
  readonly basemap?: string | null;
}

function isFocused(focus: Focus | null, p: PlacedScheme): boolean {
  return (focus?.kind === 'scheme' && focus.id === p.schemeId) || (focus?.kind === 'actor' && focus.id === p.actorId);
}

const byYoung = ({ communes }: Territory): readonly number[] =>
  communes.map((_, i) => i).sort((a, b) => communes[b]!.young - communes[a]!.young);

/** The offer on the map; the same while records, filters and focus are, so that its marks need not be gathered again. */
const offerOf = rememberLast(
  (domain: DomainId, placed: readonly PlacedScheme[], inventory: Inventory, filters: Filters, focus: Focus | null) => {
    const kept = keptPlaces(placed, inventory, filters, domain);
    const focused = placed.filter((p) => isFocused(focus, p));
    const shown = [...kept, ...focused.filter((p) => !kept.includes(p))];
    return { focused, shown, sites: groupSites(shown, domain, (p) => isFocused(focus, p)) };
  },
);

/** What the map draws for this document and view. */
export function mapModel({ analysis, territory, diagnosis, view, basemap = null, ...input }: Input): MapModel {
  const domain = input.domain ?? shownDomain(view, analysis);
  const selected = new Set(communesOfFocus(view.focus, analysis, territory));
  const { focused, shown, sites } = offerOf(domain, analysis.placed, diagnosis.inventory, view.filters, view.focus);
  const asCircles = view.layers.includes('cercles');
  const circles = asCircles ? circleAreas(territory) : null;
  const areas = territory.communes.map((c, i): MapArea => {
    const reading = analysis.communes[i]?.domains[domain];
    const level = reading?.level ?? null;
    return {
      code: c.code,
      name: c.name,
      shape: circles?.[i] ?? territory.cells[i] ?? [],
      level,
      ...(reading?.range ? { worst: reading.range[1] } : {}),
      faded: view.hiddenLevels.includes(levelKeyOf(level)),
    };
  });
  const ties = view.layers.includes('liens') ? tiesOf({ analysis, kept: shown, focus: view.focus }) : [];
  return {
    ground: `${territory.code}:${territory.schematic}:${meshKey(analysis)}${asCircles ? `:${hashOf(territory.communes.map((c) => c.young).join())}` : ''}`,
    // The smallest circle over the others.
    areas: asCircles ? byYoung(territory).map((i) => areas[i]!) : areas,
    asCircles,
    meshLines: groundOf(territory, analysis),
    outline: territory.outline,
    selection:
      selected.size === 0 ? [] : outlineOf(territory.cells.filter((_, i) => selected.has(territory.communes[i]?.code ?? ''))),
    sites,
    names: [...territory.communes]
      .sort((a, b) => b.population - a.population)
      .slice(0, 10)
      .map((c) => ({ name: c.name, lon: c.lon, lat: c.lat })),
    reach: reachOf(focused, domain, { analysis, diagnosis, territory }),
    zoneLines: zoneLines(focused, diagnosis, territory),
    ties,
    tieEnds: endsOf(ties),
    basemap,
  };
}
