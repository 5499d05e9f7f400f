import { normalise } from './words';

/**
 * Digits with a sign and one comma or point at most, as most numbers are, read in one pass; null otherwise. The
 * result is the nearest number, as `Number` would give: both terms of the division are whole and exact.
 */
function parsePlain(text: string): number | null {
  const start = text[0] === '-' ? 1 : 0;
  if (text.length === start || text.length > 15) return null;
  let whole = 0;
  // 0 before the comma; then the power of ten of the digits read since.
  let scale = 0;
  for (let i = start; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) {
      whole = whole * 10 + code - 48;
      scale *= 10;
    } else if ((code === 44 || code === 46) && scale === 0 && i > start && i < text.length - 1) scale = 1;
    else return null;
  }
  const value = scale === 0 ? whole : whole / scale;
  return start === 1 ? -value : value;
}

/**
 * A number written the French or the English way ("47,12", "3 000", "1 234,5", "1,234.5", "1.234.567", "12 %"); null
 * otherwise. One mark alone is that of decimals: "1,234" is 1.234, as "47,123" must be.
 */
export function parseNumber(text: string): number | null {
  const plain = parsePlain(text);
  if (plain !== null) return plain;
  const bare = text.replace(/[\s\u00a0\u202f€%]/g, '').replace('\u2212', '-');
  if (/^[+-]?\d+(,\d+)?$/.test(bare)) return Number(bare.replace(',', '.'));
  if (/^[+-]?\d{1,3}(\.\d{3})+,\d+$|^[+-]?\d{1,3}(\.\d{3}){2,}$/.test(bare))
    return Number(bare.replace(/\./g, '').replace(',', '.'));
  if (/^[+-]?\d{1,3}(,\d{3})+\.\d+$|^[+-]?\d{1,3}(,\d{3}){2,}$/.test(bare)) return Number(bare.replace(/,/g, ''));
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(bare) ? Number(bare) : null;
}

/** A number that cannot be negative; null otherwise. */
export function parseCount(text: string): number | null {
  const n = parseNumber(text);
  return n === null || n < 0 ? null : n;
}

/** A year of the last or this century, alone or inside a date; null when there is none. */
export const parseYear = (text: string): number | null => Number(/(?<!\d)(19|20)\d\d(?!\d)/.exec(text)?.[0] ?? 0) || null;

function readDate(text: string): string | null {
  const t = text.trim();
  const iso = /^(\d{4})-(\d{2})-(\d{2})/.exec(t);
  if (iso) return isDay(Number(iso[1]), Number(iso[2]), Number(iso[3])) ? iso[0] : null;
  const fr = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(t);
  if (fr) {
    const [, d, m, y] = fr;
    return isDay(Number(y), Number(m), Number(d)) ? `${y}-${m!.padStart(2, '0')}-${d!.padStart(2, '0')}` : null;
  }
  // Excel counts days from 30 December 1899.
  if (/^[345]\d{4}$/.test(t)) return new Date(Date.UTC(1899, 11, 30) + Number(t) * 86_400_000).toISOString().slice(0, 10);
  return null;
}

const dates = new Map<string, string | null>();

/** An ISO date from "31/12/2025", "31-12-2025", "2025-12-31…", or an Excel day number; null otherwise. */
export function parseDate(text: string): string | null {
  if (text.length > 10) return readDate(text);
  // Whole columns hold the same few days; a text so short does not keep its file in memory.
  let date = dates.get(text);
  if (date === undefined) {
    date = readDate(text);
    if (dates.size < 5000) dates.set(text, date);
  }
  return date;
}

function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && (day <= 28 || day <= new Date(Date.UTC(year, month, 0)).getUTCDate());
}

/** Yes or no in the ways people write it; null otherwise. */
export function parseYesNo(text: string): boolean | null {
  const t = normalise(text);
  if (['oui', 'o', 'vrai', 'true', 'yes', '1', 'x'].includes(t)) return true;
  return ['non', 'n', 'faux', 'false', 'no', '0'].includes(t) ? false : null;
}

/** Ways to part a cell that holds several values; `aucun`: the cell is one value. */
export const separators = {
  auto: /[|;,\n]/,
  'point-virgule': ';',
  virgule: ',',
  barre: '|',
  oblique: '/',
  plus: '+',
  tiret: ' - ',
  ligne: '\n',
  aucun: null,
} as const;
export type SeparatorId = keyof typeof separators;

/** Values of a cell that holds several: JSON or Python list, or parts split by | ; , or line breaks, or as the user says. */
export function parseList(text: string, by: SeparatorId = 'auto'): string[] {
  const bare = text.trim().replace(/^[[{](.*)[\]}]$/s, '$1');
  const separator = separators[by];
  return (separator === null ? [bare] : bare.split(separator))
    .map((part) =>
      part
        .trim()
        .replace(/^(["'])(.*)\1$/, '$2')
        .trim(),
    )
    .filter((part) => part !== '' && part.toLowerCase() !== 'nan');
}
