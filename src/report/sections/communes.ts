import type { CommuneDomain } from '../../analysis/analysis';
import { noticeOf } from '../../sentences/notice';
import { youngSource, youngWho } from '../../sentences/young';
import type { ReportInput, SectionBuilder } from '../input';
import { number, paragraph, table } from '../input';
import type { Block, Cell } from '../report';

function cell(reading: CommuneDomain | undefined, input: ReportInput): Cell {
  if (!reading || reading.level === null) return { level: null, text: '–' };
  const minutes = reading.minutes === null ? '–' : `${number(Math.round(reading.minutes), input)}\u00a0min`;
  return { level: reading.level, text: `${reading.level}\u00a0·\u00a0${minutes}` };
}

/** Level and estimated minutes of every commune in every domain, by name; with their units where there are several. */
export function communeTable(input: ReportInput, id: string, title: string): Block {
  const { analysis, diagnosis, text } = input;
  const words = text.report.annex;
  const units = new Map(analysis.units.map((u) => [u.code, u.name]));
  const hasUnits = units.size > 1;
  const sorted = [...analysis.communes].sort((a, b) => a.name.localeCompare(b.name, 'fr'));
  return table(input, {
    id,
    title: title + (noticeOf(diagnosis, text)?.beside ?? ''),
    columns: [
      { key: 'commune', label: words.commune, width: hasUnits ? 25 : 52, kind: 'text', rowHeader: true },
      ...(hasUnits ? [{ key: 'territoire', label: words.unit, width: 27, kind: 'text' as const }] : []),
      ...analysis.domains.map((d) => ({ key: d, label: text.model.domains[d].short, width: 12, kind: 'level' as const })),
    ],
    rows: sorted.map((commune) => [
      commune.name,
      ...(hasUnits ? [units.get(commune.unitCode) ?? '–'] : []),
      ...analysis.domains.map((d) => cell(commune.domains[d], input)),
    ]),
    source: text.report.figures.mapSource(youngWho(analysis, text).short, youngSource(analysis, text)),
  });
}

/** The table behind the maps. */
export const communes = {
  id: 'communes',
  build: (input) => {
    const words = input.text.report.annex;
    const blocks = [paragraph(words.intro, input, 'intro'), communeTable(input, 'communes', words.tableTitle)];
    return [{ id: 'communes', level: 1, newPage: true, title: words.title, blocks }];
  },
} as const satisfies SectionBuilder;
