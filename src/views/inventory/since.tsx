import { useMemo } from 'react';
import { compareRows, type RowComparison } from '../../analysis/compareRecords';
import type { Diagnosis } from '../../document/diagnosis';
import type { FieldContext, RecordKind } from '../../panels/fieldText';
import { fieldLabel, recordName } from '../../panels/fieldWords';
import type { AnyOf } from '../../panels/recordEdits';
import { useDiagnosis, useEarlier, useText } from '../../panels/useApp';
import type { RecordColumn } from './recordColumns';

/** Records of a table against the state that the diagnosis is compared to. */
export interface Since {
  readonly name: string;
  readonly rows: RowComparison<AnyOf>;
  readonly earlier: Diagnosis;
}

/** null: nothing is compared, or another département. */
export function useSince(kind: RecordKind): Since | null {
  const earlier = useEarlier();
  const { inventory } = useDiagnosis();
  return useMemo(
    () =>
      earlier && {
        name: earlier.name,
        rows: compareRows<AnyOf>(earlier.diagnosis.inventory[kind], inventory[kind]),
        earlier: earlier.diagnosis,
      },
    [earlier, inventory, kind],
  );
}

/** Whether each row is new, changed and in what, or as it was. */
export function sinceColumn({ name, rows }: Since, { kind, text }: FieldContext): RecordColumn {
  const t = text.quality.since;
  const said = (record: AnyOf) => {
    const fields = rows.fields.get(record.id);
    if (!fields) return t.added;
    return fields.length === 0 ? t.same : t.changed(fields.map((f) => fieldLabel(kind, f, text)).join(', '));
  };
  return { key: 'since', label: t.column(name), width: 220, field: null, text: said, sortValue: said };
}

const mostNames = 8;

/** How many rows are new, changed, as they were; and which are gone, that no row can tell. */
export function SinceLine({
  since: { name, rows, earlier },
  context,
}: {
  readonly since: Since;
  readonly context: FieldContext;
}) {
  const text = useText();
  const t = text.quality.since;
  const all = [...rows.fields.values()];
  const added = all.filter((f) => f === null).length;
  const same = all.filter((f) => f?.length === 0).length;
  const names = rows.gone.slice(0, mostNames).map((r) => recordName(earlier, context.kind, r.id, text));
  const rest = rows.gone.length - names.length;
  const gone = [...names, ...(rest > 0 ? [t.more(rest)] : [])].join(', ');
  return (
    <p className="small">
      {t.counts(name, added, all.length - added - same, same, rows.gone.length)}
      {gone !== '' && t.gone(gone)}
    </p>
  );
}
