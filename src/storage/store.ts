import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Step } from './journal';

interface Shape extends DBSchema {
  /** Key "document": the checkpoint as project-file text. */
  checkpoints: { key: string; value: string };
  /** Steps since the checkpoint, in order. */
  journal: { key: number; value: Step };
  preferences: { key: string; value: unknown };
}

/** What the browser keeps of the work: a checkpoint and the steps since. */
export interface Storage {
  /** False where the browser refuses to keep anything. */
  readonly isOpen: boolean;
  /** The last document as it was left, or null on a first visit. */
  readonly read: () => Promise<{ readonly checkpoint: string; readonly steps: readonly Step[] } | null>;
  readonly append: (step: Step) => Promise<void>;
  /** Replaces checkpoint and journal in one transaction. */
  readonly checkpoint: (project: string) => Promise<void>;
  readonly clear: () => Promise<void>;
  readonly readPreference: (key: string) => Promise<unknown>;
  readonly writePreference: (key: string, value: unknown) => Promise<void>;
}

const openDatabase = (): Promise<IDBPDatabase<Shape>> =>
  openDB<Shape>('maillage', 1, {
    upgrade(db) {
      db.createObjectStore('checkpoints');
      db.createObjectStore('journal', { autoIncrement: true });
      db.createObjectStore('preferences');
    },
  });

/** Opens the browser's storage; where it is refused (private window, full disk) nothing is kept and nothing
 * fails; `isOpen` tells it. */
export async function openStorage(): Promise<Storage> {
  try {
    return storageIn(await openDatabase());
  } catch {
    return forgetful;
  }
}

function storageIn(db: IDBPDatabase<Shape>): Storage {
  return {
    isOpen: true,
    async read() {
      const tx = db.transaction(['checkpoints', 'journal']);
      const [checkpoint, steps] = await Promise.all([
        tx.objectStore('checkpoints').get('document'),
        tx.objectStore('journal').getAll(),
        tx.done,
      ]);
      return checkpoint === undefined ? null : { checkpoint, steps };
    },
    async append(step) {
      await db.add('journal', step);
    },
    async checkpoint(project) {
      const tx = db.transaction(['checkpoints', 'journal'], 'readwrite');
      await Promise.all([tx.objectStore('checkpoints').put(project, 'document'), tx.objectStore('journal').clear(), tx.done]);
    },
    async clear() {
      const tx = db.transaction(['checkpoints', 'journal'], 'readwrite');
      await Promise.all([tx.objectStore('checkpoints').clear(), tx.objectStore('journal').clear(), tx.done]);
    },
    readPreference: (key) => db.get('preferences', key),
    async writePreference(key, value) {
      await db.put('preferences', value, key);
    },
  };
}

const nothing = async (): Promise<void> => {};
const forgetful: Storage = {
  isOpen: false,
  read: async () => null,
  append: nothing,
  checkpoint: nothing,
  clear: nothing,
  readPreference: async () => undefined,
  writePreference: nothing,
};
