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
  /** Nodes and edges as told, sound or not. */
  readonly told: ExchangeGraph;
  /** Those that stand: nodes told once, edges between two of them. */
  readonly graph: ExchangeGraph;
  readonly refused: readonly ExchangeRefusal[];
}

interface Told<T> {
  readonly item: T;
  readonly place: string;
}

/** Takes nodes and edges in any order, then refuses what cannot stand: a node without id or told twice, an edge without its ends. */
export class ExchangeBuilder {
  private readonly nodes: Told<ExchangeNode>[] = [];
  private readonly edges: Told<ExchangeEdge>[] = [];
  private readonly ids = new Set<string>();

  addNode(node: ExchangeNode, place: string): void {
    this.nodes.push({ item: node, place });
    this.ids.add(node.id);
  }

  /** A node that the edges alone tell. */
  ensureNode(id: string, place: string, attributes: ExchangeAttributes = {}): void {
    if (!this.ids.has(id)) this.addNode({ id, attributes }, place);
  }

  addEdge(edge: ExchangeEdge, place: string): void {
    this.edges.push({ item: edge, place });
  }

  build(): ExchangeReading {
    const refused: ExchangeRefusal[] = [];
    const nodes = new Map<string, ExchangeNode>();
    for (const { item, place } of this.nodes) {
      if (item.id === '') refused.push({ what: 'node', place, reason: 'nœud sans identifiant' });
      else if (nodes.has(item.id)) refused.push({ what: 'node', place, reason: `nœud ${quoted(item.id)} déjà donné` });
      else nodes.set(item.id, item);
    }
    const edges: ExchangeEdge[] = [];
    for (const { item, place } of this.edges) {
      const missing = [item.source, item.target].find((end) => !nodes.has(end));
      if (missing === undefined) edges.push(item);
      else
        refused.push({
          what: 'edge',
          place,
          reason: missing === '' ? 'lien sans ses deux extrémités' : `lien vers ${quoted(missing)}, qui n'est pas un nœud`,
        });
    }
    const told = { nodes: this.nodes.map((n) => n.item), edges: this.edges.map((e) => e.item) };
    return { told, graph: { nodes: [...nodes.values()], edges }, refused };
  }
}

const quoted = (id: string) => `« ${id.slice(0, 80)} »`;
