import { lazy, type ReactNode, Suspense, useState } from 'react';
import { isBody } from '../../analysis/networkParts';
import { DrawingFrame } from '../../panels/DrawingFrame';
import { Filters } from '../../panels/Filters';
import { DataDate } from '../../panels/MethodLine';
import { figureOutputs, useApp, useDiagnosis, useServices, useText } from '../../panels/useApp';
import { circlesSentence, networkSentence } from '../../sentences/network';
import { indexOf } from '../../state/selectors';
import type { Arrangement } from '../../state/view';
import { networkWords } from '../../text/network';
import { Button, LinkButton } from '../../ui/Button';
import { GraphTools } from './GraphTools';
import { NetworkDrawing } from './NetworkDrawing';
import { NetworkLegend, NewCross } from './NetworkLegend';
import { NetworkTable } from './NetworkTable';
import type { NetworkModel, NetworkTool } from './networkModel';
import type { NetworkTarget, Spot } from './surface';
import { useShownNetwork } from './useShownNetwork';

const exchangeFormats = ['gexf', 'graphml', 'nodes', 'edges', 'geojson'] as const;
const NewTieDialog = lazy(() => import('../../panels/focus/NewTieDialog'));

interface Props {
  readonly readings: ReactNode;
  readonly title: string;
}

/** The graph with its tools, its legend, its tray and its table. */
export function GraphPart({ readings, title }: Props) {
  const text = useText();
  const { look } = useServices();
  const view = useApp((s) => s.view);
  const hand = useHand();
  const { model, drawn, path, since } = useShownNetwork(hand);
  const figure = { kind: 'network', colourBy: view.colourBy } as const;
  if (!drawn) return null;
  return (
    <>
      <Filters />
      <DrawingFrame
        title={title}
        drawingWord={text.ui.network.word}
        exports={[
          ...figureOutputs.map((output) => ({ id: output, label: text.ui.outputs[output], request: { output, figure } })),
          ...exchangeFormats.map((format) => ({
            id: format,
            label: networkWords(text.lang).exchange[format],
            request: { output: 'network', format } as const,
          })),
        ]}
        tools={readings}
        legend={model && <NetworkLegend model={model} since={since} />}
        method={<DataDate />}
      >
        <GraphTools hand={hand} drawn={drawn} path={path} />
        {view.asTable ? (
          <NetworkTable network={drawn} title={title} />
        ) : !model ? (
          <p className="muted">{text.ui.network.layingOut}</p>
        ) : model.nodes.length === 0 && model.isolates.length === 0 ? (
          <div className="empty">
            <p>{text.ui.network.empty}</p>
            <Button variant="primary" onPress={() => look({ screen: 'inventory' })}>
              {text.ui.network.emptyAction}
            </Button>
          </div>
        ) : (
          <NetworkDrawing
            model={model}
            renderer={view.renderer}
            title={title}
            onSelect={hand.select}
            onLink={hand.link}
            onPlace={hand.place}
          />
        )}
        {model && !view.asTable && <Tray model={model} arrangement={view.arrangement} />}
        <p className="caption">{view.arrangement === 'circles' ? circlesSentence(drawn, text) : networkSentence(drawn, text)}</p>
      </DrawingFrame>
      <Suspense>{hand.newTie && <NewTieDialog from={hand.newTie.from} to={hand.newTie.to} onClose={hand.close} />}</Suspense>
    </>
  );
}

/** What the pointer is doing with the graph: looking, tying two actors, placing one; each by a drag or by two presses. */
function useHand() {
  const text = useText();
  const { focus, dispatch } = useServices();
  const { inventory } = useDiagnosis();
  const [tool, setTool] = useState<NetworkTool>('look');
  const [linkFrom, setLinkFrom] = useState<string | null>(null);
  const [newTie, setNewTie] = useState<{ readonly from: string; readonly to: string } | null>(null);
  const link = (from: string, to: string) => {
    setLinkFrom(null);
    setNewTie({ from, to });
  };
  const place = (id: string, { x, y }: Spot) => {
    setLinkFrom(null);
    const name = indexOf(inventory).actors.get(id)?.name ?? '';
    dispatch({ type: 'pinActors', pins: [{ id, x, y }] }, { said: networkWords(text.lang).pinned(name) });
  };
  const select = (target: NetworkTarget | null, at: Spot) => {
    const isActor = target?.kind === 'actor' && indexOf(inventory).actors.has(target.id);
    // A body that is no actor has no card; nor has what ties actors to it.
    if (tool === 'look') return focus(isActor || isTie(target) ? target : null);
    if (tool === 'place' && linkFrom) return place(linkFrom, at);
    if (!isActor) return setLinkFrom(null);
    return tool === 'link' && linkFrom && linkFrom !== target.id ? link(linkFrom, target.id) : setLinkFrom(target.id);
  };
  return {
    tool,
    linkFrom,
    newTie,
    select,
    link,
    place,
    setTool: (next: NetworkTool) => {
      setLinkFrom(null);
      setTool(next);
    },
    forget: () => setLinkFrom(null),
    close: () => setNewTie(null),
  };
}

export type Hand = ReturnType<typeof useHand>;

/** A tie between two actors. */
const isTie = (target: NetworkTarget | null): boolean => target?.kind === 'tie' && !target.id.split('~~').some(isBody);

const mostInTray = 200;

interface TrayProps {
  readonly model: NetworkModel;
  readonly arrangement: Arrangement;
}

/** Actors that are not drawn: never lost, never in the way. */
function Tray({ model, arrangement }: TrayProps) {
  const text = useText();
  const { focus } = useServices();
  const selected = useApp((s) => s.view.focus);
  const words = networkWords(text.lang);
  if (model.isolates.length === 0) return null;
  return (
    <section className="tray" aria-labelledby="tray-title">
      <h2 id="tray-title" className="small">
        {words.tray[arrangement](model.isolates.length)} <span className="muted">{words.trayNote[arrangement]}</span>
      </h2>
      <ul>
        {model.isolates.slice(0, mostInTray).map((a) => (
          <li
            key={a.id}
            className="legend-line small"
            data-selected={(selected?.kind === 'actor' && selected.id === a.id) || undefined}
          >
            <span className="dot" style={{ background: a.look.color }} aria-hidden />
            {a.isNew && <NewCross />}
            <LinkButton onPress={() => focus({ kind: 'actor', id: a.id })}>{a.name}</LinkButton>
          </li>
        ))}
        {model.isolates.length > mostInTray && (
          <li className="small muted">{text.ui.card.more(model.isolates.length - mostInTray)}</li>
        )}
      </ul>
    </section>
  );
}
