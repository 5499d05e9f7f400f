import { Maximize, Minus, Plus } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useDiagnosis, useServices, useText } from '../../panels/useApp';
import { indexOf } from '../../state/selectors';
import { Button } from '../../ui/Button';
import { hasFastWebgl } from '../../ui/webgl';
import type { NetworkModel } from './networkModel';
import type { NetworkEvents, NetworkSurface, NetworkTarget } from './surface';

interface Props {
  readonly model: NetworkModel;
  readonly renderer: 'webgl' | 'canvas' | null;
  readonly title: string;
}

async function openSurface(element: HTMLElement, renderer: Props['renderer'], on: NetworkEvents): Promise<NetworkSurface> {
  if (renderer === 'webgl' || (renderer === null && hasFastWebgl())) {
    const { NetworkController } = await import('./NetworkController');
    return new NetworkController(element, on);
  }
  const { CanvasNetworkController } = await import('./CanvasNetworkController');
  return new CanvasNetworkController(element, on);
}

const moves: Readonly<Record<string, (s: NetworkSurface) => void>> = {
  ArrowLeft: (s) => s.panBy(60, 0),
  ArrowRight: (s) => s.panBy(-60, 0),
  ArrowUp: (s) => s.panBy(0, 60),
  ArrowDown: (s) => s.panBy(0, -60),
  '+': (s) => s.zoomBy(1.5),
  '=': (s) => s.zoomBy(1.5),
  '-': (s) => s.zoomBy(1 / 1.5),
  '0': (s) => s.reset(),
};

type Hover = { readonly target: NetworkTarget; readonly x: number; readonly y: number };

/** The drawn graph with its hover card and zoom buttons. */
export function NetworkDrawing({ model, renderer, title }: Props) {
  const text = useText();
  const { focus } = useServices();
  const box = useRef<HTMLDivElement>(null);
  const surface = useRef<NetworkSurface | null>(null);
  const latest = useRef(model);
  const [hover, setHover] = useState<Hover | null>(null);
  latest.current = model;

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let isGone = false;
    const on: NetworkEvents = {
      onHover: (target, x, y) => setHover(target && { target, x, y }),
      onSelect: (target) => {
        setHover(null);
        focus(target);
      },
    };
    void openSurface(element, renderer, on).then((opened) => {
      if (isGone) return opened.destroy();
      surface.current = opened;
      opened.show(latest.current);
    });
    return () => {
      isGone = true;
      surface.current?.destroy();
      surface.current = null;
    };
  }, [renderer, focus]);

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
        className="map-box network-box"
        role="application"
        aria-label={text.ui.network.label(title)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows and + − move the graph; its table says the same
        tabIndex={0}
        onKeyDown={onKey}
      />
      <div className="map-buttons">
        <Button icon={<Plus aria-hidden />} aria-label={text.ui.map.zoomIn} onPress={() => surface.current?.zoomBy(1.5)} />
        <Button icon={<Minus aria-hidden />} aria-label={text.ui.map.zoomOut} onPress={() => surface.current?.zoomBy(1 / 1.5)} />
        <Button icon={<Maximize aria-hidden />} aria-label={text.ui.map.whole} onPress={() => surface.current?.reset()} />
      </div>
      {hover && <HoverName {...hover} width={box.current?.clientWidth ?? 0} model={model} />}
    </div>
  );
}

function HoverName({ target, x, y, width, model }: Hover & { readonly width: number; readonly model: NetworkModel }) {
  const text = useText();
  const { actors } = indexOf(useDiagnosis().inventory);
  const side = x > width - 280 ? { right: width - x + 12 } : { left: x + 12 };
  const ids = target.kind === 'tie' ? target.id.split('~~') : [target.id];
  const [first] = ids.map((id) => actors.get(id));
  const degree = model.nodes.find((n) => n.id === target.id)?.degree;
  return (
    <div className="hover-card" style={{ ...side, top: y + 12 }} aria-hidden>
      {ids.map((id) => (
        <strong key={id}>{actors.get(id)?.name}</strong>
      ))}
      {target.kind === 'actor' && first && <span className="small muted">{text.model.kinds[first.kind]}</span>}
      {degree !== undefined && <span className="small">{text.ui.counts.ties(degree)}</span>}
    </div>
  );
}
