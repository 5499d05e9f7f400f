import type { DomainId } from '../model/domains';
import type { Inventory } from '../model/inventory';
import type { PlacedScheme, Totals } from './analysis';
import { type SaturationClass, saturationClasses, saturationOf } from './metrics/capacity';

const countBy = (classes: readonly SaturationClass[]) =>
  Object.fromEntries(saturationClasses.map((c) => [c, classes.filter((x) => x === c).length])) as Record<SaturationClass, number>;

/** Counts of what was recorded, placed, left aside. */
export function countTotals(inventory: Inventory, placed: readonly PlacedScheme[], domains: readonly DomainId[]): Totals {
  const placedIds = new Set(placed.map((p) => p.schemeId));
  const names = new Map(inventory.actors.map((a) => [a.id, a.name]));
  const open = inventory.schemes.filter((s) => s.closed !== true);
  const local = open.filter((s) => s.mode !== 'distance');
  return {
    actors: inventory.actors.length,
    schemes: inventory.schemes.length,
    partnerships: inventory.partnerships.length,
    placed: placedIds.size,
    withoutPosition: local.filter((s) => !placedIds.has(s.id)).length,
    withoutDomain: open.filter((s) => s.domains.length === 0).length,
    remoteOnly: open
      .filter((s) => s.mode === 'distance')
      .map((s) => ({ schemeId: s.id, name: s.name, actorName: names.get(s.actorId) ?? '', domains: s.domains })),
    closed: inventory.schemes.length - open.length,
    byDomain: Object.fromEntries(
      domains.map((d) => {
        const ofDomain = open.filter((s) => s.domains.includes(d));
        const withPlaces = ofDomain.filter((s) => s.places !== undefined);
        return [
          d,
          {
            schemes: ofDomain.length,
            placed: ofDomain.filter((s) => placedIds.has(s.id)).length,
            knownPlaces: withPlaces.reduce((sum, s) => sum + s.places!, 0),
            schemesWithPlaces: withPlaces.length,
            dedicated: ofDomain.filter((s) => s.dedication !== undefined && s.dedication !== 'droit-commun').length,
            saturation: countBy(ofDomain.map((s) => saturationOf(s.occupancy))),
          },
        ];
      }),
    ),
  };
}
