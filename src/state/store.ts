import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Analysis, NetworkReading } from '../analysis/analysis';
import type { Comparison } from '../analysis/compare';
import type { NeedsReading } from '../analysis/needs';
import type { NetworkFindings } from '../analysis/networkFindings';
import type { TieSuggestion } from '../analysis/suggestions';
import { apply, type Command } from '../document/commands';
import type { Diagnosis } from '../document/diagnosis';
import { type History, push, redo, start, undo } from '../document/history';
import type { ReimportChoices } from '../document/reimport';
import type { DraftFigures } from '../import/accept';
import type { AddressToPlace, FoundPlace } from '../import/geocoding';
import type { FileDraft, FileOverrides } from '../import/import';
import type { DuplicateReview } from '../import/linkage/review';
import type { DiffSummary, Update } from '../import/newer';
import type { DomainId } from '../model/domains';
import type { Inventory } from '../model/inventory';
import type { Territory } from '../model/territory';
import { type Focus, firstView, type View } from './view';
import { firstWorkspace, type Workspace } from './workspace';

/** How the guesses made on one file are changed. */
export type FileChoices = FileOverrides;

/** Files read but not yet accepted; their records wait in the worker. */
export interface Draft {
  readonly files: readonly FileDraft[];
  readonly actors: number;
  readonly schemes: number;
  readonly partnerships: number;
  readonly figures: DraftFigures;
  /** Where the places of each file fall: longitude, latitude, 1 where it is not the commune's point. */
  readonly places: Readonly<Record<string, Float32Array>>;
  /** What the user decided so far, by file name. */
  readonly choices: Readonly<Record<string, FileChoices>>;
  /** Files whose choices are those made on an earlier file of the same headings. */
  readonly recalled: readonly string[];
  /** Files that are, or may be, newer versions of files of the diagnosis; what the user said of them. */
  readonly updates: readonly Update[];
  readonly asUpdates: Readonly<Record<string, boolean>>;
  /** What those that take the older ones' place change, and what the user decides of it. */
  readonly diff: DiffSummary | null;
  readonly decisions: ReimportChoices;
}

/** Work that takes long enough to be told. */
export interface Work {
  readonly kind: 'reading' | 'report' | 'fiche' | 'figure';
  readonly file: string;
  readonly done: number;
  readonly total: number;
}

/** A quiet line that says what happened. */
export interface Message {
  readonly text: string;
  readonly undoable: boolean;
  /** Probable duplicates that what happened brought in. */
  readonly toReview?: number;
}

/** Addresses being placed by the official service, at the user's word. */
export interface Placing {
  readonly addresses: readonly AddressToPlace[];
  /** Of protected places: not sent. */
  readonly withheld: number;
  /** Of the register of associations: not sent. */
  readonly homes: number;
  /** How many were sent and answered so far; null: nothing has been sent. */
  readonly answered: number | null;
  readonly found: readonly FoundPlace[];
  /** What stopped it: the failure told by the browser or the service; no reason: an answer that says nothing of addresses. */
  readonly fault: { readonly reason: string | null } | null;
}

/** What the diagnosis is set against: one of its dated states, or the diagnosis of a project file. */
export type Against =
  | { readonly kind: 'state'; readonly id: string }
  | { readonly kind: 'project'; readonly name: string; readonly diagnosis: Diagnosis };

/** The answer, with what it was asked of. */
export interface Compared {
  readonly against: Against;
  readonly name: string;
  /** ISO date of a state; null: a file. */
  readonly on: string | null;
  /** The other side: its records, and, where it is of the same territory, a map to draw. */
  readonly diagnosis: Diagnosis;
  readonly comparison: Comparison;
}

export const inventoryTabs = [
  'files',
  'actors',
  'schemes',
  'sites',
  'partnerships',
  'duplicates',
  'census',
  'territory',
] as const;
export type InventoryTab = (typeof inventoryTabs)[number];

/** How a table of records is looked at. */
export interface TableView {
  /** Columns shown, by field. */
  readonly columns: readonly string[];
  readonly sort: readonly { readonly key: string; readonly descending: boolean }[];
  /** Text that a column must hold. */
  readonly filters: Readonly<Record<string, string>>;
  readonly groupBy: string | null;
  /** These records alone, and why; absent: all of them. */
  readonly only?: { readonly label: string; readonly ids: readonly string[] };
}

export const censusParts = ['state', 'work', 'documents'] as const;
/** What is looked at: the declared state, the work left in a unit and a domain (null: all of them), the documents. */
export interface CensusView {
  readonly part: (typeof censusParts)[number];
  readonly unit: string | null;
  readonly domain: DomainId | null;
  /** A record older than these is to be seen again. */
  readonly months: number;
}

export interface Positions {
  readonly of: NetworkReading;
  readonly places: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
}

export interface AppState {
  readonly history: History<Diagnosis>;
  readonly view: View;
  readonly lang: 'fr' | 'en';
  /** Name written beside what the user changes; '': none. */
  readonly author: string;
  /** As the document reads it: its perimeter, its census figures. */
  readonly territory: Territory | null;
  /** Which of these it was last made with. */
  readonly tailoredAs: string;
  readonly analysis: Analysis | null;
  /** Positions of a network's connected actors, in the unit square; null: not asked for yet. */
  readonly positions: Positions | null;
  /** What is read of the network, as it is drawn; null: not asked for yet. */
  readonly networkFindings: NetworkFindings | null;
  /** Actors to introduce to one another, in the document as it was when they were asked for. */
  readonly suggestions: { readonly of: Diagnosis; readonly list: readonly TieSuggestion[] } | null;
  /** The six needs of the law, of this analysis; null: not asked for yet. */
  readonly needs: NeedsReading | null;
  readonly draft: Draft | null;
  readonly inventoryTab: InventoryTab;
  /** Those that the user has arranged. */
  readonly tables: Readonly<Partial<Record<keyof Inventory, TableView>>>;
  readonly censusView: CensusView;
  /** Sector being drawn on the map; '': none chosen yet; null: the map shows levels. */
  readonly pen: string | null;
  readonly against: Against | null;
  /** Another diagnosis of the département, about to be merged into this one. */
  readonly joining: { readonly name: string; readonly other: Diagnosis } | null;
  /** null: nothing is compared, or the answer is not there yet. */
  readonly compared: Compared | null;
  /** Tiles of the online map under the levels; null: off, as at every start. */
  readonly basemap: string | null;
  /** Actors that may be one; null: not looked for yet. */
  readonly duplicates: DuplicateReview | null;
  readonly placing: Placing | null;
  readonly work: Work | null;
  readonly message: Message | null;
  readonly workspace: Workspace;
  readonly dialog: 'settings' | 'help' | 'notice' | 'start' | 'replace' | 'placing' | 'workspace' | 'tabs' | 'lists' | null;
  /** What is done is being kept in the browser; false: refused (private window, full disk). */
  readonly isKept: boolean;
  /** What stopped the app from showing a département, in words. */
  readonly fault: string | null;
}

export type AppStore = StoreApi<AppState>;

/** The one store; everything derived from its document is put back into it by `app`. */
export function createAppStore(diagnosis: Diagnosis, view: View = firstView, lang: 'fr' | 'en' = 'fr'): AppStore {
  return createStore<AppState>()(() => ({
    history: start(diagnosis),
    view,
    lang,
    author: '',
    territory: null,
    tailoredAs: '',
    analysis: null,
    positions: null,
    networkFindings: null,
    suggestions: null,
    needs: null,
    draft: null,
    inventoryTab: 'files',
    tables: {},
    censusView: { part: 'state', unit: null, domain: null, months: 12 },
    pen: null,
    against: null,
    joining: null,
    compared: null,
    basemap: null,
    duplicates: null,
    placing: null,
    work: null,
    message: null,
    workspace: firstWorkspace,
    dialog: null,
    isKept: true,
    fault: null,
  }));
}

/** Applies a command as one undoable step. */
export function dispatchTo(store: AppStore, command: Command, key: string | null = null): void {
  const { history } = store.getState();
  const next = apply(history.present, command);
  store.setState({ history: push(history, import.meta.env?.DEV ? deepFreeze(next) : next, key) });
}

/** Applies several commands as one undoable step. */
export function dispatchAllTo(store: AppStore, commands: readonly Command[]): void {
  const { history } = store.getState();
  const next = commands.reduce(apply, history.present);
  store.setState({ history: push(history, import.meta.env?.DEV ? deepFreeze(next) : next) });
}

export const undoIn = (store: AppStore): void => store.setState({ history: undo(store.getState().history) });
export const redoIn = (store: AppStore): void => store.setState({ history: redo(store.getState().history) });

/** Changes how the document is looked at. */
export const lookIn = (store: AppStore, patch: Partial<View>): void =>
  store.setState({ view: { ...store.getState().view, ...patch } });

/** Focuses one thing, or nothing. */
export const focusIn = (store: AppStore, focus: Focus | null): void => lookIn(store, { focus });

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}
