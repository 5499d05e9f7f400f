import { createRoot } from 'react-dom/client';
import { emptyDiagnosis } from '../document/diagnosis';
import { entryToOpen } from '../document/workspace';
import { loadText } from '../panels/textFor';
import { type AppStore, createAppStore } from '../state/store';
import { readAddress, writeAddress } from '../state/url';
import { lastOpen, rememberOpen } from '../storage/lastOpen';
import { openStorage } from '../storage/store';
import { findOpenable, isFictional } from '../territory/departements';
import { startCore } from '../worker/client';
import { App } from './App';
import { keepCompared } from './comparing';
import { bareDiagnosis, demonstrationDiagnosis, now, openDiagnosis } from './documents';
import { keepAddress, keepAnalysed, keepReviewed } from './engine';
import { type OpeningParts, openKept, setAccess } from './opening';
import { keepOutlined } from './outlines';
import { Saving } from './saving';
import { createServices } from './services';
import { Tabs } from './tabs';
import { textOf } from './textOf';
import { keepDescribed, nowToTheThousandth, openSummary } from './workspace';

const demonstrated = '44';

/** Starts the app: shell first, then what was left open, or the département asked for, or the demonstration. */
export async function boot(root: HTMLElement): Promise<void> {
  const asked = readAddress(location.search);
  const known = asked.departement !== null && findOpenable(asked.departement) !== null ? asked.departement : null;
  const first = findOpenable(known ?? demonstrated);
  const store = createAppStore(emptyDiagnosis(first?.code ?? demonstrated, first?.name ?? ''), asked.view, asked.lang ?? 'fr');
  if (asked.lang === 'en') await loadText('en');
  const parts = await partsOf(store);
  const { client, storage } = parts;
  const opening = openFirst(parts, known);
  const services = createServices({ ...parts, opening });
  const buildReport = () => import('./reportOutputs').then((m) => m.buildReportWith(store, client));
  createRoot(root).render(<App services={services} buildReport={buildReport} />);
  const onFault = (error: unknown) => {
    console.error(error);
    store.setState({ fault: textOf(store).ui.error.opening(error instanceof Error ? error.message : String(error)) });
  };
  try {
    const isFirst = await opening;
    const [visited, lang, author] = await Promise.all(['visited', 'lang', 'author'].map((key) => storage.readPreference(key)));
    if (typeof author === 'string') store.setState({ author });
    if (asked.lang === null && lang === 'en') {
      await loadText('en');
      store.setState({ lang });
    }
    if (isFirst && !visited && location.search === '') store.setState({ dialog: 'start' });
  } catch (error) {
    onFault(error);
  }
  keepAnalysed(store, client, onFault);
  keepReviewed(store, client, (error) => console.error(error));
  keepCompared(store, client, (error) => {
    console.warn('Maillage: comparison failed', error);
    const detail = error instanceof Error ? error.message : String(error);
    store.setState({ message: { text: textOf(store).ui.said.failed(detail), undoable: false } });
  });
  keepOutlined({ store, client, storage });
  keepDescribed(parts);
  keepAddress(store, (s) => writeAddress(s.view, s.history.present.departement, s.lang));
  window.addEventListener('popstate', () => store.setState({ view: readAddress(location.search).view }));
  keepOffline();
}

/** The worker, the storage and what keeps the work in it. */
async function partsOf(store: AppStore): Promise<OpeningParts> {
  const client = startCore();
  const storage = await openStorage(now());
  const tabs = new Tabs({
    onAsked: () => saving.flush(),
    onLost: () => {
      saving.stop();
      setAccess(store, 'look');
    },
  });
  const saving = new Saving({
    storage,
    present: () => store.getState().history.present,
    summary: () => openSummary(store),
    now: nowToTheThousandth,
    onKept: (isKept) => isKept !== store.getState().isKept && store.setState({ isKept }),
    onOpen: (openId) => {
      rememberOpen(openId);
      void tabs.claim(openId);
      store.setState((s) => ({ workspace: { ...s.workspace, openId } }));
    },
  });
  return { store, client, storage, saving, tabs };
}

/** Opens the first document; true when it is not one that the user had left. */
async function openFirst(parts: OpeningParts, asked: string | null): Promise<boolean> {
  const { store, client, storage } = parts;
  const entries = await storage.list();
  const left = entryToOpen(entries, lastOpen(), asked);
  if (left && (await openKept(parts, left.id))) return false;
  const newest = entryToOpen(entries, null, null);
  if (!left && newest)
    store.setState({ message: { text: textOf(store).workspace.keptAside(newest.summary.title), undoable: false } });
  const code = asked ?? demonstrated;
  const isShown = code === demonstrated || isFictional(code);
  const diagnosis = isShown ? await demonstrationDiagnosis(store, client, code) : bareDiagnosis(code);
  if (diagnosis) await openDiagnosis(store, client, diagnosis);
  return true;
}

/** After the first visit the app opens without a network; the territories follow once the page is quiet. */
function keepOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  void navigator.serviceWorker
    .register('./sw.js')
    .then(() => navigator.serviceWorker.ready)
    .then((registration) => setTimeout(() => registration.active?.postMessage('territories'), 5000))
    .catch((error: unknown) => console.warn('Maillage: not kept for offline use', error));
}
