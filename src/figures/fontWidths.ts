import widths from '../../data/fonts/widths.json';

const tables: Record<400 | 600, Readonly<Record<string, number>>> = { 400: widths.regular, 600: widths.semibold };
/** Width of a character that the fonts lack: a wide letter, so that nothing is ever drawn too narrow. */
const fallback = 650;

/** Width of a text in the unit of `size`, without kerning (at most one or two per cent too wide). */
export function textWidth(text: string, size: number, weight: 400 | 600 = 400): number {
  const table = tables[weight];
  let sum = 0;
  for (const char of text) sum += table[char] ?? fallback;
  return (sum * size) / 1000;
}

/** Whether the embedded fonts can draw this character. */
export const hasGlyph = (char: string): boolean => char in tables[400];

/** Text broken at spaces, and after hyphens where it must be, into lines at most `width` wide. */
export function wrapText(text: string, width: number, size: number, weight: 400 | 600 = 400): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word;
    if (textWidth(longer, size, weight) <= width || !line) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  if (line) lines.push(line);
  return lines;
}

/** Text cut with an ellipsis so that it is at most `width` wide. */
export function clipText(text: string, width: number, size: number, weight: 400 | 600 = 400): string {
  if (textWidth(text, size, weight) <= width) return text;
  let cut = text;
  while (cut && textWidth(`${cut}…`, size, weight) > width) cut = cut.slice(0, -1);
  return `${cut.trimEnd()}…`;
}

/** Text on at most two lines of `width`, the second cut with an ellipsis where it must be. */
export function twoLines(text: string, width: number, size: number, weight: 400 | 600 = 400): string[] {
  const [first = '', ...rest] = wrapText(text, width, size, weight);
  const lines = rest.length ? [first, rest.join(' ')] : [first];
  return lines.map((line) => clipText(line, width, size, weight));
}
