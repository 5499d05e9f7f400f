import { Maximize, Minus, Plus } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Analysis } from '../../analysis/analysis';
import type { DomainId } from '../../model/domains';
import { useServices, useText } from '../../panels/useApp';
import { formatNumber } from '../../text/format';
import { Button } from '../../ui/Button';
import { hasFastWebgl } from '../../ui/webgl';
import { HoverCard } from './HoverCard';
import type { MapModel, MapTarget } from './mapModel';
import type { MapEvents, MapSurface } from './surface';

interface Props {
  readonly model: MapModel;
  readonly analysis: Analysis;
  readonly domain: DomainId;
  readonly renderer: 'webgl' | 'canvas' | null;
  readonly territory: string;
  readonly title: string;
}

type Hover = { readonly target: MapTarget; readonly x: number; readonly y: number };

async function openSurface(
  element: HTMLElement,
  territory: string,
  renderer: Props['renderer'],
  on: MapEvents,
): Promise<MapSurface> {
  if (renderer === 'webgl' || (renderer === null && hasFastWebgl())) {
    const { MapController } = await import('./MapController');
    return new MapController(element, on);
  }
  const { CanvasMapController } = await import('./CanvasMapController');
  return new CanvasMapController(element, territory, on);
}

const moves: Readonly<Record<string, (s: MapSurface) => void>> = {
  ArrowLeft: (s) => s.panBy(60, 0),
  ArrowRight: (s) => s.panBy(-60, 0),
  ArrowUp: (s) => s.panBy(0, 60),
  ArrowDown: (s) => s.panBy(0, -60),
  '+': (s) => s.zoomBy(1.5),
  '=': (s) => s.zoomBy(1.5),
  '-': (s) => s.zoomBy(1 / 1.5),
  '0': (s) => s.reset(),
};

/** The drawn map with its hover card, zoom buttons and scale. */
export function MapDrawing({ model, analysis, domain, renderer, territory, title }: Props) {
  const text = useText();
  const { focus } = useServices();
  const box = useRef<HTMLDivElement>(null);
  const surface = useRef<MapSurface | null>(null);
  const latest = useRef(model);
  const [hover, setHover] = useState<Hover | null>(null);
  const [kmPerPixel, setScale] = useState(0);
  latest.current = model;

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let isGone = false;
    const on: MapEvents = {
      onHover: (target, x, y) => setHover(target && { target, x, y }),
      onSelect: (target) => {
        // The card says it all; the page moves under the pointer.
        setHover(null);
        focus(focusOf(target));
      },
      onScale: setScale,
    };
    void openSurface(element, territory, renderer, on).then((opened) => {
      if (isGone) return opened.destroy();
      surface.current = opened;
      opened.show(latest.current);
    });
    return () => {
      isGone = true;
      surface.current?.destroy();
      surface.current = null;
    };
  }, [territory, renderer, focus]);

  useEffect(() => surface.current?.show(model), [model]);

  const onKey = (e: KeyboardEvent) => {
    const move = moves[e.key];
    if (!move || !surface.current || e.ctrlKey || e.metaKey) return;
    e.preventDefault();
    move(surface.current);
  };
  return (
    <div className="map-frame">
      <div
        ref={box}
        className="map-box"
        role="application"
        aria-label={text.ui.map.label(title)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows and + − move the map; its table says the same
        tabIndex={0}
        onKeyDown={onKey}
      />
      <div className="map-buttons">
        <Button icon={<Plus aria-hidden />} aria-label={text.ui.map.zoomIn} onPress={() => surface.current?.zoomBy(1.5)} />
        <Button icon={<Minus aria-hidden />} aria-label={text.ui.map.zoomOut} onPress={() => surface.current?.zoomBy(1 / 1.5)} />
        <Button icon={<Maximize aria-hidden />} aria-label={text.ui.map.whole} onPress={() => surface.current?.reset()} />
      </div>
      <ScaleBar kmPerPixel={kmPerPixel} />
      {hover && <HoverCard {...hover} width={box.current?.clientWidth ?? 0} analysis={analysis} domain={domain} />}
    </div>
  );
}

function focusOf(target: MapTarget | null) {
  if (!target) return null;
  if (target.kind === 'commune') return { kind: 'commune' as const, id: target.code };
  const [first] = target.site.schemes;
  if (!first) return null;
  // Several schemes share the mark: the commune's card lists them.
  return target.site.schemes.length > 1 && first.communeCode && !first.neighbour
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
