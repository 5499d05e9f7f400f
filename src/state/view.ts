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
  readonly colourBy: 'domain' | 'kind';
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
  colourBy: 'domain',
  renderer: null,
};
