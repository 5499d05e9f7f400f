import type { UnitDomain } from '../../analysis/analysis';
import { buildMapStrip } from '../../figures/mapStrip';
import type { DomainId } from '../../model/domains';
import { nearestName } from '../../sentences/gaps';
import { youngSource, youngWho } from '../../sentences/young';
import { formatPeople } from '../../text/format';
import { readingWords } from '../../text/reading';
import { termLabel } from '../../text/terms';
import { aboutUnit } from '../aboutUnit';
import type { ReportInput, SectionBuilder } from '../input';
import { list, mapStyleOf, number, paragraph, stampOf, table, wholeOf } from '../input';
import type { Block, Cell, Section } from '../report';
import { communeTable } from './communes';
import { needItem } from './needs';

const mostActors = 20;

function domainRow(domain: DomainId, reading: UnitDomain | undefined, input: ReportInput): Cell[] {
  const { text } = input;
  const words = readingWords(text.lang).unit;
  const whole = wholeOf(input).analysis.whole.domains[domain]?.level ?? null;
  const level = reading?.level ?? null;
  const shown = (value: 0 | 1 | 2 | 3 | null): Cell => ({ level: value, text: value === null ? '–' : String(value) });
  const nearest =
    reading?.nearest && reading.minutes !== null
      ? words.nearest(nearestName(reading.nearest, domain, input.analysis), number(Math.round(reading.minutes), input))
      : words.noNearest;
  const people = reading?.people ?? 0;
  return [
    text.model.domains[domain].short,
    shown(level),
    shown(whole),
    level === null ? '–' : people >= 1 ? formatPeople(people, text.lang) : number(0, input),
    nearest,
    number(reading?.records ?? 0, input),
    text.model.confidence[reading?.confidence ?? 'none'],
  ];
}

function domainTable(input: ReportInput): Block {
  const { analysis, text } = input;
  const unit = analysis.whole;
  const words = readingWords(text.lang).unit;
  const { columns } = words;
  return table(input, {
    id: `territoire-${unit.code}`,
    title: words.table(unit.name),
    columns: [
      { key: 'domaine', label: columns.domain, width: 13, kind: 'text', rowHeader: true },
      { key: 'niveau', label: columns.level, width: 9, kind: 'level' },
      { key: 'ensemble', label: columns.whole, width: 14, kind: 'level' },
      { key: 'jeunes', label: columns.people, width: 16, kind: 'number' },
      { key: 'proche', label: columns.nearest, width: 24, kind: 'text' },
      { key: 'lieux', label: columns.records, width: 11, kind: 'number' },
      { key: 'confiance', label: columns.confidence, width: 13, kind: 'text' },
    ],
    rows: analysis.domains.map((d) => domainRow(d, unit.domains[d], input)),
    source: text.report.figures.mapSource(youngWho(analysis, text).short, youngSource(analysis, text)),
  });
}

function needBlocks(input: ReportInput): Block[] {
  const { analysis, text } = input;
  if (analysis.gaps.length === 0) return [paragraph(readingWords(text.lang).unit.noNeeds, input)];
  return [
    list(
      analysis.gaps.map((gap) => needItem(gap, input)),
      input,
      { small: true },
    ),
  ];
}

/** The chain from child welfare to each domain, a line each; nothing where there is no chain to tell. */
function continuityLines(input: ReportInput): string[] {
  const { analysis, text } = input;
  const [row] = analysis.continuity.rows;
  // A unit without an actor of its own is served, or not, by those around.
  if (wholeOf(input).analysis.totals.schemes === 0) return [];
  const { cells } = text.analysis.continuity;
  return (row?.cells ?? []).map((c) => `${text.model.domains[c.domain].short}${text.report.colon}${cells[c.state]}.`);
}

function actorBlocks(input: ReportInput): Block[] {
  const { diagnosis, text } = input;
  const words = readingWords(text.lang).unit;
  const { actors, sites } = diagnosis.inventory;
  const receiving = new Set(sites.map((s) => s.actorId));
  const here = actors.filter((a) => receiving.has(a.id)).sort((a, b) => a.name.localeCompare(b.name, 'fr'));
  if (actors.length === 0) return [paragraph(words.noActors, input)];
  const rest = here.length - mostActors;
  return [
    paragraph(words.actorsIntro(here.length, actors.length - here.length), input),
    ...(here.length > 0
      ? [
          list(
            here.slice(0, mostActors).map((a) => `${a.name} – ${termLabel(text.model.kinds, a.kind)}`),
            input,
            { small: true },
          ),
        ]
      : []),
    ...(rest > 0 ? [paragraph(words.actorsMore(rest), input)] : []),
  ];
}

/** The pages of one unit: its communes on small maps, its levels beside the département's, its needs, its chain, its actors. */
function sheet(input: ReportInput): Section[] {
  const { analysis, territory, text } = input;
  const unit = analysis.whole;
  const words = readingWords(text.lang).unit;
  const strip = buildMapStrip({
    ...{ analysis, territory, text, style: mapStyleOf(input), size: { width: 483, height: 150 } },
    ...stampOf(input),
  });
  const figure = { ...strip, id: `cartes-${unit.code}`, tableId: `communes-${unit.code}` };
  const intro = words.intro(
    text.ui.counts.communes(analysis.communes.length),
    formatPeople(unit.young, text.lang),
    youngWho(analysis, text).many,
    number(unit.population, input),
    unit.partial,
  );
  const part = (id: string, title: string, blocks: readonly Block[]): Section[] =>
    blocks.length === 0 ? [] : [{ id: `territoire-${unit.code}-${id}`, level: 2, title, blocks }];
  const chain = continuityLines(input);
  return [
    {
      id: `territoire-${unit.code}`,
      level: 1,
      newPage: true,
      title: words.title(unit.name),
      blocks: [paragraph(intro, input, 'intro'), { kind: 'figure', number: 0, figure, size: 'full' }, domainTable(input)],
    },
    ...part('besoins', words.needs, needBlocks(input)),
    ...part('continuite', words.continuity, chain.length > 0 ? [list(chain, input, { small: true })] : []),
    ...part('acteurs', words.actors, actorBlocks(input)),
    ...part('communes', words.communes, [communeTable(input, `communes-${unit.code}`, words.communesTable(unit.name))]),
  ];
}

/** A sheet for the unit that the report is about; for every unit of the mesh where it is about the whole. */
export const unitSheets = {
  id: 'territoires',
  build: (input) => {
    if (input.whole) return sheet(input);
    return input.analysis.units.flatMap((unit) => {
      const about = aboutUnit(input, unit.code);
      return about ? sheet(about) : [];
    });
  },
} as const satisfies SectionBuilder;
