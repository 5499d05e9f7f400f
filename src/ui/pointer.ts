interface Gestures {
  readonly move: (x: number, y: number) => void;
  readonly leave: () => void;
  readonly click: (x: number, y: number) => void;
  readonly drag: (dx: number, dy: number) => void;
  readonly zoom: (factor: number, x: number, y: number) => void;
  /** Whether what is pressed is taken along by the pointer: it is then told where it goes and where it is let go. */
  readonly grab?: (x: number, y: number) => boolean;
  readonly pull?: (x: number, y: number) => void;
  /** Nothing: the gesture was broken off. */
  readonly drop?: (at: Spot | null) => void;
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

const clickSlack = 4;

/** Mouse, touch and wheel on a canvas as five gestures; returns what stops it. */
export function followPointer(canvas: HTMLCanvasElement, on: Gestures): () => void {
  const down = new Map<number, Spot>();
  let travelled = 0;
  let isGrabbed = false;
  const spotOf = (e: MouseEvent): Spot => {
    const box = canvas.getBoundingClientRect();
    return { x: e.clientX - box.left, y: e.clientY - box.top };
  };
  const press = (e: PointerEvent) => {
    if (down.size === 0) travelled = 0;
    down.set(e.pointerId, spotOf(e));
    const { x, y } = spotOf(e);
    isGrabbed = down.size === 1 && (on.grab?.(x, y) ?? false);
    canvas.setPointerCapture(e.pointerId);
  };
  const move = (e: PointerEvent) => {
    const spot = spotOf(e);
    const before = down.get(e.pointerId);
    if (!before) return on.move(spot.x, spot.y);
    const others = [...down].filter(([id]) => id !== e.pointerId).map(([, s]) => s);
    down.set(e.pointerId, spot);
    travelled += Math.hypot(spot.x - before.x, spot.y - before.y);
    const [other] = others;
    if (other) {
      const ratio =
        Math.hypot(spot.x - other.x, spot.y - other.y) / Math.max(1, Math.hypot(before.x - other.x, before.y - other.y));
      return on.zoom(ratio, (spot.x + other.x) / 2, (spot.y + other.y) / 2);
    }
    if (isGrabbed) return travelled > clickSlack ? on.pull?.(spot.x, spot.y) : undefined;
    return travelled > clickSlack ? on.drag(spot.x - before.x, spot.y - before.y) : undefined;
  };
  const lift = (e: PointerEvent) => {
    const wasDown = down.delete(e.pointerId);
    if (isGrabbed) {
      isGrabbed = false;
      on.drop?.(e.type === 'pointerup' && travelled > clickSlack ? spotOf(e) : null);
    }
    if (wasDown && e.type === 'pointerup' && down.size === 0 && travelled <= clickSlack) {
      const { x, y } = spotOf(e);
      on.click(x, y);
    }
  };
  const wheel = (e: WheelEvent) => {
    e.preventDefault();
    const { x, y } = spotOf(e);
    on.zoom(2 ** (-e.deltaY / (e.deltaMode === 1 ? 12 : 300)), x, y);
  };
  const leave = () => on.leave();
  canvas.addEventListener('pointerdown', press);
  canvas.addEventListener('pointermove', move);
  canvas.addEventListener('pointerup', lift);
  canvas.addEventListener('pointercancel', lift);
  canvas.addEventListener('pointerleave', leave);
  canvas.addEventListener('wheel', wheel, { passive: false });
  return () => {
    canvas.removeEventListener('pointerdown', press);
    canvas.removeEventListener('pointermove', move);
    canvas.removeEventListener('pointerup', lift);
    canvas.removeEventListener('pointercancel', lift);
    canvas.removeEventListener('pointerleave', leave);
    canvas.removeEventListener('wheel', wheel);
  };
}
