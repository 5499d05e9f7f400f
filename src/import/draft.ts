import type { CensusEntry } from '../document/diagnosis';
import type { Actor, Inventory, Partnership, Scheme, Site } from '../model/inventory';
import type { Sector, TravelException, TravelMatrix, YoungCount, YoungPopulation } from '../model/territory';
import { normalise } from '../model/words';

/** Ids under a key: mostly one, so that a list is made only for the second. */
type Index = Map<string, string | string[]>;

const listOf = (ids: string | string[] | undefined): readonly string[] =>
  ids === undefined ? [] : typeof ids === 'string' ? [ids] : ids;

function put(index: Index, key: string, id: string): void {
  const ids = index.get(key);
  if (ids === undefined) index.set(key, id);
  else if (typeof ids === 'string') {
    if (ids !== id) index.set(key, [ids, id]);
  } else if (!ids.includes(id)) ids.push(id);
}

/** Records being gathered, with the indexes by which rows of one or several files meet the same actor. */
export class Draft {
  readonly actors = new Map<string, Actor>();
  readonly sites = new Map<string, Site>();
  readonly schemes = new Map<string, Scheme>();
  readonly partnerships = new Map<string, Partnership>();
  readonly census = new Map<string, CensusEntry>();
  /** Commune code → name of its sector. */
  readonly sectorOf = new Map<string, string>();
  /** Residents aged 18 to 24 by commune as written (and IRIS), with the commune they are now in. */
  readonly youngParts = new Map<string, { readonly communeCode: string; readonly people: number }>();
  youngCensus: Omit<YoungPopulation, 'byCommune'> | null = null;
  readonly youngCounts = new Map<string, YoungCount>();
  readonly travelExceptions = new Map<string, TravelException>();
  /** By file, then origin, then destination: minutes. */
  private readonly travelTimes = new Map<string, Map<string, Map<string, number>>>();
  // Indexes are made when first asked for: a plain list of places needs none.
  private actorIndex: { readonly bySiren: Index; readonly byName: Index } | null = null;
  private siteIndex: Index | null = null;
  /** SIREN under which an actor that bears none has been met: another SIREN of the same name is another actor. */
  private readonly claimed = new Map<string, string>();
  /** Rows read under the key of a tie, by file and key. */
  private readonly tieRows = new Map<string, (readonly string[])[]>();
  private readonly known: ReadonlyMap<string, Actor>;
  private readonly knownSites: readonly Site[];

  /** `existing`: what the diagnosis already holds; it can be pointed at but is not part of the result. */
  constructor(existing: Inventory) {
    this.known = new Map(existing.actors.map((a) => [a.id, a]));
    this.knownSites = existing.sites;
  }

  private indexed(): { readonly bySiren: Index; readonly byName: Index } {
    if (this.actorIndex) return this.actorIndex;
    this.actorIndex = { bySiren: new Map(), byName: new Map() };
    for (const actor of [...this.known.values(), ...this.actors.values()]) this.index(actor);
    return this.actorIndex;
  }

  private index(actor: Actor): void {
    if (!this.actorIndex) return;
    const siren = actor.siren ?? actor.siret?.slice(0, 9);
    if (siren) put(this.actorIndex.bySiren, siren, actor.id);
    put(this.actorIndex.byName, normalise(actor.name), actor.id);
  }

  findActor(id: string): Actor | null {
    return this.actors.get(id) ?? this.known.get(id) ?? null;
  }

  private sirenOf(actor: Actor): string | undefined {
    return actor.siren ?? actor.siret?.slice(0, 9) ?? this.claimed.get(actor.id);
  }

  /** The one actor of that SIREN, else the one of exactly that name that bears no other SIREN; null when none or several. */
  findActorLike(siren: string | undefined, name: string): Actor | null {
    const { bySiren, byName } = this.indexed();
    const ids = siren ? bySiren.get(siren) : undefined;
    if (ids !== undefined) return typeof ids === 'string' ? this.findActor(ids) : null;
    const named = listOf(name === '' ? undefined : byName.get(normalise(name)))
      .map((id) => this.findActor(id)!)
      .filter((a) => siren === undefined || this.sirenOf(a) === undefined);
    const [found] = named;
    if (named.length !== 1 || !found) return null;
    if (siren !== undefined) {
      this.claimed.set(found.id, siren);
      put(bySiren, siren, found.id);
    }
    return found;
  }

  /** Rank of a row among those of its file under one key of a tie; null: word for word a row already read. */
  rankOfTie(key: string, file: string, cells: readonly string[]): number | null {
    const rows = this.tieRows.get(`${file}\n${key}`);
    if (rows?.some((r) => r.length === cells.length && r.every((c, i) => c === cells[i]))) return null;
    if (rows) rows.push(cells);
    else this.tieRows.set(`${file}\n${key}`, [cells]);
    return rows ? rows.length - 1 : 0;
  }

  /** The actor of that SIRET, or of that SIREN under the same name; null when none or several. */
  findSameActor(siret: string | undefined, siren: string | undefined, name: string): Actor | null {
    const ids = siren ? this.indexed().bySiren.get(siren) : undefined;
    if (!ids) return null;
    const key = normalise(name);
    const same = listOf(ids)
      .map((id) => this.findActor(id)!)
      .filter((a) => (siret !== undefined && a.siret === siret) || normalise(a.name) === key);
    return same.length === 1 ? same[0]! : null;
  }

  siteIdsOf(actorId: string): readonly string[] {
    if (!this.siteIndex) {
      this.siteIndex = new Map();
      for (const site of [...this.knownSites, ...this.sites.values()]) put(this.siteIndex, site.actorId, site.id);
    }
    return listOf(this.siteIndex.get(actorId));
  }

  /** Adds what is not there yet; true when something new came in. */
  add(records: {
    actor?: Actor | undefined;
    site?: Site | undefined;
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
      if (this.siteIndex) put(this.siteIndex, site.actorId, site.id);
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

  /** The cut that the rows read so far make, sectors and communes in order of name and code. */
  sectors(): Sector[] {
    const names = [...new Set(this.sectorOf.values())].sort((a, b) => a.localeCompare(b, 'fr'));
    return names.map((name) => ({
      name,
      communeCodes: [...this.sectorOf]
        .filter(([, n]) => n === name)
        .map(([code]) => code)
        .sort(),
    }));
  }

  /** A travel time; true when the pair is new in its file. */
  addTravel(file: string, from: string, to: string, minutes: number): boolean {
    const ofFile = this.travelTimes.get(file) ?? new Map<string, Map<string, number>>();
    const row = ofFile.get(from) ?? new Map<string, number>();
    const isNew = !row.has(to);
    this.travelTimes.set(file, ofFile.set(from, row.set(to, minutes)));
    return isNew;
  }

  /** The files of travel times read so far, each as a square table of its communes. */
  travel(): TravelMatrix[] {
    return [...this.travelTimes].map(([file, rows]) => {
      const codes = [...new Set([...rows].flatMap(([from, row]) => [from, ...row.keys()]))].sort();
      return { file, codes, minutes: codes.flatMap((from) => codes.map((to) => rows.get(from)?.get(to) ?? null)) };
    });
  }

  /** Census figures by commune of today; a figure of the commune itself stands against those of its parts. */
  youngPopulation(): YoungPopulation | null {
    if (!this.youngCensus) return null;
    const [whole, parts] = [new Map<string, number>(), new Map<string, number>()];
    for (const [part, { communeCode, people }] of this.youngParts) {
      const into = part === `${communeCode}|` ? whole : parts;
      into.set(communeCode, (into.get(communeCode) ?? 0) + people);
    }
    return { ...this.youngCensus, byCommune: Object.fromEntries([...parts, ...whole].sort(([a], [b]) => (a < b ? -1 : 1))) };
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
