import type { PDFDocument, StructElement, StructOptions } from 'pdfkit';

/** A structure element under a parent; the only way the kit opens one. */
export function addElement(doc: PDFDocument, parent: StructElement, type: string, options: StructOptions = {}): StructElement {
  const element = doc.struct(type, options);
  parent.add(element);
  return element;
}

/** What is drawn belongs to the element and is read with it. */
export function addContent(element: StructElement, draw: () => void): void {
  element.add(draw);
}

/** What is drawn is decoration: readers skip it. */
export function drawArtifact(doc: PDFDocument, draw: () => void, place?: 'Top' | 'Bottom' | 'Repeat'): void {
  if (place === 'Repeat') doc.markContent('Artifact', { type: 'Pagination' });
  else if (place) doc.markContent('Artifact', { type: 'Pagination', attached: [place] });
  else doc.markContent('Artifact', { type: 'Layout' });
  draw();
  doc.endMarkedContent();
}
