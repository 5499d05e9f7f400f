import { useMemo } from 'react';
import type { Territory } from '../../model/territory';
import { DomainMark } from '../../panels/DomainMark';
import { useApp, useServices, useText } from '../../panels/useApp';
import { TargetWords } from './HoverCard';
import { focusOf, MapDrawing } from './MapDrawing';
import { mapModel } from './mapModel';
import type { PaneModel } from './panes';
import type { CameraLink } from './surface';

interface Props {
  readonly pane: PaneModel;
  readonly territory: Territory;
  readonly link: CameraLink;
  /** Alone: its title is that of the drawing. */
  readonly isOne: boolean;
}

/** One map of levels; two of them look at the same place. */
export function Pane({ pane, territory, link, isOne }: Props) {
  const { analysis, domain, diagnosis } = pane;
  const text = useText();
  const { focus } = useServices();
  const view = useApp((s) => s.view);
  const basemap = useApp((s) => s.basemap);
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
          {pane.title}
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
