import type { UnitDomain, UnitReading } from '../../analysis/analysis';
import { type NeedsReading, needsOf, readNeeds } from '../../analysis/needs';
import { type NeedId, needIds } from '../../model/domains';
import type { Scheme } from '../../model/inventory';
import { legalNeedSentence } from '../../sentences/gaps';
import { youngSource, youngWho } from '../../sentences/young';
import { formatPeople } from '../../text/format';
import { readingWords } from '../../text/reading';
import type { ReportInput, SectionBuilder } from '../input';
import { list, number, paragraph, table, wholeOf } from '../input';
import type { Block, Section } from '../report';

/** Territories told in sentences under each need. */
const told = 4;

interface Read {
  readonly reading: NeedsReading;
  /** The six needs where the report is: in one unit, or in the whole. */
  readonly here: NeedsReading['whole'];
  readonly open: readonly Scheme[];
  readonly placed: ReadonlySet<string>;
}

function readHere(input: ReportInput): Read {
  const { diagnosis, territory, analysis } = wholeOf(input);
  const reading = readNeeds(diagnosis, territory);
  const rank = input.whole ? analysis.units.findIndex((u) => u.code === input.analysis.whole.code) : -1;
  return {
    reading,
    here: reading.units[rank] ?? reading.whole,
    open: input.diagnosis.inventory.schemes.filter((s) => s.closed !== true),
    placed: new Set(input.analysis.placed.map((p) => p.schemeId)),
  };
}

const isDedicated = ({ dedication }: Scheme): boolean => dedication === 'ase' || dedication === 'pjj' || dedication === 'jeunes';

function countsOf(need: NeedId, { open, placed }: Read) {
  const schemes = open.filter((s) => needsOf(s).includes(need));
  return {
    all: schemes.length,
    dedicated: schemes.filter(isDedicated).length,
    placed: schemes.filter((s) => placed.has(s.id)).length,
  };
}

function legalTable(input: ReportInput, read: Read): Block {
  const { analysis, text } = input;
  const words = text.report.needs;
  return table(input, {
    id: 'besoins-legaux',
    title: words.legalTable,
    columns: [
      { key: 'besoin', label: words.need, width: 28, kind: 'text', rowHeader: true },
      { key: 'dispositifs', label: words.schemes, width: 14, kind: 'number' },
      { key: 'places', label: words.withPlace, width: 14, kind: 'number' },
      { key: 'dedies', label: words.dedicated, width: 16, kind: 'number' },
      { key: 'niveau', label: words.needLevel, width: 10, kind: 'level' },
      { key: 'jeunes', label: words.needPeople, width: 18, kind: 'number' },
    ],
    rows: needIds.map((need) => {
      const { level, people } = read.here[need];
      const counts = countsOf(need, read);
      return [
        text.model.needs[need],
        number(counts.all, input),
        number(counts.placed, input),
        number(counts.dedicated, input),
        { level, text: level === null ? '–' : String(level) },
        level === null ? '–' : people >= 1 ? formatPeople(people, text.lang) : number(0, input),
      ];
    }),
    source: text.report.figures.mapSource(youngWho(analysis, text).short, youngSource(analysis, text)),
  });
}

/** Units where most young people live with this need uncovered, in sentences. */
function whereBlocks(need: NeedId, input: ReportInput, { reading }: Read): Block[] {
  const { analysis, text } = wholeOf(input);
  const words = readingWords(text.lang).legal;
  const own = new Set(input.analysis.units.map((u) => u.code));
  const found = analysis.units
    .map((unit, i): { unit: UnitReading; reading: UnitDomain } => ({ unit, reading: reading.units[i]![need] }))
    .filter(({ unit, reading: r }) => own.has(unit.code) && r.level !== null && r.people >= 1)
    .sort((a, b) => b.reading.people - a.reading.people || (a.unit.code < b.unit.code ? -1 : 1));
  const sentences = found.flatMap(({ unit, reading: r }) => legalNeedSentence(need, unit, r, analysis, text) ?? []);
  if (sentences.length === 0) return [];
  const rest = sentences.length - told;
  return [
    paragraph([{ text: words.where, strong: true }], input),
    list(sentences.slice(0, told), input, { small: true }),
    ...(rest > 0 ? [paragraph(words.more(rest), input)] : []),
  ];
}

function needSection(need: NeedId, input: ReportInput, read: Read): Section {
  const { text } = input;
  const words = readingWords(text.lang).legal;
  const counts = countsOf(need, read);
  const { level, people } = read.here[need];
  const shown = people >= 1 ? formatPeople(people, text.lang) : words.nobody;
  const levelSentence =
    level === null
      ? words.noLevel
      : words.level(`${level}, ${text.model.levels[level]}`, people >= 5 ? words.about(shown) : shown);
  const sentence = counts.all === 0 ? words.none : words.counts(counts.all, counts.dedicated, counts.placed);
  return {
    id: `besoins-loi-${need}`,
    level: 2,
    title: text.model.needs[need],
    blocks: [paragraph(`${sentence} ${levelSentence}`, input, 'lecture'), ...whereBlocks(need, input, read)],
  };
}

/** The six needs of article R. 222-6 as headings: their schemes, their level, where most young people are concerned. */
export const legalNeeds = {
  id: 'besoins-loi',
  build: (input) => {
    const { text } = input;
    const read = readHere(input);
    const { schemes, deduced } = read.reading;
    const intro = [
      text.report.needs.legalIntro,
      ...(deduced > 0 ? [text.report.needs.legalDeduced(deduced, number(deduced, input), number(schemes, input))] : []),
    ].join(' ');
    return [
      {
        id: 'besoins-loi',
        level: 1,
        newPage: true,
        title: text.report.needs.legalTitle,
        blocks: [paragraph(intro, input, 'intro'), legalTable(input, read)],
      },
      ...needIds.map((need) => needSection(need, input, read)),
    ];
  },
} as const satisfies SectionBuilder;
