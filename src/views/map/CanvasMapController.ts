import { levelStyle, markPath, palette } from '../../figures/levels';
import { getDomain } from '../../model/domains';
import type { MultiPolygon } from '../../model/territory';
import { distanceKm } from '../../territory/distance';
import { projectionFor } from '../../territory/projection';
import { PanZoomCanvas } from '../../ui/PanZoomCanvas';
import type { MapArea, MapModel, MapSite, MapTarget } from './mapModel';
import type { MapEvents, MapSurface } from './surface';

const padding = 28;
const largestZoom = 24;
const white = '#ffffff';

/** The map on Canvas 2D: no GPU needed, the département's legal projection, paths kept between frames. */
export class CanvasMapController extends PanZoomCanvas implements MapSurface {
  private readonly on: MapEvents;
  private readonly territoryCode: string;
  private model: MapModel | null = null;
  private projection: ReturnType<typeof projectionFor> | null = null;
  private paths = new Map<string, Path2D>();
  private lines: { mesh: Path2D; outline: Path2D } = { mesh: new Path2D(), outline: new Path2D() };
  private ground = '';
  private hovered: MapTarget | null = null;

  constructor(element: HTMLElement, territoryCode: string, on: MapEvents) {
    super(element, [1, largestZoom]);
    this.territoryCode = territoryCode;
    this.on = on;
    this.resize();
  }

  protected pointed(x: number | null, y: number | null): void {
    this.hover(x, y);
  }

  protected clicked(x: number, y: number): void {
    this.on.onSelect(this.find(x, y));
  }

  show(model: MapModel): void {
    const isNew = this.model?.outline !== model.outline;
    this.model = model;
    if (isNew) this.fit();
    else this.prepare();
    this.draw();
  }

  protected override resized(): void {
    this.fit();
  }

  private fit(): void {
    if (!this.model || this.size.width === 0) return;
    this.projection = projectionFor(
      { code: this.territoryCode, outline: this.model.outline },
      { ...this.size, padding: Math.min(padding, this.size.width / 10) },
    );
    this.ground = '';
    this.prepare();
    this.tellScale();
  }

  private prepare(): void {
    const { model } = this;
    if (!model || !this.projection || this.ground === model.ground) return;
    this.ground = model.ground;
    this.paths = new Map(model.areas.map((a) => [a.code, this.pathOf(a.shape)]));
    const mesh = new Path2D();
    for (const line of model.meshLines) this.trace(mesh, line);
    this.lines = { mesh, outline: this.pathOf(model.outline) };
  }

  private pathOf(shape: MultiPolygon): Path2D {
    const path = new Path2D();
    for (const ring of shape.flat()) {
      this.trace(path, ring);
      path.closePath();
    }
    return path;
  }

  private trace(path: Path2D, line: readonly (readonly [number, number])[]): void {
    line.forEach(([lon, lat], i) => {
      const [x, y] = this.place(lon, lat);
      if (i === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    });
  }

  /** Position before pan and zoom. */
  private place(lon: number, lat: number): [number, number] {
    return this.projection?.([lon, lat]) ?? [0, 0];
  }

  private onScreen(lon: number, lat: number): [number, number] {
    const [x, y] = this.place(lon, lat);
    return [x * this.k + this.x, y * this.k + this.y];
  }

  /** Keeps the territory in the frame and tells the scale. */
  protected override moved(): void {
    const { width, height } = this.size;
    const bound = (value: number, length: number) =>
      Math.max(length * 0.5 - length * this.k + length * 0.25, Math.min(length * 0.25, value));
    this.x = this.k === 1 ? Math.max(-width / 3, Math.min(width / 3, this.x)) : bound(this.x, width);
    this.y = this.k === 1 ? Math.max(-height / 3, Math.min(height / 3, this.y)) : bound(this.y, height);
    this.tellScale();
  }

  private tellScale(): void {
    const { width, height } = this.size;
    const a = this.projection?.invert?.([width / 2, height / 2]);
    const b = this.projection?.invert?.([width / 2 + 1, height / 2]);
    if (a && b) this.on.onScale(distanceKm({ lon: a[0], lat: a[1] }, { lon: b[0], lat: b[1] }) / this.k);
  }

  private find(x: number, y: number): MapTarget | null {
    const { model } = this;
    if (!model) return null;
    let best: MapSite | null = null;
    let nearest = Number.POSITIVE_INFINITY;
    for (const site of model.sites) {
      const [sx, sy] = this.onScreen(site.lon, site.lat);
      const distance = Math.hypot(sx - x, sy - y);
      if (distance <= site.size / 2 + 3 && distance < nearest) {
        best = site;
        nearest = distance;
      }
    }
    if (best) return { kind: 'site', site: best };
    const [bx, by] = [(x - this.x) / this.k, (y - this.y) / this.k];
    this.context.setTransform(1, 0, 0, 1, 0, 0);
    const area = model.areas.find((a) => {
      const path = this.paths.get(a.code);
      return path !== undefined && this.context.isPointInPath(path, bx, by, 'evenodd');
    });
    return area ? { kind: 'commune', code: area.code } : null;
  }

  private hover(x: number | null, y: number | null): void {
    const target = x === null || y === null ? null : this.find(x, y);
    const before = this.hovered;
    this.hovered = target;
    this.canvas.style.cursor = target ? 'pointer' : 'grab';
    this.on.onHover(target, x ?? 0, y ?? 0);
    if (keyOfTarget(before) !== keyOfTarget(target)) this.draw();
  }

  protected paint(): void {
    const { context: c, model } = this;
    if (!model || !this.projection) return;
    const ratio = window.devicePixelRatio || 1;
    const toGround = () => c.setTransform(ratio * this.k, 0, 0, ratio * this.k, ratio * this.x, ratio * this.y);
    const toScreen = () => c.setTransform(ratio, 0, 0, ratio, 0, 0);
    toScreen();
    c.fillStyle = white;
    c.fillRect(0, 0, this.size.width, this.size.height);
    toGround();
    c.lineJoin = 'round';
    this.paintAreas(model.areas);
    this.paintLines();
    toScreen();
    this.paintCatchments(model);
    toGround();
    this.paintSelection(model);
    toScreen();
    for (const site of model.sites) this.paintSite(site);
    this.paintNames(model);
  }

  private paintAreas(areas: readonly MapArea[]): void {
    const { context: c } = this;
    const hatch = hatchOf(c, this.k);
    for (const area of areas) {
      const path = this.paths.get(area.code);
      if (!path) continue;
      c.fillStyle = fillOf(area, hatch);
      c.fill(path, 'evenodd');
      if (area.worst === undefined || area.faded) continue;
      c.fillStyle = stripesOf(c, this.k, levelStyle(area.worst).fill);
      c.fill(path, 'evenodd');
    }
    c.strokeStyle = white;
    c.lineWidth = 0.6 / this.k;
    for (const area of areas) {
      const path = this.paths.get(area.code);
      if (!path) continue;
      c.strokeStyle = area.level === null || area.faded ? palette.hairline : white;
      c.stroke(path);
    }
  }

  private paintLines(): void {
    const { context: c } = this;
    c.strokeStyle = palette.mesh;
    c.lineWidth = 1.2 / this.k;
    c.stroke(this.lines.mesh);
    c.strokeStyle = palette.ink;
    c.lineWidth = 1.5 / this.k;
    c.stroke(this.lines.outline);
  }

  private paintCatchments(model: MapModel): void {
    const { context: c } = this;
    for (const { lon, lat, radiusKm } of model.catchments) {
      const [x, y] = this.onScreen(lon, lat);
      const [, north] = this.onScreen(lon, lat + radiusKm / 111.195);
      c.beginPath();
      c.arc(x, y, Math.abs(y - north), 0, 2 * Math.PI);
      c.fillStyle = 'rgb(11 92 122 / 14%)';
      c.fill();
      c.strokeStyle = palette.accent;
      c.lineWidth = 1;
      c.stroke();
    }
  }

  private paintSelection(model: MapModel): void {
    const { context: c } = this;
    const ring = (path: Path2D, width: number) => {
      c.lineWidth = (width + 2.5) / this.k;
      c.strokeStyle = white;
      c.stroke(path);
      c.lineWidth = width / this.k;
      c.strokeStyle = palette.accent;
      c.stroke(path);
    };
    const selection = new Path2D();
    for (const line of model.selection) this.trace(selection, line);
    c.lineCap = 'round';
    if (model.selection.length > 0) ring(selection, 3);
    c.lineCap = 'butt';
    const hovered = this.hovered?.kind === 'commune' ? this.paths.get(this.hovered.code) : undefined;
    if (hovered) ring(hovered, 2);
  }

  private paintSite(site: MapSite): void {
    const { context: c } = this;
    const { mark, color, letter } = getDomain(site.domain);
    const [x, y] = this.onScreen(site.lon, site.lat);
    const r = site.size / 2;
    const isHovered = this.hovered?.kind === 'site' && this.hovered.site.id === site.id;
    const path = new Path2D(markPath(mark, x, y, r));
    c.lineJoin = 'round';
    c.strokeStyle = site.selected || isHovered ? palette.accent : white;
    c.lineWidth = site.selected ? 6 : isHovered ? 5 : 3;
    c.stroke(path);
    if (site.selected || isHovered) {
      c.strokeStyle = white;
      c.lineWidth = 2.5;
      c.stroke(path);
    }
    c.fillStyle = color;
    c.fill(path);
    if (site.size < 12) return;
    c.fillStyle = white;
    c.font = `600 ${Math.round(site.size * 0.62)}px "Maillage Sans", sans-serif`;
    c.textAlign = 'center';
    c.textBaseline = 'middle';
    c.fillText(letter, x, y + (mark === 'triangle' ? r * 0.18 : 0.5));
  }

  private paintNames(model: MapModel): void {
    const { context: c } = this;
    c.textAlign = 'center';
    c.textBaseline = 'alphabetic';
    c.lineJoin = 'round';
    const taken: { left: number; right: number; top: number; bottom: number }[] = [];
    model.names.forEach(({ name, lon, lat }, rank) => {
      c.font = `600 ${rank === 0 ? 15 : 13}px "Maillage Sans", sans-serif`;
      const [x, y] = this.onScreen(lon, lat);
      const half = c.measureText(name).width / 2 + 4;
      const spots = [y - 11, y + 21, y + 5].map((base) => ({
        base,
        left: x - half,
        right: x + half,
        top: base - 13,
        bottom: base + 4,
      }));
      const free = spots.find(
        (b) => !taken.some((t) => b.left < t.right && b.right > t.left && b.top < t.bottom && b.bottom > t.top),
      );
      if (!free) return;
      taken.push(free);
      c.strokeStyle = white;
      c.lineWidth = 4;
      c.strokeText(name, x, free.base);
      c.fillStyle = palette.ink;
      c.fillText(name, x, free.base);
    });
  }
}

function fillOf(area: MapArea, hatch: CanvasPattern | string): CanvasPattern | string {
  if (area.tint !== undefined) return area.tint;
  if (area.faded) return palette.panel;
  return area.level === null ? hatch : levelStyle(area.level).fill;
}

const keyOfTarget = (target: MapTarget | null): string =>
  target === null ? '' : target.kind === 'commune' ? target.code : target.site.id;

/** Grey hatching on white, at the same size whatever the zoom. */
const hatchOf = (context: CanvasRenderingContext2D, k: number) => obliqueOf(context, k, palette.hatch, 1.6, white);

/** Stripes of a colour over what is there, at the same size whatever the zoom. */
const stripesOf = (context: CanvasRenderingContext2D, k: number, colour: string) => obliqueOf(context, k, colour, 4);

function obliqueOf(
  context: CanvasRenderingContext2D,
  k: number,
  colour: string,
  lineWidth: number,
  ground?: string,
): CanvasPattern | string {
  const tile = document.createElement('canvas');
  tile.width = 12;
  tile.height = 12;
  const t = tile.getContext('2d');
  if (!t) return ground ?? colour;
  if (ground) {
    t.fillStyle = ground;
    t.fillRect(0, 0, 12, 12);
  }
  t.strokeStyle = colour;
  t.lineWidth = lineWidth;
  t.beginPath();
  for (const offset of [-12, 0, 12]) {
    t.moveTo(offset - 2, 14);
    t.lineTo(offset + 14, -2);
  }
  t.stroke();
  const pattern = context.createPattern(tile, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(0.6 / k));
  return pattern ?? ground ?? colour;
}
