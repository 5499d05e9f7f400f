import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString } from '@cantoo/pdf-lib';

/** An element of the structure tree, with its attributes and what it holds. */
export interface Element {
  readonly dict: PDFDict;
  readonly ref: string;
  readonly type: string;
  readonly parent: Element | null;
  readonly kids: Element[];
  /** Page and number of each marked content. */
  readonly marks: { readonly page: string; readonly id: number }[];
  /** Annotations that it holds, by reference. */
  readonly annotations: string[];
}

export const nameOf = (o: unknown): string => (o instanceof PDFName ? o.decodeText() : '');
export const textOf = (o: unknown): string => (o instanceof PDFString || o instanceof PDFHexString ? o.decodeText() : '');

/** Every element of the tree of a PDF, parents first. */
export function elementsOf(doc: PDFDocument): Element[] {
  const { context, catalog } = doc;
  const lookup = (dict: PDFDict, key: string) => context.lookup(dict.get(PDFName.of(key)));
  const all: Element[] = [];
  const kidsOf = (dict: PDFDict): unknown[] => {
    const kids = lookup(dict, 'K');
    return kids instanceof PDFArray ? kids.asArray() : dict.has(PDFName.of('K')) ? [dict.get(PDFName.of('K'))] : [];
  };
  const take = (kid: unknown, into: Element, page: string): void => {
    const found = kid instanceof PDFRef ? context.lookup(kid) : kid;
    if (found instanceof PDFNumber) into.marks.push({ page, id: found.asNumber() });
    if (!(found instanceof PDFDict)) return;
    const type = nameOf(lookup(found, 'Type'));
    if (type === 'OBJR') into.annotations.push(String(found.get(PDFName.of('Obj'))));
    else if (type === 'MCR')
      into.marks.push({
        page: String(found.get(PDFName.of('Pg')) ?? page),
        id: (lookup(found, 'MCID') as PDFNumber).asNumber(),
      });
    else into.kids.push(visit(found, kid instanceof PDFRef ? kid.toString() : '', into, page));
  };
  const visit = (dict: PDFDict, ref: string, parent: Element | null, above: string): Element => {
    const element: Element = { dict, ref, type: nameOf(lookup(dict, 'S')), parent, kids: [], marks: [], annotations: [] };
    all.push(element);
    const page = String(dict.get(PDFName.of('Pg')) ?? above);
    for (const kid of kidsOf(dict)) take(kid, element, page);
    return element;
  };
  const root = lookup(catalog, 'StructTreeRoot');
  if (root instanceof PDFDict)
    for (const kid of kidsOf(root)) visit(context.lookup(kid as PDFRef) as PDFDict, String(kid), null, '');
  return all;
}

/** An attribute of an element, of whatever owner. */
export function attributeOf(doc: PDFDocument, { dict }: Element, key: string): unknown {
  const given = doc.context.lookup(dict.get(PDFName.of('A')));
  const owners = given instanceof PDFArray ? given.asArray().map((a) => doc.context.lookup(a)) : [given];
  for (const owner of owners) {
    const value = owner instanceof PDFDict ? doc.context.lookup(owner.get(PDFName.of(key))) : undefined;
    if (value !== undefined) return value;
  }
  return undefined;
}

/** What each kind may stand in, and what it may hold, for those that the standard binds (ISO 32000-1, 14.8.4). */
const parents: Readonly<Record<string, readonly string[]>> = {
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
  TH: ['TR'],
  TD: ['TR'],
  LI: ['L'],
  Lbl: ['LI', 'Note', 'BibEntry'],
  LBody: ['LI'],
  TOCI: ['TOC'],
};
const children: Readonly<Record<string, readonly string[]>> = {
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TR: ['TH', 'TD'],
  L: ['LI', 'L', 'Caption'],
  LI: ['Lbl', 'LBody'],
  TOC: ['TOCI', 'TOC', 'Caption'],
};

function nestingFaults(elements: readonly Element[]): string[] {
  return elements.flatMap(({ type, parent, kids, dict }) => [
    ...(parents[type] && !parents[type].includes(parent?.type ?? '') ? [`${type} in ${parent?.type ?? 'nothing'}`] : []),
    ...kids.filter((k) => children[type] && !children[type].includes(k.type)).map((k) => `${k.type} under ${type}`),
    ...(dict.has(PDFName.of('P')) ? [] : [`${type} without parent entry`]),
  ]);
}

const inside = (element: Element, type: string): Element[] =>
  element.kids.flatMap((k) => [...(k.type === type ? [k] : []), ...inside(k, type)]);

/** Cells of a row, those that span counted as many. */
function widthOf(doc: PDFDocument, row: Element): number {
  const span = (cell: Element) => attributeOf(doc, cell, 'ColSpan');
  return row.kids.reduce((sum, cell) => sum + (span(cell) instanceof PDFNumber ? (span(cell) as PDFNumber).asNumber() : 1), 0);
}

function tableFaults(doc: PDFDocument, elements: readonly Element[]): string[] {
  return elements
    .filter((e) => e.type === 'Table')
    .flatMap((table) => {
      const rows = inside(table, 'TR');
      const kinds = table.kids.map((k) => k.type);
      const count = (type: string) => kinds.filter((k) => k === type).length;
      const captions = kinds.flatMap((k, i) => (k === 'Caption' ? [i] : []));
      return [
        ...(new Set(rows.map((r) => widthOf(doc, r))).size > 1 ? ['Table with rows of unequal width'] : []),
        ...(inside(table, 'TH').length === 0 ? ['Table without TH'] : []),
        ...(count('THead') > 1 || count('TFoot') > 1 || captions.length > 1 ? ['Table with two heads, feet or captions'] : []),
        ...(count('THead') === 1 && count('TBody') === 0 ? ['Table with a head and no body'] : []),
        ...(captions.some((i) => i > 0 && i < kinds.length - 1) ? ['Caption in the middle of its table'] : []),
      ];
    });
}

/** The number of a page or annotation in the parent tree leads to the elements that hold it. */
function parentTreeFaults(doc: PDFDocument, elements: readonly Element[]): string[] {
  const { context, catalog } = doc;
  const root = context.lookup(catalog.get(PDFName.of('StructTreeRoot'))) as PDFDict;
  const tree = context.lookup(root.get(PDFName.of('ParentTree')));
  if (!(tree instanceof PDFDict)) return ['no ParentTree'];
  const entries = new Map<number, unknown>();
  const walk = (node: PDFDict): void => {
    const nums = context.lookup(node.get(PDFName.of('Nums')));
    if (nums instanceof PDFArray)
      for (let i = 0; i < nums.size(); i += 2)
        entries.set((context.lookup(nums.get(i)) as PDFNumber).asNumber(), nums.get(i + 1));
    const kids = context.lookup(node.get(PDFName.of('Kids')));
    if (kids instanceof PDFArray) for (const kid of kids.asArray()) walk(context.lookup(kid) as PDFDict);
  };
  walk(tree);
  const owners = new Map(elements.flatMap((e) => e.marks.map((m) => [`${m.page} ${m.id}`, e.ref] as const)));
  return doc.getPages().flatMap((page, i) => {
    const number = context.lookup(page.node.get(PDFName.of('StructParents')));
    const list = number instanceof PDFNumber ? context.lookup(entries.get(number.asNumber()) as PDFRef) : undefined;
    const said = list instanceof PDFArray ? list.asArray().map(String) : [];
    const wrong = [...owners].some(([key, ref]) => {
      const [ref1, , , id] = key.split(' ') as [string, string, string, string];
      return key.startsWith(`${page.ref} `) && said[Number(id)] !== ref && ref1 !== '';
    });
    return wrong ? [`page ${i + 1}: the ParentTree leads elsewhere`] : [];
  });
}

/** A link stands in a Link element that holds it. */
function linkFaults(doc: PDFDocument, elements: readonly Element[]): string[] {
  const held = new Map(elements.flatMap((e) => e.annotations.map((a) => [a, e.type] as const)));
  return doc.getPages().flatMap((page, i) => {
    const list = doc.context.lookup(page.node.get(PDFName.of('Annots')));
    const refs = list instanceof PDFArray ? list.asArray().map(String) : [];
    return refs.filter((ref) => held.get(ref) !== 'Link').map(() => `page ${i + 1}: a link that no Link element holds`);
  });
}

/** What of the structure tree a machine can find wrong. */
export function treeFaults(doc: PDFDocument): string[] {
  const elements = elementsOf(doc);
  const first = elements.find((e) => /^H\d$/.test(e.type));
  return [
    ...(elements.some((e) => e.marks.length > 0) ? [] : ['nothing is tagged']),
    ...(first && first.type !== 'H1' ? [`first heading ${first.type}`] : []),
    ...(elements.some((e) => e.type === 'H') && first ? ['H beside H1'] : []),
    ...elements
      .filter((e) => e.type === 'Figure' && textOf(doc.context.lookup(e.dict.get(PDFName.of('Alt')))).trim() === '')
      .map(() => 'Figure without words'),
    ...nestingFaults(elements),
    ...tableFaults(doc, elements),
    ...parentTreeFaults(doc, elements),
    ...linkFaults(doc, elements),
  ];
}
