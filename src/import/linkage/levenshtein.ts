/** Smallest number of characters to insert, delete or replace to turn one text into the other (Levenshtein 1966). */
export function levenshtein(left: string, right: string): number {
  const [a, b] = [[...left], [...right]];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const line = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      line.push(Math.min(replaced, above[j]! + 1, line[j - 1]! + 1));
    }
    above = line;
  }
  return above[b.length]!;
}
