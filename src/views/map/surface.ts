import type { Surface } from '../../panels/MovableDrawing';
import type { MapModel, MapTarget } from './mapModel';

/** What a map tells back. */
export interface MapEvents {
  /** The pointer met something, at a place of the element; null: nothing. */
  readonly onHover: (target: MapTarget | null, x: number, y: number) => void;
  readonly onSelect: (target: MapTarget | null) => void;
  /** Kilometres of one pixel at the centre. */
  readonly onScale: (kmPerPixel: number) => void;
  /** The user moved or zoomed the map. */
  readonly onCamera: (camera: Camera) => void;
  /** The map is taken away. */
  readonly onEnd: () => void;
}

/** Where a map looks; the numbers are its renderer's own, for another map of the same renderer and frame. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** A drawn map, whatever draws it. */
export interface MapSurface extends Surface<MapModel> {
  /** Looks where another map looks, without telling. */
  follow(camera: Camera): void;
}

/** Maps that look at the same place: what one is told, the others follow. */
export class CameraLink {
  private readonly followers = new Set<MapSurface>();

  join(surface: MapSurface): void {
    this.followers.add(surface);
  }

  leave(surface: MapSurface): void {
    this.followers.delete(surface);
  }

  tell(from: MapSurface, camera: Camera): void {
    for (const other of this.followers) if (other !== from) other.follow(camera);
  }
}
