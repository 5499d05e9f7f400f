import { PanZoomCanvas } from '../../ui/PanZoomCanvas';
import { drawNames } from './names';
import type { DrawnNode, DrawnTie, NetworkModel } from './networkModel';
import { drawNew, newSpots } from './newMarks';
import { distanceToSegment, paintGround, paintMark, paintPull, paintTie } from './paint';
import { frame, type NetworkEvents, type NetworkSurface, type NetworkTarget, type Spot } from './surface';

const padding = 48;
const largestZoom = 12;

/** The graph on Canvas 2D: no GPU needed, dotted deduced ties, names that never collide. */
export class CanvasNetworkController extends PanZoomCanvas implements NetworkSurface {
  private readonly on: NetworkEvents;
  private model: NetworkModel | null = null;
  private byId = new Map<string, DrawnNode>();
  private hovered: NetworkTarget | null = null;
  /** The actor that goes with the pointer, and where the pointer is. */
  private pull: { readonly id: string; readonly x: number; readonly y: number } | null = null;

  constructor(element: HTMLElement, on: NetworkEvents) {
    super(element, [0.5, largestZoom]);
    this.on = on;
    this.resize();
  }

  protected pointed(x: number | null, y: number | null): void {
    if (x === null || y === null) this.hover(null, 0, 0);
    else this.hover(this.find(x, y), x, y);
  }

  protected clicked(x: number, y: number): void {
    this.on.onSelect(this.find(x, y), this.spotAt(x, y));
  }

  protected override grabbed(x: number, y: number): boolean {
    if (!this.model || this.model.tool === 'look') return false;
    const found = this.find(x, y);
    this.pull = found?.kind === 'actor' ? { id: found.id, x, y } : null;
    return this.pull !== null;
  }

  protected override pulled(x: number, y: number): void {
    if (this.pull) this.pull = { ...this.pull, x, y };
    this.draw();
  }

  protected override dropped(at: Spot | null): void {
    const { pull, model } = this;
    this.pull = null;
    this.draw();
    if (!pull || !at) return;
    const found = this.find(at.x, at.y);
    if (model?.tool === 'place') this.on.onPlace(pull.id, this.spotAt(at.x, at.y));
    else if (found?.kind === 'actor' && found.id !== pull.id) this.on.onLink(pull.id, found.id);
  }

  show(model: NetworkModel): void {
    this.model = model;
    this.byId = new Map(model.nodes.map((n) => [n.id, n]));
    this.draw();
  }

  /** Where the unit square stands before it is moved: it fills the frame, but where it has a shape to keep. */
  private square(): { left: number; top: number; width: number; height: number } {
    const { width, height } = this.size;
    const [w, h] = [width - 2 * padding, height - 1.5 * padding];
    if (!this.model?.ground) return { left: padding, top: padding / 2, width: w, height: h };
    const scale = Math.min(w / frame.width, h / frame.height);
    const [kept, high] = [frame.width * scale, frame.height * scale];
    return { left: (width - kept) / 2, top: (height - high) / 2, width: kept, height: high };
  }

  private spotOnScreen(spot: Spot): Spot {
    const [x, y] = this.place(spot);
    return { x, y };
  }

  private place(n: Spot): [number, number] {
    const { left, top, width, height } = this.square();
    return [(left + n.x * width) * this.k + this.x, (top + n.y * height) * this.k + this.y];
  }

  private spotAt(x: number, y: number): Spot {
    const { left, top, width, height } = this.square();
    const inside = (v: number) => Math.max(0, Math.min(1, v));
    return { x: inside(((x - this.x) / this.k - left) / width), y: inside(((y - this.y) / this.k - top) / height) };
  }

  /** Nodes grow with the zoom, more slowly than the distances. */
  private radius(n: DrawnNode): number {
    return n.radius * Math.sqrt(this.k);
  }

  private find(x: number, y: number): NetworkTarget | null {
    const { model } = this;
    if (!model) return null;
    let best: NetworkTarget | null = null;
    let nearest = Number.POSITIVE_INFINITY;
    for (const n of model.nodes) {
      const [nx, ny] = this.place(n);
      const distance = Math.hypot(nx - x, ny - y) - this.radius(n);
      if (distance < 4 && distance < nearest) {
        nearest = distance;
        best = { kind: 'actor', id: n.id };
      }
    }
    return best ?? this.findTie(x, y);
  }

  private findTie(x: number, y: number): NetworkTarget | null {
    for (const tie of this.model?.ties ?? []) {
      const [a, b] = [this.standing(tie.a), this.standing(tie.b)];
      if (a && b && distanceToSegment({ x, y }, a, b) < 4) return { kind: 'tie', id: tie.id };
    }
    return null;
  }

  private hover(target: NetworkTarget | null, x: number, y: number): void {
    const before = this.hovered;
    this.hovered = target;
    this.canvas.style.cursor = target ? 'pointer' : 'grab';
    this.on.onHover(target, x, y);
    if (before?.id !== target?.id) this.draw();
  }

  protected paint(): void {
    const { context: c, model } = this;
    if (!model) return;
    const ratio = window.devicePixelRatio || 1;
    c.setTransform(ratio, 0, 0, ratio, 0, 0);
    c.fillStyle = '#fff';
    c.fillRect(0, 0, this.size.width, this.size.height);
    paintGround(c, model.ground, (spot) => this.spotOnScreen(spot));
    for (const tie of model.ties) if (tie.faded) this.paintTie(tie);
    for (const tie of model.ties) if (!tie.faded) this.paintTie(tie);
    for (const node of model.nodes) if (node.faded) this.paintNode(node);
    for (const node of model.nodes) if (!node.faded) this.paintNode(node);
    drawNames(
      c,
      model.nodes.map((node) => {
        const [x, y] = this.place(node);
        return { node, x, y, r: this.radius(node) };
      }),
      { width: this.size.width, all: this.k >= 2.5 },
    );
    drawNew(
      c,
      newSpots(model, (id) => this.standing(id)),
    );
    this.paintPull();
    c.globalAlpha = 1;
  }

  private standing(id: string): { x: number; y: number; r: number } | null {
    const node = this.byId.get(id);
    if (!node) return null;
    const [x, y] = this.place(node);
    return { x, y, r: this.radius(node) };
  }

  private paintTie(tie: DrawnTie): void {
    const [a, b] = [this.standing(tie.a), this.standing(tie.b)];
    if (a && b) paintTie(this.context, tie, { a, b }, this.hovered?.id === tie.id);
  }

  private paintNode(node: DrawnNode): void {
    const { context: c, pull, model } = this;
    const isPulled = pull?.id === node.id && model?.tool === 'place';
    const [x, y] = isPulled ? [pull.x, pull.y] : this.place(node);
    c.globalAlpha = node.faded ? 0.2 : 1;
    const isLit = node.focused || this.hovered?.id === node.id || model?.linkFrom === node.id;
    paintMark(c, node, { x, y, r: this.radius(node), isLit, color: node.color });
  }

  /** The line that is being drawn from an actor. */
  private paintPull(): void {
    const { pull, model } = this;
    const from = pull && this.standing(pull.id);
    if (pull && from && model?.tool === 'link') paintPull(this.context, from, pull);
  }
}
