import type { CommuneDomain } from '../../analysis/analysis';
import { noticeOf } from '../../sentences/notice';
import { youngSource, youngWho } from '../../sentences/young';
import type { ReportInput, SectionBuilder } from '../input';
import { number, paragraph, table } from '../input';
import type { Cell } from '../report';

function cell(reading: CommuneDomain | undefined, input: ReportInput): Cell {
  if (!reading || reading.level === null) return { level: null, text: '–' };
  const minutes = reading.minutes === null ? '–' : `${number(Math.round(reading.minutes), input)}\u00a0min`;
  return { level: reading.level, text: `${reading.level}\u00a0·\u00a0${minutes}` };
}

/** The table behind the maps: level and estimated minutes of every commune in every domain, by name. */
export const communes: SectionBuilder = {
  id: 'communes',
  build: (input) => {
    const { analysis, diagnosis, options, text } = input;
    if (options?.communeTable === false) return [];
    const words = text.report.annex;
    const units = new Map(analysis.units.map((u) => [u.code, u.name]));
    const sorted = [...analysis.communes].sort((a, b) => a.name.localeCompare(b.name, 'fr'));
    const block = table(input, {
      id: 'communes',
      title: words.tableTitle + (noticeOf(diagnosis, text)?.beside ?? ''),
      columns: [
        { key: 'commune', label: words.commune, width: 25, kind: 'text', rowHeader: true },
        { key: 'territoire', label: words.unit, width: 27, kind: 'text' },
        ...analysis.domains.map((id) => ({ key: id, label: text.model.domains[id].short, width: 12, kind: 'level' as const })),
      ],
      rows: sorted.map((commune) => [
        commune.name,
        units.get(commune.unitCode) ?? '–',
        ...analysis.domains.map((id) => cell(commune.domains[id], input)),
      ]),
      source: text.report.figures.mapSource(youngWho(analysis, text).short, youngSource(analysis, text)),
    });
    return [{ id: 'communes', level: 1, newPage: true, title: words.title, blocks: [paragraph(words.intro, input), block] }];
  },
};
