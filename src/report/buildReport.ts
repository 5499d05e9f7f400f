import { noticeOf } from '../sentences/notice';
import { countedYoung, youngWho } from '../sentences/young';
import { formatDate } from '../text/format';
import type { ReportInput } from './input';
import { codeWords, finalText, number } from './input';
import type { Block, Report, Section } from './report';
import { sectionBuilders } from './sections';

/** Figures and tables numbered in the order of the report, titles in final typography. */
export function finishSections(sections: readonly Section[], input: ReportInput): Section[] {
  let figures = 0;
  let tables = 0;
  const numbered = (block: Block): Block => {
    if (block.kind === 'figure') {
      figures += 1;
      return { ...block, number: figures };
    }
    if (block.kind === 'table') {
      tables += 1;
      return { ...block, number: tables };
    }
    return block;
  };
  return sections.map((section) => ({
    ...section,
    title: finalText(section.title, input),
    blocks: section.blocks.map(numbered),
  }));
}

/** Title, date, language and the words that renderers add. */
export function reportMeta(input: ReportInput): Report['meta'] {
  const { diagnosis, territory, text, date, options } = input;
  const words = text.report.document;
  const notice = noticeOf(diagnosis, text);
  const t = (value: string) => finalText(value, input);
  return {
    title: t(words.title),
    subtitle: t(words.subtitle(territory.name, codeWords(input))),
    author: t(options?.author ?? words.author),
    date,
    lang: text.lang === 'fr' ? 'fr-FR' : 'en-GB',
    ...(notice ? { notice: t(notice.short) } : {}),
    labels: { ...words.labels, source: t(words.labels.source) },
  };
}

/** What the report rests on, and the notice of a demonstration. */
function cover(input: ReportInput): Block[] {
  const { diagnosis, analysis, text, date } = input;
  const words = text.report.cover;
  const { actors, schemes, partnerships } = diagnosis.inventory;
  const n = (value: number) => number(value, input);
  const files = words.files(diagnosis.files.length, n(diagnosis.files.length));
  const { counts } = text.ui;
  const counted = countedYoung(analysis);
  const basis =
    diagnosis.files.length === 0
      ? words.noBasis
      : words.basis(counts.actors(actors.length), counts.schemes(schemes.length), counts.ties(partnerships.length), files);
  const lines = [words.dated(formatDate(date, text.lang)), basis, words.mesh[analysis.mesh]];
  const blocks: Block[] = [
    { kind: 'paragraph', text: [finalText(lines.join(' '), input)] },
    {
      kind: 'paragraph',
      text: [finalText(counted ? words.cautionCounted(youngWho(analysis, text).many) : words.caution, input)],
    },
  ];
  const notice = noticeOf(diagnosis, text);
  if (notice) blocks.push({ kind: 'notice', text: [finalText(notice.full(n(actors.length), n(partnerships.length)), input)] });
  return blocks;
}

/** The whole report as data, in final typography and numbered: no renderer, no clock. */
export function buildReport(input: ReportInput): Report {
  return {
    meta: reportMeta(input),
    cover: cover(input),
    sections: finishSections(
      sectionBuilders.flatMap((section) => section.build(input)),
      input,
    ),
  };
}
