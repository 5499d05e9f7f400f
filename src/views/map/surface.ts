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

/** Where a map looks: its centre, and a zoom that is its renderer's own, for another map of the same frame. */
export interface Camera {
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
}

/** A drawn map, whatever draws it. */
export interface MapSurface extends Surface<MapModel> {
  /** Looks where another map looks, without telling; before the first model, in the place of the whole. */
  follow(camera: Camera): void;
}

/** Maps that look at the same place: what one is told, the others follow, and one that comes later begins there. */
export class CameraLink {
  private readonly followers = new Set<MapSurface>();
  private last: { readonly frame: string; readonly camera: Camera } | null = null;

  /** `frame`: territory and renderer, within which a camera means the same. */
  join(surface: MapSurface, frame: string): void {
    this.followers.add(surface);
    if (this.last?.frame === frame) surface.follow(this.last.camera);
  }

  leave(surface: MapSurface): void {
    this.followers.delete(surface);
  }

  tell(from: MapSurface, frame: string, camera: Camera): void {
    this.last = { frame, camera };
    for (const other of this.followers) if (other !== from) other.follow(camera);
  }
}
