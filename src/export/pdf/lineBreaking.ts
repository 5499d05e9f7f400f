/** What line breaking needs to know of an unbreakable piece of text. */
export interface Box {
  readonly width: number;
  /** A space separates it from the piece before (otherwise it follows a hyphen). */
  readonly spaceBefore: boolean;
}

/** A break inside a compound word costs a little more than one at a space. */
const compoundCost = 0.08;
const lineCost = 0.002;

/** Widths of the lines that end with piece `end`, from the shortest: [first piece, width] while they fit. */
function* candidates(boxes: readonly Box[], end: number, space: number, maxWidth: number): Generator<readonly [number, number]> {
  let width = 0;
  for (let start = end; start >= 0; start -= 1) {
    width += boxes[start]?.width ?? 0;
    if (start < end && boxes[start + 1]?.spaceBefore) width += space;
    if (width > maxWidth + 0.01 && start < end) return;
    yield [start, width];
  }
}

/**
 * First piece of each line, for the lines of most even length (least sum of squared empty space, last line free).
 * A piece wider than the line stands alone. Nothing for no pieces.
 */
export function lineStarts(boxes: readonly Box[], space: number, maxWidth: number): number[] {
  const cost = [0];
  const starts: number[] = [];
  boxes.forEach((_, end) => {
    const last = end === boxes.length - 1;
    let best = Number.POSITIVE_INFINITY;
    for (const [start, width] of candidates(boxes, end, space, maxWidth)) {
      const slack = last ? 0 : Math.max(0, maxWidth - width) / maxWidth;
      const here = (cost[start] ?? 0) + slack * slack + lineCost + (boxes[start]?.spaceBefore ? 0 : compoundCost);
      if (here >= best) continue;
      best = here;
      starts[end] = start;
    }
    cost.push(best);
  });
  const out: number[] = [];
  for (let end = boxes.length; end > 0; end = starts[end - 1] ?? 0) out.unshift(starts[end - 1] ?? 0);
  return out;
}
