import { palette } from '../../figures/levels';

/** Grey hatching on white, at the same size whatever the zoom. */
export const hatchOf = (context: CanvasRenderingContext2D, k: number) => obliqueOf(context, k, palette.hatch, 1.6, palette.page);

/** Stripes of a colour over what is there, at the same size whatever the zoom. */
export const stripesOf = (context: CanvasRenderingContext2D, k: number, colour: string) => obliqueOf(context, k, colour, 4);

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
