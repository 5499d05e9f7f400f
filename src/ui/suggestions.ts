const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const shownAtMost = 50;

/** Values to propose for what is typed, whatever its accents and case, each once: a list of thousands would slow each key. */
export function suggestionsFor(typed: string, proposed: readonly string[]): readonly string[] {
  const wanted = plain(typed.trim());
  const found = new Set<string>();
  for (const value of proposed) {
    if (found.size === shownAtMost) break;
    if (plain(value).includes(wanted)) found.add(value);
  }
  return [...found];
}
