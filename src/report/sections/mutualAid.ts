import type { UnitReading } from '../../analysis/analysis';
import { findNetworks, type Presence } from '../../analysis/roundTable';
import { levelText } from '../../figures/matrixFigure';
import { rankedUnits } from '../../figures/rankedUnits';
import type { DomainId } from '../../model/domains';
import { mutualAidNetworks } from '../../model/mutualAid';
import { normalise } from '../../model/words';
import { nearestName } from '../../sentences/gaps';
import { youngSource, youngWho } from '../../sentences/young';
import { formatPeople } from '../../text/format';
import { networkWords } from '../../text/network';
import { readingWords } from '../../text/reading';
import type { ReportInput, SectionBuilder } from '../input';
import { number, paragraph, table, wholeOf } from '../input';
import type { Block } from '../report';
import { presentNames, tiedWords } from './obligations';

const domain: DomainId = 'mentorat';

/** Present, to be confirmed (by its kind), awaited (a wished or planned tie names it), or absent from the inventory. */
function stateOf(network: Presence, label: string, { diagnosis }: ReportInput): 'present' | 'likely' | 'awaited' | 'absent' {
  const pending = diagnosis.inventory.partnerships.filter((p) => p.status === 'souhaite' || p.status === 'en-projet');
  const wanted = new Set(pending.flatMap((p) => [p.fromId, p.toId]));
  if (network.actorIds.some((id) => wanted.has(id)) && network.tiedIds.length === 0) return 'awaited';
  if (network.actorIds.length > 0) return network.isByKind ? 'likely' : 'present';
  const name = normalise(label);
  return pending.some((p) => normalise(p.nextAction ?? '').includes(name)) ? 'awaited' : 'absent';
}

/** A network is of the département: a unit has none of its own. */
function networkTable(given: ReportInput): Block {
  const input = wholeOf(given);
  const { diagnosis, text } = input;
  const words = readingWords(text.lang).mutualAid;
  const { brings } = networkWords(text.lang).suggestions;
  const labels: Readonly<Record<string, string>> = text.model.mutualAid;
  const bringsOf = new Map<string, keyof typeof brings>(mutualAidNetworks.map((n) => [n.id, n.brings]));
  return table(input, {
    id: 'reseaux-entraide',
    title: given === input ? words.networksTable : `${words.networksTable} (${input.territory.name})`,
    columns: [
      { key: 'reseau', label: words.columns.network, width: 22, kind: 'text', rowHeader: true },
      { key: 'apport', label: words.columns.brings, width: 18, kind: 'text' },
      { key: 'etat', label: words.columns.state, width: 18, kind: 'text' },
      { key: 'acteurs', label: words.columns.actors, width: 28, kind: 'text' },
      { key: 'lies', label: words.columns.tied, width: 14, kind: 'text' },
    ],
    rows: findNetworks(diagnosis.inventory, diagnosis.lists).map((n) => {
      const label = labels[n.id] ?? n.id;
      const known = bringsOf.get(n.id);
      return [
        label,
        known ? brings[known] : '–',
        words.states[stateOf(n, label, input)],
        n.actorIds.length === 0 ? '–' : presentNames(n, input),
        tiedWords(n, input),
      ];
    }),
    source: words.source,
  });
}

function unitTable(input: ReportInput): Block {
  const { analysis, text } = input;
  const words = readingWords(text.lang).mutualAid;
  const { unitColumns: columns } = words;
  const nearest = (unit: UnitReading): string => {
    const reading = unit.domains[domain];
    if (!reading?.nearest || reading.minutes === null) return words.noneReached;
    return words.minutes(number(Math.round(reading.minutes), input), nearestName(reading.nearest, domain, analysis));
  };
  return table(input, {
    id: 'entraide-territoires',
    title: words.unitsTable,
    columns: [
      { key: 'territoire', label: columns.unit, width: 32, kind: 'text', rowHeader: true },
      { key: 'jeunes', label: `${columns.young} (${youngWho(analysis, text).short})`, width: 12, kind: 'number' },
      { key: 'niveau', label: columns.level, width: 14, kind: 'level' },
      { key: 'lieux', label: columns.sites, width: 12, kind: 'number' },
      { key: 'proche', label: columns.nearest, width: 30, kind: 'text' },
    ],
    rows: rankedUnits(analysis.units).map((unit) => [
      unit.name,
      formatPeople(unit.young, text.lang),
      { level: unit.domains[domain]?.level ?? null, text: levelText(unit, domain, text) },
      number(unit.domains[domain]?.records ?? 0, input),
      nearest(unit),
    ]),
    source: text.report.figures.mapSource(youngWho(analysis, text).short, youngSource(analysis, text)),
  });
}

/** Where mutual-aid networks are present, awaited or absent, and what mentoring is in reach of each territory. */
export const mutualAid = {
  id: 'entraide',
  build: (input) => {
    const words = readingWords(input.text.lang).mutualAid;
    const isRead = input.analysis.domains.includes(domain);
    return [
      {
        id: 'entraide',
        level: 1,
        newPage: true,
        title: words.title,
        blocks: [paragraph(words.intro, input, 'intro'), networkTable(input), ...(isRead ? [unitTable(input)] : [])],
      },
    ];
  },
} as const satisfies SectionBuilder;
