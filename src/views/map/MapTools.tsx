import type { Analysis } from '../../analysis/analysis';
import type { DomainId } from '../../model/domains';
import { useApp, useServices, useText } from '../../panels/useApp';
import { mapLayers } from '../../state/view';
import { CompactSelect } from '../../ui/CompactSelect';
import { MultiMenu } from '../../ui/MenuButton';

interface Props {
  readonly analysis: Analysis;
  readonly domain: DomainId;
}

/** What the map shows besides, and what it is compared with. */
export function MapTools({ analysis, domain }: Props) {
  const text = useText();
  const { look, showBasemap } = useServices();
  const { layers, beside } = useApp((s) => s.view);
  const compared = useApp((s) => s.compared);
  const basemap = useApp((s) => s.basemap);
  const t = text.ui.map;
  const change = (ids: readonly string[]) => {
    look({ layers: mapLayers.filter((l) => ids.includes(l)) });
    if (ids.includes('basemap') !== (basemap !== null)) showBasemap(ids.includes('basemap'));
  };
  return (
    <>
      <CompactSelect
        label={t.compare}
        placeholder={t.compare}
        value={beside ?? ''}
        options={[
          ...(beside ? [{ id: 'none' as const, label: t.compareNone }] : []),
          ...analysis.domains
            .filter((d) => d !== domain)
            .map((d) => ({ id: d, label: t.compareTo(text.model.domains[d].short) })),
          ...(compared?.comparison.schemes ? [{ id: 'etat' as const, label: text.compare.state(compared.name) }] : []),
        ]}
        onChange={(id) => look({ beside: id === 'none' ? null : id })}
      />
      <MultiMenu
        label={t.display}
        emptyText=""
        groups={[
          {
            id: 'layers',
            label: t.display,
            entries: [
              ...mapLayers.map((id) => ({ id, label: t.layers[id] })),
              { id: 'basemap', label: t.basemap, detail: t.basemapHost },
            ],
            selected: [...layers, ...(basemap === null ? [] : ['basemap'])],
          },
        ]}
        onChange={(_, ids) => change(ids)}
      />
    </>
  );
}
