export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Spots that became one mark, at their common centre. */
export interface Gathered<T> extends Spot {
  readonly members: readonly T[];
}

/** Groups of one kind by cell of `reach`, so that only nine cells are looked at for each. */
class Near<T> {
  private readonly cells = new Map<number, number[]>();
  private readonly reach: number;
  private readonly groups: Gathered<T>[];

  /** `groups`: where all kinds are put, in order. */
  constructor(reach: number, groups: Gathered<T>[]) {
    this.reach = reach;
    this.groups = groups;
  }

  /** Joins the first group that is nearer than the reach, or stands alone. */
  add(group: Gathered<T>): void {
    const i = this.firstNear(group);
    const near = this.groups[i];
    if (!near) {
      this.put(this.groups.length, group);
      return;
    }
    const cell = this.cells.get(this.keyOf(near, 0, 0))!;
    cell.splice(cell.indexOf(i), 1);
    const members = [...near.members, ...group.members];
    const share = group.members.length / members.length;
    this.put(i, { x: near.x + (group.x - near.x) * share, y: near.y + (group.y - near.y) * share, members });
  }

  /** One number for a cell; spots stay within some ten thousand cells of the origin. */
  private keyOf({ x, y }: Spot, dx: number, dy: number): number {
    return (Math.floor(x / this.reach) + dx) * 1_000_003 + Math.floor(y / this.reach) + dy;
  }

  private put(i: number, group: Gathered<T>): void {
    this.groups[i] = group;
    const key = this.keyOf(group, 0, 0);
    const cell = this.cells.get(key);
    if (cell) cell.push(i);
    else this.cells.set(key, [i]);
  }

  private firstNear({ x, y }: Spot): number {
    let first = Number.POSITIVE_INFINITY;
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++)
        for (const i of this.cells.get(this.keyOf({ x, y }, dx, dy)) ?? [])
          if (i < first && Math.hypot(this.groups[i]!.x - x, this.groups[i]!.y - y) < this.reach) first = i;
    return first;
  }
}

/** One pass over some groups. */
function joinNear<T>(groups: readonly Gathered<T>[], reach: number, kindOf: (member: T) => string): Gathered<T>[] {
  const joined: Gathered<T>[] = [];
  const byKind = new Map<string, Near<T>>();
  for (const group of groups) {
    const kind = kindOf(group.members[0]!);
    const near = byKind.get(kind) ?? new Near(reach, joined);
    byKind.set(kind, near);
    near.add(group);
  }
  return joined;
}

/** Spots gathered until no two marks of one kind are nearer than `reach`; none is lost, none is in two marks. */
export function gather<T extends Spot>(
  spots: readonly T[],
  reach: number,
  kindOf: (member: T) => string = () => '',
): readonly Gathered<T>[] {
  let groups: readonly Gathered<T>[] = spots.map((s) => ({ x: s.x, y: s.y, members: [s] }));
  // Joining moves the mark, which can bring it onto another one: until nothing changes.
  for (let before = Number.POSITIVE_INFINITY; groups.length < before; ) {
    before = groups.length;
    groups = joinNear(groups, reach, kindOf);
  }
  return groups;
}
