import { lazy, Suspense, useEffect, useRef } from 'react';
import { FocusCard } from '../panels/FocusCard';
import { type Services, ServicesProvider, useApp, useDiagnosis, useServices, useText } from '../panels/useApp';
import { WorkLine } from '../panels/WorkLine';
import type { Report } from '../report/report';
import { noticeOf } from '../sentences/notice';
import type { Screen } from '../state/view';
import { LinkButton } from '../ui/Button';
import { LocaleProvider } from '../ui/LocaleProvider';
import { StatusLine } from '../ui/StatusLine';
import { ErrorBoundary } from './ErrorBoundary';
import { useDropAnywhere, useKeyboard, useLeaveGuard } from './keyboard';
import { NavRail } from './NavRail';
import { TopBar } from './TopBar';

const screens = {
  inventory: lazy(() => import('../views/inventory/InventoryView')),
  map: lazy(() => import('../views/map/MapView')),
  gaps: lazy(() => import('../views/gaps/GapsView')),
  network: lazy(() => import('../views/network/NetworkView')),
};
const ReportScreen = lazy(() => import('../views/report/ReportView'));

const dialogs = {
  start: lazy(() => import('./StartPanel')),
  settings: lazy(() => import('./SettingsDialog')),
  notice: lazy(() => import('./NoticeDialog')),
  help: lazy(() => import('./HelpDialog')),
  replace: lazy(() => import('./ReplaceDialog')),
  placing: lazy(() => import('./PlacingDialog')),
  lists: lazy(() => import('./ListsDialog')),
  workspace: lazy(() => import('./portfolio/WorkspaceDialog')),
  tabs: lazy(() => import('./TabsDialog')),
};

type BuildReport = () => Promise<Report | null>;

interface AppProps {
  readonly services: Services;
  readonly buildReport: BuildReport;
}

/** The page: bar, screens, card, and the screen that the view asks for. */
export const App = ({ services, buildReport }: AppProps) => (
  <ServicesProvider value={services}>
    <Shell buildReport={buildReport} />
  </ServicesProvider>
);

function Shell({ buildReport }: { readonly buildReport: BuildReport }) {
  const text = useText();
  const services = useServices();
  const searchRef = useRef<HTMLInputElement>(null);
  useKeyboard(services, searchRef);
  useDropAnywhere(services);
  useLeaveGuard(services);
  useEffect(() => {
    document.documentElement.lang = text.lang;
  }, [text]);
  const hasFocus = useApp((s) => s.view.focus !== null && s.analysis !== null);
  return (
    <LocaleProvider lang={text.lang}>
      <div className={`shell ${hasFocus ? 'with-card' : ''}`}>
        <a className="skip-link" href="#main">
          {text.ui.skip}
        </a>
        <TopBar searchRef={searchRef} />
        <NavRail />
        <main id="main" tabIndex={-1}>
          <NoticeLine />
          <NotKeptLine />
          <ReadOnlyLine />
          <ScreenOf buildReport={buildReport} />
        </main>
        <FocusCard />
      </div>
      <WorkLine />
      <Message />
      <OpenDialog />
    </LocaleProvider>
  );
}

/** What a reader must know before any figure: a demonstration is not a diagnosis. */
function NoticeLine() {
  const text = useText();
  const { show } = useServices();
  const notice = noticeOf(useDiagnosis(), text);
  if (!notice) return null;
  return (
    <p className="notice-line">
      {notice.short} <LinkButton onPress={() => show('notice')}>{text.ui.notice.more}</LinkButton>
    </p>
  );
}

/** Where the browser keeps nothing, a closed page would lose the work: said as long as it lasts. */
function NotKeptLine() {
  const text = useText();
  const { takeOut } = useServices();
  const isKept = useApp((s) => s.isKept);
  if (isKept) return null;
  return (
    <p className="notice-line" role="alert">
      {text.ui.notKept.why} <LinkButton onPress={() => takeOut({ output: 'project' })}>{text.ui.notKept.action}</LinkButton>
    </p>
  );
}

/** Another tab writes this diagnosis: said as long as it lasts. */
function ReadOnlyLine() {
  const text = useText();
  const { workspace } = useServices();
  const isLooking = useApp((s) => s.workspace.access !== 'write');
  if (!isLooking) return null;
  return (
    <p className="notice-line" role="alert">
      {text.workspace.tabs.line} <LinkButton onPress={workspace.continueHere}>{text.workspace.tabs.here}</LinkButton>
    </p>
  );
}

function ScreenNow({ screen }: { readonly screen: Exclude<Screen, 'report'> }) {
  const Now = screens[screen];
  return <Now />;
}

function ScreenOf({ buildReport }: { readonly buildReport: BuildReport }) {
  const text = useText();
  const screen = useApp((s) => s.view.screen);
  const isReady = useApp((s) => s.analysis !== null);
  const fault = useApp((s) => s.fault);
  const { departement } = useDiagnosis();
  if (fault !== null)
    return (
      <p className="empty" role="alert">
        {fault}
      </p>
    );
  if (!isReady)
    return (
      <p className="empty muted" role="status">
        {text.ui.loading}
      </p>
    );
  return (
    <ErrorBoundary
      title={text.ui.error.title}
      advice={text.ui.error.advice}
      retryLabel={text.ui.error.retry}
      attempt={`${screen}:${departement}`}
    >
      <Suspense fallback={<p className="empty muted">{text.ui.loading}</p>}>
        {screen === 'report' ? <ReportScreen build={buildReport} /> : <ScreenNow screen={screen} />}
      </Suspense>
    </ErrorBoundary>
  );
}

function Message() {
  const text = useText();
  const { store, undo, look } = useServices();
  const message = useApp((s) => s.message);
  useEffect(() => {
    if (!message) return;
    const timer = setTimeout(() => store.getState().message === message && store.setState({ message: null }), 12_000);
    return () => clearTimeout(timer);
  }, [message, store]);
  return (
    <StatusLine
      message={message?.text ?? null}
      link={
        message?.toReview
          ? {
              label: text.import.duplicates.toReview(message.toReview),
              run: () => {
                store.setState({ inventoryTab: 'duplicates' });
                look({ screen: 'inventory' });
              },
            }
          : undefined
      }
      action={message?.undoable ? { label: text.ui.undoIt, run: undo } : undefined}
      closeLabel={text.ui.close}
      onClose={() => store.setState({ message: null })}
    />
  );
}

/** The dialog asked for; each is fetched the first time it opens. */
function OpenDialog() {
  const dialog = useApp((s) => s.dialog);
  if (!dialog) return null;
  const Dialog = dialogs[dialog];
  return (
    <Suspense fallback={null}>
      <Dialog />
    </Suspense>
  );
}
