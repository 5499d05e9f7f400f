import type { StatedObjective } from '../document/register';
import { formatDate, typeset } from '../text/format';
import type { Text } from '../text/fr';

/** « Objectif du schéma départemental : … », with the title and the date of the document. */
export function objectiveSentence({ document, text: said }: StatedObjective, text: Text): string {
  const { objectiveOf, objective } = text.quality.documents;
  const date = document.date === undefined ? '' : formatDate(document.date, text.lang);
  return typeset(objective(objectiveOf[document.kind], said, document.title, date), text.lang);
}
