import type { RecordEdit } from '../document/edits';
import { type Field, recordFields } from '../model/fields';
import { idOf } from '../model/identity';
import type { Actor, Inventory, Partnership, Scheme, Site } from '../model/inventory';
import { normalise } from '../model/words';
import { cellText, type FieldContext, type RecordKind, readCell } from './fieldText';

export type AnyOf = Actor | Site | Scheme | Partnership;

/** A cell that could not be read: its row among those pasted, from 1. */
export interface RefusedCell {
  readonly row: number;
  readonly field: string;
  readonly text: string;
}

export const fieldsOfKind = (kind: RecordKind): readonly Field[] => recordFields[kind];

/** What goes with a field: the name of a commune with its code, the day of a verification with its state. */
function withCompanions(field: Field, value: unknown, context: FieldContext, today: string): Record<string, unknown> {
  if (field.type === 'commune') {
    const commune = context.communes.get(String(value));
    // What was placed elsewhere is no longer known to be there.
    return {
      communeCode: value,
      communeName: commune?.name ?? null,
      precision: commune ? 'commune' : 'inconnue',
      point: commune ? { lon: commune.lon, lat: commune.lat } : null,
    };
  }
  if (field.id === 'verification') return { verification: value, verifiedOn: value === 'verifie' ? today : null };
  return { [field.id]: value };
}

/** The changes that a cell makes to a record; null: the cell could not be read. */
export function changesFrom(field: Field, text: string, context: FieldContext, today: string): Record<string, unknown> | null {
  const cell = readCell(field, text, context);
  return cell.ok ? withCompanions(field, cell.value, context, today) : null;
}

const sourceOfEntered = { file: '', row: 0 };
const letters = { actors: 'a', sites: 's', schemes: 'd', partnerships: 'p' } as const;

/**
 * Id of a record that the user enters: derived from what it is, so that two people who enter the same meet; `taken`:
 * ids that are used already.
 */
export function enteredId(kind: RecordKind, fields: Readonly<Record<string, unknown>>, taken: ReadonlySet<string>): string {
  const keys =
    kind === 'actors'
      ? ['name', 'siren', 'siret']
      : ['name', 'actorId', 'address', 'communeCode', 'fromId', 'toId', 'nature', 'year'];
  const key = keys.map((k) => normalise(String(fields[k] ?? ''))).join('|');
  let nth = 0;
  while (taken.has(idOf(letters[kind], `saisie|${key}|${nth}`))) nth++;
  return idOf(letters[kind], `saisie|${key}|${nth}`);
}

const defaults: Readonly<Record<RecordKind, Readonly<Record<string, unknown>>>> = {
  actors: { kind: 'autre', verification: 'a-verifier' },
  sites: { precision: 'inconnue' },
  schemes: { siteIds: [], domains: [], needs: [], verification: 'a-verifier' },
  partnerships: { nature: 'autre', status: 'existant', stated: true },
};

/** A record that the user enters, with the values given; null where one that it needs is missing. */
export function enteredRecord(
  kind: RecordKind,
  fields: Readonly<Record<string, unknown>>,
  taken: ReadonlySet<string>,
): AnyOf | null {
  const known = Object.fromEntries(
    Object.entries({ ...defaults[kind], ...fields }).filter(([, v]) => v !== null && v !== undefined),
  );
  if (fieldsOfKind(kind).some((f) => f.required && (known[f.id] === undefined || known[f.id] === ''))) return null;
  return { id: enteredId(kind, known, taken), ...known, source: sourceOfEntered } as unknown as AnyOf;
}

export interface Pasted {
  readonly edits: readonly RecordEdit[];
  readonly added: readonly AnyOf[];
  readonly refused: readonly RefusedCell[];
}

interface PasteInput {
  readonly cells: readonly (readonly string[])[];
  /** Rows in the order shown, from the one that the paste begins at. */
  readonly rows: readonly AnyOf[];
  /** Columns shown, from the one that it begins at; null: one that cannot be edited. */
  readonly fields: readonly (Field | null)[];
  readonly context: FieldContext;
  readonly taken: ReadonlySet<string>;
  readonly today: string;
}

/** What pasted cells change: rows that are there are edited, the others become new records where they have what one needs. */
export function pasteCells({ cells, rows, fields, context, taken, today }: PasteInput): Pasted {
  const refused: RefusedCell[] = [];
  const edits: RecordEdit[] = [];
  const added: AnyOf[] = [];
  const used = new Set(taken);
  cells.forEach((line, i) => {
    const record = rows[i];
    const changes: Record<string, unknown> = {};
    const faults: RefusedCell[] = [];
    line.forEach((text, j) => {
      const field = fields[j];
      if (!field) return;
      const read = changesFrom(field, text, context, today);
      if (read === null) faults.push({ row: i + 1, field: field.id, text });
      else if (!record || cellText(field, (record as unknown as Record<string, unknown>)[field.id], context) !== text.trim())
        Object.assign(changes, read);
    });
    if (record) {
      refused.push(...faults);
      if (Object.keys(changes).length > 0) edits.push({ id: record.id, changes });
      return;
    }
    const entered = enteredRecord(context.kind, changes, used);
    // A required cell left empty is told once, by the row.
    refused.push(
      ...(entered
        ? faults.filter((f) => f.text.trim() !== '')
        : [{ row: i + 1, field: fields[0]?.id ?? '', text: line.join(' ; ') }]),
    );
    if (!entered) return;
    used.add(entered.id);
    added.push(entered);
  });
  return { edits, added, refused };
}

/** Copies of records under a name that says so, without what tells where they come from. */
export function duplicatesOf(
  kind: RecordKind,
  records: readonly AnyOf[],
  nameOf: (name: string) => string,
  taken: ReadonlySet<string>,
): readonly AnyOf[] {
  const used = new Set(taken);
  return records.flatMap((record) => {
    const { id: _, source: __, ...fields } = record as unknown as Record<string, unknown>;
    const name = typeof fields['name'] === 'string' ? { name: nameOf(fields['name']) } : {};
    const copy = enteredRecord(kind, { ...fields, ...name }, used);
    if (copy) used.add(copy.id);
    return copy ? [copy] : [];
  });
}

/** Ids of every record of a kind. */
export const takenIds = (inventory: Inventory, kind: RecordKind): ReadonlySet<string> =>
  new Set((inventory[kind] as readonly { readonly id: string }[]).map((r) => r.id));
