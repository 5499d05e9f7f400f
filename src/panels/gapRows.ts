import type { Analysis, Gap, UnitDomain } from '../analysis/analysis';
import type { DomainId } from '../model/domains';
import { gapSentence, sturdinessWord } from '../sentences/gaps';
import { levelWords } from '../sentences/levels';
import type { Text } from '../text/fr';
import { decimalText, youngCell } from './matrixRows';

/** Needs of a domain (or of all), by people or by rate; ties keep the order of the other, then of the id. */
export function rankGaps(gaps: readonly Gap[], domain: DomainId | null, ranking: 'people' | 'rate'): readonly Gap[] {
  const kept = domain === null ? [...gaps] : gaps.filter((g) => g.domain === domain);
  const by = (a: Gap, b: Gap) =>
    ranking === 'people' ? b.people - a.people || b.rate - a.rate : b.rate - a.rate || b.people - a.people;
  return kept.sort((a, b) => by(a, b) || (a.id < b.id ? -1 : 1));
}

/** Worst level of some readings, then its people: what a reader scans for. null: data absent everywhere. */
export function worstOf(readings: readonly (UnitDomain | undefined)[]): number | null {
  let worst: number | null = null;
  for (const reading of readings) {
    if (reading?.level === null || reading === undefined) continue;
    const score = reading.level * 1e7 + reading.people;
    worst = worst === null ? score : Math.max(worst, score);
  }
  return worst;
}

/** The list of needs as rows of a table to take away. */
export function gapCsvRows(gaps: readonly Gap[], analysis: Analysis, text: Text): string[][] {
  return [
    text.ui.gaps.csvHead,
    ...gaps.map((g) => [
      text.model.domains[g.domain].name,
      g.territory.code,
      g.territory.name,
      `${g.level} ${levelWords(g.level, g.component, text)}`,
      youngCell(g.people, analysis, text),
      decimalText(g.rate, 2, text),
      g.minutes === null ? '' : String(Math.round(g.minutes)),
      String(g.withinReach),
      g.confidence === null ? text.model.confidence.none : text.model.confidence[g.confidence],
      text.model.census[g.census],
      sturdinessWord(g, text),
      gapSentence(g, analysis, text),
    ]),
  ];
}
