import { triangles } from './clustering';
import { componentsIn } from './components';
import { degreeOf, neighboursOf, type TieGraph } from './graph';

/** A number spread over 32 bits (the end of MurmurHash3): sums of such numbers tell small sets apart. */
function spread(value: number): number {
  let x = Math.imul(value + 1, 0x9e3779b1);
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

/** A whole number above 0 per tie, the same for the same weight. */
function marksOf(g: TieGraph, weights: ArrayLike<number> | null): Uint32Array {
  if (!weights) return new Uint32Array(g.ties).fill(1);
  const ranks = new Map([...new Set(Array.from(weights))].sort((a, b) => a - b).map((weight, rank) => [weight, spread(rank)]));
  return Uint32Array.from({ length: g.ties }, (_, t) => ranks.get(weights[t]!)! | 1);
}

/** Nodes in ordered cells, cut until each cell is tied alike to every other: colour refinement. */
class Cells {
  readonly order: Uint32Array;
  private readonly g: TieGraph;
  private readonly marks: Uint32Array;
  private readonly place: Uint32Array;
  /** Where in `order` the cell of each node begins; sizes of cells by where they begin. */
  private readonly begin: Uint32Array;
  private readonly sizes: Uint32Array;
  /** What tells the nodes of a cell apart: sums of marks, whole and exact. */
  private readonly key: Float64Array;
  private readonly waiting: number[] = [];
  private readonly isWaiting: Uint8Array;

  constructor(g: TieGraph, marks: Uint32Array, traits: Float64Array) {
    this.g = g;
    this.marks = marks;
    this.order = Uint32Array.from({ length: g.size }, (_, v) => v);
    this.place = this.order.slice();
    this.begin = new Uint32Array(g.size);
    this.sizes = new Uint32Array(g.size);
    this.isWaiting = new Uint8Array(g.size);
    this.key = traits.slice();
    if (g.size === 0) return;
    this.sizes[0] = g.size;
    this.wait(0);
    this.cut(0, [...this.order]);
    this.key.fill(0);
    this.refine();
  }

  private wait(cell: number): void {
    if (this.isWaiting[cell]) return;
    this.isWaiting[cell] = 1;
    this.waiting.push(cell);
  }

  private swap(from: number, to: number): void {
    const [a, b] = [this.order[from]!, this.order[to]!];
    this.order[from] = b;
    this.order[to] = a;
    this.place[a] = to;
    this.place[b] = from;
  }

  /** Puts the touched nodes of a cell at its end, by key, and cuts it where keys differ; the largest part need not wait again. */
  private cut(from: number, touched: readonly number[]): void {
    const { order, place, begin, sizes, key } = this;
    const end = from + sizes[from]!;
    let at = end;
    for (const v of touched) this.swap(place[v]!, --at);
    order.subarray(at, end).sort((a, b) => key[a]! - key[b]!);
    const starts = at > from ? [from] : [];
    for (let i = at; i < end; i++) {
      const v = order[i]!;
      place[v] = i;
      if (i === at || key[v] !== key[order[i - 1]!]) starts.push(i);
      begin[v] = starts.at(-1)!;
    }
    starts.forEach((start, i) => {
      sizes[start] = (starts[i + 1] ?? end) - start;
    });
    const spared = this.isWaiting[from] ? -1 : starts.reduce((a, b) => (sizes[b]! > sizes[a]! ? b : a));
    for (const start of starts) if (start !== spared) this.wait(start);
  }

  /** Adds the mark of a tie to the key of its end, which is then touched, unless it is alone in its cell. */
  private touch(slot: number, touched: Map<number, number[]>): void {
    const w = this.g.neighbours[slot]!;
    const cell = this.begin[w]!;
    if (this.sizes[cell] === 1) return;
    const known = touched.get(cell);
    if (!known) touched.set(cell, [w]);
    else if (this.key[w] === 0) known.push(w);
    this.key[w]! += this.marks[this.g.tieOf[slot]!]!;
  }

  /** Cuts every cell by the ties of its nodes to these. */
  private cutBy(members: Uint32Array): void {
    const { offsets } = this.g;
    const touched = new Map<number, number[]>();
    for (const v of members) for (let i = offsets[v]!; i < offsets[v + 1]!; i++) this.touch(i, touched);
    for (const cell of [...touched.keys()].sort((a, b) => a - b)) this.cut(cell, touched.get(cell)!);
    for (const v of members) for (const w of neighboursOf(this.g, v)) this.key[w] = 0;
  }

  private refine(): void {
    for (let turn = 0; turn < this.waiting.length; turn++) {
      const from = this.waiting[turn]!;
      this.isWaiting[from] = 0;
      this.cutBy(this.order.slice(from, from + this.sizes[from]!));
    }
    this.waiting.length = 0;
  }

  /** Takes nodes that nothing tells apart out of their cell one by one, the others being told apart by each. */
  separate(): void {
    const { order, begin, sizes } = this;
    for (let from = 0; from < order.length; from++)
      while (sizes[from]! > 1) {
        const last = from + sizes[from]! - 1;
        sizes[from]!--;
        sizes[last] = 1;
        begin[order[last]!] = last;
        this.wait(last);
        this.refine();
      }
  }
}

/**
 * Nodes in an order drawn from the ties alone, not from their numbers: what depends on order then gives the same figures
 * however nodes are named. By colour refinement (Weisfeiler & Leman 1968), from component sizes, degrees and triangles;
 * nodes left alike are mirror images of one another, save in rare, very regular graphs.
 */
export function steadyOrder(g: TieGraph, weights: ArrayLike<number> | null): Uint32Array {
  const { of, sizes } = componentsIn(g);
  const traits = Float64Array.from(triangles(g), (t, v) => spread(t) + 3 * spread(degreeOf(g, v)) + 7 * spread(sizes[of[v]!]!));
  const cells = new Cells(g, marksOf(g, weights), traits);
  cells.separate();
  return cells.order;
}
