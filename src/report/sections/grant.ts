import { readFunding } from '../../analysis/funding';
import { type NewPlace, placesToOpen } from '../../analysis/grant';
import type { DomainId } from '../../model/domains';
import type { Inventory } from '../../model/inventory';
import { youngSource, youngWho } from '../../sentences/young';
import { formatPeople, formatStep } from '../../text/format';
import { readingWords } from '../../text/reading';
import type { ReportInput, SectionBuilder } from '../input';
import { number, paragraph, table } from '../input';
import type { Block, Cell } from '../report';
import { euros } from './funding';

/** Actors with an open scheme of a domain. */
const carriersOf = ({ schemes }: Inventory, domain: DomainId): ReadonlySet<string> =>
  new Set(schemes.filter((s) => s.closed !== true && s.domains.includes(domain)).map((s) => s.actorId));

function domainRow(domain: DomainId, input: ReportInput): Cell[] {
  const { analysis, date, diagnosis, text } = input;
  const words = readingWords(text.lang).grant;
  const gaps = analysis.gaps.filter((g) => g.domain === domain);
  const people = gaps.reduce((sum, g) => sum + g.people, 0);
  const access = analysis.access[domain];
  const carriers = carriersOf(diagnosis.inventory, domain);
  const funding = readFunding(diagnosis.inventory, gaps, date);
  const flows = funding.flows.filter((f) => carriers.has(f.carrierId));
  const amount = flows.reduce((sum, f) => sum + f.euros, 0);
  return [
    text.model.domains[domain].name,
    number(gaps.length, input),
    people >= 1 ? formatPeople(people, text.lang) : number(0, input),
    access?.mode === 'capacite' && access.measures ? number(Math.ceil(access.measures.shortfall), input) : words.notByPlaces,
    number(funding.funders.filter((f) => f.carrierIds.some((id) => carriers.has(id))).length, input),
    flows.length === 0 ? words.noEuros : words.euros(euros(amount, input), flows.length),
  ];
}

function domainTable(input: ReportInput): Block {
  const { analysis, text } = input;
  const { columns, domainsTable, domainsSource } = readingWords(text.lang).grant;
  return table(input, {
    id: 'subvention-domaines',
    title: domainsTable,
    columns: [
      { key: 'domaine', label: columns.domain, width: 23, kind: 'text', rowHeader: true },
      { key: 'besoins', label: columns.needs, width: 11, kind: 'number' },
      { key: 'jeunes', label: columns.people(youngWho(analysis, text).short), width: 15, kind: 'number' },
      { key: 'places', label: columns.places, width: 16, kind: 'number' },
      { key: 'financeurs', label: columns.funders, width: 13, kind: 'number' },
      { key: 'montants', label: columns.euros, width: 22, kind: 'number' },
    ],
    rows: input.analysis.domains.map((d) => domainRow(d, input)),
    source: `${youngSource(analysis, text)} ; ${domainsSource}`,
  });
}

function placeTable(places: readonly NewPlace[], input: ReportInput): Block {
  const { analysis, text } = input;
  const { sitesColumns: columns, sitesTable, sitesSource } = readingWords(text.lang).grant;
  const communes = new Map(analysis.communes.map((c) => [c.code, c]));
  const units = new Map(analysis.units.map((u) => [u.code, u.name]));
  return table(input, {
    id: 'subvention-lieux',
    title: sitesTable,
    columns: [
      { key: 'domaine', label: columns.domain, width: 22, kind: 'text', rowHeader: true },
      { key: 'commune', label: columns.commune, width: 21, kind: 'text' },
      { key: 'territoire', label: columns.unit, width: 25, kind: 'text' },
      { key: 'jeunes', label: columns.gained(youngWho(analysis, text).short), width: 14, kind: 'number' },
      { key: 'part', label: columns.reach, width: 18, kind: 'number' },
    ],
    rows: places.map((p) => {
      const commune = communes.get(p.communeCode);
      return [
        text.model.domains[p.domain].name,
        commune?.name ?? p.communeCode,
        units.get(commune?.unitCode ?? '') ?? '–',
        formatPeople(p.gained, text.lang),
        formatStep(p.before, p.after, text.lang),
      ];
    }),
    source: `${youngSource(analysis, text)} ; ${sitesSource}`,
  });
}

/** What money could change: young people concerned, places lacking, euros known, and where one more place would bring most nearer. */
export const grant = {
  id: 'subvention',
  build: (input) => {
    const { analysis, text } = input;
    if ((input.whole ?? input).analysis.totals.schemes === 0) return [];
    const words = readingWords(text.lang).grant;
    const places = analysis.domains.flatMap((d) => placesToOpen(d, input));
    const minutes = analysis.domains.map((d) =>
      words.minutesOf(text.model.domains[d].short.toLowerCase(), number(analysis.settings.thresholds[d][1], input)),
    );
    return [
      {
        id: 'subvention',
        level: 1,
        newPage: true,
        title: words.title,
        blocks: [paragraph(words.intro, input, 'intro'), domainTable(input)],
      },
      {
        id: 'subvention-lieux',
        level: 2,
        title: words.sitesTitle,
        blocks: [
          paragraph(words.sitesNote(minutes.join(', ')), input, 'methode'),
          // Of a unit: its young people, its communes; they reach places of the whole territory all the same.
          ...(input.whole ? [paragraph(words.sitesOfUnit(input.territory.name), input)] : []),
          places.length === 0 ? paragraph(words.sitesNone, input) : placeTable(places, input),
        ],
      },
    ];
  },
} as const satisfies SectionBuilder;
