import { csvText } from '../model/csv';
import { textFor } from '../panels/textFor';
import type { FigureRequest, OutputRequest } from '../panels/useApp';
import type { AppStore } from '../state/store';
import { packProject } from '../storage/projectFile';
import type { Text } from '../text/fr';
import { readingWords } from '../text/reading';
import type { CoreClient } from '../worker/client';
import { today } from './documents';
import { download } from './download';
import {
  copyPicture,
  failureWords,
  isReportRequest,
  loadFaces,
  makeReportFile,
  type ReportFile,
  type ReportRequest,
  Stopped,
} from './reportOutputs';

async function figureSvg(store: AppStore, client: CoreClient, figure: FigureRequest): Promise<string> {
  const faces = await loadFaces();
  const { history, lang } = store.getState();
  const frame = await client.frameOf(history.present);
  return client.core.figureSvg(frame, figure, faces, lang, today());
}

/** Makes what was asked for and hands it to the browser; long work is told while it lasts. */
export async function takeOutWith(store: AppStore, client: CoreClient, request: OutputRequest): Promise<void> {
  const { lang, history } = store.getState();
  const text = textFor(lang);
  const diagnosis = history.present;
  const nameOf = (part: string, extension: string) => `maillage-${diagnosis.departement}-${part}-${today()}.${extension}`;
  const told = async (kind: 'fiche' | 'figure', work: () => Promise<string>) => {
    store.setState({ work: { kind, file: '', done: 0, total: 0 } });
    const name = await work();
    store.setState({ work: null, message: { text: text.ui.said.saved(name), undoable: false } });
  };
  const give = (name: string, body: string | Uint8Array | Blob, type: string): string => {
    download(name, body, type);
    return name;
  };
  if (isReportRequest(request))
    return giveReport(store, client, request, (file) => give(nameOf(file.part, file.extension), file.body, file.type));
  switch (request.output) {
    case 'diagnostic': {
      const frame = await client.frameOf(diagnosis);
      give(nameOf(text.ui.files.diagnostic, 'json'), await client.core.diagnosticJson(frame, lang), 'application/json');
      return;
    }
    case 'project':
      give(nameOf('projet', 'maillage'), await packProject(diagnosis), 'application/gzip');
      return;
    case 'public-copy':
      return givePublicCopy(store, text, (body) =>
        give(nameOf(text.quality.publicCopy.file, 'maillage'), body, 'application/gzip'),
      );
    case 'gaps-csv':
      return giveGaps(store, client, text, (body) => give(nameOf(text.ui.files.gaps, 'csv'), body, 'text/csv;charset=utf-8'));
    case 'matrix-csv':
    case 'communes-csv': {
      const body = await themesCsv(store, client, request);
      const part = request.output === 'matrix-csv' ? text.ui.files.matrix : text.ui.files.communes;
      give(nameOf(part, 'csv'), body, 'text/csv;charset=utf-8');
      return;
    }
    case 'records-csv':
    case 'records-csv-plain':
    case 'records-xlsx':
    case 'records-geojson':
      return giveRecords(store, request, (extension, body, type) =>
        give(nameOf(text.edit.files[request.kind], extension), body, type),
      );
    case 'network': {
      const { networkFile } = await import('../export/networkFile');
      const { extension, type, body } = networkFile(request.format, diagnosis.inventory);
      const part =
        extension === 'csv' ? text.ui.files[request.format === 'nodes' ? 'networkNodes' : 'networkEdges'] : text.ui.files.network;
      give(nameOf(part, extension), body, type);
      return;
    }
    case 'figure-svg': {
      const svg = await figureSvg(store, client, request.figure);
      give(nameOf(text.ui.files[request.figure.kind], 'svg'), svg, 'image/svg+xml');
      return;
    }
    case 'figure-png':
      return told('figure', async () => {
        const [svg, { svgToPng }] = await Promise.all([figureSvg(store, client, request.figure), import('../export/page/png')]);
        return give(nameOf(text.ui.files[request.figure.kind], 'png'), await svgToPng(svg), 'image/png');
      });
    case 'figure-copy': {
      const [svg, { svgToPng }] = await Promise.all([figureSvg(store, client, request.figure), import('../export/page/png')]);
      const said = await copyPicture(await svgToPng(svg)).then(
        () => readingWords(lang).screen.copied,
        (error: unknown) => failureWords(error, lang),
      );
      store.setState({ message: { text: said, undoable: false } });
      return;
    }
    case 'fiche-png':
      return told('fiche', async () => {
        const [faces, frame, { svgToPng }] = await Promise.all([
          loadFaces(),
          client.frameOf(diagnosis),
          import('../export/page/png'),
        ]);
        const svg = await client.core.ficheSvg(frame, faces, lang, today());
        return give(nameOf(text.ui.files.fiche, 'png'), await svgToPng(svg), 'image/png');
      });
  }
}

/** A document or a figure of the reports: progress while it is made, then what became of it in a sentence. */
async function giveReport(
  store: AppStore,
  client: CoreClient,
  request: ReportRequest,
  give: (file: ReportFile) => string,
): Promise<void> {
  const { lang } = store.getState();
  const onProgress = (done: number, total: number) => store.setState((s) => (s.work ? { work: { ...s.work, done, total } } : s));
  store.setState({ work: { kind: request.output === 'report-figure' ? 'figure' : 'report', file: '', done: 0, total: 0 } });
  const tell = (text: string) => store.setState({ work: null, message: { text, undoable: false } });
  try {
    const file = await makeReportFile(request, store, client, onProgress);
    tell(file ? textFor(lang).ui.said.saved(give(file)) : readingWords(lang).screen.copied);
  } catch (error) {
    if (!(error instanceof Stopped)) console.warn('Maillage: export failed', error);
    tell(failureWords(error, lang));
  }
}

/** The project without what is internal, and how much it holds back. */
async function givePublicCopy(store: AppStore, text: Text, give: (body: Uint8Array | Blob) => string): Promise<void> {
  const { history, territory } = store.getState();
  // Without the communes nothing could be brought back to them.
  if (!territory) return;
  const { publicCopy } = await import('../document/publicCopy');
  const { copy, hiddenSites, hiddenCounts } = publicCopy(history.present, territory);
  const name = give(await packProject(copy));
  store.setState({ message: { text: text.quality.publicCopy.saved(name, hiddenSites, hiddenCounts), undoable: false } });
}

/** The matrix, or every commune, by domain or by need, of the document as it is: asked apart from what is on screen. */
async function themesCsv(
  store: AppStore,
  client: CoreClient,
  { output, by }: Extract<OutputRequest, { output: 'matrix-csv' | 'communes-csv' }>,
): Promise<string> {
  const { history, lang } = store.getState();
  const frame = await client.frameOf(history.present);
  const [analysis, needs] = await Promise.all([client.core.analyse(frame), by === 'needs' ? client.core.needs(frame) : null]);
  const [{ matrixCsvRows, communeCsvRows }, { domainThemes, needThemes }] = await Promise.all([
    import('../panels/matrixRows'),
    import('../panels/themes'),
  ]);
  const text = textFor(lang);
  const themes = needs ? needThemes(analysis, needs, text) : domainThemes(analysis, analysis.domains, text);
  return csvText((output === 'matrix-csv' ? matrixCsvRows : communeCsvRows)(analysis, themes, text));
}

async function giveGaps(store: AppStore, client: CoreClient, text: Text, give: (body: string) => void): Promise<void> {
  const { history, view } = store.getState();
  const analysis = await client.core.analyse(await client.frameOf(history.present));
  const { gapCsvRows, rankGaps } = await import('../panels/gapRows');
  give(csvText(gapCsvRows(rankGaps(analysis.gaps, view.domain, view.ranking), analysis, text)));
}

/** A table of records as it is shown. */
async function giveRecords(
  store: AppStore,
  request: Extract<OutputRequest, { kind: unknown }>,
  give: (extension: string, body: string | Uint8Array, type: string) => void,
): Promise<void> {
  const { recordsXlsx, recordsGeojson, plainCsv } = await import('../export/records');
  const { inventory, settings } = store.getState().history.present;
  switch (request.output) {
    case 'records-csv':
      return give('csv', csvText([request.head, ...request.rows]), 'text/csv;charset=utf-8');
    case 'records-csv-plain':
      return give('csv', plainCsv(request), 'text/csv;charset=utf-8');
    case 'records-xlsx':
      return give('xlsx', await recordsXlsx(request), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    case 'records-geojson':
      return give('geojson', recordsGeojson(request, inventory, settings.showProtectedPlaces), 'application/geo+json');
  }
}
