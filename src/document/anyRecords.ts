import type { Inventory, Source } from '../model/inventory';

export type InventoryKind = keyof Inventory;
/** References before what refers to them. */
export const kinds = ['actors', 'sites', 'schemes', 'partnerships'] as const satisfies readonly InventoryKind[];

/** A record of any kind, its fields by name. */
export interface AnyRecord {
  readonly id: string;
  readonly source: Source;
  readonly [field: string]: unknown;
}
export type Base = Readonly<Record<string, unknown>>;
export type Bases = Map<string, Base>;

export const recordsOf = (inventory: Inventory | undefined, kind: InventoryKind): readonly AnyRecord[] =>
  (inventory?.[kind] ?? []) as readonly unknown[] as readonly AnyRecord[];
export const inventoryOf = (records: Readonly<Record<InventoryKind, readonly AnyRecord[]>>): Inventory =>
  records as unknown as Inventory;
export const byKind = <T>(make: (kind: InventoryKind) => T): Record<InventoryKind, T> => ({
  actors: make('actors'),
  sites: make('sites'),
  schemes: make('schemes'),
  partnerships: make('partnerships'),
});

export const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
export const fieldsOf = (...records: readonly Base[]): readonly string[] =>
  [...new Set(records.flatMap((r) => Object.keys(r)))].filter((field) => field !== 'id' && field !== 'source');

/** A record with some fields changed; null or undefined takes the field away. */
export function withFields(record: AnyRecord, changes: Base): AnyRecord {
  const known = Object.entries({ ...record, ...changes }).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(known) as unknown as AnyRecord;
}
