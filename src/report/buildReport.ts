import { placeSchemes } from '../analysis/places';
import { publicCopy } from '../document/publicCopy';
import { choiceOf, coverKeys, type ReadingId } from '../document/reportNotes';
import { noticeOf } from '../sentences/notice';
import { countedYoung, youngWho } from '../sentences/young';
import { formatDate } from '../text/format';
import { readingWords } from '../text/reading';
import { aboutUnit } from './aboutUnit';
import type { ReportInput } from './input';
import { codeWords, finalText, number, paragraph, wholeOf } from './input';
import { ownParagraphs, ownTextOf, withOwnTexts } from './ownTexts';
import { getReading } from './readings';
import type { Block, Report, Section } from './report';
import { findSection } from './sections';

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

const readingOf = ({ options }: ReportInput): ReadingId => options?.reading ?? 'commission';

/** Title, date, language and the words that renderers add. */
export function reportMeta(input: ReportInput): Report['meta'] {
  const { diagnosis, territory, text, date, options } = input;
  const words = text.report.document;
  const own = readingWords(text.lang);
  const reading = readingOf(input);
  const notice = noticeOf(diagnosis, text);
  const t = (value: string) => finalText(value, input);
  const written = (key: string) => ownTextOf(input, reading, key)?.text;
  return {
    title: t(written(coverKeys.title) ?? own.readings[reading].title),
    subtitle: t(own.subtitles[reading](words.territory(territory.name, codeWords(input)))),
    author: t(written(coverKeys.author) ?? options?.author ?? words.author),
    date,
    lang: text.lang === 'fr' ? 'fr-FR' : 'en-GB',
    ...(notice ? { notice: t(notice.short) } : {}),
    ...sheetOf(input),
    labels: { ...words.labels, source: t(words.labels.source) },
  };
}

/** Paper: a booklet for everybody, lying where the user chose so, else A4 upright. */
function sheetOf(input: ReportInput): Pick<Report['meta'], 'sheet'> {
  const { isPublic } = getReading(readingOf(input));
  if (isPublic) return { sheet: 'a5' };
  return choiceOf(input.diagnosis, readingOf(input)).landscape ? { sheet: 'a4-paysage' } : {};
}

/** The notice of a demonstration; nothing elsewhere. */
function noticeBlocks(input: ReportInput): Block[] {
  // It tells of the demonstration, not of the unit that is read in it.
  const { diagnosis, text } = wholeOf(input);
  const { actors, partnerships } = diagnosis.inventory;
  const notice = noticeOf(diagnosis, text);
  const full = notice?.full(number(actors.length, input), number(partnerships.length, input));
  return full === undefined ? [] : [{ kind: 'notice', text: [finalText(full, input)] }];
}

/** What the report rests on, and whom it counts. */
function basis(input: ReportInput): Block[] {
  const { diagnosis, analysis, text, date } = input;
  const words = text.report.cover;
  const { actors, schemes, partnerships } = diagnosis.inventory;
  const { files } = diagnosis;
  const { counts } = text.ui;
  const counted = countedYoung(analysis);
  const rests =
    files.length === 0
      ? words.noBasis
      : words.basis(
          counts.actors(actors.length),
          counts.schemes(schemes.length),
          counts.ties(partnerships.length),
          words.files(files.length, number(files.length, input)),
        );
  const caution = counted ? words.cautionCounted(youngWho(analysis, text).many) : words.caution;
  const first = [words.dated(formatDate(date, text.lang)), rests, words.mesh[analysis.mesh]].join(' ');
  return [first, caution].map((sentence): Block => ({ kind: 'paragraph', text: [finalText(sentence, input)] }));
}

/** The user's foreword, what the report rests on, the notice of a demonstration; a booklet says when it was made. */
function cover(input: ReportInput): Block[] {
  const { text, date } = input;
  const foreword = ownTextOf(input, readingOf(input), coverKeys.foreword);
  const { isPublic } = getReading(readingOf(input));
  const dated: Block = { kind: 'paragraph', text: [finalText(text.report.cover.dated(formatDate(date, text.lang)), input)] };
  return [
    ...(foreword ? ownParagraphs(foreword, '', input) : []),
    ...(isPublic ? [dated] : basis(input)),
    ...noticeBlocks(input),
  ];
}

/** The sections of a part of the report; one that speaks of more than the unit of the report says so first. */
function partOf(id: string, input: ReportInput): Section[] {
  const builder = findSection(id);
  const sections = (builder?.build(input) ?? []).map((s) => ({ ...s, part: id }));
  const [first, ...rest] = sections;
  if (!first || !builder?.isOfWhole || !input.whole) return sections;
  const said = paragraph(readingWords(input.text.lang).ofWhole(input.whole.territory.name), input);
  return [{ ...first, blocks: [said, ...first.blocks] }, ...rest];
}

/** Ids of the sections of a reading: those that the user chose, else those it proposes. */
const sectionIdsOf = (diagnosis: ReportInput['diagnosis'], reading: ReadingId): readonly string[] =>
  choiceOf(diagnosis, reading).sections ?? getReading(reading).sections;

/** What a booklet for everybody is made from, whatever sections are in it: the public copy, and no earlier state. */
function publicInput(input: ReportInput): ReportInput {
  const { analysis, diagnosis, territory } = input;
  const { reportTexts, readings } = diagnosis;
  const { copy } = publicCopy(diagnosis, territory);
  const { earlier: _, ...options } = input.options ?? {};
  return {
    ...input,
    options,
    analysis: { ...analysis, settings: copy.settings, placed: placeSchemes(copy.inventory, territory, false) },
    diagnosis: { ...copy, ...(reportTexts ? { reportTexts } : {}), ...(readings ? { readings } : {}) },
  };
}

/** The whole report as data, in final typography and numbered: no renderer, no clock. Throws where no unit has the code asked. */
export function buildReport(asked: ReportInput): Report {
  const { unitCode } = asked.options ?? {};
  const given = getReading(readingOf(asked)).isPublic ? publicInput(asked) : asked;
  const input = unitCode === undefined ? given : aboutUnit(given, unitCode);
  if (!input) throw new Error(`no unit ${unitCode}`);
  const reading = readingOf(input);
  const parts = input.options?.sections ?? sectionIdsOf(input.diagnosis, reading);
  const sections = parts.flatMap((part) => partOf(part, input));
  return {
    meta: reportMeta(input),
    parts,
    cover: cover(input),
    sections: finishSections(withOwnTexts(sections, reading, input), input),
  };
}
