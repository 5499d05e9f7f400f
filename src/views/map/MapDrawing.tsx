import { type ReactNode, useCallback, useRef, useState } from 'react';
import { MovableDrawing, useSurface } from '../../panels/MovableDrawing';
import { useText } from '../../panels/useApp';
import { formatNumber } from '../../text/format';
import { hasFastWebgl } from '../../ui/webgl';
import { HoverCard } from './HoverCard';
import type { MapModel, MapTarget } from './mapModel';
import type { CameraLink, MapEvents, MapSurface } from './surface';

interface Props {
  readonly model: MapModel;
  readonly renderer: 'webgl' | 'canvas' | null;
  readonly territory: string;
  readonly title: string;
  readonly onSelect: (target: MapTarget | null) => void;
  /** What is said of what the pointer meets. */
  readonly hover: (target: MapTarget) => ReactNode;
  /** Maps that look where this one does. */
  readonly link?: CameraLink;
}

type Hover = { readonly target: MapTarget; readonly x: number; readonly y: number };

async function openSurface(element: HTMLElement, territory: string, isGl: boolean, on: MapEvents): Promise<MapSurface> {
  if (isGl) {
    const { MapController } = await import('./MapController');
    return new MapController(element, on);
  }
  const { CanvasMapController } = await import('./CanvasMapController');
  return new CanvasMapController(element, territory, on);
}

/** The drawn map with its hover card, zoom buttons and scale. */
export function MapDrawing({ model, renderer, territory, title, onSelect, hover: words, link }: Props) {
  const text = useText();
  // The surface stays as long as its territory: what a click does may change under it.
  const select = useRef(onSelect);
  select.current = onSelect;
  const [hover, setHover] = useState<Hover | null>(null);
  const [kmPerPixel, setScale] = useState(0);
  const open = useCallback(
    async (element: HTMLElement) => {
      const isGl = renderer === 'webgl' || (renderer === null && hasFastWebgl());
      const frame = `${territory}:${isGl ? 'webgl' : 'canvas'}`;
      const opened: MapSurface = await openSurface(element, territory, isGl, {
        onHover: (target, x, y) => setHover(target && { target, x, y }),
        onSelect: (target) => {
          // The card says it all; the page moves under the pointer.
          setHover(null);
          select.current(target);
        },
        onScale: setScale,
        onCamera: (camera) => link?.tell(opened, frame, camera),
        onEnd: () => link?.leave(opened),
      });
      link?.join(opened, frame);
      return opened;
    },
    [territory, renderer, link],
  );
  const { box, surface } = useSurface(open, model);
  return (
    <MovableDrawing box={box} surface={surface} label={text.ui.map.label(title)}>
      <ScaleBar kmPerPixel={kmPerPixel} />
      {hover && (
        <HoverCard x={hover.x} y={hover.y} width={box.current?.clientWidth ?? 0}>
          {words(hover.target)}
        </HoverCard>
      )}
    </MovableDrawing>
  );
}

/** What a click on the map of levels looks at. */
export function focusOf(target: MapTarget | null) {
  if (!target) return null;
  if (target.kind === 'commune') return { kind: 'commune' as const, id: target.code };
  const schemes = target.kind === 'site' ? target.site.schemes : target.sites.flatMap((s) => s.schemes);
  const [first] = schemes;
  if (!first) return null;
  // Several schemes share the mark: the commune's card lists them.
  return schemes.length > 1 && first.communeCode && !first.neighbour
    ? { kind: 'commune' as const, id: first.communeCode }
    : { kind: 'scheme' as const, id: first.schemeId };
}

/** A round length in kilometres and the pixels it takes, near a hundred. */
export function ScaleBar({ kmPerPixel }: { readonly kmPerPixel: number }) {
  const text = useText();
  if (kmPerPixel <= 0) return null;
  const km = [50, 20, 10, 5, 2, 1, 0.5].find((length) => length / kmPerPixel <= 130) ?? 0.5;
  return (
    <div className="scale-bar" aria-hidden>
      <span className="small">{formatNumber(km, text.lang, km < 1 ? 1 : 0)} km</span>
      <span className="rule" style={{ width: km / kmPerPixel }} />
    </div>
  );
}
