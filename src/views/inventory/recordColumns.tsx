import type { Field } from '../../model/fields';
import { completenessOf } from '../../model/fields';
import type { Inventory } from '../../model/inventory';
import { normalise } from '../../model/words';
import { cellText, type FieldContext, proposedWords, type RecordKind, termsOf } from '../../panels/fieldText';
import { fieldLabel, listOf } from '../../panels/fieldWords';
import { type AnyOf, fieldsOfKind } from '../../panels/recordEdits';
import { sourceText } from '../../panels/words';
import { type InventoryIndex, indexOf } from '../../state/selectors';
import type { TableView } from '../../state/store';
import { formatShare } from '../../text/format';
import type { EditorKind } from '../../ui/CellEditor';
import type { GridColumn } from '../../ui/EditGrid';
import { compareValues, type SortValue } from '../../ui/tableRows';

/** A column of records: what it shows, and what it is sorted by where that is no text. */
export interface RecordColumn extends GridColumn<AnyOf> {
  readonly field: Field | null;
  readonly sortValue: (record: AnyOf) => SortValue;
}

const widths: Readonly<Record<Field['type'], number>> = {
  text: 150,
  long: 220,
  count: 90,
  year: 90,
  share: 100,
  date: 120,
  'yes-no': 90,
  term: 160,
  terms: 180,
  texts: 180,
  actor: 220,
  commune: 150,
};

function editorOf(field: Field, context: FieldContext, proposed: () => readonly string[]): EditorKind {
  const labels = () => termsOf(field, context).map((id) => listOf(context.kind, field.id, context.text)?.[id] ?? id);
  const { yes, no } = context.text.import.update;
  switch (field.type) {
    case 'term':
      return { type: 'one', options: labels(), canBeEmpty: !field.required };
    case 'yes-no':
      return { type: 'one', options: [yes, no], canBeEmpty: !field.required };
    case 'terms':
      return { type: 'several', options: labels(), separator: ' ; ' };
    case 'actor':
      return { type: 'text', proposed: () => [...context.actors.values()].map((a) => a.name) };
    case 'commune':
      return { type: 'text', proposed: () => [...context.communes.values()].map((c) => c.name) };
    default:
      return field.proposes ? { type: 'text', proposed } : { type: 'text' };
  }
}

function fieldColumn(field: Field, context: FieldContext, inventory: Inventory): RecordColumn {
  const fieldValue = (record: AnyOf) => (record as unknown as Readonly<Record<string, unknown>>)[field.id];
  const text = (record: AnyOf) => cellText(field, fieldValue(record), context);
  const isNumber = field.type === 'count' || field.type === 'year' || field.type === 'share';
  // Types already written propose themselves beside those of the list.
  const proposed = () =>
    [...new Set([...proposedWords(field, context), ...inventory.schemes.flatMap((s) => s.type ?? [])])].sort((a, b) =>
      a.localeCompare(b, 'fr'),
    );
  return {
    key: field.id,
    field,
    label: fieldLabel(context.kind, field.id, context.text),
    text,
    width: field.id === 'name' ? 260 : widths[field.type],
    editor: editorOf(field, context, proposed),
    ...(isNumber ? { align: 'end' as const } : {}),
    sortValue: (record) => {
      const value = fieldValue(record);
      if (value === undefined || value === null) return null;
      return isNumber ? Number(value) : field.type === 'date' ? String(value) : text(record) || null;
    },
  };
}

/** What is read of a record rather than entered. */
function readColumns(kind: RecordKind, context: FieldContext, index: InventoryIndex): RecordColumn[] {
  const t = context.text.ui.table;
  const column = (
    key: string,
    label: string,
    width: number,
    text: (r: AnyOf) => string,
    sortValue?: (r: AnyOf) => SortValue,
  ) => ({
    key,
    label,
    width,
    field: null,
    text,
    sortValue: sortValue ?? ((r: AnyOf) => text(r) || null),
    ...(sortValue ? { align: 'end' as const } : {}),
  });
  const communesOf = (sites: readonly { readonly communeName?: string }[]) =>
    [...new Set(sites.flatMap((s) => s.communeName ?? []))].join(' ; ');
  const own: Readonly<Record<RecordKind, readonly RecordColumn[]>> = {
    actors: [
      column('commune', t.commune, 150, (r) => communesOf(index.sitesOf.get(r.id) ?? [])),
      column(
        'schemes',
        t.schemes,
        100,
        (r) => String(index.schemesOf.get(r.id)?.length ?? 0),
        (r) => index.schemesOf.get(r.id)?.length ?? 0,
      ),
      column(
        'ties',
        t.ties,
        80,
        (r) => String(index.tiesOf.get(r.id)?.length ?? 0),
        (r) => index.tiesOf.get(r.id)?.length ?? 0,
      ),
    ],
    schemes: [
      column('commune', t.commune, 150, (r) =>
        communesOf('siteIds' in r ? r.siteIds.flatMap((id) => index.sites.get(id) ?? []) : []),
      ),
    ],
    sites: [],
    partnerships: [],
  };
  return [
    ...own[kind],
    column(
      'completeness',
      context.text.edit.complete,
      110,
      (r) => formatShare(completenessOf(kind, r), context.text.lang),
      (r) => completenessOf(kind, r),
    ),
    column('source', t.file, 200, (r) => sourceText(r.source, context.text)),
  ];
}

/** Every column that records of a kind may show. */
export function recordColumns(context: FieldContext, inventory: Inventory): readonly RecordColumn[] {
  const fields = fieldsOfKind(context.kind).map((f) => fieldColumn(f, context, inventory));
  return [...fields, ...readColumns(context.kind, context, indexOf(inventory))];
}

const firstColumns: Readonly<Record<RecordKind, readonly string[]>> = {
  actors: ['name', 'kind', 'commune', 'mobilisation', 'verification', 'schemes', 'ties', 'completeness', 'note', 'source'],
  sites: ['actorId', 'name', 'address', 'communeCode', 'precision', 'completeness', 'source'],
  schemes: ['name', 'actorId', 'type', 'domains', 'publics', 'commune', 'places', 'verification', 'completeness', 'source'],
  partnerships: ['fromId', 'toId', 'nature', 'intensity', 'status', 'year', 'endsOn', 'document', 'source'],
};

/** A table that nobody has arranged yet. */
export const firstTable = (kind: RecordKind): TableView => ({
  columns: firstColumns[kind],
  sort: [],
  filters: {},
  groupBy: null,
});

/** Rows that hold the text asked for in each column, in the order asked for. */
export function arrangedRows(rows: readonly AnyOf[], columns: readonly RecordColumn[], view: TableView): readonly AnyOf[] {
  const byKey = new Map(columns.map((c) => [c.key, c]));
  const wanted = Object.entries(view.filters).flatMap(([key, text]) => {
    const column = byKey.get(key);
    return column && text.trim() !== '' ? [{ column, text: normalise(text) }] : [];
  });
  const kept = wanted.length === 0 ? rows : rows.filter((r) => wanted.every((w) => normalise(w.column.text(r)).includes(w.text)));
  const orders = view.sort.flatMap(({ key, descending }) => {
    const column = byKey.get(key);
    return column ? [{ column, descending }] : [];
  });
  if (orders.length === 0) return kept;
  // Values once per row: a sort asks for each many times.
  const keyed = kept.map((row) => ({ row, values: orders.map((o) => o.column.sortValue(row)) }));
  keyed.sort((a, b) => {
    for (let i = 0; i < orders.length; i++) {
      const order = compareValues(a.values[i]!, b.values[i]!, orders[i]!.descending);
      if (order !== 0) return order;
    }
    return 0;
  });
  return keyed.map((k) => k.row);
}
