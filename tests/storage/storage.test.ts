import { describe, expect, test } from 'vitest';
import { Saving } from '../../src/app/saving';
import { emptyDiagnosis } from '../../src/document/diagnosis';
import { createAppStore, dispatchTo } from '../../src/state/store';
import { replay, type Step } from '../../src/storage/journal';
import { packProject, readProjectText, unpackProject } from '../../src/storage/projectFile';
import type { Storage } from '../../src/storage/store';
import { openedDemonstration } from '../views/fixture';

/** A storage in memory with the same promises. */
function memory() {
  let checkpoint: string | null = null;
  let steps: Step[] = [];
  const storage: Storage = {
    isOpen: true,
    read: async () => (checkpoint === null ? null : { checkpoint, steps }),
    append: async (step) => {
      steps.push(structuredClone(step));
    },
    checkpoint: async (project) => {
      checkpoint = project;
      steps = [];
    },
    clear: async () => {
      checkpoint = null;
      steps = [];
    },
    readPreference: async () => undefined,
    writePreference: async () => {},
  };
  return storage;
}

async function restored(storage: Storage) {
  const saved = await storage.read();
  const read = saved && (await readProjectText(saved.checkpoint));
  return saved && read?.ok ? replay(read.value, saved.steps).present : null;
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 60));

describe('saving', () => {
  test('what was done is there after a reload, checkpoint or not', async () => {
    const storage = memory();
    const store = createAppStore(emptyDiagnosis('44', 'Loire-Atlantique'));
    const saving = new Saving(storage, () => store.getState().history.present);
    for (const title of ['Un', 'Deux', 'Trois']) {
      const command = { type: 'rename', title } as const;
      dispatchTo(store, command);
      saving.step(command, null);
    }
    await settled();
    expect((await storage.read())?.steps).toHaveLength(2);
    expect(await restored(storage)).toEqual(store.getState().history.present);
    saving.checkpoint();
    await settled();
    expect((await storage.read())?.steps).toEqual([]);
    expect(await restored(storage)).toEqual(store.getState().history.present);
  });

  test('a storage that refuses is told, and told again when it works', async () => {
    const told: boolean[] = [];
    let isFull = true;
    const storage: Storage = {
      ...memory(),
      checkpoint: async () => {
        if (isFull) throw new Error('QuotaExceededError');
      },
    };
    const saving = new Saving(
      storage,
      () => emptyDiagnosis('44', 'x'),
      (isKept) => told.push(isKept),
    );
    saving.checkpoint();
    await settled();
    isFull = false;
    saving.checkpoint();
    await settled();
    expect(told).toEqual([false, true]);
    const refused = new Saving(
      { ...memory(), isOpen: false },
      () => emptyDiagnosis('44', 'x'),
      (isKept) => told.push(isKept),
    );
    refused.step({ type: 'rename', title: 'Un' }, null);
    await settled();
    expect(told).toEqual([false, true, false]);
  });

  test('the untouched demonstration is forgotten', async () => {
    const storage = memory();
    const saving = new Saving(storage, () => emptyDiagnosis('44', 'x'));
    saving.checkpoint();
    saving.forget();
    await settled();
    expect(await storage.read()).toBeNull();
  });
});

describe('project file', () => {
  test('opens as it was saved', async () => {
    const { diagnosis } = await openedDemonstration();
    const blob = await packProject(diagnosis);
    const bytes = new Uint8Array(await blob.arrayBuffer());
    expect([...bytes.slice(0, 2)]).toEqual([0x1f, 0x8b]);
    const read = await unpackProject(bytes);
    expect(read).toEqual({ ok: true, value: diagnosis });
  });

  test.each([
    ['nothing', ''],
    ['other JSON', '{"app":"autre"}'],
    ['text', 'Nom;Ville'],
  ])('%s is a fault, not an exception', async (_, content) => {
    expect((await unpackProject(new TextEncoder().encode(content))).ok).toBe(false);
  });

  test('a truncated file is a fault', async () => {
    const blob = await packProject(emptyDiagnosis('44', 'x'));
    const bytes = new Uint8Array(await blob.arrayBuffer());
    expect((await unpackProject(bytes.slice(0, 40))).ok).toBe(false);
  });
});
