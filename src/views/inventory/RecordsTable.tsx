import { useMemo, useState } from 'react';
import type { Inventory } from '../../model/inventory';
import type { RecordKind } from '../../panels/fieldText';
import type { AnyOf } from '../../panels/recordEdits';
import { useApp, useDiagnosis, useServices, useText } from '../../panels/useApp';
import { useFieldContext } from '../../panels/useFieldContext';
import { keptActors, keptSchemes } from '../../state/selectors';
import type { TableView } from '../../state/store';
import type { Focus, View } from '../../state/view';
import { LinkButton } from '../../ui/Button';
import { EditGrid } from '../../ui/EditGrid';
import { RecordsToolbar } from './RecordsToolbar';
import { arrangedRows, firstTable, recordColumns } from './recordColumns';
import { SinceLine, sinceColumn, useSince } from './since';
import { useRecordEdits } from './useRecordEdits';

/** Records that the filters of every screen keep: sites and ties are those of the actors kept. */
function keptRecords(
  kind: RecordKind,
  inventory: Inventory,
  { filters, domain }: Pick<View, 'filters' | 'domain'>,
): readonly AnyOf[] {
  if (kind === 'schemes') return keptSchemes(inventory, filters, domain);
  const actors = keptActors(inventory, filters, domain);
  if (kind === 'actors') return actors;
  if (actors.length === inventory.actors.length) return inventory[kind];
  const kept = new Set(actors.map((a) => a.id));
  return kind === 'sites'
    ? inventory.sites.filter((s) => kept.has(s.actorId))
    : inventory.partnerships.filter((p) => kept.has(p.fromId) && kept.has(p.toId));
}

/** Those of them that a list of work asks for. */
function onlyThese(records: readonly AnyOf[], { only }: TableView): readonly AnyOf[] {
  if (!only) return records;
  const ids = new Set(only.ids);
  return records.filter((r) => ids.has(r.id));
}

/** What the card opens on from a row. */
function focusOf(kind: RecordKind, record: AnyOf): Focus {
  if (kind === 'schemes') return { kind: 'scheme', id: record.id };
  if ('fromId' in record) return { kind: 'tie', id: `${record.fromId}~~${record.toId}` };
  return { kind: 'actor', id: 'actorId' in record ? record.actorId : record.id };
}

/** Actors, sites, schemes or ties as a table that is worked like a spreadsheet. */
export function RecordsTable({ kind }: { readonly kind: RecordKind }) {
  const text = useText();
  const { store, focus } = useServices();
  const { inventory } = useDiagnosis();
  const { filters, domain } = useApp((s) => s.view);
  const table = useApp((s) => s.tables[kind]) ?? firstTable(kind);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const arrange = (part: Partial<TableView>) =>
    store.setState((s) => ({ tables: { ...s.tables, [kind]: { ...(s.tables[kind] ?? firstTable(kind)), ...part } } }));
  const context = useFieldContext(kind);
  const since = useSince(kind);
  const all = useMemo(() => {
    const columns = recordColumns(context, inventory);
    return since ? [...columns, sinceColumn(since, context)] : columns;
  }, [context, inventory, since]);
  const kept = useMemo(() => keptRecords(kind, inventory, { filters, domain }), [kind, inventory, filters, domain]);
  const rows = useMemo(() => arrangedRows(onlyThese(kept, table), all, table), [kept, all, table]);
  const columns = useMemo(() => {
    // What changed stands beside the name, however the table is arranged.
    const [first = 'name', ...others] = table.columns;
    const shown = [first, 'since', ...others].flatMap((key) => all.find((c) => c.key === key) ?? []);
    return shown.map((c, i) =>
      i > 0 ? c : { ...c, render: (r: AnyOf) => <RowName label={c.text(r)} onOpen={() => focus(focusOf(kind, r))} /> },
    );
  }, [table.columns, all, kind, focus]);
  const edits = useRecordEdits({ context, rows, columns });
  const chosen = rows.filter((r) => selected.has(r.id));
  return (
    <>
      <RecordsToolbar
        kind={kind}
        all={all}
        columns={columns}
        rows={rows}
        total={inventory[kind].length}
        chosen={chosen}
        table={table}
        context={context}
        onArrange={arrange}
        onSelect={setSelected}
      />
      {since && <SinceLine since={since} context={context} />}
      <EditGrid
        caption={text.edit.kinds[kind]}
        help={text.edit.help}
        columns={columns}
        rows={rows}
        rowKey={(r) => r.id}
        emptyText={text.ui.table.empty}
        words={{ select: text.edit.select, selectAll: text.edit.selectAll, filter: text.edit.searchIn }}
        sort={table.sort}
        onSort={(sort) => arrange({ sort })}
        filters={table.filters}
        onFilter={(key, value) => arrange({ filters: { ...table.filters, [key]: value } })}
        selected={selected}
        onSelect={setSelected}
        groupBy={table.groupBy}
        groupLabel={(value, count) => text.edit.groupOf(value === '' ? text.edit.noValue : value, count)}
        onEdit={edits.edit}
        onPaste={edits.paste}
      />
    </>
  );
}

function RowName({ label, onOpen }: { readonly label: string; readonly onOpen: () => void }) {
  return <LinkButton onPress={onOpen}>{label}</LinkButton>;
}
