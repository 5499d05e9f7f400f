import { sparing } from '../../analysis/networkFindings';
import { mostSuggestions, takenPairs } from '../../analysis/suggestions';
import { spareTieSentence, suggestionSentence } from '../../sentences/networkFindings';
import { youngBasis, youngWho } from '../../sentences/young';
import { networkWords } from '../../text/network';
import { readingWords } from '../../text/reading';
import type { ReportInput, SectionBuilder } from '../input';
import { list, paragraph, wholeOf } from '../input';
import { namesIn, networkReportOf, suggestionsOf } from '../networkRead';
import type { Section } from '../report';

const mostSpare = 3;
/** Candidates among which those about one unit are looked for. */
const widely = 200;

/** Introductions, best first: those of the whole, or those whose young people live mostly in the unit. */
function introductions(input: ReportInput): readonly string[] {
  const whole = wholeOf(input);
  const { analysis, text } = whole;
  const code = input.whole ? input.analysis.whole.code : null;
  const found = suggestionsOf(whole, code ? widely : mostSuggestions - mostSpare)
    .filter((s) => code === null || s.unitCode === code)
    .slice(0, mostSuggestions - mostSpare);
  const domains = new Map(analysis.network.nodes.map((n) => [n.id, n.domains]));
  const units = new Map(analysis.units.map((u) => [u.code, u.name]));
  return found.map((s) =>
    suggestionSentence(s, {
      domainsOf: (id) => domains.get(id) ?? [],
      unitName: units.get(s.unitCode ?? '') ?? '',
      who: youngWho(analysis, text).many,
      basis: youngBasis(analysis, text),
      nameOf: namesIn(whole, false),
      text,
    }),
  );
}

/** Actors to introduce to one another, then ties that would spare the network a cut point: to be examined, never asserted. */
export const suggestions = {
  id: 'rapprochements',
  build: (input) => {
    const { diagnosis, text } = input;
    if (diagnosis.inventory.actors.length === 0) return [];
    const words = networkWords(text.lang).suggestions;
    const own = readingWords(text.lang).suggestions;
    const found = introductions(input);
    const spare = sparing(networkReportOf(input), takenPairs(diagnosis)).slice(0, mostSpare);
    const sections: Section[] = [
      {
        id: 'rapprochements',
        level: 1,
        title: own.title,
        blocks:
          found.length === 0
            ? [paragraph(words.none, input, 'aucun')]
            : [
                paragraph(words.intro, input, 'intro'),
                list(found, input, { ordered: true }),
                paragraph(words.termsHelp, input, 'indice'),
              ],
      },
    ];
    if (spare.length === 0) return sections;
    const lines = spare.map((s) => spareTieSentence(s, namesIn(input, true), text));
    const blocks = [list(lines, input)];
    return [...sections, { id: 'rapprochements-robustesse', level: 2 as const, title: own.robustness, blocks }];
  },
} as const satisfies SectionBuilder;
