import { useMemo } from 'react';
import type { Analysis } from '../../analysis/analysis';
import type { Territory } from '../../model/territory';
import { DomainMark } from '../../panels/DomainMark';
import { DrawingFrame } from '../../panels/DrawingFrame';
import { Filters } from '../../panels/Filters';
import { LevelLegend } from '../../panels/LevelLegend';
import { MethodLine } from '../../panels/MethodLine';
import { figureOutputs, useApp, useDiagnosis, useServices, useText } from '../../panels/useApp';
import { borderSentence } from '../../sentences/border';
import { noticeOf } from '../../sentences/notice';
import { youngWho } from '../../sentences/young';
import { shownDomain } from '../../state/selectors';
import { Button } from '../../ui/Button';
import { MapTable } from './MapTable';
import { MapTools } from './MapTools';
import { Pane } from './Pane';
import { type PaneModel, panesOf, subtitleOf, titleOf } from './panes';
import { isStated } from './reach';
import { SectorDrawing } from './SectorDrawing';
import { CameraLink } from './surface';

/** Carte: the levels, or the sectors while they are drawn. */
export default function MapView() {
  const territory = useApp((s) => s.territory);
  const analysis = useApp((s) => s.analysis);
  const pen = useApp((s) => s.pen);
  if (!territory) return null;
  if (pen !== null) return <SectorDrawing territory={territory} pen={pen} />;
  return analysis && <LevelsMap analysis={analysis} territory={territory} />;
}

interface Props {
  readonly analysis: Analysis;
  readonly territory: Territory;
}

/** Levels of a domain commune by commune, and the places that explain them; of two domains side by side. */
function LevelsMap({ analysis, territory }: Props) {
  const text = useText();
  const { look } = useServices();
  const view = useApp((s) => s.view);
  const basemap = useApp((s) => s.basemap);
  const diagnosis = useDiagnosis();
  const link = useMemo(() => new CameraLink(), []);
  const compared = useApp((s) => s.compared);
  const { panes, note } = useMemo(
    () => panesOf({ analysis, diagnosis, compared, view }, text),
    [analysis, diagnosis, compared, view, text],
  );
  const domain = shownDomain(view, analysis);
  const title = titleOf(panes, territory, text);
  const notice = noticeOf(diagnosis, text);
  const isBare = diagnosis.inventory.schemes.length === 0;
  return (
    <>
      <Filters />
      <DrawingFrame
        title={title}
        subtitle={subtitleOf(panes, territory, text)}
        drawingWord={text.ui.map.word}
        exports={[
          ...figureOutputs.map((output) => ({
            id: output,
            label: text.ui.outputs[output],
            request: { output, figure: { kind: 'map', domain } } as const,
          })),
          {
            id: 'communes-csv',
            label: text.ui.outputs['communes-csv'],
            request: { output: 'communes-csv', by: 'domains' } as const,
          },
        ]}
        tools={<MapTools analysis={analysis} domain={domain} />}
        legend={<Legends panes={panes} />}
        method={
          <>
            {basemap !== null && `${text.ui.map.basemapSource} · `}
            <MethodLine withCells={territory.schematic} />
          </>
        }
      >
        {note && <p className="notice small">{note}</p>}
        <div className="panes">
          {panes.map((p) =>
            view.asTable ? (
              <MapTable
                key={p.key}
                analysis={p.analysis}
                domain={p.domain}
                title={panes.length > 1 ? `${title}, ${p.title}` : title}
              />
            ) : (
              <Pane key={p.key} pane={p} territory={territory} link={link} isOne={panes.length === 1} />
            ),
          )}
        </div>
        {notice && !view.asTable && <span className="stamp">{notice.stamp}</span>}
        {isBare && !view.asTable && (
          <div className="empty-over">
            <p>{text.ui.map.bare}</p>
            <Button variant="primary" onPress={() => look({ screen: 'inventory' })}>
              {text.ui.map.bareAction}
            </Button>
          </div>
        )}
      </DrawingFrame>
    </>
  );
}

/** Levels, which are filters too; marks and lines; what the border hides. */
function Legends({ panes }: { readonly panes: readonly PaneModel[] }) {
  const text = useText();
  const { layers, focus } = useApp((s) => s.view);
  const isOne = panes.length === 1;
  const domains = [...new Set(panes.map((p) => p.domain))];
  const notes = [
    ...(layers.includes('cercles') ? [text.ui.map.circles(youngWho(panes[0]!.analysis, text).many)] : []),
    ...(layers.includes('liens') ? [text.ui.map.ties] : []),
    ...(focus?.kind === 'scheme' || focus?.kind === 'actor'
      ? [isStated(panes[0]!.analysis.travel) ? text.ui.map.reachStated : text.ui.map.reach, text.ui.map.zone]
      : []),
    ...new Set(panes.flatMap((p) => borderSentence(p.analysis, p.domain, text) ?? [])),
  ];
  return (
    <div className="legends">
      {panes.map((p, i) => (
        <div key={p.key} className={isOne ? '' : 'legend-of'}>
          {!isOne && <span className="legend-name small">{p.title}</span>}
          <LevelLegend analysis={p.analysis} domain={p.domain} short={i > 0} />
        </div>
      ))}
      <p className="legend-note small muted">
        {domains.map((d) => (
          <span key={d} className="line">
            <DomainMark domain={d} />
            {text.ui.map.marks(text.model.domains[d].short)}
          </span>
        ))}
      </p>
      {notes.length > 0 && <p className="legend-note small muted">{notes.join(' ')}</p>}
    </div>
  );
}
