import { buildMapFigure } from '../../figures/mapFigure';
import type { DomainId } from '../../model/domains';
import { gapSentence } from '../../sentences/gaps';
import { youngBasis, youngWho } from '../../sentences/young';
import { formatPeople } from '../../text/format';
import type { ReportInput, SectionBuilder } from '../input';
import { list, mapStyleOf, number, paragraph, stampOf } from '../input';
import type { Block, Section } from '../report';

/** Sentences under a map: as many as stand on its page. */
const sentences = 2;
const mapSize = { width: 483, height: 408 };

function intro(input: ReportInput, domain: DomainId): Block {
  const { analysis, text } = input;
  const words = text.report.maps;
  const counts = analysis.totals.byDomain[domain];
  const whole = analysis.whole.domains[domain];
  if (!whole || whole.level === null) return paragraph(words.noData, input);
  const share =
    whole.people >= 1
      ? words.share(
          formatPeople(whole.people, text.lang),
          formatPeople(analysis.whole.young, text.lang),
          whole.people < 5,
          youngWho(analysis, text).many,
          youngBasis(analysis, text),
        )
      : words.noShare;
  const schemes = words.schemes(counts?.schemes ?? 0, number(counts?.schemes ?? 0, input));
  if (!counts?.schemes) return paragraph(words.noScheme(share), input, 'lecture');
  return paragraph(words.intro(number(counts?.placed ?? 0, input), schemes, share), input, 'lecture');
}

function domainSection(input: ReportInput, domain: DomainId): Section {
  const { analysis, territory, text } = input;
  const words = text.report.maps;
  const figure = buildMapFigure({
    analysis,
    territory,
    domain,
    text,
    size: mapSize,
    style: mapStyleOf(input),
    ...stampOf(input),
  });
  const gaps = analysis.gaps.filter((gap) => gap.domain === domain);
  const blocks: Block[] = [intro(input, domain), { kind: 'figure', number: 0, figure, size: 'full' }];
  if (gaps.length > 0) {
    blocks.push(
      paragraph([{ text: words.needs, strong: true }], input),
      list(
        gaps.slice(0, sentences).map((gap) => gapSentence(gap, analysis, text)),
        input,
        { small: true },
      ),
    );
  }
  if (gaps.length > sentences)
    blocks.push(paragraph(words.more(gaps.length - sentences, number(gaps.length - sentences, input)), input));
  return { id: `carte-${domain}`, level: 1, newPage: true, title: words.title(text.model.domains[domain].name), blocks };
}

/** One page per domain: its map, then its main needs in sentences. */
export const maps = {
  id: 'cartes',
  build: (input) => input.analysis.domains.map((domain) => domainSection(input, domain)),
} as const satisfies SectionBuilder;
