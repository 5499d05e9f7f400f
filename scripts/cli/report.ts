import { readData } from './data';

type ReportInput = Parameters<typeof import('../../src/report/buildReport').buildReport>[0];

/** The report (or its one-page fiche) as PDF bytes. */
export async function writeReport(input: ReportInput, isFiche: boolean): Promise<Uint8Array> {
  const [{ buildReport }, { buildFiche }, { renderPdf }] = await Promise.all([
    import('../../src/report/buildReport'),
    import('../../src/report/buildFiche'),
    import('../../src/export/pdf/renderPdf'),
  ]);
  const font = (name: string) => readData(`fonts/${name}`);
  const fonts = { regular: font('regular.ttf'), semibold: font('semibold.ttf'), italic: font('italic.ttf') };
  return renderPdf(isFiche ? buildFiche(input) : buildReport(input), fonts);
}
