import { hiddenCounts } from '../../document/maskedCounts';
import { type YoungCount, youngGroups } from '../../model/territory';
import { countedUnits } from '../../territory/counted';
import type { SectionBuilder } from '../input';
import { number, paragraph, table } from '../input';

/** Young people of ASE and PJJ as the département counts them, unit by unit; nothing where it entered none. */
export const young = {
  id: 'jeunes',
  build: (input) => {
    const { diagnosis, territory, text } = input;
    const units = countedUnits(territory, diagnosis.sectors ?? []);
    const counts = (diagnosis.youngCounts ?? []).filter((c) => units.has(c.unitCode));
    if (counts.length === 0) return [];
    const words = text.report.young;
    const hidden = hiddenCounts(counts, territory.wholeCode);
    const shown = (c: YoungCount) => (!hidden.has(c) ? number(c.people, input) : c.people < 5 ? words.few : words.hidden);
    const rows = [...counts]
      .sort((a, b) => a.unitName.localeCompare(b.unitName, 'fr') || youngGroups.indexOf(a.group) - youngGroups.indexOf(b.group))
      .map((c) => [
        c.unitName,
        text.model.youngGroups[c.group],
        shown(c),
        c.ages ?? text.ui.values.unknown,
        c.year === undefined ? text.ui.values.unknown : String(c.year),
        c.source || words.entered,
      ]);
    return [
      {
        id: 'jeunes',
        level: 1,
        title: words.title,
        blocks: [
          paragraph(words.intro, input, 'intro'),
          table(input, {
            id: 'jeunes-comptes',
            title: words.title,
            columns: [
              { key: 'territoire', label: words.unit, width: 30, kind: 'text', rowHeader: true },
              { key: 'groupe', label: words.group, width: 18, kind: 'text' },
              { key: 'nombre', label: words.people, width: 12, kind: 'number' },
              { key: 'ages', label: words.ages, width: 13, kind: 'text' },
              { key: 'annee', label: words.year, width: 10, kind: 'text' },
              { key: 'source', label: words.source, width: 17, kind: 'text' },
            ],
            rows,
            source: words.tableSource,
          }),
        ],
      },
    ];
  },
} as const satisfies SectionBuilder;
