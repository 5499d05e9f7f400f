import type { Diagnosis } from '../document/diagnosis';
import type { Against, AppStore, Compared } from '../state/store';
import type { View } from '../state/view';
import { type ProjectFault, unpackProject } from '../storage/projectFile';
import type { CoreClient } from '../worker/client';
import { loadTerritory } from './assets';

/** The other side of a comparison; null when it is gone. */
function otherSide(against: Against, present: Diagnosis): { diagnosis: Diagnosis; name: string; on: string | null } | null {
  if (against.kind === 'project') return { diagnosis: against.diagnosis, name: against.name, on: null };
  const state = present.snapshots.find((s) => s.id === against.id);
  return state
    ? { diagnosis: { ...present, inventory: state.inventory, census: state.census }, name: state.name, on: state.takenOn }
    : null;
}

async function ask(client: CoreClient, present: Diagnosis, other: Diagnosis) {
  const frame = await client.frameOf(present);
  if (other.departement === present.departement) return client.compareState(frame, other);
  const files = await loadTerritory(other.departement);
  if (!files) throw new Error(`no territory ${other.departement}`);
  return client.core.compareProject(frame, other, files);
}

/** The answer for what is asked now; null where the document or the question changed meanwhile, or nothing is left to compare. */
async function answer(store: AppStore, client: CoreClient, against: Against): Promise<Compared | null> {
  const present = store.getState().history.present;
  const other = otherSide(against, present);
  const comparison = other && (await client.newest('comparison', () => ask(client, present, other.diagnosis)));
  const now = store.getState();
  if (now.against !== against || now.history.present !== present) return null;
  if (!other) store.setState({ against: null });
  return other && comparison ? { against, comparison, ...other } : null;
}

/** Whether a view has the comparison on screen. */
const showsComparison = ({ screen, reading, beside }: View): boolean =>
  screen === 'gaps' ? reading === 'evolution' : beside === 'etat';

/** Keeps the comparison in step with the document and with what it is set against. */
export function keepCompared(store: AppStore, client: CoreClient, onFault: (error: unknown) => void): () => void {
  let asked: { readonly against: Against | null; readonly present: Diagnosis } | null = null;
  const run = async () => {
    const { against, history, territory, view } = store.getState();
    const present = history.present;
    // Nobody looks: nothing is computed again at each change of the document.
    if (against !== null && !showsComparison(view)) return;
    const isAsked = asked?.against === against && (against === null || asked.present === present);
    if (isAsked || territory?.code !== present.departement) return;
    const isStale = asked !== null && asked.present !== present;
    asked = { against, present };
    if (isStale) store.setState({ compared: null });
    const compared = against && (await answer(store, client, against));
    if (compared || against === null) store.setState({ compared });
  };
  const start = () =>
    void run().catch((error: unknown) => {
      asked = null;
      store.setState({ against: null, compared: null });
      onFault(error);
    });
  start();
  return store.subscribe(start);
}

/** Sets the diagnosis against that of a project file; what is wrong with the file, where it is not one. */
export async function compareToFile(store: AppStore, file: File): Promise<ProjectFault | null> {
  const read = await unpackProject(new Uint8Array(await file.arrayBuffer()));
  if (!read.ok) return read.fault;
  store.setState({ against: { kind: 'project', name: read.value.title, diagnosis: read.value }, compared: null });
  return null;
}
