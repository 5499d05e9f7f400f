import type { Diagnosis } from '../document/diagnosis';
import { start } from '../document/history';
import { isBare } from '../document/template';
import { entryToOpen } from '../document/workspace';
import { noFilters } from '../state/facets';
import { type AppStore, lookIn } from '../state/store';
import type { Access } from '../state/workspace';
import { replay } from '../storage/journal';
import { readProjectText } from '../storage/projectFile';
import type { Storage } from '../storage/store';
import { findOpenable, isFictional } from '../territory/departements';
import type { CoreClient } from '../worker/client';
import { bareDiagnosis, demonstrationDiagnosis, openDiagnosis } from './documents';
import type { Saving } from './saving';
import type { Tabs } from './tabs';
import { textOf } from './textOf';

export interface OpeningParts {
  readonly store: AppStore;
  readonly client: CoreClient;
  readonly saving: Saving;
  readonly storage: Storage;
  readonly tabs: Tabs;
}

/** Says what may be done of the open document, and which it is. */
export function setAccess(store: AppStore, access: Access): void {
  store.setState((s) => ({ workspace: { ...s.workspace, access } }));
}

const startView = (store: AppStore) => {
  store.setState({ dialog: null });
  lookIn(store, { focus: null, filters: noFilters, hiddenLevels: [] });
};

/** Opens a diagnosis of the workspace as it was left; false, and this is said, where it cannot be read. */
export async function openKept(parts: OpeningParts, id: string): Promise<boolean> {
  const { store, client, saving, storage, tabs } = parts;
  // Before it is read: what the tab that has it writes afterwards would be missing here.
  const isMine = await tabs.claim(id);
  const kept = await storage.read(id);
  const read = kept && (await readProjectText(kept.checkpoint));
  const whole = read?.ok === false ? read.fault.whole : undefined;
  if (!kept || !read || !(read.ok || whole)) {
    await tabs.claim(saving.openId);
    const detail = read?.ok === false ? read.fault.detail : '';
    store.setState({ message: { text: textOf(store).ui.said.notRestored(detail), undoable: false } });
    return false;
  }
  // Steps written since rest on what a damaged one may have lost.
  const history = read.ok ? replay(read.value, kept.steps) : start(whole!.diagnosis);
  if (!(await openDiagnosis(store, client, history.present))) throw new Error(history.present.departement);
  store.setState({ history });
  if (whole)
    store.setState({
      message: { text: textOf(store).ui.said.projectSalvaged(kept.entry.summary.title, whole.lost), undoable: false },
    });
  saving.resume(kept.entry, !isMine);
  setAccess(store, isMine ? 'write' : 'asked');
  if (!isMine) store.setState({ dialog: 'tabs' });
  return true;
}

/** Opens a document that the workspace does not hold yet; `isKept`: it does from now on, else once something is done of it. */
export async function openNew({ store, client, saving }: OpeningParts, diagnosis: Diagnosis, isKept: boolean): Promise<void> {
  if (!(await openDiagnosis(store, client, diagnosis))) throw new Error(diagnosis.departement);
  setAccess(store, 'write');
  if (isKept) saving.begin();
  else saving.forget();
  startView(store);
}

/** Opens the last diagnosis of a département, else an empty one. */
export async function openDepartement(parts: OpeningParts, code: string, withFiles: boolean): Promise<void> {
  const { store, storage } = parts;
  const own = (await storage.list()).filter((e) => !e.summary.demonstration);
  const known = entryToOpen(own, null, code);
  if (known && (await openKept(parts, known.id))) {
    const { title } = known.summary;
    lookIn(store, { focus: null, filters: noFilters, hiddenLevels: [] });
    if (store.getState().workspace.access === 'write')
      store.setState({ dialog: null, message: { text: textOf(store).workspace.reopened(title), undoable: false } });
    return;
  }
  // Bare, the fictional département would show nothing.
  if (isFictional(code) && !withFiles) return openDemonstration(parts, code);
  const diagnosis = bareDiagnosis(code);
  if (!diagnosis) throw new Error(code);
  await openNew(parts, diagnosis, true);
}

export async function openDemonstration(parts: OpeningParts, code: string): Promise<void> {
  const diagnosis = await demonstrationDiagnosis(parts.store, parts.client, code);
  if (diagnosis) await openNew(parts, diagnosis, false);
}

/**
 * Before another document is opened: all that was done of this one is written. What it returns is called once the other
 * is open, and takes away what nothing was done of.
 */
export async function leaveOpen({ store, saving, storage }: OpeningParts): Promise<() => Promise<void>> {
  await saving.flush();
  const id = saving.openId;
  const { present } = store.getState().history;
  const place = findOpenable(present.departement);
  const isEmpty = place !== null && isBare(present, place) && store.getState().workspace.access === 'write';
  return async () => {
    if (id !== null && isEmpty && saving.openId !== id) await storage.remove(id);
  };
}
