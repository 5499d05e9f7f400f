const plain = /^[ -~]*$/;

/** Lower case without accents, ligatures opened, everything but letters and digits turned into single spaces. */
export function normalise(text: string): string {
  const bare = plain.test(text)
    ? text
    : text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[œŒ]/g, 'oe').replace(/[æÆ]/g, 'ae');
  return bare
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
