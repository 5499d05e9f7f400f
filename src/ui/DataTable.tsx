import { ArrowDown, ArrowUp } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { compareValues, type SortValue, windowOf } from './tableRows';

export interface TableColumn<Row> {
  readonly key: string;
  readonly label: ReactNode;
  readonly render: (row: Row) => ReactNode;
  /** Value to sort by; without it the column is not sortable. null sorts last. */
  readonly sort?: (row: Row) => SortValue;
  readonly align?: 'end' | 'centre';
  /** CSS width, used by long tables. */
  readonly width?: string;
  readonly rowHeader?: boolean;
}

interface Props<Row> {
  readonly caption: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  /** Rows that stay at the end whatever the sort: totals. */
  readonly last?: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly emptyText: string;
  readonly selectedKey?: string | null;
  readonly initialSort?: { readonly key: string; readonly descending: boolean };
  readonly onRow?: (row: Row) => void;
  /** Height of the frame, CSS; the head stays in sight. */
  readonly maxHeight?: string;
  /** Height of the rows of a long table, px, where cells hold more than a line. */
  readonly rowHeight?: number;
}

const longFrom = 200;

/** A native table: sortable heads, sticky head; above 200 rows only those in sight are in the page. */
export function DataTable<Row>(props: Props<Row>) {
  const {
    caption,
    columns,
    rows,
    last,
    rowKey,
    emptyText,
    selectedKey = null,
    initialSort,
    onRow,
    maxHeight,
    rowHeight = 36,
  } = props;
  const [sort, setSort] = useState(initialSort ?? null);
  const [scrollTop, setScrollTop] = useState(0);
  const sorted = useMemo(() => {
    const by = columns.find((c) => c.key === sort?.key)?.sort;
    const ordered = by ? [...rows].sort((a, b) => compareValues(by(a), by(b), sort?.descending ?? false)) : rows;
    return last ? [...ordered, ...last] : ordered;
  }, [rows, columns, sort, last]);
  const isLong = sorted.length > longFrom;
  const view = windowOf(sorted.length, isLong ? scrollTop : null, rowHeight);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as a form
    <div
      role="group"
      className="table-frame"
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
      tabIndex={0}
      style={{ maxHeight: maxHeight ?? (isLong ? '70vh' : undefined) }}
      onScroll={isLong ? (e) => setScrollTop(Math.floor(e.currentTarget.scrollTop / rowHeight) * rowHeight) : undefined}
    >
      <table className={`table ${isLong ? 'fixed' : ''}`} aria-rowcount={isLong ? sorted.length + 1 : undefined}>
        <caption className="visually-hidden">{caption}</caption>
        <colgroup>
          {columns.map((c) => (
            <col key={c.key} style={{ width: c.width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((c) => (
              <HeadCell key={c.key} column={c} sort={sort} onSort={setSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {view.before > 0 && <Spacer columns={columns.length} height={view.before} />}
          {sorted.slice(view.start, view.end).map((row, i) => (
            <tr
              key={rowKey(row)}
              aria-rowindex={isLong ? view.start + i + 2 : undefined}
              data-selected={rowKey(row) === selectedKey || undefined}
              className={onRow ? 'clickable' : ''}
              onClick={onRow ? () => onRow(row) : undefined}
            >
              {columns.map((c) =>
                c.rowHeader ? (
                  <th key={c.key} scope="row" className={c.align ?? ''}>
                    {c.render(row)}
                  </th>
                ) : (
                  <td key={c.key} className={c.align ?? ''}>
                    {c.render(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
          {view.after > 0 && <Spacer columns={columns.length} height={view.after} />}
          {sorted.length === 0 && (
            <tr>
              <td colSpan={columns.length} className="muted">
                {emptyText}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

const Spacer = ({ columns, height }: { readonly columns: number; readonly height: number }) => (
  <tr className="spacer" aria-hidden>
    <td colSpan={columns} style={{ height }} />
  </tr>
);

interface HeadProps<Row> {
  readonly column: TableColumn<Row>;
  readonly sort: { readonly key: string; readonly descending: boolean } | null;
  readonly onSort: (sort: { readonly key: string; readonly descending: boolean }) => void;
}

function HeadCell<Row>({ column, sort, onSort }: HeadProps<Row>) {
  const isSorted = sort?.key === column.key;
  if (!column.sort) {
    return (
      <th scope="col" className={column.align ?? ''}>
        {column.label}
      </th>
    );
  }
  return (
    <th scope="col" className={column.align ?? ''} aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}>
      <Button
        className="sort-button"
        onPress={() => onSort({ key: column.key, descending: isSorted ? !sort.descending : false })}
      >
        {column.label}
        {isSorted && (sort.descending ? <ArrowDown aria-hidden /> : <ArrowUp aria-hidden />)}
      </Button>
    </th>
  );
}
