import { coreDomainIds, type DomainId } from '../model/domains';
import type { Inventory } from '../model/inventory';
import { type ActorKind, baseOf, type Nature } from '../model/lists';
import type { Commune, Territory } from '../model/territory';
import type { Analysis, ContinuityCell, ContinuityState, PlacedScheme, UnitDomain, UnitReading } from './analysis';
import { rememberLast } from './remember';
import { zoneContains } from './supply';
import type { Travel } from './travel';

/** Actors from whom a young person leaves child welfare. */
const aseKinds: readonly ActorKind[] = [
  'conseil-departemental',
  'protection-enfance',
  'mecs',
  'lieu-de-vie',
  'placement-familial',
];

/** Ties along which somebody can be handed on; funding, legal carrying, networks and boards alone are not. */
const countedNatures: readonly Nature[] = [
  'orientation',
  'convention',
  'accompagnement-conjoint',
  'reservation-places',
  'mise-a-disposition',
];

/** Actors with a counted tie in force, stated, to an actor of child welfare; the actors of child welfare are among them. */
function linkedActors({ actors, partnerships }: Inventory): { readonly linked: ReadonlySet<string>; readonly ties: number } {
  const ase = new Set(actors.filter((a) => aseKinds.includes(baseOf(a.kind))).map((a) => a.id));
  const linked = new Set<string>();
  let ties = 0;
  for (const p of partnerships) {
    if (p.status !== 'existant' || !p.stated || !countedNatures.includes(baseOf(p.nature)) || p.fromId === p.toId) continue;
    if (!ase.has(p.fromId) && !ase.has(p.toId)) continue;
    ties += 1;
    linked.add(p.fromId).add(p.toId);
  }
  return { linked, ties };
}

const linkedOf = rememberLast((_: 'linked', inventory: Inventory) => linkedActors(inventory));
const heldOf = rememberLast((domain: DomainId, placed: readonly PlacedScheme[], linked: ReadonlySet<string>) =>
  placed.filter((p) => linked.has(p.actorId) && p.domains.includes(domain)),
);
/** Minutes from each commune to each place held: thresholds move without computing them again. */
const minutesOf = rememberLast(
  (_: DomainId, held: readonly PlacedScheme[], communes: readonly Commune[], travel: Travel) =>
    new Map(communes.map((c) => [c.code, Float64Array.from(held, (p) => travel.to(c, p))])),
);

const stateOf = (reading: UnitDomain | undefined, isLinked: boolean, hasTies: boolean): ContinuityState => {
  const level = reading?.level ?? null;
  if (level === null) return 'donnees-absentes';
  // In reach at best, not at worst: unknown places leave it open.
  if (level < 2 && (reading?.range?.[1] ?? level) >= 2) return 'indetermine';
  // Level 3 for want of places is a site that is there, too small.
  if (level >= 2) return level === 3 && reading?.component !== 'suffisance' ? 'sans-offre' : 'offre-insuffisante';
  if (isLinked) return 'continue';
  return hasTies ? 'sans-lien' : 'liens-inconnus';
};

interface Input extends Pick<Analysis, 'settings' | 'domains' | 'units' | 'whole' | 'placed'> {
  readonly inventory: Inventory;
  readonly territory: Territory;
  readonly travel: Travel;
}

/**
 * For each unit and core domain, whether a chain leads from child welfare to an offer: an offer in reach (level 0 or 1)
 * and, for at least half of the young people, a place within the second threshold held by an actor that a counted tie joins
 * to child welfare. Without any such tie in the whole inventory, ties are not known rather than absent.
 */
export function readContinuity(input: Input): Analysis['continuity'] {
  const { settings, placed, inventory, territory, travel } = input;
  const { linked, ties } = linkedOf('linked', inventory);
  const communes = new Map(territory.communes.map((c) => [c.code, c]));
  const schemes = new Map(inventory.schemes.map((s) => [s.id, s]));
  const domains = coreDomainIds.filter((d) => input.domains.includes(d));
  const isOpen = (p: PlacedScheme, c: Commune) => {
    const zone = schemes.get(p.schemeId)?.zone;
    return zone === undefined || zoneContains(zone, c);
  };
  /** Places of actors joined to child welfare that a commune reaches in a domain. */
  const within = (c: Commune, domain: DomainId) => {
    const held = heldOf(domain, placed, linked);
    const minutes = minutesOf(domain, held, territory.communes, travel).get(c.code)!;
    return held.filter((p, k) => minutes[k]! <= settings.thresholds[domain][1] && isOpen(p, c));
  };
  const cell = (unit: UnitReading, domain: DomainId): ContinuityCell => {
    const reading = unit.domains[domain];
    let young = 0;
    const actorIds = new Set<string>();
    if (ties > 0)
      for (const code of unit.communeCodes) {
        const commune = communes.get(code)!;
        const reached = within(commune, domain);
        if (reached.length > 0) young += commune.young;
        for (const p of reached) actorIds.add(p.actorId);
      }
    const isLinked = actorIds.size > 0 && young * 2 >= unit.young;
    return { domain, level: reading?.level ?? null, state: stateOf(reading, isLinked, ties > 0), actorIds: [...actorIds].sort() };
  };
  const all = input.units.some((u) => u.code === input.whole.code) ? input.units : [...input.units, input.whole];
  return {
    ties,
    rows: all.map((unit) => ({ code: unit.code, name: unit.name, cells: domains.map((d) => cell(unit, d)) })),
  };
}
