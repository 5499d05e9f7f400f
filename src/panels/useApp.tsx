import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Colouring } from '../analysis/actorTraits';
import type { NetworkReading } from '../analysis/analysis';
import type { MethodReading } from '../analysis/sensitivity';
import type { Command } from '../document/commands';
import type { Diagnosis } from '../document/diagnosis';
import type { Signed } from '../document/edits';
import type { DomainId } from '../model/domains';
import type { Inventory } from '../model/inventory';
import type { AppState, AppStore, FileChoices } from '../state/store';
import type { Focus, View } from '../state/view';
import type { Text } from '../text/fr';
import { withOwnTerms } from '../text/terms';
import { textFor } from './textFor';
import type { WorkspaceServices } from './workspaceServices';

/** A figure that can be exported alone. */
export type FigureRequest =
  | { readonly kind: 'map'; readonly domain: DomainId }
  | { readonly kind: 'network'; readonly colourBy: Colouring }
  | { readonly kind: 'matrix' };

/** Ways to take a figure: a picture, a drawing, the clipboard. */
export const figureOutputs = ['figure-png', 'figure-svg', 'figure-copy'] as const;

/** What can be taken out of Maillage. */
export type OutputRequest =
  | { readonly output: 'fiche-png' | 'diagnostic' | 'project' | 'public-copy' | 'gaps-csv' }
  /** The document of the report screen: as PDF, HTML, pictures of its pages; one PDF per unit. */
  | { readonly output: 'report-pdf' | 'report-html' | 'report-pages' | 'units-pdf' }
  /** A figure of that document with its title, legend, date and source, or the values behind it. */
  | { readonly output: 'report-figure'; readonly figureId: string; readonly as: 'png' | 'svg' | 'csv' | 'copy' }
  /** A table of records as it is shown: labels of its columns, its cells; ids of its rows, for where they are. */
  | {
      readonly output: 'records-csv' | 'records-csv-plain' | 'records-xlsx' | 'records-geojson';
      readonly kind: keyof Inventory;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly ids: readonly string[];
    }
  | { readonly output: 'matrix-csv' | 'communes-csv'; readonly by: 'domains' | 'needs' }
  | { readonly output: 'network'; readonly format: 'gexf' | 'graphml' | 'nodes' | 'edges' | 'geojson' }
  | { readonly output: (typeof figureOutputs)[number]; readonly figure: FigureRequest };

/** Everything a screen may ask of the app; screens hold no other way out. */
export interface Services {
  readonly store: AppStore;
  /** Changes the document; `said` tells it in the quiet line and offers undo. Steps with the same key join. */
  readonly dispatch: (command: Command, options?: { readonly key?: string; readonly said?: string }) => void;
  /** Several commands as one step. */
  readonly dispatchAll: (commands: readonly Command[], said: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly look: (patch: Partial<View>) => void;
  readonly focus: (focus: Focus | null, patch?: Partial<View>) => void;
  readonly say: (text: string) => void;
  readonly show: (dialog: AppState['dialog']) => void;
  readonly setLang: (lang: 'fr' | 'en') => void;
  /** Inventory files go to the draft, beside those that wait there; a project file is opened. */
  readonly readFiles: (files: readonly File[]) => void;
  /** Reads the draft's files again with these choices. */
  readonly rereadFiles: (choices: Readonly<Record<string, FileChoices>>) => void;
  /** A file of the draft takes the place of the older one of the diagnosis, or is added beside it. */
  readonly asUpdate: (file: string, isTaken: boolean) => void;
  /** What was remembered of files with these headings is forgotten, and the file read without it. */
  readonly forgetMapping: (file: string) => void;
  /** What was decided of a file of the draft, as a file to share; and back. */
  readonly saveMapping: (file: string) => void;
  readonly loadMapping: (file: string, mapping: File) => void;
  readonly cancelReading: () => void;
  /** The document being made is given up: nothing is written. */
  readonly cancelReport: () => void;
  readonly acceptDraft: () => void;
  readonly dropDraft: () => void;
  /** Downloads the rows of a draft file that were refused, with the reason of each. */
  readonly refusedRows: (file: string) => void;
  /** An empty diagnosis of the same département takes the demonstration's place; the draft is read again. */
  readonly startAfresh: () => void;
  /** Opens a département and, when files are given, reads them. */
  readonly openDepartement: (code: string, files?: readonly File[]) => void;
  /** Opens the demonstration of a département that has one. */
  readonly openDemonstration: (code: string) => void;
  /** The diagnoses of this browser, and their versions. */
  readonly workspace: WorkspaceServices;
  /** Goes on to the other document, the project file saved first or not. */
  readonly replace: (choice: 'save' | 'drop') => void;
  readonly takeOut: (request: OutputRequest) => void;
  /** Official outlines of the communes: asked of geo.api.gouv.fr, taken from a file, or given up. */
  readonly askOutlines: () => void;
  readonly takeOutlines: (file: File) => void;
  readonly forgetOutlines: () => void;
  /** Sets the diagnosis against one of its states, the project of a file, or nothing. */
  readonly compareTo: (against: AppState['against']) => void;
  readonly compareToFile: (file: File) => void;
  /** Another project file of the département, to be merged into the diagnosis once its conflicts are settled. */
  readonly joinFile: (file: File) => void;
  /** The online map of the IGN under the levels, on or off. */
  readonly showBasemap: (isOn: boolean) => void;
  /** Addresses without position: shown, then sent to the official geocoder at the user's word. */
  readonly offerPlacing: () => void;
  readonly sendAddresses: () => void;
  /** Today, ISO. */
  readonly today: () => string;
  /** Now, and the name that the user gave: an edit says who made it and when. */
  readonly signed: () => Signed;
  readonly setAuthor: (name: string) => void;
  readonly download: (name: string, body: string, type: string) => void;
  /** Asks for the reading by need; it arrives in the store. */
  readonly readNeeds: () => void;
  /** Other measures of access for a domain; null: read by presence, or the question is out of date. */
  readonly compareMethods: (domain: DomainId) => Promise<readonly MethodReading[] | null>;
  /** Asks for positions of a network; they arrive in the store. */
  readonly layOut: (of: NetworkReading) => void;
  /** Asks for actors to introduce to one another; they arrive in the store. */
  readonly suggest: () => void;
  /** Asks for what is read of the network; it arrives in the store. */
  readonly readNetwork: () => void;
}

const ServicesContext = createContext<Services | null>(null);
export const ServicesProvider = ServicesContext.Provider;

/** The app's services; only below `ServicesProvider`. */
export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('no services above this component');
  return services;
}

/** A part of the state; the selector must return the same value for the same state. */
export function useApp<T>(selector: (state: AppState) => T): T {
  const { store } = useServices();
  return useSyncExternalStore(store.subscribe, () => selector(store.getState()));
}

/** Every word of the screen, with those of the diagnosis's own lists. */
export const useText = (): Text => useApp((s) => withOwnTerms(textFor(s.lang), s.history.present.lists));
export const useDiagnosis = (): Diagnosis => useApp((s) => s.history.present);

/** What the diagnosis is compared to, where it is of the same département: its records can be told apart one by one. */
export function useEarlier(): AppState['compared'] {
  const compared = useApp((s) => s.compared);
  const { departement } = useDiagnosis();
  return compared?.diagnosis.departement === departement ? compared : null;
}
