import { useMemo } from 'react';
import type { Analysis } from '../../analysis/analysis';
import type { DomainId } from '../../model/domains';
import type { Territory } from '../../model/territory';
import { DomainMark } from '../../panels/DomainMark';
import { DrawingFrame } from '../../panels/DrawingFrame';
import { Filters } from '../../panels/Filters';
import { LevelLegend } from '../../panels/LevelLegend';
import { MethodLine } from '../../panels/MethodLine';
import { useApp, useDiagnosis, useServices, useText } from '../../panels/useApp';
import { borderSentence } from '../../sentences/border';
import { shownDomain } from '../../state/selectors';
import { Button } from '../../ui/Button';
import { MapTable } from './MapTable';
import { MapTools } from './MapTools';
import { Pane } from './Pane';
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
  const domain = shownDomain(view, analysis);
  const beside = view.beside !== null && view.beside !== domain && analysis.domains.includes(view.beside) ? view.beside : null;
  const shown: readonly DomainId[] = beside ? [domain, beside] : [domain];
  const title = text.ui.map.title(shown.map((d) => text.model.domains[d].name).join(text.ui.map.versus), territory.name);
  const isBare = diagnosis.inventory.schemes.length === 0;
  return (
    <>
      <Filters />
      <DrawingFrame
        title={title}
        subtitle={subtitleOf(analysis, territory, domain, text)}
        drawingWord={text.ui.map.word}
        exports={(['figure-png', 'figure-svg'] as const).map((output) => ({
          id: output,
          label: text.ui.outputs[output],
          request: { output, figure: { kind: 'map', domain } },
        }))}
        tools={<MapTools analysis={analysis} domain={domain} beside={beside} />}
        legend={<Legends analysis={analysis} shown={shown} />}
        method={
          <>
            {basemap !== null && `${text.ui.map.basemapSource} · `}
            <MethodLine withCells={territory.schematic} />
          </>
        }
      >
        {view.asTable ? (
          <div className="panes">
            {shown.map((d) => (
              <MapTable
                key={d}
                analysis={analysis}
                domain={d}
                title={text.ui.map.title(text.model.domains[d].name, territory.name)}
              />
            ))}
          </div>
        ) : (
          <div className="panes">
            {shown.map((d) => (
              <Pane key={d} analysis={analysis} territory={territory} domain={d} link={link} isOne={beside === null} />
            ))}
          </div>
        )}
        {diagnosis.demonstration && !view.asTable && <span className="stamp">{text.ui.map.illustration}</span>}
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

function subtitleOf(analysis: Analysis, territory: Territory, domain: DomainId, text: ReturnType<typeof useText>): string {
  const counts = analysis.totals.byDomain[domain];
  const places = new Set(analysis.placed.filter((p) => p.domains.includes(domain)).map((p) => p.siteId)).size;
  return text.ui.map.subtitle(territory.communes.length, places, counts ? counts.schemes - counts.placed : 0);
}

/** Levels, which are filters too; marks and lines; what the border hides. */
function Legends({ analysis, shown }: { readonly analysis: Analysis; readonly shown: readonly DomainId[] }) {
  const text = useText();
  const { layers, focus } = useApp((s) => s.view);
  const notes = [
    ...(layers.includes('cercles') ? [text.ui.map.circles] : []),
    ...(layers.includes('liens') ? [text.ui.map.ties] : []),
    ...(focus?.kind === 'scheme' || focus?.kind === 'actor' ? [text.ui.map.reach] : []),
    ...shown.flatMap((d) => borderSentence(analysis, d, text) ?? []),
  ];
  return (
    <div className="legends">
      {shown.map((d) => (
        <div key={d} className={shown.length > 1 ? 'legend-of' : ''}>
          {shown.length > 1 && <DomainMark domain={d} />}
          <LevelLegend analysis={analysis} domain={d} short={shown.length > 1 && d !== shown[0]} />
        </div>
      ))}
      <p className="legend-note small muted">
        {shown.map((d) => (
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
