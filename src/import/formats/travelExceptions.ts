import { normalise } from '../../model/words';
import type { Shape } from '../table';

const firsts = ['commune a', 'epci a', 'territoire a'];
const seconds = ['commune b', 'epci b', 'territoire b'];
const extras = ['minutes supplementaires', 'minutes en plus', 'exception'];

const find = (headings: Iterable<string>, known: readonly string[]) => [...headings].find((h) => known.includes(normalise(h)));

/** Barriers (river, mountain, ferry): minutes to add between two communes or EPCI, both ways, or « infranchissable ». */
export const travelExceptions = {
  id: 'exceptions-trajet',
  detect: (headings) => [firsts, seconds, extras].every((known) => find(headings, known) !== undefined),
  apply: (table) => ({
    ...table,
    records: 'trajets',
    fields: {
      [find(table.header, firsts)!]: 'fromCommune',
      [find(table.header, seconds)!]: 'toCommune',
      [find(table.header, extras)!]: 'extraMinutes',
    },
  }),
} as const satisfies Shape;
