import type { Actor } from '../../model/inventory';

/** Groups of ids tied by sure pairs (connected components), two ids at least, sorted. */
export function groupsOf(
  pairs: readonly { readonly ids: readonly [string, string]; readonly verdict: 'sure' | 'doubtful' }[],
): readonly (readonly string[])[] {
  const parent = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    while (parent.has(root) && parent.get(root) !== root) root = parent.get(root)!;
    parent.set(id, root);
    return root;
  };
  for (const { ids, verdict } of pairs) {
    if (verdict !== 'sure') continue;
    const [a, b] = [rootOf(ids[0]), rootOf(ids[1])];
    parent.set(a, a < b ? a : b);
    parent.set(b, a < b ? a : b);
  }
  const groups = new Map<string, string[]>();
  for (const id of [...parent.keys()].sort()) {
    const root = rootOf(id);
    const group = groups.get(root);
    if (group) group.push(id);
    else groups.set(root, [id]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/**
 * Which actor of a group to keep by default: one of `present` (the diagnosis) before one of a draft, then the best
 * identified, then the one with most fields known, then the first id.
 */
export function chooseKept(group: readonly Actor[], present: ReadonlySet<string> = new Set()): Actor {
  const rank = (a: Actor): readonly number[] => [
    present.has(a.id) ? 1 : 0,
    a.siret ? 3 : a.finess ? 2 : a.siren ? 1 : 0,
    Object.values(a).filter((v) => v !== undefined).length,
  ];
  return [...group].sort((a, b) => {
    const [x, y] = [rank(a), rank(b)];
    const first = x.findIndex((value, i) => value !== y[i]);
    return first < 0 ? (a.id < b.id ? -1 : 1) : y[first]! - x[first]!;
  })[0]!;
}
