import { PDFDocument } from 'pdfkit';
import type { Report } from '../../report/report';
import { sheets } from './theme';

export interface FontBytes {
  readonly regular: Uint8Array;
  readonly semibold: Uint8Array;
  readonly italic: Uint8Array;
}

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** pdfkit writes title and author into XMP as they are: "&" would make the whole metadata unreadable. */
class TaggedDocument extends PDFDocument {
  override _addInfo(): void {
    const raw = { ...this.info };
    for (const [key, value] of Object.entries(raw)) if (typeof value === 'string') this.info[key] = escapeXml(value);
    super._addInfo();
    Object.assign(this.info, raw);
  }
}

/**
 * An empty tagged document with title, language and fonts. Its creation date is the report's, so that the same
 * report gives the same bytes. Not `subset: 'PDF/UA'`: pdfkit 0.20.2 would write an incomplete CIDSet.
 */
export function createDocument(meta: Report['meta'], fonts: FontBytes): PDFDocument {
  const { width, height, top, left, right } = sheets[meta.sheet ?? 'a4'];
  const doc = new TaggedDocument({
    size: [width, height],
    // The kit places everything itself: a bottom margin would make pdfkit add pages behind its back.
    margins: { top, right, bottom: 0, left },
    pdfVersion: '1.7',
    tagged: true,
    lang: meta.lang,
    displayTitle: true,
    bufferPages: true,
    autoFirstPage: false,
    font: null,
    info: {
      Title: `${meta.title} – ${meta.subtitle}`,
      Author: meta.author,
      Subject: meta.subtitle,
      Creator: 'Maillage',
      Producer: 'Maillage, pdfkit',
      CreationDate: new Date(`${meta.date}T00:00:00Z`),
    },
  });
  doc.appendXML(
    '<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about=""><pdfuaid:part>1</pdfuaid:part></rdf:Description>',
  );
  doc.registerFont('regular', fonts.regular);
  doc.registerFont('semibold', fonts.semibold);
  doc.registerFont('italic', fonts.italic);
  return doc;
}
