import type { Analysis } from '../analysis/analysis';
import type { DomainId } from '../model/domains';
import { legendWords } from '../sentences/levels';
import { countLevels } from '../state/selectors';
import { levelKeys } from '../state/view';
import { PlainButton } from '../ui/Button';
import { useApp, useServices, useText } from './useApp';

interface Props {
  readonly analysis: Analysis;
  readonly domain: DomainId;
  /** Without its words: beside another legend that has them. */
  readonly short?: boolean;
}

/** The legend of levels: each entry counts its communes and, pressed, fades them out. */
export function LevelLegend({ analysis, domain, short = false }: Props) {
  const text = useText();
  const { look } = useServices();
  const hidden = useApp((s) => s.view.hiddenLevels);
  const counts = countLevels(analysis, domain);
  const undetermined = analysis.communes.filter((c) => c.domains[domain]?.range).length;
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
            <span className={short ? 'visually-hidden' : ''}>
              {key === 'none' ? text.model.noData : legendWords(Number(key) as 0 | 1 | 2 | 3, [domain], analysis, text)}
            </span>{' '}
            <span className="muted small tabular">{text.ui.counts.communes(counts[key].communes)}</span>
          </PlainButton>
        </li>
      ))}
      {undetermined > 0 && (
        <li className="legend-note small muted">
          <span className="level-chip level-range" aria-hidden />
          {text.model.undetermined} {text.ui.counts.communes(undetermined)}
        </li>
      )}
    </ul>
  );
}
