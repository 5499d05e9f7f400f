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

const space = 32;

/** What each Latin letter or sign becomes, as a character code; 0 where it is not one character. */
const folded = Uint8Array.from({ length: 0x180 }, (_, code) => {
  const text = compute(String.fromCharCode(code));
  return text.length > 1 ? 0 : text.charCodeAt(0) || space;
});

/** Folded code of a character; dashes, quotes and dots of print are spaces. */
const foldedOf = (code: number): number => (code < 0x180 ? folded[code]! : code >= 0x2010 && code <= 0x203a ? space : 0);

/** The usual texts in one pass, others (ligatures, combining marks, other alphabets) the general way. */
function computeFast(text: string): string {
  if (text.length > 1000) return compute(text);
  const codes = new Array<number>(text.length);
  let length = 0;
  let isSpace = true;
  for (let i = 0; i < text.length; i++) {
    const code = foldedOf(text.charCodeAt(i));
    if (code === 0) return compute(text);
    if (code !== space || !isSpace) codes[length++] = code;
    isSpace = code === space;
  }
  codes.length = isSpace && length > 0 ? length - 1 : length;
  return String.fromCharCode(...codes);
}

// The same name is compared several times in a row while its row is read.
let last = { text: '', value: '' };

/** Lower case without accents, ligatures opened, everything but letters and digits turned into single spaces. */
export function normalise(text: string): string {
  if (text !== last.text) last = { text, value: computeFast(text) };
  return last.value;
}
