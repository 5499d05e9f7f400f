import type { Cells } from '../cells';
import type { FieldId } from '../columns';
import type { Draft } from '../draft';
import type { PlaceContext } from './place';
import { type RowOutcome, refuse } from './rows';

/** The commune that a code or a name tells, or why the row is refused. */
function communeIn(cells: Cells, field: FieldId, { locator }: PlaceContext): string | RowOutcome {
  const text = cells.text(field);
  const byCode = locator.byCode(text);
  const found = typeof byCode === 'object' ? byCode : locator.byName(text, '');
  if (typeof found === 'object' && found.communeCode !== undefined) return found.communeCode;
  const isElsewhere = byCode === 'elsewhere' || found === 'elsewhere';
  return isElsewhere
    ? refuse('hors-territoire', cells.headerOf(field), { nom: text })
    : refuse('commune-inconnue', cells.headerOf(field), { value: text });
}

/** A travel time from one commune to another; a pair stated again takes the place of the first. */
export function readTravelRow(cells: Cells, draft: Draft, context: PlaceContext): RowOutcome {
  const from = communeIn(cells, 'fromCommune', context);
  if (typeof from !== 'string') return from;
  const to = communeIn(cells, 'toCommune', context);
  if (typeof to !== 'string') return to;
  const minutes = cells.count('travelMinutes');
  if (minutes === undefined)
    return refuse('nombre-illisible', cells.headerOf('travelMinutes'), { value: cells.text('travelMinutes') });
  return draft.addTravel(cells.source.file, from, to, minutes) ? 'kept' : 'merged';
}
