import { CircleCheck, Pencil } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Change, Diagnosis } from '../../document/diagnosis';
import { completenessOf, type Field } from '../../model/fields';
import { formatDate } from '../../text/format';
import type { Text } from '../../text/fr';
import { Button } from '../../ui/Button';
import { FieldInput } from '../FieldInput';
import { cellText, type FieldContext, type RecordKind, takes } from '../fieldText';
import { fieldLabel } from '../fieldWords';
import { type AnyOf, changesFrom, fieldsOfKind } from '../recordEdits';
import { useServices, useText } from '../useApp';
import { useFieldContext } from '../useFieldContext';
import { sourceText } from '../words';
import { Facts } from './Facts';

interface Props {
  readonly kind: RecordKind;
  readonly record: AnyOf;
  readonly diagnosis: Diagnosis;
  /** Facts that are read rather than entered, before the others. */
  readonly before?: readonly (readonly [string, ReactNode])[];
  /** Fields that the card shows otherwise. */
  readonly without?: readonly string[];
}

const fieldValue = (record: AnyOf, id: string): unknown => (record as unknown as Readonly<Record<string, unknown>>)[id];

/** What was done to a record, oldest first. */
const changesOf = ({ changes = [] }: Diagnosis, kind: RecordKind, id: string): readonly Change[] =>
  changes.filter((c) => c.kind === kind && c.id === id);

/** Every field of a record with who said it; they are edited here, one after the other, each a step that can be undone. */
export default function RecordSheet({ kind, record, diagnosis, before = [], without = [] }: Props) {
  const text = useText();
  const { dispatch, signed, today } = useServices();
  const [isEditing, setEditing] = useState(false);
  const context = useFieldContext(kind);
  const changes = changesOf(diagnosis, kind, record.id);
  const fields = fieldsOfKind(kind).filter((f) => !without.includes(f.id));
  // The title says these.
  const told = fields.filter((f) => f.id !== 'name' && f.id !== 'kind' && f.id !== 'actorId');
  const t = text.edit;
  const verify = () =>
    dispatch(
      {
        type: 'editRecords',
        kind,
        edits: [{ id: record.id, changes: { verification: 'verifie', verifiedOn: today() } }],
        ...signed(),
      },
      { said: t.edited(1) },
    );
  return (
    <>
      <div className="card-actions">
        <Button icon={<Pencil aria-hidden />} onPress={() => setEditing(!isEditing)}>
          {isEditing ? t.done : t.edit}
        </Button>
        {(kind === 'actors' || kind === 'schemes') && (
          <Button icon={<CircleCheck aria-hidden />} onPress={verify}>
            {t.markVerified}
          </Button>
        )}
      </div>
      {isEditing ? (
        <div className="record-form">
          {fields.map((field) => (
            <FieldRow
              key={`${record.id}:${field.id}`}
              field={field}
              record={record}
              context={context}
              said={saidOf(field, record, context, diagnosis, changes)}
            />
          ))}
        </div>
      ) : (
        <Facts facts={[...before, ...told.map((f) => factOf(f, record, context, changes))]} />
      )}
      <Completeness kind={kind} record={record} />
      <History changes={changes} context={context} />
    </>
  );
}

/** A field as a fact; one that was changed says so. */
function factOf(field: Field, record: AnyOf, context: FieldContext, changes: readonly Change[]): readonly [string, ReactNode] {
  const { text, kind } = context;
  const words = cellText(field, fieldValue(record, field.id), context);
  const isChanged = changes.some((c) => c.field === field.id);
  const shown = field.id === 'links' ? <Links links={words} /> : words;
  return [
    fieldLabel(kind, field.id, text),
    words === '' ? null : isChanged ? (
      <>
        {shown} <span className="small muted">({text.edit.entered})</span>
      </>
    ) : (
      shown
    ),
  ];
}

/** Documents: addresses are links, opened by the user in another tab. */
function Links({ links }: { readonly links: string }) {
  return (
    <ul>
      {links.split(' ; ').map((link) => (
        <li key={link}>
          {/^https?:\/\//.test(link) ? (
            <a href={link} target="_blank" rel="noreferrer noopener">
              {link}
            </a>
          ) : (
            link
          )}
        </li>
      ))}
    </ul>
  );
}

const dayOf = (on: string, text: Text): string => formatDate(on.slice(0, 10), text.lang);

function changeText(change: Change, context: FieldContext): string {
  const { text, kind } = context;
  const field = fieldsOfKind(kind).find((f) => f.id === change.field);
  const words = (value: unknown) => (field ? cellText(field, value, context) : '') || text.edit.noValue;
  return text.edit.changed(dayOf(change.on, text), change.by ?? '', words(change.before));
}

/** Who says what a field holds: the user since a day, or the file and its row; and what the source says else. */
function saidOf(field: Field, record: AnyOf, context: FieldContext, diagnosis: Diagnosis, changes: readonly Change[]): string {
  const { text, kind } = context;
  const last = changes.findLast((c) => c.field === field.id);
  if (!last) return fieldValue(record, field.id) === undefined ? '' : text.edit.saidBy(sourceText(record.source, text));
  const base = diagnosis.imported?.[kind]?.[record.id];
  const stated = base && Object.hasOwn(base, field.id) ? cellText(field, base[field.id], context) : '';
  return [changeText(last, context), ...(stated === '' ? [] : [text.edit.sourceSays(stated)])].join(' ; ');
}

interface RowProps {
  readonly field: Field;
  readonly record: AnyOf;
  readonly context: FieldContext;
  readonly said: string;
}

/** A choice is written at once; a text when one leaves it. */
const atOnce: ReadonlySet<Field['type']> = new Set(['term', 'terms', 'yes-no']);

function FieldRow({ field, record, context, said }: RowProps) {
  const { dispatch, signed, today } = useServices();
  const present = cellText(field, fieldValue(record, field.id), context);
  const [typed, setTyped] = useState<string | null>(null);
  const [fault, setFault] = useState('');
  const { text, kind } = context;
  const label = fieldLabel(kind, field.id, text);
  const write = (cell: string) => {
    if (cell.trim() === present) return setTyped(null);
    const changes = changesFrom(field, cell, context, today());
    if (changes === null) return setFault(text.edit.notRead(label, cell, takes(field, cell, context)));
    setFault('');
    setTyped(null);
    dispatch({ type: 'editRecords', kind, edits: [{ id: record.id, changes }], ...signed() });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a text is written when the keyboard leaves its control
    <div
      onBlur={(e) => {
        if (typed !== null && !e.currentTarget.contains(e.relatedTarget)) write(typed);
      }}
    >
      <FieldInput
        label={label}
        field={field}
        context={context}
        value={typed ?? present}
        onChange={(value) => (atOnce.has(field.type) ? write(value) : setTyped(value))}
      />
      {fault !== '' && (
        <p className="small" role="alert">
          {fault}
        </p>
      )}
      {said !== '' && <p className="small muted">{said}</p>}
    </div>
  );
}

function Completeness({ kind, record }: Pick<Props, 'kind' | 'record'>) {
  const text = useText();
  const missing = fieldsOfKind(kind).filter((f) => {
    const value = fieldValue(record, f.id);
    return f.expected && (value === undefined || (Array.isArray(value) && value.length === 0));
  });
  const percent = String(Math.round(100 * completenessOf(kind, record)));
  return (
    <p className="small muted">
      {text.edit.completeness(percent)}
      {missing.length > 0 && ` – ${text.edit.missing(missing.map((f) => fieldLabel(kind, f.id, text)).join(', '))}`}
    </p>
  );
}

function History({ changes, context }: { readonly changes: readonly Change[]; readonly context: FieldContext }) {
  const { text, kind } = context;
  if (changes.length === 0) return null;
  return (
    <details className="card-part">
      <summary>{text.edit.history}</summary>
      <ol className="small">
        {changes.toReversed().map((c, i) => (
          <li key={changes.length - i}>
            {c.field === undefined
              ? text.edit.recordAdded(dayOf(c.on, text), c.by ?? '')
              : `${fieldLabel(kind, c.field, text)} : ${changeText(c, context)}`}
          </li>
        ))}
      </ol>
    </details>
  );
}
