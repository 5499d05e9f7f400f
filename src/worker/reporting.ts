import { transfer } from 'comlink';
import type { Colouring } from '../analysis/actorTraits';
import type { NetworkFindings } from '../analysis/networkFindings';
import type { FontBytes } from '../export/pdf/document';
import type { FontFace } from '../export/svg';
import type { Figure } from '../figures/scene';
import type { DomainId } from '../model/domains';
import type { ReportAsk } from '../report/buildAsked';
import { type ReportInput, stampOf } from '../report/input';
import type { Report } from '../report/report';
import type { Frame } from './core';

export type FigureChoice =
  | { readonly kind: 'map'; readonly domain: DomainId }
  | { readonly kind: 'network'; readonly colourBy: Colouring }
  | { readonly kind: 'matrix' };

type Lang = 'fr' | 'en';

/** What the worker lends: the input of a report, what is read of the network, and a turn for the questions that wait. */
interface Parts {
  readonly inputOf: (frame: Frame, lang: Lang, date: string) => ReportInput;
  readonly readFindings: (input: ReportInput) => Promise<NetworkFindings | null>;
  readonly othersFirst: () => Promise<void>;
}

const buildDocument = async (ask: ReportAsk, input: ReportInput): Promise<Report> =>
  (await import('../report/buildAsked')).buildAsked(ask, input);

async function buildFigure(choice: FigureChoice, input: ReportInput, readFindings: Parts['readFindings']): Promise<Figure> {
  const { analysis, territory: land, text, diagnosis } = input;
  if (choice.kind === 'map') {
    const { buildMapFigure } = await import('../figures/mapFigure');
    return buildMapFigure({ analysis, territory: land, text, domain: choice.domain, style: 'cells', ...stampOf(input) });
  }
  if (choice.kind === 'matrix') {
    const { buildMatrixFigure } = await import('../figures/matrixFigure');
    return buildMatrixFigure({ analysis, text, ...stampOf(input) });
  }
  const [{ buildNetworkFigure }, { looksOf }, { layoutNetwork }] = await Promise.all([
    import('../figures/networkFigure'),
    import('../figures/actorLooks'),
    import('../analysis/layout'),
  ]);
  const positions = layoutNetwork(analysis.network);
  const { inventory } = diagnosis;
  const communities = choice.colourBy === 'community' ? ((await readFindings(input))?.communities ?? null) : null;
  const looks = looksOf({
    ...{ by: choice.colourBy, network: analysis.network, inventory, territory: land, communities, text },
    domains: analysis.domains,
  });
  return buildNetworkFigure({ analysis, positions, text, looks, ...stampOf(input) });
}

/** The answers of the worker that make documents and figures. */
export function reporting({ inputOf, readFindings, othersFirst }: Parts) {
  let run = 0;
  return {
    report: (frame: Frame, ask: ReportAsk, lang: Lang, date: string): Promise<Report> =>
      buildDocument(ask, inputOf(frame, lang, date)),
    /** A PDF, its progress told as a share; null: it was stopped. */
    async reportPdf(
      frame: Frame,
      { ask, fonts, lang, date }: { ask: ReportAsk; fonts: FontBytes; lang: Lang; date: string },
      onProgress: (share: number) => void,
    ): Promise<Uint8Array | null> {
      const mine = ++run;
      // Before any other question, which may bring another state of the document.
      const input = inputOf(frame, lang, date);
      await othersFirst();
      const [report, { renderPdfUnless }] = await Promise.all([buildDocument(ask, input), import('../export/pdf/renderPdf')]);
      const isStopped = async (share: number) => {
        onProgress(share);
        await othersFirst();
        return mine !== run;
      };
      const bytes = await renderPdfUnless(report, fonts, isStopped);
      return bytes && transfer(bytes, [bytes.buffer]);
    },
    async reportHtml(
      frame: Frame,
      { ask, face, lang, date }: { ask: ReportAsk; face: FontFace; lang: Lang; date: string },
    ): Promise<string> {
      const [report, { renderHtml }] = await Promise.all([
        buildDocument(ask, inputOf(frame, lang, date)),
        import('../export/html/renderHtml'),
      ]);
      return renderHtml(report, face);
    },
    /** The document being made is given up. */
    stopReport(): void {
      run += 1;
    },
    async figureSvg(frame: Frame, choice: FigureChoice, face: FontFace, lang: Lang, date: string): Promise<string> {
      const input = inputOf(frame, lang, date);
      const [figure, { figureAlone }, { reportMeta }] = await Promise.all([
        buildFigure(choice, input, readFindings),
        import('../export/figureFiles'),
        import('../report/buildReport'),
      ]);
      return figureAlone(figure, reportMeta(input), face);
    },
    async ficheSvg(frame: Frame, face: FontFace, lang: Lang, date: string): Promise<string> {
      const [{ buildFicheFigure }, { sceneToSvg }] = await Promise.all([
        import('../report/ficheFigure'),
        import('../export/svg'),
      ]);
      const { scene, title, alt } = buildFicheFigure(inputOf(frame, lang, date));
      return sceneToSvg(scene, { title, alt, lang }, face);
    },
  };
}
