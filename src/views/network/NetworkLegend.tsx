import { markPath, palette } from '../../figures/levels';
import { useApp, useDiagnosis, useText } from '../../panels/useApp';
import { formatNumber } from '../../text/format';
import { networkWords } from '../../text/network';
import type { NetworkModel } from './networkModel';

interface Props {
  readonly model: NetworkModel;
  /** Name of the state compared. */
  readonly since: string | null;
}

/** What colour, shape, size, width and dashes tell. */
export function NetworkLegend({ model, since }: Props) {
  const text = useText();
  const view = useApp((s) => s.view);
  const isComputed = useApp((s) => s.networkFindings !== null);
  const words = networkWords(text.lang).legend;
  const { deducedTies } = useDiagnosis().settings;
  const waits = !isComputed && (view.colourBy === 'community' || view.sizeBy === 'betweenness');
  const styles = new Set(model.ties.map((t) => t.style));
  return (
    <ul className="legend static">
      {model.looks.map(({ look: { key, color, mark, label }, count }) => (
        <li key={key} className="legend-line">
          <svg width={16} height={16} viewBox="-9 -9 18 18" aria-hidden>
            <path d={markPath(mark, 0, 0, 6.5)} fill={color} />
          </svg>
          {label} <span className="small muted tabular">{formatNumber(count, text.lang)}</span>
        </li>
      ))}
      {model.nodes.some((n) => n.isBody) && (
        <li className="legend-line">
          <svg width={16} height={16} viewBox="-9 -9 18 18" aria-hidden>
            <path d={markPath('square', 0, 0, 6)} fill="#fff" stroke={palette.muted} strokeWidth={2} />
          </svg>
          {words.bodies}
        </li>
      )}
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
      {styles.has('pending') && (
        <li className="legend-line">
          <span className="tie-sample dashed" aria-hidden />
          {words.pending}
        </li>
      )}
      {since !== null && <NewLegend model={model} since={since} />}
      <li className="small muted">
        {[
          waits ? words.computing : words.size[view.sizeBy],
          ...(model.unsized > 0 && !waits ? [words.unsized(model.unsized)] : []),
          ...(model.ties.some((t) => t.width > 1) ? [words.width] : []),
          ...(model.ties.some((t) => t.towards) ? [words.arrow] : []),
          ...(model.ground ? [words.ground] : []),
        ].join(' ; ')}
      </li>
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

/** The sign of what an earlier state did not have. */
export function NewCross() {
  return (
    <svg width={14} height={14} viewBox="-7 -7 14 14" aria-hidden>
      <circle r={6} fill="#fff" stroke={palette.accent} strokeWidth={1.5} />
      <path d="M-3 0H3M0 -3V3" stroke={palette.accent} strokeWidth={1.8} />
    </svg>
  );
}
