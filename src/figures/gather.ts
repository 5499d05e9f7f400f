export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Spots that became one mark, at their common centre. */
export interface Gathered<T> extends Spot {
  readonly members: readonly T[];
}

/** Groups by cell of `reach`, so that only nine cells are looked at for each. */
class Near<T> {
  readonly groups: Gathered<T>[] = [];
  private readonly cells = new Map<string, Set<number>>();

  private readonly reach: number;
  private readonly kindOf: (member: T) => string;

  constructor(reach: number, kindOf: (member: T) => string) {
    this.reach = reach;
    this.kindOf = kindOf;
  }

  /** Joins the first group that is nearer than the reach and of its kind, or stands alone. */
  add(group: Gathered<T>): void {
    const i = this.firstNear(group);
    const near = this.groups[i];
    if (!near) {
      this.put(this.groups.length, group);
      return;
    }
    this.cells.get(this.keyOf(near))?.delete(i);
    const members = [...near.members, ...group.members];
    const share = group.members.length / members.length;
    this.put(i, { x: near.x + (group.x - near.x) * share, y: near.y + (group.y - near.y) * share, members });
  }

  private keyOf({ x, y, members }: Gathered<T>, dx = 0, dy = 0): string {
    return `${this.kindOf(members[0]!)}:${Math.floor(x / this.reach) + dx},${Math.floor(y / this.reach) + dy}`;
  }

  private put(i: number, group: Gathered<T>): void {
    this.groups[i] = group;
    const key = this.keyOf(group);
    const cell = this.cells.get(key) ?? new Set();
    this.cells.set(key, cell.add(i));
  }

  private firstNear(group: Gathered<T>): number {
    const around = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].flatMap((dy) => [...(this.cells.get(this.keyOf(group, dx, dy)) ?? [])]));
    const isNear = (i: number) => Math.hypot(this.groups[i]!.x - group.x, this.groups[i]!.y - group.y) < this.reach;
    return Math.min(...around.filter(isNear), Number.POSITIVE_INFINITY);
  }
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
    const near = new Near(reach, kindOf);
    for (const group of groups) near.add(group);
    groups = near.groups;
  }
  return groups;
}
