import { parseNumber } from '../../model/values';
import { normalise } from '../../model/words';
import { quantileOf } from '../quantile';
import { type Shape, type Table, withColumns } from '../table';

/** Headings of the tables of travel times: INSEE's metric-osrm, R and Python packages, by hand. */
const origins = ['from', 'origine', 'idsrc', 'src', 'depart', 'code origine', 'commune origine', 'commune depart', 'com depart'];
const destinations = [
  'to',
  'destination',
  'iddst',
  'dst',
  'arrivee',
  'code destination',
  'commune destination',
  'commune arrivee',
  'com arrivee',
];
const durations = [
  'minutes',
  'duree',
  'temps',
  'duration',
  'duree min',
  'temps min',
  'duree minutes',
  'temps minutes',
  'secondes',
  'seconds',
  'duree secondes',
];

const find = (headings: Iterable<string>, known: readonly string[]): string | undefined =>
  [...headings].find((h) => known.includes(normalise(h)));

/** A time that 5 % of the pairs exceed and no trip by car inside a département lasts: the unit is then the second. */
const longest = 300;

function isInSeconds(table: Table, heading: string): boolean {
  const at = table.header.indexOf(heading);
  const values = table.rows.flatMap((r) => parseNumber(r.cells[at] ?? '') ?? []);
  return values.length > 0 && quantileOf(values, 0.95) > longest;
}

/** Travel times between communes, pair by pair; seconds are told by their size, and said. */
export const travelMatrix = {
  id: 'matrice-trajets',
  detect: (headings) =>
    find(headings, origins) !== undefined &&
    find(headings, destinations) !== undefined &&
    find(headings, durations) !== undefined,
  apply(table) {
    const [from, to, time] = [find(table.header, origins)!, find(table.header, destinations)!, find(table.header, durations)!];
    const computed = 'minutes (calculées)';
    const base = { [from]: 'fromCommune', [to]: 'toCommune' } as const;
    if (!isInSeconds(table, time)) return { ...table, fields: { ...base, [time]: 'travelMinutes' }, records: 'trajets' };
    const minutes = withColumns(table, {
      [computed]: (cell) => {
        const seconds = parseNumber(cell(time));
        return seconds === null ? cell(time) : String(seconds / 60);
      },
    });
    return {
      ...minutes,
      fields: { ...base, [time]: null, [computed]: 'travelMinutes' },
      records: 'trajets',
      notes: [...(table.notes ?? []), { code: 'trajets-en-secondes', severity: 'note', row: null, column: time, details: {} }],
    };
  },
} as const satisfies Shape;
