import { useState } from 'react';
import { FieldInput } from '../../panels/FieldInput';
import { type FieldContext, takes } from '../../panels/fieldText';
import { type AnyOf, changesFrom } from '../../panels/recordEdits';
import { useServices, useText } from '../../panels/useApp';
import { Button } from '../../ui/Button';
import { DialogBox } from '../../ui/DialogBox';
import { SelectField } from '../../ui/SelectField';
import type { RecordColumn } from './recordColumns';

interface Props {
  readonly records: readonly AnyOf[];
  readonly columns: readonly RecordColumn[];
  readonly context: FieldContext;
  readonly onClose: () => void;
}

/** One value for one field of every row chosen. */
export function BulkDialog({ records, columns, context, onClose }: Props) {
  const text = useText();
  const { dispatch, signed, today } = useServices();
  const [key, setKey] = useState(columns[0]?.key ?? '');
  const [value, setValue] = useState('');
  const [fault, setFault] = useState('');
  const t = text.edit;
  const column = columns.find((c) => c.key === key);
  const field = column?.field;
  const apply = () => {
    if (!field) return;
    const changes = changesFrom(field, value, context, today());
    if (changes === null) return setFault(t.notRead(column.label, value, takes(field, value, context)));
    const edits = records.map((r) => ({ id: r.id, changes }));
    dispatch({ type: 'editRecords', kind: context.kind, edits, ...signed() }, { said: t.edited(records.length) });
    onClose();
  };
  return (
    <DialogBox
      title={t.bulkTitle(records.length)}
      isOpen
      closeLabel={text.ui.close}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t.cancel}</Button>
          <Button variant="primary" onPress={apply}>
            {t.apply}
          </Button>
        </>
      }
    >
      <SelectField
        label={t.bulkField}
        options={columns.map((c) => ({ id: c.key, label: c.label }))}
        value={key}
        onChange={(id) => {
          setKey(id);
          setValue('');
          setFault('');
        }}
      />
      {field && <FieldInput key={key} label={t.bulkValue} field={field} context={context} value={value} onChange={setValue} />}
      <p className="small muted">{t.bulkEmpty}</p>
      {fault !== '' && <p role="alert">{fault}</p>}
    </DialogBox>
  );
}
