import { looksOf } from '../../figures/actorLooks';
import { buildNetworkFigure } from '../../figures/networkFigure';
import { natures } from '../../model/lists';
import { networkSentence } from '../../sentences/network';
import { brokerSentences, fragilitySentences, mixingSentences, wholeSentences } from '../../sentences/networkFindings';
import { networkWords } from '../../text/network';
import { readingWords } from '../../text/reading';
import { termLabel } from '../../text/terms';
import type { ReportInput, SectionBuilder } from '../input';
import { list, number, paragraph, stampOf, table } from '../input';
import { hidesNames, namesIn, networkReportOf, positionsOf } from '../networkRead';
import type { Block, Section } from '../report';

const hubs = 12;

function hubTable(input: ReportInput): Block {
  const { analysis, diagnosis, text } = input;
  const words = text.report.network;
  const kinds = new Map(diagnosis.inventory.actors.map((a) => [a.id, a.kind]));
  const nodes = [...analysis.network.nodes]
    .filter((n) => n.degree > 0)
    .sort((a, b) => b.degree - a.degree || a.name.localeCompare(b.name, 'fr'))
    .slice(0, hubs);
  return table(input, {
    id: 'acteurs-relies',
    title: words.hubsTable,
    columns: [
      { key: 'acteur', label: words.actor, width: 44, kind: 'text', rowHeader: true },
      { key: 'type', label: words.kind, width: 22, kind: 'text' },
      { key: 'domaines', label: words.domains, width: 20, kind: 'text' },
      { key: 'liens', label: words.degree, width: 14, kind: 'number' },
    ],
    rows: nodes.map((node) => [
      node.name,
      termLabel(text.model.kinds, kinds.get(node.id) ?? 'autre'),
      node.domains.map((d) => text.model.domains[d].short).join(', ') || '–',
      number(node.degree, input),
    ]),
    source: text.report.figures.networkSource,
  });
}

function natureTable(input: ReportInput): Block {
  const { diagnosis, text } = input;
  const words = text.report.network;
  const ties = diagnosis.inventory.partnerships.filter((p) => p.stated && p.status === 'existant');
  const rows = natures
    .map((nature) => ({ nature, ties: ties.filter((p) => p.nature === nature) }))
    .filter((row) => row.ties.length > 0)
    .sort((a, b) => b.ties.length - a.ties.length);
  return table(input, {
    id: 'nature-liens',
    title: words.naturesTable,
    columns: [
      { key: 'nature', label: words.nature, width: 50, kind: 'text', rowHeader: true },
      { key: 'liens', label: words.ties, width: 20, kind: 'number' },
      { key: 'annees', label: words.years, width: 30, kind: 'number' },
    ],
    rows: rows.map((row) => [
      termLabel(text.model.natures, row.nature),
      number(row.ties.length, input),
      yearSpan(row.ties.map((p) => p.year)),
    ]),
    source: text.report.figures.networkSource,
  });
}

/** "2010-2018", one year alone, or a dash where no year is stated. */
export function yearSpan(years: readonly (number | undefined)[]): string {
  const known = years.filter((year) => year !== undefined);
  if (known.length === 0) return '–';
  const [from, to] = [Math.min(...known), Math.max(...known)];
  return from === to ? String(from) : `${from}-${to}`;
}

/** What the network rests on, in sentences: whole, fragile points, intermediaries, silos; names hidden on demand. */
function findingSections(input: ReportInput): Section[] {
  const { text } = input;
  const words = readingWords(text.lang).network;
  const { caution, method } = networkWords(text.lang).findings;
  const nameOf = namesIn(input, true);
  const told = { report: networkReportOf(input), nameOf, text };
  const lines = (found: readonly { readonly sentence: string }[]) =>
    list(
      found.map((f) => f.sentence),
      input,
      { small: true },
    );
  const part = (id: string, title: string, block: Block): Section => ({ id: `reseau-${id}`, level: 3, title, blocks: [block] });
  return [
    {
      id: 'reseau-constats',
      level: 2,
      title: words.findings,
      blocks: [
        paragraph(caution, input, 'prudence'),
        ...(hidesNames(input) ? [paragraph(words.hidden, input)] : []),
        lines(wholeSentences(told)),
      ],
    },
    part('fragilite', words.fragile, lines(fragilitySentences(told))),
    part('intermediaires', words.brokers, lines(brokerSentences(told))),
    part('croisements', words.mixing, lines(mixingSentences(told))),
    { id: 'reseau-mesures', level: 3, title: text.report.method.title, blocks: [paragraph(method, input)] },
  ];
}

/** The network drawn, its reading in words, who is most connected and by what kind of ties. */
export const network = {
  id: 'reseau',
  build: (input) => {
    const { analysis, diagnosis, text } = input;
    const words = text.report.network;
    const head = { id: 'reseau', level: 1 as const, newPage: true as const, title: words.title };
    if (analysis.network.nodes.length === 0 || analysis.network.ties.length === 0)
      return [{ ...head, blocks: [paragraph(analysis.network.nodes.length ? words.none : text.analysis.networkEmpty, input)] }];
    const positions = positionsOf(analysis.network);
    // By kind rather than by domain: half of the actors (authorities, funders) carry no scheme of their own.
    const { network, domains } = analysis;
    const looks = looksOf({ by: 'kind', network, inventory: diagnosis.inventory, territory: input.territory, domains, text });
    const figure = buildNetworkFigure({ analysis, positions, text, looks, ...stampOf(input) });
    return [
      {
        ...head,
        blocks: [
          paragraph(networkSentence(analysis.network, text), input, 'lecture'),
          { kind: 'figure', number: 0, figure, size: 'full' },
        ],
      },
      { id: 'reseau-relies', level: 2, title: words.hubsTitle, blocks: [paragraph(words.caution, input), hubTable(input)] },
      ...findingSections(input),
      { id: 'reseau-natures', level: 2, title: words.naturesTitle, blocks: [natureTable(input)] },
    ];
  },
} as const satisfies SectionBuilder;
