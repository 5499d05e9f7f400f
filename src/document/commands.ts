import type { DomainId } from '../model/domains';
import type { Inventory, Point, Scheme, Site } from '../model/inventory';
import type { Sector, TravelException, TravelMatrix, YoungCount, YoungPopulation } from '../model/territory';
import type { CensusEntry, Diagnosis, ImportedFile, Settings } from './diagnosis';
import { type DistinctPair, declareDistinct, mergeActors } from './duplicates';
import { type EditCommand, editDiagnosis, type Signed } from './edits';
import { changeGround, type GroundCommand, mergeCounts } from './ground';
import { type ListCommand, setTerm } from './lists';
import { mergeProjects } from './mergeProjects';
import type { MergeChoices } from './merging';
import { type NetworkCommand, noteNetwork } from './networkNotes';
import { type RegisterCommand, setDocument } from './register';
import { applyReimport, type ReimportCommand } from './reimport';
import { noteReport, type ReportCommand } from './reportNotes';
import { separateActors } from './separate';
import { restoreSnapshot, restoreVersion, takeSnapshot } from './snapshots';
import { forgetGone, handOver, rememberSource, takeInventory } from './sourceValues';

/** Where a site was found to be; its commune where it stated none. */
export type FoundSite = Pick<Site, 'precision' | 'communeCode' | 'communeName'> & {
  readonly siteId: string;
  readonly point: Point;
};

/** Every way to change a diagnosis. */
export type Command =
  | {
      readonly type: 'addInventory';
      readonly inventory: Inventory;
      readonly census: readonly CensusEntry[];
      readonly files: readonly ImportedFile[];
      /** A new cut takes the place of the one before, and becomes the mesh of reading. */
      readonly sectors?: readonly Sector[];
      readonly youngPopulation?: YoungPopulation;
      readonly youngCounts?: readonly YoungCount[];
      readonly travel?: readonly TravelMatrix[];
      readonly travelExceptions?: readonly TravelException[];
    }
  | GroundCommand
  | ListCommand
  | RegisterCommand
  | NetworkCommand
  | ReportCommand
  | { readonly type: 'removeFile'; readonly name: string }
  /** For the schemes of the file that have no domain. */
  | { readonly type: 'assignDomains'; readonly file: string; readonly domains: readonly DomainId[] }
  | EditCommand
  /** Positions found for addresses; a site that is gone since is left out. */
  | { readonly type: 'placeSites'; readonly places: readonly FoundSite[] }
  /** Several actors become one; see `mergeActors`. */
  | { readonly type: 'mergeActors'; readonly keepId: string; readonly dropIds: readonly string[] }
  /** A merge is taken back; see `separateActors`. */
  | { readonly type: 'separateActors'; readonly keepId: string; readonly dropIds: readonly string[] }
  /** Two actors are different, and are not to be proposed again. */
  | { readonly type: 'declareDistinct'; readonly pair: DistinctPair }
  /** Newer files take the place of older ones; see `applyReimport`. */
  | (ReimportCommand & { readonly census: readonly CensusEntry[] })
  | { readonly type: 'setCensus'; readonly entries: readonly CensusEntry[] }
  /** Keeps a named, dated copy of the records and of the census. */
  | { readonly type: 'takeSnapshot'; readonly name: string; readonly takenOn: string }
  | { readonly type: 'dropSnapshot'; readonly id: string }
  /** Unsigned in journals of earlier versions. */
  | ({ readonly type: 'restoreSnapshot'; readonly id: string } & Partial<Signed>)
  | { readonly type: 'restoreVersion'; readonly diagnosis: Diagnosis }
  | { readonly type: 'changeSettings'; readonly settings: Partial<Settings> }
  /** What another diagnosis of the département knows joins this one; see `mergeProjects`. */
  | { readonly type: 'mergeProject'; readonly other: Diagnosis; readonly choices: MergeChoices }
  | { readonly type: 'rename'; readonly title: string };

/** What files say of travel with what others say, each file once; the last added wins pair by pair. */
function withFiles<T extends { readonly file: string }>(present: readonly T[] | undefined, added: readonly T[]): readonly T[] {
  const again = new Set(added.map((a) => a.file));
  return [...(present ?? []).filter((m) => !again.has(m.file)), ...added];
}

function addInventory(d: Diagnosis, command: Extract<Command, { type: 'addInventory' }>): Diagnosis {
  const names = new Set(command.files.map((f) => f.name));
  return {
    ...takeInventory(d, command.inventory),
    census: mergeCensus(withoutDeclared(d.census, new Set(command.census.map((e) => e.file))), command.census),
    files: [...d.files.filter((f) => !names.has(f.name)), ...command.files],
    ...(command.sectors?.length ? { sectors: command.sectors, settings: { ...d.settings, mesh: 'secteur' as const } } : {}),
    ...(command.youngPopulation ? { youngPopulation: command.youngPopulation } : {}),
    ...(command.travel?.length ? { travel: withFiles(d.travel, command.travel) } : {}),
    ...(command.travelExceptions?.length ? { travelExceptions: withFiles(d.travelExceptions, command.travelExceptions) } : {}),
    ...(command.youngCounts?.length ? { youngCounts: mergeCounts(d.youngCounts, command.youngCounts) } : {}),
  };
}

/** Numbers of young people, travel times and states of the census that a file gave go with it. */
function withoutFigures(whole: Diagnosis, name: string): Diagnosis {
  const { travel, travelExceptions, ...rest } = whole;
  const left = travel?.filter((m) => m.file !== name) ?? [];
  const exceptions = travelExceptions?.filter((e) => e.file !== name) ?? [];
  const d: Diagnosis = {
    ...rest,
    census: withoutDeclared(whole.census, new Set([name])),
    ...(left.length > 0 ? { travel: left } : {}),
    ...(exceptions.length > 0 ? { travelExceptions: exceptions } : {}),
  };
  const gone = (d.youngCounts ?? []).filter((c) => c.source === name).map((c) => ({ ...c, people: null }));
  const counted = gone.length > 0 ? changeGround(d, { type: 'setYoungCounts', counts: gone }) : d;
  return d.youngPopulation?.file === name
    ? changeGround(counted, { type: 'setYoungPopulation', youngPopulation: null })
    : counted;
}

/** Drops a file's records, and the ties and schemes that would point at actors no longer there. */
function removeFile(whole: Diagnosis, name: string): Diagnosis {
  const d = withoutFigures(handOver(whole, name), name);
  const stays = (r: { readonly source: { readonly file: string } }) => r.source.file !== name;
  const actors = d.inventory.actors.filter(stays);
  const known = new Set(actors.map((a) => a.id));
  const sites = d.inventory.sites.filter((s) => stays(s) && known.has(s.actorId));
  const places = new Set(sites.map((s) => s.id));
  return forgetGone({
    ...d,
    inventory: {
      actors,
      sites,
      schemes: d.inventory.schemes
        .filter((s) => stays(s) && known.has(s.actorId))
        .map((s) => (s.siteIds.every((id) => places.has(id)) ? s : { ...s, siteIds: s.siteIds.filter((id) => places.has(id)) })),
      partnerships: d.inventory.partnerships.filter((p) => stays(p) && known.has(p.fromId) && known.has(p.toId)),
    },
    files: d.files.filter((f) => f.name !== name),
  });
}

const censusKey = (e: CensusEntry) => `${e.unitCode}:${e.domain}`;

function mergeCensus(present: readonly CensusEntry[], added: readonly CensusEntry[]): readonly CensusEntry[] {
  const byKey = new Map(present.map((e) => [censusKey(e), e]));
  for (const entry of added) byKey.set(censusKey(entry), entry);
  // A list chosen before its census began is kept.
  return [...byKey.values()].filter((e) => e.state !== 'non-commence' || e.list !== undefined);
}

/** The census without what some files declared; what the user said since is the user's. */
const withoutDeclared = (census: readonly CensusEntry[], files: ReadonlySet<string | undefined>): readonly CensusEntry[] =>
  census.filter((e) => e.file === undefined || !files.has(e.file));

/** What newer files declare in the place of older ones; as for records, what the user changed by hand stays. */
function reimportedCensus(
  present: readonly CensusEntry[],
  { replaces, census }: Extract<Command, { type: 'reimport' }>,
): readonly CensusEntry[] {
  const mine = new Set(present.filter((e) => e.file === undefined).map(censusKey));
  return mergeCensus(
    withoutDeclared(present, new Set(replaces)),
    census.filter((e) => !mine.has(censusKey(e))),
  );
}

/** Gives a domain to the schemes of a file that have none; the others were told theirs, by the file or by the user. */
function assignDomains(d: Diagnosis, file: string, chosen: readonly DomainId[]): Diagnosis {
  const lacks = (s: Scheme) => s.source.file === file && s.domains.length === 0;
  const schemes = d.inventory.schemes.map((s) => (lacks(s) ? { ...s, domains: chosen } : s));
  return { ...d, inventory: { ...d.inventory, schemes } };
}

type Edit = Extract<Command, { type: 'assignDomains' | EditCommand['type'] | 'placeSites' | 'mergeActors' }>;

function placeSites(d: Diagnosis, places: readonly FoundSite[]): Diagnosis {
  const found = new Map(places.map(({ siteId, ...place }) => [siteId, place]));
  if (!d.inventory.sites.some((s) => found.has(s.id))) return d;
  const sites = d.inventory.sites.map((s) => (found.has(s.id) ? { ...s, ...found.get(s.id) } : s));
  return { ...d, inventory: { ...d.inventory, sites } };
}

/** Changes that the user makes to records; what the source said is remembered by `apply`. */
function edit(d: Diagnosis, command: Edit): Diagnosis {
  switch (command.type) {
    case 'assignDomains':
      return assignDomains(d, command.file, command.domains);
    case 'editRecords':
    case 'addRecords':
    case 'deleteRecords':
      return editDiagnosis(d, command);
    case 'placeSites':
      return placeSites(d, command.places);
    case 'mergeActors':
      return mergeActors(d, command);
  }
}

/** The diagnosis after a command; the one given is left as it was. */
export function apply(d: Diagnosis, command: Command): Diagnosis {
  switch (command.type) {
    case 'addInventory':
      return addInventory(d, command);
    case 'removeFile':
      return removeFile(d, command.name);
    case 'reimport':
      return {
        ...applyReimport(command.replaces.reduce(withoutFigures, d), command),
        census: reimportedCensus(d.census, command),
      };
    case 'separateActors':
      return separateActors(d, command);
    case 'declareDistinct':
      return declareDistinct(d, command.pair);
    case 'setCensus':
      return { ...d, census: mergeCensus(d.census, command.entries) };
    case 'changeSettings':
      return { ...d, settings: { ...d.settings, ...command.settings } };
    case 'takeSnapshot':
      return takeSnapshot(d, command.name, command.takenOn);
    case 'dropSnapshot':
      return { ...d, snapshots: d.snapshots.filter((s) => s.id !== command.id) };
    case 'mergeProject':
      return mergeProjects(d, command.other, command.choices).merged;
    case 'restoreSnapshot':
      return restoreSnapshot(d, command);
    case 'restoreVersion':
      return restoreVersion(d, command.diagnosis);
    case 'rename':
      return { ...d, title: command.title };
    case 'setTerm':
      return setTerm(d, command);
    case 'setDocument':
      return setDocument(d, command);
    case 'pinActors':
    case 'unpinActors':
    case 'setAside':
    case 'takeUp':
      return noteNetwork(d, command);
    case 'writeText':
    case 'setReading':
      return noteReport(d, command);
    case 'setSectors':
    case 'renameSector':
    case 'setPerimeter':
    case 'setYoungPopulation':
    case 'setYoungCounts':
      return changeGround(d, command);
    default:
      return rememberSource(d, edit(d, command));
  }
}
