import type { Analysis } from '../analysis/analysis';
import type { DomainId } from '../model/domains';
import { typeset } from '../text/format';
import type { Text } from '../text/fr';

/** How many communes feel the want of the neighbours' supply in a domain, with the départements; null: none does. */
export function borderSentence(analysis: Analysis, domain: DomainId, text: Text): string | null {
  const effects = analysis.communes.flatMap((c) => c.domains[domain]?.border ?? []);
  if (effects.length === 0) return null;
  const departements = [...new Set(effects.flatMap((e) => e.departements))].sort();
  const { short } = text.model.domains[domain];
  return typeset(text.territory.border.flagged(effects.length, short, departements.join(', ')), text.lang);
}
