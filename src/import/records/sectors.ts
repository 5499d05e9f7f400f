import { departementOf } from '../../territory/departements';
import type { Cells } from '../cells';
import type { Draft } from '../draft';
import { communeOf, type PlaceContext } from './place';
import { type RowOutcome, refuse } from './rows';

/** A row commune → sector: the first sector of a commune stands; the same row again is merged, another one refused. */
export function readSectorRow(cells: Cells, draft: Draft, context: PlaceContext): RowOutcome {
  const name = cells.text('sector');
  const column = cells.headerOf('communeCode') ?? cells.headerOf('communeName');
  if (name === '') return refuse('sans-nom', cells.headerOf('sector'));
  const commune = communeOf(cells, context);
  if (commune === 'elsewhere')
    return refuse('hors-territoire', column, { nom: cells.text('communeName') || cells.text('communeCode') });
  if (commune === null || commune === 'unknown' || commune.communeCode === undefined)
    return refuse('commune-inconnue', column, { value: cells.text('communeName') || cells.text('communeCode') });
  // Outside a perimeter a commune of the département still has its sector.
  if (commune.neighbour && departementOf(commune.communeCode) !== context.departement)
    return refuse('hors-territoire', column, { nom: commune.communeName ?? '' });
  const present = draft.sectorOf.get(commune.communeCode);
  if (present !== undefined)
    return present === name
      ? 'merged'
      : refuse('commune-deja-placee', column, { commune: commune.communeName ?? '', secteur: present });
  draft.sectorOf.set(commune.communeCode, name);
  return 'kept';
}
