import { proxy, type Remote, wrap } from 'comlink';
import type { Diagnosis } from '../document/diagnosis';
import type { Inventory } from '../model/inventory';
import type { Core, Frame } from './core';

/** The page's end of the core worker. Of several answers to the same question only the newest is used. */
export interface CoreClient {
  readonly core: Remote<Core>;
  /** Makes sure that the worker has the records, then gives the rest of the document. */
  readonly frameOf: (diagnosis: Diagnosis) => Promise<Frame>;
  /** The answer, or null when a newer question was asked meanwhile. */
  readonly newest: <T>(question: string, ask: () => Promise<T>) => Promise<T | null>;
}

export { proxy };

/** Starts the core worker. */
export function startCore(): CoreClient {
  const worker = new Worker(new URL('./core.ts', import.meta.url), { type: 'module', name: 'maillage-core' });
  const core = wrap<Core>(worker);
  const turns = new Map<string, number>();
  let sent: Inventory | null = null;
  return {
    core,
    async frameOf(diagnosis) {
      const { inventory, snapshots: _, ...frame } = diagnosis;
      if (inventory !== sent) {
        sent = inventory;
        await core.keepInventory(inventory);
      }
      return frame;
    },
    async newest(question, ask) {
      const turn = (turns.get(question) ?? 0) + 1;
      turns.set(question, turn);
      const answer = await ask();
      return turns.get(question) === turn ? answer : null;
    },
  };
}
