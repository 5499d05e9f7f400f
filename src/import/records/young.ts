import { type YoungCount, type YoungGroup, youngGroups } from '../../document/diagnosis';
import { type Sector, sectorCode, type Territory, type Unit } from '../../model/territory';
import { normalise } from '../../model/words';
import { departementOf } from '../../territory/departements';
import { type Cells, known } from '../cells';
import type { FieldId } from '../columns';
import type { Draft } from '../draft';
import { communeOf, type PlaceContext } from './place';
import { type RowOutcome, refuse } from './rows';

/** Year of a census column: "P22_POP1824" is of 2022. */
function censusYear(heading: string): number | undefined {
  const digits = /^[pc](\d\d)[ _]?pop/i.exec(heading)?.[1];
  return digits === undefined ? undefined : 2000 + Number(digits);
}

/**
 * A row of a census table: residents aged 18 to 24 of a commune, of a former commune, of an arrondissement or (where the
 * table has a column of IRIS) of a part of it: parts add up. A commune stated twice is merged.
 */
export function readPopulationRow(cells: Cells, draft: Draft, context: PlaceContext): RowOutcome {
  const column = cells.headerOf('communeCode');
  const code = cells.text('communeCode');
  const commune = communeOf(cells, context);
  const isBeyond =
    typeof commune === 'object' && commune?.neighbour && departementOf(commune.communeCode ?? '') !== context.departement;
  if (commune === 'elsewhere' || isBeyond) return refuse('hors-territoire', column, { nom: cells.text('communeName') || code });
  if (commune === null || commune === 'unknown' || commune.communeCode === undefined)
    return refuse('commune-inconnue', column, { value: code });
  const people = cells.count('young1824');
  if (people === undefined) return refuse('nombre-illisible', cells.headerOf('young1824'), { value: cells.text('young1824') });
  const part = `${code}|${cells.text('iris')}`;
  if (draft.youngParts.has(part)) return 'merged';
  draft.youngParts.set(part, { communeCode: commune.communeCode, people });
  draft.youngCensus ??= known({
    source: `Insee, recensement de la population (${cells.headerOf('young1824')})`,
    year: censusYear(cells.headerOf('young1824') ?? '') ?? cells.year('year'),
    file: cells.source.file,
  });
  return 'kept';
}

const countFields: Readonly<Record<YoungGroup, FieldId>> = { ase: 'youngAse', pjj: 'youngPjj' };

interface Ground {
  readonly territory: Territory;
  /** The user's own cut, in the diagnosis or in the files read with this one. */
  readonly sectors: readonly Sector[];
}

/** The unit that a row names by its code or name: sector, EPCI, EPT or the whole département; never a commune. */
function unitOf(cells: Cells, { territory, sectors }: Ground): Pick<Unit, 'code' | 'name'> | null {
  const units: readonly Pick<Unit, 'code' | 'name'>[] = [
    ...sectors.map(({ name }) => ({ code: sectorCode(name), name })),
    ...territory.ept,
    ...territory.epci,
    { code: territory.code, name: territory.name },
  ];
  const code = cells.text('unitCode') || cells.text('unitName');
  const name = normalise(cells.text('sector') || cells.text('unitName') || code);
  return units.find((u) => u.code === code) ?? units.find((u) => normalise(u.name) === name) ?? null;
}

/** A row of numbers counted by the département: young people of ASE, of PJJ, in one unit. */
export function readYoungCountRow(cells: Cells, draft: Draft, ground: Ground): RowOutcome {
  const unit = unitOf(cells, ground);
  const column = cells.headerOf('unitCode') ?? cells.headerOf('sector') ?? cells.headerOf('unitName');
  if (!unit)
    return refuse('unite-inconnue', column, { valeur: cells.text('unitCode') || cells.text('sector') || cells.text('unitName') });
  const counts = youngGroups.flatMap((group): YoungCount[] => {
    const people = cells.count(countFields[group]);
    if (people === undefined) return [];
    return [
      known({
        unitCode: unit.code,
        unitName: unit.name,
        group,
        people: Math.round(people),
        ages: cells.text('ages') || undefined,
        year: cells.year('year'),
        source: cells.source.file,
      }),
    ];
  });
  if (counts.length === 0) return refuse('sans-nombre', cells.headerOf('youngAse') ?? cells.headerOf('youngPjj'));
  const isNew = counts.some((c) => !draft.youngCounts.has(`${c.unitCode}:${c.group}`));
  for (const c of counts) draft.youngCounts.set(`${c.unitCode}:${c.group}`, c);
  return isNew ? 'kept' : 'merged';
}
