/** A binary heap of nodes by distance; a node may be in it several times. */
export class NearestFirst {
  private readonly nodes: number[] = [];
  private readonly keys: number[] = [];

  push(node: number, key: number): void {
    let i = this.nodes.length;
    while (i > 0) {
      const up = (i - 1) >> 1;
      if (this.keys[up]! <= key) break;
      this.nodes[i] = this.nodes[up]!;
      this.keys[i] = this.keys[up]!;
      i = up;
    }
    this.nodes[i] = node;
    this.keys[i] = key;
  }

  /** The nearest node, taken out; null when none is left. */
  pop(): number | null {
    const first = this.nodes[0];
    if (first === undefined) return null;
    const node = this.nodes.pop()!;
    const key = this.keys.pop()!;
    const size = this.nodes.length;
    if (size === 0) return first;
    let i = 0;
    for (let child = 1; child < size; child = 2 * i + 1) {
      if (child + 1 < size && this.keys[child + 1]! < this.keys[child]!) child++;
      if (this.keys[child]! >= key) break;
      this.nodes[i] = this.nodes[child]!;
      this.keys[i] = this.keys[child]!;
      i = child;
    }
    this.nodes[i] = node;
    this.keys[i] = key;
    return first;
  }
}
