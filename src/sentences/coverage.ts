import type { Analysis } from '../analysis/analysis';
import { formatNumber, typeset } from '../text/format';
import type { Text } from '../text/fr';

/** A constant as it is, to the hundredth. */
export function trimmed(value: number, text: Text): string {
  const hundredths = Math.round(100 * value);
  return formatNumber(value, text.lang, hundredths % 100 === 0 ? 0 : hundredths % 10 === 0 ? 1 : 2);
}

type Method = Pick<Analysis, 'settings' | 'travel'>;

/** The travel-time method in force with its constants or its files, and its limit. */
export function methodSentence({ settings, travel }: Method, text: Text): string {
  const { detour, speedKmh, accessMinutes } = settings;
  const t = text.analysis;
  const estimate = () => t.method(trimmed(detour, text), trimmed(speedKmh, text), trimmed(accessMinutes, text));
  const exceptions = travel.exceptions > 0 ? ` ${t.travel.exceptions(travel.exceptions)}` : '';
  if (travel.files.length === 0) return typeset(`${estimate()}${exceptions}`, text.lang);
  const pairs = formatNumber(travel.pairs, text.lang);
  const { line } = travel;
  const rest = line
    ? t.travel.line(
        formatNumber(line.intercept, text.lang, 1),
        formatNumber(line.slope, text.lang, 2),
        formatNumber(line.points, text.lang),
        formatNumber(line.medianError, text.lang, 1),
      )
    : t.travel.otherwise(estimate());
  return typeset(`${t.travel.files(travel.files.join(', '), pairs)} ${rest}${exceptions}`, text.lang);
}

/** Domains in which no territory could be read, in a sentence: no need found there is no good news. Null where all are read. */
export function silentDomainsSentence(analysis: Analysis, text: Text): string | null {
  const silent = analysis.domains.filter((id) => analysis.units.every((u) => (u.domains[id]?.level ?? null) === null));
  if (silent.length === 0) return null;
  return typeset(text.analysis.silentDomains(silent.map((id) => text.model.domains[id].short).join(', ')), text.lang);
}

/** Which domains are read by places, in a sentence; null where all are read by presence. */
export function capacityModeSentence(analysis: Pick<Analysis, 'domains' | 'access'>, text: Text): string | null {
  const names = analysis.domains.filter((d) => analysis.access[d]?.mode === 'capacite').map((d) => text.model.domains[d].short);
  return names.length === 0 ? null : typeset(text.analysis.capacity.modes(names.join(', ')), text.lang);
}
