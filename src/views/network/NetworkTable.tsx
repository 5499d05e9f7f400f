import { useMemo } from 'react';
import type { NetworkReading, NetworkTie } from '../../analysis/analysis';
import { useApp, useServices, useText } from '../../panels/useApp';
import type { Text } from '../../text/fr';
import { termLabel } from '../../text/terms';
import { LinkButton } from '../../ui/Button';
import { DataTable, type TableColumn } from '../../ui/DataTable';
import { tieId } from './networkModel';

function columnsOf(
  names: ReadonlyMap<string, string>,
  text: Text,
  open: { readonly actor: (id: string) => void; readonly tie: (id: string) => void },
): TableColumn<NetworkTie>[] {
  const t = text.ui.table;
  const natures = (tie: NetworkTie) => tie.natures.map((n) => termLabel(text.model.natures, n)).join(', ');
  return [
    {
      key: 'a',
      label: t.from,
      rowHeader: true,
      width: '34%',
      render: (r) => <LinkButton onPress={() => open.actor(r.a)}>{names.get(r.a)}</LinkButton>,
      sort: (r) => names.get(r.a) ?? null,
    },
    {
      key: 'b',
      label: t.to,
      width: '34%',
      render: (r) => <LinkButton onPress={() => open.actor(r.b)}>{names.get(r.b)}</LinkButton>,
      sort: (r) => names.get(r.b) ?? null,
    },
    {
      key: 'natures',
      label: t.natures,
      width: '20%',
      render: (r) => <LinkButton onPress={() => open.tie(tieId(r))}>{natures(r)}</LinkButton>,
      sort: natures,
    },
    {
      key: 'stated',
      label: t.stated,
      width: '12%',
      render: (r) => (r.stated ? text.ui.network.stated : text.ui.network.deducedTie),
      sort: (r) => (r.stated ? 0 : 1),
    },
  ];
}

/** The graph's ties, one a row. */
export function NetworkTable({ network, title }: { readonly network: NetworkReading; readonly title: string }) {
  const text = useText();
  const { focus } = useServices();
  const selected = useApp((s) => s.view.focus);
  const names = useMemo(() => new Map(network.nodes.map((n) => [n.id, n.name])), [network]);
  const columns = useMemo(
    () => columnsOf(names, text, { actor: (id) => focus({ kind: 'actor', id }), tie: (id) => focus({ kind: 'tie', id }) }),
    [names, text, focus],
  );
  return (
    <DataTable
      caption={title}
      columns={columns}
      rows={network.ties}
      rowKey={tieId}
      emptyText={text.ui.network.empty}
      selectedKey={selected?.kind === 'tie' ? selected.id : null}
      maxHeight="100%"
    />
  );
}
