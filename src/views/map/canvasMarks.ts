import { markPath, palette } from '../../figures/levels';
import { getDomain } from '../../model/domains';
import type { Mark } from './sites';

/** A mark with its white ring and its letter or number; hollow where no capacity is known. */
export function paintMark(c: CanvasRenderingContext2D, { x, y, size, sites }: Mark, isHovered: boolean): void {
  const [site] = sites;
  if (!site) return;
  const { mark: shape, color, letter } = getDomain(site.domain);
  const isHollow = site.isHollow && sites.length === 1;
  const r = size / 2;
  const path = new Path2D(markPath(shape, x, y, r));
  const isRinged = site.selected || isHovered;
  c.lineJoin = 'round';
  c.strokeStyle = isRinged ? palette.accent : palette.page;
  c.lineWidth = site.selected ? 6 : isHovered ? 5 : 3;
  c.stroke(path);
  if (isRinged) {
    c.strokeStyle = palette.page;
    c.lineWidth = 2.5;
    c.stroke(path);
  }
  c.fillStyle = isHollow ? palette.page : color;
  c.fill(path);
  if (isHollow) {
    c.strokeStyle = color;
    c.lineWidth = 1.4;
    c.stroke(path);
  }
  c.fillStyle = isHollow ? color : palette.page;
  c.font = `600 ${sites.length > 1 ? 10 : Math.max(9, Math.round(size * 0.62))}px "Maillage Sans", sans-serif`;
  c.textAlign = 'center';
  c.textBaseline = 'middle';
  c.fillText(sites.length > 1 ? String(sites.length) : letter, x, y + (shape === 'triangle' ? r * 0.18 : 0.5));
}

/** Where a tie ends. */
export function paintEnd(c: CanvasRenderingContext2D, x: number, y: number): void {
  c.beginPath();
  c.arc(x, y, 3.5, 0, 2 * Math.PI);
  c.fillStyle = palette.ink;
  c.strokeStyle = palette.page;
  c.lineWidth = 1.5;
  c.fill();
  c.stroke();
}
