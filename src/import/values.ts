import { normalise } from '../model/words';

/**
 * A number written the French or the English way ("47,12", "3 000", "1 234,5", "1,234.5", "1.234.567", "12 %"); null
 * otherwise. One mark alone is that of decimals: "1,234" is 1.234, as "47,123" must be.
 */
export function parseNumber(text: string): number | null {
  const bare = text.replace(/[\s\u00a0\u202f€%]/g, '').replace('\u2212', '-');
  if (/^[+-]?\d+(,\d+)?$/.test(bare)) return Number(bare.replace(',', '.'));
  if (/^[+-]?\d{1,3}(\.\d{3})+,\d+$|^[+-]?\d{1,3}(\.\d{3}){2,}$/.test(bare))
    return Number(bare.replace(/\./g, '').replace(',', '.'));
  if (/^[+-]?\d{1,3}(,\d{3})+\.\d+$|^[+-]?\d{1,3}(,\d{3}){2,}$/.test(bare)) return Number(bare.replace(/,/g, ''));
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(bare) ? Number(bare) : null;
}

/** An ISO date from "31/12/2025", "31-12-2025", "2025-12-31…", or an Excel day number; null otherwise. */
export function parseDate(text: string): string | null {
  const t = text.trim();
  const iso = /^(\d{4})-(\d{2})-(\d{2})/.exec(t);
  const fr = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(t);
  const [y, m, d] = iso ? [iso[1], iso[2], iso[3]] : fr ? [fr[3], fr[2], fr[1]] : [];
  if (y !== undefined)
    return isDay(Number(y), Number(m), Number(d)) ? `${y}-${m!.padStart(2, '0')}-${d!.padStart(2, '0')}` : null;
  // Excel counts days from 30 December 1899.
  if (/^[345]\d{4}$/.test(t)) return new Date(Date.UTC(1899, 11, 30) + Number(t) * 86_400_000).toISOString().slice(0, 10);
  return null;
}

function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
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
