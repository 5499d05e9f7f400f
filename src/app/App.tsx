import { lazy, Suspense, useEffect, useRef } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { FocusCard } from '../panels/FocusCard';
import { type Services, ServicesProvider, useApp, useDiagnosis, useServices, useText } from '../panels/useApp';
import { WorkLine } from '../panels/WorkLine';
import { LinkButton } from '../ui/Button';
import { StatusLine } from '../ui/StatusLine';
import { ErrorBoundary } from './ErrorBoundary';
import { useDropAnywhere, useKeyboard } from './keyboard';
import { NavRail } from './NavRail';
import { TopBar } from './TopBar';

const screens = {
  inventory: lazy(() => import('../views/inventory/InventoryView')),
  map: lazy(() => import('../views/map/MapView')),
  gaps: lazy(() => import('../views/gaps/GapsView')),
  network: lazy(() => import('../views/network/NetworkView')),
  report: lazy(() => import('../views/report/ReportView')),
};

const dialogs = {
  start: lazy(() => import('./StartPanel')),
  settings: lazy(() => import('./SettingsDialog')),
  notice: lazy(() => import('./NoticeDialog')),
  help: lazy(() => import('./HelpDialog')),
};

export const App = ({ services }: { readonly services: Services }) => (
  <ServicesProvider value={services}>
    <Shell />
  </ServicesProvider>
);

function Shell() {
  const text = useText();
  const services = useServices();
  const searchRef = useRef<HTMLInputElement>(null);
  useKeyboard(services, searchRef);
  useDropAnywhere(services);
  useEffect(() => {
    document.documentElement.lang = text.lang;
  }, [text]);
  const hasFocus = useApp((s) => s.view.focus !== null && s.analysis !== null);
  return (
    <I18nProvider locale={text.lang === 'fr' ? 'fr-FR' : 'en-US'}>
      <div className={`shell ${hasFocus ? 'with-card' : ''}`}>
        <a className="skip-link" href="#main">
          {text.ui.skip}
        </a>
        <TopBar searchRef={searchRef} />
        <NavRail />
        <main id="main" tabIndex={-1}>
          <NoticeLine />
          <ScreenOf />
        </main>
        <FocusCard />
      </div>
      <WorkLine />
      <Message />
      <OpenDialog />
    </I18nProvider>
  );
}

/** What a reader must know before any figure: the demonstration is not a diagnosis. */
function NoticeLine() {
  const text = useText();
  const { show } = useServices();
  const { demonstration } = useDiagnosis();
  if (!demonstration) return null;
  return (
    <p className="notice-line">
      {text.analysis.noticeShort} <LinkButton onPress={() => show('notice')}>{text.ui.notice.more}</LinkButton>
    </p>
  );
}

function ScreenOf() {
  const text = useText();
  const screen = useApp((s) => s.view.screen);
  const isReady = useApp((s) => s.analysis !== null);
  const fault = useApp((s) => s.fault);
  const { departement } = useDiagnosis();
  const Screen = screens[screen];
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
        <Screen />
      </Suspense>
    </ErrorBoundary>
  );
}

function Message() {
  const text = useText();
  const { store, undo } = useServices();
  const message = useApp((s) => s.message);
  useEffect(() => {
    if (!message) return;
    const timer = setTimeout(() => store.getState().message === message && store.setState({ message: null }), 12_000);
    return () => clearTimeout(timer);
  }, [message, store]);
  return (
    <StatusLine
      message={message?.text ?? null}
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
