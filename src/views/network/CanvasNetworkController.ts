import { markPath, palette } from '../../figures/levels';
import { PanZoomCanvas } from '../../ui/PanZoomCanvas';
import { drawNames } from './names';
import type { DrawnNode, DrawnTie, NetworkModel } from './networkModel';
import { drawNew, newSpots } from './newMarks';
import type { NetworkEvents, NetworkSurface, NetworkTarget } from './surface';

const padding = 48;
const largestZoom = 12;

/** The graph on Canvas 2D: no GPU needed, dotted deduced ties, names that never collide. */
export class CanvasNetworkController extends PanZoomCanvas implements NetworkSurface {
  private readonly on: NetworkEvents;
  private model: NetworkModel | null = null;
  private byId = new Map<string, DrawnNode>();
  private hovered: NetworkTarget | null = null;

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
    this.on.onSelect(this.find(x, y));
  }

  show(model: NetworkModel): void {
    this.model = model;
    this.byId = new Map(model.nodes.map((n) => [n.id, n]));
    this.draw();
  }

  /** The unit square fills the frame: a graph has no shape of its own to keep. */
  private place(n: { readonly x: number; readonly y: number }): [number, number] {
    const { width, height } = this.size;
    const x = padding + n.x * (width - 2 * padding);
    const y = padding / 2 + n.y * (height - 1.5 * padding);
    return [x * this.k + this.x, y * this.k + this.y];
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
      const ends = this.ends(tie);
      if (ends && distanceToSegment(x, y, ends) < 4) return { kind: 'tie', id: tie.id };
    }
    return null;
  }

  private ends(tie: DrawnTie): readonly [number, number, number, number] | null {
    const [a, b] = [this.byId.get(tie.a), this.byId.get(tie.b)];
    return a && b ? [...this.place(a), ...this.place(b)] : null;
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
    c.globalAlpha = 1;
  }

  private standing(id: string): { x: number; y: number; r: number } | null {
    const node = this.byId.get(id);
    if (!node) return null;
    const [x, y] = this.place(node);
    return { x, y, r: this.radius(node) };
  }

  private paintTie(tie: DrawnTie): void {
    const { context: c } = this;
    const ends = this.ends(tie);
    if (!ends) return;
    const isHovered = this.hovered?.id === tie.id;
    c.globalAlpha = tie.faded ? 0.15 : isHovered ? 1 : 0.6;
    c.strokeStyle = tie.focused || isHovered ? palette.accent : tie.stated ? palette.ink : palette.deduced;
    c.lineWidth = tie.width * (tie.focused || isHovered ? 1.8 : 1);
    c.setLineDash(tie.stated ? [] : [1.5, 3]);
    c.beginPath();
    c.moveTo(ends[0], ends[1]);
    c.lineTo(ends[2], ends[3]);
    c.stroke();
    c.setLineDash([]);
  }

  private paintNode(node: DrawnNode): void {
    const { context: c } = this;
    const [x, y] = this.place(node);
    const path = new Path2D(markPath(node.mark, x, y, this.radius(node)));
    const isLit = node.focused || this.hovered?.id === node.id;
    c.lineJoin = 'round';
    c.globalAlpha = 1;
    c.strokeStyle = isLit ? palette.accent : '#fff';
    c.lineWidth = node.focused ? 9 : isLit ? 6 : 3;
    c.stroke(path);
    if (isLit) {
      c.strokeStyle = '#fff';
      c.lineWidth = 3;
      c.stroke(path);
    }
    c.globalAlpha = node.faded ? 0.2 : 1;
    c.fillStyle = node.color;
    c.fill(path);
  }
}

function distanceToSegment(x: number, y: number, [ax, ay, bx, by]: readonly [number, number, number, number]): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay));
}
