import {
  type ExpressionSpecification,
  type GeoJSONSource,
  type Map as GlMap,
  LngLatBounds,
  Map as MapLibre,
  type MapMouseEvent,
  Marker,
  type StyleSpecification,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import type { Feature, FeatureCollection, Position } from 'geojson';
import { levelStyles, markPath, palette } from '../../figures/levels';
import { type DomainId, domains, getDomain } from '../../model/domains';
import type { MapModel, MapTarget } from './mapModel';
import type { MapEvents, MapSurface } from './surface';

setWorkerUrl(workerUrl);

const none: FeatureCollection = { type: 'FeatureCollection', features: [] };
const state = (name: string): ExpressionSpecification => ['boolean', ['feature-state', name], false];
const levelFill: ExpressionSpecification = [
  'case',
  ['!=', ['coalesce', ['feature-state', 'tint'], ''], ''],
  ['to-color', ['feature-state', 'tint'], palette.page],
  [
    'match',
    ['coalesce', ['feature-state', 'level'], -1],
    -2,
    palette.panel,
    ...levelStyles.flatMap((s, level): [number, string] => [level, s.fill]),
    palette.page,
  ],
] as unknown as ExpressionSpecification;

const style: StyleSpecification = {
  version: 8,
  sources: Object.fromEntries(
    ['communes', 'mesh', 'outline', 'sites', 'reach', 'selection'].map((id) => [
      id,
      { type: 'geojson' as const, data: none, ...(id === 'communes' ? { promoteId: 'code' } : {}) },
    ]),
  ),
  layers: [
    { id: 'paper', type: 'background', paint: { 'background-color': palette.page } },
    { id: 'levels', type: 'fill', source: 'communes', paint: { 'fill-color': levelFill, 'fill-antialias': false } },
    { id: 'hatch', type: 'fill', source: 'communes', filter: ['==', ['get', 'code'], ''], paint: { 'fill-pattern': 'hatch' } },
    ...levelStyles.map((_, level) => ({
      id: `stripes-${level}`,
      type: 'fill' as const,
      source: 'communes',
      filter: ['==', ['get', 'code'], ''] as ['==', ['get', string], string],
      paint: { 'fill-pattern': `stripes-${level}` },
    })),
    { id: 'hairlines', type: 'line', source: 'communes', paint: { 'line-color': palette.page, 'line-width': 0.6 } },
    { id: 'mesh', type: 'line', source: 'mesh', paint: { 'line-color': palette.mesh, 'line-width': 1.2 } },
    { id: 'outline', type: 'line', source: 'outline', paint: { 'line-color': palette.ink, 'line-width': 1.5 } },
    { id: 'reach', type: 'fill', source: 'reach', paint: { 'fill-color': palette.accent, 'fill-opacity': 0.14 } },
    { id: 'reach-edge', type: 'line', source: 'reach', paint: { 'line-color': palette.accent, 'line-width': 1 } },
    {
      id: 'ring',
      type: 'line',
      source: 'communes',
      paint: { 'line-color': palette.accent, 'line-width': ['case', state('hovered'), 2, 0] },
    },
    {
      id: 'selection-halo',
      type: 'line',
      source: 'selection',
      layout: { 'line-cap': 'round' },
      paint: { 'line-color': palette.page, 'line-width': 5.5 },
    },
    {
      id: 'selection',
      type: 'line',
      source: 'selection',
      layout: { 'line-cap': 'round' },
      paint: { 'line-color': palette.accent, 'line-width': 3 },
    },
    {
      id: 'sites',
      type: 'symbol',
      source: 'sites',
      layout: {
        'icon-image': ['concat', ['get', 'domain'], ['case', ['get', 'selected'], '-selected', '']],
        'icon-size': ['/', ['get', 'size'], 18],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
  ],
};

/** The map through WebGL: outlines loaded once, colours as feature states; no tile and no glyph is asked for. */
export class MapController implements MapSurface {
  private readonly element: HTMLElement;
  private readonly on: MapEvents;
  private readonly map: GlMap;
  private model: MapModel | null = null;
  private drawn: MapModel | null = null;
  private markers: Marker[] = [];
  private hovered: string | null = null;
  private isLoaded = false;
  private readonly observer: ResizeObserver;

  constructor(element: HTMLElement, on: MapEvents) {
    this.element = element;
    this.on = on;
    this.map = new MapLibre({
      container: element,
      style,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      keyboard: false,
      maxPitch: 0,
      fadeDuration: 0,
      renderWorldCopies: false,
    });
    this.map.touchZoomRotate.disableRotation();
    this.map.getCanvas().tabIndex = -1;
    this.map.on('load', () => {
      this.addImages();
      this.isLoaded = true;
      this.paint();
    });
    this.map.on('error', (e) => console.error('Maillage: map', e.error));
    this.map.on('mousemove', (e) => this.hover(e));
    this.map.on('mouseout', () => this.hover(null));
    this.map.on('click', (e) => on.onSelect(this.find(e)));
    this.map.on('move', () => {
      this.tellScale();
      this.settleNames();
    });
    this.observer = new ResizeObserver(() => this.map.resize());
    this.observer.observe(element);
  }

  show(model: MapModel): void {
    this.model = model;
    if (this.isLoaded) this.paint();
  }

  zoomBy(factor: number): void {
    this.map.easeTo({ zoom: this.map.getZoom() + Math.log2(factor), duration: 150 });
  }

  panBy(dx: number, dy: number): void {
    this.map.panBy([-dx, -dy], { duration: 100 });
  }

  reset(): void {
    const { model } = this;
    if (!model) return;
    const bounds = new LngLatBounds();
    for (const [lon, lat] of model.outline.flat(2)) bounds.extend([lon, lat]);
    this.map.fitBounds(bounds, { padding: Math.min(28, this.element.clientWidth / 10), animate: false });
    this.tellScale();
    this.settleNames();
  }

  destroy(): void {
    this.observer.disconnect();
    this.map.remove();
  }

  private addImages(): void {
    this.map.addImage('hatch', obliqueImage(palette.hatch, 2, palette.page), { pixelRatio: 2 });
    levelStyles.forEach(({ fill }, level) => {
      this.map.addImage(`stripes-${level}`, obliqueImage(fill, 5), { pixelRatio: 2 });
    });
    for (const { id } of domains) {
      this.map.addImage(id, markImage(id, false), { pixelRatio: 2 });
      this.map.addImage(`${id}-selected`, markImage(id, true), { pixelRatio: 2 });
    }
  }

  private setData(source: string, features: readonly Feature[]): void {
    void this.map.getSource<GeoJSONSource>(source)?.setData({ type: 'FeatureCollection', features: [...features] });
  }

  private paint(): void {
    const { model, drawn } = this;
    if (!model) return;
    if (drawn?.ground !== model.ground) this.paintGround(model, drawn?.outline !== model.outline);
    if (JSON.stringify(drawn?.names) !== JSON.stringify(model.names)) this.paintNames(model);
    for (const [i, area] of model.areas.entries()) {
      const before = drawn?.ground === model.ground ? drawn.areas[i] : undefined;
      if (before && before.level === area.level && before.faded === area.faded && before.tint === area.tint) continue;
      const level = area.faded ? -2 : (area.level ?? -1);
      this.map.setFeatureState({ source: 'communes', id: area.code }, { level, tint: area.tint ?? '' });
    }
    const hatched = model.areas.filter((a) => a.level === null && !a.faded && a.tint === undefined).map((a) => a.code);
    this.map.setFilter('hatch', ['in', ['get', 'code'], ['literal', hatched]]);
    levelStyles.forEach((_, level) => {
      const striped = model.areas.filter((a) => a.worst === level && !a.faded).map((a) => a.code);
      this.map.setFilter(`stripes-${level}`, ['in', ['get', 'code'], ['literal', striped]]);
    });
    this.setData(
      'sites',
      model.sites.map((s) => point(s.lon, s.lat, { id: s.id, domain: s.domain, size: s.size, selected: s.selected })),
    );
    this.setData(
      'reach',
      model.catchments.map((c) => circle(c.lon, c.lat, c.radiusKm)),
    );
    this.setData('selection', [linesOf(model.selection)]);
    this.drawn = model;
  }

  private paintGround(model: MapModel, isElsewhere: boolean): void {
    this.setData(
      'communes',
      model.areas.map((a) => ({
        type: 'Feature',
        properties: { code: a.code },
        geometry: { type: 'MultiPolygon', coordinates: a.shape as unknown as Position[][][] },
      })),
    );
    this.setData('mesh', [linesOf(model.meshLines)]);
    this.setData('outline', [linesOf(model.outline.flat())]);
    if (isElsewhere) this.reset();
  }

  private paintNames(model: MapModel): void {
    for (const marker of this.markers) marker.remove();
    this.markers = model.names.map(({ name, lon, lat }) => {
      const element = document.createElement('div');
      element.className = 'map-name';
      element.textContent = name;
      return new Marker({ element, anchor: 'bottom', offset: [0, -6] }).setLngLat([lon, lat]).addTo(this.map);
    });
    this.settleNames();
  }

  /** Hides the names that would cover one of a larger commune. */
  private settleNames(): void {
    const taken: { left: number; right: number; y: number }[] = [];
    for (const marker of this.markers) {
      const { x, y } = this.map.project(marker.getLngLat());
      const element = marker.getElement();
      const half = element.offsetWidth / 2 + 2;
      const isCovered = taken.some((t) => x - half < t.right && x + half > t.left && Math.abs(y - t.y) < 17);
      element.style.visibility = isCovered ? 'hidden' : 'visible';
      if (!isCovered) taken.push({ left: x - half, right: x + half, y });
    }
  }

  private find(e: MapMouseEvent): MapTarget | null {
    const [found] = this.map.queryRenderedFeatures(e.point, { layers: ['sites', 'levels'] });
    if (!found) return null;
    const id = String(found.properties['id'] ?? '');
    const site = this.model?.sites.find((s) => s.id === id);
    return site ? { kind: 'site', site } : { kind: 'commune', code: String(found.properties['code']) };
  }

  private hover(e: MapMouseEvent | null): void {
    const target = e && this.isLoaded ? this.find(e) : null;
    const code = target?.kind === 'commune' ? target.code : null;
    if (code !== this.hovered) {
      if (this.hovered) this.map.setFeatureState({ source: 'communes', id: this.hovered }, { hovered: false });
      if (code) this.map.setFeatureState({ source: 'communes', id: code }, { hovered: true });
      this.hovered = code;
    }
    this.map.getCanvas().style.cursor = target ? 'pointer' : 'grab';
    this.on.onHover(target, e?.point.x ?? 0, e?.point.y ?? 0);
  }

  private tellScale(): void {
    const metres = (40_075_016.7 * Math.cos((this.map.getCenter().lat * Math.PI) / 180)) / (512 * 2 ** this.map.getZoom());
    this.on.onScale(metres / 1000);
  }
}

const linesOf = (lines: readonly (readonly (readonly [number, number])[])[]): Feature => ({
  type: 'Feature',
  properties: {},
  geometry: { type: 'MultiLineString', coordinates: lines as unknown as Position[][] },
});

const point = (lon: number, lat: number, properties: Record<string, unknown>): Feature => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates: [lon, lat] },
});

function circle(lon: number, lat: number, radiusKm: number): Feature {
  const ring = Array.from({ length: 65 }, (_, i): Position => {
    const angle = (i / 64) * 2 * Math.PI;
    const dLat = (radiusKm / 111.195) * Math.sin(angle);
    return [lon + ((radiusKm / 111.195) * Math.cos(angle)) / Math.cos((lat * Math.PI) / 180), lat + dLat];
  });
  return { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } };
}

function drawImage(side: number, draw: (context: CanvasRenderingContext2D) => void): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('Canvas 2D');
  draw(context);
  return context.getImageData(0, 0, side, side);
}

/** Oblique lines of a colour, on a ground or on nothing. */
const obliqueImage = (colour: string, lineWidth: number, ground?: string): ImageData =>
  drawImage(16, (c) => {
    if (ground) {
      c.fillStyle = ground;
      c.fillRect(0, 0, 16, 16);
    }
    c.strokeStyle = colour;
    c.lineWidth = lineWidth;
    c.beginPath();
    for (const offset of [-16, 0, 16]) {
      c.moveTo(offset - 2, 18);
      c.lineTo(offset + 18, -2);
    }
    c.stroke();
  });

/** A mark of 18 px at twice the resolution, with its letter and ring. */
function markImage(domain: DomainId, isSelected: boolean): ImageData {
  const { mark, color, letter } = getDomain(domain);
  return drawImage(60, (c) => {
    const path = new Path2D(markPath(mark, 30, 30, 18));
    c.lineJoin = 'round';
    c.strokeStyle = isSelected ? palette.accent : palette.page;
    c.lineWidth = isSelected ? 14 : 7;
    c.stroke(path);
    c.strokeStyle = palette.page;
    c.lineWidth = 6;
    c.stroke(path);
    c.fillStyle = color;
    c.fill(path);
    c.fillStyle = palette.page;
    c.font = '600 23px "Maillage Sans", sans-serif';
    c.textAlign = 'center';
    c.textBaseline = 'middle';
    c.fillText(letter, 30, mark === 'triangle' ? 34 : 31);
  });
}
