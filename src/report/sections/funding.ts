import { type FragileFunding, type FundingReading, readFunding } from '../../analysis/funding';
import { buildFundingFigure } from '../../figures/fundingFigure';
import { formatDate } from '../../text/format';
import { networkWords } from '../../text/network';
import { readingWords } from '../../text/reading';
import type { ReportInput, SectionBuilder } from '../input';
import { number, paragraph, stampOf, table } from '../input';
import type { Block, Section } from '../report';

/** Rows of each table; the rest is counted. */
const rowsShown = 25;
const figureWidth = 520;

/** Names of funders and of actors, of one reading. */
export function fundingNames({ funders }: FundingReading, { diagnosis }: ReportInput) {
  const actors = new Map(diagnosis.inventory.actors.map((a) => [a.id, a.name]));
  const byKey = new Map(funders.map((f) => [f.key, f]));
  return {
    actor: (id: string) => actors.get(id) ?? id,
    funder: (key: string) => byKey.get(key)?.name ?? key,
    money: (key: string) => byKey.get(key)?.money ?? ('inconnu' as const),
  };
}

export const euros = (value: number, input: ReportInput): string => `${number(Math.round(value), input)}\u00a0€`;

const more = (total: number, input: ReportInput): Block[] =>
  total > rowsShown ? [paragraph(readingWords(input.text.lang).funding.more(total - rowsShown), input)] : [];

/** Amounts over all years by funder and carrier, the largest first, the rest in one row: they add up to the whole. */
function amountTable(funding: FundingReading, input: ReportInput): Block {
  const words = networkWords(input.text.lang).funding;
  const own = readingWords(input.text.lang).funding;
  const names = fundingNames(funding, input);
  const sums = new Map<string, { funder: string; carrier: string; euros: number }>();
  for (const { funder, carrierId: carrier, euros: amount } of funding.flows) {
    const key = `${funder}\n${carrier}`;
    sums.set(key, { funder, carrier, euros: amount + (sums.get(key)?.euros ?? 0) });
  }
  const flows = [...sums.values()].sort((a, b) => b.euros - a.euros || (a.funder + a.carrier < b.funder + b.carrier ? -1 : 1));
  const rest = flows.slice(rowsShown);
  const sum = rest.reduce((total, f) => total + f.euros, 0);
  return table(input, {
    id: 'financements-montants',
    title: own.table,
    columns: [
      { key: 'financeur', label: words.columns.funder, width: 32, kind: 'text', rowHeader: true },
      { key: 'origine', label: words.columns.money, width: 16, kind: 'text' },
      { key: 'porteur', label: words.columns.carrier, width: 34, kind: 'text' },
      { key: 'montant', label: words.columns.euros, width: 18, kind: 'number' },
    ],
    rows: [
      ...flows
        .slice(0, rowsShown)
        .map((f) => [names.funder(f.funder), words.money[names.money(f.funder)], names.actor(f.carrier), euros(f.euros, input)]),
      ...(rest.length > 0 ? [[own.rest(rest.length), '–', '–', euros(sum, input)]] : []),
    ],
    source: own.source,
  });
}

/** Schemes that rest on one funder, or whose known money ends within a year. */
function fragileTable(
  id: string,
  title: string,
  rows: readonly FragileFunding[],
  funding: FundingReading,
  input: ReportInput,
): Block[] {
  if (rows.length === 0) return [];
  const { diagnosis, text } = input;
  const words = networkWords(text.lang).funding;
  const names = fundingNames(funding, input);
  const schemes = new Map(diagnosis.inventory.schemes.map((s) => [s.id, s.name]));
  const paidBy = ({ funders, ofCarrier }: FragileFunding) =>
    `${funders.map(names.funder).join(', ')}${ofCarrier ? ` (${words.ofCarrier})` : ''}`;
  return [
    table(input, {
      id,
      title,
      columns: [
        { key: 'dispositif', label: words.columns.scheme, width: 32, kind: 'text', rowHeader: true },
        { key: 'porteur', label: words.columns.carrier, width: 28, kind: 'text' },
        { key: 'financeurs', label: words.columns.funders, width: 26, kind: 'text' },
        { key: 'fin', label: words.columns.ends, width: 14, kind: 'text' },
      ],
      rows: rows
        .slice(0, rowsShown)
        .map((r) => [
          schemes.get(r.schemeId) ?? r.schemeId,
          names.actor(r.actorId),
          r.funders.length === 0 ? '–' : paidBy(r),
          r.endsOn ? formatDate(r.endsOn, text.lang) : '–',
        ]),
      source: text.report.document.computed,
    }),
    ...more(rows.length, input),
  ];
}

function leadTable(funding: FundingReading, input: ReportInput): Block[] {
  const { analysis, text } = input;
  const words = networkWords(text.lang).funding;
  const names = fundingNames(funding, input);
  const gaps = new Map(analysis.gaps.map((g) => [g.id, g]));
  const needOf = (id: string) => {
    const gap = gaps.get(id);
    return gap ? `${text.model.domains[gap.domain].short}, ${gap.territory.name}` : id;
  };
  return [
    paragraph(words.leadsNote, input),
    table(input, {
      id: 'financements-pistes',
      title: words.parts.leads,
      columns: [
        { key: 'besoin', label: words.columns.need, width: 30, kind: 'text', rowHeader: true },
        { key: 'financeur', label: words.columns.funder, width: 30, kind: 'text' },
        { key: 'aupres', label: words.columns.near, width: 40, kind: 'text' },
      ],
      rows: funding.leads
        .slice(0, rowsShown)
        .map((l) => [
          needOf(l.gapId),
          names.funder(l.funder),
          words.lead(names.actor(l.actorId), number(Math.round(l.minutes), input)),
        ]),
      source: text.report.document.computed,
    }),
    ...more(funding.leads.length, input),
  ];
}

function fragileSection(funding: FundingReading, input: ReportInput): Section {
  const words = networkWords(input.text.lang).funding;
  const single = words.single(funding.single.length);
  const ending = words.ending(funding.ending.length);
  return {
    id: 'financements-surveiller',
    level: 2,
    title: readingWords(input.text.lang).funding.fragileTitle,
    blocks: [
      ...(funding.unknown > 0 ? [paragraph(words.unknown(funding.unknown), input)] : []),
      ...(funding.single.length === 0 ? [paragraph(words.noSingle, input)] : []),
      ...fragileTable('financeur-unique', single, funding.single, funding, input),
      ...(funding.ending.length === 0 ? [paragraph(funding.hasEnds ? words.noEnding : words.noEnds, input)] : []),
      ...fragileTable('financements-fin', ending, funding.ending, funding, input),
    ],
  };
}

/** Who pays for what, as far as it is known: flows, what rests on one funder or ends soon, funders near the needs. */
export const funding = {
  id: 'financements',
  build: (input) => {
    const { analysis, date, diagnosis, text } = input;
    const words = networkWords(text.lang).funding;
    const own = readingWords(text.lang).funding;
    const read = readFunding(diagnosis.inventory, analysis.gaps, date);
    const head = { id: 'financements', level: 1 as const, title: own.title };
    if (read.funders.length === 0) return [{ ...head, blocks: [paragraph(words.none, input, 'aucun')] }];
    const figure = buildFundingFigure({
      ...{ funding: read, year: null, text, width: figureWidth },
      nameOf: fundingNames(read, input).actor,
      ...stampOf(input),
    });
    const counted = `${own.counts(read.funders.length, read.ties)} ${words.counted(read.withAmount, read.ties)}`;
    const amounts: Block[] = figure
      ? [
          { kind: 'figure', number: 0, figure: { ...figure, tableId: 'financements-montants' }, size: 'full' },
          amountTable(read, input),
        ]
      : [];
    return [
      { ...head, newPage: true, blocks: [paragraph(counted, input, 'intro'), ...amounts] },
      fragileSection(read, input),
      ...(read.leads.length > 0
        ? [{ id: 'financements-pistes', level: 2 as const, title: own.leadsTitle, blocks: leadTable(read, input) }]
        : []),
    ];
  },
} as const satisfies SectionBuilder;
