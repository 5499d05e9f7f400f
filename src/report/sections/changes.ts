import { analyse, holdOf } from '../../analysis/analyse';
import type { Gap } from '../../analysis/analysis';
import { type Comparison, compare } from '../../analysis/compare';
import { keptApart } from '../../analysis/remember';
import type { Snapshot } from '../../document/diagnosis';
import type { Scheme } from '../../model/inventory';
import { gapSentence } from '../../sentences/gaps';
import { formatDate, formatPeople } from '../../text/format';
import { readingWords } from '../../text/reading';
import type { ReportInput, SectionBuilder } from '../input';
import { list, number, paragraph, table, wholeOf } from '../input';
import type { Block, Section } from '../report';

/** Lines of each list; the rest is counted. */
const listed = 15;

/** The state that changes are told from: the one chosen, else the latest; null: there is none. */
function earlierOf({ options, diagnosis }: ReportInput): Snapshot | null {
  const latest = diagnosis.snapshots.toSorted((a, b) => (a.takenOn < b.takenOn ? -1 : 1)).at(-1);
  return options?.earlier ?? latest ?? null;
}

/** Both states read as the earlier one is, so that what changes is the offer, not the measure. */
function compareWith(earlier: Snapshot, { diagnosis, territory }: ReportInput): Comparison {
  const before = { ...diagnosis, inventory: earlier.inventory, census: earlier.census };
  return keptApart('rapport', () => {
    const held = holdOf(before, territory);
    return compare({
      before: { analysis: analyse(before, territory, held), inventory: before.inventory },
      after: { analysis: analyse(diagnosis, territory, held), inventory: diagnosis.inventory },
    });
  });
}

function countTable(comparison: Comparison, input: ReportInput): Block {
  const words = readingWords(input.text.lang).changes;
  const { schemes, ties, gaps } = comparison;
  const row = (name: string, counts: readonly number[]) => [name, ...counts.map((c) => number(c, input))];
  return table(input, {
    id: 'changements',
    title: words.table,
    columns: [
      { key: 'fiches', label: words.columns.what, width: 32, kind: 'text', rowHeader: true },
      { key: 'nouvelles', label: words.columns.opened, width: 17, kind: 'number' },
      { key: 'fermees', label: words.columns.closed, width: 17, kind: 'number' },
      { key: 'modifiees', label: words.columns.changed, width: 17, kind: 'number' },
      { key: 'inchangees', label: words.columns.unchanged, width: 17, kind: 'number' },
    ],
    rows: [
      ...(schemes
        ? [row(words.rows.schemes, [schemes.opened.length, schemes.closed.length, schemes.changed.length, schemes.unchanged])]
        : []),
      ...(ties ? [row(words.rows.ties, [ties.opened.length, ties.ended.length, ties.changed.length, ties.unchanged])] : []),
      ...(gaps ? [row(words.rows.gaps, [gaps.opened.length, gaps.solved.length, gaps.changed.length, gaps.unchanged])] : []),
    ],
    source: words.source,
  });
}

/** A section with the first lines of a list; none where the list is empty. */
function part(id: string, title: string, lines: readonly string[], input: ReportInput): Section[] {
  if (lines.length === 0) return [];
  const rest = lines.length - listed;
  const more = rest > 0 ? [paragraph(readingWords(input.text.lang).changes.more(rest), input)] : [];
  return [
    {
      id: `changements-${id}`,
      level: 2,
      title,
      blocks: [list(lines.slice(0, listed), input, { small: true }), ...more],
    },
  ];
}

function parts(comparison: Comparison, earlier: Snapshot, input: ReportInput): Section[] {
  const { diagnosis, text } = input;
  const words = readingWords(text.lang).changes;
  const { schemes, gaps, before, after } = comparison;
  const actors = new Map([...earlier.inventory.actors, ...diagnosis.inventory.actors].map((a) => [a.id, a.name]));
  const named = (s: Scheme) => {
    const actor = actors.get(s.actorId);
    return actor === undefined || actor === s.name ? s.name : `${s.name} (${actor})`;
  };
  const became = (a: string, b: string) => (a === b ? a : words.became(a, b));
  const grown = (was: Gap, is: Gap) =>
    words.gapChange(
      is.territory.name,
      text.model.domains[is.domain].short.toLowerCase(),
      became(String(was.level), String(is.level)),
      became(formatPeople(was.people, text.lang), formatPeople(is.people, text.lang)),
    );
  return [
    ...part('ouverts', words.opened, (schemes?.opened ?? []).map(named), input),
    ...part('fermes', words.closed, (schemes?.closed ?? []).map(named), input),
    ...part(
      'resolus',
      words.solved,
      (gaps?.solved ?? []).map((g) => gapSentence(g, before, text)),
      input,
    ),
    ...part(
      'nouveaux',
      words.appeared,
      (gaps?.opened ?? []).map((g) => gapSentence(g, after, text)),
      input,
    ),
    ...part(
      'modifies',
      words.grown,
      (gaps?.changed ?? []).map(({ before: b, after: a }) => grown(b, a)),
      input,
    ),
  ];
}

/** New, closed, changed since an earlier state; where none is kept, how to have one next time. */
export const changes = {
  id: 'changements',
  isOfWhole: true,
  build: (given) => {
    const input = wholeOf(given);
    const { text } = input;
    const words = readingWords(text.lang).changes;
    const earlier = earlierOf(input);
    const head = { id: 'changements', level: 1 as const, title: words.title };
    if (!earlier) return [{ ...head, blocks: [paragraph(words.none, input, 'aucun')] }];
    const comparison = compareWith(earlier, input);
    const { gaps } = comparison;
    const since = words.since(earlier.name, formatDate(earlier.takenOn, text.lang));
    const refused = comparison.domains.flatMap(({ domain, refusal }) =>
      refusal ? [text.compare.refused(text.model.domains[domain].name, text.compare.refusal[refusal])] : [],
    );
    const blocks = [
      paragraph(`${since} ${words.method}`, input, 'intro'),
      countTable(comparison, input),
      ...(gaps && gaps.unsure.length > 0 ? [paragraph(words.unsure(gaps.unsure.length), input)] : []),
      ...(gaps ? [] : [paragraph(words.otherTerritory, input)]),
      ...(refused.length > 0 ? [list(refused, input, { small: true })] : []),
    ];
    return [{ ...head, newPage: true as const, blocks }, ...parts(comparison, earlier, input)];
  },
} as const satisfies SectionBuilder;
