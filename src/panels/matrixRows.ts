import type { Analysis, CommuneDomain, UnitDomain } from '../analysis/analysis';
import { levelWords } from '../sentences/levels';
import { wholeName } from '../sentences/whole';
import { toldYoung, youngWho } from '../sentences/young';
import { formatPeople } from '../text/format';
import type { Text } from '../text/fr';
import type { Theme } from './themes';
import { confidenceText } from './words';

/** Below so many young people no percentage is given. */
const fewest = 20;

/** A rate that may be shown: none where there are too few young people, or no data. */
export const shownRate = (reading: UnitDomain | undefined, young: number): number | null =>
  reading === undefined || reading.level === null || young < fewest ? null : reading.rate;

/** Shares of the young people at levels 0 to 3, then without data; null where there are too few of them. */
export function sharesOf({ youngByLevel, youngWithoutData }: UnitDomain): readonly number[] | null {
  const parts = [...youngByLevel, youngWithoutData];
  const total = parts.reduce((a, b) => a + b, 0);
  return total < fewest ? null : parts.map((n) => n / total);
}

/** Rank of each value, largest first, equals sharing theirs; null where there is nothing to rank (no value, or zero). */
export function ranksOf(values: readonly (number | null)[]): readonly (number | null)[] {
  return values.map((v) => (v === null || v <= 0 ? null : 1 + values.filter((other) => other !== null && other > v).length));
}

/** A number for a spreadsheet of the language: decimal comma in French, no grouping; '' where there is none. */
export const decimalText = (value: number | null, digits: number, text: Text): string =>
  value === null ? '' : value.toFixed(digits).replace('.', text.lang === 'fr' ? ',' : '.');

const percent = (share: number | null | undefined, text: Text) => decimalText(share == null ? null : 100 * share, 1, text);

function levelCells({ level, component, range }: CommuneDomain | UnitDomain, text: Text): string[] {
  const worst = range?.[1] ?? level;
  return [level === null ? '' : String(level), worst === null ? '' : String(worst), levelWords(level, component, text)];
}

/** A number of young people; « moins de 5 » of a counted group. */
export function youngCell(people: number, analysis: Analysis, text: Text): string {
  const told = toldYoung(people, analysis);
  return told === null ? formatPeople(people, text.lang) : decimalText(told, 0, text);
}

/** Places in reach, people concerned, and at most; empty where data are absent: that is not zero. */
const countCells = ({ level, withinReach, people, peopleAtMost }: UnitDomain, analysis: Analysis, text: Text): string[] =>
  level === null
    ? ['', '', '']
    : [String(withinReach), youngCell(people, analysis, text), youngCell(peopleAtMost, analysis, text)];

/** The matrix as rows of a table to take away: one per unit and theme, the whole last. */
export function matrixCsvRows(analysis: Analysis, themes: readonly Theme[], text: Text): string[][] {
  const { units, whole } = analysis;
  const lines = themes.flatMap((theme) => {
    const readings = units.map((u) => theme.ofUnit(u.code));
    const byPeople = ranksOf(readings.map((r) => (r && r.level !== null ? r.people : null)));
    const byRate = ranksOf(readings.map((r, i) => shownRate(r, units[i]!.young)));
    const all = units.some((u) => u.code === whole.code) ? units : [...units, whole];
    return all.flatMap((unit, i) => {
      const reading = theme.ofUnit(unit.code);
      if (!reading) return [];
      const shares = sharesOf(reading);
      return [
        [
          theme.name,
          unit.code,
          unit.code === whole.code ? wholeName(analysis, text.ui.gaps.whole) : unit.name,
          youngCell(unit.young, analysis, text),
          ...levelCells(reading, text),
          decimalText(reading.minutes, 1, text),
          decimalText(reading.meanOfThree, 1, text),
          ...countCells(reading, analysis, text),
          percent(shownRate(reading, unit.young), text),
          String(byPeople[i] ?? ''),
          String(byRate[i] ?? ''),
          ...[0, 1, 2, 3, 4].map((k) => percent(shares?.[k], text)),
          text.model.census[reading.census],
          confidenceText(reading.confidence, text),
          String(reading.records),
        ],
      ];
    });
  });
  return [text.ui.matrix.unitHead(youngWho(analysis, text).many), ...lines];
}

/** Every commune in every theme, as rows of a table to take away. */
export function communeCsvRows(analysis: Analysis, themes: readonly Theme[], text: Text): string[][] {
  const units = new Map(analysis.units.map((u) => [u.code, u.name]));
  const places = (value: number | undefined) => decimalText(value === undefined ? null : 1000 * value, 2, text);
  const lines = analysis.communes.flatMap((commune, rank) =>
    themes.flatMap((theme) => {
      const reading = theme.ofCommune(rank);
      if (!reading) return [];
      const { access } = reading;
      return [
        [
          commune.code,
          commune.name,
          commune.unitCode,
          units.get(commune.unitCode) ?? '',
          String(commune.population),
          youngCell(commune.young, analysis, text),
          theme.name,
          ...levelCells(reading, text),
          decimalText(reading.minutes, 1, text),
          decimalText(reading.meanOfThree, 1, text),
          reading.level === null ? '' : String(reading.withinReach),
          places(access?.low),
          places(access?.central),
          places(access?.high),
          decimalText(access?.ratio ?? null, 2, text),
          confidenceText(reading.confidence, text),
        ],
      ];
    }),
  );
  return [text.ui.matrix.communeHead(youngWho(analysis, text).many), ...lines];
}
