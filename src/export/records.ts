import { csvCell } from '../model/csv';
import type { Inventory } from '../model/inventory';
import { isProtectedSite } from '../model/protection';

/** A table of records as it is shown: labels of its columns, its cells, ids of its rows. */
export interface RecordTable {
  readonly kind: keyof Inventory;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly ids: readonly string[];
}

/** The CSV of RFC 4180: commas, no BOM, formulas neutralised. */
export const plainCsv = ({ head, rows }: RecordTable): string =>
  [head, ...rows].map((row) => `${row.map((cell) => csvCell(cell, ',')).join(',')}\r\n`).join('');

/** A workbook of one sheet; every cell is text, so that codes keep their zeros and none is a formula. */
export async function recordsXlsx({ head, rows }: RecordTable): Promise<Uint8Array> {
  const { utils, write } = await import('@e965/xlsx');
  const sheet = utils.aoa_to_sheet([head, ...rows].map((row) => row.map((v) => ({ t: 's', v }))));
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Maillage');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

/** Sites of a record: its own, those of its actor, or those of a scheme. */
function sitesOf({ kind }: RecordTable, { sites, schemes }: Inventory): (id: string) => Inventory['sites'] {
  if (kind === 'schemes') {
    const byId = new Map(schemes.map((s) => [s.id, s]));
    const at = new Map(sites.map((s) => [s.id, s]));
    return (id) => byId.get(id)?.siteIds.flatMap((siteId) => at.get(siteId) ?? []) ?? [];
  }
  const byKey = new Map<string, Inventory['sites'][number][]>();
  for (const site of sites) {
    const key = kind === 'sites' ? site.id : site.actorId;
    byKey.set(key, [...(byKey.get(key) ?? []), site]);
  }
  return (id) => byKey.get(id) ?? [];
}

function protectedSites({ actors, sites, schemes }: Inventory): ReadonlySet<string> {
  const byId = new Map(actors.map((a) => [a.id, a]));
  const at = new Map<string, Inventory['schemes'][number][]>();
  for (const scheme of schemes) for (const id of scheme.siteIds) at.set(id, [...(at.get(id) ?? []), scheme]);
  const isProtected = (s: Inventory['sites'][number]) => {
    const actor = byId.get(s.actorId);
    return actor !== undefined && isProtectedSite(actor, s, at.get(s.id) ?? []);
  };
  return new Set(sites.filter(isProtected).map((s) => s.id));
}

/**
 * The rows as GeoJSON (RFC 7946), one feature per row: a point, several, or no geometry. A protected place is left
 * without, unless the diagnosis shows them.
 */
export function recordsGeojson(table: RecordTable, inventory: Inventory, showsProtected: boolean): string {
  const hidden = showsProtected ? new Set<string>() : protectedSites(inventory);
  const placesOf = sitesOf(table, inventory);
  const features = table.rows.map((cells, i) => {
    const id = table.ids[i]!;
    const points = placesOf(id).flatMap((s) => (s.point && !hidden.has(s.id) ? [[s.point.lon, s.point.lat]] : []));
    const [only] = points;
    const geometry =
      points.length === 0
        ? null
        : points.length === 1
          ? { type: 'Point', coordinates: only }
          : { type: 'MultiPoint', coordinates: points };
    return {
      type: 'Feature',
      id,
      geometry,
      properties: Object.fromEntries(table.head.map((label, j) => [label, cells[j] ?? ''])),
    };
  });
  return JSON.stringify({ type: 'FeatureCollection', features });
}
