import Graph from 'graphology';
import Sigma from 'sigma';
import { markPath, palette } from '../../figures/levels';
import { drawNames } from './names';
import type { DrawnNode, NetworkModel } from './networkModel';
import { drawNew, newSpots } from './newMarks';
import type { NetworkEvents, NetworkSurface } from './surface';

const faded = '#e3e6ea';
const mostMarks = 1500;
/** The unit square is drawn wider than high, as the frame is. */
const wide = 2.4;

/** The graph through WebGL (sigma); deduced ties are dotted on a layer of our own, which sigma cannot draw. */
export class NetworkController implements NetworkSurface {
  private readonly element: HTMLElement;
  private readonly graph = new Graph();
  private readonly sigma: Sigma;
  private readonly dotted: HTMLCanvasElement;
  private readonly marks: HTMLCanvasElement;
  private model: NetworkModel | null = null;

  constructor(element: HTMLElement, on: NetworkEvents) {
    this.element = element;
    this.dotted = document.createElement('canvas');
    this.dotted.className = 'under-layer';
    const stage = document.createElement('div');
    stage.className = 'stage';
    this.marks = document.createElement('canvas');
    this.marks.className = 'under-layer';
    element.append(this.dotted, stage, this.marks);
    this.sigma = new Sigma(this.graph, stage, {
      allowInvalidContainer: true,
      autoRescale: true,
      enableEdgeEvents: true,
      renderLabels: false,
      defaultDrawNodeHover: () => {},
      stagePadding: 40,
      zIndex: true,
    });
    this.sigma.setCustomBBox({ x: [0, wide], y: [-1, 0] });
    this.sigma.on('afterRender', () => {
      this.paintDotted();
      this.paintMarks();
    });
    this.sigma.on('clickNode', ({ node }) => on.onSelect({ kind: 'actor', id: node }));
    this.sigma.on('clickEdge', ({ edge }) => on.onSelect({ kind: 'tie', id: edge }));
    this.sigma.on('clickStage', () => on.onSelect(null));
    this.sigma.on('enterNode', ({ node, event }) => on.onHover({ kind: 'actor', id: node }, event.x, event.y));
    this.sigma.on('leaveNode', () => on.onHover(null, 0, 0));
    this.sigma.on('enterEdge', ({ edge, event }) => on.onHover({ kind: 'tie', id: edge }, event.x, event.y));
    this.sigma.on('leaveEdge', () => on.onHover(null, 0, 0));
  }

  show(model: NetworkModel): void {
    this.model = model;
    this.graph.clear();
    for (const n of model.nodes) this.graph.addNode(n.id, attributesOf(n));
    for (const t of model.ties) {
      if (!t.stated || !this.graph.hasNode(t.a) || !this.graph.hasNode(t.b)) continue;
      const color = t.focused ? palette.accent : t.faded ? faded : palette.tie;
      this.graph.addEdgeWithKey(t.id, t.a, t.b, { size: t.width * (t.focused ? 1.8 : 1), color, zIndex: t.faded ? 0 : 1 });
    }
    this.sigma.refresh();
  }

  zoomBy(factor: number): void {
    const camera = this.sigma.getCamera();
    void camera.animate({ ratio: camera.ratio / factor }, { duration: 120 });
  }

  panBy(dx: number, dy: number): void {
    const camera = this.sigma.getCamera();
    const { width, height } = this.sigma.getDimensions();
    void camera.animate(
      { x: camera.x - (dx / width) * camera.ratio, y: camera.y + (dy / height) * camera.ratio },
      { duration: 80 },
    );
  }

  reset(): void {
    void this.sigma.getCamera().animatedReset({ duration: 150 });
  }

  destroy(): void {
    this.sigma.kill();
    this.element.replaceChildren();
  }

  private cleared(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
    const { width, height } = this.sigma.getDimensions();
    const ratio = window.devicePixelRatio || 1;
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    const context = canvas.getContext('2d');
    context?.scale(ratio, ratio);
    return context;
  }

  /** Sigma draws discs; where marks are few enough, each gets the shape that goes with its colour. */
  private paintMarks(): void {
    const c = this.cleared(this.marks);
    if (!c || !this.model) return;
    const standing = this.model.nodes.map((node) => ({
      node,
      ...this.viewportOf(node.id),
      r: this.sigma.scaleSize(node.radius),
    }));
    c.lineJoin = 'round';
    for (const { node: n, x, y, r } of standing.length > mostMarks ? [] : standing) {
      const path = new Path2D(markPath(n.mark, x, y, r));
      c.lineWidth = n.focused ? 6 : 3;
      c.strokeStyle = n.focused ? palette.accent : '#fff';
      c.stroke(path);
      c.fillStyle = n.faded ? faded : n.color;
      c.fill(path);
    }
    drawNames(c, standing, { width: this.sigma.getDimensions().width, all: this.sigma.getCamera().ratio <= 0.4 });
    const byId = new Map(standing.map((s) => [s.node.id, s]));
    drawNew(
      c,
      newSpots(this.model, (id) => byId.get(id) ?? null),
    );
  }

  private paintDotted(): void {
    const c = this.cleared(this.dotted);
    if (!c || !this.model) return;
    c.setLineDash([1.5, 3]);
    for (const t of this.model.ties) {
      if (t.stated || !this.graph.hasNode(t.a) || !this.graph.hasNode(t.b)) continue;
      const [a, b] = [this.viewportOf(t.a), this.viewportOf(t.b)];
      c.globalAlpha = t.faded ? 0.2 : 0.8;
      c.strokeStyle = t.focused ? palette.accent : palette.deduced;
      c.lineWidth = t.width;
      c.beginPath();
      c.moveTo(a.x, a.y);
      c.lineTo(b.x, b.y);
      c.stroke();
    }
  }

  private viewportOf(id: string): { x: number; y: number } {
    return this.sigma.graphToViewport({
      x: this.graph.getNodeAttribute(id, 'x') as number,
      y: this.graph.getNodeAttribute(id, 'y') as number,
    });
  }
}

// Sigma's y goes up, ours goes down.
const attributesOf = (n: DrawnNode) => ({
  x: n.x * wide,
  y: -n.y,
  size: n.radius,
  color: n.faded ? faded : n.color,
  zIndex: n.faded ? 0 : n.focused ? 3 : 1,
});
