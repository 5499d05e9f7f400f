import { buildMapStrip } from '../figures/mapStrip';
import { methodSentence } from '../sentences/coverage';
import { gapSentence } from '../sentences/gaps';
import { youngSource, youngWho } from '../sentences/young';
import { reportMeta } from './buildReport';
import type { ReportInput } from './input';
import { codeWords, finalText, list, mapStyleOf, number, paragraph, stampOf } from './input';
import type { Block, Report } from './report';
import { matrixTable } from './sections/needs';
import { silences } from './sections/summary';

/** Rows of the matrix and sentences that a page holds. */
export const ficheRows = 14;
const sentences = 5;

function needBlocks(input: ReportInput): Block[] {
  const { analysis, text } = input;
  if (analysis.gaps.length === 0) return silences(input);
  const first = analysis.gaps.slice(0, sentences).map((gap) => gapSentence(gap, analysis, text));
  // What is silent comes first: the renderer leaves out the last sentences that do not fit.
  return [...silences(input), list(first, input, { ordered: true, small: true })];
}

/** What the matrix leaves out, then the sources of the whole page with the method in force. */
function sourceLine(input: ReportInput): string {
  const { analysis, text } = input;
  const rest = analysis.units.length - ficheRows;
  const more = rest > 0 ? `${text.report.fiche.more(rest, number(rest, input))} ` : '';
  return `${text.report.fiche.cells} ${more}${text.report.document.labels.source}${text.report.figures.mapSource(youngWho(analysis, text).short, youngSource(analysis, text))} ${methodSentence(analysis, text)} ${text.report.fiche.schematic}`;
}

/**
 * The one-page fiche: a small map per domain, the matrix, five sentences. Sections in the order of reading: "cartes",
 * "matrice", "besoins", "sources"; the renderer leaves out the last sentences that the page cannot hold.
 */
export function buildFiche(input: ReportInput): Report {
  const { analysis, territory, text } = input;
  const words = text.report.fiche;
  const meta = reportMeta(input);
  const figure = buildMapStrip({ analysis, territory, text, style: mapStyleOf(input), ...stampOf(input) });
  return {
    meta: {
      ...meta,
      title: finalText(text.report.document.ficheTitle(territory.name, codeWords(input)), input),
      format: 'fiche',
    },
    cover: [],
    sections: [
      {
        id: 'cartes',
        level: 1,
        title: finalText(words.maps, input),
        blocks: [{ kind: 'figure', number: 0, figure, size: 'full' }],
      },
      { id: 'matrice', level: 1, title: finalText(words.matrix, input), blocks: [matrixTable(input, { rows: ficheRows })] },
      { id: 'besoins', level: 1, title: finalText(words.needs, input), blocks: needBlocks(input) },
      { id: 'sources', level: 1, title: text.report.sources.title, blocks: [paragraph(sourceLine(input), input)] },
    ],
  };
}
