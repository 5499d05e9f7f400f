import type { Text } from '../fr';

const n = (count: number) => count.toLocaleString('en-GB');
const plural = (count: number, one: string, many: string) => `${n(count)} ${count === 1 ? one : many}`;

/** English of the work left on the inventory. */
export const qualityEn: Text['quality'] = {
  partsLabel: 'Census',
  parts: { state: 'Declared state', work: 'Work left' },
  workNote:
    'What is missing or growing old in the records. Each line opens as a table of these records alone: a completed record leaves the list.',
  unit: 'Territory',
  allUnits: 'The whole territory',
  domain: 'Domain',
  allDomains: 'All domains',
  months: 'Old beyond (months)',
  declared: (unit, domain, state) => `Census of ${unit}, ${domain}: ${state}`,
  declaredOn: (on) => `on ${on}`,
  declaredBy: (by) => `by ${by}`,
  declaredWith: (list) => `checked against “${list}”`,
  noList: 'checked against no list',
  counts: (done, left, total) => `${plural(total, 'point', 'points')} = ${n(done)} done + ${n(left)} left`,
  concerns: {
    position: 'Position missing, or known by commune only',
    'no-site': 'No place attached',
    'to-verify': 'To be verified',
    old: (months) => `Not updated or verified for ${plural(months, 'month', 'months')}`,
    ended: 'Term passed',
    ending: (months) => `Term within ${plural(months, 'month', 'months')}`,
    duplicate: 'Possible duplicate',
    field: (label) => `Not stated: ${label}`,
  },
  columns: { what: 'To do', kind: 'Records', done: 'Done', left: 'Left', total: 'Total', open: 'Table' },
  open: (count) => `See ${plural(count, 'record', 'records')}`,
  openOf: (what, kind, count) => `See ${plural(count, 'record', 'records')}: ${what} (${kind})`,
  toDuplicates: 'Compare the duplicates',
  allDone: 'Nothing is left to do here.',
  nothing: 'No record here: the census is still to be made.',
  searching: 'Duplicates are being looked for: they are not counted yet.',
  doneLines: (lines) => `Nothing left: ${lines}.`,
  line: (what, kind) => `${what} (${kind})`,
  only: (label) => `Only: ${label}`,
  showAll: 'Show all',
  leftIn: (left) => `${n(left)} to do`,
  leftOf: (unit, domain, left) => `${unit}, ${domain}: ${n(left)} to do`,
  trace: 'Date, list…',
  traceOf: (unit, domain) => `Date and list of the census of ${unit}, ${domain}`,
  on: 'Date of the census',
  badDate: 'A date is needed.',
  state: 'State',
  by: 'Counted by',
  list: 'Checked against the list',
  save: 'Save',
};
