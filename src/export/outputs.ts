import { buildFiche } from '../report/buildFiche';
import { buildReport } from '../report/buildReport';
import type { ReportInput } from '../report/input';
import type { Report } from '../report/report';
import { findTable, tableToCsv } from './csv';
import { diagnosticJson } from './diagnostic';
import type { FontBytes } from './pdf/document';

/** What an output is made from, beyond the report's input. */
export interface OutputInput extends ReportInput {
  readonly fonts: () => Promise<FontBytes>;
}

/** A file that can be asked for: its label is `text.report.outputs[id]`. */
export interface Output {
  readonly id: string;
  /** End of the file name: "rapport.pdf". */
  readonly file: string;
  readonly mime: string;
  readonly make: (input: OutputInput) => Promise<Uint8Array>;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** pdfkit is loaded when a PDF is asked for, not before. */
async function pdf(report: Report, input: OutputInput): Promise<Uint8Array> {
  const { renderPdf } = await import('./pdf/renderPdf');
  return renderPdf(report, await input.fonts());
}

function tableOf(report: Report, id: string): Uint8Array {
  const table = findTable(report, id);
  return bytes(table ? tableToCsv(table) : '\ufeff');
}

const csv = 'text/csv;charset=utf-8';

export const outputs = [
  { id: 'report', file: 'rapport.pdf', mime: 'application/pdf', make: (input) => pdf(buildReport(input), input) },
  { id: 'fiche', file: 'fiche.pdf', mime: 'application/pdf', make: (input) => pdf(buildFiche(input), input) },
  {
    id: 'diagnostic',
    file: 'diagnostic.json',
    mime: 'application/json',
    make: async (input) => bytes(diagnosticJson(input.diagnosis, input.analysis, input.territory, input.text)),
  },
  { id: 'matrix', file: 'niveaux-territoires.csv', mime: csv, make: async (input) => tableOf(buildReport(input), 'matrice') },
  { id: 'communes', file: 'niveaux-communes.csv', mime: csv, make: async (input) => tableOf(buildReport(input), 'communes') },
] as const satisfies readonly Output[];

/** Name of the file of an output: "maillage-44-rapport.pdf". */
export const outputName = (departement: string, output: Pick<Output, 'file'>): string => `maillage-${departement}-${output.file}`;
