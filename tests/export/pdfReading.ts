import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
} from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { contentFaults } from './pdfContent';
import { treeFaults } from './pdfTree';

interface Node {
  readonly role?: string;
  readonly children?: readonly Node[];
  readonly type?: string;
  readonly id?: string;
}

/** A page as a screen reader gets it, through pdf.js: what is tagged, what is an artifact, the roles met. */
export interface PageReading {
  /** Tagged text, in the order of the tags. */
  readonly text: string;
  /** Text of each innermost element. */
  readonly lines: readonly string[];
  readonly headings: readonly string[];
  readonly artifacts: string;
  readonly roles: readonly string[];
}

interface TextPiece {
  readonly type?: string;
  readonly id?: string;
  readonly str?: string;
  readonly hasEOL?: boolean;
}

function contentById(items: readonly TextPiece[]): { byId: Map<string, string>; artifacts: string } {
  const byId = new Map<string, string>();
  const open: (string | null)[] = [];
  for (const item of items) {
    if (item.type === 'endMarkedContent') open.pop();
    if (item.type?.startsWith('beginMarkedContent')) open.push(item.id ?? null);
    const id = open.findLast((o) => o !== null) ?? '';
    // pdf.js drops the space that ends a line.
    const end = item.hasEOL && !item.str?.endsWith('-') ? ' ' : '';
    byId.set(id, `${byId.get(id) ?? ''}${item.str ?? ''}${end}`);
  }
  return { byId, artifacts: byId.get('') ?? '' };
}

/** Every page of a PDF, read through its tags. */
export async function readPages(bytes: Uint8Array): Promise<PageReading[]> {
  const doc = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const pages: PageReading[] = [];
  for (let n = 1; n <= doc.numPages; n += 1) {
    const page = await doc.getPage(n);
    const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
    const { byId, artifacts } = contentById(content.items as TextPiece[]);
    const lines: string[] = [];
    const headings: string[] = [];
    const roles: string[] = [];
    const leave = (node: Node, own: string): void => {
      const leaf = (node.children ?? []).every((c) => c.type !== undefined);
      if (leaf && own) lines.push(own);
      if (/^H\d$/.test(node.role ?? '')) headings.push(own);
    };
    const walk = (node: Node): string => {
      if (node.type === 'content') return byId.get(node.id ?? '') ?? '';
      if (node.role) roles.push(node.role);
      const own = (node.children ?? []).map(walk).join('');
      leave(node, own.replace(/ +/g, ' ').trim());
      return own;
    };
    walk(((await page.getStructTree()) ?? {}) as Node);
    pages.push({ text: lines.join('\n'), lines, headings, artifacts, roles });
  }
  return pages;
}

const standard = new Set(
  'Document Sect P H1 H2 H3 L LI Lbl LBody Table THead TBody TR TH TD Caption Figure TOC TOCI Reference Link Div'.split(' '),
);

/**
 * What of PDF/UA a machine can check without veraPDF, as a list of faults: catalogue, XMP, structure types, headings,
 * figures, tables, every marked content in the tree and back, links, fonts, no raster image.
 */
export async function checkPdf(bytes: Uint8Array): Promise<string[]> {
  const doc = await PDFDocument.load(bytes, { updateMetadata: false });
  const { context, catalog } = doc;
  const faults: string[] = [];
  const get = (dict: PDFDict, key: string) => context.lookup(dict.get(PDFName.of(key)));
  const fail = (bad: boolean, fault: string) => {
    if (bad) faults.push(fault);
  };
  const name = (o: unknown) => (o instanceof PDFName ? o.decodeText() : '');

  const xmp = new TextDecoder().decode(decodePDFRawStream(get(catalog, 'Metadata') as PDFRawStream).decode());
  fail(!/pdfuaid:part>1</.test(xmp), 'XMP: no PDF/UA part');
  fail(/&(?!amp;|lt;|gt;)/.test(xmp), 'XMP: not escaped');
  fail(String(get(get(catalog, 'MarkInfo') as PDFDict, 'Marked')) !== 'true', 'not marked');
  fail(String(get(get(catalog, 'ViewerPreferences') as PDFDict, 'DisplayDocTitle')) !== 'true', 'title not displayed');
  fail(!get(catalog, 'Lang'), 'no language');

  const inTree = new Map<string, Set<number>>();
  let lastHeading = 0;
  const attribute = (element: PDFDict, key: string): PDFObject | undefined => {
    const a = get(element, 'A');
    return a instanceof PDFDict ? get(a, key) : undefined;
  };
  const check: Record<string, (element: PDFDict, parent: string) => void> = {
    Figure: (e) => {
      fail(!get(e, 'Alt'), 'Figure without Alt');
      fail(!attribute(e, 'BBox'), 'Figure without BBox');
    },
    TH: (e) => fail(!['Row', 'Column'].includes(name(attribute(e, 'Scope'))), 'TH without scope'),
    TR: (_, parent) => fail(!['THead', 'TBody'].includes(parent), 'TR outside its table'),
    LI: (_, parent) => fail(parent !== 'L', 'LI outside a list'),
    LBody: (_, parent) => fail(parent !== 'LI', 'LBody outside an item'),
  };
  const kidsOf = (element: PDFDict): (PDFObject | undefined)[] => {
    const kids = get(element, 'K');
    return kids instanceof PDFArray ? kids.asArray().map((kid) => context.lookup(kid)) : [];
  };
  const mark = (page: string, id: number) => inTree.set(page, (inTree.get(page) ?? new Set()).add(id));
  const checkHeading = (type: string): void => {
    const level = Number(/^H(\d)$/.exec(type)?.[1] ?? 0);
    if (level === 0) return;
    fail(level > lastHeading + 1, `heading ${type} after H${lastHeading}`);
    lastHeading = level;
  };
  const visit = (element: PDFDict, parent: string, page: string): void => {
    const type = name(get(element, 'S'));
    fail(!standard.has(type), `type ${type}`);
    check[type]?.(element, parent);
    checkHeading(type);
    const own = element.get(PDFName.of('Pg'))?.toString() ?? page;
    for (const kid of kidsOf(element)) {
      if (kid instanceof PDFNumber) mark(own, kid.asNumber());
      if (kid instanceof PDFDict) visitKid(kid, type, own);
    }
  };
  const visitKid = (kid: PDFDict, type: string, page: string): void => {
    if (kid.has(PDFName.of('S'))) visit(kid, type, page);
    else if (kid.has(PDFName.of('MCID')))
      mark(kid.get(PDFName.of('Pg'))?.toString() ?? page, (get(kid, 'MCID') as PDFNumber).asNumber());
  };
  const roots = get(get(catalog, 'StructTreeRoot') as PDFDict, 'K') as PDFArray;
  for (const root of roots.asArray()) visit(context.lookup(root) as PDFDict, '', '');

  doc.getPages().forEach((page, i) => {
    const content = page.node.Contents();
    const streams = content instanceof PDFArray ? content.asArray().map((s) => context.lookup(s)) : [content];
    const code = streams
      .map((s) => (s instanceof PDFRawStream ? new TextDecoder('latin1').decode(decodePDFRawStream(s).decode()) : ''))
      .join('\n');
    const drawn = [...code.matchAll(/\/MCID (\d+)/g)].map((m) => Number(m[1]));
    const known = inTree.get(page.ref.toString()) ?? new Set();
    fail(
      drawn.some((id) => !known.has(id)),
      `page ${i + 1}: content that no tag claims`,
    );
    fail(drawn.length !== known.size, `page ${i + 1}: tags without content`);
    fail(unmarked(code), `page ${i + 1}: text drawn outside any tag or artifact`);
    fail(/ Do\b/.test(code), `page ${i + 1}: an image`);
    fail(name(get(page.node, 'Tabs')) !== 'S', `page ${i + 1}: no tab order`);
    for (const ref of (get(page.node, 'Annots') as PDFArray | undefined)?.asArray() ?? []) {
      const link = context.lookup(ref) as PDFDict;
      fail(!get(link, 'Contents') || !get(link, 'StructParent'), `page ${i + 1}: a link without words or tag`);
    }
  });
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || name(get(object, 'Type')) !== 'Font') continue;
    if (name(get(object, 'Subtype')) === 'Type0') fail(!get(object, 'ToUnicode'), 'font without ToUnicode');
    else fail(!get(get(object, 'FontDescriptor') as PDFDict, 'FontFile2'), 'font not embedded');
  }
  return [...faults, ...treeFaults(doc), ...contentFaults(doc, bytes)];
}

/** Whether some text is shown while no marked content is open. */
function unmarked(code: string): boolean {
  let depth = 0;
  for (const [token] of code.matchAll(/\bB(?:DC|MC)\b|\bEMC\b|\bT[jJ]\b/g)) {
    if (token.startsWith('B')) depth += 1;
    else if (token === 'EMC') depth -= 1;
    else if (depth === 0) return true;
  }
  return depth !== 0;
}

/** How many structure elements there are of each type. */
export async function countRoles(bytes: Uint8Array): Promise<ReadonlyMap<string, number>> {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false });
  const roles = new Map<string, number>();
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || !object.has(PDFName.of('P'))) continue;
    const type = object.get(PDFName.of('S'));
    if (type instanceof PDFName) roles.set(type.decodeText(), (roles.get(type.decodeText()) ?? 0) + 1);
  }
  return roles;
}

/** Code points that the fonts of the file map their glyphs to. */
export async function mappedCharacters(bytes: Uint8Array): Promise<number[]> {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false });
  const codes = new Set<number>();
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue;
    const text = new TextDecoder('latin1').decode(decodePDFRawStream(object).decode());
    if (!text.includes('beginbfrange')) continue;
    for (const [, hex] of text.matchAll(/<([0-9a-f]{4})>/gi)) codes.add(Number.parseInt(hex!, 16));
  }
  return [...codes];
}
