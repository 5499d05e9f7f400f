import type { Component, Level } from '../analysis/analysis';
import { levelWords } from '../sentences/levels';
import { useText } from './useApp';

interface Props {
  readonly level: Level | null;
  /** What decided it. */
  readonly component?: Component | undefined;
  /** In the place of the level's own words. */
  readonly words?: string | undefined;
  /** With the words of the level; otherwise the digit alone, named for who cannot see it. */
  readonly withWords?: boolean;
}

/** A level: digit on its colour, hatched when data are absent. */
export function LevelBadge({ level, component, words: given, withWords = false }: Props) {
  const text = useText();
  const words = given ?? levelWords(level, component, text);
  return (
    <span className="level">
      <span className={`level-chip level-${level ?? 'none'}`} aria-hidden>
        {level ?? '–'}
      </span>
      <span className={withWords ? '' : 'visually-hidden'}>
        {withWords ? words : text.ui.values.level(String(level ?? '–'), words)}
      </span>
    </span>
  );
}
