import { useMemo } from 'react';
import type { Scheme } from '../../model/inventory';
import { DomainMark } from '../../panels/DomainMark';
import { useApp, useDiagnosis, useServices, useText } from '../../panels/useApp';
import { sourceText } from '../../panels/words';
import { type InventoryIndex, indexOf, keptSchemes } from '../../state/selectors';
import { formatNumber } from '../../text/format';
import type { Text } from '../../text/fr';
import { LinkButton } from '../../ui/Button';
import { DataTable, type TableColumn } from '../../ui/DataTable';

interface Open {
  readonly scheme: (id: string) => void;
  readonly actor: (id: string) => void;
}

function columnsOf(index: InventoryIndex, text: Text, open: Open): TableColumn<Scheme>[] {
  const t = text.ui.table;
  const actor = (s: Scheme) => index.actors.get(s.actorId)?.name ?? '';
  const commune = (s: Scheme) =>
    s.siteIds.map((id) => index.sites.get(id)?.communeName).find((name) => name !== undefined) ?? null;
  const unknown = <span className="muted">{text.ui.values.unknown}</span>;
  return [
    {
      key: 'name',
      label: t.name,
      rowHeader: true,
      width: '26%',
      render: (s) => <LinkButton onPress={() => open.scheme(s.id)}>{s.name}</LinkButton>,
      sort: (s) => s.name,
    },
    {
      key: 'actor',
      label: t.actor,
      width: '24%',
      render: (s) => <LinkButton onPress={() => open.actor(s.actorId)}>{actor(s)}</LinkButton>,
      sort: actor,
    },
    {
      key: 'domains',
      label: t.domains,
      width: '12%',
      render: (s) =>
        s.domains.length === 0
          ? unknown
          : s.domains.map((d) => (
              <span key={d} className="line">
                <DomainMark domain={d} />
                {text.model.domains[d].short}
              </span>
            )),
      sort: (s) => s.domains.join() || null,
    },
    { key: 'commune', label: t.commune, width: '13%', render: (s) => commune(s) ?? unknown, sort: commune },
    {
      key: 'places',
      label: t.places,
      align: 'end',
      width: '9%',
      render: (s) => (s.places === undefined ? unknown : formatNumber(s.places, text.lang)),
      sort: (s) => s.places ?? null,
    },
    {
      key: 'source',
      label: t.file,
      width: '16%',
      render: (s) => <span className="muted small">{sourceText(s.source, text)}</span>,
      sort: (s) => s.source.row,
    },
  ];
}

/** Every scheme that passes the filters. */
export function SchemesTable() {
  const text = useText();
  const { focus } = useServices();
  const view = useApp((s) => s.view);
  const { inventory } = useDiagnosis();
  const columns = useMemo(
    () =>
      columnsOf(indexOf(inventory), text, {
        scheme: (id) => focus({ kind: 'scheme', id }),
        actor: (id) => focus({ kind: 'actor', id }),
      }),
    [inventory, text, focus],
  );
  const rows = useMemo(() => keptSchemes(inventory, view.filters, view.domain), [inventory, view.filters, view.domain]);
  return (
    <DataTable
      caption={text.ui.inventory.schemesCaption}
      columns={columns}
      rows={rows}
      rowKey={(s) => s.id}
      emptyText={text.ui.table.empty}
      selectedKey={view.focus?.kind === 'scheme' ? view.focus.id : null}
      initialSort={{ key: 'name', descending: false }}
      maxHeight="100%"
    />
  );
}
