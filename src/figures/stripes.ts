type Point = readonly [number, number];

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Where a line x + y = sum crosses the rings, as positions along x, ascending. */
function crossings(rings: readonly (readonly Point[])[], sum: number): number[] {
  const found: number[] = [];
  for (const ring of rings)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [a, b] = [ring[j]!, ring[i]!];
      const [da, db] = [a[0] + a[1] - sum, b[0] + b[1] - sum];
      // Half open, so that a corner is crossed once.
      if (da > 0 === db > 0) continue;
      found.push(a[0] + ((b[0] - a[0]) * da) / (da - db));
    }
  return found.sort((a, b) => a - b);
}

/**
 * Oblique stripes inside rings (even-odd), as an SVG path of segments on one grid of `step`: a second colour over a shape,
 * drawn alike on screen, in PDF and in SVG. '' where no stripe falls inside.
 */
export function stripesIn(rings: readonly (readonly Point[])[], step: number): string {
  const sums = rings.flat().map(([x, y]) => x + y);
  if (sums.length === 0) return '';
  let d = '';
  for (let sum = (Math.floor(Math.min(...sums) / step) + 1) * step; sum < Math.max(...sums); sum += step) {
    const xs = crossings(rings, sum);
    for (let k = 0; k + 1 < xs.length; k += 2)
      d += `M${tenth(xs[k]!)} ${tenth(sum - xs[k]!)}L${tenth(xs[k + 1]!)} ${tenth(sum - xs[k + 1]!)}`;
  }
  return d;
}

/** A circle as a ring, fine enough for stripes. */
export const circleRing = (x: number, y: number, r: number): Point[] =>
  Array.from({ length: 24 }, (_, i): Point => {
    const angle = (i * Math.PI) / 12;
    return [x + r * Math.cos(angle), y + r * Math.sin(angle)];
  });
