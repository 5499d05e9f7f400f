import { buildAsked, type ReportAsk } from '../../src/report/buildAsked';
import type { ReportInput } from '../../src/report/input';
import { readData } from './data';

export const formats = ['pdf', 'html', 'png'] as const;
export type Format = (typeof formats)[number];

/** Points per inch of the pages as pictures: read on a screen or dropped into slides. */
const pageDpi = 150;

interface Asked extends Pick<ReportAsk, 'kind'> {
  readonly format: Format;
}

/** One document, made as the application makes it: the bytes of a file, or of each of its pages. A unit by its code, or all. */
export async function makeDocument({ kind, format }: Asked, unitCode: string | null, input: ReportInput): Promise<Uint8Array[]> {
  const report = buildAsked({ kind, unitCode, earlier: null }, input);
  const font = (name: string) => readData(`fonts/${name}`);
  if (format === 'html') {
    const { renderHtml } = await import('../../src/export/html/renderHtml');
    const base64 = (name: string) => Buffer.from(font(name)).toString('base64');
    const html = renderHtml(report, { regular: base64('regular.woff2'), semibold: base64('semibold.woff2') });
    return [new TextEncoder().encode(html)];
  }
  const { renderPdf } = await import('../../src/export/pdf/renderPdf');
  const fonts = { regular: font('regular.ttf'), semibold: font('semibold.ttf'), italic: font('italic.ttf') };
  const bytes = await renderPdf(report, fonts);
  if (format === 'pdf') return [bytes];
  const { pdfToPngs } = await import('./pdfPages');
  return pdfToPngs(bytes, pageDpi);
}
