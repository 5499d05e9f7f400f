import { parseXml, XmlElement, XmlError } from '@rgrove/parse-xml';
import { failure, type Result, success } from '../../model/result';

/** An element of an XML document: its name without prefix, its attributes, where it begins. */
export interface XmlPart {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Its text and that of all below it. */
  readonly text: string;
  readonly line: number;
  readonly parts: readonly XmlPart[];
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

/** Line of a position: how many line breaks come before it, by bisection. */
function lineFinder(text: string): (at: number) => number {
  const breaks: number[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) breaks.push(at);
  return (at) => {
    let [low, high] = [0, breaks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (breaks[middle]! < at) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

function partOf(element: XmlElement, lineOf: (at: number) => number): XmlPart {
  const parts = element.children.filter((child) => child instanceof XmlElement).map((child) => partOf(child, lineOf));
  return {
    name: localName(element.name),
    attributes: element.attributes,
    // Only leaves hold text that matters; joining it at every level would be slow.
    text: parts.length === 0 ? element.text : '',
    line: lineOf(element.start),
    parts,
  };
}

/**
 * The root of an XML document. A document type is passed over and its entities are not known: only the five of XML and
 * characters by number are replaced. A fault names the line and column.
 */
export function parseXmlText(text: string, name: string): Result<XmlPart> {
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  try {
    const { root } = parseXml(plain, { includeOffsets: true });
    return root ? success(partOf(root, lineFinder(plain))) : failure(`« ${name} » ne contient aucun élément XML.`);
  } catch (error) {
    if (error instanceof XmlError) {
      const why = /entity/i.test(error.message)
        ? 'une entité inconnue (seules &amp; &lt; &gt; &quot; &apos; et les caractères par numéro sont admis)'
        : 'le XML est mal formé ou coupé';
      return failure(`« ${name} », ligne ${error.line}, colonne ${error.column} : ${why}.`);
    }
    // Elements within elements by the thousand exhaust the stack.
    if (error instanceof RangeError) return failure(`« ${name} » : éléments imbriqués trop profondément.`);
    throw error;
  }
}

/** The parts of that name, directly below. */
export const partsNamed = (part: XmlPart | undefined, name: string): XmlPart[] =>
  part?.parts.filter((p) => p.name === name) ?? [];

/** A value as its declared type has it; the text itself where it is not of that type. */
export function typedValue(text: string, type: string): string | number | boolean {
  if (type === 'boolean') {
    const value = text.trim().toLowerCase();
    return value === 'true' || value === '1' ? true : value === 'false' || value === '0' ? false : text;
  }
  return ['integer', 'int', 'long', 'short', 'byte', 'float', 'double'].includes(type) ? (numberFrom(text) ?? text) : text;
}

/** A number as XML writes it (INF and Infinity alike); null for anything else. */
export function numberFrom(text: string | undefined): number | null {
  const plain = (text ?? '').trim().replace(/^([-+]?)INF$/, '$1Infinity');
  if (plain === '') return null;
  return plain === 'NaN' ? Number.NaN : Number.isNaN(Number(plain)) ? null : Number(plain);
}
