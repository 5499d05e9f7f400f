import type { CensusEntry } from '../document/diagnosis';
import type { Actor, Inventory, Partnership, Scheme, Site } from '../model/inventory';
import { normalise } from '../model/words';

/** Records being gathered, with the indexes by which rows of one or several files meet the same actor. */
export class Draft {
  readonly actors = new Map<string, Actor>();
  readonly sites = new Map<string, Site>();
  readonly schemes = new Map<string, Scheme>();
  readonly partnerships = new Map<string, Partnership>();
  readonly census = new Map<string, CensusEntry>();
  private readonly bySiren = new Map<string, Set<string>>();
  private readonly byName = new Map<string, Set<string>>();
  private readonly sitesOf = new Map<string, Set<string>>();
  private readonly known: ReadonlyMap<string, Actor>;

  /** `existing`: what the diagnosis already holds; it can be pointed at but is not part of the result. */
  constructor(existing: Inventory) {
    this.known = new Map(existing.actors.map((a) => [a.id, a]));
    for (const actor of existing.actors) this.index(actor);
    for (const site of existing.sites) this.indexSite(site);
  }

  private index(actor: Actor): void {
    const siren = actor.siren ?? actor.siret?.slice(0, 9);
    if (siren) this.bySiren.set(siren, (this.bySiren.get(siren) ?? new Set()).add(actor.id));
    const name = normalise(actor.name);
    this.byName.set(name, (this.byName.get(name) ?? new Set()).add(actor.id));
  }

  private indexSite(site: Site): void {
    this.sitesOf.set(site.actorId, (this.sitesOf.get(site.actorId) ?? new Set()).add(site.id));
  }

  findActor(id: string): Actor | null {
    return this.actors.get(id) ?? this.known.get(id) ?? null;
  }

  /** The one actor of that SIREN, else the one of exactly that name; null when none or several. */
  findActorLike(siren: string | undefined, name: string): Actor | null {
    const ids = (siren ? this.bySiren.get(siren) : undefined) ?? (name === '' ? undefined : this.byName.get(normalise(name)));
    return ids?.size === 1 ? this.findActor([...ids][0]!) : null;
  }

  /** The actor of that SIRET, or of that SIREN under the same name; null when none or several. */
  findSameActor(siret: string | undefined, siren: string | undefined, name: string): Actor | null {
    const ids = siren ? this.bySiren.get(siren) : undefined;
    if (!ids) return null;
    const key = normalise(name);
    const same = [...ids]
      .map((id) => this.findActor(id)!)
      .filter((a) => (siret !== undefined && a.siret === siret) || normalise(a.name) === key);
    return same.length === 1 ? same[0]! : null;
  }

  siteIdsOf(actorId: string): readonly string[] {
    return [...(this.sitesOf.get(actorId) ?? [])];
  }

  /** Adds what is not there yet; true when something new came in. */
  add(records: {
    actor?: Actor;
    site?: Site;
    scheme?: Scheme;
    partnership?: Partnership;
    census?: readonly CensusEntry[];
  }): boolean {
    const { actor, site, scheme, partnership } = records;
    let isNew = false;
    if (actor && !this.actors.has(actor.id)) {
      this.actors.set(actor.id, actor);
      this.index(actor);
      isNew = true;
    }
    if (site && !this.sites.has(site.id)) {
      this.sites.set(site.id, site);
      this.indexSite(site);
      isNew = true;
    }
    if (scheme && !this.schemes.has(scheme.id)) {
      this.schemes.set(scheme.id, scheme);
      isNew = true;
    }
    if (partnership && !this.partnerships.has(partnership.id)) {
      this.partnerships.set(partnership.id, partnership);
      isNew = true;
    }
    for (const entry of records.census ?? []) {
      const key = `${entry.unitCode}:${entry.domain}`;
      isNew ||= !this.census.has(key);
      this.census.set(key, entry);
    }
    return isNew;
  }

  inventory(): Inventory {
    return {
      actors: [...this.actors.values()],
      sites: [...this.sites.values()],
      schemes: [...this.schemes.values()],
      partnerships: [...this.partnerships.values()],
    };
  }
}
