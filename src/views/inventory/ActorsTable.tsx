import { useMemo } from 'react';
import type { Actor } from '../../model/inventory';
import { DomainMark } from '../../panels/DomainMark';
import { useApp, useDiagnosis, useServices, useText } from '../../panels/useApp';
import { sourceText } from '../../panels/words';
import { type InventoryIndex, indexOf, keptActors } from '../../state/selectors';
import { formatNumber } from '../../text/format';
import type { Text } from '../../text/fr';
import { LinkButton } from '../../ui/Button';
import { DataTable, type TableColumn } from '../../ui/DataTable';

function columnsOf(index: InventoryIndex, text: Text, open: (id: string) => void): TableColumn<Actor>[] {
  const t = text.ui.table;
  const domainsOf = (a: Actor) => [...new Set(index.schemesOf.get(a.id)?.flatMap((s) => s.domains) ?? [])];
  const ties = (a: Actor) => index.tiesOf.get(a.id)?.length ?? 0;
  const commune = (a: Actor) => index.sitesOf.get(a.id)?.find((s) => s.communeName)?.communeName ?? null;
  return [
    {
      key: 'name',
      label: t.name,
      rowHeader: true,
      width: '34%',
      render: (a) => <LinkButton onPress={() => open(a.id)}>{a.name}</LinkButton>,
      sort: (a) => a.name,
    },
    { key: 'kind', label: t.kind, width: '18%', render: (a) => text.model.kinds[a.kind], sort: (a) => text.model.kinds[a.kind] },
    {
      key: 'commune',
      label: t.commune,
      width: '14%',
      render: (a) => commune(a) ?? <span className="muted">{text.ui.values.unknown}</span>,
      sort: commune,
    },
    {
      key: 'domains',
      label: t.domains,
      width: '10%',
      render: (a) => (
        <span className="line">
          {domainsOf(a).map((d) => (
            <span key={d}>
              <DomainMark domain={d} />
              <span className="visually-hidden">{text.model.domains[d].short}</span>
            </span>
          ))}
        </span>
      ),
      sort: (a) => domainsOf(a).join(),
    },
    { key: 'ties', label: t.ties, align: 'end', width: '7%', render: (a) => formatNumber(ties(a), text.lang), sort: ties },
    {
      key: 'source',
      label: t.file,
      width: '17%',
      render: (a) => <span className="muted small">{sourceText(a.source, text)}</span>,
      sort: (a) => a.source.row,
    },
  ];
}

/** Every actor that passes the filters. */
export function ActorsTable() {
  const text = useText();
  const { focus } = useServices();
  const view = useApp((s) => s.view);
  const { inventory } = useDiagnosis();
  const columns = useMemo(
    () => columnsOf(indexOf(inventory), text, (id) => focus({ kind: 'actor', id })),
    [inventory, text, focus],
  );
  const rows = useMemo(() => keptActors(inventory, view.filters, view.domain), [inventory, view.filters, view.domain]);
  return (
    <DataTable
      caption={text.ui.inventory.actorsCaption}
      columns={columns}
      rows={rows}
      rowKey={(a) => a.id}
      emptyText={text.ui.table.empty}
      selectedKey={view.focus?.kind === 'actor' ? view.focus.id : null}
      initialSort={{ key: 'name', descending: false }}
      maxHeight="100%"
    />
  );
}
