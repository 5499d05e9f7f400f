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
    const fields = columns.slice(from).map((c) => c.field);
    const taken = takenIds(inventory, kind);
    const { edits, added, refused } = pasteCells({
      cells,
      rows: rows.slice(rows.findIndex((r) => r.id === row.id)),
      fields,
      context,
      taken,
      today: today(),
    });
    const [first] = refused;
    const told = first && t.refused(refused.length, t.refusedCell(first.row, fieldLabel(kind, first.field, text), first.text));
    const said = `${t.pasted(edits.length, added.length)}${told ?? ''}`;
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
