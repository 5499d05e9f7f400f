import { useCallback, useState } from 'react';
import { MovableDrawing, useSurface } from '../../panels/MovableDrawing';
import { useDiagnosis, useServices, useText } from '../../panels/useApp';
import { indexOf } from '../../state/selectors';
import { termLabel } from '../../text/terms';
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

type Hover = { readonly target: NetworkTarget; readonly x: number; readonly y: number };

/** The drawn graph with its hover card and zoom buttons. */
export function NetworkDrawing({ model, renderer, title }: Props) {
  const text = useText();
  const { focus } = useServices();
  const [hover, setHover] = useState<Hover | null>(null);
  const open = useCallback(
    (element: HTMLElement) =>
      openSurface(element, renderer, {
        onHover: (target, x, y) => setHover(target && { target, x, y }),
        onSelect: (target) => {
          setHover(null);
          focus(target);
        },
      }),
    [renderer, focus],
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
  const degree = model.nodes.find((n) => n.id === target.id)?.degree;
  return (
    <div className="hover-card" style={{ ...side, top: y + 12 }} aria-hidden>
      {ids.map((id) => (
        <strong key={id}>{actors.get(id)?.name}</strong>
      ))}
      {target.kind === 'actor' && first && <span className="small muted">{termLabel(text.model.kinds, first.kind)}</span>}
      {degree !== undefined && <span className="small">{text.ui.counts.ties(degree)}</span>}
    </div>
  );
}
