import type { DiagnosisEntry, VersionEntry } from '../document/workspace';
import { type Database, openDatabase, type StoredVersion } from './database';
import type { Step } from './journal';

/** Everything the browser holds of one diagnosis but its past versions. */
export interface KeptDiagnosis {
  readonly entry: DiagnosisEntry;
  /** Project-file text. */
  readonly checkpoint: string;
  /** Done since. */
  readonly steps: readonly Step[];
}

/** What a deletion took away, and can be brought back. */
export interface RemovedDiagnosis extends KeptDiagnosis {
  readonly versions: readonly StoredVersion[];
}

/** What the browser keeps of the work: for each diagnosis a checkpoint, the steps since, and versions of the last days. */
export interface Storage {
  /** False where the browser refuses to keep anything. */
  readonly isOpen: boolean;
  /** Every diagnosis, without its content. */
  readonly list: () => Promise<readonly DiagnosisEntry[]>;
  readonly read: (id: string) => Promise<KeptDiagnosis | null>;
  readonly append: (id: string, step: Step) => Promise<void>;
  /** Replaces entry, checkpoint and journal in one transaction. */
  readonly checkpoint: (entry: DiagnosisEntry, project: string) => Promise<void>;
  /** Replaces what the list tells of a diagnosis; one that is gone stays gone. */
  readonly describe: (entry: DiagnosisEntry) => Promise<void>;
  /** Takes a diagnosis away with its versions; null: there was none. */
  readonly remove: (id: string) => Promise<RemovedDiagnosis | null>;
  readonly bringBack: (removed: RemovedDiagnosis) => Promise<void>;
  /** Versions of a diagnosis, oldest first. */
  readonly versions: (id: string) => Promise<readonly VersionEntry[]>;
  /** The packed project of a version; null: it is gone. */
  readonly readVersion: (id: string, on: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  /** Adds a version and takes others away, by their dates. */
  readonly keepVersion: (version: StoredVersion, drop: readonly string[]) => Promise<void>;
  readonly readPreference: (key: string) => Promise<unknown>;
  readonly writePreference: (key: string, value: unknown) => Promise<void>;
}

/** Opens the browser's storage; where it is refused (private window, full disk) nothing is kept and nothing
 * fails; `isOpen` tells it. `now`: ISO date and time. */
export async function openStorage(now: string): Promise<Storage> {
  try {
    return storageIn(await openDatabase(now));
  } catch (error) {
    console.warn('Maillage: nothing is kept', error);
    return forgetful;
  }
}

/** Keys of the steps, or of the versions, of a diagnosis: arrays come after numbers and texts. */
const allOf = (id: string) => IDBKeyRange.bound([id], [id, []]);

async function read(db: Database, id: string): Promise<KeptDiagnosis | null> {
  const tx = db.transaction(['entries', 'checkpoints', 'steps']);
  const [entry, checkpoint, steps] = await Promise.all([
    tx.objectStore('entries').get(id),
    tx.objectStore('checkpoints').get(id),
    tx.objectStore('steps').getAll(allOf(id)),
    tx.done,
  ]);
  return entry === undefined || checkpoint === undefined ? null : { entry, checkpoint, steps };
}

async function remove(db: Database, id: string): Promise<RemovedDiagnosis | null> {
  const [kept, versions] = await Promise.all([read(db, id), db.getAll('versions', allOf(id))]);
  const tx = db.transaction(['entries', 'checkpoints', 'steps', 'versions'], 'readwrite');
  await Promise.all([
    tx.objectStore('entries').delete(id),
    tx.objectStore('checkpoints').delete(id),
    tx.objectStore('steps').delete(allOf(id)),
    tx.objectStore('versions').delete(allOf(id)),
    tx.done,
  ]);
  return kept && { ...kept, versions };
}

function documentsIn(
  db: Database,
): Pick<Storage, 'list' | 'read' | 'append' | 'checkpoint' | 'describe' | 'remove' | 'bringBack'> {
  return {
    list: () => db.getAll('entries'),
    read: (id) => read(db, id),
    async append(id, step) {
      const tx = db.transaction('steps', 'readwrite');
      const last = await tx.store.openKeyCursor(allOf(id), 'prev');
      await Promise.all([tx.store.put(step, [id, (last?.key[1] ?? 0) + 1]), tx.done]);
    },
    async checkpoint(entry, project) {
      const tx = db.transaction(['entries', 'checkpoints', 'steps'], 'readwrite');
      await Promise.all([
        tx.objectStore('entries').put(entry),
        tx.objectStore('checkpoints').put(project, entry.id),
        tx.objectStore('steps').delete(allOf(entry.id)),
        tx.done,
      ]);
    },
    async describe(entry) {
      const tx = db.transaction('entries', 'readwrite');
      if (await tx.store.getKey(entry.id)) await tx.store.put(entry);
      await tx.done;
    },
    remove: (id) => remove(db, id),
    async bringBack({ entry, checkpoint, steps, versions }) {
      const tx = db.transaction(['entries', 'checkpoints', 'steps', 'versions'], 'readwrite');
      await Promise.all([
        tx.objectStore('entries').put(entry),
        tx.objectStore('checkpoints').put(checkpoint, entry.id),
        ...steps.map((step, i) => tx.objectStore('steps').put(step, [entry.id, i])),
        ...versions.map((v) => tx.objectStore('versions').put(v)),
        tx.done,
      ]);
    },
  };
}

function storageIn(db: Database): Storage {
  return {
    isOpen: true,
    ...documentsIn(db),
    async versions(id) {
      const all = await db.getAll('versions', allOf(id));
      return all.map(({ on, actors, schemes, size, beforeRestoring }) => ({ on, actors, schemes, size, beforeRestoring }));
    },
    readVersion: async (id, on) => (await db.get('versions', [id, on]))?.packed ?? null,
    async keepVersion(version, drop) {
      const tx = db.transaction('versions', 'readwrite');
      await Promise.all([tx.store.put(version), ...drop.map((on) => tx.store.delete([version.id, on])), tx.done]);
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
  list: async () => [],
  read: async () => null,
  append: nothing,
  checkpoint: nothing,
  describe: nothing,
  remove: async () => null,
  bringBack: nothing,
  versions: async () => [],
  readVersion: async () => null,
  keepVersion: nothing,
  readPreference: async () => undefined,
  writePreference: nothing,
};
