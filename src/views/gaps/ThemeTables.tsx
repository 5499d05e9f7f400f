import { type ReactNode, useState } from 'react';
import type { Analysis } from '../../analysis/analysis';
import type { Theme } from '../../panels/themes';
import { useText } from '../../panels/useApp';
import { Segmented } from '../../ui/Segmented';
import { CommuneMatrix, type CommuneMeasure } from './CommuneMatrix';
import { GapMatrix, type UnitMeasure } from './GapMatrix';

interface Props {
  readonly analysis: Analysis;
  readonly themes: readonly Theme[];
  readonly caption: string;
  readonly scope: 'units' | 'communes';
  readonly onScope: (scope: 'units' | 'communes') => void;
  /** What must be known of the reading. */
  readonly intro?: ReactNode;
}

/** The themes unit by unit or commune by commune, with the measure that the cells say. */
export function ThemeTables({ analysis, themes, caption, scope, onScope, intro }: Props) {
  const text = useText();
  const [unitMeasure, setUnitMeasure] = useState<UnitMeasure>('level');
  const [communeMeasure, setCommuneMeasure] = useState<CommuneMeasure>('level');
  const t = text.ui.matrix;
  const hasPlaces = themes.some((theme) => theme.domain !== null && analysis.access[theme.domain]?.mode === 'capacite');
  const shown = communeMeasure === 'places' && !hasPlaces ? 'level' : communeMeasure;
  return (
    <div className="matrix-side">
      {intro}
      <div className="matrix-tools">
        <Segmented
          label={t.scope}
          segments={[
            { id: 'units', label: t.units },
            { id: 'communes', label: t.communes },
          ]}
          value={scope}
          onChange={onScope}
        />
        {scope === 'units' ? (
          <Segmented
            label={t.measure}
            segments={(['level', 'rate', 'people'] as const).map((id) => ({ id, label: t.unitMeasures[id] }))}
            value={unitMeasure}
            onChange={setUnitMeasure}
          />
        ) : (
          <Segmented
            label={t.measure}
            segments={(['level', 'minutes', 'reach', ...(hasPlaces ? (['places'] as const) : [])] as const).map((id) => ({
              id,
              label: t.communeMeasures[id],
            }))}
            value={shown}
            onChange={setCommuneMeasure}
          />
        )}
      </div>
      {scope === 'units' ? (
        <GapMatrix analysis={analysis} themes={themes} measure={unitMeasure} caption={caption} />
      ) : (
        <CommuneMatrix analysis={analysis} themes={themes} measure={shown} caption={caption} />
      )}
    </div>
  );
}
