import { useMemo, useState } from 'react';
import type { Partnership } from '../../model/inventory';
import { indexOf } from '../../state/selectors';
import { networkWords } from '../../text/network';
import { Button } from '../../ui/Button';
import { DialogBox } from '../../ui/DialogBox';
import { FieldInput } from '../FieldInput';
import { type FieldContext, readCell, takes } from '../fieldText';
import { fieldLabel } from '../fieldWords';
import { changesFrom, enteredRecord, fieldsOfKind, takenIds } from '../recordEdits';
import { useDiagnosis, useServices, useText } from '../useApp';

const asked = ['nature', 'intensity', 'status', 'direction', 'confirmation', 'document', 'endsOn', 'nextAction'];

interface Props {
  readonly from: string;
  /** Nothing: it is to be chosen. */
  readonly to: string | null;
  /** What is filled in already, as it would be typed. */
  readonly preset?: Readonly<Record<string, string>>;
  readonly onClose: () => void;
}

/** A tie that the user draws between two actors. */
export default function NewTieDialog({ from, to, preset = {}, onClose }: Props) {
  const text = useText();
  const { dispatch, signed, today, focus } = useServices();
  const { inventory, lists } = useDiagnosis();
  const words = networkWords(text.lang);
  const { actors } = indexOf(inventory);
  const context = useMemo(
    (): FieldContext => ({ kind: 'partnerships', text, actors, communes: new Map(), lists }),
    [text, actors, lists],
  );
  const [cells, setCells] = useState<Readonly<Record<string, string>>>(preset);
  const fields = fieldsOfKind('partnerships').filter((f) => asked.includes(f.id) || (f.id === 'toId' && to === null));
  const [fault, setFault] = useState('');
  const nameOf = (id: string) => actors.get(id)?.name ?? '';
  const add = () => {
    const filled = fields.filter((f) => (cells[f.id] ?? '') !== '');
    const unread = filled.find((f) => !readCell(f, cells[f.id] ?? '', context).ok);
    if (unread) {
      const cell = cells[unread.id] ?? '';
      return setFault(text.edit.notRead(fieldLabel('partnerships', unread.id, text), cell, takes(unread, cell, context)));
    }
    const values = Object.assign({}, ...filled.map((f) => changesFrom(f, cells[f.id] ?? '', context, today())));
    const ends = { fromId: from, toId: to ?? values['toId'] };
    if (!ends.toId || ends.toId === from) return setFault(words.newTieNeeds);
    const record = enteredRecord('partnerships', { ...values, ...ends }, takenIds(inventory, 'partnerships'));
    if (!record) return;
    const said = text.edit.added(`${nameOf(from)} – ${nameOf(ends.toId)}`);
    dispatch({ type: 'addRecords', inventory: { partnerships: [record as Partnership] }, ...signed() }, { said });
    focus({ kind: 'tie', id: [from, ends.toId].sort().join('~~') });
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
      <p>{to === null ? nameOf(from) : `${nameOf(from)} – ${nameOf(to)}`}</p>
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
      {fault !== '' && <p role="alert">{fault}</p>}
    </DialogBox>
  );
}
