const plain = /^[ -~]*$/;

function compute(text: string): string {
  const bare = plain.test(text)
    ? text
    : text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[œŒ]/g, 'oe').replace(/[æÆ]/g, 'ae');
  return bare
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

// The same name is compared several times in a row while its row is read.
let last = { text: '', value: '' };

/** Lower case without accents, ligatures opened, everything but letters and digits turned into single spaces. */
export function normalise(text: string): string {
  if (text !== last.text) last = { text, value: compute(text) };
  return last.value;
}
