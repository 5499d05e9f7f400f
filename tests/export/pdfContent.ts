import { decodePDFRawStream, PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import { create } from 'fontkit';
import { nameOf, textOf } from './pdfTree';

const latin = (stream: unknown): string =>
  stream instanceof PDFRawStream ? new TextDecoder('latin1').decode(decodePDFRawStream(stream).decode()) : '';

/** The drawing code of each page. */
export function codeOf(doc: PDFDocument): string[] {
  return doc.getPages().map((page) => {
    const content = page.node.Contents();
    const streams = content instanceof PDFArray ? content.asArray().map((s) => doc.context.lookup(s)) : [content];
    return streams.map(latin).join('\n');
  });
}

/** Marks, paints and text of our pages; strings are hexadecimal there, so no operator can hide in one. */
const token = /\/(\w+)\s+(?:<<([\s\S]*?)>>\s*)?(BDC|BMC)\b|\b(EMC)\b|(?<![\w/.])(f\*?|F|B\*?|b\*?|S|s|TJ|Tj|Do|sh)(?![\w.*])/g;

/** What is painted outside any tag or artifact, and marks inside one another that may not be. */
function markFaults(code: string, page: number): string[] {
  const open: boolean[] = [];
  const faults = new Set<string>();
  for (const [, tag, props, begin, end, paint] of code.matchAll(token)) {
    if (begin) {
      const isArtifact = tag === 'Artifact';
      const isTagged = /MCID/.test(props ?? '');
      if (open.some((o) => o !== isArtifact) && (isArtifact || isTagged))
        faults.add(`page ${page}: tag and artifact in one another`);
      open.push(isArtifact);
    } else if (end) open.pop();
    else if (paint && open.length === 0) faults.add(`page ${page}: painted outside any tag or artifact`);
  }
  if (open.length > 0) faults.add(`page ${page}: a mark is not closed`);
  return [...faults];
}

/** Codes that each font of a page shows. */
function codesByFont(code: string): ReadonlyMap<string, ReadonlySet<number>> {
  const byFont = new Map<string, Set<number>>();
  let font = '';
  for (const [, name, array] of code.matchAll(/\/(\w+)\s+[\d.]+\s+Tf|(\[[^\]]*\]|<[\da-fA-F]*>)\s*T[Jj]/g)) {
    if (name) font = name;
    const codes = byFont.get(font) ?? new Set<number>();
    byFont.set(font, codes);
    for (const [, hex = ''] of (array ?? '').matchAll(/<([\da-fA-F]*)>/g))
      for (let i = 0; i < hex.length; i += 4) codes.add(Number.parseInt(hex.slice(i, i + 4), 16));
  }
  return byFont;
}

/** Characters that a ToUnicode map gives for codes. */
function unicodeMap(map: string): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  const chars = (hex: string) => String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((h) => Number.parseInt(h, 16)));
  for (const [, block = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', hex = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/g)) found.set(Number.parseInt(code, 16), chars(hex));
  for (const [, block = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', , list = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*\[([^\]]*)\]/g))
      [...list.matchAll(/<(\w*)>/g)].forEach(([, hex = ''], i) => {
        found.set(Number.parseInt(from, 16) + i, chars(hex));
      });
  return found;
}

/** Widths that a font of the PDF states, by code. */
function statedWidths(doc: PDFDocument, font: PDFDict): (code: number) => number {
  const widths = new Map<number, number>();
  const list = doc.context.lookup(font.get(PDFName.of('W')));
  const items = list instanceof PDFArray ? list.asArray().map((o) => doc.context.lookup(o)) : [];
  const n = (o: unknown) => (o instanceof PDFNumber ? o.asNumber() : Number.NaN);
  for (let i = 0; i < items.length; ) {
    const [from, next] = [n(items[i]), items[i + 1]];
    if (next instanceof PDFArray) {
      next.asArray().forEach((w, k) => {
        widths.set(from + k, n(doc.context.lookup(w)));
      });
      i += 2;
    } else {
      for (let code = from; code <= n(next); code += 1) widths.set(code, n(items[i + 2]));
      i += 3;
    }
  }
  const other = doc.context.lookup(font.get(PDFName.of('DW')));
  return (code) => widths.get(code) ?? (other instanceof PDFNumber ? other.asNumber() : 1000);
}

function fontFaults(doc: PDFDocument, font: PDFDict, codes: ReadonlySet<number>): string[] {
  const look = (dict: PDFDict, key: string) => doc.context.lookup(dict.get(PDFName.of(key)));
  const name = nameOf(look(font, 'BaseFont'));
  const own = doc.context.lookup((look(font, 'DescendantFonts') as PDFArray).get(0)) as PDFDict;
  const descriptor = look(own, 'FontDescriptor') as PDFDict;
  const file = look(descriptor, 'FontFile2');
  if (!(file instanceof PDFRawStream)) return [`${name}: not embedded`];
  const program = create(Buffer.from(decodePDFRawStream(file).decode())) as unknown as {
    readonly unitsPerEm: number;
    readonly numGlyphs: number;
    getGlyph(id: number): { readonly advanceWidth: number };
  };
  const unicode = unicodeMap(latin(look(font, 'ToUnicode')));
  const width = statedWidths(doc, own);
  const real = (code: number) => (program.getGlyph(code).advanceWidth * 1000) / program.unitsPerEm;
  const some = (isWrong: (code: number) => boolean, fault: string) => ([...codes].some(isWrong) ? [`${name}: ${fault}`] : []);
  return [
    ...(look(own, 'CIDToGIDMap') === undefined ? [`${name}: no CIDToGIDMap`] : []),
    // pdfkit's would be incomplete: none is right.
    ...(look(descriptor, 'CIDSet') === undefined ? [] : [`${name}: a CIDSet`]),
    ...some((c) => c === 0 || c >= program.numGlyphs, 'shows a glyph that it has not'),
    ...some((c) => !unicode.get(c) || /[\0\ufeff\ufffe]/.test(unicode.get(c)!), 'shows a glyph without its character'),
    ...some((c) => c > 0 && c < program.numGlyphs && Math.abs(real(c) - width(c)) > 1, 'states a width that is not the glyph’s'),
  ];
}

/** Fonts of all pages with the codes that are shown in them. */
function usedFonts(doc: PDFDocument): ReadonlyMap<PDFDict, ReadonlySet<number>> {
  const used = new Map<PDFDict, Set<number>>();
  const codes = codeOf(doc);
  doc.getPages().forEach((page, i) => {
    const fonts = page.node.Resources()?.lookup(PDFName.of('Font'));
    if (!(fonts instanceof PDFDict)) return;
    for (const [name, shown] of codesByFont(codes[i]!)) {
      const font = doc.context.lookup(fonts.get(PDFName.of(name)));
      if (font instanceof PDFDict) used.set(font, new Set([...(used.get(font) ?? []), ...shown]));
    }
  });
  return used;
}

/** What of the catalogue, of the pages' drawing and of the fonts a machine can find wrong. */
export function contentFaults(doc: PDFDocument, bytes: Uint8Array): string[] {
  const { catalog, context } = doc;
  const look = (key: string) => context.lookup(catalog.get(PDFName.of(key)));
  const xmp = latin(look('Metadata'));
  const marks = look('MarkInfo');
  const language = textOf(look('Lang'));
  return [
    ...(/^%PDF-1\.[0-7][\r\n]/.test(new TextDecoder('latin1').decode(bytes.subarray(0, 10))) ? [] : ['not a PDF 1.x']),
    ...(/<dc:title>[\s\S]*?<rdf:li[^>]*>[^<]+/.test(xmp) ? [] : ['XMP: no title']),
    ...(/^[a-z]{2}(-[A-Z]{2})?$/.test(language) ? [] : [`language « ${language} »`]),
    ...(marks instanceof PDFDict && String(context.lookup(marks.get(PDFName.of('Suspects')))) === 'true' ? ['suspects'] : []),
    ...(look('OCProperties') === undefined ? [] : ['layers']),
    ...codeOf(doc).flatMap((code, i) => markFaults(code, i + 1)),
    ...[...usedFonts(doc)].flatMap(([font, codes]) => fontFaults(doc, font, codes)),
  ];
}
