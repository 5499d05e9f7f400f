/** Characters of a text; a text without surrogates is its own array of characters. */
const charactersOf = (text: string): ArrayLike<string> => (/[\ud800-\udfff]/.test(text) ? [...text] : text);

/** For each character of `a`, the place in `b` it matches, -1 for none: first free equal character within the window. */
function matchesOf(a: ArrayLike<string>, b: ArrayLike<string>): Int32Array {
  const window = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const places = new Int32Array(a.length).fill(-1);
  const taken = new Uint8Array(b.length);
  for (let i = 0; i < a.length; i++) {
    const last = Math.min(b.length - 1, i + window);
    for (let j = Math.max(0, i - window); j <= last; j++) {
      if (taken[j] === 1 || a[i] !== b[j]) continue;
      taken[j] = 1;
      places[i] = j;
      break;
    }
  }
  return places;
}

/**
 * Jaro similarity, 0 to 1: matching window floor(longest / 2) - 1, transpositions = half of the matches out of order.
 * Two empty texts are alike (1); one empty text is like no other (0). Jaro 1989, doi:10.1080/01621459.1989.10478785.
 */
export function jaro(left: string, right: string): number {
  if (left === right) return 1;
  const [a, b] = [charactersOf(left), charactersOf(right)];
  const places = [...matchesOf(a, b)].filter((j) => j >= 0);
  const matches = places.length;
  if (matches === 0) return 0;
  const inOrder = [...places].sort((x, y) => x - y);
  const transpositions = places.filter((j, k) => b[j] !== b[inOrder[k]!]).length / 2;
  return (matches / a.length + matches / b.length + (matches - transpositions) / matches) / 3;
}

/**
 * Jaro-Winkler similarity, 0 to 1: Jaro brought nearer to 1 by 0.1 for each of the first characters in common, four at
 * most, without a threshold. Winkler 1990, "String comparator metrics and enhanced decision rules".
 */
export function jaroWinkler(left: string, right: string): number {
  const base = jaro(left, right);
  const [a, b] = [charactersOf(left), charactersOf(right)];
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && prefix < b.length && a[prefix] === b[prefix]) prefix++;
  return base + prefix * 0.1 * (1 - base);
}
