import type { Analysis, CommuneAccess, CommuneDomain, Confidence, UnitDomain } from '../analysis/analysis';
import type { Source } from '../model/inventory';
import { youngBasis, youngWho } from '../sentences/young';
import { formatNumber, formatPeople } from '../text/format';
import type { Text } from '../text/fr';

/** Estimated minutes in words; null: nothing within reach. */
export const minutesText = (minutes: number | null, text: Text): string =>
  minutes === null ? text.ui.values.noSite : text.ui.values.minutes(formatNumber(Math.round(minutes), text.lang));

/** Places within reach; without data none is known, which is not zero. */
export const reachText = (reading: Pick<CommuneDomain, 'level' | 'withinReach'> | undefined, text: Text): string =>
  reading === undefined || reading.level === null ? text.model.noData : formatNumber(reading.withinReach, text.lang);

/** Mean minutes to the three nearest places; null: there are fewer. */
export const choiceText = (minutes: number | null, text: Text): string =>
  minutes === null ? text.ui.values.fewerThanThree : text.ui.values.minutes(formatNumber(Math.round(minutes), text.lang));

export const confidenceText = (confidence: Confidence | null, text: Text): string =>
  confidence === null ? text.model.confidence.none : text.model.confidence[confidence];

/** An estimate of young people, with « environ ». */
export const youngText = (young: number, analysis: Pick<Analysis, 'youngFrom'>, text: Text): string =>
  text.ui.values.young(formatPeople(young, text.lang), young < 5, youngWho(analysis, text).short, youngBasis(analysis, text));

export const sourceText = (source: Source, text: Text): string =>
  source.file === '' ? text.edit.entered : text.ui.values.source(source.file, formatNumber(source.row, text.lang));

/** A share of young people; never a bare percentage on fewer than 20. */
export function shareText(reading: Pick<UnitDomain, 'rate'>, young: number, text: Text): string {
  if (reading.rate === null || young < 20) return text.ui.values.tooFew;
  return text.ui.values.share(formatNumber(Math.round(reading.rate * 100), text.lang));
}

/** Places within reach of a commune, with their bounds and their share of the reference. */
export function accessText({ low, central, high, ratio }: CommuneAccess, text: Text): string {
  const perThousand = (value: number) => formatNumber(1000 * value, text.lang, 1);
  return text.analysis.capacity.cardValue(
    perThousand(central),
    perThousand(low),
    perThousand(high),
    formatNumber(ratio, text.lang, 2),
  );
}
