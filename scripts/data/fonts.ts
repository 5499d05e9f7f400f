/**
 * Writes data/fonts: Source Sans 3 cut down to what French and English documents need, under the name
 * « Maillage Sans » ("Source" is a reserved name under the OFL, so a modified version must not bear it).
 * Run: npx tsx scripts/data/fonts.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import * as fontkit from 'fontkit';
import subsetFont from 'subset-font';
import { nameTable, readTables, writeTables } from './sfnt';

const family = 'Maillage Sans';
const faces = [
  { file: 'regular', from: 'Regular', style: 'Regular', web: true },
  { file: 'semibold', from: 'Semibold', style: 'SemiBold', web: true },
  { file: 'italic', from: 'It', style: 'Italic', web: false },
] as const;

const sourceFolder = dirname(createRequire(import.meta.url).resolve('source-sans/package.json'));

/** U+00AD is left out on purpose: it shares its glyph with the hyphen, and one of them in a PDF erases every hyphen. */
const ranges: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0xac],
  [0xae, 0x17f],
  [0x2010, 0x2014],
  [0x2018, 0x201e],
];
const singles = '\u2009\u202fʼ†‡•…‰′″‹›⁄€№™ᵉʳ₂←↑→↓−×÷≈≠≤≥∞■□▲▼◆●○✓✗';

function characters(): string {
  let text = singles;
  for (const [from, to] of ranges) for (let code = from; code <= to; code += 1) text += String.fromCodePoint(code);
  return text;
}

function rename(font: Uint8Array, style: string): Uint8Array {
  const tables = readTables(font);
  const compact = family.replaceAll(' ', '');
  const copyright = 'Copyright 2010-2024 Adobe (http://www.adobe.com/). Subset and renamed for Maillage.';
  tables.set(
    'name',
    nameTable(
      new Map([
        [0, copyright],
        [1, style === 'SemiBold' ? `${family} ${style}` : family],
        [2, style === 'Italic' ? 'Italic' : 'Regular'],
        [3, `${compact}-${style}`],
        [4, `${family} ${style}`],
        [5, 'Version 3.052; subset'],
        [6, `${compact}-${style}`],
        [13, 'This Font Software is licensed under the SIL Open Font License, Version 1.1.'],
        [14, 'https://openfontlicense.org'],
        [16, family],
        [17, style],
      ]),
    ),
  );
  return writeTables(tables);
}

function widthsOf(font: Uint8Array): Record<string, number> {
  const face = fontkit.create(Buffer.from(font)) as fontkit.Font;
  const widths: Record<string, number> = {};
  for (const char of characters()) widths[char] = Math.round(face.glyphForCodePoint(char.codePointAt(0) ?? 0).advanceWidth);
  return widths;
}

const widths: Record<string, Record<string, number>> = {};
for (const face of faces) {
  const original = readFileSync(`${sourceFolder}/TTF/SourceSans3-${face.from}.ttf`);
  // Only kerning, ligatures and mark placement stay: the alternates would double the size and are never used.
  const cut = await subsetFont(original, characters(), {
    targetFormat: 'truetype',
    keepFeatures: ['kern', 'mark', 'mkmk', 'ccmp', 'locl'],
    noHinting: true,
  });
  const renamed = rename(cut, face.style);
  writeFileSync(`data/fonts/${face.file}.ttf`, renamed);
  if (face.web) {
    const web = await subsetFont(Buffer.from(renamed), undefined, { targetFormat: 'woff2', keepAllGlyphs: true });
    writeFileSync(`data/fonts/${face.file}.woff2`, web);
    widths[face.file] = widthsOf(renamed);
  }
  console.log(face.file, original.length, '->', renamed.length);
}
writeFileSync('data/fonts/widths.json', `${JSON.stringify(widths)}\n`);
writeFileSync(
  'data/fonts/OFL.txt',
  `Modified version: subset, renamed « ${family} » (see scripts/data/fonts.ts).\n\n${readFileSync(`${sourceFolder}/LICENSE.md`, 'utf8')}`,
);
