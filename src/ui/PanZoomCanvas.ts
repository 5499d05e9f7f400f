import { followPointer } from './pointer';

/** A Canvas 2D that fills an element and can be moved and zoomed; what is drawn on it is its heir's business. */
export abstract class PanZoomCanvas {
  protected readonly element: HTMLElement;
  protected readonly canvas: HTMLCanvasElement;
  protected readonly context: CanvasRenderingContext2D;
  /** CSS pixels. */
  protected size = { width: 0, height: 0 };
  protected k = 1;
  protected x = 0;
  protected y = 0;
  private readonly zooms: readonly [smallest: number, largest: number];
  private readonly observer: ResizeObserver;
  private readonly release: () => void;
  private frame = 0;

  constructor(element: HTMLElement, zooms: readonly [smallest: number, largest: number]) {
    this.element = element;
    this.zooms = zooms;
    this.canvas = document.createElement('canvas');
    this.canvas.className = 'map-canvas';
    element.append(this.canvas);
    const context = this.canvas.getContext('2d');
    if (!context) throw new Error('Canvas 2D');
    this.context = context;
    this.release = followPointer(this.canvas, {
      move: (x, y) => this.pointed(x, y),
      leave: () => this.pointed(null, null),
      click: (x, y) => this.clicked(x, y),
      drag: (dx, dy) => this.panBy(dx, dy),
      zoom: (factor, x, y) => this.zoomAt(factor, x, y),
      grab: (x, y) => this.grabbed(x, y),
      pull: (x, y) => this.pulled(x, y),
      drop: (at) => this.dropped(at),
    });
    this.observer = new ResizeObserver(() => this.resize());
    this.observer.observe(element);
  }

  /** The pointer is over a place of the element, or nowhere. */
  protected abstract pointed(x: number | null, y: number | null): void;
  protected abstract clicked(x: number, y: number): void;
  protected abstract paint(): void;
  /** Whether what is pressed there goes with the pointer rather than the whole drawing. */
  protected grabbed(_x: number, _y: number): boolean {
    return false;
  }
  protected pulled(_x: number, _y: number): void {}
  /** Let go at a place of the element; null: the gesture was broken off, or was a click. */
  protected dropped(_at: { readonly x: number; readonly y: number } | null): void {}
  /** The frame has another size than before; 0 × 0: it had none. */
  protected resized(_before: { readonly width: number; readonly height: number }): void {}
  /** Position or zoom have changed: keep them in bounds. */
  protected moved(): void {}

  zoomBy(factor: number): void {
    this.zoomAt(factor, this.size.width / 2, this.size.height / 2);
  }

  panBy(dx: number, dy: number): void {
    this.moveTo(this.k, this.x + dx, this.y + dy);
  }

  reset(): void {
    this.moveTo(1, 0, 0);
  }

  destroy(): void {
    cancelAnimationFrame(this.frame);
    this.observer.disconnect();
    this.release();
    this.canvas.remove();
  }

  /** Takes the element's size; to be called once the heir is whole, and then by itself. */
  protected resize(): void {
    const { clientWidth: width, clientHeight: height } = this.element;
    if (width === 0 || height === 0) return;
    const ratio = window.devicePixelRatio || 1;
    const before = this.size;
    this.size = { width, height };
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    this.resized(before);
    this.draw();
  }

  /** Asks for a painting at the next frame. */
  protected draw(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.paint());
  }

  protected zoomAt(factor: number, x: number, y: number): void {
    const k = Math.max(this.zooms[0], Math.min(this.zooms[1], this.k * factor));
    const ratio = k / this.k;
    this.moveTo(k, x - (x - this.x) * ratio, y - (y - this.y) * ratio);
  }

  protected moveTo(k: number, x: number, y: number): void {
    this.k = k;
    this.x = x;
    this.y = y;
    this.moved();
    this.draw();
  }
}
