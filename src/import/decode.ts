export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'utf-8+windows-1252';

function tryUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-16 without BOM shows as every other byte being zero in Latin text. */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const n = Math.min(bytes.length - (bytes.length % 2), 2000);
  if (n < 4) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < n; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  if (odd > n * 0.35 && even < n * 0.05) return 'utf-16le';
  return even > n * 0.35 && odd < n * 0.05 ? 'utf-16be' : null;
}

/** Each line as UTF-8 where it is, else as Windows-1252: files glued together from several sources exist. */
function decodeByLine(bytes: Uint8Array): { text: string; isMixed: boolean } {
  const cp1252 = new TextDecoder('windows-1252');
  const parts: string[] = [];
  let isMixed = false;
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(10, from);
    const line = bytes.subarray(from, end < 0 ? bytes.length : end + 1);
    const utf8 = tryUtf8(line);
    isMixed ||= utf8 !== null && line.some((b) => b > 127);
    parts.push(utf8 ?? cp1252.decode(line));
    from += line.length;
  }
  return { text: parts.join(''), isMixed };
}

/** Text of a file and the encoding it was read in: BOM first, then UTF-16 by its zeros, UTF-8, Windows-1252. */
export function decode(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    const text = tryUtf8(bytes.subarray(3));
    if (text !== null) return { text, encoding: 'utf-8-bom' };
  }
  const bom16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  const utf16 = bom16 ?? guessUtf16(bytes);
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), encoding: utf16 };
  const utf8 = tryUtf8(bytes);
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' };
  const { text, isMixed } = decodeByLine(bytes);
  return { text: text.replace(/^\uFEFF/, ''), encoding: isMixed ? 'utf-8+windows-1252' : 'windows-1252' };
}

/** What a file is that cannot be read as text, or null. */
export function findBinaryKind(bytes: Uint8Array): 'classeur' | 'pdf' | 'image' | 'archive' | 'binaire' | null {
  const starts = (...head: number[]) => head.every((b, i) => bytes[i] === b);
  if (starts(0x50, 0x4b, 3, 4) || starts(0xd0, 0xcf, 0x11, 0xe0)) return 'classeur';
  if (starts(0x25, 0x50, 0x44, 0x46)) return 'pdf';
  if (starts(0x89, 0x50, 0x4e, 0x47) || starts(0xff, 0xd8, 0xff) || starts(0x47, 0x49, 0x46, 0x38)) return 'image';
  if (starts(0x1f, 0x8b)) return 'archive';
  const isUtf16 = starts(0xff, 0xfe) || starts(0xfe, 0xff) || guessUtf16(bytes) !== null;
  return !isUtf16 && bytes.subarray(0, 4000).includes(0) ? 'binaire' : null;
}
