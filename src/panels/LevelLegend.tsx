import type { Analysis } from '../analysis/analysis';
import type { DomainId } from '../model/domains';
import { countLevels } from '../state/selectors';
import { levelKeys } from '../state/view';
import { PlainButton } from '../ui/Button';
import { useApp, useServices, useText } from './useApp';

/** The legend of levels: each entry counts its communes and, pressed, fades them out. */
export function LevelLegend({ analysis, domain }: { readonly analysis: Analysis; readonly domain: DomainId }) {
  const text = useText();
  const { look } = useServices();
  const hidden = useApp((s) => s.view.hiddenLevels);
  const counts = countLevels(analysis, domain);
  return (
    <ul className="legend" aria-label={text.ui.legend.levels}>
      {levelKeys.map((key) => (
        <li key={key}>
          <PlainButton
            className="legend-entry"
            aria-pressed={!hidden.includes(key)}
            onPress={() => look({ hiddenLevels: levelKeys.filter((k) => (k === key) !== hidden.includes(k)) })}
          >
            <span className={`level-chip level-${key}`} aria-hidden>
              {key === 'none' ? '–' : key}
            </span>
            <span>{key === 'none' ? text.model.noData : text.model.levels[Number(key) as 0 | 1 | 2 | 3]}</span>{' '}
            <span className="muted small tabular">{text.ui.counts.communes(counts[key].communes)}</span>
          </PlainButton>
        </li>
      ))}
    </ul>
  );
}
