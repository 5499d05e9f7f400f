import { createRoot } from 'react-dom/client';
import { emptyDiagnosis } from '../document/diagnosis';
import { loadText } from '../panels/textFor';
import { type AppStore, createAppStore } from '../state/store';
import { readAddress, writeAddress } from '../state/url';
import { replay } from '../storage/journal';
import { readProjectText } from '../storage/projectFile';
import { openStorage, type Storage } from '../storage/store';
import { findOpenable, isFictional } from '../territory/departements';
import { type CoreClient, startCore } from '../worker/client';
import { App } from './App';
import { keepCompared } from './comparing';
import { bareDiagnosis, demonstrationDiagnosis, openDiagnosis } from './documents';
import { keepAddress, keepAnalysed, keepReviewed } from './engine';
import { keepOutlined } from './outlines';
import { buildReportWith } from './outputs';
import { Saving } from './saving';
import { createServices, textOf } from './services';

const demonstrated = '44';

/** Starts the app: shell first, then what was left open, or the département asked for, or the demonstration. */
export async function boot(root: HTMLElement): Promise<void> {
  const asked = readAddress(location.search);
  const known = asked.departement !== null && findOpenable(asked.departement) !== null ? asked.departement : null;
  const first = findOpenable(known ?? demonstrated);
  const store = createAppStore(emptyDiagnosis(first?.code ?? demonstrated, first?.name ?? ''), asked.view, asked.lang ?? 'fr');
  if (asked.lang === 'en') await loadText('en');
  const client = startCore();
  const storage = await openStorage();
  const saving = new Saving(
    storage,
    () => store.getState().history.present,
    (isKept) => isKept !== store.getState().isKept && store.setState({ isKept }),
  );
  const opening = openFirst(store, client, storage, saving, known);
  const services = createServices({ store, client, saving, storage, opening });
  const buildReport = (kind: 'report' | 'fiche') => buildReportWith(store, client, kind);
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
  keepAddress(store, (s) => writeAddress(s.view, s.history.present.departement, s.lang));
  window.addEventListener('popstate', () => store.setState({ view: readAddress(location.search).view }));
  keepOffline();
}

/** Opens the first document; true when it is not one that the user had left. */
async function openFirst(
  store: AppStore,
  client: CoreClient,
  storage: Storage,
  saving: Saving,
  asked: string | null,
): Promise<boolean> {
  const saved = await storage.read();
  const read = saved && (await readProjectText(saved.checkpoint));
  if (saved && read?.ok) {
    const history = replay(read.value, saved.steps);
    await openDiagnosis(store, client, history.present);
    store.setState({ history });
    saving.resume();
    const { ui } = textOf(store);
    if (asked !== null && asked !== history.present.departement)
      store.setState({ message: { text: ui.said.keptOpen(history.present.title), undoable: false } });
    return false;
  }
  const salvaged = read && !read.ok ? read.fault.whole : undefined;
  if (salvaged) {
    await openDiagnosis(store, client, salvaged.diagnosis);
    const { said } = textOf(store).ui;
    store.setState({ message: { text: said.projectSalvaged(salvaged.diagnosis.title, salvaged.lost), undoable: false } });
    return false;
  }
  if (read && !read.ok)
    store.setState({ message: { text: textOf(store).ui.said.notRestored(read.fault.detail), undoable: false } });
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
