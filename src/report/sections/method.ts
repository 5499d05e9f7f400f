import { capacityModeSentence, methodSentence } from '../../sentences/coverage';
import { youngSource, youngWho } from '../../sentences/young';
import type { ReportInput, SectionBuilder } from '../input';
import { list, number, paragraph, table } from '../input';
import type { Block } from '../report';

function thresholdTable(input: ReportInput): Block {
  const { analysis, text } = input;
  const words = text.report.method;
  const minutes = (value: number) => words.minutes(number(value, input));
  return table(input, {
    id: 'seuils',
    title: words.thresholdsTitle,
    columns: [
      { key: 'domaine', label: words.domain, width: 40, kind: 'text', rowHeader: true },
      { key: 'couvert', label: words.covered, width: 20, kind: 'number' },
      { key: 'fragile', label: words.fragile, width: 20, kind: 'number' },
      { key: 'insuffisant', label: words.insufficient, width: 20, kind: 'number' },
    ],
    rows: analysis.domains.map((id) => [text.model.domains[id].name, ...analysis.settings.thresholds[id].map(minutes)]),
    source: words.thresholdsSource,
  });
}

/** Where the numbers of young people come from. */
function youngMethod({ analysis, text }: ReportInput): string {
  const words = text.report.method;
  const { youngFrom: from } = analysis;
  if (from === 'estimate') return words.young;
  if (from === 'invented') return words.youngInvented;
  const source = youngSource(analysis, text);
  return 'group' in from
    ? words.youngCounted(youngWho(analysis, text).many, source)
    : words.youngCensus(source, from.lacking > 0);
}

/** The formulas in words, with the constants and thresholds in force, and what the results do not say. */
export const method = {
  id: 'methode',
  build: (input) => {
    const { analysis, text } = input;
    const words = text.report.method;
    const part = (id: string, title: string, blocks: readonly Block[]) => ({
      id: `methode-${id}`,
      level: 2 as const,
      title,
      blocks,
    });
    const say = (sentence: string) => paragraph(sentence, input);
    const modes = capacityModeSentence(analysis, text);
    const deduced = analysis.settings.deducedTies ? [say(words.networkDeduced)] : [];
    return [
      { id: 'methode', level: 1, newPage: true, title: words.title, blocks: [] },
      part('niveaux', words.levelsTitle, [say(words.levels), say(words.unit), say(words.noData), thresholdTable(input)]),
      part('trajet', words.travelTitle, [say(methodSentence(analysis, text))]),
      part('jeunes', words.youngTitle, [say(youngMethod(input)), say(words.people)]),
      ...(modes === null
        ? []
        : [part('places', words.placesTitle, [say(words.places(text.model.decays[analysis.settings.decay])), say(modes)])]),
      part('confiance', words.confidenceTitle, [say(words.confidence)]),
      part('robustesse', words.robustnessTitle, [say(words.robustness)]),
      part('reseau', words.networkTitle, [say(words.networkStated), ...deduced, say(words.networkMeasures)]),
      part('limites', words.limitsTitle, [list(words.limits, input)]),
    ];
  },
} as const satisfies SectionBuilder;
