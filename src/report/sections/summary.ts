import { silentDomainsSentence } from '../../sentences/coverage';
import { gapSentence } from '../../sentences/gaps';
import { networkSentence } from '../../sentences/network';
import { noticeOf } from '../../sentences/notice';
import { youngSource, youngWho } from '../../sentences/young';
import { formatPeople } from '../../text/format';
import type { ReportInput, SectionBuilder } from '../input';
import { finalText, list, number, paragraph } from '../input';
import type { Block } from '../report';

const strongest = 4;

function keyFigures(input: ReportInput): Block {
  const { analysis, text } = input;
  const { totals, whole, units, communes, gaps, network } = analysis;
  const words = text.report.summary;
  const n = (value: number) => number(value, input);
  const items = [
    { label: words.actors(totals.actors), value: n(totals.actors), source: words.inventory },
    { label: words.schemes(totals.schemes), value: n(totals.schemes), source: words.placed(totals.placed, n(totals.placed)) },
    {
      label: words.ties(network.statedEdges),
      value: n(network.statedEdges),
      source: words.tiesSource(text.ui.counts.actors(network.isolates.length)),
    },
    hasLevels(input)
      ? { label: words.gaps(gaps.length), value: n(gaps.length), source: words.gapsSource }
      : { label: words.gaps(gaps.length), value: '–', source: words.notComputed },
    {
      label: words.young(youngWho(analysis, text).many),
      value: formatPeople(whole.young, text.lang),
      source: youngSource(analysis, text),
    },
    {
      label: words.units(units.length)[analysis.mesh],
      value: n(units.length),
      source: words.unitsSource(text.ui.counts.communes(communes.length)),
    },
  ];
  return {
    kind: 'figures',
    items: items.map((item) => ({
      label: finalText(item.label, input),
      value: item.value,
      source: finalText(item.source, input),
    })),
  };
}

/** How to read the page, after the short notice of a demonstration where it is one. */
function notice(input: ReportInput): Block {
  const { diagnosis, text } = input;
  const said = noticeOf(diagnosis, text);
  const short = said ? [{ text: `${finalText(said.short, input)} `, strong: true as const }] : [];
  return { kind: 'notice', text: [...short, finalText(text.report.summary.readingText, input)] };
}

/** Whether a level could be computed anywhere. */
function hasLevels({ analysis }: ReportInput): boolean {
  return analysis.units.some((unit) => Object.values(unit.domains).some((reading) => reading.level !== null));
}

/** Why no need is stated, in all or in some domains: silence must not pass for good news. Empty where nothing is silent. */
export function silences(input: ReportInput): Block[] {
  const { analysis, text } = input;
  const words = text.report.summary;
  if (analysis.totals.schemes === 0) return [paragraph(words.nothing, input)];
  if (!hasLevels(input)) return [paragraph(words.noLevels, input)];
  const silent = silentDomainsSentence(analysis, text);
  return [...(analysis.gaps.length === 0 ? [words.none] : []), ...(silent === null ? [] : [silent])].map((s) =>
    paragraph(s, input),
  );
}

function needs(input: ReportInput): Block[] {
  const { analysis, text } = input;
  const words = text.report.summary;
  if (analysis.gaps.length === 0) return silences(input);
  const first = analysis.gaps.slice(0, strongest);
  return [
    paragraph(
      words.strongestIntro(first.length, number(first.length, input), number(analysis.gaps.length, input)),
      input,
      'intro',
    ),
    list(
      first.map((gap) => gapSentence(gap, analysis, text)),
      input,
      { ordered: true, small: true, columns: true },
    ),
    ...silences(input),
  ];
}

/** One page: key figures with their source, the needs that concern most young people, the network, how to read all this. */
export const summary = {
  id: 'synthese',
  build: (input) => {
    const words = input.text.report.summary;
    return [
      { id: 'synthese', level: 1, newPage: true, title: words.title, blocks: [notice(input), keyFigures(input)] },
      { id: 'synthese-besoins', level: 2, title: words.strongest, blocks: needs(input) },
      {
        id: 'synthese-reseau',
        level: 2,
        title: words.network,
        blocks: [paragraph(networkSentence(input.analysis.network, input.text), input, 'lecture')],
      },
    ];
  },
} as const satisfies SectionBuilder;
