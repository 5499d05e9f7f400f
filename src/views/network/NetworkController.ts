import Graph from 'graphology';
import Sigma from 'sigma';
import { palette } from '../../figures/levels';
import { drawNames } from './names';
import type { DrawnNode, DrawnTie, NetworkModel } from './networkModel';
import { drawNew, newSpots } from './newMarks';
import { distanceToSegment, paintGround, paintMark, paintPull, paintTie } from './paint';
import { frame, type NetworkEvents, type NetworkSurface, type Spot } from './surface';

const faded = '#e3e6ea';
const mostMarks = 1500;
/** Without a movement for so long, the graph is at rest. */
const restMs = 80;

/** The graph through WebGL (sigma); deduced ties are dotted on a layer of our own, which sigma cannot draw. */
export class NetworkController implements NetworkSurface {
  private readonly element: HTMLElement;
  private readonly graph = new Graph();
  private readonly sigma: Sigma;
  private readonly dotted: HTMLCanvasElement;
  private readonly marks: HTMLCanvasElement;
  private model: NetworkModel | null = null;
  /** Width of the unit square over its height: it fills the element, but where it has a shape to keep. */
  private wide = frame.width / frame.height;
  private byId = new Map<string, DrawnNode>();
  private readonly on: NetworkEvents;
  /** The actor that goes with the pointer, and where the pointer is, in pixels. */
  private pull: { readonly id: string; readonly x: number; readonly y: number } | null = null;

  constructor(element: HTMLElement, on: NetworkEvents) {
    this.element = element;
    this.on = on;
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
      renderLabels: false,
      defaultDrawNodeHover: () => {},
      stagePadding: 40,
      zIndex: true,
    });
    this.sigma.on('afterRender', () => this.follow());
    this.sigma.on('clickNode', ({ node, event }) => on.onSelect({ kind: 'actor', id: node }, this.spotAt(event)));
    this.sigma.on('clickStage', ({ event }) => on.onSelect(this.tieAt(event), this.spotAt(event)));
    this.followPull();
    this.sigma.on('resize', () => this.model && this.show(this.model));
    this.sigma.on('enterNode', ({ node, event }) => {
      this.hoveredActor = true;
      on.onHover({ kind: 'actor', id: node }, event.x, event.y);
    });
    this.sigma.on('leaveNode', () => {
      this.hoveredActor = false;
      on.onHover(null, 0, 0);
    });
    this.sigma.on('moveBody', ({ event }) => this.passOver(event));
  }

  /** The tie under a place: sought by us, for sigma would draw every tie twice at each frame to tell it. */
  private tieAt(at: Spot): { readonly kind: 'tie'; readonly id: string } | null {
    const found = this.model?.ties.find(({ a, b }) => {
      const [from, to] = [this.standing(a), this.standing(b)];
      return from && to && distanceToSegment(at, from, to) < 4;
    });
    return found ? { kind: 'tie', id: found.id } : null;
  }

  private hoveredTie: string | null = null;
  private hoveredActor = false;

  private passOver(at: Spot): void {
    // A drag passes over everything: nothing is told of it.
    if (this.hoveredActor || this.sigma.getMouseCaptor().isMouseDown) return;
    const tie = this.tieAt(at);
    if (tie || this.hoveredTie) this.on.onHover(tie, at.x, at.y);
    this.hoveredTie = tie?.id ?? null;
  }

  show(model: NetworkModel): void {
    this.model = model;
    this.painted = null;
    const { clientWidth, clientHeight } = this.element;
    this.wide = model.ground || clientHeight === 0 ? frame.width / frame.height : clientWidth / clientHeight;
    this.sigma.setCustomBBox({ x: [0, this.wide], y: [-1, 0] });
    this.byId = new Map(model.nodes.map((n) => [n.id, n]));
    this.graph.clear();
    for (const n of model.nodes) this.graph.addNode(n.id, attributesOf(n, this.wide));
    for (const tie of model.ties) if (tie.style === 'stated') this.addTie(tie);
    this.sigma.refresh();
  }

  /** The picture that our layers hold: where two places of the graph stood; null: to be painted again. */
  private painted: { readonly from: Spot; readonly to: Spot } | null = null;
  private settling: ReturnType<typeof setTimeout> | undefined;

  /** Our layers go along with sigma's while they move, and are painted again once they rest. */
  private follow(): void {
    const [from, to] = [this.sigma.graphToViewport({ x: 0, y: 0 }), this.sigma.graphToViewport({ x: 1, y: -1 })];
    clearTimeout(this.settling);
    const { painted } = this;
    if (!painted) {
      this.paintLayers({ from, to });
      return;
    }
    const scale = (to.x - from.x) / (painted.to.x - painted.from.x);
    const transform = `translate(${from.x - scale * painted.from.x}px, ${from.y - scale * painted.from.y}px) scale(${scale})`;
    for (const layer of [this.dotted, this.marks]) layer.style.transform = transform;
    this.settling = setTimeout(() => this.paintLayers({ from, to }), restMs);
  }

  private paintLayers(painted: { readonly from: Spot; readonly to: Spot }): void {
    this.painted = painted;
    for (const layer of [this.dotted, this.marks]) layer.style.transform = '';
    this.paintDotted();
    this.paintMarks();
  }

  /** A stated tie is sigma's own; the others are on our layer. */
  private addTie(t: DrawnTie): void {
    if (!this.graph.hasNode(t.a) || !this.graph.hasNode(t.b)) return;
    const [from, to] = t.towards === 'a' ? [t.b, t.a] : [t.a, t.b];
    const color = t.focused ? palette.accent : t.faded ? faded : palette.tie;
    const size = t.width * (t.focused ? 1.8 : 1);
    this.graph.addEdgeWithKey(t.id, from, to, { size, color, zIndex: t.faded ? 0 : 1, type: t.towards ? 'arrow' : 'line' });
  }

  /** A drag that begins on an actor, where the tool is not to look. */
  private followPull(): void {
    const mouse = this.sigma.getMouseCaptor();
    this.sigma.on('downNode', ({ node, event }) => {
      if (!this.model || this.model.tool === 'look') return;
      this.pull = { id: node, x: event.x, y: event.y };
      event.preventSigmaDefault();
    });
    mouse.on('mousemovebody', (event) => {
      if (!this.pull) return;
      this.pull = { ...this.pull, x: event.x, y: event.y };
      event.preventSigmaDefault();
      event.original.preventDefault();
      this.paintMarks();
    });
    mouse.on('mouseup', (event) => {
      const { pull, model } = this;
      this.pull = null;
      if (pull && model) this.letGo(pull.id, event);
    });
  }

  private letGo(id: string, at: Spot): void {
    this.paintMarks();
    const from = this.viewportOf(id);
    if (Math.hypot(from.x - at.x, from.y - at.y) < 6) return;
    if (this.model?.tool === 'place') {
      this.on.onPlace(id, this.spotAt(at));
      return;
    }
    const target = this.model?.nodes.find((n) => {
      const { x, y } = this.viewportOf(n.id);
      return n.id !== id && Math.hypot(x - at.x, y - at.y) <= this.sigma.scaleSize(n.radius) + 4;
    });
    if (target) this.on.onLink(id, target.id);
  }

  /** A place of the element in the unit square. */
  private spotAt(at: Spot): Spot {
    const { x, y } = this.sigma.viewportToGraph(at);
    const inside = (v: number) => Math.max(0, Math.min(1, v));
    return { x: inside(x / this.wide), y: inside(-y) };
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
    clearTimeout(this.settling);
    this.sigma.kill();
    this.element.replaceChildren();
  }

  private cleared(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
    const { width, height } = this.sigma.getDimensions();
    const ratio = window.devicePixelRatio || 1;
    const context = canvas.getContext('2d');
    // A canvas that is given a size again is made again.
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    }
    context?.setTransform(ratio, 0, 0, ratio, 0, 0);
    context?.clearRect(0, 0, width, height);
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
    for (const { node, x, y, r } of standing.length > mostMarks ? [] : standing) {
      const isLit = node.focused || this.model.linkFrom === node.id;
      paintMark(c, node, { x, y, r, isLit, color: node.faded ? faded : node.color });
    }
    drawNames(c, standing, { width: this.sigma.getDimensions().width, all: this.sigma.getCamera().ratio <= 0.4 });
    const from = this.pull && this.standing(this.pull.id);
    if (this.pull && from) paintPull(c, from, this.pull);
    const byId = new Map(standing.map((s) => [s.node.id, s]));
    drawNew(
      c,
      newSpots(this.model, (id) => byId.get(id) ?? null),
    );
  }

  private hasDotted = false;

  private paintDotted(): void {
    const draws = this.model?.ground != null || (this.model?.ties.some((t) => t.style !== 'stated') ?? false);
    if (!draws && !this.hasDotted) return;
    this.hasDotted = draws;
    const c = this.cleared(this.dotted);
    if (!c || !this.model) return;
    paintGround(c, this.model.ground, ({ x, y }) => this.sigma.graphToViewport({ x: x * this.wide, y: -y }));
    for (const tie of this.model.ties) {
      const [a, b] = [this.standing(tie.a), this.standing(tie.b)];
      if (tie.style !== 'stated' && a && b) paintTie(c, tie, { a, b });
    }
  }

  private standing(id: string) {
    const node = this.byId.get(id);
    return node ? { ...this.viewportOf(id), r: this.sigma.scaleSize(node.radius) } : null;
  }

  private viewportOf(id: string): { x: number; y: number } {
    return this.sigma.graphToViewport({
      x: this.graph.getNodeAttribute(id, 'x') as number,
      y: this.graph.getNodeAttribute(id, 'y') as number,
    });
  }
}

// Sigma's y goes up, ours goes down.
const attributesOf = (n: DrawnNode, wide: number) => ({
  x: n.x * wide,
  y: -n.y,
  size: n.radius,
  color: n.faded ? faded : n.color,
  zIndex: n.faded ? 0 : n.focused ? 3 : 1,
});
