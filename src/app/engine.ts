import type { NetworkReading } from '../analysis/analysis';
import type { Diagnosis } from '../document/diagnosis';
import type { DuplicateReview } from '../import/linkage/review';
import type { AppStore } from '../state/store';
import { tailoringKey, tailoringOf } from '../territory/tailoring';
import type { CoreClient } from '../worker/client';
import type { Frame } from '../worker/core';

/** Puts the robustness in the analysis shown, unless the document changed meanwhile. */
async function complete(store: AppStore, client: CoreClient, frame: Frame, diagnosis: Diagnosis): Promise<void> {
  const found = await client.core.completeAnalysis(frame);
  const { analysis, history } = store.getState();
  if (!found || !analysis || history.present !== diagnosis) return;
  const { placed, network } = analysis;
  store.setState({ analysis: { ...found, placed, network } });
}

/**
 * Keeps the analysis in step with the document: one question at a time, the newest answer wins. What takes longer, the
 * robustness of domains read by places, follows; the next change of the document stops it.
 */
export function keepAnalysed(store: AppStore, client: CoreClient, onFault: (error: unknown) => void): () => void {
  let asked: Diagnosis | null = null;
  const ask = async () => {
    const { history, territory } = store.getState();
    const diagnosis = history.present;
    if (!territory || territory.code !== diagnosis.departement || diagnosis === asked) return;
    asked = diagnosis;
    const frame = await client.frameOf(diagnosis);
    const tailoring = tailoringOf(diagnosis);
    const key = tailoringKey(tailoring);
    const land = key === store.getState().tailoredAs ? null : client.core.land(tailoring);
    const answer = await client.newest('analysis', () => Promise.all([client.analyseAtOnce(frame), land]));
    if (!answer || store.getState().history.present !== diagnosis) return;
    const [analysis, tailored] = answer;
    const before = store.getState();
    const isSame = before.analysis?.network === analysis.network;
    const kept = isSame ? {} : { positions: null, networkFindings: null };
    // Together: levels are read by the rank of their commune.
    store.setState({ analysis, ...kept, needs: null, ...(tailored ? { territory: tailored, tailoredAs: key } : {}) });
    if (analysis.robustness === 'en-cours') await complete(store, client, frame, diagnosis);
  };
  const run = () => void ask().catch(onFault);
  run();
  return store.subscribe(run);
}

let lastReview: { readonly of: Diagnosis; readonly review: Promise<DuplicateReview> } | null = null;

/** The duplicates of a diagnosis; looked for once for the same records. */
function reviewOf(client: CoreClient, diagnosis: Diagnosis): Promise<DuplicateReview> {
  const of = lastReview?.of;
  if (lastReview && of?.inventory === diagnosis.inventory && of.distinctPairs === diagnosis.distinctPairs)
    return lastReview.review;
  const review = client.frameOf(diagnosis).then((frame) => client.core.duplicates(frame));
  lastReview = { of: diagnosis, review };
  // What could not be looked for is looked for again.
  review.catch(() => {
    if (lastReview?.review === review) lastReview = null;
  });
  return review;
}

/** Looks for duplicates while the inventory is on screen: again when its records or what was said of them change. */
export function keepReviewed(store: AppStore, client: CoreClient, onFault: (error: unknown) => void): () => void {
  let asked: Diagnosis | null = null;
  let hasFailed = false;
  const ask = async () => {
    const { history, territory, view, draft } = store.getState();
    const diagnosis = history.present;
    // Not at once, for a fault that is told changes the store: when the inventory is opened again.
    if (hasFailed && view.screen !== 'inventory') [asked, hasFailed] = [null, false];
    if (view.screen !== 'inventory' || draft || territory?.code !== diagnosis.departement) return;
    if (asked?.inventory === diagnosis.inventory && asked.distinctPairs === diagnosis.distinctPairs) return;
    asked = diagnosis;
    const duplicates = await reviewOf(client, diagnosis).catch((error: unknown) => {
      hasFailed = asked === diagnosis;
      throw error;
    });
    if (asked === diagnosis) store.setState({ duplicates });
  };
  const run = () => void ask().catch(onFault);
  run();
  return store.subscribe(run);
}

/** Adds to the quiet line how many probable duplicates these actors brought. */
export async function tellDuplicates(store: AppStore, client: CoreClient, actorIds: readonly string[]): Promise<void> {
  const { message, history } = store.getState();
  const brought = new Set(actorIds);
  const { groups, doubtful } = await reviewOf(client, history.present);
  const toReview = [...groups, ...doubtful].filter(({ ids }) => ids.some((id) => brought.has(id))).length;
  if (toReview > 0 && message && store.getState().message === message) store.setState({ message: { ...message, toReview } });
}

/** Asks for the layout of a network, or of a part of it. */
export async function layOutNetwork(store: AppStore, client: CoreClient, of: NetworkReading): Promise<void> {
  const places = await client.newest('layout', () => client.core.layout(of));
  if (places) store.setState({ positions: { of, places } });
}

/** Asks for what is read of the network when it is missing. */
export async function readNetworkOf(store: AppStore, client: CoreClient): Promise<void> {
  const { analysis, networkFindings, history } = store.getState();
  if (!analysis || networkFindings) return;
  const frame = await client.frameOf(history.present);
  const found = await client.newest('network', () => client.core.networkFindings(frame));
  if (found && store.getState().analysis?.network === analysis.network) store.setState({ networkFindings: found });
}

/** Asks for the actors to introduce to one another, of the document as it is. */
export async function suggestTiesOf(store: AppStore, client: CoreClient): Promise<void> {
  const of = store.getState().history.present;
  const frame = await client.frameOf(of);
  const list = await client.newest('suggestions', () => client.core.suggestions(frame));
  if (list && store.getState().history.present === of) store.setState({ suggestions: { of, list } });
}

/** Asks for the reading by need when it is missing. */
export async function readNeedsOf(store: AppStore, client: CoreClient): Promise<void> {
  const { analysis, needs, history } = store.getState();
  if (!analysis || needs) return;
  const frame = await client.frameOf(history.present);
  const found = await client.newest('needs', () => client.core.needs(frame));
  // The robustness may have come meanwhile: it changes nothing of this.
  if (found && store.getState().history.present === history.present) store.setState({ needs: found });
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
