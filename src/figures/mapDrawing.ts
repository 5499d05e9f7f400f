import type { GeoProjection } from 'd3-geo';
import type { Analysis, Level } from '../analysis/analysis';
import type { Domain } from '../model/domains';
import type { Commune, Territory } from '../model/territory';
import { projectionFor } from '../territory/projection';
import type { Rectangle } from './labels';
import { placeLabels } from './labels';
import { plainText } from './legend';
import { levelStyle, palette } from './levels';
import type { SceneItem } from './scene';
import type { SiteGroup } from './siteMarks';
import { groupSites, siteMark } from './siteMarks';
import { circleRing, stripesIn } from './stripes';
import { meshBorderPath, multiPolygonPath } from './territoryPaths';

export type MapStyle = 'cells' | 'circles';

export interface MapFrame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface MapDrawing {
  readonly items: SceneItem[];
  readonly groups: readonly SiteGroup[];
  readonly projection: GeoProjection;
  /** Radius of the circle of a population; absent where communes are cells. */
  readonly radius?: (population: number) => number;
}

interface DrawingInput {
  readonly analysis: Analysis;
  readonly territory: Territory;
  readonly domain: Domain;
  readonly style: MapStyle;
  readonly frame: MapFrame;
  /** How many of the largest communes are named. */
  readonly names: number;
  /** Without sites and scale: for small multiples. */
  readonly small?: true;
}

/** Points between two stripes. */
const stripeStep = 4.5;

/** The largest communes are named even over site marks: a map without a name cannot be read. */
const alwaysNamed = 4;

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** The territory's legal projection fitted to a frame that does not begin at the origin. */
export function framedProjection(territory: Territory, frame: MapFrame, padding = 6): GeoProjection {
  const projection = projectionFor(territory, { width: frame.width, height: frame.height, padding });
  const [x, y] = projection.translate();
  return projection.translate([x + frame.x, y + frame.y]);
}

function levelsOf(analysis: Analysis, domain: Domain): ReadonlyMap<string, Level | null> {
  return new Map(analysis.communes.map((c) => [c.code, c.domains[domain.id]?.level ?? null]));
}

const fillOf = (level: Level | null): { fill?: string; pattern?: 'hatch' } =>
  level === null ? { pattern: 'hatch' } : { fill: levelStyle(level).fill };

/** Stripes of the worst level over the best one, where capacities leave a commune undetermined. */
function stripes(
  input: DrawingInput,
  ringsOf: (commune: Commune, i: number) => readonly (readonly (readonly [number, number])[])[],
): SceneItem[] {
  const { analysis, territory, domain, small } = input;
  return territory.communes.flatMap((commune, i): SceneItem[] => {
    const range = analysis.communes[i]?.domains[domain.id]?.range;
    const d = range ? stripesIn(ringsOf(commune, i), small ? 2 : stripeStep) : '';
    return range && d !== '' ? [{ kind: 'path', d, stroke: levelStyle(range[1]).fill, strokeWidth: small ? 0.7 : 1.4 }] : [];
  });
}

function drawCells(territory: Territory, levels: ReadonlyMap<string, Level | null>, projection: GeoProjection): SceneItem[] {
  const cells = territory.communes.map((commune, i) => ({ commune, level: levels.get(commune.code) ?? null, i }));
  // Hatched cells last, side by side, so that a renderer hatches them in one stroke.
  return [...cells.filter((c) => c.level !== null), ...cells.filter((c) => c.level === null)].map(({ commune, level, i }) => ({
    kind: 'path',
    d: multiPolygonPath(territory.cells[i] ?? [], projection),
    ...fillOf(level),
    stroke: level === null ? palette.hairline : palette.page,
    strokeWidth: 0.5,
    target: `commune:${commune.code}`,
    hint: commune.name,
  }));
}

/** Radius of each commune's circle: areas proportional to population, together a fifth of the frame, none over 34 points. */
function circleRadii(communes: readonly Commune[], frame: MapFrame, small = false): (population: number) => number {
  const total = communes.reduce((sum, c) => sum + c.population, 0) || 1;
  const largest = Math.max(1, ...communes.map((c) => c.population));
  const side = Math.min(frame.width, frame.height);
  const wanted = Math.sqrt((side * side * (small ? 0.3 : 0.2)) / (Math.PI * total));
  const factor = Math.min(wanted, (side * (small ? 0.1 : 0.085)) / Math.sqrt(largest));
  return (population) => Math.max(1, factor * Math.sqrt(population));
}

function drawCircles(input: DrawingInput, levels: ReadonlyMap<string, Level | null>, projection: GeoProjection): SceneItem[] {
  const { territory, frame } = input;
  const radius = circleRadii(territory.communes, frame, input.small);
  return [...territory.communes]
    .sort((a, b) => b.population - a.population || (a.code < b.code ? -1 : 1))
    .map((commune) => {
      const [x = 0, y = 0] = projection([commune.lon, commune.lat]) ?? [];
      const level = levels.get(commune.code) ?? null;
      return {
        kind: 'circle',
        x: tenth(x),
        y: tenth(y),
        r: Math.round(radius(commune.population) * 100) / 100,
        ...fillOf(level),
        stroke: palette.edge,
        strokeWidth: input.small ? 0.4 : 0.8,
        target: `commune:${commune.code}`,
        hint: commune.name,
      };
    });
}

function drawBorders(input: DrawingInput, projection: GeoProjection): SceneItem[] {
  const { analysis, territory } = input;
  const unitOf = new Map(analysis.communes.map((c) => [c.code, c.unitCode]));
  const mesh = meshBorderPath(territory.cells, (i) => unitOf.get(territory.communes[i]?.code ?? '') ?? '', projection);
  const items: SceneItem[] = [];
  if (mesh) items.push({ kind: 'path', d: mesh, stroke: palette.mesh, strokeWidth: input.small ? 0.6 : 1 });
  const outline = multiPolygonPath(territory.outline, projection);
  items.push({ kind: 'path', d: outline, stroke: palette.ink, strokeWidth: input.small ? 0.8 : 1.3 });
  return items;
}

function drawNames(input: DrawingInput, groups: readonly SiteGroup[], projection: GeoProjection): SceneItem[] {
  const { territory, frame, style } = input;
  const radius = circleRadii(territory.communes, frame);
  const largest = [...territory.communes].sort((a, b) => b.population - a.population).slice(0, input.names);
  const requests = largest.map((commune, i) => {
    const [x = 0, y = 0] = projection([commune.lon, commune.lat]) ?? [];
    const near = groups.find((g) => Math.hypot(g.x - x, g.y - y) < g.r + 3);
    const r = Math.max(
      style === 'circles' ? radius(commune.population) : 1,
      near ? near.r + Math.hypot(near.x - x, near.y - y) : 0,
    );
    return { lines: [commune.name], x, y, r, size: 8, weight: 600 as const, required: i < alwaysNamed };
  });
  const boxes = groups.map((g): Rectangle => [g.x - g.r, g.y - g.r, g.x + g.r, g.y + g.r]);
  const box: Rectangle = [frame.x, frame.y, frame.x + frame.width, frame.y + frame.height];
  return placeLabels(requests, box, boxes);
}

/** Scale bar of a round length, its left end at the frame's lower left corner. */
export function scaleBar(
  projection: GeoProjection,
  territory: Territory,
  frame: MapFrame,
  label: (km: string) => string,
): SceneItem[] {
  const [first] = territory.communes;
  const lon = first?.lon ?? 0;
  const lat = first?.lat ?? 0;
  const [, south = 0] = projection([lon, lat - 0.1]) ?? [];
  const [, north = 0] = projection([lon, lat + 0.1]) ?? [];
  const perKm = Math.abs(south - north) / (0.2 * 111.2);
  const km = [1, 2, 5, 10, 20, 50, 100].findLast((length) => length * perKm <= 90) ?? 1;
  const y = frame.y + frame.height - 4;
  const width = tenth(km * perKm);
  return [
    {
      kind: 'path',
      d: `M${frame.x} ${y - 4}L${frame.x} ${y}L${frame.x + width} ${y}L${frame.x + width} ${y - 4}`,
      stroke: palette.ink,
      strokeWidth: 0.8,
    },
    plainText(frame.x + width / 2, y - 5, label(String(km)), { anchor: 'middle', size: 7.4 }),
  ];
}

/** Communes by level, borders, sites and names of one domain inside a frame. */
export function drawMap(input: DrawingInput): MapDrawing {
  const { analysis, territory, domain, frame } = input;
  const projection = framedProjection(territory, frame);
  const levels = levelsOf(analysis, domain);
  const items: SceneItem[] = [];
  if (input.style === 'cells') {
    const ringsOf = (_: Commune, i: number) =>
      (territory.cells[i] ?? []).flat().map((ring) => ring.map(([lon, lat]) => projection([lon, lat]) ?? ([0, 0] as const)));
    items.push(...drawCells(territory, levels, projection), ...stripes(input, ringsOf), ...drawBorders(input, projection));
  } else {
    items.push({ kind: 'path', d: multiPolygonPath(territory.outline, projection), fill: palette.panel });
    const radius = circleRadii(territory.communes, frame, input.small);
    const ringsOf = (c: Commune) => [circleRing(...(projection([c.lon, c.lat]) ?? [0, 0]), radius(c.population))];
    items.push(...drawBorders(input, projection), ...drawCircles(input, levels, projection), ...stripes(input, ringsOf));
  }
  const box: Rectangle = [frame.x, frame.y, frame.x + frame.width, frame.y + frame.height];
  const groups = input.small ? [] : groupSites(analysis.placed, domain, projection, box);
  for (const group of groups)
    items.push(...siteMark(domain, group, group.siteIds.length === 1 ? `site:${group.siteIds[0]}` : undefined));
  items.push(...drawNames(input, groups, projection));
  const sized = input.style === 'circles' ? { radius: circleRadii(territory.communes, frame) } : {};
  return { items, groups, projection, ...sized };
}
