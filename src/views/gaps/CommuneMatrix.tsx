import { useMemo } from 'react';
import type { Analysis, CommuneDomain } from '../../analysis/analysis';
import type { Theme } from '../../panels/themes';
import { useApp, useServices, useText } from '../../panels/useApp';
import { levelWords } from '../../sentences/levels';
import { youngWho } from '../../sentences/young';
import { formatNumber, formatPeople } from '../../text/format';
import type { Text } from '../../text/fr';
import { LinkButton } from '../../ui/Button';
import { DataTable, type TableColumn } from '../../ui/DataTable';
import { ThemeHead } from './ThemeHead';

/** What the cells of the communes say. */
export type CommuneMeasure = 'level' | 'minutes' | 'reach' | 'places';

/** A commune with its rank in the analysis, by which themes know it. */
type Row = Analysis['communes'][number] & { readonly rank: number };

function figureOf(measure: CommuneMeasure, reading: CommuneDomain): number | null {
  if (measure === 'level') return reading.level;
  // Without data nothing is known to be within reach: that is not zero.
  if (reading.level === null && measure === 'reach') return null;
  if (measure === 'minutes') return reading.minutes;
  return measure === 'reach' ? reading.withinReach : reading.access && 1000 * reading.access.central;
}

function valueText(measure: CommuneMeasure, reading: CommuneDomain, text: Text): string {
  const value = figureOf(measure, reading);
  if (measure === 'level' && reading.range) return reading.range.join('–');
  if (value === null) return measure === 'reach' ? text.model.noData : '–';
  if (measure === 'minutes') return text.ui.matrix.minutes(formatNumber(Math.round(value), text.lang));
  return formatNumber(value, text.lang, measure === 'places' ? 1 : 0);
}

function Cell({ reading, measure }: { readonly reading: CommuneDomain | undefined; readonly measure: CommuneMeasure }) {
  const text = useText();
  if (!reading) return null;
  const { level, component } = reading;
  return (
    <span className={`commune-cell level-${level ?? 'none'}`}>
      {valueText(measure, reading, text)}
      <span className="visually-hidden"> {text.ui.values.level(String(level ?? '–'), levelWords(level, component, text))}</span>
    </span>
  );
}

function columnsOf({ analysis, themes, measure }: Props, text: Text, open: (code: string) => void): TableColumn<Row>[] {
  const units = new Map(analysis.units.map((u) => [u.code, u.name]));
  const t = text.ui.table;
  return [
    {
      key: 'name',
      label: t.commune,
      rowHeader: true,
      width: '18%',
      render: (c) => <LinkButton onPress={() => open(c.code)}>{c.name}</LinkButton>,
      sort: (c) => c.name,
    },
    {
      key: 'unit',
      label: t.territory,
      width: '18%',
      render: (c) => units.get(c.unitCode),
      sort: (c) => units.get(c.unitCode) ?? null,
    },
    {
      key: 'young',
      label: youngWho(analysis, text).short,
      align: 'end',
      width: '9%',
      render: (c) => formatPeople(c.young, text.lang),
      sort: (c) => c.young,
    },
    ...themes.map(
      (theme): TableColumn<Row> => ({
        key: theme.id,
        label: <ThemeHead theme={theme} />,
        align: 'centre',
        render: (c) => <Cell reading={theme.ofCommune(c.rank)} measure={measure} />,
        sort: (c) => {
          const reading = theme.ofCommune(c.rank);
          return reading ? figureOf(measure, reading) : null;
        },
      }),
    ),
  ];
}

interface Props {
  readonly analysis: Analysis;
  readonly themes: readonly Theme[];
  readonly measure: CommuneMeasure;
  readonly caption: string;
}

/** Every commune in every theme; only the rows in sight are in the page. */
export function CommuneMatrix({ analysis, themes, measure, caption }: Props) {
  const text = useText();
  const { focus } = useServices();
  const selected = useApp((s) => s.view.focus);
  const rows = useMemo(() => analysis.communes.map((c, rank): Row => ({ ...c, rank })), [analysis]);
  const columns = useMemo(
    () => columnsOf({ analysis, themes, measure, caption }, text, (code) => focus({ kind: 'commune', id: code })),
    [analysis, themes, measure, caption, text, focus],
  );
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={(c) => c.code}
      emptyText={text.ui.table.empty}
      selectedKey={selected?.kind === 'commune' ? selected.id : null}
      maxHeight="100%"
    />
  );
}
