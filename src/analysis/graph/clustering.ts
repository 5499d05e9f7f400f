import { degreeOf, neighboursOf, type TieGraph } from './graph';

/** Neighbours of more ties than the node, or of as many and a larger number. */
const laterNeighbours = (g: TieGraph, node: number): Uint32Array =>
  neighboursOf(g, node).filter((w) => degreeOf(g, w) > degreeOf(g, node) || (degreeOf(g, w) === degreeOf(g, node) && w > node));

/** Triangles each node is in; each is looked for from its corner of fewest ties, so that a hub costs no more than its ties. */
export function triangles(g: TieGraph): Uint32Array {
  const count = new Uint32Array(g.size);
  const mark = new Int32Array(g.size).fill(-1);
  const later = Array.from({ length: g.size }, (_, v) => laterNeighbours(g, v));
  const closeAt = (v: number, w: number) => {
    for (const q of later[w]!) {
      if (mark[q] !== v) continue;
      for (const corner of [v, w, q]) count[corner]!++;
    }
  };
  later.forEach((ends, v) => {
    for (const w of ends) mark[w] = v;
    for (const w of ends) closeAt(v, w);
  });
  return count;
}

const triplesAt = (g: TieGraph, v: number) => (degreeOf(g, v) * (degreeOf(g, v) - 1)) / 2;

/** Share of the pairs of neighbours that are tied (Watts & Strogatz 1998), by node; 0 below two neighbours. */
export const clustering = (g: TieGraph): Float64Array =>
  Float64Array.from(triangles(g), (t, v) => (t === 0 ? 0 : t / triplesAt(g, v)));

/** Mean clustering over all nodes (Watts & Strogatz 1998); null when empty. */
export const averageClustering = (g: TieGraph): number | null =>
  g.size === 0 ? null : clustering(g).reduce((sum, c) => sum + c, 0) / g.size;

/** 3 × triangles / connected triples (Newman, Watts & Strogatz 2002); 0 where there is no triple; null when n < 3. */
export function transitivity(g: TieGraph): number | null {
  if (g.size < 3) return null;
  const corners = triangles(g).reduce((sum, t) => sum + t, 0);
  let triples = 0;
  for (let v = 0; v < g.size; v++) triples += triplesAt(g, v);
  return triples === 0 ? 0 : corners / triples;
}
