import { useMemo } from 'react';
import type { Analysis, UnitReading } from '../../analysis/analysis';
import type { DomainId } from '../../model/domains';
import { DomainMark } from '../../panels/DomainMark';
import { worstOf } from '../../panels/gapRows';
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
  readonly cell: (unit: UnitReading, domain: DomainId) => void;
}

function LevelCell({
  unit,
  domain,
  open,
  text,
}: {
  readonly unit: UnitReading;
  readonly domain: DomainId;
  readonly open: Open;
  readonly text: Text;
}) {
  const reading = unit.domains[domain];
  if (!reading) return null;
  const words = levelWords(reading.level, reading.component, text);
  const range = reading.range && text.ui.values.levels(reading.range[0], reading.range[1]);
  const detail = reading.level === null ? '' : [minutesText(reading.minutes, text), range].filter(Boolean).join(', ');
  return (
    <PlainButton
      className={`matrix-cell level-${reading.level ?? 'none'}`}
      aria-label={text.ui.gaps.cell(unit.name, text.model.domains[domain].short, [words, detail].filter(Boolean).join(', '))}
      onPress={() => open.cell(unit, domain)}
    >
      {reading.range ? reading.range.join('–') : (reading.level ?? '–')}
    </PlainButton>
  );
}

function columnsOf(analysis: Analysis, domains: readonly DomainId[], text: Text, open: Open): TableColumn<UnitReading>[] {
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
    ...domains.map(
      (domain): TableColumn<UnitReading> => ({
        key: domain,
        label: (
          <span className="matrix-head">
            <DomainMark domain={domain} />
            {text.model.domains[domain].short}
          </span>
        ),
        align: 'centre',
        width: 'var(--matrix-column)',
        render: (u) => <LevelCell unit={u} domain={domain} open={open} text={text} />,
        sort: (u) => worstOf(u, [domain]),
      }),
    ),
  ];
}

/** Level of each unit of the mesh in each domain; a press focuses the need and goes to the map. */
export function GapMatrix({ analysis, domains }: { readonly analysis: Analysis; readonly domains: readonly DomainId[] }) {
  const text = useText();
  const { focus } = useServices();
  const selected = useApp((s) => s.view.focus);
  const columns = useMemo(
    () =>
      columnsOf(analysis, domains, text, {
        unit: (code) => focus({ kind: 'unit', id: code }),
        cell: (unit, domain) => {
          const gap = analysis.gaps.find((g) => g.domain === domain && g.territory.code === unit.code);
          focus(gap ? { kind: 'gap', id: gap.id } : { kind: 'unit', id: unit.code }, { domain, screen: 'map', asTable: false });
        },
      }),
    [analysis, domains, text, focus],
  );
  const rows = useMemo(
    () => [...analysis.units].sort((a, b) => (worstOf(b, domains) ?? -1) - (worstOf(a, domains) ?? -1)),
    [analysis, domains],
  );
  const isWhole = analysis.units.length === 1 && analysis.units[0]?.code === analysis.whole.code;
  return (
    <DataTable
      caption={text.ui.gaps.matrix}
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
