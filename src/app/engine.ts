import type { Diagnosis } from '../document/diagnosis';
import type { AppStore } from '../state/store';
import type { CoreClient } from '../worker/client';

/** Keeps the analysis in step with the document: one question at a time, the newest answer wins. */
export function keepAnalysed(store: AppStore, client: CoreClient, onFault: (error: unknown) => void): () => void {
  let asked: Diagnosis | null = null;
  const ask = async () => {
    const { history, territory } = store.getState();
    const diagnosis = history.present;
    if (!territory || territory.code !== diagnosis.departement || diagnosis === asked) return;
    asked = diagnosis;
    const frame = await client.frameOf(diagnosis);
    const analysis = await client.newest('analysis', () => client.core.analyse(frame));
    if (analysis && store.getState().history.present === diagnosis) store.setState({ analysis, positions: null });
  };
  const run = () => void ask().catch(onFault);
  run();
  return store.subscribe(run);
}

/** Asks for the network's layout when it is missing. */
export async function layOutNetwork(store: AppStore, client: CoreClient): Promise<void> {
  const { analysis, positions } = store.getState();
  if (!analysis || positions) return;
  const found = await client.newest('layout', () => client.core.layout(analysis.network));
  if (found && store.getState().analysis === analysis) store.setState({ positions: found });
}

/** Puts the view in the address; going to another screen makes a step in the browser's history. */
export function keepAddress(store: AppStore, write: (state: ReturnType<AppStore['getState']>) => string): () => void {
  let before = store.getState();
  return store.subscribe((state) => {
    if (
      state.view === before.view &&
      state.lang === before.lang &&
      state.history.present.departement === before.history.present.departement
    )
      return;
    const address = write(state);
    const isStep = state.view.screen !== before.view.screen;
    before = state;
    if (address === location.search) return;
    if (isStep) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  });
}
