import { useMemo } from 'react';
import type { Analysis } from '../../analysis/analysis';
import type { DomainId } from '../../model/domains';
import type { Territory } from '../../model/territory';
import { DomainMark } from '../../panels/DomainMark';
import { useApp, useDiagnosis, useServices, useText } from '../../panels/useApp';
import { TargetWords } from './HoverCard';
import { focusOf, MapDrawing } from './MapDrawing';
import { mapModel } from './mapModel';
import type { CameraLink } from './surface';

interface Props {
  readonly analysis: Analysis;
  readonly territory: Territory;
  readonly domain: DomainId;
  readonly link: CameraLink;
  /** Alone: its title is that of the drawing. */
  readonly isOne: boolean;
}

/** One map of levels; two of them look at the same place. */
export function Pane({ analysis, territory, domain, link, isOne }: Props) {
  const text = useText();
  const { focus } = useServices();
  const view = useApp((s) => s.view);
  const basemap = useApp((s) => s.basemap);
  const diagnosis = useDiagnosis();
  const model = useMemo(
    () => mapModel({ analysis, territory, diagnosis, view, domain, basemap }),
    [analysis, territory, diagnosis, view, domain, basemap],
  );
  const title = text.ui.map.title(text.model.domains[domain].name, territory.name);
  return (
    <div className="pane">
      {!isOne && (
        <h2 className="pane-title line">
          <DomainMark domain={domain} />
          {text.model.domains[domain].name}
        </h2>
      )}
      <MapDrawing
        model={model}
        // The online map needs WebGL, however slow.
        renderer={basemap === null ? view.renderer : 'webgl'}
        territory={territory.code}
        title={title}
        link={link}
        onSelect={(target) => focus(focusOf(target))}
        hover={(target) => <TargetWords target={target} analysis={analysis} domain={domain} />}
      />
    </div>
  );
}
