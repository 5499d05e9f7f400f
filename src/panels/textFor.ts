import { typesetAll } from '../text/format';
import { fr, type Text } from '../text/fr';

const known: Partial<Record<'fr' | 'en', Text>> = {};

/** Fetches the words of a language; French is always there. */
export async function loadText(lang: 'fr' | 'en'): Promise<void> {
  if (lang === 'en') known.en ??= typesetAll((await import('../text/en')).en, 'en');
}

/** Every word of the screen in a language, in French until the other has been loaded; the same object each time. */
export function textFor(lang: 'fr' | 'en'): Text {
  known.fr ??= typesetAll(fr, 'fr');
  return known[lang] ?? known.fr;
}
