import type { AppStore } from '../state/store';

/** Asks before the work in progress gives way to another document. */
export interface Replacing {
  /** Does it at once when there is nothing to lose, else once the user has answered. */
  readonly ask: (go: () => void) => void;
  /** Does what was waiting. */
  readonly go: () => void;
}

export function askBeforeReplacing(store: AppStore, hasWork: () => boolean): Replacing {
  let waiting: (() => void) | null = null;
  return {
    ask(go) {
      if (!hasWork()) return go();
      waiting = go;
      store.setState({ dialog: 'replace' });
    },
    go() {
      const next = waiting;
      waiting = null;
      store.setState({ dialog: null });
      next?.();
    },
  };
}
