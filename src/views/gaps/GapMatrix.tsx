import { useMemo } from 'react';
import type { Analysis, UnitReading } from '../../analysis/analysis';
import { DomainMark } from '../../panels/DomainMark';
import { worstOf } from '../../panels/gapRows';
import type { Theme } from '../../panels/themes';
import { useApp, useServices, useText } from '../../panels/useApp';
import { minutesText } from '../../panels/words';
import { levelWords } from '../../sentences/levels';
import { wholeName } from '../../sentences/whole';
import { formatPeople } from '../../text/format';
import type { Text } from '../../text/fr';
import { LinkButton, PlainButton } from '../../ui/Button';
import { DataTable, type TableColumn } from '../../ui/DataTable';

interface Open {
  readonly unit: (code: string) => void;
  readonly cell: (unit: UnitReading, theme: Theme) => void;
}

function LevelCell({
  unit,
  theme,
  open,
  text,
}: {
  readonly unit: UnitReading;
  readonly theme: Theme;
  readonly open: Open;
  readonly text: Text;
}) {
  const reading = theme.ofUnit(unit.code);
  if (!reading) return null;
  const words = levelWords(reading.level, reading.component, text);
  const range = reading.range && text.ui.values.levels(reading.range[0], reading.range[1]);
  const detail = reading.level === null ? '' : [minutesText(reading.minutes, text), range].filter(Boolean).join(', ');
  return (
    <PlainButton
      className={`matrix-cell level-${reading.level ?? 'none'}`}
      aria-label={text.ui.gaps.cell(unit.name, theme.short, [words, detail].filter(Boolean).join(', '))}
      onPress={() => open.cell(unit, theme)}
    >
      {reading.range ? reading.range.join('–') : (reading.level ?? '–')}
    </PlainButton>
  );
}

function columnsOf(analysis: Analysis, themes: readonly Theme[], text: Text, open: Open): TableColumn<UnitReading>[] {
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
      label: text.ui.table.young,
      align: 'end',
      render: (u) => formatPeople(u.young, text.lang),
      sort: (u) => u.young,
    },
    ...themes.map(
      (theme): TableColumn<UnitReading> => ({
        key: theme.id,
        label: (
          <span className="matrix-head">
            {theme.domain && <DomainMark domain={theme.domain} />}
            {theme.short}
          </span>
        ),
        align: 'centre',
        width: 'var(--matrix-column)',
        render: (u) => <LevelCell unit={u} theme={theme} open={open} text={text} />,
        sort: (u) => worstOf([theme.ofUnit(u.code)]),
      }),
    ),
  ];
}

interface Props {
  readonly analysis: Analysis;
  readonly themes: readonly Theme[];
  readonly caption: string;
}

/** Level of each unit of the mesh in each theme; a press on a domain's focuses the need and goes to the map. */
export function GapMatrix({ analysis, themes, caption }: Props) {
  const text = useText();
  const { focus } = useServices();
  const selected = useApp((s) => s.view.focus);
  const columns = useMemo(
    () =>
      columnsOf(analysis, themes, text, {
        unit: (code) => focus({ kind: 'unit', id: code }),
        cell: (unit, { domain }) => {
          if (domain === null) return focus({ kind: 'unit', id: unit.code });
          const gap = analysis.gaps.find((g) => g.domain === domain && g.territory.code === unit.code);
          focus(gap ? { kind: 'gap', id: gap.id } : { kind: 'unit', id: unit.code }, { domain, screen: 'map', asTable: false });
        },
      }),
    [analysis, themes, text, focus],
  );
  const rows = useMemo(() => {
    const worst = (u: UnitReading) => worstOf(themes.map((t) => t.ofUnit(u.code))) ?? -1;
    return [...analysis.units].sort((a, b) => worst(b) - worst(a));
  }, [analysis, themes]);
  const isWhole = analysis.units.length === 1 && analysis.units[0]?.code === analysis.whole.code;
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={isWhole ? rows : [...rows, analysis.whole]}
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
    />
  );
}
