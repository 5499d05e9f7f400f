import type { Surface } from '../../panels/MovableDrawing';
import type { MapModel, MapTarget } from './mapModel';

/** What a map tells back. */
export interface MapEvents {
  /** The pointer met something, at a place of the element; null: nothing. */
  readonly onHover: (target: MapTarget | null, x: number, y: number) => void;
  readonly onSelect: (target: MapTarget | null) => void;
  /** Kilometres of one pixel at the centre. */
  readonly onScale: (kmPerPixel: number) => void;
}

/** A drawn map, whatever draws it. */
export type MapSurface = Surface<MapModel>;
