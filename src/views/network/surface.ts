import type { Surface } from '../../panels/MovableDrawing';
import type { NetworkModel } from './networkModel';

/** What the pointer met in the graph. */
export type NetworkTarget = { readonly kind: 'actor'; readonly id: string } | { readonly kind: 'tie'; readonly id: string };

/** A place of the graph, in its unit square. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface NetworkEvents {
  readonly onHover: (target: NetworkTarget | null, x: number, y: number) => void;
  readonly onSelect: (target: NetworkTarget | null, at: Spot) => void;
  /** A line was drawn from an actor to another. */
  readonly onLink: (from: string, to: string) => void;
  /** An actor was let go at another place. */
  readonly onPlace: (id: string, at: Spot) => void;
}

/** A drawn graph, whatever draws it. */
export type NetworkSurface = Surface<NetworkModel>;

/** Height of the unit square over its width, where the graph keeps its shape; as `screenPlaces` lays it out. */
export const frame = { width: 1240, height: 540 };
