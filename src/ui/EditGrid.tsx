import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import {
  type CellKeyboardEvent,
  type CellKeyDownArgs,
  type Column,
  DataGrid,
  type DataGridHandle,
  type RenderCheckboxProps,
  type RenderEditCellProps,
  SelectColumn,
  TreeDataGrid,
} from 'react-data-grid';
import 'react-data-grid/lib/styles.css';
import { CellEditor, type EditorKind } from './CellEditor';

export interface GridColumn<Row> {
  readonly key: string;
  readonly label: string;
  /** As it is shown, copied and filtered. */
  readonly text: (row: Row) => string;
  /** In place of its text. */
  readonly render?: (row: Row) => ReactNode;
  /** Absent: it cannot be edited. */
  readonly editor?: EditorKind;
  readonly width: number;
  readonly align?: 'end';
}

export interface GridSort {
  readonly key: string;
  readonly descending: boolean;
}

interface Props<Row> {
  readonly caption: string;
  /** How it is worked by keys; announced with it. */
  readonly help: string;
  readonly columns: readonly GridColumn<Row>[];
  /** In the order to show. */
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly emptyText: string;
  readonly words: { readonly select: string; readonly selectAll: string; readonly filter: (column: string) => string };
  readonly sort: readonly GridSort[];
  readonly onSort: (sort: readonly GridSort[]) => void;
  readonly filters: Readonly<Record<string, string>>;
  readonly onFilter: (column: string, text: string) => void;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (keys: ReadonlySet<string>) => void;
  /** Column whose values make groups; null: none. */
  readonly groupBy: string | null;
  readonly groupLabel: (value: string, count: number) => string;
  /** What was typed in a cell. */
  readonly onEdit: (row: Row, column: string, text: string) => void;
  /** Cells of a spreadsheet, from a cell on. */
  readonly onPaste: (row: Row, column: string, cells: readonly (readonly string[])[]) => void;
}

/** A row with what is being typed in it, until it is committed. */
const typed = Symbol('typed');
type Typed<Row> = Row & { readonly [typed]?: string };

/** Cells of a clipboard text, as spreadsheets write them: tabs, line ends, quotes where a cell holds either. */
export function cellsOf(clipboard: string): string[][] {
  const rows: string[][] = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/g;
  for (const [, quoted, plain, end] of clipboard.matchAll(pattern)) {
    rows.at(-1)!.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '') break;
    if (end !== '\t') rows.push([]);
  }
  // A spreadsheet ends each row, the last one too.
  return rows.at(-1)!.join('') === '' ? rows.slice(0, -1) : rows;
}

const clipCell = (text: string): string => (/[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
/** Rows as spreadsheets paste them. */
export const clipText = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map(clipCell).join('\t')).join('\r\n');

/** Keys of the grid are not for what is typed in its head. */
const holdKeys = (e: KeyboardEvent) => {
  if (e.key !== 'Tab') e.stopPropagation();
};

function headerOf<Row>(column: GridColumn<Row>, props: Props<Row>): NonNullable<Column<Typed<Row>>['renderHeaderCell']> {
  return ({ sortDirection }) => (
    <div className="grid-head">
      <span>
        {column.label}
        <span aria-hidden>{sortDirection === 'ASC' ? ' ↑' : sortDirection === 'DESC' ? ' ↓' : ''}</span>
      </span>
      <input
        className="grid-filter"
        aria-label={props.words.filter(column.label)}
        value={props.filters[column.key] ?? ''}
        onChange={(e) => props.onFilter(column.key, e.target.value)}
        onClick={(e) => e.stopPropagation()}
        onKeyDown={holdKeys}
      />
    </div>
  );
}

function editorOf<Row>(column: GridColumn<Row>): NonNullable<Column<Typed<Row>>['renderEditCell']> {
  const { editor } = column;
  return ({ row, onRowChange }: RenderEditCellProps<Typed<Row>>) => (
    <CellEditor
      label={column.label}
      kind={editor!}
      value={row[typed] ?? column.text(row)}
      onChange={(text) => onRowChange({ ...row, [typed]: text })}
      onDone={(text) => onRowChange({ ...row, [typed]: text }, true)}
    />
  );
}

function gridColumns<Row>(props: Props<Row>): Column<Typed<Row>>[] {
  return props.columns.map(
    (column, i): Column<Typed<Row>> => ({
      key: column.key,
      name: column.label,
      width: column.width,
      frozen: i === 0,
      resizable: true,
      sortable: true,
      ...(column.align === 'end' ? { cellClass: 'grid-end' } : {}),
      renderHeaderCell: headerOf(column, props),
      renderCell: ({ row }) => column.render?.(row) ?? column.text(row),
      ...(column.editor ? { renderEditCell: editorOf(column) } : {}),
      renderGroupCell: () => null,
    }),
  );
}

function groupColumn<Row>(label: Props<Row>['groupLabel'], name: string): Column<Typed<Row>> {
  return {
    key: groupKey,
    name,
    width: 220,
    frozen: true,
    renderCell: () => null,
    renderGroupCell: ({ groupKey: value, childRows, isExpanded, toggleGroup, tabIndex }) => (
      <button type="button" className="grid-group" tabIndex={tabIndex} aria-expanded={isExpanded} onClick={toggleGroup}>
        <span aria-hidden>{isExpanded ? '▾' : '▸'}</span> {label(String(value), childRows.length)}
      </button>
    ),
  };
}
const groupKey = 'group-of-rows';

function grouped<Row>(rows: readonly Row[], textOf: (row: Row) => string): Record<string, readonly Row[]> {
  const groups: Record<string, Row[]> = {};
  for (const row of rows) {
    const text = textOf(row);
    groups[text] = groups[text] ?? [];
    groups[text].push(row);
  }
  // By name, as in a list; what has no value comes last.
  const order = new Intl.Collator('fr', { numeric: true });
  const names = Object.keys(groups).sort((a, b) => Number(a === '') - Number(b === '') || order.compare(a, b));
  return Object.fromEntries(names.map((name) => [name, groups[name]!]));
}

/** A table whose cells are worked as in a spreadsheet: keys, edits in place, copy and paste; only what is in sight is in the page. */
export function EditGrid<Row extends object>(props: Props<Row>) {
  const { caption, help, rows, rowKey, selected, sort, onSort, onEdit, onPaste, groupBy, columns } = props;
  const grid = useRef<DataGridHandle>(null);
  const [expanded, setExpanded] = useState<ReadonlySet<unknown>>(new Set());
  const byKey = useMemo(() => new Map(columns.map((c) => [c.key, c])), [columns]);
  const drawn = [SelectColumn as Column<Typed<Row>>, ...gridColumns(props)];
  const rowsText = (copied: readonly Row[]) => clipText(copied.map((row) => columns.map((c) => c.text(row))));
  const toggle = (row: Row) => {
    const key = rowKey(row);
    props.onSelect(new Set(selected.has(key) ? [...selected].filter((k) => k !== key) : [...selected, key]));
  };
  const onKey = (args: CellKeyDownArgs<Typed<Row>>, e: CellKeyboardEvent) => {
    if (args.mode !== 'ACTIVE' || !args.column || !args.row) return;
    const { column: at, row } = args;
    const column = byKey.get(at.key);
    const keys: Readonly<Record<string, (() => void) | undefined>> = {
      ' ': () => toggle(row),
      ...(column?.editor
        ? {
            F2: () => args.setActivePosition({ idx: at.idx, rowIdx: args.rowIdx }, { enableEditor: true }),
            Delete: () => onEdit(row, column.key, ''),
            Backspace: () => onEdit(row, column.key, ''),
          }
        : {}),
    };
    const act = e.ctrlKey || e.metaKey || e.altKey || e.shiftKey ? undefined : keys[e.key];
    if (!act) return;
    act();
    e.preventGridDefault();
    e.preventDefault();
  };
  const shared = {
    ref: grid,
    'aria-label': caption,
    'aria-description': help,
    className: 'edit-grid rdg-light',
    rows: rows as readonly Typed<Row>[],
    rowKeyGetter: rowKey,
    rowHeight: 32,
    headerRowHeight: 58,
    selectedRows: selected,
    onSelectedRowsChange: (keys: Set<string>) => props.onSelect(keys),
    sortColumns: sort.map((s) => ({ columnKey: s.key, direction: s.descending ? ('DESC' as const) : ('ASC' as const) })),
    onSortColumnsChange: (by: readonly { columnKey: string; direction: 'ASC' | 'DESC' }[]) =>
      onSort(by.map((s) => ({ key: s.columnKey, descending: s.direction === 'DESC' }))),
    onRowsChange: (next: readonly Typed<Row>[], { indexes, column }: { indexes: number[]; column: { key: string } }) => {
      const row = next[indexes[0] ?? -1];
      if (row?.[typed] !== undefined) onEdit(row, column.key, row[typed]);
    },
    onCellCopy: ({ row, column }: { row: Typed<Row>; column: { key: string } }, e: React.ClipboardEvent) => {
      const chosen = rows.filter((r) => selected.has(rowKey(r)));
      const text = chosen.length > 1 && selected.has(rowKey(row)) ? rowsText(chosen) : (byKey.get(column.key)?.text(row) ?? '');
      e.clipboardData.setData('text/plain', text);
      e.preventDefault();
    },
    onCellPaste: ({ row, column }: { row: Typed<Row>; column: { key: string } }, e: React.ClipboardEvent) => {
      e.preventDefault();
      onPaste(row, column.key, cellsOf(e.clipboardData.getData('text/plain')));
      return row;
    },
    onCellKeyDown: onKey,
    renderers: {
      renderCheckbox: (box: RenderCheckboxProps) => (
        <RowCheck box={box} label={/all/i.test(box['aria-label'] ?? '') ? props.words.selectAll : props.words.select} />
      ),
      noRowsFallback: <p className="grid-empty muted">{props.emptyText}</p>,
    },
  };
  if (groupBy === null || !byKey.has(groupBy)) return <DataGrid<Typed<Row>, unknown, string> {...shared} columns={drawn} />;
  const groupText = byKey.get(groupBy)!.text;
  return (
    <TreeDataGrid<Typed<Row>, unknown, string>
      {...shared}
      columns={[drawn[0]!, groupColumn<Row>(props.groupLabel, byKey.get(groupBy)!.label), ...drawn.slice(1)]}
      groupBy={[groupKey]}
      rowGrouper={(all) => grouped(all, groupText)}
      expandedGroupIds={expanded}
      onExpandedGroupIdsChange={setExpanded}
    />
  );
}

/** A box to choose a row, or all of them. */
function RowCheck({ box, label }: { readonly box: RenderCheckboxProps; readonly label: string }) {
  const { onChange, indeterminate, ...rest } = box;
  return (
    <input
      {...rest}
      aria-label={label}
      type="checkbox"
      className="grid-check"
      ref={(el) => {
        if (el) el.indeterminate = indeterminate === true;
      }}
      onChange={(e) => onChange(e.target.checked, (e.nativeEvent as MouseEvent).shiftKey)}
    />
  );
}
