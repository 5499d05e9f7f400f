import type { Cells } from '../cells';
import type { FieldId } from '../columns';
import type { Draft } from '../draft';
import { type RowContext, type RowOutcome, refuse } from './rows';

type TravelContext = Pick<RowContext, 'locator' | 'notices'>;

/** The commune that a point ("lat, lon") is in: found once, for a matrix gives each point many times. */
function communeAround(text: string, { locator, notices }: TravelContext): string | null {
  const known = notices.points.get(text);
  if (known !== undefined) return known;
  const [lat, lon] = text.split(', ').map(Number) as [number, number];
  const found = locator.byPoint({ lon, lat });
  const code = typeof found === 'object' ? (found.communeCode ?? null) : null;
  notices.points.set(text, code);
  return code;
}

/** The commune that a code, a name or a position tells, or why the row is refused. */
function communeIn(cells: Cells, field: FieldId, context: TravelContext): string | RowOutcome {
  const text = cells.text(field);
  if (/^-?\d+(\.\d+)?, -?\d+(\.\d+)?$/.test(text))
    return communeAround(text, context) ?? refuse('hors-territoire', cells.headerOf(field), { nom: text });
  const byCode = context.locator.byCode(text);
  const found = typeof byCode === 'object' ? byCode : context.locator.byName(text, '');
  if (typeof found === 'object' && found.communeCode !== undefined) return found.communeCode;
  const isElsewhere = byCode === 'elsewhere' || found === 'elsewhere';
  return isElsewhere
    ? refuse('hors-territoire', cells.headerOf(field), { nom: text })
    : refuse('commune-inconnue', cells.headerOf(field), { value: text });
}

/** A travel time from one commune to another; a pair stated again takes the place of the first. */
export function readTravelRow(cells: Cells, draft: Draft, context: TravelContext): RowOutcome {
  const from = communeIn(cells, 'fromCommune', context);
  if (typeof from !== 'string') return from;
  const to = communeIn(cells, 'toCommune', context);
  if (typeof to !== 'string') return to;
  if (cells.text('travelMinutes') === '') return refuse('trajet-sans-temps', cells.headerOf('travelMinutes'));
  const minutes = cells.count('travelMinutes');
  if (minutes === undefined)
    return refuse('nombre-illisible', cells.headerOf('travelMinutes'), { value: cells.text('travelMinutes') });
  return draft.addTravel(cells.source.file, from, to, minutes) ? 'kept' : 'merged';
}
