import { useMemo, useState } from 'react';
import type { Actor } from '../model/inventory';
import { nearActors } from '../state/nearActors';
import type { Focus } from '../state/view';
import { Button, LinkButton } from '../ui/Button';
import { DialogBox } from '../ui/DialogBox';
import { FieldInput } from './FieldInput';
import { cellText, type FieldContext, readCell, takes } from './fieldText';
import { fieldLabel } from './fieldWords';
import { type AnyOf, changesFrom, enteredRecord, fieldsOfKind, takenIds } from './recordEdits';
import { useDiagnosis, useServices, useText } from './useApp';

/** Fields asked for at once; the others are on the card. */
const asked = {
  actors: ['name', 'kind', 'acronym', 'siret', 'note'],
  sites: ['actorId', 'name', 'address', 'communeCode'],
  schemes: ['name', 'actorId', 'type', 'domains', 'publics', 'places'],
  partnerships: [
    ...(['fromId', 'toId', 'nature', 'intensity', 'status', 'direction', 'confirmation', 'year', 'document'] as const),
    ...(['endsOn', 'nextAction', 'nextActionOn'] as const),
  ],
} as const;

/** What the card shows of a record that was added; a site has none of its own. */
function focusOf(record: AnyOf): Focus | null {
  if ('fromId' in record) return { kind: 'tie', id: [record.fromId, record.toId].sort().join('~~') };
  if ('siteIds' in record) return { kind: 'scheme', id: record.id };
  return 'actorId' in record ? null : { kind: 'actor', id: record.id };
}

/** A tie by its two actors, a site by its name or its place. */
function calledIn(record: AnyOf, { actors }: FieldContext): string {
  const nameOf = (id: string) => actors.get(id)?.name ?? id;
  if ('fromId' in record) return `${nameOf(record.fromId)} – ${nameOf(record.toId)}`;
  if (record.name) return record.name;
  return 'address' in record || 'communeName' in record ? (record.address ?? record.communeName ?? '') : '';
}

interface Props {
  readonly context: FieldContext;
  /** What is known already, and not asked again. */
  readonly given?: Readonly<Record<string, unknown>>;
  /** What is proposed, as it would be typed. */
  readonly preset?: Readonly<Record<string, string>>;
  readonly onClose: () => void;
}

/** A record that the user enters; an actor that looks like one already there is said before it is added. */
export function NewRecordDialog({ context, given = {}, preset = {}, onClose }: Props) {
  const { kind } = context;
  const text = useText();
  const { dispatch, signed, today, focus } = useServices();
  const { inventory } = useDiagnosis();
  const [cells, setCells] = useState<Readonly<Record<string, string>>>(preset);
  const [fault, setFault] = useState('');
  const t = text.edit;
  const offered = fieldsOfKind(kind).filter((f) => (asked[kind] as readonly string[]).includes(f.id));
  const fields = offered.filter((f) => given[f.id] === undefined);
  const add = () => {
    const filled = fields.filter((f) => (cells[f.id] ?? '') !== '' || (f.required && f.type !== 'term'));
    const unread = filled.find((f) => !readCell(f, cells[f.id] ?? '', context).ok);
    if (unread) {
      const cell = cells[unread.id] ?? '';
      return setFault(t.notRead(fieldLabel(kind, unread.id, text), cell, takes(unread, cell, context)));
    }
    const values = Object.assign({}, given, ...filled.map((f) => changesFrom(f, cells[f.id] ?? '', context, today())));
    if (values['fromId'] !== undefined && values['fromId'] === values['toId']) return setFault(t.twoActors);
    const record = enteredRecord(kind, values, takenIds(inventory, kind));
    if (!record) return;
    dispatch({ type: 'addRecords', inventory: { [kind]: [record] }, ...signed() }, { said: t.added(calledIn(record, context)) });
    const shown = focusOf(record);
    if (shown) focus(shown);
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
      {offered
        .filter((f) => given[f.id] !== undefined)
        .map((f) => (
          <p key={f.id} className="muted">
            {t.given(fieldLabel(kind, f.id, text), cellText(f, given[f.id], context))}
          </p>
        ))}
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
