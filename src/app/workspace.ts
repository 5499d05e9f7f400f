import { apply, type Command } from '../document/commands';
import type { Diagnosis } from '../document/diagnosis';
import type { Signed } from '../document/edits';
import { fromTemplate } from '../document/template';
import { countsOf, type DiagnosisEntry, diagnosisId, entryToOpen } from '../document/workspace';
import type { FoundElsewhere, WorkspaceServices } from '../panels/workspaceServices';
import type { AppStore } from '../state/store';
import { lookIn } from '../state/store';
import { findByName, summaryOf } from '../state/workspace';
import { replay } from '../storage/journal';
import { projectText, readProjectText, unpackProject } from '../storage/projectFile';
import type { RemovedDiagnosis, Storage } from '../storage/store';
import { findOpenable } from '../territory/departements';
import { bareDiagnosis, now } from './documents';
import { type OpeningParts, openDemonstration, openKept, openNew, setAccess } from './opening';
import { textOf } from './textOf';

const foundInAll = 60;

interface Ways {
  readonly dispatch: (command: Command, options: { readonly said: string }) => void;
  readonly say: (text: string) => void;
  /** Who does what is done now. */
  readonly signed: () => Signed;
  /** Says in a sentence what a piece of work could not do. */
  readonly guard: (work: Promise<unknown>) => void;
  /** Puts another document in place of this one, once nothing is lost by it. */
  readonly replace: (go: () => Promise<unknown>) => void;
}

/** Reads the list, and the versions of what is open, into the store. */
export async function refreshWorkspace(store: AppStore, storage: Storage): Promise<void> {
  const id = store.getState().workspace.openId;
  const [entries, versions] = await Promise.all([storage.list(), id === null ? [] : storage.versions(id)]);
  store.setState((s) => ({ workspace: { ...s.workspace, entries, versions: [...versions].reverse() } }));
}

/** A diagnosis of the storage as it was left; the open one as it is on screen. */
async function contentOf({ store, storage, saving }: OpeningParts, id: string): Promise<Diagnosis> {
  if (saving.openId === id) return store.getState().history.present;
  const kept = await storage.read(id);
  const read = kept && (await readProjectText(kept.checkpoint));
  if (!kept || !read?.ok) throw new Error(read?.ok === false ? read.fault.detail : id);
  return replay(read.value, kept.steps).present;
}

/** Two diagnoses of one département are told apart in the list from the start. */
function freeTitle(title: string, entries: readonly DiagnosisEntry[]): string {
  const taken = new Set(entries.map((e) => e.summary.title));
  let nth = 2;
  if (!taken.has(title)) return title;
  while (taken.has(`${title} (${nth})`)) nth++;
  return `${title} (${nth})`;
}

/** The diagnoses of this browser: what a list of them can do. */
export function createWorkspace(parts: OpeningParts, ways: Ways): WorkspaceServices {
  const { store, storage, saving, tabs } = parts;
  const { guard, replace } = ways;
  const refresh = () => refreshWorkspace(store, storage);
  const words = () => textOf(store).workspace;
  const entryOf = async (id: string) => (await storage.list()).find((e) => e.id === id) ?? null;
  /** Adds a diagnosis to the list without opening it. */
  const add = async (diagnosis: Diagnosis, like: DiagnosisEntry) => {
    const on = nowToTheThousandth();
    const summary = { ...like.summary, ...countsOf(diagnosis), needs: like.summary.needs, census: like.summary.census };
    await storage.checkpoint(
      { id: diagnosisId(diagnosis.departement, on), createdOn: on, changedOn: on, summary },
      await projectText(diagnosis),
    );
  };
  /** Another tab may have it open: then nothing is done, and it is said. */
  const whileFree = async (id: string, work: () => Promise<unknown>) => {
    const isFree = await tabs.whileFree(id, work);
    if (!isFree) ways.say(words().openElsewhere);
    await refresh();
    return isFree;
  };
  const rename = async (id: string, title: string) => {
    if (saving.openId === id) {
      ways.dispatch({ type: 'rename', title }, { said: words().renamed(title) });
      await saving.flush();
      return refresh();
    }
    await whileFree(id, async () => {
      const entry = await entryOf(id);
      const renamed = apply(await contentOf(parts, id), { type: 'rename', title });
      if (entry) await storage.checkpoint({ ...entry, summary: { ...entry.summary, title } }, await projectText(renamed));
    });
  };
  return {
    refresh: () =>
      guard(
        saving
          .flush()
          .then(() => saving.versionsKept())
          .then(refresh),
      ),
    open: (id, focus) =>
      replace(async () => {
        if (saving.openId !== id && !(await openKept(parts, id))) return;
        store.setState((s) => ({ dialog: s.workspace.access === 'asked' ? s.dialog : null }));
        lookIn(store, { focus: focus ?? null });
      }),
    create: (departement, modelId) =>
      replace(async () => {
        const bare = bareDiagnosis(departement);
        const place = findOpenable(departement);
        if (!bare || !place) return;
        const model = modelId === null ? null : await contentOf(parts, modelId);
        const made = model ? fromTemplate(model, place) : bare;
        const title = freeTitle(made.title, await storage.list());
        await openNew(parts, { ...made, title }, true);
        ways.say(words().created(title));
      }),
    rename: (id, title) => guard(rename(id, title)),
    duplicate: (id, title) =>
      guard(
        (async () => {
          const entry = await entryOf(id);
          if (entry) await add(apply(await contentOf(parts, id), { type: 'rename', title }), entry);
          await refresh();
        })(),
      ),
    ...deletion(parts, ways, whileFree),
    search: (query) => searchAll(parts, query),
    ...versionServices(parts, ways),
    continueHere: () => guard(continueHere(parts)),
    onlyLook: () => {
      setAccess(store, 'look');
      store.setState({ dialog: null });
    },
  };
}

/** As `now`, fine enough for two diagnoses made one after the other. */
export const nowToTheThousandth = (): string => `${now()}.${String(Date.now() % 1000).padStart(3, '0')}`;

function deletion(
  parts: OpeningParts,
  { guard, replace }: Ways,
  whileFree: (id: string, work: () => Promise<unknown>) => Promise<boolean>,
): Pick<WorkspaceServices, 'remove' | 'bringBack'> {
  const { storage, saving, store } = parts;
  let removed: RemovedDiagnosis | null = null;
  const setRemoved = (entry: DiagnosisEntry | null) => store.setState((s) => ({ workspace: { ...s.workspace, removed: entry } }));
  const remove = async (id: string) => {
    removed = await storage.remove(id);
    setRemoved(removed?.entry ?? null);
  };
  return {
    remove: (id) => {
      if (saving.openId !== id) return guard(whileFree(id, () => remove(id)));
      replace(async () => {
        if (!(await whileFree(id, () => remove(id)))) return;
        saving.forget();
        const next = entryToOpen(await storage.list(), null, null);
        if (!next || !(await openKept(parts, next.id))) await openDemonstration(parts, '44');
        store.setState((s) => ({ dialog: s.workspace.access === 'asked' ? s.dialog : 'workspace' }));
        await refreshWorkspace(store, storage);
      });
    },
    bringBack: () =>
      guard(
        (async () => {
          if (removed) await storage.bringBack(removed);
          removed = null;
          setRemoved(null);
          await refreshWorkspace(store, storage);
        })(),
      ),
  };
}

type Known = Map<string, { readonly changedOn: string; readonly diagnosis: Diagnosis }>;
const searched: Known = new Map();

/** Those of the list are read once for as long as they do not change. */
async function searchAll(parts: OpeningParts, query: string): Promise<readonly FoundElsewhere[]> {
  const found: FoundElsewhere[] = [];
  for (const { id, changedOn } of await parts.storage.list()) {
    const known = searched.get(id);
    const isFresh = known?.changedOn === changedOn && parts.saving.openId !== id;
    const diagnosis = isFresh ? known.diagnosis : await contentOf(parts, id).catch(() => null);
    if (!diagnosis) continue;
    searched.set(id, { changedOn, diagnosis });
    const records = findByName(diagnosis.inventory, query, foundInAll - found.length);
    found.push(...records.map((r) => ({ ...r, diagnosisId: id })));
  }
  return found;
}

function versionServices(
  { store, storage, saving }: OpeningParts,
  { dispatch, guard, say, signed }: Ways,
): Pick<WorkspaceServices, 'restoreVersion' | 'restoreState' | 'compareVersion'> {
  const read = async (on: string): Promise<Diagnosis | null> => {
    const id = saving.openId;
    const packed = id === null ? null : await storage.readVersion(id, on);
    const unpacked = packed && (await unpackProject(packed));
    if (unpacked?.ok) return unpacked.value;
    say(textOf(store).workspace.versionGone);
    return null;
  };
  const restore = async (command: Command) => {
    await saving.keepPresent();
    dispatch(command, { said: textOf(store).workspace.restored });
    await refreshWorkspace(store, storage);
  };
  return {
    restoreVersion: (on) => guard(read(on).then((diagnosis) => diagnosis && restore({ type: 'restoreVersion', diagnosis }))),
    restoreState: (id) => guard(restore({ type: 'restoreSnapshot', id, ...signed() })),
    compareVersion: (on, name) =>
      guard(
        read(on).then(
          (diagnosis) => diagnosis && store.setState({ against: { kind: 'project', name, diagnosis }, compared: null }),
        ),
      ),
  };
}

/** The other tab writes what it holds and only looks from then on; what it wrote is read here. */
async function continueHere(parts: OpeningParts): Promise<void> {
  const { store, saving, tabs } = parts;
  const id = saving.openId;
  if (id === null) return;
  await tabs.takeOver(id);
  store.setState({ dialog: null, message: null });
  await openKept(parts, id);
}

/** Tells the list what the analysis finds, once nothing moves. */
export function keepDescribed({ store, saving }: Pick<OpeningParts, 'store' | 'saving'>): () => void {
  let { analysis } = store.getState();
  let timer: ReturnType<typeof setTimeout> | undefined;
  return store.subscribe((state) => {
    if (state.analysis === analysis) return;
    analysis = state.analysis;
    clearTimeout(timer);
    timer = setTimeout(() => saving.describe(), 1000);
  });
}

/** What the list tells of the open document. */
export const openSummary = (store: AppStore) => {
  const { history, analysis, territory } = store.getState();
  return summaryOf(history.present, analysis, territory);
};
