/** Density of a simple undirected graph: 2m / n(n-1); null when n < 2. */
export const density = (nodes: number, edges: number): number | null => (nodes < 2 ? null : (2 * edges) / (nodes * (nodes - 1)));

/** Mean degree of a simple undirected graph: 2m / n; null when empty. */
export const averageDegree = (nodes: number, edges: number): number | null => (nodes === 0 ? null : (2 * edges) / nodes);
