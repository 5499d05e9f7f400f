import type { Gap, UnitReading } from '../../analysis/analysis';
import { findPossibleNeeds } from '../../analysis/gaps';
import { levelText } from '../../figures/matrixFigure';
import { rankedUnits } from '../../figures/rankedUnits';
import type { DomainId } from '../../model/domains';
import { gapProof, gapSentence, possibleNeedSentence } from '../../sentences/gaps';
import { noticeOf } from '../../sentences/notice';
import { wholeName } from '../../sentences/whole';
import { youngSource, youngWho } from '../../sentences/young';
import { formatPeople } from '../../text/format';
import type { ReportInput, SectionBuilder } from '../input';
import { list, number, paragraph, table } from '../input';
import type { Block, Cell, Inline } from '../report';

/** Beyond these, needs are read in the matrix. */
const listed = 60;

const levelCell = (unit: UnitReading, domain: DomainId, input: ReportInput): Cell => ({
  level: unit.domains[domain]?.level ?? null,
  text: levelText(unit, domain, input.text),
});

/** Mesh × domain: level and people in each cell, the whole département last. */
export function matrixTable(input: ReportInput, compact?: { readonly rows: number }): Block {
  const { analysis, diagnosis, text } = input;
  const words = text.report.needs;
  const row = (unit: UnitReading, name: string): Cell[] => [
    name,
    formatPeople(unit.young, text.lang),
    ...analysis.domains.map((domain) => levelCell(unit, domain, input)),
  ];
  const units = rankedUnits(analysis.units).slice(0, compact?.rows);
  return table(input, {
    id: 'matrice',
    title: words.matrixTitle + (noticeOf(diagnosis, text)?.beside ?? ''),
    columns: [
      { key: 'territoire', label: text.report.figures.territory, width: compact ? 52 : 34, kind: 'text', rowHeader: true },
      { key: 'jeunes', label: words.young(youngWho(analysis, text).short), width: 13, kind: 'number' },
      ...analysis.domains.map((id) => ({ key: id, label: text.model.domains[id].short, width: 14, kind: 'level' as const })),
    ],
    rows: [
      ...units.map((unit) => row(unit, unit.name)),
      ...(analysis.units.length > 1 ? [row(analysis.whole, wholeName(analysis, words.whole))] : []),
    ],
    source: text.report.figures.mapSource(youngWho(analysis, text).short, youngSource(analysis, text)),
    ...(compact ? { compact: true as const } : {}),
  });
}

/** The sentence of a need, and the partners to examine where there are any. */
export function needItem(gap: Gap, input: ReportInput): Inline[] {
  const { analysis, text } = input;
  const sentence = gapSentence(gap, analysis, text);
  // Partners are proposed only for what holds when the constants change.
  const isProposed = gap.robustness?.verdict === 'robuste' && gap.candidates.length > 0;
  const partners = isProposed ? gapProof(gap, analysis, text).at(-1) : undefined;
  return partners ? [sentence, ' ', { text: partners, em: true }] : [sentence];
}

/** Needs that may be, where places are not stated; nothing where there are none. */
function possibleBlocks(input: ReportInput): Block[] {
  const { analysis, text } = input;
  const possible = findPossibleNeeds(analysis);
  if (possible.length === 0) return [];
  const rest = possible.length - listed;
  return [
    list(
      possible.slice(0, listed).map((need) => possibleNeedSentence(need, analysis, text)),
      input,
      { small: true },
    ),
    ...(rest > 0 ? [paragraph(text.report.needs.rest(rest, number(rest, input)), input)] : []),
  ];
}

/** The matrix, then each need in a sentence. */
export const needs = {
  id: 'besoins',
  build: (input) => {
    const words = input.text.report.needs;
    const { gaps } = input.analysis;
    const possible = possibleBlocks(input);
    const blocks: Block[] = [
      paragraph(words.listIntro(gaps.length, number(gaps.length, input)), input),
      list(
        gaps.slice(0, listed).map((gap) => needItem(gap, input)),
        input,
        { ordered: true, small: true },
      ),
    ];
    if (gaps.length > listed)
      blocks.push(paragraph(words.rest(gaps.length - listed, number(gaps.length - listed, input)), input));
    return [
      {
        id: 'besoins',
        level: 1,
        newPage: true,
        title: words.title,
        blocks: [paragraph(words.matrixIntro, input, 'intro'), matrixTable(input)],
      },
      ...(gaps.length > 0 ? [{ id: 'besoins-phrases', level: 2 as const, title: words.listTitle, blocks }] : []),
      ...(possible.length > 0
        ? [{ id: 'besoins-possibles', level: 2 as const, title: words.possibleTitle, blocks: possible }]
        : []),
    ];
  },
} as const satisfies SectionBuilder;
