import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import { emptyDiagnosis } from '../document/diagnosis';
import { countsOf, type DiagnosisEntry, type DiagnosisSummary, diagnosisId, type VersionEntry } from '../document/workspace';
import type { Step } from './journal';

/** A past version with its packed project; `id` is that of the diagnosis. */
export interface StoredVersion extends VersionEntry {
  readonly id: string;
  readonly packed: Uint8Array<ArrayBuffer>;
}

interface Shape extends DBSchema {
  entries: { key: string; value: DiagnosisEntry };
  /** By id of the diagnosis: the checkpoint as project-file text. */
  checkpoints: { key: string; value: string };
  /** Steps since the checkpoint: id of the diagnosis, then their order. */
  steps: { key: [string, number]; value: Step };
  /** Id of the diagnosis, then when. */
  versions: { key: [string, string]; value: StoredVersion };
  preferences: { key: string; value: unknown };
  /** Version 1 only: the steps of its one diagnosis, whose checkpoint had the key "document". */
  journal: { key: number; value: Step };
}

export type Database = IDBPDatabase<Shape>;

/** What the list tells of a checkpoint, read without validation: a damaged one is kept too, and named when it is opened. */
function summaryOfText(project: string): DiagnosisSummary {
  const nothing = countsOf(emptyDiagnosis('', ''));
  try {
    return { ...nothing, ...countsOf(JSON.parse(project).diagnosis) };
  } catch {
    return nothing;
  }
}

/** The one diagnosis of version 1 becomes the first of the workspace. */
async function fromOne(
  db: Database,
  tx: IDBPTransaction<Shape, StoreNames<Shape>[], 'versionchange'>,
  now: string,
): Promise<void> {
  const checkpoints = tx.objectStore('checkpoints');
  const [project, steps] = await Promise.all([checkpoints.get('document'), tx.objectStore('journal').getAll()]);
  if (project !== undefined) {
    const summary = summaryOfText(project);
    const id = diagnosisId(summary.departement, now);
    await Promise.all([
      checkpoints.delete('document'),
      checkpoints.put(project, id),
      tx.objectStore('entries').put({ id, createdOn: now, changedOn: now, summary }),
      ...steps.map((step, i) => tx.objectStore('steps').put(step, [id, i])),
    ]);
  }
  db.deleteObjectStore('journal');
}

/** Opens the database in its present shape; `now` (ISO) names what an earlier shape held. Fails where another tab holds it
 * in an earlier one. */
export function openDatabase(now: string): Promise<Database> {
  return new Promise((resolve, reject) => {
    const opening = openDB<Shape>('maillage', 2, {
      async upgrade(db, before, _, tx) {
        if (before < 1) {
          db.createObjectStore('checkpoints');
          db.createObjectStore('preferences');
        }
        db.createObjectStore('entries', { keyPath: 'id' });
        db.createObjectStore('steps');
        db.createObjectStore('versions', { keyPath: ['id', 'on'] });
        if (before === 1) await fromOne(db, tx, now);
      },
      blocked: () => {
        reject(new Error('an earlier version is open in another tab'));
        opening.then((db) => db.close()).catch(() => {});
      },
      blocking: (_old, _new, event) => (event.target as IDBDatabase).close(),
    });
    opening.then(resolve, reject);
  });
}
