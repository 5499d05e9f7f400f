import { Copy, Download, Pencil, Plus, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import type { FieldContext, RecordKind } from '../../panels/fieldText';
import { NewRecordDialog } from '../../panels/NewRecordDialog';
import { type AnyOf, duplicatesOf, takenIds } from '../../panels/recordEdits';
import { useDiagnosis, useServices, useText } from '../../panels/useApp';
import type { TableView } from '../../state/store';
import { Button } from '../../ui/Button';
import { MenuButton, MultiMenu } from '../../ui/MenuButton';
import { SelectField } from '../../ui/SelectField';
import { BulkDialog } from './BulkDialog';
import type { RecordColumn } from './recordColumns';

interface Props {
  readonly kind: RecordKind;
  readonly all: readonly RecordColumn[];
  readonly columns: readonly RecordColumn[];
  readonly rows: readonly AnyOf[];
  readonly total: number;
  readonly chosen: readonly AnyOf[];
  readonly table: TableView;
  readonly context: FieldContext;
  readonly onArrange: (part: Partial<TableView>) => void;
  readonly onSelect: (ids: ReadonlySet<string>) => void;
}

/** Types of fields whose values several records share. */
const groupable: ReadonlySet<string> = new Set(['term', 'terms', 'actor', 'commune']);
const tableFormats = ['records-csv', 'records-csv-plain', 'records-xlsx', 'records-geojson'] as const;

/** Counts of the table, what is shown of it, what can be done with its rows. */
export function RecordsToolbar(props: Props) {
  const { kind, all, columns, rows, total, chosen, table, context, onArrange } = props;
  const text = useText();
  const { takeOut } = useServices();
  const [isAdding, setAdding] = useState(false);
  const t = text.edit;
  const grouped = all.filter(
    (c) => (c.field && groupable.has(c.field.type)) || c.field?.proposes || c.key === 'commune' || c.key === 'source',
  );
  return (
    <div className="records-toolbar">
      <p className="tabular" role="status">
        <strong>{t.shown(rows.length, total)}</strong>
        {chosen.length > 0 && `, ${t.selected(chosen.length)}`}
      </p>
      <OnlyThese {...props} />
      <Button variant="primary" icon={<Plus aria-hidden />} onPress={() => setAdding(true)}>
        {t.add[kind]}
      </Button>
      <SelectionActions {...props} />
      <MultiMenu
        label={t.columns}
        groups={[
          {
            id: 'columns',
            label: t.columns,
            entries: all.slice(1).flatMap((c) => (c.key === 'since' ? [] : [{ id: c.key, label: c.label }])),
            selected: table.columns,
          },
        ]}
        emptyText=""
        onChange={(_, ids) => onArrange({ columns: all.map((c) => c.key).filter((key, i) => i === 0 || ids.includes(key)) })}
      />
      <SelectField
        label={t.group}
        hiddenLabel
        options={[{ id: '', label: `${t.group}…` }, ...grouped.map((c) => ({ id: c.key, label: `${t.group} : ${c.label}` }))]}
        value={table.groupBy ?? ''}
        onChange={(key) => onArrange({ groupBy: key === '' ? null : key })}
      />
      <MenuButton
        label={text.ui.drawing.export}
        name={t.exportTable}
        icon={<Download aria-hidden />}
        entries={tableFormats.map((id) => ({ id, label: t.exportAs[id] }))}
        onAction={(id) => {
          const output = tableFormats.find((f) => f === id);
          if (output)
            takeOut({
              output,
              kind,
              head: columns.map((c) => c.label),
              rows: rows.map((r) => columns.map((c) => c.text(r))),
              ids: rows.map((r) => r.id),
            });
        }}
      />
      {isAdding && <NewRecordDialog context={context} onClose={() => setAdding(false)} />}
    </div>
  );
}

/** Why the table holds some records only, and the way out of it. */
function OnlyThese({ table: { only, ...rest }, kind }: Props) {
  const text = useText();
  const { store } = useServices();
  if (!only) return null;
  return (
    <p className="only-these">
      <span>{text.quality.only(only.label)}</span>
      <Button
        variant="quiet"
        icon={<X aria-hidden />}
        onPress={() => store.setState((s) => ({ tables: { ...s.tables, [kind]: rest } }))}
      >
        {text.quality.showAll}
      </Button>
    </p>
  );
}

/** What is done with the rows chosen. */
function SelectionActions({ kind, chosen, all, context, onSelect }: Props) {
  const text = useText();
  const { dispatch, signed } = useServices();
  const { inventory } = useDiagnosis();
  const [isBulk, setBulk] = useState(false);
  const t = text.edit;
  if (chosen.length === 0) return null;
  const duplicate = () => {
    const added = duplicatesOf(kind, chosen, t.copyOf, takenIds(inventory, kind));
    dispatch({ type: 'addRecords', inventory: { [kind]: added }, ...signed() }, { said: t.duplicated(added.length) });
    onSelect(new Set(added.map((r) => r.id)));
  };
  const remove = () => {
    dispatch({ type: 'deleteRecords', kind, ids: chosen.map((r) => r.id), ...signed() }, { said: t.removed(chosen.length) });
    onSelect(new Set());
  };
  return (
    <>
      <Button icon={<Pencil aria-hidden />} onPress={() => setBulk(true)}>
        {t.bulk}
      </Button>
      <Button icon={<Copy aria-hidden />} onPress={duplicate}>
        {t.duplicate}
      </Button>
      <Button icon={<Trash2 aria-hidden />} onPress={remove}>
        {t.remove}
      </Button>
      {isBulk && (
        <BulkDialog
          records={chosen}
          columns={all.filter((c) => c.field !== null && c.key !== 'name')}
          context={context}
          onClose={() => setBulk(false)}
        />
      )}
    </>
  );
}
