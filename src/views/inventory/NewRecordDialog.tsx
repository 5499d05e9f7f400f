import { useMemo, useState } from 'react';
import type { Actor } from '../../model/inventory';
import { FieldInput } from '../../panels/FieldInput';
import { type FieldContext, readCell, takes } from '../../panels/fieldText';
import { fieldLabel } from '../../panels/fieldWords';
import { changesFrom, enteredRecord, fieldsOfKind, takenIds } from '../../panels/recordEdits';
import { useDiagnosis, useServices, useText } from '../../panels/useApp';
import { nearActors } from '../../state/nearActors';
import { Button, LinkButton } from '../../ui/Button';
import { DialogBox } from '../../ui/DialogBox';

/** Fields asked for at once; the others are on the card. */
const asked = {
  actors: ['name', 'kind', 'acronym', 'siret', 'note'],
  sites: ['actorId', 'name', 'address', 'communeCode'],
  schemes: ['name', 'actorId', 'type', 'domains', 'publics', 'places'],
  partnerships: ['fromId', 'toId', 'nature', 'intensity', 'status', 'year', 'document'],
} as const;

const focusKind = { actors: 'actor', schemes: 'scheme' } as const;

/** A record that the user enters; an actor that looks like one already there is said before it is added. */
export function NewRecordDialog({ context, onClose }: { readonly context: FieldContext; readonly onClose: () => void }) {
  const { kind } = context;
  const text = useText();
  const { dispatch, signed, today, focus } = useServices();
  const { inventory } = useDiagnosis();
  const [cells, setCells] = useState<Readonly<Record<string, string>>>({});
  const [fault, setFault] = useState('');
  const t = text.edit;
  const fields = fieldsOfKind(kind).filter((f) => (asked[kind] as readonly string[]).includes(f.id));
  const add = () => {
    const filled = fields.filter((f) => (cells[f.id] ?? '') !== '' || (f.required && f.type !== 'term'));
    const unread = filled.find((f) => !readCell(f, cells[f.id] ?? '', context).ok);
    if (unread) {
      const cell = cells[unread.id] ?? '';
      return setFault(t.notRead(fieldLabel(kind, unread.id, text), cell, takes(unread, cell, context)));
    }
    const values = Object.assign({}, ...filled.map((f) => changesFrom(f, cells[f.id] ?? '', context, today())));
    const record = enteredRecord(kind, values, takenIds(inventory, kind));
    if (!record) return;
    const name = 'name' in record && record.name ? record.name : t.kinds[kind];
    dispatch({ type: 'addRecords', inventory: { [kind]: [record] }, ...signed() }, { said: t.added(name) });
    if (kind === 'actors' || kind === 'schemes') focus({ kind: focusKind[kind], id: record.id });
    onClose();
  };
  return (
    <DialogBox
      title={t.add[kind]}
      isOpen
      closeLabel={text.ui.close}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t.cancel}</Button>
          <Button variant="primary" onPress={add}>
            {t.add[kind]}
          </Button>
        </>
      }
    >
      {fields.map((field) => (
        <FieldInput
          key={field.id}
          label={fieldLabel(kind, field.id, text)}
          field={field}
          context={context}
          value={cells[field.id] ?? ''}
          onChange={(value) => setCells((c) => ({ ...c, [field.id]: value }))}
        />
      ))}
      {kind === 'actors' && <NearActors name={cells['name'] ?? ''} siret={cells['siret'] ?? ''} onOpen={onClose} />}
      {fault !== '' && <p role="alert">{fault}</p>}
    </DialogBox>
  );
}

function NearActors({ name, siret, onOpen }: { readonly name: string; readonly siret: string; readonly onOpen: () => void }) {
  const text = useText();
  const { focus } = useServices();
  const { inventory } = useDiagnosis();
  const near = useMemo((): readonly Actor[] => nearActors({ name, siret }, inventory), [name, siret, inventory]);
  if (near.length === 0) return null;
  return (
    <div className="notice" role="status">
      <p>{text.edit.near}</p>
      <ul>
        {near.map((a) => (
          <li key={a.id}>
            <LinkButton
              onPress={() => {
                focus({ kind: 'actor', id: a.id });
                onOpen();
              }}
            >
              {text.edit.nearUse(a.name)}
            </LinkButton>
          </li>
        ))}
      </ul>
    </div>
  );
}
