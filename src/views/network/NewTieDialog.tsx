import { useMemo, useState } from 'react';
import { FieldInput } from '../../panels/FieldInput';
import type { FieldContext } from '../../panels/fieldText';
import { fieldLabel } from '../../panels/fieldWords';
import { changesFrom, enteredRecord, fieldsOfKind, takenIds } from '../../panels/recordEdits';
import { useDiagnosis, useServices, useText } from '../../panels/useApp';
import { indexOf } from '../../state/selectors';
import { networkWords } from '../../text/network';
import { Button } from '../../ui/Button';
import { DialogBox } from '../../ui/DialogBox';

const asked = ['nature', 'intensity', 'status', 'direction', 'confirmation', 'document', 'endsOn', 'nextAction'];

interface Props {
  readonly from: string;
  readonly to: string;
  readonly onClose: () => void;
}

/** A tie that the user draws between two actors. */
export function NewTieDialog({ from, to, onClose }: Props) {
  const text = useText();
  const { dispatch, signed, today, focus } = useServices();
  const { inventory, lists } = useDiagnosis();
  const words = networkWords(text.lang);
  const { actors } = indexOf(inventory);
  const context = useMemo(
    (): FieldContext => ({ kind: 'partnerships', text, actors, communes: new Map(), lists }),
    [text, actors, lists],
  );
  const [cells, setCells] = useState<Readonly<Record<string, string>>>({});
  const fields = fieldsOfKind('partnerships').filter((f) => asked.includes(f.id));
  const names = `${actors.get(from)?.name ?? ''} – ${actors.get(to)?.name ?? ''}`;
  const add = () => {
    const filled = fields.filter((f) => (cells[f.id] ?? '') !== '');
    const values = Object.assign({}, ...filled.map((f) => changesFrom(f, cells[f.id] ?? '', context, today())));
    const record = enteredRecord('partnerships', { ...values, fromId: from, toId: to }, takenIds(inventory, 'partnerships'));
    if (!record) return;
    dispatch(
      { type: 'addRecords', inventory: { partnerships: [record as never] }, ...signed() },
      { said: text.edit.added(names) },
    );
    focus({ kind: 'tie', id: from < to ? `${from}~~${to}` : `${to}~~${from}` });
    onClose();
  };
  return (
    <DialogBox
      title={words.newTie}
      isOpen
      closeLabel={text.ui.close}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.edit.cancel}</Button>
          <Button variant="primary" onPress={add}>
            {words.newTieAdd}
          </Button>
        </>
      }
    >
      <p>{names}</p>
      {fields.map((field) => (
        <FieldInput
          key={field.id}
          label={fieldLabel('partnerships', field.id, text)}
          field={field}
          context={context}
          value={cells[field.id] ?? ''}
          onChange={(value) => setCells((c) => ({ ...c, [field.id]: value }))}
        />
      ))}
    </DialogBox>
  );
}
