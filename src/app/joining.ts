import type { AppStore } from '../state/store';
import { unpackProject } from '../storage/projectFile';
import type { Text } from '../text/fr';

/** A project file about to be merged; one of another département, or damaged, is said and left. */
export async function joinFile(store: AppStore, text: Text, file: File, say: (text: string) => void): Promise<void> {
  const read = await unpackProject(new Uint8Array(await file.arrayBuffer()));
  if (!read.ok) return say(text.ui.said.projectFaults(file.name, read.fault.code, read.fault.detail));
  if (read.value.departement !== store.getState().history.present.departement)
    return say(text.merge.elsewhere(file.name, read.value.departement));
  store.setState({ joining: { name: file.name, other: read.value } });
}
