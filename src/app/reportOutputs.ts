import { figureCsv, figureSvg } from '../export/figureFiles';
import type { FontFace } from '../export/svg';
import { textFor } from '../panels/textFor';
import type { OutputRequest } from '../panels/useApp';
import type { ReportAsk } from '../report/buildAsked';
import type { Report } from '../report/report';
import type { SectionId } from '../report/sections';
import type { AppState, AppStore } from '../state/store';
import { readingWords } from '../text/reading';
import { type CoreClient, proxy } from '../worker/client';
import { loadFace, loadFont } from './assets';
import { today } from './documents';

/** What the report screen shows: the unit and the dated state of the address where they still exist. */
export function askOf({ view, analysis, history }: AppState): ReportAsk {
  const isUnit = analysis?.units.some((u) => u.code === view.reportUnit) === true;
  return {
    kind: view.document,
    unitCode: isUnit ? view.reportUnit : null,
    earlier:
      history.present.snapshots.find((s) => s.id === view.reportSince) ??
      history.present.snapshots.toSorted((a, b) => (a.takenOn < b.takenOn ? -1 : 1)).at(-1) ??
      null,
  };
}

/** The document on the report screen as blocks, for its preview. */
export async function buildReportWith(store: AppStore, client: CoreClient): Promise<Report | null> {
  const { history, lang } = store.getState();
  const frame = await client.frameOf(history.present);
  return client.newest('report', () => client.core.report(frame, askOf(store.getState()), lang, today()));
}

export async function loadFaces(): Promise<FontFace> {
  const [regular, semibold] = await Promise.all([loadFace('regular'), loadFace('semibold')]);
  return { regular, semibold };
}

/** One document or figure of the reports, as a file: part of its name, its extension, bytes and type. */
export interface ReportFile {
  readonly part: string;
  readonly extension: string;
  readonly body: string | Uint8Array;
  readonly type: string;
}

/** What a request asks of the reports; figures on the clipboard are told, not given. */
export type ReportRequest = Extract<
  OutputRequest,
  { output: 'report-pdf' | 'report-html' | 'report-pages' | 'units-pdf' | 'report-figure' }
>;

export const isReportRequest = (request: OutputRequest): request is ReportRequest =>
  ['report-pdf', 'report-html', 'report-pages', 'units-pdf', 'report-figure'].includes(request.output);

/** Raised when the user stops an export: nothing is written. */
export class Stopped extends Error {}

let isStopping = false;

/** Gives up the document being made. */
export function stopReport(client: CoreClient): void {
  isStopping = true;
  void client.core.stopReport();
}

interface Making {
  readonly client: CoreClient;
  /** The state that the documents tell, whatever the user changes meanwhile. */
  readonly state: AppState;
  /** Whether the worker still has the territory of that state. */
  readonly isOpen: () => boolean;
  /** How far, of the whole work. */
  readonly onProgress: (done: number, total: number) => void;
}

const steps = 100;

/** The state that documents are made from, in the worker; raises `Stopped` where another territory was opened meanwhile. */
function frameOf({ client, state, isOpen }: Making) {
  if (!isOpen()) throw new Stopped();
  return client.frameOf(state.history.present);
}

async function pdfOf(ask: ReportAsk, making: Making, onShare: (share: number) => void): Promise<Uint8Array> {
  const [regular, semibold, italic] = await Promise.all([loadFont('regular'), loadFont('semibold'), loadFont('italic')]);
  // The document last: the worker keeps one, and nothing may take its place before it is asked.
  const frame = await frameOf(making);
  const asked = { ask, fonts: { regular, semibold, italic }, lang: making.state.lang, date: today() };
  const bytes = await making.client.core.reportPdf(frame, asked, proxy(onShare));
  if (!bytes || isStopping) throw new Stopped();
  return bytes;
}

async function htmlOf(ask: ReportAsk, making: Making): Promise<string> {
  const face = await loadFaces();
  const frame = await frameOf(making);
  return making.client.core.reportHtml(frame, { ask, face, lang: making.state.lang, date: today() });
}

/** Every page as a picture, in one archive. */
async function pagesOf(ask: ReportAsk, making: Making): Promise<Uint8Array> {
  const bytes = await pdfOf(ask, making, (share) => making.onProgress(share * 0.3 * steps, steps));
  const [{ pdfToPngs }, { zipFiles }] = await Promise.all([import('../export/page/pdfPages'), import('../export/zip')]);
  const pages = await pdfToPngs(
    bytes,
    pageDpi,
    (n, total) => making.onProgress((0.3 + (0.7 * n) / total) * steps, steps),
    () => isStopping,
  );
  if (isStopping) throw new Stopped();
  return zipFiles(
    pages.map((page, i) => ({ name: `page-${String(i + 1).padStart(3, '0')}.png`, bytes: page })),
    today(),
  );
}

/** Pages are read on a screen or dropped into slides; figures alone are printed at 300. */
const pageDpi = 150;

/** One PDF per unit of the mesh, in one archive. */
async function unitsOf(ask: ReportAsk, making: Making): Promise<Uint8Array> {
  const { units } = making.state.analysis ?? { units: [] };
  const { zipFiles } = await import('../export/zip');
  const files: { name: string; bytes: Uint8Array }[] = [];
  for (const [i, unit] of units.entries()) {
    const bytes = await pdfOf({ ...ask, unitCode: unit.code }, making, (share) => making.onProgress(i + share, units.length));
    files.push({ name: `${unit.code} ${unit.name.replace(/[\\/:*?"<>|]/g, '-')}.pdf`, bytes });
  }
  return zipFiles(files, today());
}

/** Sections whose tables hold the values behind the figures of others. */
const valueSections = ['besoins', 'communes'] satisfies readonly SectionId[];

async function figureOf(
  { figureId, as }: Extract<ReportRequest, { output: 'report-figure' }>,
  ask: ReportAsk,
  making: Making,
): Promise<ReportFile> {
  const frame = await frameOf(making);
  const build = (asked: ReportAsk) => making.client.core.report(frame, asked, making.state.lang, today());
  const report = await build(ask);
  if (as === 'csv') {
    // The user may print a map without the table of all communes, and still ask for its values.
    const body = figureCsv(report, figureId) ?? figureCsv(report, figureId, await build({ ...ask, sections: valueSections }));
    if (body === null) throw new Error(`no values of figure ${figureId}`);
    return { part: figureId, extension: 'csv', body, type: 'text/csv;charset=utf-8' };
  }
  const svg = figureSvg(report, figureId, await loadFaces());
  if (as === 'svg') return { part: figureId, extension: 'svg', body: svg, type: 'image/svg+xml' };
  const { svgToPng } = await import('../export/page/png');
  return { part: figureId, extension: 'png', body: await svgToPng(svg), type: 'image/png' };
}

/** Raised when the browser does not let a picture be copied. */
class NotCopied extends Error {}

/** A picture on the clipboard. */
export async function copyPicture(png: Uint8Array): Promise<void> {
  const blob = new Blob([png as BlobPart], { type: 'image/png' });
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
  } catch (cause) {
    throw new NotCopied('clipboard', { cause });
  }
}

/** Makes the file of a request; null: it went to the clipboard. Raises `Stopped` when the user gave it up. */
export async function makeReportFile(
  request: ReportRequest,
  store: AppStore,
  client: CoreClient,
  onProgress: Making['onProgress'],
): Promise<ReportFile | null> {
  const state = store.getState();
  isStopping = false;
  const making = { client, state, onProgress, isOpen: () => store.getState().territory === state.territory };
  const file = await fileOf(request, askOf(state), making);
  if (isStopping) throw new Stopped();
  if (request.output !== 'report-figure' || request.as !== 'copy') return file;
  await copyPicture(file.body as Uint8Array);
  return null;
}

async function fileOf(request: ReportRequest, ask: ReportAsk, making: Making): Promise<ReportFile> {
  const words = readingWords(making.state.lang).screen;
  const part = [words.files[ask.kind], ...(ask.unitCode ? [ask.unitCode] : [])].join('-');
  switch (request.output) {
    case 'report-pdf': {
      const body = await pdfOf(ask, making, (share) => making.onProgress(share * steps, steps));
      return { part, extension: 'pdf', body, type: 'application/pdf' };
    }
    case 'report-html':
      return { part, extension: 'html', body: await htmlOf(ask, making), type: 'text/html;charset=utf-8' };
    case 'report-pages':
      return { part: `${part}-pages`, extension: 'zip', body: await pagesOf(ask, making), type: 'application/zip' };
    case 'units-pdf':
      return {
        part: `${part}-${words.files.units}`,
        extension: 'zip',
        body: await unitsOf(ask, making),
        type: 'application/zip',
      };
    case 'report-figure':
      return figureOf(request, ask, making);
  }
}

/** What to say of a work that failed: stopped, no room, or why. */
export function failureWords(error: unknown, lang: 'fr' | 'en'): string {
  const words = readingWords(lang).screen;
  if (error instanceof Stopped) return words.stopped;
  if (error instanceof NotCopied) return words.notCopied;
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  const isRoom = name === 'QuotaExceededError' || error instanceof RangeError || /quota|allocation|no space/i.test(message);
  return isRoom ? words.noRoom : textFor(lang).ui.said.failed(message);
}
