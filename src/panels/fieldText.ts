import type { ReferenceLists } from '../document/diagnosis';
import type { Field } from '../model/fields';
import type { Actor } from '../model/inventory';
import type { Commune } from '../model/territory';
import { parseCount, parseDate, parseList, parseNumber, parseYear, parseYesNo } from '../model/values';
import { normalise } from '../model/words';
import { listOfField, proposedTerms } from '../state/listTerms';
import type { Text } from '../text/fr';
import { listOf } from './fieldWords';

export type RecordKind = 'actors' | 'sites' | 'schemes' | 'partnerships';

/** What values of fields are written with, and read back by. */
export interface FieldContext {
  readonly kind: RecordKind;
  readonly text: Text;
  readonly actors: ReadonlyMap<string, Actor>;
  readonly communes: ReadonlyMap<string, Commune>;
  /** What the user changed of the reference lists. */
  readonly lists: ReferenceLists | undefined;
}

/** A value read; null: the cell is empty, and the field not known. */
export type CellReading = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

const refused: CellReading = { ok: false };
const read = (value: unknown): CellReading => (value === null || value === undefined ? refused : { ok: true, value });

const labelOf = (field: Field, id: string, { kind, text }: FieldContext): string => listOf(kind, field.id, text)?.[id] ?? id;

/** A number as a spreadsheet of the language reads it: no grouping. */
const numberText = (value: number, { text }: FieldContext): string =>
  String(Math.round(value * 1e6) / 1e6).replace('.', text.lang === 'fr' ? ',' : '.');

function dayText(value: string, { text }: FieldContext): string {
  const [, y, m, d] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  return d && text.lang === 'fr' ? `${d}/${m}/${y}` : value;
}

/** A value as it is shown, copied and pasted; '' where it is not known. */
export function cellText(field: Field, value: unknown, context: FieldContext): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map((v) => labelOf(field, String(v), context)).join(' ; ');
  switch (field.type) {
    case 'share':
      return `${numberText(100 * Number(value), context)} %`;
    case 'count':
      return numberText(Number(value), context);
    case 'date':
      return dayText(String(value), context);
    case 'yes-no':
      return value === true ? context.text.import.update.yes : context.text.import.update.no;
    case 'term':
      return labelOf(field, String(value), context);
    case 'actor':
      return context.actors.get(String(value))?.name ?? String(value);
    case 'commune':
      return context.communes.get(String(value))?.name ?? String(value);
    default:
      return String(value);
  }
}

/** Ids that a field may take: those of its list, with the user's own. */
export function termsOf(field: Field, { lists }: Pick<FieldContext, 'lists'>): readonly string[] {
  const list = listOfField(field.id);
  return list && field.terms ? proposedTerms(list, lists) : (field.terms ?? []);
}

/** Words proposed for a field of free text. */
export const proposedWords = (field: Field, { lists, text }: FieldContext): readonly string[] =>
  field.proposes
    ? proposedTerms('types', lists).map((id) => (text.model.schemeTypes as Readonly<Record<string, string>>)[id] ?? id)
    : [];

/** The id of a closed list that a word stands for: its label or itself, whatever its accents and case; null: none. */
function termOf(field: Field, word: string, context: FieldContext): string | null {
  const wanted = normalise(word);
  const ids = [...termsOf(field, context), ...(field.terms ?? [])];
  return ids.find((id) => normalise(id) === wanted || normalise(labelOf(field, id, context)) === wanted) ?? null;
}

function listRead(field: Field, cell: string, context: FieldContext): CellReading {
  const words = parseList(cell, 'point-virgule');
  if (field.type === 'texts') return { ok: true, value: words };
  // Labels of domains hold commas: a list with commas is parted so only where it is not read otherwise.
  for (const parts of [words, parseList(cell)]) {
    const ids = parts.map((w) => termOf(field, w, context));
    if (ids.every((id) => id !== null))
      return { ok: true, value: [...new Set([...field.terms!, ...termsOf(field, context)])].filter((id) => ids.includes(id)) };
  }
  return refused;
}

/** One record whose name or code is the word; refused where none is, or several are. */
function only<T>(all: readonly T[], keysOf: (one: T) => readonly string[], idOf: (one: T) => string, word: string): CellReading {
  const wanted = normalise(word);
  const found = all.filter((one) => keysOf(one).some((key) => normalise(key) === wanted));
  return found.length === 1 ? read(idOf(found[0]!)) : refused;
}

/** What a cell says: typed, or pasted from a spreadsheet. An empty cell of a required field is refused. */
export function readCell(field: Field, raw: string, context: FieldContext): CellReading {
  const cell = raw.trim();
  if (cell === '') return field.required ? refused : { ok: true, value: emptyOf(field) };
  switch (field.type) {
    case 'count':
      return read(parseCount(cell));
    case 'year':
      return read(parseYear(cell));
    case 'share': {
      const value = parseNumber(cell);
      return value === null || value < 0 ? refused : { ok: true, value: value / 100 };
    }
    case 'date':
      return read(parseDate(cell));
    case 'yes-no':
      return read(parseYesNo(cell));
    case 'term': {
      const id = termOf(field, cell, context);
      return read(id !== null && field.id === 'intensity' ? Number(id) : id);
    }
    case 'terms':
    case 'texts':
      return listRead(field, cell, context);
    case 'actor':
      return only(
        [...context.actors.values()],
        (a) => [a.id, a.name, ...(a.acronym ? [a.acronym] : [])],
        (a) => a.id,
        cell,
      );
    case 'commune':
      return only(
        [...context.communes.values()],
        (c) => [c.code, c.name],
        (c) => c.code,
        cell,
      );
    default:
      return { ok: true, value: cell };
  }
}

/** A list that every scheme has is emptied; another is taken away. */
const emptyOf = (field: Field): readonly string[] | null => (field.id === 'domains' || field.id === 'needs' ? [] : null);

/** What a field takes, in words, where a cell could not be read. */
export const takes = (field: Field, cell: string, { text }: FieldContext): string =>
  (cell.trim() === '' ? undefined : text.edit.invalid[field.type]) ?? text.edit.invalid['text'] ?? '';
