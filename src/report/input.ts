import type { Analysis } from '../analysis/analysis';
import type { Diagnosis, Snapshot } from '../document/diagnosis';
import type { ReadingId } from '../document/reportNotes';
import type { MapStyle } from '../figures/mapDrawing';
import type { Territory } from '../model/territory';
import { noticeOf } from '../sentences/notice';
import { isFictional } from '../territory/departements';
import { formatNumber, typeset } from '../text/format';
import type { Text } from '../text/fr';
import type { Block, Inline, Section } from './report';

export interface ReportOptions {
  /** Whom the report speaks to; absent: the commission. */
  readonly reading?: ReadingId;
  /** A unit of the mesh that the report is about; absent: the whole territory. */
  readonly unitCode?: string;
  /** The earlier state that « ce qui a changé » is told from; absent: the latest of the diagnosis. */
  readonly earlier?: Snapshot;
  /** Who signs; absent: « Dossier établi avec Maillage ». */
  readonly author?: string;
  /** How communes are drawn; absent: circles while outlines are schematic, cells otherwise. */
  readonly mapStyle?: MapStyle;
  /** Ids of the sections, in order, instead of those that the user chose or the reading proposes. */
  readonly sections?: readonly string[];
}

/** All that a report is made from: nothing else is read, so that the same input gives the same report. */
export interface ReportInput {
  readonly diagnosis: Diagnosis;
  readonly analysis: Analysis;
  readonly territory: Territory;
  readonly text: Text;
  /** ISO date printed on the report. */
  readonly date: string;
  readonly options?: ReportOptions;
  /** Of a report about one unit: what the unit was taken from. Levels, needs and suggestions are read there, never anew. */
  readonly whole?: ReportInput;
}

export interface SectionBuilder {
  readonly id: string;
  /** Speaks of the whole territory even in a report about one of its units, which is then said. */
  readonly isOfWhole?: true;
  /** One section and its subsections, in order; none when there is nothing to say. */
  readonly build: (input: ReportInput) => readonly Section[];
}

const unit = /(\d) (?=(?:min|km|ans|h|jeunes|acteurs|communes|lieux|liens|dispositifs|places)\b|[€%])/gu;

/** Final typography of a text: the language's spacing, and figures kept with their unit. */
export const finalText = (text: string, input: Pick<ReportInput, 'text'>): string =>
  typeset(text, input.text.lang)
    .replace(unit, '$1\u00a0')
    .replace(/(\d) à (?=\d)/g, '$1\u00a0à\u00a0');

/** A number in the report's language. */
export const number = (value: number, input: Pick<ReportInput, 'text'>, digits = 0): string =>
  formatNumber(value, input.text.lang, digits);

/** A paragraph; with a key, which is unique in its section, the user may write it anew. */
export const paragraph = (text: string | readonly Inline[], input: ReportInput, key?: string): Block => ({
  kind: 'paragraph',
  text: inlines(text, input),
  ...(key === undefined ? {} : { edit: { key, computed: '' } }),
});

export const list = (
  items: readonly (string | readonly Inline[])[],
  input: ReportInput,
  look: { readonly ordered?: true; readonly small?: true; readonly columns?: true } = {},
): Block => ({ kind: 'list', items: items.map((item) => inlines(item, input)), ...look });

function inlines(text: string | readonly Inline[], input: ReportInput): Inline[] {
  if (typeof text === 'string') return [finalText(text, input)];
  return text.map((part) => (typeof part === 'string' ? finalText(part, input) : { ...part, text: finalText(part.text, input) }));
}

/** A table with its words in final typography; its number is given when the report is assembled. */
export function table(input: ReportInput, given: Omit<Extract<Block, { kind: 'table' }>, 'kind' | 'number'>): Block {
  const t = (text: string) => finalText(text, input);
  return {
    ...given,
    kind: 'table',
    number: 0,
    title: t(given.title),
    source: t(given.source),
    columns: given.columns.map((c) => ({ ...c, label: t(c.label) })),
    rows: given.rows.map((row) => row.map((cell) => (typeof cell === 'string' ? t(cell) : { ...cell, text: t(cell.text) }))),
  };
}

/** The input that holds the whole territory: the one given, unless it is about one of its units. */
export const wholeOf = (input: ReportInput): ReportInput => input.whole ?? input;

/** Style of the maps: what the options ask for, else circles while the outlines are schematic. */
export const mapStyleOf = ({ options, territory }: ReportInput): MapStyle =>
  options?.mapStyle ?? (territory.schematic ? 'circles' : 'cells');

/** What stands in brackets after the name of the territory: its code, or that it is fictional. */
export const codeWords = ({ territory, text }: Pick<ReportInput, 'territory' | 'text'>): string =>
  isFictional(territory.code) ? text.analysis.notices.fictional.tag : territory.code;

/** The stamp of a demonstration, as an optional property. */
export function stampOf({ diagnosis, text }: ReportInput): { stamp?: string } {
  const notice = noticeOf(diagnosis, text);
  return notice ? { stamp: notice.stamp } : {};
}
