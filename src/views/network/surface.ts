import type { Surface } from '../../panels/MovableDrawing';
import type { NetworkModel } from './networkModel';

/** What the pointer met in the graph. */
export type NetworkTarget = { readonly kind: 'actor'; readonly id: string } | { readonly kind: 'tie'; readonly id: string };

export interface NetworkEvents {
  readonly onHover: (target: NetworkTarget | null, x: number, y: number) => void;
  readonly onSelect: (target: NetworkTarget | null) => void;
}

/** A drawn graph, whatever draws it. */
export type NetworkSurface = Surface<NetworkModel>;
