import { expose } from 'comlink';
import { analyse, analyseAtOnce, analyseInSteps } from '../analysis/analyse';
import type { Analysis } from '../analysis/analysis';
import type { Comparison } from '../analysis/compare';
import type { NeedsReading } from '../analysis/needs';
import { communePoints, shownPoint } from '../analysis/places';
import type { MethodReading } from '../analysis/sensitivity';
import type { Command } from '../document/commands';
import type { Diagnosis } from '../document/diagnosis';
import type { ReimportChoices } from '../document/reimport';
import type { DraftFigures } from '../import/accept';
import type { AddressesToPlace, AddressToPlace, FoundPlace } from '../import/geocoding';
import type { FileInput, ImportControl, ImportDraft } from '../import/import';
import type { DuplicateReview } from '../import/linkage/review';
import type { ReadDraft, ReadRequest } from '../import/newer';
import type { DomainId } from '../model/domains';
import { emptyInventory, type Inventory } from '../model/inventory';
import { isProtectedActor } from '../model/protection';
import type { Territory } from '../model/territory';
import type { ReportInput } from '../report/input';
import { buildLocator } from '../territory/locate';
import type { OfficialOutlines } from '../territory/officialOutlines';
import { tailor } from '../territory/tailor';
import { type Tailoring, tailoringKey, tailoringOf } from '../territory/tailoring';
import { buildTerritory, type TerritoryFile } from '../territory/territory';
import { en } from '../text/en';
import { fr } from '../text/fr';
import { withOwnTerms } from '../text/terms';
import { reporting } from './reporting';

type Lang = 'fr' | 'en';
type Progress = (progress: { readonly file: string; readonly done: number; readonly total: number }) => void;

/** What of a document goes with each question; the rest is kept by the worker until it changes. */
export type Frame = Pick<Diagnosis, 'settings'>;
/** The rest, without the dated states, which go with the question that needs one. */
export type Kept = Omit<Diagnosis, 'settings' | 'snapshots'>;

/** What changed of it since it was last sent; of the inventory, the kinds of records that changed. */
type Changed = Partial<Omit<Kept, 'inventory'>> & { readonly inventory?: Partial<Inventory> };

/** What a dated state holds. */
export type DatedState = Pick<Diagnosis, 'inventory' | 'census'>;

/** An analysis without what is as it was in the one before (null): with thousands of records that is most of it. */
export type ToldAnalysis = Omit<Analysis, 'placed' | 'network'> & {
  readonly placed: Analysis['placed'] | null;
  readonly network: Analysis['network'] | null;
};

export interface Files {
  readonly territory: TerritoryFile;
  readonly neighbours: readonly TerritoryFile[];
}

let files: Files | null = null;
let territory: Territory | null = null;
let kept: Kept | null = null;
let read: ({ readonly files: readonly FileInput[] } & Pick<ReadDraft, 'draft' | 'updates'>) | null = null;
let run = 0;
let analysisRun = 0;
let comparison = 0;
let earlier: DatedState | null = null;
let told: Pick<Analysis, 'placed' | 'network'> | null = null;

const textIn = (lang: Lang) => (lang === 'fr' ? fr : en);

function opened(): Territory {
  if (!territory) throw new Error('no territory is open');
  return territory;
}

let lastLand: { readonly of: Territory; readonly key: string; readonly land: Territory } | null = null;

/** The open territory as a document reads it: its perimeter, its census figures. */
function tailored(tailoring: Tailoring): Territory {
  const [of, key] = [opened(), tailoringKey(tailoring)];
  if (lastLand?.of !== of || lastLand.key !== key) lastLand = { of, key, land: tailor(of, tailoring) };
  return lastLand.land;
}

const landOf = (diagnosis: Frame): Territory => tailored(tailoringOf(diagnosis));

function whole(frame: Frame): Diagnosis {
  if (!kept) throw new Error('no document is open');
  return { ...kept, ...frame, snapshots: [] };
}

/** Lets the questions that wait be answered: a timer would wait longer than most of them take. */
const othersFirst = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** Where the places of each file fall, for the small map beside its mapping: longitude, latitude, 1 if not the commune's point. */
function placesByFile(draft: ImportDraft): Record<string, Float32Array> {
  const triples = new Map<string, number[]>();
  const communes = communePoints(opened());
  const hidden = new Set(draft.inventory.actors.filter(isProtectedActor).map((a) => a.id));
  for (const { point, precision, source, actorId, communeCode } of draft.inventory.sites) {
    if (!point) continue;
    const list = triples.get(source.file) ?? [];
    triples.set(source.file, list);
    const isHidden = hidden.has(actorId);
    const { lon, lat } = isHidden ? shownPoint(point, communeCode, communes) : point;
    list.push(lon, lat, precision === 'commune' || isHidden ? 0 : 1);
  }
  return Object.fromEntries([...triples].map(([file, list]) => [file, new Float32Array(list)]));
}

const summaryOf = (draft: ImportDraft, figures: DraftFigures) => ({
  // Refused rows stay here until they are asked for.
  files: draft.files.map((f) => ({ ...f, refusedRows: [] })),
  actors: draft.inventory.actors.length,
  schemes: draft.inventory.schemes.length,
  partnerships: draft.inventory.partnerships.length,
  figures,
  places: placesByFile(draft),
  cancelled: draft.cancelled,
});

/** A reading; one that starts later, or a cancel, stops it. */
function startRun(onProgress: Progress): ImportControl {
  const mine = ++run;
  return { onProgress, isCancelled: () => mine !== run };
}

async function readWith(frame: Frame, request: ReadRequest, today: string, onProgress: Progress) {
  const control = startRun(onProgress);
  const [{ readBeside, summaryOfDiff }, { figuresOf }] = await Promise.all([
    import('../import/newer'),
    import('../import/accept'),
  ]);
  const { draft, choices, recalled, updates, diff } = await readBeside(
    whole(frame),
    landOf(whole(frame)),
    today,
    request,
    control,
  );
  if (draft.cancelled || control.isCancelled?.()) return null;
  read = { files: request.files, draft, updates };
  return { ...summaryOf(draft, figuresOf(draft)), choices, recalled, updates, diff: diff && summaryOfDiff(diff) };
}

const reportInput = (frame: Frame, lang: Lang, date: string): ReportInput => {
  const diagnosis = whole(frame);
  const land = landOf(diagnosis);
  return {
    diagnosis,
    analysis: analyse(diagnosis, land),
    territory: land,
    text: withOwnTerms(textIn(lang), diagnosis.lists),
    date,
  };
};

let findingsRun = 0;

/** What is read of the network; null: it was asked again meanwhile. */
async function readFindings({ diagnosis, territory: land }: Pick<ReportInput, 'diagnosis' | 'territory'>) {
  const { findInNetwork } = await import('../analysis/networkFindings');
  const mine = ++findingsRun;
  const { inventory, settings } = diagnosis;
  const steps = findInNetwork({ inventory, territory: land, domains: settings.domains }, settings.deducedTies);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    await othersFirst();
    if (mine !== findingsRun) return null;
  }
}

const core = {
  /** Opens a territory, as a document reads it. */
  openTerritory(asked: Files, tailoring: Tailoring): Territory {
    files = asked;
    territory = buildTerritory(asked.territory, asked.neighbours);
    return tailored(tailoring);
  },
  land: (tailoring: Tailoring): Territory => tailored(tailoring),
  /** Outlines of the open territory's communes in a JSON text; null when it does not hold at least half of them. */
  async readOutlines(json: string, source: string): Promise<OfficialOutlines | null> {
    const { readOutlines } = await import('../territory/officialOutlines');
    try {
      const read = readOutlines(JSON.parse(json), opened(), source);
      return read.ok && Object.keys(read.value.communes).length * 2 >= opened().communes.length ? read.value : null;
    } catch {
      return null;
    }
  },
  /** The open territory drawn with official outlines, or with the schematic ones again. */
  async drawWith(outlines: OfficialOutlines | null, tailoring: Tailoring): Promise<Territory> {
    const { withOutlines } = await import('../territory/officialOutlines');
    if (!files) throw new Error('no territory is open');
    const bare = buildTerritory(files.territory, files.neighbours);
    territory = outlines ? withOutlines(bare, outlines) : bare;
    return tailored(tailoring);
  },
  /** Keeps what changed of a document, of its records by kind, and forgets what it no longer has. */
  keep({ inventory, ...changed }: Changed, gone: readonly string[]): void {
    const staying = Object.fromEntries(Object.entries(kept ?? {}).filter(([key]) => !gone.includes(key)));
    const records = inventory ? { inventory: { ...emptyInventory, ...kept?.inventory, ...inventory } } : {};
    kept = { ...(staying as unknown as Kept), ...changed, ...records };
  },
  /** All but the robustness of domains read by places, unless it is known; stops the run that completes an earlier one. */
  analyseAtOnce(frame: Frame): ToldAnalysis {
    analysisRun += 1;
    const analysis = analyseAtOnce(whole(frame), landOf(whole(frame)));
    const { placed, network } = analysis;
    const answer = {
      ...analysis,
      placed: placed === told?.placed ? null : placed,
      network: network === told?.network ? null : network,
    };
    told = { placed, network };
    return answer;
  },
  /** The analysis with its robustness, but what this does not change; null: another was asked for meanwhile. */
  async completeAnalysis(frame: Frame): Promise<Omit<Analysis, 'placed' | 'network'> | null> {
    const mine = ++analysisRun;
    const goOn = async () => {
      await othersFirst();
      return mine === analysisRun;
    };
    const complete = await analyseInSteps(whole(frame), landOf(whole(frame)), goOn);
    if (!complete) return null;
    const { placed: _, network: __, ...rest } = complete;
    return rest;
  },
  /** What is read of the network, on the ties that the settings count. */
  networkFindings: (frame: Frame) => readFindings({ diagnosis: whole(frame), territory: landOf(whole(frame)) }),
  /** Actors to introduce to one another. */
  async suggestions(frame: Frame) {
    const { suggestTies } = await import('../analysis/suggestions');
    const [diagnosis, land] = [whole(frame), landOf(whole(frame))];
    return suggestTies(diagnosis, analyseAtOnce(diagnosis, land), land);
  },
  /** Other measures of access for a domain; null: read by presence, or another comparison was asked for meanwhile. */
  async compareMethods(frame: Frame, domain: DomainId): Promise<readonly MethodReading[] | null> {
    const { compareMethods } = await import('../analysis/sensitivity');
    const mine = ++comparison;
    const steps = compareMethods(whole(frame), landOf(whole(frame)), domain);
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return step.value;
      await othersFirst();
      if (mine !== comparison) return null;
    }
  },
  /** The whole analysis, however long it takes. */
  analyse: (frame: Frame): Analysis => analyse(whole(frame), landOf(whole(frame))),
  async needs(frame: Frame): Promise<NeedsReading> {
    const diagnosis = whole(frame);
    return (await import('../analysis/needs')).readNeeds(diagnosis, landOf(diagnosis));
  },
  layout: async (network: Analysis['network']) => (await import('../analysis/layout')).layoutNetwork(network),
  ...reporting({ inputOf: reportInput, readFindings, othersFirst }),
  async diagnosticJson(frame: Frame, lang: Lang): Promise<string> {
    const { diagnosis, analysis, territory: land, text } = reportInput(frame, lang, '');
    return (await import('../export/diagnostic')).diagnosticJson(diagnosis, analysis, land, text);
  },
  /** An earlier state of the diagnosis against the present one; null: that of the comparison before. */
  async compareState(frame: Frame, state: DatedState | null): Promise<Comparison> {
    earlier = state ?? earlier;
    if (!earlier) throw new Error('no state to compare with');
    const [present, records] = [whole(frame), earlier];
    const { compareStates } = await import('./comparing');
    return compareStates({ ...present, ...records }, present, landOf(present));
  },
  /** Another diagnosis, with the files of its territory, against the present one. */
  async compareProject(frame: Frame, other: Diagnosis, itsFiles: Files): Promise<Comparison> {
    const { compareDiagnoses } = await import('./comparing');
    const theirs = tailor(buildTerritory(itsFiles.territory, itsFiles.neighbours), tailoringOf(other));
    const present = whole(frame);
    return compareDiagnoses(other, theirs, present, landOf(present));
  },
  /** Files into an empty diagnosis, as one command. */
  async commandOf(files: readonly FileInput[], today: string): Promise<Command> {
    const [{ importFiles }, { commandFrom }] = await Promise.all([import('../import/import'), import('../import/accept')]);
    const existing: Inventory = { actors: [], sites: [], schemes: [], partnerships: [] };
    return commandFrom(await importFiles(files, { territory: opened(), today, existing }), today);
  },
  readFiles: (frame: Frame, request: ReadRequest, today: string, onProgress: Progress) =>
    readWith(frame, request, today, onProgress),
  /** Reads the files of the draft again, after a choice was made, with more files. */
  readAgain: (frame: Frame, request: ReadRequest, today: string, onProgress: Progress) =>
    readWith(frame, { ...request, files: [...(read?.files ?? []), ...request.files] }, today, onProgress),
  async duplicates(frame: Frame): Promise<DuplicateReview> {
    const { reviewDuplicates } = await import('../import/linkage/review');
    return reviewDuplicates(whole(frame));
  },
  /** Addresses of structures that have no position of their own. */
  async addresses(frame: Frame): Promise<AddressesToPlace> {
    return (await import('../import/geocoding')).findAddresses(whole(frame));
  },
  async addressCsv(addresses: readonly AddressToPlace[]): Promise<string> {
    return (await import('../import/geocoding')).requestCsv(addresses);
  },
  async foundPlaces(frame: Frame, answer: string, addresses: readonly AddressToPlace[]): Promise<readonly FoundPlace[] | null> {
    const { readFound } = await import('../import/geocoding');
    return readFound(answer, addresses, buildLocator(landOf(whole(frame))));
  },
  cancelImport(): void {
    run += 1;
  },
  /** The draft as commands, once accepted; it is then forgotten. `names`: of files that go by another name. */
  async takeDraft(today: string, decisions: ReimportChoices, names: Readonly<Record<string, string>>): Promise<Command[]> {
    const taken = read;
    read = null;
    return taken ? (await import('../import/newer')).commandsFrom(taken, today, decisions, names) : [];
  },
  dropDraft(): void {
    read = null;
  },
  refusedRows(name: string): Pick<ImportDraft['files'][number], 'columns' | 'refusedRows'> | null {
    const file = read?.draft.files.find((f) => f.name === name);
    return file ? { columns: file.columns, refusedRows: file.refusedRows } : null;
  },
};

export type Core = typeof core;
expose(core);
