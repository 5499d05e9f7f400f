import type { Analysis } from '../analysis/analysis';
import type { Settings } from '../document/diagnosis';
import { formatNumber, typeset } from '../text/format';
import type { Text } from '../text/fr';

const trimmed = (value: number, text: Text) => formatNumber(value, text.lang, Number.isInteger(value) ? 0 : 1);

/** The travel-time method in force with its constants, and its limit. */
export function methodSentence(settings: Pick<Settings, 'detour' | 'speedKmh' | 'accessMinutes'>, text: Text): string {
  const { detour, speedKmh, accessMinutes } = settings;
  return typeset(text.analysis.method(trimmed(detour, text), trimmed(speedKmh, text), trimmed(accessMinutes, text)), text.lang);
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
