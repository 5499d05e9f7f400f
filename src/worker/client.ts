import { proxy, type Remote, wrap } from 'comlink';
import type { Analysis } from '../analysis/analysis';
import type { Comparison } from '../analysis/compare';
import type { Diagnosis } from '../document/diagnosis';
import type { Core, DatedState, Frame, Kept } from './core';

/** The page's end of the core worker. Of several answers to the same question only the newest is used. */
export interface CoreClient {
  readonly core: Remote<Core>;
  /** Makes sure that the worker has what changed of a document, then gives what goes with each question. */
  readonly frameOf: (diagnosis: Diagnosis) => Promise<Frame>;
  /** The analysis without robustness that takes long; what did not change since the last one is the very same. */
  readonly analyseAtOnce: (frame: Frame) => Promise<Analysis>;
  /** A state against the document; one that was compared before is not sent, nor read, again. */
  readonly compareState: (frame: Frame, state: DatedState) => Promise<Comparison>;
  /** The answer, or null when a newer question was asked meanwhile. */
  readonly newest: <T>(question: string, ask: () => Promise<T>) => Promise<T | null>;
}

export { proxy };

/** What of an object is not the very same as in an earlier one. */
function partsThatChanged<T extends object>(now: T, before: Partial<T>): Partial<T> {
  const changed = Object.entries(now).filter(([key, value]) => before[key as keyof T] !== value);
  return Object.fromEntries(changed) as Partial<T>;
}

/** Starts the core worker. */
export function startCore(): CoreClient {
  const worker = new Worker(new URL('./core.ts', import.meta.url), { type: 'module', name: 'maillage-core' });
  const core = wrap<Core>(worker);
  const turns = new Map<string, number>();
  let sent: Partial<Kept> = {};
  let compared: DatedState | null = null;
  let last: Pick<Analysis, 'placed' | 'network'> | null = null;
  return {
    core,
    async frameOf(diagnosis) {
      const { settings, snapshots: _, ...rest } = diagnosis;
      const { inventory, ...changed } = partsThatChanged(rest, sent);
      // Most edits touch one kind of record: thousands of ties are not copied for a cell of a scheme.
      const records = inventory ? { inventory: partsThatChanged(inventory, sent.inventory ?? {}) } : {};
      const gone = Object.keys(sent).filter((key) => !(key in rest));
      sent = rest;
      if (inventory || gone.length + Object.keys(changed).length > 0) await core.keep({ ...changed, ...records }, gone);
      return { settings };
    },
    async analyseAtOnce(frame) {
      const { placed, network, ...rest } = await core.analyseAtOnce(frame);
      last = { placed: placed ?? last!.placed, network: network ?? last!.network };
      return { ...rest, ...last };
    },
    compareState(frame, { inventory, census }) {
      const isThere = compared?.inventory === inventory && compared.census === census;
      compared = { inventory, census };
      return core.compareState(frame, isThere ? null : compared);
    },
    async newest(question, ask) {
      const turn = (turns.get(question) ?? 0) + 1;
      turns.set(question, turn);
      const answer = await ask();
      return turns.get(question) === turn ? answer : null;
    },
  };
}
