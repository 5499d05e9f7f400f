/** Hash of a key as short text (cyrb53, public domain): ids derive from what a record is, never from chance. */
export function hashOf(key: string): string {
  let h1 = 0xdeadbeef;
  let h2 = 0x41c6ce57;
  for (let i = 0; i < key.length; i++) {
    const c = key.charCodeAt(i);
    h1 = Math.imul(h1 ^ c, 2654435761);
    h2 = Math.imul(h2 ^ c, 1597334677);
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909);
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909);
  // Two small integers: the text of a 53-bit one costs ten times more.
  return (h2 >>> 0).toString(36) + (h1 >>> 0).toString(36).padStart(7, '0');
}

function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const d = Number(digits[digits.length - 1 - i]) * (i % 2 === 1 ? 2 : 1);
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
