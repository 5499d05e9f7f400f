import type { ExchangeAttributes } from '../model/exchange';

type Value = ExchangeAttributes[string];

/** A column that a format declares before its values: one title has one column per type of its values. */
export interface AttributeColumn {
  readonly id: string;
  readonly title: string;
  readonly type: 'string' | 'boolean' | 'long' | 'double';
}

/** A number as text, its sign kept even when it is zero. */
export const numberText = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));

/** A value as text. */
export const valueText = (value: Value): string => (typeof value === 'number' ? numberText(value) : String(value));

const isWhole = (value: Value) => Number.isSafeInteger(value) && !Object.is(value, -0);

/** Columns for the attributes of nodes or of edges, numbers as whole ones where all are; `prefix` begins their ids. */
export function attributeColumns(all: readonly ExchangeAttributes[], prefix: string): AttributeColumn[] {
  const types = new Map<string, Map<'string' | 'boolean' | 'number', boolean>>();
  for (const attributes of all)
    for (const [title, value] of Object.entries(attributes)) {
      const known = types.get(title) ?? new Map<'string' | 'boolean' | 'number', boolean>();
      const type = typeof value as 'string' | 'boolean' | 'number';
      known.set(type, (known.get(type) ?? true) && isWhole(value));
      types.set(title, known);
    }
  return [...types]
    .flatMap(([title, known]) =>
      [...known].map(([type, areWhole]) => ({ title, type: type === 'number' ? (areWhole ? 'long' : 'double') : type }) as const),
    )
    .map((column, i) => ({ id: `${prefix}${i}`, ...column }));
}

/** The values of one node or edge, each with the id of its column. */
export function columnValues(
  attributes: ExchangeAttributes,
  columns: readonly AttributeColumn[],
): { readonly id: string; readonly value: string }[] {
  return columns.flatMap(({ id, title, type }) => {
    const value = Object.hasOwn(attributes, title) ? attributes[title] : undefined;
    const isOfColumn = typeof value === (type === 'long' || type === 'double' ? 'number' : type);
    return value === undefined || !isOfColumn ? [] : [{ id, value: valueText(value) }];
  });
}
