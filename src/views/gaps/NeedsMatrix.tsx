import { useEffect, useMemo } from 'react';
import type { Analysis } from '../../analysis/analysis';
import { needThemes } from '../../panels/themes';
import { useApp, useServices, useText } from '../../panels/useApp';
import { formatNumber } from '../../text/format';
import { GapMatrix } from './GapMatrix';

/** The six needs of the law, unit by unit; they are asked for when first looked at. */
export function NeedsMatrix({ analysis }: { readonly analysis: Analysis }) {
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
  return (
    <div className="stack tight needs">
      <p className="prose wide small">
        {words.intro} {needs.deduced > 0 && words.deduced(needs.deduced, n(needs.deduced), n(needs.schemes))}
      </p>
      <GapMatrix analysis={analysis} themes={themes} caption={words.table} />
    </div>
  );
}
