import { cellText, type FieldContext, takes } from '../../panels/fieldText';
import { fieldLabel } from '../../panels/fieldWords';
import { type AnyOf, changesFrom, fieldsOfKind, pasteCells, takenIds } from '../../panels/recordEdits';
import { useDiagnosis, useServices } from '../../panels/useApp';
import type { RecordColumn } from './recordColumns';

interface Input {
  readonly context: FieldContext;
  readonly rows: readonly AnyOf[];
  readonly columns: readonly RecordColumn[];
}

interface PastedAt {
  readonly columns: readonly RecordColumn[];
  readonly rows: readonly AnyOf[];
  readonly cells: readonly (readonly string[])[];
}

/** Columns that a paste would change but that are read from other records; cells copied from the same table say nothing new. */
const readOnlyPasted = ({ columns, rows, cells }: PastedAt): readonly string[] =>
  columns.flatMap((column, j) => {
    const isNew = (line: readonly string[], i: number) => {
      const [row, cell] = [rows[i], line[j]?.trim() ?? ''];
      return row !== undefined && cell !== '' && cell !== column.text(row);
    };
    return column.field === null && cells.some(isNew) ? [column.label] : [];
  });

/** What typing and pasting in a table of records do to the diagnosis, each one step that can be undone. */
export function useRecordEdits({ context, rows, columns }: Input) {
  const { dispatch, dispatchAll, signed, say, today } = useServices();
  const { inventory } = useDiagnosis();
  const { kind, text } = context;
  const t = text.edit;
  const edit = (row: AnyOf, key: string, typed: string) => {
    const field = fieldsOfKind(kind).find((f) => f.id === key);
    if (!field || cellText(field, (row as unknown as Record<string, unknown>)[key], context) === typed.trim()) return;
    const changes = changesFrom(field, typed, context, today());
    if (changes === null) return say(t.notRead(fieldLabel(kind, key, text), typed, takes(field, typed, context)));
    dispatch({ type: 'editRecords', kind, edits: [{ id: row.id, changes }], ...signed() });
  };
  const paste = (row: AnyOf, key: string, cells: readonly (readonly string[])[]) => {
    const from = columns.findIndex((c) => c.key === key);
    const at = { cells, rows: rows.slice(rows.findIndex((r) => r.id === row.id)), columns: columns.slice(from) };
    const fields = at.columns.map((c) => c.field);
    const taken = takenIds(inventory, kind);
    const { edits, added, refused } = pasteCells({ ...at, fields, context, taken, today: today() });
    const readOnly = readOnlyPasted(at);
    const [first] = refused;
    const told = first && t.refused(refused.length, t.refusedCell(first.row, fieldLabel(kind, first.field, text), first.text));
    const left = readOnly.length > 0 ? t.readOnly(readOnly.join(', ')) : '';
    const said = `${t.pasted(edits.length, added.length)}${told ?? ''}${left}`;
    if (edits.length + added.length === 0) return say(said);
    dispatchAll(
      [
        ...(edits.length > 0 ? [{ type: 'editRecords' as const, kind, edits, ...signed() }] : []),
        ...(added.length > 0 ? [{ type: 'addRecords' as const, inventory: { [kind]: added }, ...signed() }] : []),
      ],
      said,
    );
  };
  return { edit, paste };
}
