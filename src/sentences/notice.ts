import type { Diagnosis } from '../document/diagnosis';
import { isFictional } from '../territory/departements';
import type { Text } from '../text/fr';

/** What must be said beside every figure of a demonstration, on screen and on paper; null: a diagnosis of one's own. */
export function noticeOf(
  { demonstration, departement }: Pick<Diagnosis, 'demonstration' | 'departement'>,
  text: Text,
): Text['analysis']['notices']['real'] | null {
  // What was added to the fictional département stands on invented ground: the notice stays.
  if (isFictional(departement)) return text.analysis.notices.fictional;
  return demonstration ? text.analysis.notices.real : null;
}
