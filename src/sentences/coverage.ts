import type { Settings } from '../document/diagnosis';
import { formatNumber, typeset } from '../text/format';
import type { Text } from '../text/fr';

const trimmed = (value: number, text: Text) => formatNumber(value, text.lang, Number.isInteger(value) ? 0 : 1);

/** The travel-time method in force with its constants, and its limit. */
export function methodSentence(settings: Pick<Settings, 'detour' | 'speedKmh' | 'accessMinutes'>, text: Text): string {
  const { detour, speedKmh, accessMinutes } = settings;
  return typeset(text.analysis.method(trimmed(detour, text), trimmed(speedKmh, text), trimmed(accessMinutes, text)), text.lang);
}
