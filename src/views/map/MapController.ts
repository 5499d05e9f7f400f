import {
  type GeoJSONSource,
  type Map as GlMap,
  LngLatBounds,
  Map as MapLibre,
  type MapMouseEvent,
  Marker,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import type { Feature, Position } from 'geojson';
import { levelStyles, palette } from '../../figures/levels';
import { getDomain } from '../../model/domains';
import type { MultiPolygon } from '../../model/territory';
import { markImage, obliqueImage } from './mapImages';
import type { MapModel, MapSite, MapTarget } from './mapModel';
import { style } from './mapStyle';
import { type Mark, marksOf } from './sites';
import type { Camera, MapEvents, MapSurface } from './surface';

setWorkerUrl(workerUrl);

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
  private isFollowing = false;
  /** Shows the whole, and still does when its frame has another size. */
  private isWhole = false;
  /** Was handed a camera before there was anything to show. */
  private isHanded = false;
  private readonly empty = new Set(['sites', 'reach', 'selection', 'zone', 'ties', 'tie-ends', 'reach-edge']);
  private marks: readonly Mark[] = [];
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
      // Our own observer does it, and tells apart what the user did.
      trackResize: false,
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
    this.map.on('click', (e) => this.click(e));
    this.map.on('zoomend', () => this.isLoaded && this.paintMarks());
    this.map.on('move', () => {
      // Before anything is drawn it looks at the whole world.
      if (!this.isFollowing && this.drawn) {
        this.isWhole = false;
        this.on.onCamera(this.camera());
      }
      this.tellScale();
      this.settleNames();
    });
    this.observer = new ResizeObserver(() => this.resize());
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
    this.fit();
    this.isWhole = true;
  }

  private resize(): void {
    const { isWhole } = this;
    this.quietly(() => this.map.resize());
    if (isWhole) this.reset();
  }

  /** Moves the map without telling the others. */
  private quietly(move: () => void): void {
    this.isFollowing = true;
    move();
    this.isFollowing = false;
  }

  private fit(): void {
    const { model } = this;
    if (!model) return;
    const bounds = new LngLatBounds();
    for (const [lon, lat] of model.outline.flat(2)) bounds.extend([lon, lat]);
    this.map.fitBounds(bounds, { padding: Math.min(28, this.element.clientWidth / 10), animate: false });
    this.tellScale();
    this.settleNames();
  }

  follow({ lon, lat, zoom }: Camera): void {
    this.isWhole = false;
    this.isHanded = this.drawn === null;
    this.quietly(() => this.map.jumpTo({ center: [lon, lat], zoom }));
  }

  private camera(): Camera {
    const { lng, lat } = this.map.getCenter();
    return { lon: lng, lat, zoom: this.map.getZoom() };
  }

  private click(e: MapMouseEvent): void {
    const target = this.find(e);
    if (target?.kind === 'cluster' && this.map.getZoom() < this.map.getMaxZoom())
      this.map.easeTo({ center: e.lngLat, zoom: this.map.getZoom() + 1.3, duration: 250 });
    else this.on.onSelect(target);
  }

  destroy(): void {
    this.on.onEnd();
    this.observer.disconnect();
    this.map.remove();
  }

  private addImages(): void {
    this.map.addImage('hatch', obliqueImage(palette.hatch, 2, palette.page), { pixelRatio: 2 });
    levelStyles.forEach(({ fill }, level) => {
      this.map.addImage(`stripes-${level}`, obliqueImage(fill, 5), { pixelRatio: 2 });
    });
  }

  private setData(source: string, features: readonly Feature[]): void {
    // Most of the time nothing is focused: an empty source stays empty without a turn through the library's worker.
    const isEmpty = features.length === 0;
    if (isEmpty && this.empty.has(source)) return;
    if (isEmpty) this.empty.add(source);
    else this.empty.delete(source);
    void this.map.getSource<GeoJSONSource>(source)?.setData({ type: 'FeatureCollection', features: [...features] });
  }

  private paint(): void {
    const { model, drawn } = this;
    if (!model) return;
    if ((drawn?.basemap ?? null) !== model.basemap) this.lay(model.basemap);
    if (drawn?.ground !== model.ground) this.paintGround(model, drawn?.outline !== model.outline);
    if (JSON.stringify(drawn?.names) !== JSON.stringify(model.names)) this.paintNames(model);
    this.paintAreas(model, drawn);
    if (drawn?.sites !== model.sites) this.paintMarks();
    this.setData(
      'reach',
      model.reach.map(({ shape }) => areaOf(shape)),
    );
    this.setData(
      'reach-edge',
      model.reach.map(({ edge }) => linesOf(edge)),
    );
    this.setData('selection', model.selection.length > 0 ? [linesOf(model.selection)] : []);
    this.setData('zone', model.zoneLines.length > 0 ? [linesOf(model.zoneLines)] : []);
    this.setData(
      'ties',
      model.ties.map(({ from, to, style, width }) => ({
        type: 'Feature',
        properties: { style, width },
        geometry: { type: 'LineString', coordinates: [[...from], [...to]] },
      })),
    );
    this.setData(
      'tie-ends',
      model.tieEnds.map(([lon, lat]) => point(lon, lat, {})),
    );
    this.drawn = model;
  }

  /** Levels of the communes that have another than before. */
  private paintAreas(model: MapModel, drawn: MapModel | null): void {
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
  }

  /** Marks gathered where they would cover one another at the present zoom. */
  private paintMarks(): void {
    this.marks = marksOf(this.model?.sites ?? [], (lon, lat) => {
      const { x, y } = this.map.project([lon, lat]);
      return [x, y];
    });
    this.setData(
      'sites',
      this.marks.map(({ x, y, size, sites }, index) => {
        const { lng, lat } = this.map.unproject([x, y]);
        return point(lng, lat, { index, image: this.imageOf(sites), scale: size / 18 });
      }),
    );
  }

  /** Name of the image of a mark, drawn when it is first asked for. */
  private imageOf(sites: readonly MapSite[]): string {
    const { domain, selected: isSelected, ...site } = sites[0]!;
    const isHollow = site.isHollow && sites.length === 1;
    const word = sites.length > 1 ? String(sites.length) : getDomain(domain).letter;
    const name = `${domain}-${word}${isSelected ? '-selected' : ''}${isHollow ? '-hollow' : ''}`;
    if (!this.map.hasImage(name)) this.map.addImage(name, markImage({ domain, word, isSelected, isHollow }), { pixelRatio: 2 });
    return name;
  }

  /** The online map under the levels, which then let it show through; `null` takes it away. */
  private lay(tiles: string | null): void {
    if (this.map.getLayer('basemap')) this.map.removeLayer('basemap');
    if (this.map.getSource('basemap')) this.map.removeSource('basemap');
    if (tiles !== null) {
      this.map.addSource('basemap', { type: 'raster', tiles: [tiles], tileSize: 256, maxzoom: 19 });
      this.map.addLayer({ id: 'basemap', type: 'raster', source: 'basemap' }, 'levels');
    }
    for (const id of ['levels', 'hatch', ...levelStyles.map((_, level) => `stripes-${level}`)])
      this.map.setPaintProperty(id, 'fill-opacity', tiles === null ? 1 : 0.6);
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
    this.map.setPaintProperty('hairlines', 'line-color', model.asCircles ? palette.edge : palette.page);
    this.map.setPaintProperty('hairlines', 'line-width', model.asCircles ? 1 : 0.6);
    this.setData('mesh', [linesOf(model.meshLines)]);
    this.setData('outline', [linesOf(model.outline.flat())]);
    if (isElsewhere && !this.isHanded) this.quietly(() => this.reset());
    this.isHanded = false;
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
    const mark = this.marks[Number(found.properties['index'])];
    if (!mark) return { kind: 'commune', code: String(found.properties['code']) };
    return mark.sites.length === 1 ? { kind: 'site', site: mark.sites[0]! } : { kind: 'cluster', sites: mark.sites };
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

const areaOf = (shape: MultiPolygon): Feature => ({
  type: 'Feature',
  properties: {},
  geometry: { type: 'MultiPolygon', coordinates: shape as unknown as Position[][][] },
});
