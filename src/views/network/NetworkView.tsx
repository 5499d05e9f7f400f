import { useEffect, useMemo } from 'react';
import { newInNetwork } from '../../analysis/compareRecords';
import { markPath, palette } from '../../figures/levels';
import { type DomainId, domainIds } from '../../model/domains';
import { DomainMark } from '../../panels/DomainMark';
import { DrawingFrame } from '../../panels/DrawingFrame';
import { Filters } from '../../panels/Filters';
import { DataDate } from '../../panels/MethodLine';
import { useApp, useDiagnosis, useEarlier, useServices, useText } from '../../panels/useApp';
import { networkSentence } from '../../sentences/network';
import { formatNumber } from '../../text/format';
import { Button, LinkButton } from '../../ui/Button';
import { CheckField } from '../../ui/CheckField';
import { Segmented } from '../../ui/Segmented';
import { NetworkDrawing } from './NetworkDrawing';
import { NetworkTable } from './NetworkTable';
import { type ColorKey, type NetworkModel, networkModel } from './networkModel';
import { screenPlaces } from './screenPlaces';

/** Réseau: who works with whom; isolates in their tray; the reading in words under the drawing. */
export default function NetworkView() {
  const text = useText();
  const { layOut, look } = useServices();
  const view = useApp((s) => s.view);
  const analysis = useApp((s) => s.analysis);
  const positions = useApp((s) => s.positions);
  const territory = useApp((s) => s.territory);
  const diagnosis = useDiagnosis();
  useEffect(() => {
    if (analysis && !positions) layOut();
  }, [analysis, positions, layOut]);
  const places = useMemo(() => (analysis && positions ? screenPlaces(analysis.network, positions) : null), [analysis, positions]);
  const earlier = useEarlier();
  const since = useMemo(
    () => (earlier ? newInNetwork(earlier.diagnosis.inventory, diagnosis.inventory) : null),
    [earlier, diagnosis.inventory],
  );
  const model = useMemo(
    () => (analysis && places ? networkModel({ analysis, diagnosis, view, positions: places, since }) : null),
    [analysis, places, diagnosis, view, since],
  );
  if (!analysis || !territory) return null;
  const title = text.ui.network.title(territory.name);
  const figure = { kind: 'network', colourBy: view.colourBy } as const;
  return (
    <>
      <Filters />
      <DrawingFrame
        title={title}
        drawingWord={text.ui.network.word}
        exports={[
          { id: 'png', label: text.ui.outputs['figure-png'], request: { output: 'figure-png', figure } },
          { id: 'svg', label: text.ui.outputs['figure-svg'], request: { output: 'figure-svg', figure } },
        ]}
        tools={<NetworkTools />}
        legend={model && <NetworkLegend model={model} since={earlier?.name ?? null} />}
        method={<DataDate />}
      >
        {view.asTable ? (
          <NetworkTable analysis={analysis} title={title} />
        ) : !model ? (
          <p className="muted">{text.ui.network.layingOut}</p>
        ) : model.nodes.length === 0 ? (
          <div className="empty">
            <p>{text.ui.network.empty}</p>
            <Button variant="primary" onPress={() => look({ screen: 'inventory' })}>
              {text.ui.network.emptyAction}
            </Button>
          </div>
        ) : (
          <NetworkDrawing model={model} renderer={view.renderer} title={title} />
        )}
        {model && !view.asTable && <Tray model={model} />}
        <p className="caption">{networkSentence(analysis.network, text)}</p>
      </DrawingFrame>
    </>
  );
}

function NetworkTools() {
  const text = useText();
  const { look, dispatch } = useServices();
  const colourBy = useApp((s) => s.view.colourBy);
  const { deducedTies } = useDiagnosis().settings;
  return (
    <>
      <CheckField
        isSelected={deducedTies}
        onChange={(on) => dispatch({ type: 'changeSettings', settings: { deducedTies: on } }, { key: 'settings:deduced' })}
      >
        {text.ui.network.deduced}
      </CheckField>
      <Segmented
        label={text.ui.network.colour}
        segments={[
          { id: 'domain', label: text.ui.network.byDomain },
          { id: 'kind', label: text.ui.network.byKind },
        ]}
        value={colourBy}
        onChange={(by) => look({ colourBy: by })}
      />
    </>
  );
}

interface LegendProps {
  readonly model: NetworkModel;
  /** Name of the state compared. */
  readonly since: string | null;
}

function NetworkLegend({ model, since }: LegendProps) {
  const text = useText();
  const byDomain = useApp((s) => s.view.colourBy === 'domain');
  const isDomain = (key: string): key is DomainId => byDomain && (domainIds as readonly string[]).includes(key);
  const nameOf = (key: ColorKey) =>
    key === 'none'
      ? text.ui.network.noDomain
      : isDomain(key)
        ? text.model.domains[key].short
        : text.report.figures.families[key as keyof typeof text.report.figures.families];
  const { deducedTies } = useDiagnosis().settings;
  return (
    <ul className="legend static">
      {model.colors.map(({ key, color, mark, count }) => (
        <li key={key} className="legend-line">
          {isDomain(key) ? (
            <DomainMark domain={key} />
          ) : (
            <svg width={16} height={16} viewBox="-9 -9 18 18" aria-hidden>
              <path d={markPath(mark, 0, 0, 6.5)} fill={color} />
            </svg>
          )}
          {nameOf(key)} <span className="small muted tabular">{formatNumber(count, text.lang)}</span>
        </li>
      ))}
      <li className="legend-line">
        <span className="tie-sample" aria-hidden />
        {text.ui.network.stated}
      </li>
      {deducedTies && (
        <li className="legend-line">
          <span className="tie-sample dotted" aria-hidden />
          {text.ui.network.deducedTie}
        </li>
      )}
      {since !== null && <NewLegend model={model} since={since} />}
      <li className="small muted">{text.ui.network.size}</li>
    </ul>
  );
}

/** The cross that new actors and ties bear, and how many do. */
function NewLegend({ model, since }: { readonly model: NetworkModel; readonly since: string }) {
  const text = useText();
  const actors = [...model.nodes, ...model.isolates].filter((a) => a.isNew).length;
  const ties = model.ties.filter((t) => t.isNew).length;
  return (
    <li className="legend-line">
      <NewCross />
      {text.quality.since.legend(since, actors, ties)}
    </li>
  );
}

function NewCross() {
  return (
    <svg width={14} height={14} viewBox="-7 -7 14 14" aria-hidden>
      <circle r={6} fill="#fff" stroke={palette.accent} strokeWidth={1.5} />
      <path d="M-3 0H3M0 -3V3" stroke={palette.accent} strokeWidth={1.8} />
    </svg>
  );
}

const mostInTray = 200;

/** Actors without a known tie: never lost, never in the way. */
function Tray({ model }: { readonly model: NetworkModel }) {
  const text = useText();
  const { focus } = useServices();
  const selected = useApp((s) => s.view.focus);
  if (model.isolates.length === 0) return null;
  return (
    <section className="tray" aria-labelledby="tray-title">
      <h2 id="tray-title" className="small">
        {text.ui.network.tray(model.isolates.length)} <span className="muted">{text.ui.network.trayNote}</span>
      </h2>
      <ul>
        {model.isolates.slice(0, mostInTray).map((a) => (
          <li
            key={a.id}
            className="legend-line small"
            data-selected={(selected?.kind === 'actor' && selected.id === a.id) || undefined}
          >
            <span className="dot" style={{ background: a.color }} aria-hidden />
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
