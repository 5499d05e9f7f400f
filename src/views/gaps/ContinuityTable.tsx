import { useMemo } from 'react';
import type { Analysis } from '../../analysis/analysis';
import { getDomain } from '../../model/domains';
import { DomainMark } from '../../panels/DomainMark';
import { useServices, useText } from '../../panels/useApp';
import { wholeName } from '../../sentences/whole';
import { formatNumber } from '../../text/format';
import { LinkButton, PlainButton } from '../../ui/Button';
import { DataTable, type TableColumn } from '../../ui/DataTable';

type Row = Analysis['continuity']['rows'][number];

/** Whether a chain leads from child welfare to each domain, unit by unit; a press goes to the unit on the map. */
export function ContinuityTable({ analysis }: { readonly analysis: Analysis }) {
  const text = useText();
  const { focus } = useServices();
  const words = text.analysis.continuity;
  const { rows, ties } = analysis.continuity;
  const columns = useMemo((): TableColumn<Row>[] => {
    const domains = rows[0]?.cells.map((c) => c.domain) ?? [];
    const nameOf = (r: Row) => (r.code === analysis.whole.code ? wholeName(analysis, text.ui.gaps.whole) : r.name);
    const names = new Map(analysis.network.nodes.map((n) => [n.id, n.name]));
    return [
      {
        key: 'name',
        label: text.ui.table.territory,
        rowHeader: true,
        width: '28%',
        render: (r) => <LinkButton onPress={() => focus({ kind: 'unit', id: r.code })}>{nameOf(r)}</LinkButton>,
      },
      ...domains.map(
        (domain, i): TableColumn<Row> => ({
          key: domain,
          label: (
            <span className="matrix-head">
              <DomainMark domain={domain} />
              {text.model.domains[getDomain(domain).id].short}
            </span>
          ),
          width: '18%',
          render: (r) => {
            const cell = r.cells[i]!;
            const actors = cell.actorIds.map((id) => names.get(id) ?? id).join(', ');
            const detail = [words.cells[cell.state], ...(actors ? [words.actors(actors)] : [])].join('. ');
            return (
              <PlainButton
                className={`continuity-cell ${cell.state}`}
                aria-label={text.ui.gaps.cell(nameOf(r), text.model.domains[domain].short, detail)}
                onPress={() => focus({ kind: 'unit', id: r.code }, { domain, screen: 'map', asTable: false })}
              >
                {words.short[cell.state]}
              </PlainButton>
            );
          },
        }),
      ),
    ];
  }, [rows, analysis, text, words, focus]);
  return (
    <div className="stack tight continuity">
      <p className="prose wide small">{words.intro}</p>
      <p className="prose">
        {words.ties(ties, formatNumber(ties, text.lang))} {words.legend}
      </p>
      <DataTable caption={words.table} columns={columns} rows={rows} rowKey={(r) => r.code} emptyText={text.ui.table.empty} />
    </div>
  );
}
