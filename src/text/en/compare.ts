import type { Text } from '../fr';

const few = (count: number, one: string, many: string) => (count === 1 ? one : many);
const n = (count: number) => count.toLocaleString('en-GB');

export const compareEn: Text['compare'] = {
  tab: 'Change',
  states: 'Dated states',
  statesNote:
    'A dated state keeps a copy of the records and of the census: before a committee, for instance. It stays in the diagnosis and in the project file.',
  name: 'Name of the state',
  numbered: (rank) => `State ${rank}`,
  namePlaceholder: 'November committee',
  take: 'Keep a dated state',
  taken: (name) => `State “${name}” kept.`,
  dropped: (name) => `State “${name}” deleted.`,
  none: 'No dated state.',
  columns: { name: 'State', on: 'Kept on', records: 'Records', actions: 'Actions' },
  records: (actors, schemes) =>
    `${n(actors)} ${few(actors, 'actor', 'actors')}, ${n(schemes)} ${few(schemes, 'scheme', 'schemes')}`,
  compareWith: (name) => `Compare with “${name}”`,
  compare: 'Compare',
  drop: 'Delete',
  dropOf: (name) => `Delete the state “${name}”`,
  file: 'Compare with a project file…',
  fileNote: 'Of another date, of a colleague, or of another département.',
  stop: 'Close the comparison',
  since: (name, on) => (on === null ? `Compared with “${name}”` : `Since the state “${name}” of ${on}`),
  working: 'Comparing…',
  refusal: {
    domaine: 'the domain is read on one side only',
    lecture: 'one is read by places, the other by presence: levels do not compare',
    reference: 'places are read against the mean of each territory: set one reference in the settings of both to compare',
    seuils: 'the thresholds are not the same: set the same in the settings to compare',
    jeunes: 'needs are not weighed by the same young people (general population, ASE or PJJ): set the same in the settings',
    temps: 'travel times are not computed in the same way (speed, detour, access time or matrix)',
  },
  refused: (domain, why) => `${domain}: comparison refused, ${why}.`,
  held: 'Places: the reading, the reference and the bounds of places not stated are held at those of the earlier state, so that only the offer changes.',
  otherMesh: 'The two are not read on the same territory, nor on the same mesh: needs do not compare one by one.',
  presentSettings: (name, parts) =>
    `“${name}” is read with the settings of this diagnosis, so that only the offer changes; its own were others: ${parts}.`,
  parts: {
    domaines: 'domains',
    maille: 'mesh',
    seuils: 'thresholds',
    trajets: 'estimated travel times',
    places: 'reading of places',
    perimetre: 'perimeter',
    jeunes: 'numbers of young people',
  },
  travel: {
    apart: (name, theirs, ours) => `Travel data are not the same: “${name}”: ${theirs}; this diagnosis: ${ours}.`,
    present: 'Those of this diagnosis hold for both.',
    each: 'Each is read with its own.',
    times: (file, pairs, formatted) => `${file} (${formatted} ${few(pairs, 'pair', 'pairs')})`,
    exceptions: (file, count) => `${n(count)} ${few(count, 'exception', 'exceptions')} (${file})`,
    none: 'none',
  },
  schemes: 'Schemes',
  schemeCounts: (opened, closed, changed, unchanged) =>
    `${n(opened)} opened · ${n(closed)} closed or removed · ${n(changed)} changed · ${n(unchanged)} unchanged`,
  actorsAndSites: 'Actors and places',
  recordCounts: (actors, sites) =>
    `${n(actors)} ${few(actors, 'actor of another name or kind', 'actors of another name or kind')} · ${n(sites)} ${few(sites, 'place moved', 'places moved')}`,
  hiddenMove: 'protected place: address or position changed',
  gaps: 'Uncovered needs',
  gapCounts: (solved, opened, changed, unsure, unchanged) =>
    `${n(solved)} solved · ${n(opened)} new · ${n(changed)} changed · ${n(unsure)} to be verified · ${n(unchanged)} unchanged`,
  kinds: {
    solved: 'Solved',
    opened: 'New',
    changed: 'Changed',
    schemeOpened: 'Opened',
    closed: 'Closed or removed',
    unsure: 'To be verified (no data or unknown places)',
  },
  became: (before, after) => `${before} → ${after}`,
  gapChange: (levels, people) => `level ${levels}; young people concerned ${people}`,
  more: (count) => `and ${n(count)} more`,
  onMap: 'See the two maps',
  state: (name) => `Compare with: state “${name}”`,
  now: 'Now, read as that state is',
  table: {
    title: 'The two diagnoses, domain by domain',
    domain: 'Domain',
    people: (name) => `${name}: young people in an uncovered need`,
    minutes: (name) => `${name}: median time`,
    peopleOf: (people, share) => `${people} (${share})`,
    lacking: (people, without) => `${people}; no data for ${without} young people`,
    refused: 'comparison refused',
  },
};
