import { levelStyle, palette } from '../../figures/levels';
import type { MultiPolygon } from '../../model/territory';
import { distanceKm } from '../../territory/distance';
import { projectionFor } from '../../territory/projection';
import { PanZoomCanvas } from '../../ui/PanZoomCanvas';
import { paintEnd, paintMark } from './canvasMarks';
import { hatchOf, stripesOf } from './canvasPatterns';
import type { MapArea, MapModel, MapTarget } from './mapModel';
import { type Mark, marksOf } from './sites';
import type { Camera, MapEvents, MapSurface } from './surface';

const padding = 28;
const largestZoom = 24;
/** How much a click on several places zooms in. */
const closer = 2.5;
const alwaysNamed = 4;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const meet = (a: Box, b: Box): boolean => a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
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
  private gathered: { sites: unknown; k: number; projection: unknown; marks: readonly Mark[] } | null = null;
  private isFollowing = false;
  /** Handed before there was a projection to place it. */
  private awaited: Camera | null = null;

  constructor(element: HTMLElement, territoryCode: string, on: MapEvents) {
    super(element, [1, largestZoom]);
    this.territoryCode = territoryCode;
    this.on = on;
    this.resize();
  }

  override destroy(): void {
    this.on.onEnd();
    super.destroy();
  }

  protected pointed(x: number | null, y: number | null): void {
    this.hover(x, y);
  }

  protected clicked(x: number, y: number): void {
    const target = this.find(x, y);
    if (target?.kind === 'cluster' && this.k < largestZoom) this.zoomAt(closer, x, y);
    else this.on.onSelect(target);
  }

  follow(camera: Camera): void {
    if (!this.projection) {
      this.awaited = camera;
      return;
    }
    const [x, y] = this.place(camera.lon, camera.lat);
    this.isFollowing = true;
    this.moveTo(camera.zoom, this.size.width / 2 - x * camera.zoom, this.size.height / 2 - y * camera.zoom);
    this.isFollowing = false;
  }

  /** What is in the middle of a frame of this size. */
  private cameraIn({ width, height }: { readonly width: number; readonly height: number }): Camera | null {
    const centre = this.projection?.invert?.([(width / 2 - this.x) / this.k, (height / 2 - this.y) / this.k]);
    return centre ? { lon: centre[0], lat: centre[1], zoom: this.k } : null;
  }

  show(model: MapModel): void {
    const isNew = this.model?.outline !== model.outline;
    this.model = model;
    if (isNew) this.fit();
    else this.prepare();
    this.draw();
  }

  protected override resized(before: { readonly width: number; readonly height: number }): void {
    const camera = before.width > 0 ? this.cameraIn(before) : null;
    this.fit();
    if (camera) this.follow(camera);
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
    const { awaited } = this;
    this.awaited = null;
    if (awaited) this.follow(awaited);
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
    const camera = this.isFollowing ? null : this.cameraIn(this.size);
    if (camera) this.on.onCamera(camera);
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
    const mark = this.marks().findLast((m) => Math.hypot(m.x + this.x - x, m.y + this.y - y) <= m.size / 2 + 3);
    if (mark) return targetOf(mark);
    const [bx, by] = [(x - this.x) / this.k, (y - this.y) / this.k];
    this.context.setTransform(1, 0, 0, 1, 0, 0);
    const area = model.areas.findLast((a) => {
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
    this.paintAreas(model);
    this.paintLines();
    this.paintReach(model);
    this.paintZone(model);
    this.paintSelection(model);
    toScreen();
    this.paintTies(model);
    for (const mark of this.marks()) this.paintMark(mark);
    this.paintNames(model);
  }

  private paintAreas({ areas, asCircles }: MapModel): void {
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
    c.lineWidth = (asCircles ? 1 : 0.6) / this.k;
    for (const area of areas) {
      const path = this.paths.get(area.code);
      if (!path) continue;
      c.strokeStyle = asCircles ? palette.edge : edgeOf(area);
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

  private paintReach(model: MapModel): void {
    const { context: c } = this;
    for (const { shape, edge } of model.reach) {
      c.fillStyle = 'rgb(11 92 122 / 14%)';
      c.fill(this.pathOf(shape), 'evenodd');
      const line = new Path2D();
      for (const part of edge) this.trace(line, part);
      c.strokeStyle = palette.accent;
      c.lineWidth = 1 / this.k;
      c.stroke(line);
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

  private paintZone(model: MapModel): void {
    if (model.zoneLines.length === 0) return;
    const { context: c } = this;
    const zone = new Path2D();
    for (const line of model.zoneLines) this.trace(zone, line);
    c.strokeStyle = palette.accent;
    c.lineWidth = 2 / this.k;
    c.setLineDash([7 / this.k, 4 / this.k]);
    c.stroke(zone);
    c.setLineDash([]);
  }

  private paintTies(model: MapModel): void {
    const { context: c } = this;
    c.strokeStyle = palette.ink;
    c.globalAlpha = 0.6;
    for (const { from, to, style, width } of model.ties) {
      c.lineWidth = width;
      c.setLineDash({ stated: [], deduced: [2, 4], pending: [8, 5] }[style]);
      c.beginPath();
      c.moveTo(...this.onScreen(...from));
      c.lineTo(...this.onScreen(...to));
      c.stroke();
    }
    c.setLineDash([]);
    c.globalAlpha = 1;
    for (const end of model.tieEnds) paintEnd(c, ...this.onScreen(...end));
  }

  /** Marks at the present zoom, before the map is moved. */
  private marks(): readonly Mark[] {
    const { model, k } = this;
    if (!model) return [];
    if (this.gathered?.sites !== model.sites || this.gathered.k !== k || this.gathered.projection !== this.projection) {
      const place = (lon: number, lat: number) => this.place(lon, lat).map((v) => v * k) as [number, number];
      this.gathered = { sites: model.sites, k, projection: this.projection, marks: marksOf(model.sites, place) };
    }
    return this.gathered.marks;
  }

  private paintMark(mark: Mark): void {
    const isHovered = keyOfTarget(this.hovered) === keyOfTarget(targetOf(mark));
    paintMark(this.context, { ...mark, x: mark.x + this.x, y: mark.y + this.y }, isHovered);
  }

  private paintNames(model: MapModel): void {
    const { context: c } = this;
    c.textAlign = 'center';
    c.textBaseline = 'alphabetic';
    c.lineJoin = 'round';
    const marks = this.marks().map((m): Box => {
      const [x, y, r] = [m.x + this.x, m.y + this.y, m.size / 2 + 1];
      return { left: x - r, right: x + r, top: y - r, bottom: y + r };
    });
    const taken: Box[] = [];
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
      const isFree = (box: Box, others: readonly Box[]) => !others.some((other) => meet(box, other));
      // The largest communes are named even over a mark: a map without a name cannot be read.
      const free =
        spots.find((b) => isFree(b, taken) && isFree(b, marks)) ??
        (rank < alwaysNamed ? spots.find((b) => isFree(b, taken)) : undefined);
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

const edgeOf = (area: MapArea): string => (area.level === null || area.faded ? palette.hairline : white);

function fillOf(area: MapArea, hatch: CanvasPattern | string): CanvasPattern | string {
  if (area.tint !== undefined) return area.tint;
  if (area.faded) return palette.panel;
  return area.level === null ? hatch : levelStyle(area.level).fill;
}

const targetOf = ({ sites }: Mark): MapTarget =>
  sites.length === 1 ? { kind: 'site', site: sites[0]! } : { kind: 'cluster', sites };

function keyOfTarget(target: MapTarget | null): string {
  if (target === null) return '';
  if (target.kind === 'commune') return target.code;
  return target.kind === 'site' ? target.site.id : target.sites.map((s) => s.id).join();
}
