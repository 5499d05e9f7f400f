import { typeset } from '../text/format';
import { fr, type Text } from '../text/fr';

/** The same words in the language's typography; words made by functions are set when they are made. */
function setAll(value: unknown, lang: 'fr' | 'en'): unknown {
  if (typeof value === 'string') return typeset(value, lang);
  if (typeof value === 'function') return (...args: unknown[]) => setAll((value as (...a: unknown[]) => unknown)(...args), lang);
  if (Array.isArray(value)) return value.map((v) => setAll(v, lang));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, setAll(v, lang)]));
  return value;
}

const known: Partial<Record<'fr' | 'en', Text>> = {};

/** Fetches the words of a language; French is always there. */
export async function loadText(lang: 'fr' | 'en'): Promise<void> {
  if (lang === 'en') known.en ??= setAll((await import('../text/en')).en, 'en') as Text;
}

/** Every word of the screen in a language, in French until the other has been loaded; the same object each time. */
export function textFor(lang: 'fr' | 'en'): Text {
  known.fr ??= setAll(fr, 'fr') as Text;
  return known[lang] ?? known.fr;
}
