import { needsOf } from '../../analysis/needs';
import { findSeats, type Presence } from '../../analysis/roundTable';
import { type NeedId, needIds } from '../../model/domains';
import type { Scheme } from '../../model/inventory';
import { normalise } from '../../model/words';
import { networkWords } from '../../text/network';
import { readingWords } from '../../text/reading';
import type { ReportInput, SectionBuilder } from '../input';
import { paragraph, table, wholeOf } from '../input';
import type { Block } from '../report';

const mostNamed = 3;

/** Actors of the inventory by name, the first ones; « absent » where there is none. */
export function presentNames({ actorIds }: Pick<Presence, 'actorIds'>, { diagnosis, text }: ReportInput): string {
  const words = networkWords(text.lang).suggestions;
  if (actorIds.length === 0) return words.absent;
  const names = new Map(diagnosis.inventory.actors.map((a) => [a.id, a.name]));
  const shown = actorIds.slice(0, mostNamed).map((id) => names.get(id) ?? id);
  const rest = actorIds.length - shown.length;
  return [...shown, ...(rest > 0 ? [words.more(rest)] : [])].join(', ');
}

/** How many of them are tied to the département. */
export function tiedWords({ actorIds, tiedIds }: Presence, { text }: ReportInput): string {
  const words = networkWords(text.lang).suggestions.tied;
  if (actorIds.length === 0) return '–';
  if (tiedIds.length === 0) return words.no;
  return tiedIds.length === actorIds.length ? words.yes : words.some(tiedIds.length, actorIds.length);
}

/** A scheme named after the contrat d'engagement jeune: no list of types tells it apart. */
const isContract = (s: Scheme): boolean => /\bcej\b|contrats? d engagement jeunes?\b/.test(normalise(s.name));

/** What the diagnosis holds for each text of the law: counted, never judged. */
function shows(input: ReportInput, seats: readonly Presence[]) {
  const { diagnosis, text } = input;
  const words = readingWords(text.lang).obligations;
  const open = diagnosis.inventory.schemes.filter((s) => s.closed !== true);
  const schemes = (isOf: (s: Scheme) => boolean, what: string) => {
    const found = open.filter(isOf);
    const dedicated = found.filter((s) => s.dedication === 'ase' || s.dedication === 'pjj').length;
    return words.schemes(found.length, dedicated > 0 ? `${what}, ${words.dedicated(dedicated, found.length)}` : what);
  };
  // By need, as the part on the six needs counts them; mentoring is none of the six by itself.
  const of = (need: NeedId) => (s: Scheme) => needsOf(s).includes(need);
  const protocols = (diagnosis.documents ?? []).filter((d) => d.kind === 'protocole').map((d) => d.title);
  const counts = (diagnosis.youngCounts ?? []).filter((c) => c.group === 'ase').map((c) => c.unitName);
  const covered = needIds.filter((need) => open.some((s) => needsOf(s).includes(need))).length;
  return {
    projet: `${words.contract(open.filter(isContract).length)} ${schemes(of('emploi'), words.jobs)}`,
    priseEnCharge: counts.length > 0 ? words.counts([...new Set(counts)].slice(0, mostNamed).join(', ')) : words.noCounts,
    besoins: words.sixNeeds(covered),
    protocole: protocols.length > 0 ? words.protocol(protocols.join(', ')) : words.noProtocol,
    entretien: schemes(of('socio-educatif'), words.follow),
    commission: words.seats(seats.filter((s) => s.actorIds.length > 0).length, seats.length),
    mentorat: schemes((s) => s.domains.includes('mentorat'), words.mentors),
    hebergement: schemes(of('logement'), words.homes),
  };
}

function lawTable(input: ReportInput, seats: readonly Presence[]): Block {
  const words = readingWords(input.text.lang).obligations;
  const shown = shows(input, seats);
  const ids = Object.keys(words.laws) as (keyof typeof words.laws)[];
  return table(input, {
    id: 'obligations',
    title: words.table,
    columns: [
      { key: 'texte', label: words.columns.text, width: 26, kind: 'text', rowHeader: true },
      { key: 'demande', label: words.columns.asks, width: 38, kind: 'text' },
      { key: 'montre', label: words.columns.shows, width: 36, kind: 'text' },
    ],
    rows: ids.map((id) => [words.laws[id].text, words.laws[id].asks, shown[id]]),
    source: words.source,
  });
}

function seatTable(input: ReportInput, seats: readonly Presence[]): Block[] {
  const { text } = input;
  const words = readingWords(text.lang).obligations;
  const common = networkWords(text.lang).suggestions;
  const labels: Readonly<Record<string, string>> = text.model.seats;
  return [
    paragraph(common.seatsNote, input),
    table(input, {
      id: 'places-commission',
      title: words.seatsTable,
      columns: [
        { key: 'place', label: words.seat, width: 28, kind: 'text', rowHeader: true },
        { key: 'present', label: words.present, width: 44, kind: 'text' },
        { key: 'lies', label: words.tied, width: 14, kind: 'text' },
        { key: 'composition', label: words.composition, width: 14, kind: 'text' },
      ],
      rows: seats.map((s) => [
        labels[s.id] ?? s.id,
        presentNames(s, input),
        s.id === 'departement' ? '–' : tiedWords(s, input),
        s.verified ? common.verified : common.unverified,
      ]),
      source: text.report.document.computed,
    }),
  ];
}

/** What each text asks of the département beside what the diagnosis holds, and who is around the commission's table. */
export const obligations = {
  id: 'obligations',
  isOfWhole: true,
  build: (given) => {
    // The law binds the département: what it shows is read there, even in a report about one unit.
    const input = wholeOf(given);
    const words = readingWords(input.text.lang).obligations;
    const seats = findSeats(input.diagnosis.inventory, input.diagnosis.lists);
    return [
      {
        id: 'obligations',
        level: 1,
        newPage: true,
        title: words.title,
        blocks: [paragraph(words.intro, input, 'intro'), lawTable(input, seats)],
      },
      { id: 'obligations-table', level: 2, title: words.seatsTitle, blocks: seatTable(input, seats) },
    ];
  },
} as const satisfies SectionBuilder;
