import type { Text } from '../fr';

const n = (count: number) => count.toLocaleString('en-GB');
const plural = (count: number, one: string, many: string) => `${n(count)} ${count === 1 ? one : many}`;

/** English of the work left on the inventory. */
export const qualityEn: Text['quality'] = {
  partsLabel: 'Census',
  parts: { state: 'Declared state', work: 'Work left', documents: 'Documents' },
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
  publicCopy: {
    output: 'Public copy of the project (without notes, contacts or protected places)',
    file: 'public-copy',
    saved: (file, sites, counts) =>
      `“${file}” saved: ${plural(sites, 'place', 'places')} brought back to the commune, ${plural(counts, 'number', 'numbers')} hidden.`,
  },
  documents: {
    title: 'Reference documents and objectives',
    intro: 'The documents that set objectives for the territory, and the needs of the diagnosis that these objectives address.',
    note: 'Plan, protocol, pact: their objectives, attached to needs, are read on the card of each need and in the report.',
    none: 'No document. Add the plan of the département or the protocol to attach its objectives to needs.',
    kinds: {
      schema: 'Plan of the département (schéma)',
      protocole: 'Protocol (art. L. 222-5-2 CASF)',
      pacte: 'Local solidarity pact',
      commission: 'File of the last commission',
      autre: 'Other document',
    },
    objectiveOf: {
      schema: 'Objective of the plan of the département',
      protocole: 'Objective of the protocol (art. L. 222-5-2 CASF)',
      pacte: 'Objective of the local solidarity pact',
      commission: 'Objective of the file of the last commission',
      autre: 'Objective',
    },
    objective: (of, said, title, date) => `${of}: ${said} (“${title}”${date === '' ? '' : `, ${date}`})`,
    add: 'Add a document',
    edit: 'Edit',
    editOf: (title) => `Edit “${title}”`,
    remove: 'Delete',
    removeOf: (title) => `Delete “${title}”`,
    removed: (title) => `“${title}” deleted.`,
    saved: (title) => `“${title}” saved.`,
    kind: 'Kind',
    titleField: 'Title',
    date: 'Date',
    link: 'Address (link)',
    noTitle: 'A title is needed.',
    badLink: 'The address must begin with https:// or http://.',
    document: 'Document',
    objectiveLabel: 'Objective',
    objectiveRank: (rank) => `Objective ${rank}`,
    addObjective: 'Add an objective',
    removeObjective: (rank) => `Remove objective ${rank}`,
    needs: 'Needs addressed',
    noNeed: 'no need attached',
    unit: 'Territory of the need',
    domain: 'Domain of the need',
    addNeed: 'Attach this need',
    removeNeed: (need) => `Detach: ${need}`,
    need: (domain, unit) => `${domain}, ${unit}`,
    needState: (need, gaps, isWhole) =>
      gaps === 0
        ? `${need}: no need found`
        : isWhole
          ? `${need}: ${plural(gaps, 'need found', 'needs found')}`
          : `${need}: need found`,
    objectives: (count) => plural(count, 'objective', 'objectives'),
    tableTitle: 'Objectives of the documents and needs addressed',
    tableSource: 'entered in Maillage; needs of this diagnosis',
    covered: (covered, all) =>
      all === 0
        ? 'The diagnosis finds no uncovered need.'
        : `${plural(covered, 'need found is addressed', 'needs found are addressed')} by at least one objective, out of ${n(all)}.`,
  },
};
