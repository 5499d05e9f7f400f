import Papa from 'papaparse';
import { ExchangeBuilder, type ExchangeEdge, type ExchangeNode, type ExchangeReading } from '../../model/exchange';
import { failure, type Result, success } from '../../model/result';
import { normalise } from '../../model/words';
import { detectDelimiter, withoutGuard } from './csv';

/** Headings that tell an end, a weight or an identifier, as `normalise` gives them; the first found wins. */
const headings = {
  source: ['source', 'source id', 'id source', 'from', 'de', 'origine', 'acteur source', 'acteur a', 'a', 'depuis', 'start'],
  target: ['target', 'target id', 'id target', 'cible', 'cible id', 'id cible', 'to', 'vers', 'destination', 'acteur cible'],
  weight: ['weight', 'strength', 'poids', 'intensite', 'force'],
  node: ['id', 'identifiant', 'node', 'noeud', 'nom', 'name', 'label', 'acteur'],
  label: ['label', 'libelle', 'nom', 'name'],
} as const;

const moreTargets = ['acteur b', 'b', 'end'];
const targets = [...headings.target, ...moreTargets];

/** Headings that Gephi and our own files write; an attribute of the same name has an underscore before it. */
const own = { edges: ['Source', 'Target', 'Type', 'Id', 'Weight'], nodes: ['Id', 'Label'] } as const;

interface Rows {
  readonly header: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

const columnOf = (header: readonly string[], names: readonly string[]): number => {
  const found = header.map((h) => normalise(h));
  return names.map((name) => found.indexOf(name)).find((i) => i >= 0) ?? -1;
};

const beginsAsOurs = /^(Source;Target;Type|Id;Label)\b/;

/** Lines of a delimited text, numbered, apostrophes before formulas taken off; blank ones left out, cells of others trimmed. */
function linesOf(text: string): Rows['rows'] {
  const plain = text.replace(/^\ufeff/, '');
  const isOurs = beginsAsOurs.test(plain);
  const clean = (cell: string) => withoutGuard(isOurs ? cell : cell.trim());
  return Papa.parse<string[]>(plain, { delimiter: isOurs ? ';' : detectDelimiter(plain) })
    .data.map((cells, i) => ({ line: i + 1, cells: cells.map(clean) }))
    .filter(({ cells }) => cells.some((c) => c !== ''));
}

/** A first row whose two names are met again below is no heading: the list begins at once. */
function isHeaderless([first, ...others]: Rows['rows']): boolean {
  const names = first!.cells.slice(0, 2).filter((c) => c !== '');
  // A node may well be called « a »: only words tell a heading here.
  const words = [...headings.source, ...targets].filter((h) => h.length > 1);
  if (columnOf(first!.cells, words) >= 0) return false;
  return others.some(({ cells }) => cells.slice(0, 2).some((c) => names.includes(c)));
}

function rowsOf(text: string): Rows | null {
  const [first, ...rows] = linesOf(text);
  return first ? { header: first.cells, rows } : null;
}

function edgeRowsOf(text: string): Rows | null {
  const rows = linesOf(text);
  if (rows.length === 0 || !isHeaderless(rows)) return rowsOf(text);
  const width = rows.slice(0, 1000).reduce((most, l) => Math.max(most, l.cells.length), 0);
  return { header: Array.from({ length: width }, (_, i) => ['source', 'target', 'weight'][i] ?? `colonne ${i + 1}`), rows };
}

const isOwn = (header: readonly string[], names: readonly string[]) => names.every((name) => header.includes(name));

/** Cells that are filled, under their headings, but for those already taken. */
function attributesOf(
  header: readonly string[],
  cells: readonly string[],
  taken: ReadonlySet<number>,
  reserved: readonly string[],
): Record<string, string> {
  const out: [string, string][] = [];
  header.forEach((heading, i) => {
    if (taken.has(i) || (cells[i] ?? '') === '') return;
    const isEscaped = heading.startsWith('_') && reserved.includes(heading.replace(/^_+/, ''));
    out.push([isEscaped ? heading.slice(1) : heading, cells[i]!]);
  });
  return Object.fromEntries(out);
}

/** A figure, with a point or a French comma; undefined when it is none. */
function numberOf(cell: string): number | undefined {
  const text = cell.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  return text === '' || Number.isNaN(Number(text)) ? undefined : Number(text);
}

interface EdgeColumns {
  readonly source: number;
  readonly target: number;
  readonly weight: number;
  readonly type: number;
  readonly id: number;
  readonly reserved: readonly string[];
}

function edgeColumns(header: readonly string[]): EdgeColumns {
  if (isOwn(header, ['Source', 'Target', 'Type'])) {
    const at = (name: string) => header.indexOf(name);
    return {
      source: at('Source'),
      target: at('Target'),
      weight: at('Weight'),
      type: at('Type'),
      id: at('Id'),
      reserved: own.edges,
    };
  }
  const [source, target] = [columnOf(header, headings.source), columnOf(header, targets)];
  const isTold = source >= 0 && target >= 0 && source !== target;
  return {
    source: isTold ? source : 0,
    target: isTold ? target : 1,
    weight: columnOf(header, headings.weight),
    type: -1,
    id: columnOf(header, ['id']),
    reserved: [],
  };
}

function edgeFrom(header: readonly string[], cells: readonly string[], at: EdgeColumns): ExchangeEdge {
  const cell = (i: number) => cells[i] ?? '';
  const weight = numberOf(cell(at.weight));
  const taken = new Set([at.source, at.target, at.type, at.id, ...(weight === undefined ? [] : [at.weight])]);
  return {
    ...(cell(at.id) === '' ? {} : { id: cell(at.id) }),
    source: cell(at.source),
    target: cell(at.target),
    directed: normalise(cell(at.type)) === 'directed',
    ...(weight === undefined ? {} : { weight }),
    attributes: attributesOf(header, cells, taken, at.reserved),
  };
}

function nodeFrom(header: readonly string[], cells: readonly string[]): ExchangeNode {
  const isOurs = isOwn(header, own.nodes);
  const id = isOurs ? header.indexOf('Id') : Math.max(0, columnOf(header, headings.node));
  const label = isOurs ? header.indexOf('Label') : columnOf(header, headings.label);
  const name = cells[label] ?? '';
  return {
    id: cells[id] ?? '',
    ...(name === '' || label === id ? {} : { label: name }),
    attributes: attributesOf(header, cells, new Set([id, label]), isOurs ? own.nodes : []),
  };
}

/**
 * An edge list, and a list of nodes where there is one, as a graph. Ends under source/target, from/to, de/vers…, else the
 * first two columns; a row with one end only is an isolate. A CSV holds text: attributes are text, an empty cell is none.
 */
export function readEdgeCsv(
  edges: { text: string; name: string },
  nodes?: { text: string; name: string },
): Result<ExchangeReading> {
  const table = edgeRowsOf(edges.text);
  if (!table) return failure(`« ${edges.name} » est vide.`);
  if (table.header.length < 2)
    return failure(
      `« ${edges.name} », ligne 1 : une seule colonne. Une liste de liens en demande deux, séparées par « ; », « , » ou une tabulation.`,
    );
  const told = nodes && rowsOf(nodes.text);
  if (nodes && !told) return failure(`« ${nodes.name} » est vide.`);
  const builder = new ExchangeBuilder();
  for (const { line, cells } of told?.rows ?? [])
    builder.addNode(nodeFrom(told!.header, cells), `« ${nodes!.name} », ligne ${line}`);
  const at = edgeColumns(table.header);
  for (const { line, cells } of table.rows) {
    const edge = edgeFrom(table.header, cells, at);
    const ends = [edge.source, edge.target].filter((end) => end !== '');
    const place = `« ${edges.name} », ligne ${line}`;
    for (const end of ends) builder.ensureNode(end, place, ends.length === 1 ? edge.attributes : {});
    if (ends.length !== 1) builder.addEdge(edge, place);
  }
  return success(builder.build());
}

/** The group of each end as the edge list itself tells it: COLUMN_source and COLUMN_target, or the like. */
export function groupColumns(attributes: readonly string[], column: string): { source: string; target: string } | null {
  const wanted = normalise(column);
  const find = (ends: readonly string[]) =>
    attributes.find((a) => ends.some((end) => [`${wanted} ${end}`, `${end} ${wanted}`].includes(normalise(a))));
  const [source, target] = [find([...headings.source, '1']), find([...targets, '2'])];
  return source !== undefined && target !== undefined ? { source, target } : null;
}
