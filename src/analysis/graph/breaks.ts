import type { TieGraph } from './graph';

/** A node whose removal cuts its component. */
export interface CutPoint {
  readonly node: number;
  /** Sizes of the pieces left of its component, largest first. */
  readonly pieces: readonly number[];
  /** Pairs of other nodes that no path joins any more. */
  readonly pairsDisconnected: number;
}

/** A tie whose removal cuts its component in two. */
export interface Bridge {
  readonly tie: number;
  readonly smallerSide: number;
  readonly pairsDisconnected: number;
}

/** One depth-first search of the whole graph, as arrays by node. */
class DepthFirst {
  readonly rank: Int32Array;
  readonly low: Int32Array;
  readonly parent: Int32Array;
  readonly parentTie: Int32Array;
  readonly root: Int32Array;
  /** Nodes below each node, itself included. */
  readonly below: Uint32Array;
  /** Nodes in the order in which they are left. */
  readonly left: Uint32Array;
  readonly blockSizes: number[] = [];
  private readonly g: TieGraph;
  private readonly next: Uint32Array;
  private readonly open: number[] = [];
  private visited = 0;
  private done = 0;

  constructor(g: TieGraph) {
    this.g = g;
    this.rank = new Int32Array(g.size).fill(-1);
    this.low = new Int32Array(g.size);
    this.parent = new Int32Array(g.size).fill(-1);
    this.parentTie = new Int32Array(g.size).fill(-1);
    this.root = new Int32Array(g.size);
    this.below = new Uint32Array(g.size).fill(1);
    this.left = new Uint32Array(g.size);
    this.next = g.offsets.slice();
    for (let v = 0; v < g.size; v++) if (this.rank[v] === -1) this.walkFrom(v);
  }

  private enter(v: number, root: number): void {
    this.rank[v] = this.visited;
    this.low[v] = this.visited++;
    this.root[v] = root;
    this.open.push(v);
  }

  private walkFrom(root: number): void {
    const stack = [root];
    this.enter(root, root);
    while (stack.length > 0) {
      const v = stack.at(-1)!;
      const slot = this.next[v]!;
      if (slot === this.g.offsets[v + 1]) {
        stack.pop();
        this.leave(v);
        continue;
      }
      this.next[v] = slot + 1;
      const w = this.g.neighbours[slot]!;
      if (this.rank[w] === -1) {
        this.parent[w] = v;
        this.parentTie[w] = this.g.tieOf[slot]!;
        this.enter(w, root);
        stack.push(w);
      } else if (this.g.tieOf[slot] !== this.parentTie[v]) this.low[v] = Math.min(this.low[v]!, this.rank[w]!);
    }
    this.open.length = 0;
  }

  private leave(v: number): void {
    this.left[this.done++] = v;
    const up = this.parent[v]!;
    if (up < 0) return;
    this.low[up] = Math.min(this.low[up]!, this.low[v]!);
    this.below[up]! += this.below[v]!;
    if (this.low[v]! < this.rank[up]!) return;
    const from = this.open.lastIndexOf(v);
    this.blockSizes.push(this.open.length - from + 1);
    this.open.length = from;
  }
}

const sum = (values: readonly number[]) => values.reduce((total, x) => total + x, 0);

/** Pairs of nodes in different pieces: (s² - Σ s_k²) / 2. */
const pairsBetween = (pieces: readonly number[]) => (sum(pieces) ** 2 - sum(pieces.map((s) => s * s))) / 2;

/** Nodes whose removal cuts their component (Hopcroft & Tarjan 1973, doi:10.1145/362248.362272), by node. */
export function articulationPoints(g: TieGraph): CutPoint[] {
  const s = new DepthFirst(g);
  const cutOff = new Map<number, number[]>();
  for (const v of s.left) {
    const up = s.parent[v]!;
    if (up < 0 || s.low[v]! < s.rank[up]!) continue;
    const known = cutOff.get(up);
    if (known) known.push(s.below[v]!);
    else cutOff.set(up, [s.below[v]!]);
  }
  return [...cutOff]
    .map(([node, children]) => {
      const rest = s.below[s.root[node]!]! - 1 - sum(children);
      const pieces = (rest > 0 ? [...children, rest] : children).sort((x, y) => y - x);
      return { node, pieces, pairsDisconnected: pairsBetween(pieces) };
    })
    .filter((cut) => cut.pieces.length > 1)
    .sort((x, y) => x.node - y.node);
}

/** Ties whose removal cuts their component in two (Hopcroft & Tarjan 1973), by tie. */
export function bridges(g: TieGraph): Bridge[] {
  const s = new DepthFirst(g);
  return [...s.left]
    .filter((v) => s.parent[v]! >= 0 && s.low[v]! > s.rank[s.parent[v]!]!)
    .map((v) => {
      const side = s.below[v]!;
      const other = s.below[s.root[v]!]! - side;
      return { tie: s.parentTie[v]!, smallerSide: Math.min(side, other), pairsDisconnected: side * other };
    })
    .sort((x, y) => x.tie - y.tie);
}

/** Numbers of nodes of the biconnected components (Hopcroft & Tarjan 1973), largest first; isolates have none. */
export const blockSizes = (g: TieGraph): number[] => new DepthFirst(g).blockSizes.sort((x, y) => y - x);
