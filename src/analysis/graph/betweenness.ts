import type { TieGraph } from './graph';
import { NearestFirst } from './nearestFirst';

export interface Betweenness {
  /** Raw, each unordered pair once. */
  readonly node: Float64Array;
  readonly tie: Float64Array;
}

/** Shortest paths from one source: nodes in order of distance, number of paths to each, who comes just before each. */
class Paths {
  readonly count: Float64Array;
  readonly order: Uint32Array;
  reached = 0;
  /** Slots of `neighbours` through which node v is reached: from `offsets[v]`, as many as `befores[v]`. */
  readonly before: Uint32Array;
  readonly befores: Uint32Array;
  readonly g: TieGraph;
  private readonly distance: Float64Array;
  private readonly steps: Int32Array;
  private readonly lengths: ArrayLike<number> | null;
  private readonly rounding: number;
  private readonly nearest = new NearestFirst();

  constructor(g: TieGraph, lengths: ArrayLike<number> | null, rounding: number) {
    this.g = g;
    this.lengths = lengths;
    this.rounding = rounding;
    this.count = new Float64Array(g.size);
    this.order = new Uint32Array(g.size);
    this.before = new Uint32Array(g.neighbours.length);
    this.befores = new Uint32Array(g.size);
    this.distance = new Float64Array(lengths ? g.size : 0).fill(-1);
    this.steps = new Int32Array(lengths ? 0 : g.size).fill(-1);
  }

  from(source: number): void {
    this.forget();
    this.count[source] = 1;
    if (this.lengths) this.walkLengths(source, this.lengths);
    else this.walkSteps(source);
  }

  private forget(): void {
    const { order, count, befores, distance, steps, lengths } = this;
    for (let i = 0; i < this.reached; i++) {
      const v = order[i]!;
      count[v] = 0;
      befores[v] = 0;
      if (lengths) distance[v] = -1;
      else steps[v] = -1;
    }
    this.reached = 0;
  }

  private walkSteps(source: number): void {
    const { steps, count, order, before, befores } = this;
    const { offsets, neighbours } = this.g;
    order[0] = source;
    steps[source] = 0;
    let end = 1;
    for (let head = 0; head < end; head++) {
      const v = order[head]!;
      const step = steps[v]! + 1;
      const paths = count[v]!;
      for (let i = offsets[v]!, last = offsets[v + 1]!; i < last; i++) {
        const w = neighbours[i]!;
        const known = steps[w]!;
        if (known < 0) {
          steps[w] = step;
          order[end++] = w;
        } else if (known !== step) continue;
        count[w]! += paths;
        before[offsets[w]! + befores[w]!++] = i;
      }
    }
    this.reached = end;
  }

  private walkLengths(source: number, lengths: ArrayLike<number>): void {
    const { offsets, neighbours, tieOf } = this.g;
    const settled = new Uint8Array(this.g.size);
    this.distance[source] = 0;
    this.nearest.push(source, 0);
    for (let v = this.nearest.pop(); v !== null; v = this.nearest.pop()) {
      if (settled[v]) continue;
      settled[v] = 1;
      this.order[this.reached++] = v;
      for (let i = offsets[v]!; i < offsets[v + 1]!; i++)
        if (!settled[neighbours[i]!]) this.arrive(i, v, this.distance[v]! + lengths[tieOf[i]!]!);
    }
  }

  private arrive(slot: number, v: number, through: number): void {
    const { distance, count, before, befores } = this;
    const w = this.g.neighbours[slot]!;
    const known = distance[w]!;
    const isSame = known >= 0 && Math.abs(through - known) <= this.rounding * Math.max(through, known);
    if (!isSame && known >= 0 && through >= known) return;
    if (!isSame) {
      distance[w] = through;
      count[w] = 0;
      befores[w] = 0;
      this.nearest.push(w, through);
    }
    count[w]! += count[v]!;
    before[this.g.offsets[w]! + befores[w]!++] = slot;
  }
}

/** The node each slot of `neighbours` belongs to. */
function slotOwners({ size, offsets, neighbours }: TieGraph): Uint32Array {
  const owner = new Uint32Array(neighbours.length);
  for (let v = 0; v < size; v++) owner.fill(v, offsets[v]!, offsets[v + 1]!);
  return owner;
}

/** Adds what the paths from one source bring (Brandes 2001, accumulation), farthest nodes first. */
function addDependencies(p: Paths, owner: Uint32Array, out: Betweenness, dependency: Float64Array): void {
  const { order, count, before, befores } = p;
  const { offsets, tieOf } = p.g;
  for (let k = p.reached - 1; k > 0; k--) {
    const w = order[k]!;
    const share = (1 + dependency[w]!) / count[w]!;
    for (let i = offsets[w]!, last = i + befores[w]!; i < last; i++) {
      const slot = before[i]!;
      const v = owner[slot]!;
      const part = count[v]! * share;
      dependency[v]! += part;
      out.tie[tieOf[slot]!]! += part;
    }
    out.node[w]! += dependency[w]!;
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
  const owner = slotOwners(g);
  const dependency = new Float64Array(g.size);
  for (let source = 0; source < g.size; source++) {
    paths.from(source);
    addDependencies(paths, owner, out, dependency);
  }
  // Each pair was met from both of its ends.
  return { node: out.node.map((b) => b / 2), tie: out.tie.map((b) => b / 2) };
}

/** Betweenness as a share of the (n-1)(n-2)/2 pairs of others (Freeman 1977); null when n < 3. */
export function normalisedBetweenness(raw: Float64Array): Float64Array | null {
  const n = raw.length;
  return n < 3 ? null : raw.map((b) => (2 * b) / ((n - 1) * (n - 2)));
}
