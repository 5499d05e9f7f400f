export type SortValue = string | number | null;

/** Order of two cells: null last in both directions, text by French collation. */
export function compareValues(a: SortValue, b: SortValue, descending: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const order = typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'fr');
  return descending ? -order : order;
}

/** Rows to draw of a long table, and the height left empty above and below; `scrollTop` null: all of them. */
export function windowOf(count: number, scrollTop: number | null, rowHeight: number) {
  if (scrollTop === null) return { start: 0, end: count, before: 0, after: 0 };
  const start = Math.min(Math.max(0, Math.floor(scrollTop / rowHeight) - 10), Math.max(0, count - 60));
  const end = Math.min(count, start + 60);
  return { start, end, before: start * rowHeight, after: (count - end) * rowHeight };
}
