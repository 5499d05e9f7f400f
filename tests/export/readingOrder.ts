import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly Node[];
  readonly type?: string;
  readonly id?: string;
}

interface Piece {
  readonly type?: string;
  readonly id?: string;
  readonly str?: string;
  readonly hasEOL?: boolean;
}

/** Text of each marked content of a page; a line's end is a space, but after the hyphen of a compound word. */
function textById(items: readonly Piece[]): ReadonlyMap<string, string> {
  const byId = new Map<string, string>();
  const open: (string | undefined)[] = [];
  for (const item of items) {
    if (item.type === 'endMarkedContent') open.pop();
    if (item.type?.startsWith('beginMarkedContent')) open.push(item.id);
    const id = open.findLast((o) => o !== undefined);
    const end = item.hasEOL && !item.str?.endsWith('-') ? ' ' : '';
    if (id !== undefined) byId.set(id, `${byId.get(id) ?? ''}${item.str ?? ''}${end}`);
  }
  return byId;
}

/** Roles that group others and say nothing themselves. */
const groups = new Set([
  'Root',
  'Document',
  'Sect',
  'L',
  'LI',
  'LBody',
  'Table',
  'THead',
  'TBody',
  'TR',
  'TOC',
  'TOCI',
  'Reference',
]);

const clean = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The lines of an element: one for what speaks, those of its parts for what groups. */
function linesOf(node: Node, textOf: (node: Node) => string): string[] {
  const { role = '', alt = '', children = [] } = node;
  if (role === 'TR') return [`TR ${children.map((c) => `${c.role} ${clean(textOf(c))}`).join(' | ')}`];
  if (role === 'Figure') return [`Figure ${alt}`];
  if (groups.has(role)) return children.flatMap((child) => linesOf(child, textOf));
  return role === '' ? [] : [`${role} ${clean(textOf(node))}`];
}

/**
 * What a screen reader says of a PDF, in its order: a line for each element that speaks, with its role; figures by their
 * description. Cells of a row stand on one line.
 */
export async function readingOrder(bytes: Uint8Array): Promise<string[]> {
  const doc = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const lines: string[] = [];
  for (let n = 1; n <= doc.numPages; n += 1) {
    const page = await doc.getPage(n);
    const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
    const byId = textById(content.items as Piece[]);
    const textOf = (node: Node): string =>
      node.type === 'content' ? (byId.get(node.id ?? '') ?? '') : (node.children ?? []).map(textOf).join('');
    lines.push(`--- ${n}`, ...linesOf(((await page.getStructTree()) ?? {}) as Node, textOf));
  }
  return lines;
}
