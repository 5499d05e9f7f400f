import { markPath, palette } from '../../figures/levels';
import { type DomainId, getDomain } from '../../model/domains';

function drawImage(side: number, draw: (context: CanvasRenderingContext2D) => void): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('Canvas 2D');
  draw(context);
  return context.getImageData(0, 0, side, side);
}

/** Oblique lines of a colour, on a ground or on nothing. */
export const obliqueImage = (colour: string, lineWidth: number, ground?: string): ImageData =>
  drawImage(16, (c) => {
    if (ground) {
      c.fillStyle = ground;
      c.fillRect(0, 0, 16, 16);
    }
    c.strokeStyle = colour;
    c.lineWidth = lineWidth;
    c.beginPath();
    for (const offset of [-16, 0, 16]) {
      c.moveTo(offset - 2, 18);
      c.lineTo(offset + 18, -2);
    }
    c.stroke();
  });

interface MarkLook {
  readonly domain: DomainId;
  /** Letter or number. */
  readonly word: string;
  readonly isSelected: boolean;
  readonly isHollow: boolean;
}

/** A mark of 18 px at twice the resolution, with its letter or number and its ring. */
export function markImage({ domain, word, isSelected, isHollow }: MarkLook): ImageData {
  const { mark, color } = getDomain(domain);
  return drawImage(60, (c) => {
    const path = new Path2D(markPath(mark, 30, 30, 18));
    c.lineJoin = 'round';
    c.strokeStyle = isSelected ? palette.accent : palette.page;
    c.lineWidth = isSelected ? 14 : 7;
    c.stroke(path);
    c.strokeStyle = palette.page;
    c.lineWidth = 6;
    c.stroke(path);
    c.fillStyle = isHollow ? palette.page : color;
    c.fill(path);
    if (isHollow) {
      c.strokeStyle = color;
      c.lineWidth = 3.6;
      c.stroke(path);
    }
    c.fillStyle = isHollow ? color : palette.page;
    c.font = `600 ${word.length > 1 ? 19 : 23}px "Maillage Sans", sans-serif`;
    c.textAlign = 'center';
    c.textBaseline = 'middle';
    c.fillText(word, 30, mark === 'triangle' ? 34 : 31);
  });
}
