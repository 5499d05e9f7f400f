import type { AnyRecord, InventoryKind } from './anyRecords';

/** Records without those whose actor is gone; sites that are gone leave their schemes. */
export function withoutOrphans(
  records: Readonly<Record<InventoryKind, readonly AnyRecord[]>>,
): Record<InventoryKind, readonly AnyRecord[]> {
  const actors = new Set(records.actors.map((r) => r.id));
  const isHeld = (r: AnyRecord) => ['actorId', 'fromId', 'toId'].every((f) => r[f] === undefined || actors.has(String(r[f])));
  const sites = records.sites.filter(isHeld);
  const places = new Set(sites.map((s) => s.id));
  const schemes = records.schemes.filter(isHeld).map((s) => {
    const at = s['siteIds'] as readonly string[];
    return at.every((id) => places.has(id)) ? s : { ...s, siteIds: at.filter((id) => places.has(id)) };
  });
  return { actors: records.actors, sites, schemes, partnerships: records.partnerships.filter(isHeld) };
}
