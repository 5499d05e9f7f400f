import type { Territory } from '../../model/territory';
import { parseCount } from '../../model/values';
import { normalise } from '../../model/words';
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

const epciByText = new WeakMap<Territory, ReadonlyMap<string, string>>();

/** Codes of the EPCI here and in the border zone, by code and by name; of two that bear one name, the one here. */
function epciOf(territory: Territory): ReadonlyMap<string, string> {
  const known = epciByText.get(territory);
  if (known) return known;
  const own = territory.epci.filter((u) => u.kind === 'epci');
  const beyond = territory.border.flatMap((c) => c.epci ?? []);
  const told = new Map<string, string>();
  for (const { code, name } of [...beyond, ...own]) told.set(code, code).set(normalise(name), code);
  epciByText.set(territory, told);
  return told;
}

/** The code of the commune or the EPCI that a text tells, here or in the border zone, or why the row is refused. */
function placeIn(cells: Cells, field: FieldId, context: TravelContext, territory: Territory): string | RowOutcome {
  const [text, epci] = [cells.text(field), epciOf(territory)];
  return epci.get(text) ?? epci.get(normalise(text)) ?? communeIn(cells, field, context);
}

/** Minutes more than the estimate between two places, or that nobody goes; a pair stated again takes the place of the first. */
function readExceptionRow(cells: Cells, draft: Draft, context: TravelContext, territory: Territory): RowOutcome {
  const from = placeIn(cells, 'fromCommune', context, territory);
  if (typeof from !== 'string') return from;
  const to = placeIn(cells, 'toCommune', context, territory);
  if (typeof to !== 'string') return to;
  const column = cells.headerOf('extraMinutes');
  if (from === to) return refuse('exception-interne', column);
  const value = cells.text('extraMinutes');
  const minutes = normalise(value) === 'infranchissable' ? null : parseCount(value);
  if (minutes === null && normalise(value) !== 'infranchissable') return refuse('exception-illisible', column, { value });
  const { file } = cells.source;
  const between: readonly [string, string] = from < to ? [from, to] : [to, from];
  const key = [file, ...between].join('|');
  const isNew = !draft.travelExceptions.has(key);
  draft.travelExceptions.set(key, { file, between, minutes });
  return isNew ? 'kept' : 'merged';
}

/** A travel time from one commune to another, or an exception; a pair stated again takes the place of the first. */
export function readTravelRow(cells: Cells, draft: Draft, context: TravelContext, territory: Territory): RowOutcome {
  if (cells.headerOf('extraMinutes') !== null) return readExceptionRow(cells, draft, context, territory);
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
