import { degreeOf, degrees, neighboursOf, type TieGraph } from './graph';

type Groups = readonly (string | number)[];

export interface ExternalInternal {
  readonly external: number;
  readonly internal: number;
  /** (E-I)/(E+I); null without ties. */
  readonly ei: number | null;
  /** The same on each node's own ties; null for isolates. */
  readonly node: readonly (number | null)[];
}

const balance = (external: number, internal: number) =>
  external + internal === 0 ? null : (external - internal) / (external + internal);

/** E-I index (Krackhardt & Stern 1988, doi:10.2307/2786835): -1 = ties inside groups only, +1 = between groups only. */
export function externalInternal(g: TieGraph, groups: Groups): ExternalInternal {
  const outside = Array.from({ length: g.size }, (_, v) =>
    neighboursOf(g, v).reduce((sum, w) => sum + (groups[w] === groups[v] ? 0 : 1), 0),
  );
  const external = outside.reduce((a, b) => a + b, 0) / 2;
  return {
    external,
    internal: g.ties - external,
    ei: balance(external, g.ties - external),
    node: outside.map((e, v) => balance(e, degreeOf(g, v) - e)),
  };
}

/** Nodes of each group, groups in order of first appearance. */
function groupSizes(groups: Groups): Map<string | number, number> {
  const sizes = new Map<string | number, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return sizes;
}

/** E-I index expected if ties fell at random on pairs, given the sizes of the groups; null when n < 2. */
export function expectedExternalInternal(groups: Groups): number | null {
  const pairs = (groups.length * (groups.length - 1)) / 2;
  const inside = [...groupSizes(groups).values()].reduce((sum, s) => sum + (s * (s - 1)) / 2, 0);
  return pairs === 0 ? null : (pairs - 2 * inside) / pairs;
}

/**
 * Assortativity by group (Newman 2003, doi:10.1103/PhysRevE.67.026126): (Σ e_ii - Σ a_i²)/(1 - Σ a_i²);
 * null without ties or where all ties are of one group.
 */
export function assortativity(g: TieGraph, groups: Groups): number | null {
  if (g.ties === 0) return null;
  const ends = new Map<string | number, number>();
  degrees(g).forEach((d, v) => {
    ends.set(groups[v]!, (ends.get(groups[v]!) ?? 0) + d);
  });
  const expected = [...ends.values()].reduce((sum, d) => sum + (d / (2 * g.ties)) ** 2, 0);
  if ([...ends.values()].filter((d) => d > 0).length < 2) return null;
  return (externalInternal(g, groups).internal / g.ties - expected) / (1 - expected);
}

export interface MixingMatrix {
  readonly groups: readonly (string | number)[];
  /** Ties between two groups, symmetric. */
  readonly observed: readonly (readonly number[])[];
  /** Pairs of nodes of the two groups: g(g-1)/2 on the diagonal. */
  readonly possible: readonly (readonly number[])[];
}

/** Ties observed and possible between each two groups (Newman 2003), groups in the order given or of first appearance. */
export function mixingMatrix(g: TieGraph, groups: Groups, order?: Groups): MixingMatrix {
  const sizes = groupSizes(groups);
  const names = order ?? [...sizes.keys()];
  const place = new Map(names.map((name, i) => [name, i]));
  const observed = names.map(() => names.map(() => 0));
  for (let t = 0; t < g.ties; t++) {
    const a = place.get(groups[g.ends[2 * t]!]!);
    const b = place.get(groups[g.ends[2 * t + 1]!]!);
    if (a === undefined || b === undefined) continue;
    observed[a]![b]!++;
    if (a !== b) observed[b]![a]!++;
  }
  const count = (name: string | number) => sizes.get(name) ?? 0;
  const possible = names.map((x) => names.map((y) => (x === y ? (count(x) ** 2 - count(x)) / 2 : count(x) * count(y))));
  return { groups: names, observed, possible };
}
