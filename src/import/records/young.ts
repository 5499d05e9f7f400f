import {
  type Sector,
  sectorCode,
  type Territory,
  type Unit,
  type YoungCount,
  type YoungGroup,
  youngGroups,
} from '../../model/territory';
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
  if (commune === 'elsewhere' || isBeyond) return refuse('autre-departement', column, { nom: cells.text('communeName') || code });
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

/** What a unit is called beside its name: « CC Ouest », « Communauté d'agglomération de l'Ouest ». */
const kindOfUnit =
  /^(?:cc|ca|cu|ept|metropole|eurometropole|communaute (?:de communes|d agglomeration|urbaine)|departement)(?: (?:des?|du|d|la|le|les|l))* /;
const bareName = (name: string): string =>
  normalise(name)
    .replace(kindOfUnit, '')
    .replace(/ metropole$/, '');

/** The one of some units; null when none or several. */
const onlyOf = <T>(units: readonly T[]): T | null => (units.length === 1 ? units[0]! : null);

/** The unit that a row names by its code or name: sector, EPCI, EPT or the whole département; never a commune. */
function unitOf(cells: Cells, { territory, sectors }: Ground): Pick<Unit, 'code' | 'name'> | null {
  const units: readonly Pick<Unit, 'code' | 'name'>[] = [
    ...sectors.map(({ name }) => ({ code: sectorCode(name), name })),
    ...territory.ept,
    ...territory.epci,
    { code: territory.code, name: territory.name },
  ];
  const code = cells.text('unitCode') || cells.text('unitName');
  const stated = cells.text('sector') || cells.text('unitName') || code;
  const name = normalise(stated);
  const exact = units.find((u) => u.code === code) ?? units.find((u) => normalise(u.name) === name);
  // « Nantes » may be the commune or the métropole: that is not for us to say.
  const isCommune = territory.communes.some((c) => normalise(c.name) === name);
  if (exact || name === '' || isCommune) return exact ?? null;
  return onlyOf(units.filter((u) => bareName(u.name) === bareName(stated)));
}

/** « <5 », « moins de 5 »: what a statistical secret leaves of a number. */
const isWithheld = (text: string): boolean => /^(?:<|≤|moins d|inf[eé]rieur|secret)/i.test(text);

/** The numbers of a row, or why it cannot be used. */
function countsOf(cells: Cells, unit: Pick<Unit, 'code' | 'name'>): readonly YoungCount[] | RowOutcome {
  const counts: YoungCount[] = [];
  for (const group of youngGroups) {
    const field = countFields[group];
    const value = cells.text(field);
    if (value === '') continue;
    const people = cells.count(field);
    if (people === undefined)
      return refuse(isWithheld(value) ? 'nombre-secret' : 'nombre-illisible', cells.headerOf(field), { value });
    if (!Number.isInteger(people)) return refuse('nombre-decimal', cells.headerOf(field), { value });
    const [ages, year] = [cells.text('ages') || undefined, cells.year('year')];
    counts.push(known({ unitCode: unit.code, unitName: unit.name, group, people, ages, year, source: cells.source.file }));
  }
  return counts.length > 0 ? counts : refuse('sans-nombre', cells.headerOf('youngAse') ?? cells.headerOf('youngPjj'));
}

/** A row of numbers counted by the département: young people of ASE, of PJJ, in one unit. */
export function readYoungCountRow(cells: Cells, draft: Draft, ground: Ground): RowOutcome {
  const unit = unitOf(cells, ground);
  const column = cells.headerOf('unitCode') ?? cells.headerOf('sector') ?? cells.headerOf('unitName');
  if (!unit)
    return refuse('unite-inconnue', column, { valeur: cells.text('unitCode') || cells.text('sector') || cells.text('unitName') });
  const counts = countsOf(cells, unit);
  if (!isCounts(counts)) return counts;
  const present = (c: YoungCount) => draft.youngCounts.get(`${c.unitCode}:${c.group}`);
  for (const c of counts) {
    const other = present(c);
    if (other && (other.people !== c.people || other.ages !== c.ages || other.year !== c.year))
      return refuse('unite-deja-comptee', cells.headerOf(countFields[c.group]), {
        unite: unit.name,
        nombre: String(other.people),
        fichier: other.source,
      });
  }
  const added = counts.filter((c) => !present(c));
  for (const c of added) draft.youngCounts.set(`${c.unitCode}:${c.group}`, c);
  return added.length > 0 ? 'kept' : 'merged';
}

const isCounts = (counts: readonly YoungCount[] | RowOutcome): counts is readonly YoungCount[] => Array.isArray(counts);
