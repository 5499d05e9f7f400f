const symbols = Array.from('0123456789abcdefghijklmnopqrstuvwxyz', (c) => c.charCodeAt(0));

/** Writes an integer of 32 bits in seven digits of base 36, as character codes. */
function writeBase36(codes: number[], from: number, value: number): void {
  let rest = value;
  for (let at = from + 6; at >= from; at--) {
    const quotient = Math.floor(rest / 36);
    codes[at] = symbols[rest - quotient * 36]!;
    rest = quotient;
  }
}

/** Room for one id: a letter, a dash, two numbers. */
const codes: number[] = Array.from({ length: 16 }, () => 0);

/**
 * Id of a record: its letter and the hash of its key (cyrb53, public domain): ids derive from what a record is, never
 * from chance. Made at once from character codes: `toString(36)` and joining its pieces takes three times longer.
 */
export function idOf(letter: 'a' | 'd' | 'p' | 's', key: string): string {
  let h1 = 0xdeadbeef;
  let h2 = 0x41c6ce57;
  for (let i = 0; i < key.length; i++) {
    const c = key.charCodeAt(i);
    h1 = Math.imul(h1 ^ c, 2654435761);
    h2 = Math.imul(h2 ^ c, 1597334677);
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909);
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909);
  writeBase36(codes, 2, h2 >>> 0);
  writeBase36(codes, 9, h1 >>> 0);
  // The first number is written without its zeros.
  let start = 0;
  while (start < 6 && codes[start + 2] === symbols[0]) start++;
  codes[start] = letter.charCodeAt(0);
  codes[start + 1] = '-'.charCodeAt(0);
  return String.fromCharCode(...(start === 0 ? codes : codes.slice(start)));
}

/** Hash of a key as short text. */
export const hashOf = (key: string): string => idOf('a', key).slice(2);

function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const d = (digits.charCodeAt(digits.length - 1 - i) - 48) * (i % 2 === 1 ? 2 : 1);
    sum += d > 9 ? d - 9 : d;
  }
  return sum % 10 === 0;
}

/** Whether nine digits are a possible SIREN (Luhn key; all zeros refused). */
export const isSiren = (digits: string): boolean => /^\d{9}$/.test(digits) && !/^0+$/.test(digits) && luhn(digits);

/** Whether fourteen digits are a possible SIRET (Luhn key; La Poste: sum of digits multiple of 5). */
export function isSiret(digits: string): boolean {
  if (!/^\d{14}$/.test(digits) || /^0+$/.test(digits)) return false;
  if (luhn(digits)) return true;
  return digits.startsWith('356000000') && [...digits].reduce((s, d) => s + Number(d), 0) % 5 === 0;
}
