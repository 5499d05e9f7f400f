import type { Colouring, Sizing } from '../analysis/actorTraits';
import { readingIds } from '../document/reportNotes';
import type { DomainId } from '../model/domains';
import { type Filters, noFilters } from './facets';

export const screens = ['inventory', 'map', 'gaps', 'network', 'report'] as const;
export type Screen = (typeof screens)[number];

export const focusKinds = ['commune', 'unit', 'actor', 'scheme', 'tie', 'gap'] as const;
/** The one thing looked at; every screen and the card show it. `unit` is a group of the mesh or of the census. */
export interface Focus {
  readonly kind: (typeof focusKinds)[number];
  readonly id: string;
}

/** Levels of a legend; `none` is « données absentes ». */
export const levelKeys = ['0', '1', '2', '3', 'none'] as const;
export type LevelKey = (typeof levelKeys)[number];

/** How the screen of needs reads them: by domain, by need of the law, as chains from child welfare, since an earlier state. */
export const readings = ['levels', 'needs', 'continuity', 'evolution'] as const;
export type Reading = (typeof readings)[number];

/** What the map may show besides: communes as circles by their young people, ties between the actors shown. */
export const mapLayers = ['cercles', 'liens'] as const;
export type MapLayer = (typeof mapLayers)[number];

/** What the screen of the network shows: the drawing, its matrices, its reading in words, suggestions, money. */
export const networkReadings = ['graph', 'matrices', 'findings', 'suggestions', 'funding'] as const;
export type NetworkReadingId = (typeof networkReadings)[number];

export const arrangements = ['ties', 'places', 'circles'] as const;
/** Where actors are drawn: by their ties, at their places, or by the bodies and funders that they share. */
export type Arrangement = (typeof arrangements)[number];

/** A document of the report screen: a reading, or the one-page sheet. */
export const documentKinds = [...readingIds, 'fiche'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** How the document is looked at: never undone, held in the address. */
export interface View {
  readonly screen: Screen;
  /** null: all domains (the map then reads the first one). */
  readonly domain: DomainId | null;
  readonly filters: Filters;
  readonly focus: Focus | null;
  /** Levels faded out by the legend. */
  readonly hiddenLevels: readonly LevelKey[];
  readonly layers: readonly MapLayer[];
  /** Read on a second map beside the first: another domain, or the state compared (« etat »); null: one map. */
  readonly beside: DomainId | 'etat' | null;
  /** The drawing is replaced by its table. */
  readonly asTable: boolean;
  readonly ranking: 'people' | 'rate';
  readonly reading: Reading;
  readonly document: DocumentKind;
  /** The unit of the mesh that the report is about; null: the whole territory. */
  readonly reportUnit: string | null;
  /** Id of the dated state that the report tells changes from; null: the latest. */
  readonly reportSince: string | null;
  readonly colourBy: Colouring;
  readonly sizeBy: Sizing;
  readonly arrangement: Arrangement;
  readonly network: NetworkReadingId;
  /** Ties that separate the actors shown from the one in focus, at most; null: all actors are shown. */
  readonly around: number | null;
  /** With the actor in focus, the ends of the path that is shown. */
  readonly pathTo: string | null;
  /** The network is read as if the département were not there. */
  readonly withoutDepartement: boolean;
  /** Ties planned and wished are drawn. */
  readonly withPending: boolean;
  /** ISO date at which ties are drawn; null: those in force as the records say. */
  readonly networkOn: string | null;
  /** Renderer asked for in the address; null: chosen by a probe. */
  readonly renderer: 'webgl' | 'canvas' | null;
}

export const firstView: View = {
  screen: 'map',
  domain: null,
  filters: noFilters,
  focus: null,
  hiddenLevels: [],
  layers: [],
  beside: null,
  asTable: false,
  ranking: 'people',
  reading: 'levels',
  document: 'commission',
  reportUnit: null,
  reportSince: null,
  colourBy: 'domain',
  sizeBy: 'degree',
  arrangement: 'ties',
  network: 'graph',
  around: null,
  pathTo: null,
  withoutDepartement: false,
  withPending: true,
  networkOn: null,
  renderer: null,
};
