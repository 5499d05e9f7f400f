import type { Analysis, Component, Level } from '../analysis/analysis';
import type { DomainId } from '../model/domains';
import type { Text } from '../text/fr';

/** A level in words; level 3 for want of places does not say that no site was found. */
export function levelWords(level: Level | null, component: Component | undefined, text: Text): string {
  if (level === null) return text.model.noData;
  return level === 3 && component === 'suffisance' ? text.model.levelShort : text.model.levels[level];
}

/** A level in the legend of some domains: where the places of one are read, level 3 is of two sorts. */
export function legendWords(level: Level, domains: readonly DomainId[], analysis: Pick<Analysis, 'access'>, text: Text): string {
  const isEither = level === 3 && domains.some((d) => analysis.access[d]?.mode === 'capacite');
  return isEither ? text.model.levelEither : text.model.levels[level];
}
