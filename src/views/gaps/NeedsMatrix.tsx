import { useEffect, useMemo } from 'react';
import type { Analysis } from '../../analysis/analysis';
import { needThemes } from '../../panels/themes';
import { useApp, useServices, useText } from '../../panels/useApp';
import { formatNumber } from '../../text/format';
import { ThemeTables } from './ThemeTables';

interface Props {
  readonly analysis: Analysis;
  readonly scope: 'units' | 'communes';
  readonly onScope: (scope: 'units' | 'communes') => void;
}

/** The six needs of the law; they are asked for when first looked at. */
export function NeedsMatrix({ analysis, scope, onScope }: Props) {
  const text = useText();
  const { readNeeds } = useServices();
  const needs = useApp((s) => s.needs);
  useEffect(() => {
    if (!needs) readNeeds();
  }, [needs, readNeeds]);
  const themes = useMemo(() => (needs ? needThemes(analysis, needs, text) : []), [analysis, needs, text]);
  const words = text.ui.gaps.needs;
  if (!needs)
    return (
      <p className="muted" role="status">
        {text.ui.loading}
      </p>
    );
  const n = (value: number) => formatNumber(value, text.lang);
  const intro = (
    <p className="prose wide small">
      {words.intro} {needs.deduced > 0 && words.deduced(needs.deduced, n(needs.deduced), n(needs.schemes))}
    </p>
  );
  return (
    <div className="gaps alone">
      <ThemeTables
        analysis={analysis}
        themes={themes}
        caption={scope === 'units' ? words.table : text.ui.matrix.communesByNeed}
        scope={scope}
        onScope={onScope}
        intro={intro}
      />
    </div>
  );
}
