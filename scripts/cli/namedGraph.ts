import { type TieGraph, tieGraph } from '../../src/analysis/graph/graph';

/** A graph whose nodes have names: node i is `names[i]`, names in order of their characters. */
export interface NamedGraph {
  readonly graph: TieGraph;
  readonly names: readonly string[];
  /** The two names of each tie, in the order given. */
  readonly pairs: readonly (readonly [string, string])[];
  /** Strength by tie; null when none is given. */
  readonly weights: Float64Array | null;
  /** Group by node; null when none is given. */
  readonly groups: readonly (string | number)[] | null;
}

export interface NamedTie {
  readonly a: string;
  readonly b: string;
  readonly weight?: number | undefined;
}

const byCharacter = (a: string, b: string) => (a < b ? -1 : 1);

/** The ties that stay: loops dropped, a pair given twice is one tie with the sum of its weights. */
function mergeTies(ties: readonly NamedTie[]): NamedTie[] {
  const kept = new Map<string, NamedTie>();
  for (const tie of ties) {
    if (tie.a === tie.b) continue;
    const key = JSON.stringify([tie.a, tie.b].sort(byCharacter));
    const known = kept.get(key);
    kept.set(key, known ? { ...known, weight: (known.weight ?? 0) + (tie.weight ?? 0) } : tie);
  }
  return [...kept.values()];
}

/** Names and ties as a graph; `order` puts some names before others (the first kind of a two-mode graph). */
export function nameGraph(
  nodes: readonly string[],
  ties: readonly NamedTie[],
  groupOf: ReadonlyMap<string, string | number> | null = null,
  isFirst: (name: string) => boolean = () => true,
): NamedGraph {
  const names = [...new Set([...nodes, ...ties.flatMap((t) => [t.a, t.b])])].sort(
    (a, b) => Number(isFirst(b)) - Number(isFirst(a)) || byCharacter(a, b),
  );
  const place = new Map(names.map((name, i) => [name, i]));
  const kept = mergeTies(ties);
  const isWeighted = kept.length > 0 && kept.every((t) => t.weight !== undefined && t.weight > 0);
  return {
    names,
    graph: tieGraph(
      names.length,
      kept.map((t) => [place.get(t.a)!, place.get(t.b)!]),
    ),
    pairs: kept.map((t) => [t.a, t.b]),
    weights: isWeighted ? Float64Array.from(kept, (t) => t.weight!) : null,
    groups: groupOf && names.map((name) => groupOf.get(name) ?? ''),
  };
}
