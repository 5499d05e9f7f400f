/** What a node or an edge carries besides its place in the graph. */
export type ExchangeAttributes = Readonly<Record<string, string | number | boolean>>;

export interface ExchangeNode {
  readonly id: string;
  readonly label?: string;
  readonly attributes: ExchangeAttributes;
}

export interface ExchangeEdge {
  readonly id?: string;
  readonly source: string;
  readonly target: string;
  readonly directed: boolean;
  readonly weight?: number;
  readonly attributes: ExchangeAttributes;
}

/** A graph as the formats of other programs hold it (GEXF, GraphML, nodes and edges as CSV); isolates are nodes like others. */
export interface ExchangeGraph {
  readonly nodes: readonly ExchangeNode[];
  readonly edges: readonly ExchangeEdge[];
}

/** Why one node or edge of a file was not taken, and where: a line, or the rank of the element. */
export interface ExchangeRefusal {
  readonly what: 'node' | 'edge';
  readonly place: string;
  readonly reason: string;
}

/** A file read as a graph: what it told is what is kept and what is refused. */
export interface ExchangeReading {
  readonly graph: ExchangeGraph;
  readonly read: { readonly nodes: number; readonly edges: number };
  readonly refused: readonly ExchangeRefusal[];
}

/** Takes nodes and edges one by one, refusing what cannot stand: a node without id or told twice, an edge without its ends. */
export class ExchangeBuilder {
  private readonly nodes = new Map<string, ExchangeNode>();
  private readonly edges: ExchangeEdge[] = [];
  private readonly refused: ExchangeRefusal[] = [];
  private readonly read = { nodes: 0, edges: 0 };

  addNode(node: ExchangeNode, place: string): void {
    this.read.nodes++;
    if (node.id === '') this.refused.push({ what: 'node', place, reason: 'nœud sans identifiant' });
    else if (this.nodes.has(node.id))
      this.refused.push({ what: 'node', place, reason: `nœud « ${node.id.slice(0, 80)} » déjà donné` });
    else this.nodes.set(node.id, node);
  }

  /** A node that the edges alone tell. */
  ensureNode(id: string, attributes: ExchangeAttributes = {}): void {
    if (this.nodes.has(id)) return;
    this.read.nodes++;
    this.nodes.set(id, { id, attributes });
  }

  addEdge(edge: ExchangeEdge, place: string): void {
    this.read.edges++;
    const missing = [edge.source, edge.target].find((end) => !this.nodes.has(end));
    if (missing === undefined) this.edges.push(edge);
    else
      this.refused.push({
        what: 'edge',
        place,
        reason: missing === '' ? 'lien sans ses deux extrémités' : `lien vers « ${missing.slice(0, 80)} », qui n’est pas un nœud`,
      });
  }

  build(): ExchangeReading {
    return { graph: { nodes: [...this.nodes.values()], edges: this.edges }, read: this.read, refused: this.refused };
  }
}
