export type Lang = 'fr' | 'en';
const locales = { fr: 'fr-FR', en: 'en-GB' } as const;

/** A number in the language's typography: narrow no-break space between thousands in French, true minus sign. */
export function formatNumber(value: number, lang: Lang, digits = 0): string {
  return new Intl.NumberFormat(locales[lang], { minimumFractionDigits: digits, maximumFractionDigits: digits })
    .format(value)
    .replace('-', '\u2212');
}

/** A share as a percentage, without decimals unless asked, with the language's spacing. */
export function formatShare(share: number, lang: Lang, digits = 0): string {
  const options = { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat(locales[lang], options).format(share);
}

/** « 61 % → 78 % »; a step too small for whole percents shows its decimal, as what is nearly everybody does. */
export function formatStep(before: number, after: number, lang: Lang): string {
  const shown = (digits: number) => [before, after].map((share) => formatShare(share, lang, digits));
  const [from, to] = shown(0);
  const isWhole = Math.round(100 * after) === 100 && after < 0.9995;
  return (from === to || isWhole ? shown(1) : [from, to]).join(' → ');
}

/** An ISO date (yyyy-mm-dd) in full letters; UTC so that it never shifts by a day. */
export function formatDate(iso: string, lang: Lang): string {
  return new Intl.DateTimeFormat(locales[lang], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${iso}T00:00:00Z`));
}

/** An ISO date and time, short: 22/11/2026 19:49. */
export function formatMoment(iso: string, lang: Lang): string {
  return new Intl.DateTimeFormat(locales[lang], { dateStyle: 'short', timeStyle: 'short', timeZone: 'UTC' }).format(
    new Date(`${iso.slice(0, 19)}Z`),
  );
}

/**
 * An estimate of persons, rounded so as not to claim more than it knows: to the ten from 100, to five below,
 * "moins de 5" below five (small counts are not printed).
 */
export function formatPeople(people: number, lang: Lang): string {
  if (people < 5) return lang === 'fr' ? 'moins de\u00a05' : 'fewer than\u00a05';
  const step = people >= 100 ? 10 : 5;
  return formatNumber(Math.round(people / step) * step, lang);
}

/** French typography: no-break spaces before ; : ! ? and inside « », apostrophes curled. */
export function typeset(text: string, lang: Lang): string {
  if (lang !== 'fr') return text;
  return nested(text)
    .replace(/(\p{L})'/gu, '$1\u2019')
    .replace(/«[ \u00a0]?/g, '«\u00a0')
    .replace(/[ \u00a0]?»/g, '\u00a0»')
    .replace(/[ \u00a0]([;!?])/g, '\u202f$1')
    .replace(/[ \u00a0]:/g, '\u00a0:');
}

/** Guillemets inside guillemets are “…” (Imprimerie nationale): a name that has some may be quoted by a sentence. */
function nested(text: string): string {
  let depth = 0;
  let isBalanced = true;
  const set = text.replace(/«[ \u00a0\u202f]?|[ \u00a0\u202f]?»/g, (mark) => {
    const isOpening = mark.startsWith('«');
    depth += isOpening ? 1 : 0;
    const isInner = depth > 1;
    depth -= isOpening ? 0 : 1;
    if (depth < 0) isBalanced = false;
    if (!isInner) return mark;
    return isOpening ? '“' : '”';
  });
  return isBalanced && depth === 0 ? set : text;
}

function setValue(value: unknown, lang: Lang): unknown {
  if (typeof value === 'string') return typeset(value, lang);
  if (typeof value === 'function')
    return (...args: unknown[]) => setValue((value as (...a: unknown[]) => unknown)(...args), lang);
  if (Array.isArray(value)) return value.map((v) => setValue(v, lang));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, setValue(v, lang)]));
  return value;
}

/** Words in the language's typography; those made by functions are set when they are made. */
export const typesetAll = <T>(words: T, lang: Lang): T => setValue(words, lang) as T;
