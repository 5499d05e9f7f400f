import { getDomain } from '../../model/domains';
import { wholeName } from '../../sentences/whole';
import type { SectionBuilder } from '../input';
import { number, paragraph, table } from '../input';

/** The chain from child welfare to housing, work, health and mentoring, unit by unit: the weak link in words. */
export const continuity = {
  id: 'continuite',
  build: (input) => {
    const { analysis, text } = input;
    const { rows, ties } = analysis.continuity;
    const words = text.analysis.continuity;
    const domains = rows[0]?.cells.map((c) => c.domain) ?? [];
    if (domains.length === 0 || analysis.totals.schemes === 0) return [];
    const isWhole = (code: string) => code === analysis.whole.code;
    return [
      {
        id: 'continuite',
        level: 1,
        newPage: true,
        title: words.title,
        blocks: [
          paragraph(words.intro, input, 'intro'),
          paragraph(words.ties(ties, number(ties, input)), input),
          table(input, {
            id: 'continuite',
            title: words.table,
            columns: [
              { key: 'territoire', label: text.report.figures.territory, width: 28, kind: 'text', rowHeader: true },
              ...domains.map((d) => ({
                key: d,
                label: text.model.domains[getDomain(d).id].short,
                width: 18,
                kind: 'text' as const,
              })),
            ],
            rows: rows.map((r) => [
              isWhole(r.code) ? wholeName(analysis, text.report.needs.whole) : r.name,
              ...r.cells.map((c) => words.cells[c.state]),
            ]),
            source: words.source,
          }),
        ],
      },
    ];
  },
} as const satisfies SectionBuilder;
