import { useCallback, useRef, useState } from 'react';
import { MovableDrawing, useSurface } from '../../panels/MovableDrawing';
import { useDiagnosis, useText } from '../../panels/useApp';
import { indexOf } from '../../state/selectors';
import { networkWords } from '../../text/network';
import { termLabel } from '../../text/terms';
import { hasFastWebgl } from '../../ui/webgl';
import type { NetworkModel } from './networkModel';
import type { NetworkEvents, NetworkSurface, NetworkTarget } from './surface';

interface Props {
  readonly model: NetworkModel;
  readonly renderer: 'webgl' | 'canvas' | null;
  readonly title: string;
  readonly onSelect: NetworkEvents['onSelect'];
  readonly onLink: NetworkEvents['onLink'];
  readonly onPlace: NetworkEvents['onPlace'];
}

async function openSurface(element: HTMLElement, renderer: Props['renderer'], on: NetworkEvents): Promise<NetworkSurface> {
  if (renderer === 'webgl' || (renderer === null && hasFastWebgl())) {
    const { NetworkController } = await import('./NetworkController');
    return new NetworkController(element, on);
  }
  const { CanvasNetworkController } = await import('./CanvasNetworkController');
  return new CanvasNetworkController(element, on);
}

type Hover = { readonly target: NetworkTarget; readonly x: number; readonly y: number };

/** The drawn graph with its hover card and zoom buttons. */
export function NetworkDrawing({ model, renderer, title, ...on }: Props) {
  const text = useText();
  const [hover, setHover] = useState<Hover | null>(null);
  // The surface stays while what it tells changes.
  const told = useRef(on);
  told.current = on;
  const open = useCallback(
    (element: HTMLElement) =>
      openSurface(element, renderer, {
        onHover: (target, x, y) => setHover(target && { target, x, y }),
        onSelect: (target, at) => {
          setHover(null);
          told.current.onSelect(target, at);
        },
        onLink: (from, to) => told.current.onLink(from, to),
        onPlace: (id, at) => told.current.onPlace(id, at),
      }),
    [renderer],
  );
  const { box, surface } = useSurface(open, model);
  return (
    <MovableDrawing box={box} surface={surface} label={text.ui.network.label(title)} className="network-box">
      {hover && <HoverName {...hover} width={box.current?.clientWidth ?? 0} model={model} />}
    </MovableDrawing>
  );
}

function HoverName({ target, x, y, width, model }: Hover & { readonly width: number; readonly model: NetworkModel }) {
  const text = useText();
  const { actors } = indexOf(useDiagnosis().inventory);
  const side = x > width - 280 ? { right: width - x + 12 } : { left: x + 12 };
  const ids = target.kind === 'tie' ? target.id.split('~~') : [target.id];
  const [first] = ids.map((id) => actors.get(id));
  const node = model.nodes.find((n) => n.id === target.id);
  const degree = node?.degree;
  const tie = target.kind === 'tie' ? model.ties.find((t) => t.id === target.id) : undefined;
  const words = networkWords(text.lang);
  return (
    <div className="hover-card" style={{ ...side, top: y + 12 }} aria-hidden>
      {ids.map((id) => (
        <strong key={id}>{actors.get(id)?.name ?? node?.name}</strong>
      ))}
      {target.kind === 'actor' && first && <span className="small muted">{termLabel(text.model.kinds, first.kind)}</span>}
      {tie?.style === 'pending' && <span className="small muted">{words.legend.pending}</span>}
      {degree !== undefined && <span className="small">{text.ui.counts.ties(degree)}</span>}
    </div>
  );
}
