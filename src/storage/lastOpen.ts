const key = 'maillage:open';

/** The diagnosis that this tab had open before it was loaded again; null: none, or the browser does not say. */
export function lastOpen(): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Remembers which diagnosis this tab has open. */
export function rememberOpen(id: string | null): void {
  try {
    if (id === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, id);
  } catch {
    // Refused: the last changed diagnosis opens instead.
  }
}
