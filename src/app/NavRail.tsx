import {
  CircleHelp,
  ClipboardList,
  FileText,
  FolderOpen,
  Grid3x3,
  Languages,
  Map as MapIcon,
  Settings,
  Waypoints,
} from 'lucide-react';
import type { ComponentType } from 'react';
import { useApp, useDiagnosis, useServices, useText } from '../panels/useApp';
import { writeAddress } from '../state/url';
import { type Screen, screens } from '../state/view';
import { Button } from '../ui/Button';

const icons: Readonly<Record<Screen, ComponentType<{ readonly 'aria-hidden': true }>>> = {
  inventory: ClipboardList,
  map: MapIcon,
  gaps: Grid3x3,
  network: Waypoints,
  report: FileText,
};

/** The screens, in the order of the work; real links, so that one can be opened in another tab. */
export function NavRail() {
  const text = useText();
  const { look, show, setLang } = useServices();
  const view = useApp((s) => s.view);
  const { departement } = useDiagnosis();
  return (
    <nav className="nav-rail" aria-label={text.ui.nav.label}>
      <ul>
        {screens.map((screen) => {
          const Icon = icons[screen];
          return (
            <li key={screen}>
              <a
                className="nav-link"
                href={writeAddress({ ...view, screen }, departement, text.lang)}
                aria-current={screen === view.screen ? 'page' : undefined}
                onClick={(e) => {
                  if (e.metaKey || e.ctrlKey || e.shiftKey) return;
                  e.preventDefault();
                  look({ screen });
                }}
              >
                <Icon aria-hidden />
                {text.ui.nav[screen]}
              </a>
            </li>
          );
        })}
      </ul>
      <div className="nav-foot">
        <Button variant="quiet" className="nav-button" icon={<FolderOpen aria-hidden />} onPress={() => show('workspace')}>
          {text.workspace.nav}
        </Button>
        <Button variant="quiet" className="nav-button" icon={<Settings aria-hidden />} onPress={() => show('settings')}>
          {text.ui.nav.settings}
        </Button>
        <Button variant="quiet" className="nav-button" icon={<CircleHelp aria-hidden />} onPress={() => show('help')}>
          {text.ui.nav.help}
        </Button>
        <Button
          variant="quiet"
          className="nav-button"
          icon={<Languages aria-hidden />}
          aria-label={text.ui.nav.otherLanguageName}
          onPress={() => setLang(text.lang === 'fr' ? 'en' : 'fr')}
        >
          <span lang={text.lang === 'fr' ? 'en' : 'fr'}>{text.ui.nav.otherLanguage}</span>
        </Button>
      </div>
    </nav>
  );
}
