import type { DomainId } from '../../model/domains';
import { formatShare } from '../../text/format';
import type { ReportInput, SectionBuilder } from '../input';
import { number, paragraph, table } from '../input';
import type { Block, Cell } from '../report';

/** « 12 (80 %) »; the share only from twenty on: under that it would claim more than it knows. */
function counted(part: number, whole: number, input: ReportInput): string {
  const share = whole >= 20 ? ` (${formatShare(part / whole, input.text.lang)})` : '';
  return `${number(part, input)}${share}`;
}

function supplyTable(input: ReportInput): Block {
  const { analysis, text } = input;
  const words = text.report.supply;
  const row = (id: DomainId): Cell[] => {
    const t = analysis.totals.byDomain[id];
    if (!t) return [text.model.domains[id].name, '–', '–', '–', '–', '–'];
    const { saturee, tendue, inconnue } = t.saturation;
    return [
      text.model.domains[id].name,
      number(t.schemes, input),
      counted(t.dedicated, t.schemes, input),
      t.schemesWithPlaces === 0 ? '–' : words.places(number(t.knownPlaces, input), number(t.schemesWithPlaces, input)),
      inconnue === t.schemes ? '–' : words.pressed(number(saturee, input), number(tendue, input)),
      number(inconnue, input),
    ];
  };
  return table(input, {
    id: 'offre',
    title: words.title,
    columns: [
      { key: 'domaine', label: text.report.method.domain, width: 26, kind: 'text', rowHeader: true },
      { key: 'dispositifs', label: words.schemes, width: 12, kind: 'number' },
      { key: 'dedies', label: words.dedicated, width: 14, kind: 'number' },
      { key: 'places', label: words.knownPlaces, width: 20, kind: 'text' },
      { key: 'saturation', label: words.saturation, width: 16, kind: 'text' },
      { key: 'inconnue', label: words.unknown, width: 12, kind: 'number' },
    ],
    rows: analysis.domains.map(row),
    source: text.report.document.computed,
  });
}

/** Places and how they are shared, for the domains read by places. */
function accessTable(input: ReportInput): Block[] {
  const { analysis, text } = input;
  const words = text.report.supply;
  const read = analysis.domains.flatMap((id) => {
    const access = analysis.access[id];
    return access?.measures && access.reference !== null ? [{ id, access, measures: access.measures }] : [];
  });
  if (read.length === 0) return [];
  const share = (value: number | null) => (value === null ? '–' : formatShare(value, text.lang));
  return [
    paragraph(words.accessIntro, input),
    table(input, {
      id: 'places',
      title: words.accessTitle,
      columns: [
        { key: 'domaine', label: text.report.method.domain, width: 24, kind: 'text', rowHeader: true },
        { key: 'taux', label: words.perThousand, width: 14, kind: 'number' },
        { key: 'reference', label: words.reference, width: 14, kind: 'number' },
        { key: 'sous', label: words.underLine, width: 14, kind: 'number' },
        { key: 'manque', label: words.shortfall, width: 12, kind: 'number' },
        { key: 'hoover', label: words.hoover, width: 11, kind: 'number' },
        { key: 'gini', label: words.gini, width: 11, kind: 'number' },
      ],
      rows: read.map(({ id, access, measures }) => [
        text.model.domains[id].name,
        measures.placesPerThousand === null ? '–' : number(measures.placesPerThousand, input, 1),
        number(1000 * (access.reference ?? 0), input, 1),
        share(measures.underLine),
        number(Math.ceil(measures.shortfall), input),
        share(measures.hoover),
        measures.gini === null ? '–' : number(measures.gini, input, 2),
      ]),
      source: text.report.document.computed,
    }),
  ];
}

/** What the inventory says of supply, domain by domain: dedicated, places, saturation; unknown is a class of its own. */
export const supply = {
  id: 'offre',
  build: (input) => {
    if (input.analysis.totals.schemes === 0) return [];
    const words = input.text.report.supply;
    return [
      {
        id: 'offre',
        level: 1,
        title: words.title,
        blocks: [paragraph(words.intro, input, 'intro'), supplyTable(input), ...accessTable(input)],
      },
    ];
  },
} as const satisfies SectionBuilder;
