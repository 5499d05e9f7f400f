import { useMemo } from 'react';
import { DomainMark } from '../../panels/DomainMark';
import { DrawingFrame } from '../../panels/DrawingFrame';
import { Filters } from '../../panels/Filters';
import { LevelLegend } from '../../panels/LevelLegend';
import { MethodLine } from '../../panels/MethodLine';
import { useApp, useDiagnosis, useServices, useText } from '../../panels/useApp';
import { borderSentence } from '../../sentences/border';
import { noticeOf } from '../../sentences/notice';
import { shownDomain } from '../../state/selectors';
import { Button } from '../../ui/Button';
import { TargetWords } from './HoverCard';
import { focusOf, MapDrawing } from './MapDrawing';
import { MapTable } from './MapTable';
import { mapModel } from './mapModel';
import { SectorDrawing } from './SectorDrawing';

/** Carte: the levels, or the sectors while they are drawn. */
export default function MapView() {
  const territory = useApp((s) => s.territory);
  const pen = useApp((s) => s.pen);
  return pen !== null && territory ? <SectorDrawing territory={territory} pen={pen} /> : <LevelsMap />;
}

/** Levels of a domain commune by commune, and the places that explain them. */
function LevelsMap() {
  const text = useText();
  const { look, focus } = useServices();
  const view = useApp((s) => s.view);
  const analysis = useApp((s) => s.analysis);
  const territory = useApp((s) => s.territory);
  const diagnosis = useDiagnosis();
  const model = useMemo(
    () => (analysis && territory ? mapModel({ analysis, territory, diagnosis, view }) : null),
    [analysis, territory, diagnosis, view],
  );
  if (!analysis || !territory || !model) return null;
  const domain = shownDomain(view, analysis);
  const title = text.ui.map.title(text.model.domains[domain].name, territory.name);
  const counts = analysis.totals.byDomain[domain];
  const unplaced = counts ? counts.schemes - counts.placed : 0;
  const border = borderSentence(analysis, domain, text);
  const notice = noticeOf(diagnosis, text);
  const isBare = diagnosis.inventory.schemes.length === 0;
  return (
    <>
      <Filters />
      <DrawingFrame
        title={title}
        subtitle={text.ui.map.subtitle(territory.communes.length, model.sites.length, unplaced)}
        drawingWord={text.ui.map.word}
        exports={[
          { id: 'png', label: text.ui.outputs['figure-png'], request: { output: 'figure-png', figure: { kind: 'map', domain } } },
          { id: 'svg', label: text.ui.outputs['figure-svg'], request: { output: 'figure-svg', figure: { kind: 'map', domain } } },
        ]}
        legend={
          <div className="legends">
            <LevelLegend analysis={analysis} domain={domain} />
            <p className="legend-note small muted">
              <DomainMark domain={domain} />
              {text.ui.map.marks(text.model.domains[domain].short)}
            </p>
            {border && <p className="legend-note small muted">{border}</p>}
          </div>
        }
        method={<MethodLine withCells={territory.schematic} />}
      >
        {view.asTable ? (
          <MapTable analysis={analysis} domain={domain} title={title} />
        ) : (
          <MapDrawing
            model={model}
            renderer={view.renderer}
            territory={territory.code}
            title={title}
            onSelect={(target) => focus(focusOf(target))}
            hover={(target) => <TargetWords target={target} analysis={analysis} domain={domain} />}
          />
        )}
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
