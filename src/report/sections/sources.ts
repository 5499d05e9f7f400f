import type { Confidence } from '../../analysis/analysis';
import { censusStates } from '../../model/lists';
import { borderSentence } from '../../sentences/border';
import { noticeOf } from '../../sentences/notice';
import { formatDate } from '../../text/format';
import type { ReportInput, SectionBuilder } from '../input';
import { list, number, paragraph, table } from '../input';
import type { Block, Section } from '../report';
import { yearSpan } from './network';

function filesTable(input: ReportInput): Block {
  const { diagnosis, text } = input;
  const words = text.report.sources;
  if (diagnosis.files.length === 0) return paragraph(words.noFiles, input);
  const n = (value: number) => number(value, input);
  return table(input, {
    id: 'fichiers',
    title: words.filesTable,
    columns: [
      { key: 'fichier', label: words.file, width: 25, kind: 'text', rowHeader: true },
      { key: 'format', label: words.format, width: 19, kind: 'text' },
      { key: 'date', label: words.date, width: 18, kind: 'text' },
      { key: 'lues', label: words.read, width: 10, kind: 'number' },
      { key: 'gardees', label: words.kept, width: 10, kind: 'number' },
      { key: 'fusionnees', label: words.merged, width: 11, kind: 'number' },
      { key: 'refusees', label: words.refused, width: 10, kind: 'number' },
    ],
    rows: diagnosis.files.map((f) => [
      f.name,
      text.import.formats[f.format] ?? f.format,
      formatDate(f.importedOn, text.lang),
      n(f.read),
      n(f.kept),
      n(f.merged),
      n(f.refused),
    ]),
    source: words.filesSource,
  });
}

function originTable(input: ReportInput): Block[] {
  const { diagnosis, text } = input;
  const words = text.report.sources;
  const records = [...diagnosis.inventory.actors, ...diagnosis.inventory.schemes];
  if (records.length === 0) return [];
  const origins = new Map<string, (number | undefined)[]>();
  for (const record of records) {
    const origin = record.origin ?? words.unknownOrigin;
    origins.set(origin, [...(origins.get(origin) ?? []), record.originYear]);
  }
  return [
    table(input, {
      id: 'origines',
      title: words.originsTable,
      columns: [
        { key: 'origine', label: words.origin, width: 70, kind: 'text', rowHeader: true },
        { key: 'fiches', label: words.records, width: 12, kind: 'number' },
        { key: 'annees', label: words.years, width: 18, kind: 'number' },
      ],
      rows: [...origins]
        .sort((a, b) => b[1].length - a[1].length || a[0].localeCompare(b[0], 'fr'))
        .map(([origin, years]) => [origin, number(years.length, input), yearSpan(years)]),
      source: words.originsSource,
    }),
  ];
}

function territoryTable(input: ReportInput): Block {
  const words = input.text.report.sources;
  return table(input, {
    id: 'territoire',
    title: words.territoryTable,
    columns: [
      { key: 'donnee', label: words.what, width: 34, kind: 'text', rowHeader: true },
      { key: 'producteur', label: words.producer, width: 30, kind: 'text' },
      { key: 'millesime', label: words.year, width: 16, kind: 'text' },
      { key: 'licence', label: words.licence, width: 20, kind: 'text' },
    ],
    rows: input.territory.sources.map((s) => [words.territoryTables[s.what] ?? s.what, s.producer, s.year, s.licence]),
    source: words.territorySource,
  });
}

/** "partiel (12) ; non commencé (5)", leaving out what has none. */
function counted<K extends string>(
  keys: readonly K[],
  values: readonly K[],
  label: (key: K) => string,
  input: ReportInput,
): string {
  return keys
    .map((key) => ({ key, n: values.filter((value) => value === key).length }))
    .filter(({ n }) => n > 0)
    .map(({ key, n }) => input.text.report.sources.counted(label(key), number(n, input)))
    .join(input.text.report.itemSeparator);
}

function censusTable(input: ReportInput): Block {
  const { analysis, text } = input;
  const words = text.report.sources;
  const confidences = ['none', 'faible', 'moyenne', 'haute'] as const satisfies readonly (Confidence | 'none')[];
  return table(input, {
    id: 'recensement',
    title: words.censusTitle,
    columns: [
      { key: 'domaine', label: text.report.method.domain, width: 28, kind: 'text', rowHeader: true },
      { key: 'recensement', label: words.censusColumn, width: 28, kind: 'text' },
      { key: 'confiance', label: words.confidenceColumn, width: 30, kind: 'text' },
      { key: 'absentes', label: words.absentColumn, width: 14, kind: 'number' },
    ],
    rows: analysis.domains.map((id) => {
      const readings = analysis.units.flatMap((unit) => unit.domains[id] ?? []);
      return [
        text.model.domains[id].name,
        counted(
          censusStates,
          readings.map((r) => r.census),
          (state) => text.model.census[state],
          input,
        ) || '–',
        counted(
          confidences,
          readings.map((r) => r.confidence ?? 'none'),
          (confidence) => (confidence === 'none' ? words.confidenceNone : text.model.confidence[confidence]),
          input,
        ) || '–',
        number(readings.filter((r) => r.level === null).length, input),
      ];
    }),
    source: words.censusSource,
  });
}

/** What the inventory lacks, counted; a line for each lack there is. */
function holes(input: ReportInput): Block[] {
  const { analysis, diagnosis, text } = input;
  const words = text.report.sources.holes;
  const { totals } = analysis;
  const n = (value: number) => number(value, input);
  const { schemes } = diagnosis.inventory;
  const withPlaces = schemes.filter((s) => s.places !== undefined).length;
  const toVerify = schemes.filter((s) => s.toVerify?.length || s.verification === 'a-verifier').length;
  const lines: (string | false)[] = [
    totals.withoutPosition > 0 && words.position(totals.withoutPosition, n(totals.withoutPosition), n(totals.schemes)),
    totals.withoutDomain > 0 && words.domain(totals.withoutDomain, n(totals.withoutDomain)),
    totals.schemes > 0 && words.places(withPlaces, n(withPlaces), n(totals.schemes)),
    totals.remoteOnly.length > 0 && words.remote(totals.remoteOnly.map((s) => s.name).join(', ')),
    totals.closed > 0 && words.closed(totals.closed, n(totals.closed)),
    ...analysis.domains.map((d) => borderSentence(analysis, d, text) ?? false),
    toVerify > 0 && words.verify(toVerify, n(toVerify)),
  ];
  const said = lines.filter((line) => line !== false);
  return said.length > 0 ? [list(said, input)] : [];
}

/** Every file with its counts, the declared origins, the territory's data, and what is missing. */
export const sources = {
  id: 'sources',
  build: (input) => {
    const { diagnosis, text } = input;
    const words = text.report.sources;
    const missing = holes(input);
    const notice = noticeOf(diagnosis, text);
    const mentions = notice ? [paragraph(notice.sources, input)] : [];
    const sections: Section[] = [
      { id: 'sources', level: 1, title: words.title, blocks: [] },
      { id: 'sources-fichiers', level: 2, title: words.filesTitle, blocks: [filesTable(input), ...mentions] },
      { id: 'sources-trous', level: 2, title: words.holesTitle, blocks: [...missing, censusTable(input)] },
      { id: 'sources-origines', level: 2, title: words.originsTitle, blocks: originTable(input) },
      { id: 'sources-territoire', level: 2, title: words.territoryTitle, blocks: [territoryTable(input)] },
    ];
    return sections.filter((section) => section.level === 1 || section.blocks.length > 0);
  },
} as const satisfies SectionBuilder;
