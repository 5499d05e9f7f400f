import type { CensusEntry } from '../../document/diagnosis';
import { domainIds } from '../../model/domains';
import type { Territory } from '../../model/territory';
import { censusUnits } from '../../territory/territory';
import { type Cells, known } from '../cells';
import type { Draft } from '../draft';
import { terms } from '../terms';
import type { RowOutcome } from './rows';
import { refuse } from './rows';

/** A row of `territoires.csv`: the declared census of a unit (or of the whole département) for one domain or all. */
export function readCensusRow(cells: Cells, draft: Draft, territory: Territory): RowOutcome {
  const code = cells.text('unitCode');
  const units = censusUnits(territory);
  const targets = code === territory.code ? units : units.filter((u) => u.code === code);
  if (targets.length === 0) return refuse('unite-inconnue', cells.headerOf('unitCode'), { valeur: code });
  const state = cells.term('censusState', terms.censusState);
  if (state === undefined) return refuse('valeur-inconnue', cells.headerOf('censusState'), { valeur: cells.text('censusState') });
  const stated = cells.terms('domains', terms.domain);
  if (stated !== undefined && stated.length === 0)
    return refuse('valeur-inconnue', cells.headerOf('domains'), { valeur: cells.text('domains') });
  const on = cells.date('censusOn');
  const entries = targets.flatMap((unit) =>
    (stated ?? domainIds).map(
      (domain): CensusEntry =>
        known({
          unitCode: unit.code,
          domain,
          state,
          by: cells.text('censusBy') || undefined,
          on,
          list: cells.text('censusList') || undefined,
          file: cells.source.file,
        }),
    ),
  );
  return draft.add({ census: entries }) ? 'kept' : 'merged';
}
