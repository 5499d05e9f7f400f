import type { PDFDocument } from 'pdfkit';
import { hasGlyph } from '../../figures/fontWidths';
import type { Inline } from '../../report/report';
import { lineStarts } from './lineBreaking';
import type { FontName } from './theme';

export interface Segment {
  readonly text: string;
  readonly font: FontName;
  readonly width: number;
}

export interface Line {
  readonly segments: readonly Segment[];
  readonly width: number;
  /** The line ends where the text has a space: kept in the file so that words do not join when copied. */
  readonly space: boolean;
}

export interface Composer {
  width(text: string, font: FontName, size: number): number;
  /** Breaks runs into ragged-right lines of even length; never inside a word unless it is wider than the line. */
  lines(text: readonly Inline[], font: FontName, size: number, maxWidth: number): Line[];
}

interface Atom {
  readonly segments: Segment[];
  width: number;
  readonly spaceBefore: boolean;
}

/**
 * What the PDF fonts can draw: no soft hyphen (one would erase every hyphen of the file), no-break characters as the
 * plain glyph they share, and a white square for a character the font lacks.
 */
export function drawable(text: string): string {
  let out = '';
  for (const char of text.normalize('NFC')) {
    if (char === '\u00ad') continue;
    if (char === '\u00a0') out += ' ';
    else if (char === '\u2011') out += '-';
    else out += hasGlyph(char) ? char : '□';
  }
  return out;
}

const fontOf = (inline: Inline, base: FontName): FontName => {
  if (typeof inline === 'string') return base;
  if (inline.strong) return 'semibold';
  return inline.em ? 'italic' : base;
};

/** Atoms side by side, neighbours of the same font in one piece. */
function joinAtoms(atoms: readonly Atom[]): { text: string; font: FontName }[] {
  const runs: { text: string; font: FontName }[] = [];
  atoms.forEach((atom, i) => {
    if (i > 0 && atom.spaceBefore) (runs.at(-1) as { text: string }).text += ' ';
    for (const { text, font } of atom.segments) {
      const last = runs.at(-1);
      if (last?.font === font) last.text += text;
      else runs.push({ text, font });
    }
  });
  return runs;
}

/** Measures and breaks text with the real fonts of the document. */
export function createComposer(doc: PDFDocument): Composer {
  const cache = new Map<string, number>();
  const width = (text: string, font: FontName, size: number): number => {
    const key = `${font}${size}\u0000${text}`;
    const known = cache.get(key);
    if (known !== undefined) return known;
    const measured = doc.font(font).fontSize(size).widthOfString(text);
    cache.set(key, measured);
    return measured;
  };

  /** A piece of a word as atoms: broken after hyphens and slashes between letters, or anywhere when wider than the line. */
  function pieces(word: string, font: FontName, size: number, maxWidth: number): Segment[] {
    const out: Segment[] = [];
    for (const part of word.split(/(?<=\p{L}[-–—/])(?=\p{L})/u)) {
      let rest = part;
      while (width(drawable(rest), font, size) > maxWidth && rest.length > 1) {
        let cut = rest.length - 1;
        while (cut > 1 && width(drawable(rest.slice(0, cut)), font, size) > maxWidth) cut -= 1;
        const text = drawable(rest.slice(0, cut));
        out.push({ text, font, width: width(text, font, size) });
        rest = rest.slice(cut);
      }
      const text = drawable(rest);
      out.push({ text, font, width: width(text, font, size) });
    }
    return out;
  }

  function atomsOf(text: readonly Inline[], base: FontName, size: number, maxWidth: number): Atom[] {
    const atoms: Atom[] = [];
    let spaceBefore = true;
    let joined = false;
    for (const inline of text) {
      const font = fontOf(inline, base);
      const words = (typeof inline === 'string' ? inline : inline.text).split(' ');
      words.forEach((word, w) => {
        if (w > 0) {
          spaceBefore = true;
          joined = false;
        }
        if (!word) return;
        pieces(word, font, size, maxWidth).forEach((segment, p) => {
          const last = atoms.at(-1);
          if (joined && p === 0 && last) {
            last.segments.push(segment);
            last.width += segment.width;
          } else atoms.push({ segments: [segment], width: segment.width, spaceBefore: spaceBefore && p === 0 });
        });
        spaceBefore = false;
        joined = true;
      });
    }
    return atoms;
  }

  function lineOf(atoms: readonly Atom[], size: number, space: boolean): Line {
    const segments = joinAtoms(atoms).map((s) => ({ ...s, width: width(s.text, s.font, size) }));
    return { segments, width: segments.reduce((sum, s) => sum + s.width, 0), space };
  }

  function lines(text: readonly Inline[], font: FontName, size: number, maxWidth: number): Line[] {
    const atoms = atomsOf(text, font, size, maxWidth);
    const starts = lineStarts(atoms, width(' ', font, size), maxWidth);
    return starts.map((start, i) => {
      const end = starts[i + 1] ?? atoms.length;
      return lineOf(atoms.slice(start, end), size, atoms[end]?.spaceBefore === true);
    });
  }

  return { width, lines };
}
