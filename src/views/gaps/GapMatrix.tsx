import { useMemo } from 'react';
import type { Analysis, UnitDomain, UnitReading } from '../../analysis/analysis';
import { worstOf } from '../../panels/gapRows';
import { LevelStrip } from '../../panels/LevelStrip';
import { ranksOf, shownRate } from '../../panels/matrixRows';
import type { Theme } from '../../panels/themes';
import { useApp, useServices, useText } from '../../panels/useApp';
import { minutesText } from '../../panels/words';
import { levelWords } from '../../sentences/levels';
import { wholeName } from '../../sentences/whole';
import { youngWho } from '../../sentences/young';
import { formatPeople, formatShare } from '../../text/format';
import type { Text } from '../../text/fr';
import { LinkButton, PlainButton } from '../../ui/Button';
import { DataTable, type TableColumn } from '../../ui/DataTable';
import { ThemeHead } from './ThemeHead';

/** What the cells of the matrix say: the level, the share of the young people at level 2 or 3, or their number. */
export type UnitMeasure = 'level' | 'rate' | 'people';

/** Of a long table: a cell of one line and its strip. */
const rowHeight = 49;

interface Open {
  readonly unit: (code: string) => void;
  readonly cell: (unit: UnitReading, theme: Theme) => void;
}

/** "120–340": from what is sure to what unknown capacities allow; one value where they are the same in words. */
const between = (low: string, high: string) => (low === high ? low : `${low}–${high}`);

/** The same of shares, with one sign: "12–40 %". */
function sharesBetween(low: number, high: number, text: Text): string {
  const [from, to] = [Math.round(100 * low), Math.round(100 * high)];
  return from === to ? formatShare(low, text.lang) : `${from}–${formatShare(high, text.lang)}`;
}

const peopleText = (people: number, text: Text) =>
  people === 0 ? '0' : people < 5 ? text.ui.matrix.few : formatPeople(people, text.lang);

/** A measure in a cell; a dash where nothing can be said. */
function valueText(measure: UnitMeasure, reading: UnitDomain, young: number, text: Text): string {
  const { level, range, people, peopleAtMost } = reading;
  if (level === null) return '–';
  if (measure === 'people') return between(peopleText(people, text), peopleText(peopleAtMost, text));
  if (measure === 'level') return range ? range.join('–') : String(level);
  const rate = shownRate(reading, young);
  return rate === null ? '–' : sharesBetween(rate, peopleAtMost / young, text);
}

/** What a column sorts by. */
function sortValue(measure: UnitMeasure, reading: UnitDomain | undefined, young: number): number | null {
  if (measure === 'level') return worstOf([reading]);
  if (measure === 'rate') return shownRate(reading, young);
  return reading === undefined || reading.level === null ? null : reading.people;
}

interface CellProps {
  readonly unit: UnitReading;
  readonly theme: Theme;
  readonly measure: UnitMeasure;
  /** Rank of the unit by the measure; null: none. */
  readonly rank: number | null;
  readonly open: Open;
}

function MatrixCell({ unit, theme, measure, rank, open }: CellProps) {
  const text = useText();
  const reading = theme.ofUnit(unit.code);
  if (!reading) return null;
  const words = levelWords(reading.level, reading.component, text);
  const range = reading.range && text.ui.values.levels(reading.range[0], reading.range[1]);
  const value = valueText(measure, reading, unit.young, text);
  const details = [
    words,
    ...(reading.level === null ? [] : [minutesText(reading.minutes, text), range]),
    measure !== 'level' && reading.level !== null && text.ui.matrix.measured[measure](value),
    rank !== null && text.ui.matrix.rankOf(rank),
  ].filter(Boolean);
  return (
    <div className="matrix-part">
      <PlainButton
        className={`matrix-cell level-${reading.level ?? 'none'} ${reading.range ? `worst-${reading.range[1]}` : ''}`}
        data-origin={`${theme.id}:${unit.code}`}
        aria-label={text.ui.gaps.cell(unit.name, theme.short, details.join(', '))}
        onPress={() => open.cell(unit, theme)}
      >
        <span>
          <span className="value">{value}</span>
          {rank !== null && <span className="rank"> {text.ui.matrix.rank(rank)}</span>}
        </span>
      </PlainButton>
      <LevelStrip reading={reading} />
    </div>
  );
}

interface Props {
  readonly analysis: Analysis;
  readonly themes: readonly Theme[];
  readonly measure: UnitMeasure;
  readonly caption: string;
}

/** Ranks of the units of the mesh by the measure, theme by theme; levels are not ranks. */
function ranksBy({ analysis, themes, measure }: Props): ReadonlyMap<string, ReadonlyMap<string, number | null>> {
  if (measure === 'level') return new Map();
  return new Map(
    themes.map((theme) => {
      const ranks = ranksOf(analysis.units.map((u) => sortValue(measure, theme.ofUnit(u.code), u.young)));
      return [theme.id, new Map(analysis.units.map((u, i) => [u.code, ranks[i] ?? null]))];
    }),
  );
}

function columnsOf(props: Props, text: Text, open: Open): TableColumn<UnitReading>[] {
  const { analysis, themes, measure } = props;
  const ranks = ranksBy(props);
  return [
    {
      key: 'name',
      label: text.ui.table.territory,
      rowHeader: true,
      render: (u) => (
        <LinkButton onPress={() => open.unit(u.code)}>
          {u.code === analysis.whole.code ? wholeName(analysis, text.ui.gaps.whole) : u.name}
        </LinkButton>
      ),
      sort: (u) => u.name,
    },
    {
      key: 'young',
      label: youngWho(analysis, text).short,
      align: 'end',
      width: '72px',
      render: (u) => formatPeople(u.young, text.lang),
      sort: (u) => u.young,
    },
    ...themes.map(
      (theme): TableColumn<UnitReading> => ({
        key: theme.id,
        label: <ThemeHead theme={theme} />,
        align: 'centre',
        width: 'var(--matrix-column)',
        render: (u) => (
          <MatrixCell unit={u} theme={theme} measure={measure} rank={ranks.get(theme.id)?.get(u.code) ?? null} open={open} />
        ),
        sort: (u) => sortValue(measure, theme.ofUnit(u.code), u.young),
      }),
    ),
  ];
}

/** Each unit of the mesh in each theme, the whole last; a press on a domain's cell focuses the need and goes to the map. */
export function GapMatrix(props: Props) {
  const { analysis, themes, measure, caption } = props;
  const text = useText();
  const { focus } = useServices();
  const selected = useApp((s) => s.view.focus);
  const columns = useMemo(
    () =>
      columnsOf({ analysis, themes, measure, caption }, text, {
        unit: (code) => focus({ kind: 'unit', id: code }),
        cell: (unit, { domain }) => {
          if (domain === null) return focus({ kind: 'unit', id: unit.code });
          const gap = analysis.gaps.find((g) => g.domain === domain && g.territory.code === unit.code);
          focus(gap ? { kind: 'gap', id: gap.id } : { kind: 'unit', id: unit.code }, { domain, screen: 'map', asTable: false });
        },
      }),
    [analysis, themes, measure, caption, text, focus],
  );
  const rows = useMemo(() => {
    const worst = (u: UnitReading) => worstOf(themes.map((t) => t.ofUnit(u.code))) ?? -1;
    return [...analysis.units].sort((a, b) => worst(b) - worst(a));
  }, [analysis, themes]);
  const last = useMemo(() => (analysis.units.some((u) => u.code === analysis.whole.code) ? [] : [analysis.whole]), [analysis]);
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      last={last}
      rowKey={(u) => u.code}
      emptyText={text.ui.table.empty}
      selectedKey={
        selected?.kind === 'unit'
          ? selected.id
          : selected?.kind === 'gap'
            ? selected.id.slice(selected.id.indexOf(':') + 1)
            : null
      }
      maxHeight="100%"
      rowHeight={rowHeight}
    />
  );
}
