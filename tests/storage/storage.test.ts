import { describe, expect, test, vi } from 'vitest';
import { Saving } from '../../src/app/saving';
import { emptyDiagnosis } from '../../src/document/diagnosis';
import { start } from '../../src/document/history';
import { countsOf, type DiagnosisEntry } from '../../src/document/workspace';
import { createAppStore, dispatchTo, undoIn } from '../../src/state/store';
import type { StoredVersion } from '../../src/storage/database';
import { replay, type Step } from '../../src/storage/journal';
import { packProject, readProjectText, unpackProject } from '../../src/storage/projectFile';
import type { Storage } from '../../src/storage/store';
import { openedDemonstration } from '../views/fixture';

/** A storage in memory with the same promises. */
function memory() {
  const kept = new Map<string, { entry: DiagnosisEntry; checkpoint: string; steps: Step[] }>();
  const versions = new Map<string, StoredVersion>();
  const ofId = (id: string) => [...versions.values()].filter((v) => v.id === id).sort((a, b) => (a.on < b.on ? -1 : 1));
  const storage: Storage = {
    isOpen: true,
    list: async () => [...kept.values()].map((k) => k.entry),
    read: async (id) => kept.get(id) ?? null,
    append: async (id, step) => void kept.get(id)!.steps.push(structuredClone(step)),
    checkpoint: async (entry, checkpoint) => void kept.set(entry.id, { entry, checkpoint, steps: [] }),
    describe: async (entry) => {
      const known = kept.get(entry.id);
      if (known) kept.set(entry.id, { ...known, entry });
    },
    remove: async () => null,
    bringBack: async () => {},
    versions: async (id) => ofId(id),
    readVersion: async (id, on) => versions.get(`${id} ${on}`)?.packed ?? null,
    keepVersion: async (version, drop) => {
      versions.set(`${version.id} ${version.on}`, version);
      for (const on of drop) versions.delete(`${version.id} ${on}`);
    },
    readPreference: async () => undefined,
    writePreference: async () => {},
  };
  return storage;
}

async function restored(storage: Storage, id: string | null) {
  const saved = id === null ? null : await storage.read(id);
  const read = saved && (await readProjectText(saved.checkpoint));
  return saved && read?.ok ? replay(read.value, saved.steps).present : null;
}

/** A saving of a store, on a clock that the test moves. */
function savingOf(storage: Storage, onKept: (isKept: boolean) => void = () => {}) {
  const store = createAppStore(emptyDiagnosis('44', 'Loire-Atlantique'));
  const clock = { now: '2026-11-22T10:00:00.000' };
  const saving = new Saving({
    storage,
    present: () => store.getState().history.present,
    summary: () => countsOf(store.getState().history.present),
    now: () => clock.now,
    onKept,
  });
  const rename = (title: string) => {
    const command = { type: 'rename', title } as const;
    dispatchTo(store, command);
    saving.step(command, null);
  };
  return { store, clock, saving, rename };
}

describe('saving', () => {
  test('what was done is there after a reload, checkpoint or not', async () => {
    const storage = memory();
    const { store, saving, rename } = savingOf(storage);
    for (const title of ['Un', 'Deux', 'Trois']) rename(title);
    await vi.waitFor(async () => expect((await storage.read(saving.openId!))?.steps).toHaveLength(2), 5000);
    expect(await restored(storage, saving.openId)).toEqual(store.getState().history.present);
    saving.checkpoint();
    await saving.flush();
    expect((await storage.read(saving.openId!))?.steps).toEqual([]);
    expect(await restored(storage, saving.openId)).toEqual(store.getState().history.present);
    expect((await storage.list()).map((e) => e.summary.title)).toEqual(['Trois']);
  });

  test('steps undone one after the other are one checkpoint; what is done next, or opened next, loses none of it', async () => {
    const storage = memory();
    const checkpoints = vi.spyOn(storage, 'checkpoint');
    const { store, clock, saving, rename } = savingOf(storage);
    for (const title of ['Un', 'Deux', 'Trois', 'Quatre']) rename(title);
    await saving.flush();
    const id = saving.openId;
    const undo = () => {
      undoIn(store);
      saving.moved();
    };
    checkpoints.mockClear();
    for (let n = 0; n < 3; n++) undo();
    await vi.waitFor(async () => expect((await restored(storage, id))?.title).toBe('Un'), 5000);
    expect(checkpoints).toHaveBeenCalledTimes(1);
    undo();
    rename('Cinq');
    await saving.flush();
    expect(await restored(storage, id)).toEqual(store.getState().history.present);
    undo();
    const left = store.getState().history.present;
    clock.now = '2026-11-22T10:00:01.000';
    store.setState({ history: start(emptyDiagnosis('49', 'Maine-et-Loire')) });
    saving.begin();
    await saving.flush();
    expect(await restored(storage, id)).toEqual(left);
  });

  test('a storage that refuses is told, and told again when it works', async () => {
    const told: boolean[] = [];
    let isFull = true;
    const full = savingOf(
      {
        ...memory(),
        checkpoint: async () => {
          if (isFull) throw new Error('QuotaExceededError');
        },
      },
      (isKept) => told.push(isKept),
    );
    full.saving.checkpoint();
    await full.saving.flush();
    isFull = false;
    full.saving.checkpoint();
    await full.saving.flush();
    expect(told).toEqual([false, true]);
    const refused = savingOf({ ...memory(), isOpen: false }, (isKept) => told.push(isKept));
    refused.rename('Un');
    await refused.saving.flush();
    expect(told).toEqual([false, true, false]);
  });

  test('the untouched demonstration is not kept', async () => {
    const storage = memory();
    const { saving } = savingOf(storage);
    saving.forget();
    await saving.flush();
    expect(await storage.list()).toEqual([]);
  });

  test('another document opened meanwhile is never written in the place of the first', async () => {
    const storage = memory();
    const { store, clock, saving, rename } = savingOf(storage);
    rename('Premier');
    const first = saving.openId!;
    clock.now = '2026-11-22T10:00:01.000';
    store.setState({ history: start(emptyDiagnosis('49', 'Maine-et-Loire')) });
    saving.begin();
    rename('Second');
    await saving.flush();
    expect((await restored(storage, first))?.title).toBe('Premier');
    expect((await restored(storage, saving.openId))?.title).toBe('Second');
  });

  test('a tab that only looks writes nothing', async () => {
    const storage = memory();
    const { saving, rename } = savingOf(storage);
    rename('Un');
    await saving.flush();
    const id = saving.openId!;
    saving.stop();
    rename('Deux');
    saving.checkpoint();
    await saving.flush();
    expect((await restored(storage, id))?.title).toBe('Un');
  });

  test('versions: one in a quarter of an hour, the end of the last session, and the present before it is replaced', async () => {
    const storage = memory();
    const { clock, saving, rename, store } = savingOf(storage);
    const at = async (time: string, title: string) => {
      clock.now = `2026-11-22T${time}.000`;
      rename(title);
      saving.checkpoint();
      await saving.flush();
      await saving.versionsKept();
    };
    await at('10:01:00', 'a');
    await at('10:09:00', 'b');
    await at('10:16:00', 'c');
    await at('10:20:00', 'd');
    const id = saving.openId!;
    const titles = async () =>
      Promise.all(
        (await storage.versions(id)).map(async (v) => {
          const read = await unpackProject((await storage.readVersion(id, v.on))!);
          return read.ok ? `${v.on.slice(11, 16)} ${read.value.title}` : v.on;
        }),
      );
    expect(await titles()).toEqual(['10:01 a', '10:16 c']);
    // Opened again later: what was left at 10:20 takes the place of 10:16 in its quarter of an hour.
    saving.resume((await storage.read(id))!.entry);
    await at('14:00:00', 'e');
    expect(await titles()).toEqual(['10:01 a', '10:20 d', '14:00 e']);
    clock.now = '2026-11-22T14:02:00.000';
    dispatchTo(store, { type: 'rename', title: 'f' });
    await saving.keepPresent();
    expect(await titles()).toEqual(['10:01 a', '10:20 d', '14:00 e', '14:02 f']);
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
