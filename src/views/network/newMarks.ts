import { palette } from '../../figures/levels';
import type { NetworkModel } from './networkModel';

interface Spot {
  readonly x: number;
  readonly y: number;
}

const radius = 5;

/** Where the crosses of new actors (at the upper right of their mark) and of new ties (at their middle) stand, in pixels. */
export function newSpots(
  { nodes, ties }: NetworkModel,
  standing: (id: string) => (Spot & { readonly r: number }) | null,
): readonly Spot[] {
  const ofNodes = nodes.flatMap((n) => {
    const at = n.isNew ? standing(n.id) : null;
    return at ? [{ x: at.x + at.r * 0.8 + 2, y: at.y - at.r * 0.8 - 2 }] : [];
  });
  const ofTies = ties.flatMap((t) => {
    const [a, b] = t.isNew ? [standing(t.a), standing(t.b)] : [null, null];
    return a && b ? [{ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }] : [];
  });
  return [...ofTies, ...ofNodes];
}

/** Crosses in a ring: told by their shape, not by their colour alone. */
export function drawNew(c: CanvasRenderingContext2D, spots: readonly Spot[]): void {
  c.globalAlpha = 1;
  c.setLineDash([]);
  c.strokeStyle = palette.accent;
  c.fillStyle = '#fff';
  for (const { x, y } of spots) {
    c.lineWidth = 1.5;
    c.beginPath();
    c.arc(x, y, radius, 0, 2 * Math.PI);
    c.fill();
    c.stroke();
    c.beginPath();
    c.moveTo(x - 2.5, y);
    c.lineTo(x + 2.5, y);
    c.moveTo(x, y - 2.5);
    c.lineTo(x, y + 2.5);
    c.stroke();
  }
}
