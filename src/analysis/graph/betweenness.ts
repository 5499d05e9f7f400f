import type { TieGraph } from './graph';
import { NearestFirst } from './nearestFirst';

export interface Betweenness {
  /** Raw, each unordered pair once. */
  readonly node: Float64Array;
  readonly tie: Float64Array;
}

/** Shortest paths from one source: nodes in order of distance, number of paths to each. */
class Paths {
  readonly distance: Float64Array;
  readonly count: Float64Array;
  readonly order: Uint32Array;
  reached = 0;
  readonly g: TieGraph;
  readonly lengths: ArrayLike<number> | null;
  private readonly rounding: number;
  private readonly nearest = new NearestFirst();

  constructor(g: TieGraph, lengths: ArrayLike<number> | null, rounding: number) {
    this.g = g;
    this.lengths = lengths;
    this.rounding = rounding;
    this.distance = new Float64Array(g.size).fill(-1);
    this.count = new Float64Array(g.size);
    this.order = new Uint32Array(g.size);
  }

  from(source: number): void {
    for (let i = 0; i < this.reached; i++) {
      this.distance[this.order[i]!] = -1;
      this.count[this.order[i]!] = 0;
    }
    this.reached = 0;
    this.distance[source] = 0;
    this.count[source] = 1;
    if (this.lengths) this.walkLengths(source, this.lengths);
    else this.walkSteps(source);
  }

  isSame(x: number, y: number): boolean {
    return Math.abs(x - y) <= this.rounding * Math.max(x, y);
  }

  private walkSteps(source: number): void {
    const { distance, count, order } = this;
    const { offsets, neighbours } = this.g;
    order[0] = source;
    let end = 1;
    for (let head = 0; head < end; head++) {
      const v = order[head]!;
      const step = distance[v]! + 1;
      const paths = count[v]!;
      for (let i = offsets[v]!, last = offsets[v + 1]!; i < last; i++) {
        const w = neighbours[i]!;
        if (distance[w]! < 0) {
          distance[w] = step;
          order[end++] = w;
        }
        if (distance[w] === step) count[w]! += paths;
      }
    }
    this.reached = end;
  }

  private walkLengths(source: number, lengths: ArrayLike<number>): void {
    const { offsets, neighbours, tieOf } = this.g;
    const settled = new Uint8Array(this.g.size);
    this.nearest.push(source, 0);
    for (let v = this.nearest.pop(); v !== null; v = this.nearest.pop()) {
      if (settled[v]) continue;
      settled[v] = 1;
      this.order[this.reached++] = v;
      for (let i = offsets[v]!; i < offsets[v + 1]!; i++) {
        const w = neighbours[i]!;
        if (!settled[w]) this.arrive(w, v, this.distance[v]! + lengths[tieOf[i]!]!);
      }
    }
  }

  private arrive(w: number, v: number, through: number): void {
    const { distance, count } = this;
    if (distance[w]! >= 0 && this.isSame(through, distance[w]!)) count[w]! += count[v]!;
    else if (distance[w]! < 0 || through < distance[w]!) {
      distance[w] = through;
      count[w] = count[v]!;
      this.nearest.push(w, through);
    }
  }
}

/** Adds what the paths from one source bring (Brandes 2001, accumulation), farthest nodes first. */
function addDependencies(p: Paths, out: Betweenness, dependency: Float64Array): void {
  const { order, distance, count, lengths } = p;
  const { offsets, neighbours, tieOf } = p.g;
  for (let k = p.reached - 1; k > 0; k--) {
    const w = order[k]!;
    const share = (1 + dependency[w]!) / count[w]!;
    for (let i = offsets[w]!, last = offsets[w + 1]!; i < last; i++) {
      const v = neighbours[i]!;
      const tie = tieOf[i]!;
      const isBefore = lengths
        ? distance[v]! < distance[w]! && p.isSame(distance[v]! + lengths[tie]!, distance[w]!)
        : distance[v] === distance[w]! - 1;
      if (!isBefore) continue;
      const part = count[v]! * share;
      dependency[v]! += part;
      out.tie[tie]! += part / 2;
    }
    out.node[w]! += dependency[w]! / 2;
    dependency[w] = 0;
  }
  dependency[order[0]!] = 0;
}

/**
 * Shortest paths through each node and along each tie, exact (Brandes 2001, doi:10.1080/0022250X.2001.9990249);
 * `lengths` by tie must be above 0 (a strong tie is a short one: pass 1 / strength). Two paths whose lengths differ by less
 * than `rounding`, relatively, are as short: 1/3 + 1/6 is 1/2; 0 compares to the last bit, as networkx does.
 */
export function betweenness(g: TieGraph, lengths: ArrayLike<number> | null = null, rounding = 1e-12): Betweenness {
  if (lengths)
    for (let t = 0; t < g.ties; t++) if (!(lengths[t]! > 0)) throw new RangeError(`length of tie ${t} must be above 0`);
  const out = { node: new Float64Array(g.size), tie: new Float64Array(g.ties) };
  const paths = new Paths(g, lengths, rounding);
  const dependency = new Float64Array(g.size);
  for (let source = 0; source < g.size; source++) {
    paths.from(source);
    addDependencies(paths, out, dependency);
  }
  return out;
}

/** Betweenness as a share of the (n-1)(n-2)/2 pairs of others (Freeman 1977); null when n < 3. */
export function normalisedBetweenness(raw: Float64Array): Float64Array | null {
  const n = raw.length;
  return n < 3 ? null : raw.map((b) => (2 * b) / ((n - 1) * (n - 2)));
}
